"""The customer's screen beside a clerk at work: confirmed, signed, rated, and empty for the next citizen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_app.domain.case_life import (
    RatingChannel,
    Satisfaction,
)
from desk_app.domain.cases import CaseState
from desk_app.domain.signatures import SignedFor
from desk_app.domain.signing import PNG_MARK
from desk_app.services.signatures import signature_picture
from desk_app.ui.screens.customer.values import Confirm, Progress, Rate, Sign, Thanks, Welcome
from desk_app.ui.screens.customer.view import CustomerWindow
from tests.services.desk_samples import ZHANG
from tests.stories.counter import ACCOUNT, BENEFIT, LI, PROOF, WANG, Counter, words_of


def screen(counter: Counter) -> CustomerWindow:
    """The second window, which has to be there."""
    window = counter.running.program.customer.stage.window
    assert window is not None
    return window


def face(counter: Counter) -> object:
    presenter = counter.running.program.customer.stage.presenter
    return presenter.face if presenter is not None else Welcome()


def seen(counter: Counter) -> str:
    """Every word in sight on the second window."""

    def words() -> Iterator[str]:
        for widget in screen(counter).findChildren(QWidget):
            if widget.isVisible():
                yield from words_of(widget)

    return "\n".join(words())


def scribble(counter: Counter) -> None:
    """A finger on the pad."""
    pad = screen(counter).sign.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    for step in range(1, 6):
        QTest.mouseMove(pad, QPoint(60 + 20 * step, 60 + 10 * (step % 2)))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(160, 70))


def test_the_facts_are_confirmed_before_the_slip_is_printed(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, ZHANG)
    before = hands.focus
    hands.press("F4", "F8")
    assert isinstance(face(counter), Confirm)
    words = seen(counter)
    assert ZHANG.name in words
    for number in (ZHANG.id_number, ZHANG.phone, ACCOUNT):
        assert number not in words
    assert "尾号 0012" in words
    assert "客屏：在核对" in counter.words()
    assert hands.focus is not screen(counter)
    assert before.window() is hands.focus.window()
    screen(counter).confirm.wrong.click()
    hands.calm()
    assert "群众说有不对的" in counter.words()
    hands.press("F8", "F8")
    screen(counter).confirm.right.click()
    hands.calm()
    assert "群众说都对" in counter.words()
    assert "客屏：都对" in counter.words()
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.ACCEPTED
    assert face(counter) == Welcome()
    assert ZHANG.name not in seen(counter)


def test_a_case_just_taken_in_is_signed_and_its_way_is_shown(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    hands.press("F8")
    assert isinstance(face(counter), Progress)
    assert "受理" in seen(counter)
    hands.press("F8", "Shift+F8")
    assert isinstance(face(counter), Sign)
    screen(counter).sign.done.click()
    assert counter.last_case().lived.signatures == ()
    scribble(counter)
    screen(counter).sign.done.click()
    hands.wait_until(lambda: isinstance(face(counter), Thanks), "the citizen is thanked")
    hands.calm()
    (made,) = counter.last_case().lived.signatures
    assert made.purpose is SignedFor.APPLICATION
    picture = signature_picture(counter.running.desk.open_store, made.picture)
    assert picture.startswith(PNG_MARK)
    assert "签名存好了" in counter.words()
    hands = counter.reopen()
    assert counter.last_case().id == case.id
    assert counter.last_case().lived.signatures == (made,)
    hands.press("Ctrl+3", "Down", "Return")
    assert "在客屏上签名" in counter.words()
    assert counter.running.desk.open_store.verify().ok


def test_a_service_is_rated_once_and_a_bad_rating_opens_a_call_back(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(PROOF, WANG)
    assert counter.last_case().state is CaseState.FINISHED
    hands.press("F8")
    assert isinstance(face(counter), Rate)
    assert WANG.name not in seen(counter)
    screen(counter).rate.cards[3].click()
    hands.wait_until(lambda: isinstance(face(counter), Thanks), "the citizen is thanked")
    hands.calm()
    life = counter.last_case().lived
    assert life.rating is not None
    assert (life.rating.level, life.rating.channel) == (Satisfaction.DISSATISFIED, RatingChannel.TABLET)
    assert life.next_contact is not None
    assert "要核实并回电话" in counter.words()
    hands.press("F8", "F8")
    assert isinstance(face(counter), Progress)


def test_another_citizen_another_page_and_a_lock_clear_it_at_once(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, ZHANG)
    hands.press("F8")
    assert ZHANG.name in seen(counter)
    counter.start_over_screen(PROOF)
    hands.press("F8")
    hands.press("Ctrl+H")
    assert face(counter) == Welcome()
    counter.take_in(BENEFIT, LI)
    hands.press("F8")
    assert LI.name in seen(counter)
    hands.press("Ctrl+Tab")
    assert face(counter) == Welcome()
    assert LI.name not in seen(counter)
    hands.press("F8", "Ctrl+1")
    assert face(counter) == Welcome()
    hands.press("Ctrl+2", "F8", "Ctrl+L")
    assert face(counter) == Welcome()
    assert ZHANG.name not in seen(counter)


def test_nothing_to_show_is_said_and_the_window_goes_by_key(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("F8")
    assert "没有可以给群众看的" in counter.words()
    hands.press("Shift+F8")
    assert "先存好办件再签名" in counter.words()
    hands.press("Ctrl+Shift+K")
    assert screen(counter).isVisible()
    assert "您好，欢迎来办事" in seen(counter)
    hands.press("Ctrl+Shift+K")
    assert not screen(counter).isVisible()
    counter.take_in(BENEFIT, ZHANG)
    hands.press("F8", "Ctrl+Shift+K")
    assert face(counter) == Welcome()
