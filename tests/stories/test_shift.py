"""A counter is opened and closed: an original keeps it open, and the next one reads what was left."""

from __future__ import annotations

from desk_app.domain.case_ends import ContactPlanned
from desk_app.domain.cases import Case
from desk_app.domain.shifts import Loose, Shift
from desk_app.domain.worktime import local_day
from desk_app.services.case_acts import act
from desk_app.services.custody import take_original
from tests.papers.reading import text_of
from tests.stories.counter import BENEFIT, MANAGER_PASSWORD, WANG, Counter


def shifts(counter: Counter) -> tuple[Shift | None, Shift | None]:
    """The one that runs here, and the one closed last."""
    desk = counter.running.desk
    clerk = desk.present_clerk
    with desk.open_store.read() as reader:
        return reader.shifts.running(clerk.device.id, clerk.user_id), reader.shifts.last_closed(
            clerk.device.id
        )


def keep_original(counter: Counter, case: Case) -> int:
    """The household book stays at the counter for a while."""
    desk = counter.running.desk
    row = next(row.number for row in case.materials if "户口" in row.name)
    take_original(desk.open_store, desk.present_clerk, case.id, row, desk.now())
    counter.hands.calm()
    return row


def test_a_window_closes_when_every_original_is_back(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+Shift+O")
    hands.wait_until(lambda: "开窗了" in counter.words(), "the counter is open")
    running, before = shifts(counter)
    assert running is not None
    assert (running.name, before) == ("经办甲", None)
    assert "上一班没留下没办完的事" in counter.words()
    hands.press("Ctrl+Return")
    assert counter.page() == "lookup"

    case = counter.accept(BENEFIT, WANG)
    keep_original(counter, case)
    hands.press("Ctrl+Shift+W")
    hands.wait_until(lambda: "先退这些原件" in counter.words(), "the page is read")
    hands.press("Ctrl+Return")
    hands.wait_until(lambda: "还有 1 份原件没退" in counter.words(), "it stays open")
    assert shifts(counter)[1] is None

    hands.press("Alt+R")
    hands.press("Return")
    hands.wait_until(lambda: "都办完了，可以收窗" in counter.words(), "the original is back")
    hands.press("Alt+B")
    hands.type("明早找王某某签字")
    hands.press("Ctrl+P")
    hands.wait_until(lambda: bool(counter.papers("shift")), "the page is printed")
    assert "明早找王某某签字" in text_of(counter.papers("shift")[0].read_bytes()).replace("\n", "")
    hands.press("Ctrl+Return")
    hands.wait_until(lambda: "收窗了，辛苦了" in counter.words(), "the counter is closed")
    closed = shifts(counter)[1]
    assert closed is not None
    assert (closed.note, closed.ends) == ("明早找王某某签字", ())
    assert counter.page() == "lookup"


def test_who_opens_next_reads_what_was_left(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+Shift+O")
    hands.press("Ctrl+Return")
    case = counter.accept(BENEFIT, WANG)
    keep_original(counter, case)
    desk = counter.running.desk
    call = ContactPlanned(local_day(desk.now()), desk.now())
    act(desk.open_store, desk.present_clerk, case.id, call, desk.now())
    hands.press("Ctrl+Shift+W")
    hands.wait_until(lambda: "先退这些原件" in counter.words(), "the page is read")
    hands.press("Alt+K")
    hands.type("周某某")
    hands.press("Return", "Return")
    assert "在 周某某" not in counter.words(), "a reason is asked for"
    hands.type("没来取")
    hands.press("Return")
    hands.wait_until(lambda: "在 周某某，没来取" in counter.words(), "somebody keeps it")
    hands.press("Ctrl+Return")
    hands.wait_until(lambda: shifts(counter)[1] is not None, "the counter is closed")

    counter.close()
    hands = counter.open_signed_in(MANAGER_PASSWORD, "z")
    hands.press("Ctrl+Shift+O")
    hands.wait_until(
        lambda: "经办甲" in counter.words() and "收窗" in counter.words(), "what was left is shown"
    )
    words = counter.words()
    assert "王*某" in words
    assert "没来取" in words
    assert "该回访" in words
    closed = shifts(counter)[1]
    assert closed is not None
    assert [end.kind for end in closed.ends] == [Loose.ORIGINAL, Loose.CALL]
    hands.press("Ctrl+Shift+W")
    hands.wait_until(lambda: "先退这些原件" in counter.words(), "now it is the manager's")
