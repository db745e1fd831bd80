"""Clocks over a whole life: what starts, stops, lengthens and restarts them; every date explains itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.cases import Case, CaseAccepted, CaseEvent, CaseState
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.clocks import (
    as_limit,
    case_deadlines,
    case_due,
    case_notice,
    case_pauses,
    clock_state,
    clock_state_on,
    counted_to,
    deferral_limit,
    promised_until,
    waited_until,
)
from desk_app.domain.worktime import MOST_DAYS, ClockState, Deadline, Limit, LineKind, Pause, Unit
from tests.domain import lives as of

ACCEPTED = (of.RECEIVED, of.ACCEPTED)


def dues(*events: CaseEvent) -> tuple[date | None, date | None]:
    case = of.after(*events)
    found = case_deadlines(case, of.CALENDAR)
    assert found.promised is not None
    assert found.statutory is not None
    return found.promised.due, found.statutory.due


def test_nothing_runs_before_acceptance() -> None:
    found = case_deadlines(of.life(CaseState.RECEIVED), of.CALENDAR)
    assert (found.promised, found.statutory) == (None, None)


def test_both_limits_run_from_acceptance() -> None:
    assert dues(*ACCEPTED) == (date(2026, 11, 9), date(2026, 11, 30))


def test_a_special_procedure_shifts_both_by_its_working_days() -> None:
    # Wednesday 4 to Sunday 8: three working days; it ends on Monday 9.
    assert dues(*ACCEPTED, of.BEGUN, of.PAUSED, of.RESUMED) == (date(2026, 11, 12), date(2026, 12, 3))


def test_a_pause_without_end_stops_at_its_longest_time() -> None:
    case = of.life(CaseState.SUSPENDED)
    assert case_pauses(case, of.CALENDAR) == (Pause(date(2026, 11, 4), date(2026, 12, 1)),)
    assert dues(*ACCEPTED, of.BEGUN, of.PAUSED) == (date(2026, 12, 7), date(2026, 12, 28))
    late = replace(of.RESUMED, at=of.day(60))
    assert dues(*ACCEPTED, of.BEGUN, of.PAUSED, late) == (date(2026, 12, 7), date(2026, 12, 28))


def test_a_pause_of_one_day_costs_nothing() -> None:
    same_day = replace(of.RESUMED, at=of.PAUSED.at + timedelta(hours=3))
    assert case_pauses(of.after(*ACCEPTED, of.PAUSED, same_day), of.CALENDAR) == ()


def test_a_supplement_after_acceptance_pauses_only_by_the_items_rule() -> None:
    assert dues(*ACCEPTED, of.AMENDMENT, of.AMENDED) == (date(2026, 11, 11), date(2026, 12, 2))
    running = replace(of.AMENDMENT, pauses=False)
    assert dues(*ACCEPTED, running, of.AMENDED) == (date(2026, 11, 9), date(2026, 11, 30))


def test_who_never_comes_back_stops_the_clock_until_the_due_day() -> None:
    waiting = of.life(CaseState.AMENDING)
    assert case_pauses(waiting, of.CALENDAR) == (Pause(date(2026, 11, 3), date(2026, 11, 9)),)
    waived = of.after(*ACCEPTED, of.AMENDMENT, of.WAIVED)
    assert case_pauses(waived, of.CALENDAR) == (Pause(date(2026, 11, 3), date(2026, 11, 9)),)


def test_an_extension_lengthens_both_in_their_own_unit() -> None:
    assert dues(*ACCEPTED, of.BEGUN, of.EXTENDED) == (date(2026, 11, 16), date(2026, 12, 7))


@pytest.mark.parametrize(
    ("limit", "extension", "found"),
    [
        (TimeLimit(), 5, None),
        (TimeLimit(20), 0, Limit(20, Unit.WORKING, 0)),
        (TimeLimit(20, Unit.NATURAL), 5, Limit(20, Unit.NATURAL, 5)),
        (TimeLimit(20), -5, Limit(20, Unit.WORKING, 0)),
        (TimeLimit(20), 10**9, Limit(20, Unit.WORKING, MOST_DAYS - 20)),
    ],
)
def test_an_entry_from_elsewhere_cannot_break_a_list(
    limit: TimeLimit, extension: int, found: Limit | None
) -> None:
    assert as_limit(limit, extension) == found


def test_a_pause_longer_than_any_is_cut() -> None:
    endless = replace(of.PAUSED, most_days=10**9)
    (pause,) = case_pauses(of.after(*ACCEPTED, endless), of.CALENDAR)
    assert pause.last is not None
    assert pause.last.year < 2045


def test_every_date_explains_its_pause() -> None:
    found = case_deadlines(of.after(*ACCEPTED, of.BEGUN, of.PAUSED, of.RESUMED), of.CALENDAR)
    assert found.promised is not None
    kinds = [line.kind for line in found.promised.explanation]
    assert kinds.count(LineKind.PAUSED) == 3
    assert kinds.count(LineKind.COUNTED) == found.promised.days == 5
    assert found.promised.summary.paused_days == 3


def notice(*events: CaseEvent) -> date | None:
    found = case_notice(of.after(*events), of.CALENDAR)
    return None if found is None else found.due


def test_the_notice_timer_stops_and_starts_anew() -> None:
    assert notice(of.RECEIVED) == date(2026, 11, 9)
    assert notice(of.RECEIVED, of.ASKED) is None
    assert notice(of.RECEIVED, of.ASKED, of.CAME) == date(2026, 11, 12)
    assert notice(*ACCEPTED) is None
    assert notice() is None


def test_the_notice_timer_runs_on_while_papers_travel() -> None:
    assert notice(of.RECEIVED, of.SENT) == date(2026, 11, 9)
    assert notice(of.RECEIVED, of.SENT, of.SIGNED) == date(2026, 11, 9)
    assert case_due(of.life(CaseState.FORWARDED), of.CALENDAR) == date(2026, 11, 9)


DUES: dict[CaseState, date | None] = {
    CaseState.NOTICED: None,
    CaseState.RECEIVED: date(2026, 11, 9),
    CaseState.FORWARDED: date(2026, 11, 9),
    CaseState.SUPPLEMENTING: date(2026, 11, 9),
    CaseState.ACCEPTED: date(2026, 11, 9),
    CaseState.HANDLING: date(2026, 11, 9),
    CaseState.SUSPENDED: date(2026, 12, 7),
    CaseState.AMENDING: date(2026, 11, 16),
    CaseState.REPORTED: date(2026, 11, 9),
}
CLOCKS: dict[CaseState, ClockState] = {
    CaseState.SUPPLEMENTING: ClockState.PAUSED,
    CaseState.SUSPENDED: ClockState.PAUSED,
    CaseState.AMENDING: ClockState.PAUSED,
}


@pytest.mark.parametrize("state", CaseState)
def test_what_a_list_sorts_by_and_what_its_lamp_says(state: CaseState) -> None:
    case = of.life(state)
    assert case_due(case, of.CALENDAR) == DUES.get(state)
    running = ClockState.RUNNING if case.open else ClockState.DONE
    assert clock_state(case) is CLOCKS.get(state, running)


def test_a_supplement_longer_moves_the_day_it_is_due() -> None:
    assert case_due(of.after(of.RECEIVED, of.ASKED, of.LONGER), of.CALENDAR) == date(2026, 11, 16)


def test_an_amendment_that_does_not_pause_leaves_the_clock_running() -> None:
    running = of.after(*ACCEPTED, replace(of.AMENDMENT, pauses=False))
    assert clock_state(running) is ClockState.RUNNING


def test_a_case_in_a_state_it_cannot_reach_has_no_date() -> None:
    """Two desks that worked apart may leave a state without its round; a list must still show it."""
    bare = replace(of.life(CaseState.RECEIVED), state=CaseState.SUPPLEMENTING)
    assert case_due(bare, of.CALENDAR) is None
    assert clock_state(replace(bare, state=CaseState.AMENDING)) is ClockState.RUNNING


@pytest.mark.parametrize(
    ("state", "today", "found"),
    [
        (CaseState.HANDLING, date(2027, 1, 4), ClockState.RUNNING),
        (CaseState.SUPPLEMENTING, date(2027, 1, 4), ClockState.PAUSED),
        (CaseState.SUSPENDED, date(2026, 12, 1), ClockState.PAUSED),
        (CaseState.SUSPENDED, date(2026, 12, 2), ClockState.RUNNING),
        (CaseState.AMENDING, date(2026, 11, 9), ClockState.PAUSED),
        (CaseState.AMENDING, date(2026, 11, 10), ClockState.RUNNING),
    ],
)
def test_a_pause_that_has_lasted_its_longest_lights_the_lamp_again(
    state: CaseState, today: date, found: ClockState
) -> None:
    assert clock_state_on(of.life(state), today, of.CALENDAR) is found


def test_a_deferral_ends_well_before_the_promise() -> None:
    monday = date(2026, 11, 2)
    assert deferral_limit(TimeLimit(20), monday, of.CALENDAR) == date(2026, 11, 9)
    assert deferral_limit(TimeLimit(5), monday, of.CALENDAR) == date(2026, 11, 5)
    assert deferral_limit(TimeLimit(6), date(2026, 11, 6), of.CALENDAR) == date(2026, 11, 12)
    assert deferral_limit(TimeLimit(1), monday, of.CALENDAR) == monday
    assert deferral_limit(TimeLimit(), monday, of.CALENDAR) == date(2026, 11, 9)


def due_of(case: Case) -> date:
    found = case_deadlines(case, of.CALENDAR).promised
    assert isinstance(found, Deadline)
    assert found.due is not None
    return found.due


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 30), st.integers(1, 20))
def test_a_pause_never_costs_the_citizen_more_than_it_lasted(
    begins: int, lasts: int, most: int, promised: int
) -> None:
    """The deadline moves by no more working days than the pause held, and never backwards."""
    pin = replace(of.PIN, promised=TimeLimit(promised))
    accepted = (of.RECEIVED, CaseAccepted(of.AT))
    paused = replace(of.PAUSED, at=of.day(begins), most_days=most)
    resumed = replace(of.RESUMED, at=of.day(begins + lasts))
    before = due_of(of.after(*accepted, pin=pin))
    after = due_of(of.after(*accepted, paused, resumed, pin=pin))
    first = of.day(begins).date() - timedelta(days=1)
    last = of.day(begins + lasts).date() - timedelta(days=1)
    held = of.CALENDAR.working_days_between(first, last)
    assert before <= after
    assert of.CALENDAR.working_days_between(before, after) <= min(held, most)


def test_a_day_that_somebody_named_is_counted_too() -> None:
    asked = waited_until(of.life(CaseState.SUPPLEMENTING), of.CALENDAR)
    assert asked is not None
    assert (asked.due, asked.days) == (date(2026, 11, 9), 4), "asked on Tuesday the 3rd, due on Monday"
    assert [line.kind for line in asked.explanation].count(LineKind.WEEKEND) == 2
    owing = of.after(of.OWING_RECEIVED, of.OWING_ACCEPTED)
    promised = promised_until(owing, of.CALENDAR)
    assert promised is not None
    assert (promised.due, promised.days) == (of.PROMISE, 4)
    assert waited_until(owing, of.CALENDAR) is None


@pytest.mark.parametrize(
    "case",
    [
        of.life(CaseState.ACCEPTED),
        of.after(of.OWING_RECEIVED),
        of.after(of.OWING_RECEIVED, of.OWING_ACCEPTED, of.WITHDRAWN),
        of.after(of.OWING_RECEIVED, replace(of.OWING_ACCEPTED, promise_by=None)),
    ],
)
def test_what_nobody_owes_has_no_day(case: Case) -> None:
    assert promised_until(case, of.CALENDAR) is None


def test_a_day_in_the_past_is_no_days_away() -> None:
    assert counted_to(date(2026, 11, 9), date(2026, 11, 3), of.CALENDAR).days == 0
