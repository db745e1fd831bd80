"""The later life of a case at the counter, by keyboard alone: paused, extended, decided, handed out."""

from __future__ import annotations

from desk_app.domain.case_life import DeliveryWay
from desk_app.domain.cases import CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.words import word
from tests.stories.counter import BENEFIT, MANAGER_PASSWORD, WANG, Counter, Hands


def on_the_page(counter: Counter) -> CasesScreen:
    """The cases screen with the newest case open and in focus."""
    counter.hands.press("Ctrl+3", "Down", "Return")
    screen = counter.running.program.cases
    assert screen is not None
    return screen


def choose(hands: Hands, screen: CasesScreen, name: str) -> None:
    """F10, and the number of the act with this name."""
    hands.press("F10")
    texts = [button.text() for button in screen.case.more.buttons]
    hands.press(f"Alt+{texts.index(name) + 1}")


def test_a_case_is_paused_extended_decided_and_handed_out(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    screen = on_the_page(counter)
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.HANDLING
    assert "记下了：开始办理" in counter.words()

    choose(hands, screen, "特别程序")
    hands.press("Return")
    hands.fill("等医院评定", "办法第三条")
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.SUSPENDED
    assert "听证" in counter.paper("special_procedure_notice")
    assert "暂停计时" in counter.words()
    hands.press("Ctrl+Return", "Ctrl+Return")
    assert counter.last_case().state is CaseState.HANDLING

    choose(hands, screen, "延长期限")
    hands.press("Return")
    hands.fill("入户调查没做完")
    hands.press("Return")
    hands.type("not-this-one1")
    hands.press("Return")
    assert "口令不对" in counter.words()
    assert counter.last_case().lived.extensions == ()
    counter.clear_line()
    hands.type(MANAGER_PASSWORD)
    hands.press("Return")
    (given,) = counter.last_case().lived.extensions
    assert (given.days, given.reason) == (5, "入户调查没做完")
    assert "入户调查没做完" in counter.paper("extension_notice").replace("\n", "")

    hands.press("Ctrl+Return", "Ctrl+Return")
    assert counter.last_case().state is CaseState.READY
    hands.press("Ctrl+Return", "Return", "Return", "Space", "Ctrl+Return")
    done = counter.last_case()
    assert (done.id, done.state) == (case.id, CaseState.DELIVERED)
    assert done.lived.deliveries[0].way is DeliveryWay.COUNTER
    kinds = [paper.kind for paper in done.documents]
    assert {DocumentKind.RESULT_NOTICE, DocumentKind.DELIVERY_RECEIPT} <= set(kinds)
    assert word(CaseState.DELIVERED) in counter.words()


def test_a_call_is_answered_and_planned_without_leaving_the_page(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    on_the_page(counter)
    hands.press("Ctrl+Shift+C")
    assert "电话答复过" in counter.words()
    hands.press("Alt+B")
    hands.type("@+1 问户口簿 #加急")
    hands.press("Return")
    life = counter.last_case().lived
    assert (life.said, life.tags, life.notes[0].text) == (1, ("加急",), "问户口簿")
    assert "加急" in counter.words()
    counter.clock.pass_by(minutes=60 * 24)
    hands.press("F5")
    screen = counter.running.program.cases
    assert screen is not None
    assert screen.presenter.listing.shown.counts["to_call"] == 1


def test_a_lock_in_the_middle_of_an_act_does_nothing(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = on_the_page(counter)
    choose(hands, screen, "申请人撤回")
    hands.type("不办了")
    hands.press("Ctrl+L")
    counter.sign_in()
    assert counter.last_case().state is CaseState.ACCEPTED
    assert screen.presenter.page.session.shown is None or screen.presenter.page.session.shown.form is None
