"""After receipt: everything that is wrong is told at once, comes back by its day, by post, late, or never."""

from __future__ import annotations

from datetime import date, timedelta

from desk_app.domain.case_ends import NoteWritten
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.moves import Act
from desk_app.domain.worktime import SHANGHAI, local_day
from tests.services.desk_samples import CALENDAR
from tests.stories.case_steps import as_printed, begin, offered, on_the_page
from tests.stories.counter import BIRTH, WANG, Counter

ROUND_DAYS = 5


def received(counter: Counter) -> Case:
    """Taken in, and the acceptance taken back: the papers wait for a second look."""
    counter.open_signed_in()
    counter.accept(BIRTH, WANG)
    on_the_page(counter)
    counter.hands.press("Ctrl+Z")
    counter.hands.type("户口簿看不清")
    counter.hands.press("Return")
    case = counter.last_case()
    assert case.state is CaseState.RECEIVED
    return case


def ask(counter: Counter, row: int, problem: str) -> Case:
    """One paper of the list is not good, told with the day that is offered."""
    begin(counter, Act.ASK_SUPPLEMENT)
    counter.hands.press(*["Tab"] * (row - 1), "Space", "Tab")
    counter.hands.type(problem)
    counter.hands.press("Ctrl+Return")
    case = counter.last_case()
    assert case.state is CaseState.SUPPLEMENTING
    return case


def pass_to(counter: Counter, day: date) -> None:
    """Ten o'clock on a day."""
    now = counter.clock.now().astimezone(SHANGHAI)
    counter.clock.pass_by(days=(day - now.date()).days)
    counter.hands.press("F5")


def test_what_is_wrong_is_told_once_comes_back_and_is_accepted(counter: Counter) -> None:
    received(counter)
    case = ask(counter, 2, "看不清，复印件重做")
    (waiting,) = case.lived.rounds
    due = CALENDAR.working_day_after(local_day(counter.clock.now()), ROUND_DAYS)
    assert (waiting.due, [line.number for line in waiting.lines]) == (due, [2])
    assert [row.number for row in case.missing] == [2]
    paper = counter.paper("supplement_notice")
    assert "看不清，复印件重做" in paper
    assert as_printed(due) in paper
    assert "退还材料" in paper
    for row in case.materials:
        named = "".join(row.name.split()) in paper
        assert named is (row.number == 2), "only what has to come"
    words = counter.words()
    assert "收齐补来的 1 份材料" in words
    assert "等补正" in words
    assert "逾期退件" not in offered(counter), "not before its day"

    pass_to(counter, due)
    counter.hands.press("Ctrl+Return", "Ctrl+Return")
    assert counter.last_case().state is CaseState.RECEIVED
    assert not counter.last_case().missing
    counter.hands.press("Ctrl+Return")
    again = counter.last_case()
    assert (again.id, again.state) == (case.id, CaseState.ACCEPTED)
    assert again.accepted_at is not None
    assert local_day(again.accepted_at) == due, "the clocks start with the acceptance, not with the receipt"


def test_a_letter_that_lay_is_told_with_the_day_it_came(counter: Counter) -> None:
    received(counter)
    case = ask(counter, 2, "看不清")
    due = case.lived.rounds[0].due
    asked_on = local_day(case.lived.rounds[0].asked_at)
    came = CALENDAR.working_day_after(asked_on, 2)
    pass_to(counter, CALENDAR.working_day_after(asked_on, 3))
    hands = counter.hands
    hands.press("Ctrl+Return", "Tab")
    hands.type("改天")
    hands.press("Ctrl+Return")
    assert "这一天没看懂" in counter.words()
    counter.clear_line()
    hands.type(f"{came:%m-%d} 15:30")
    hands.press("Ctrl+Return")
    assert "还没写为什么今天才记" in counter.words()
    assert counter.last_case().state is CaseState.SUPPLEMENTING
    hands.type("邮寄来的，今天才拆")
    hands.press("Ctrl+Return")
    again = counter.last_case()
    assert again.state is CaseState.RECEIVED
    taken = again.lived.rounds[0].received_at
    assert taken is not None
    assert taken.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") == f"{came} 15:30"
    assert came < due
    with counter.running.desk.open_store.read() as reader:
        notes = [e.event for e in reader.cases.timeline(again.id) if isinstance(e.event, NoteWritten)]
    assert ["邮寄来的，今天才拆" in note.text for note in notes] == [True]
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.ACCEPTED


def test_who_needs_longer_asks_before_the_end_and_once(counter: Counter) -> None:
    received(counter)
    case = ask(counter, 2, "看不清")
    begin(counter, Act.EXTEND_SUPPLEMENT)
    counter.hands.press("Return")
    counter.hands.type("人在外地")
    counter.hands.press("Return")
    (waiting,) = counter.last_case().lived.rounds
    assert waiting.extended
    assert waiting.due > case.lived.rounds[0].due
    assert "补正延期" not in offered(counter)


def test_who_never_comes_is_called_and_gets_the_papers_back(counter: Counter) -> None:
    received(counter)
    case = ask(counter, 2, "看不清")
    due = case.lived.rounds[0].due
    pass_to(counter, due + timedelta(days=1))
    words = counter.words()
    assert "到期没补来，先打电话" in words
    assert "补正过期" in words
    begin(counter, Act.RETURN)
    counter.hands.press("Return")
    assert counter.last_case().state is CaseState.SUPPLEMENTING, "nobody is sent away without a call"
    counter.hands.type("11 月 30 日、12 月 2 日两次电话，说不办了")
    counter.hands.press("Return")
    ended = counter.last_case()
    assert (ended.id, ended.state, ended.open) == (case.id, CaseState.RETURNED, False)
    closing = ended.lived.closing
    assert closing is not None
    assert "两次电话" in closing.reason
    assert "材料要还给群众" in counter.words()
    assert DocumentKind.SUPPLEMENT_NOTICE in [paper.kind for paper in ended.documents]
