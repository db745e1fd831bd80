"""容缺: a paper promised for later comes in time, is put off once, or never comes."""

from __future__ import annotations

from datetime import date, timedelta

from desk_app.domain.cases import Case, CaseState, MaterialState
from desk_app.domain.clocks import case_deadlines, deferral_limit
from desk_app.domain.documents import DocumentKind
from desk_app.domain.moves import Act
from desk_app.domain.worktime import local_day
from desk_app.ui.screens.cases.filters import Chip
from tests.services.desk_samples import CALENDAR
from tests.stories.case_steps import as_printed, begin, newest, offered, on_the_page
from tests.stories.counter import BIRTH, WANG, Counter
from tests.stories.test_supplement_rounds import ask, pass_to, received


def promised(counter: Counter) -> Case:
    """The second paper follows."""
    hands = counter.open_signed_in()
    counter.take_in(BIRTH, WANG)
    hands.press("F4")
    hands.type("2r")
    hands.press("Ctrl+Return")
    case = counter.last_case()
    assert case.state is CaseState.ACCEPTED
    assert [row.number for row in case.deferred] == [2]
    return case


def waiting_in(counter: Counter, chip: Chip) -> int:
    """How many the chip of the cases screen counts."""
    screen = counter.running.program.cases
    assert screen is not None
    return screen.presenter.listing.shown.counts.get(chip.value, 0)


def test_both_papers_of_the_promise_name_the_paper_and_the_day(counter: Counter) -> None:
    case = promised(counter)
    by = case.promise_by
    today = local_day(counter.clock.now())
    assert by == deferral_limit(case.item.promised, today, CALENDAR)
    end = case_deadlines(case, CALENDAR).governing
    assert end is not None
    assert end.due is not None
    assert by is not None
    assert by < end.due, "at least two working days before the promised end"
    owed = "".join(case.deferred[0].name.split())
    promise, notice = counter.paper("deferral_promise"), counter.paper("deferral_notice")
    for paper in (promise, notice):
        assert owed in paper
        assert as_printed(by) in paper or f"{by.month}月{by.day}日" in paper
        assert "失信" not in paper
        assert "材料齐全、符合要求" not in paper
    assert "逾期未补齐的" in promise
    assert "材料齐全、符合要求" not in counter.paper("acceptance")
    kinds = [paper.kind for paper in case.documents]
    assert kinds.count(DocumentKind.DEFERRAL_PROMISE) == kinds.count(DocumentKind.DEFERRAL_NOTICE) == 1


def test_a_promise_that_is_kept(counter: Counter) -> None:
    case = promised(counter)
    assert case.promise_by is not None
    on_the_page(counter)
    assert "补交 1 份容缺材料" in counter.words()
    assert "容缺逾期终止" not in offered(counter)
    pass_to(counter, case.promise_by)
    assert waiting_in(counter, Chip.PROMISES_DUE) == 1
    counter.hands.press("Ctrl+Return", "Ctrl+Return")
    again = counter.last_case()
    assert (again.id, again.state, again.deferred) == (case.id, CaseState.ACCEPTED, ())
    assert again.materials[1].state is MaterialState.ORIGINAL
    assert waiting_in(counter, Chip.PROMISES_DUE) == 0
    assert case_deadlines(again, CALENDAR) == case_deadlines(case, CALENDAR), "no day is won or lost"


def test_a_promise_that_is_put_off_once_and_then_broken(counter: Counter) -> None:
    case = promised(counter)
    assert case.promise_by is not None
    on_the_page(counter)
    pass_to(counter, case.promise_by + timedelta(days=1))
    assert "份容缺材料没补来，先打电话" in counter.words()
    begin(counter, Act.EXTEND_DEFERRAL)
    counter.hands.press("Return")
    counter.hands.type("电话提醒，说后天送来")
    counter.hands.press("Return")
    later = counter.last_case()
    assert later.lived.deferral_extended
    assert later.promise_by is not None
    assert later.promise_by > case.promise_by
    end = case_deadlines(later, CALENDAR).governing
    assert end is not None
    assert end.due is not None
    assert later.promise_by <= end.due
    pass_to(counter, later.promise_by + timedelta(days=1))
    assert "容缺延期" not in offered(counter), "once"
    begin(counter, Act.BREAK_DEFERRAL)
    counter.hands.press("Return")
    assert counter.last_case().open, "not without a reminder"
    counter.hands.type("三次电话，没有送来")
    counter.hands.press("Return")
    ended = counter.last_case()
    assert (ended.id, ended.state) == (case.id, CaseState.TERMINATED)
    assert ended.lived.closing is not None
    assert ended.lived.closing.reason == "三次电话，没有送来"
    assert "容缺逾期，终止" in counter.words()


def test_what_did_not_come_with_the_others_is_promised_at_acceptance(counter: Counter) -> None:
    received(counter)
    ask(counter, 2, "看不清")
    hands = counter.hands
    hands.press("Ctrl+Return", "Home", "Ctrl+Return")
    case = counter.last_case()
    assert case.state is CaseState.RECEIVED
    assert [row.number for row in case.deferred] == [2]
    hands.press("Ctrl+Return")
    assert "容缺材料哪天前补来" in counter.words()
    counter.clear_line()
    hands.type("+60")
    hands.press("Return")
    assert counter.last_case().state is CaseState.RECEIVED, "never beyond the end of the case"
    counter.clear_line()
    hands.type("+1")
    hands.press("Return")
    again = counter.last_case()
    assert (again.state, again.promise_by) == (
        CaseState.ACCEPTED,
        local_day(counter.clock.now()) + timedelta(days=1),
    )
    day = again.promise_by
    assert isinstance(day, date)
    assert f"{day.month}月{day.day}日" in newest(counter, "deferral_promise")
