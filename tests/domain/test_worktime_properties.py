"""Properties of deadlines that hold for every start, limit and pause over the calendars of 2021-2027."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.worktime import (
    ClockState,
    Deadline,
    Lamp,
    Limit,
    LineKind,
    Pause,
    Unit,
    due_date,
    lamp,
    remaining_working_days,
    soon_until,
)
from desk_app.exchange.calendar_file import read_calendar

RESOURCE = Path(__file__).parents[2] / "resources" / "calendars" / "state-council.json"
CALENDAR = read_calendar(RESOURCE)  # 2004-2026: 2027 is judged by the weekday rule


def due(accepted: date, days: int, *pauses: Pause, unit: Unit = Unit.WORKING) -> date | None:
    return due_date(accepted, Limit(days, unit), CALENDAR, pauses).due


years = st.dates(date(2021, 1, 1), date(2027, 12, 31))
units = st.sampled_from(Unit)
lengths = st.integers(0, 90)


@st.composite
def pause_between(draw: st.DrawFn) -> Pause:
    first = draw(years)
    return Pause(first, first + timedelta(days=draw(st.integers(0, 60))))


some_pauses = st.lists(pause_between(), max_size=4)


@given(years, lengths, st.integers(0, 30), units, some_pauses)
def test_more_days_never_end_earlier(start: date, n: int, more: int, unit: Unit, stops: list[Pause]) -> None:
    short, long = due(start, n, *stops, unit=unit), due(start, n + more, *stops, unit=unit)
    assert short is not None
    assert long is not None
    assert start <= short <= long


@given(years, st.integers(1, 90), units, some_pauses)
def test_the_due_day_is_a_working_day_on_which_the_clock_runs(
    start: date, n: int, unit: Unit, stops: list[Pause]
) -> None:
    day = due(start, n, *stops, unit=unit)
    assert day is not None
    assert CALENDAR.is_working(day)
    assert not any(stop.first <= day <= (stop.last or date.max) for stop in stops)


@given(years, lengths, units, some_pauses, st.one_of(pause_between(), years.map(Pause)))
def test_another_pause_never_ends_earlier(
    start: date, n: int, unit: Unit, stops: list[Pause], another: Pause
) -> None:
    without, with_it = due(start, n, *stops, unit=unit), due(start, n, *stops, another, unit=unit)
    assert without is not None
    assert with_it is None or with_it >= without


@given(years, lengths, st.integers(0, 30), units, some_pauses)
def test_an_extension_equals_a_longer_limit(
    start: date, n: int, m: int, unit: Unit, stops: list[Pause]
) -> None:
    extended = due_date(start, Limit(n, unit, extension=m), CALENDAR, stops)
    assert extended == due_date(start, Limit(n + m, unit), CALENDAR, stops)


@given(years, lengths, units, some_pauses)
def test_the_explanation_counts_each_day_once_and_leaves_none_out(
    start: date, n: int, unit: Unit, stops: list[Pause]
) -> None:
    deadline = due_date(start, Limit(n, unit), CALENDAR, stops)
    lines = deadline.explanation
    assert [line.index for line in lines if line.index is not None] == list(range(1, n + 1))
    assert [line.day for line in lines] == [start + timedelta(days=k) for k in range(len(lines))]
    assert lines[-1].day == deadline.due
    assert [line.kind for line in lines if line.kind is LineKind.START] == [LineKind.START]
    assert deadline.beyond_calendar == any(line.day.year > 2026 for line in lines[1:])


@given(years, lengths, some_pauses)
def test_pauses_on_days_off_do_not_matter_in_working_days(start: date, n: int, stops: list[Pause]) -> None:
    off = [
        Pause(day, day)
        for stop in stops
        for day in (stop.first + timedelta(days=k) for k in range(14))
        if not CALENDAR.is_working(day)
    ]
    assert due_date(start, Limit(n), CALENDAR, off) == due_date(start, Limit(n), CALENDAR)


@given(years, lengths, units, st.permutations(range(4)), st.lists(pause_between(), min_size=4, max_size=4))
def test_computing_twice_in_any_order_of_pauses_gives_the_same(
    start: date, n: int, unit: Unit, order: list[int], stops: list[Pause]
) -> None:
    shuffled = [stops[k] for k in order]
    assert due_date(start, Limit(n, unit), CALENDAR, stops) == due_date(
        start, Limit(n, unit), CALENDAR, shuffled
    )


@given(years, lengths)
def test_working_days_left_on_the_first_day_are_the_limit(start: date, n: int) -> None:
    day = due(start, n)
    assert day is not None
    assert remaining_working_days(day, start, CALENDAR) == n


@given(years, years)
def test_a_list_filtered_by_date_shows_the_same_lamps(today: date, due_day: date) -> None:
    deadline = Deadline(due_day, Unit.WORKING, 10, (), beyond_calendar=False, last_loaded_day=None)
    shown = lamp(deadline, None, today, ClockState.RUNNING, CALENDAR)
    assert (shown is Lamp.OK) == (due_day > soon_until(today, CALENDAR))
