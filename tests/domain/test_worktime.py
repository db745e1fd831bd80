"""Deadlines: the dossier's fixtures and the rules of the law one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desk_app.domain.calendar import DayMark, MarkKind
from desk_app.domain.errors import InputError
from desk_app.domain.worktime import (
    MOST_DAYS,
    SHANGHAI,
    ClockState,
    Deadline,
    Deadlines,
    Lamp,
    Limit,
    Pause,
    Summary,
    Unit,
    due_date,
    due_dates,
    lamp,
    local_day,
    remaining_working_days,
)
from desk_app.exchange.calendar_file import read_calendar

RESOURCE = Path(__file__).parents[2] / "resources" / "calendars" / "state-council.json"
CALENDAR = read_calendar(RESOURCE)  # 2004-2026: the years after it are judged by the weekday rule
SPRING_PAUSE = Pause(date(2026, 2, 16), date(2026, 2, 20))


def due(
    accepted: date, days: int, *pauses: Pause, unit: Unit = Unit.WORKING, extension: int = 0
) -> date | None:
    return due_date(accepted, Limit(days, unit, extension), CALENDAR, pauses).due


def rows(deadline: Deadline) -> list[tuple[str, str, int | None, str]]:
    return [line.as_row() for line in deadline.explanation]


# ---- working days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "days", "expected"),
    [
        (date(2026, 2, 12), 5, date(2026, 2, 26)),
        (date(2026, 9, 24), 5, date(2026, 10, 9)),
        (date(2026, 9, 30), 20, date(2026, 11, 3)),
        (date(2026, 1, 4), 1, date(2026, 1, 5)),
        (date(2026, 2, 28), 3, date(2026, 3, 4)),
        (date(2026, 11, 24), 10, date(2026, 12, 8)),  # the intake picture
    ],
)
def test_fixtures_of_the_domain_dossier(accepted: date, days: int, expected: date) -> None:
    assert due(accepted, days) == expected


def test_the_example_of_the_issue_whose_pause_lies_in_the_spring_festival() -> None:
    accepted = local_day(datetime(2026, 2, 12, 10, tzinfo=SHANGHAI))
    paused = due_date(accepted, Limit(5), CALENDAR, [SPRING_PAUSE])
    assert paused.due == date(2026, 2, 26)
    assert paused == due_date(accepted, Limit(5), CALENDAR)
    assert rows(paused) == [
        ("2026-02-12", "start", None, ""),
        ("2026-02-13", "counted", 1, ""),
        ("2026-02-14", "makeup", 2, "春节"),
        *((f"2026-02-{day}", "holiday", None, "春节") for day in range(15, 24)),
        ("2026-02-24", "counted", 3, ""),
        ("2026-02-25", "counted", 4, ""),
        ("2026-02-26", "counted", 5, ""),
    ]
    assert paused.summary == Summary(5, 1, 0, 0, ("春节",), 9, 0, 0)


def test_the_summary_says_what_the_strip_under_the_date_says() -> None:
    deadline = due_date(date(2026, 11, 24), Limit(10), CALENDAR)
    assert deadline.summary == Summary(10, 0, 2, 4, (), 0, 0, 0)
    assert (deadline.days, deadline.unit, deadline.beyond_calendar) == (10, Unit.WORKING, False)


def test_acceptance_on_a_day_off_counts_from_the_next_working_day() -> None:
    assert due(date(2026, 11, 28), 1) == due(date(2026, 11, 27), 1) == date(2026, 11, 30)
    assert due(date(2026, 10, 1), 1) == date(2026, 10, 8)


def test_paused_working_days_are_not_counted() -> None:
    deadline = due_date(
        date(2026, 11, 24), Limit(3), CALENDAR, [Pause(date(2026, 11, 26), date(2026, 11, 28))]
    )
    assert rows(deadline) == [
        ("2026-11-24", "start", None, ""),
        ("2026-11-25", "counted", 1, ""),
        ("2026-11-26", "paused", None, ""),
        ("2026-11-27", "paused", None, ""),
        ("2026-11-28", "weekend", None, ""),
        ("2026-11-29", "weekend", None, ""),
        ("2026-11-30", "counted", 2, ""),
        ("2026-12-01", "counted", 3, ""),
    ]
    assert deadline.summary.paused_days == 2


def test_pauses_may_overlap_and_stand_in_any_order() -> None:
    whole = Pause(date(2026, 11, 25), date(2026, 12, 4))
    parts = (
        Pause(date(2026, 12, 1), date(2026, 12, 4)),
        Pause(date(2026, 11, 25), date(2026, 12, 2)),
        Pause(date(2026, 11, 26), date(2026, 11, 26)),
    )
    assert due(date(2026, 11, 24), 5, whole) == due(date(2026, 11, 24), 5, *parts) == date(2026, 12, 11)


def test_a_pause_on_the_day_of_acceptance_costs_nothing() -> None:
    day = date(2026, 11, 24)
    assert due(day, 5, Pause(day, day)) == due(day, 5)


def test_a_pause_without_end_stops_the_clock_and_says_from_when() -> None:
    deadline = due_date(date(2026, 11, 24), Limit(5), CALENDAR, [Pause(date(2026, 11, 26))])
    assert deadline.due is None
    assert rows(deadline) == [
        ("2026-11-24", "start", None, ""),
        ("2026-11-25", "counted", 1, ""),
        ("2026-11-26", "paused", None, ""),
    ]


def test_a_pause_without_end_that_began_before_acceptance_stops_the_clock_at_once() -> None:
    assert due(date(2026, 11, 24), 5, Pause(date(2026, 11, 2))) is None


def test_a_pause_that_begins_after_the_limit_has_run_out_changes_nothing() -> None:
    assert due(date(2026, 11, 24), 2, Pause(date(2026, 11, 27))) == date(2026, 11, 26)


def test_an_extension_adds_days_of_the_same_unit() -> None:
    assert due(date(2026, 9, 24), 3, extension=2) == date(2026, 10, 9)
    assert due(date(2026, 11, 24), 3, unit=Unit.NATURAL, extension=4) == date(2026, 12, 1)


def test_a_case_done_on_the_spot_ends_on_its_day_even_on_a_day_off() -> None:
    deadline = due_date(date(2026, 11, 28), Limit(0), CALENDAR, [Pause(date(2026, 11, 1))])
    assert deadline.due == date(2026, 11, 28)
    assert rows(deadline) == [("2026-11-28", "start", None, "")]
    assert not deadline.beyond_calendar


# ---- natural days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "days", "expected"),
    [
        (date(2026, 11, 24), 7, date(2026, 12, 1)),  # a working day: nothing moves
        (date(2026, 11, 24), 4, date(2026, 11, 30)),  # Saturday, moved over Sunday
        (date(2026, 9, 28), 3, date(2026, 10, 8)),  # 1 October, moved over the National Day holiday
        (date(2026, 2, 9), 5, date(2026, 2, 14)),  # a Saturday that is worked stays
    ],
)
def test_natural_days_end_on_a_working_day(accepted: date, days: int, expected: date) -> None:
    assert due(accepted, days, unit=Unit.NATURAL) == expected


def test_natural_days_say_which_day_was_the_last_and_where_it_moved() -> None:
    deadline = due_date(date(2026, 9, 29), Limit(2, Unit.NATURAL), CALENDAR)
    assert rows(deadline) == [
        ("2026-09-29", "start", None, ""),
        ("2026-09-30", "counted", 1, ""),
        ("2026-10-01", "counted", 2, "国庆节"),
        *((f"2026-10-0{day}", "holiday", None, "国庆节") for day in range(2, 8)),
        ("2026-10-08", "moved", None, ""),
    ]
    assert deadline.summary.counted_days == 2


def test_each_paused_date_pushes_natural_days_on_by_one() -> None:
    weekend = Pause(date(2026, 11, 28), date(2026, 11, 29))
    assert due(date(2026, 11, 24), 7, weekend, unit=Unit.NATURAL) == date(2026, 12, 3)


def test_a_moved_end_does_not_rest_on_a_paused_day() -> None:
    monday = Pause(date(2026, 11, 30), date(2026, 11, 30))
    deadline = due_date(date(2026, 11, 24), Limit(4, Unit.NATURAL), CALENDAR, [monday])
    assert [row[1] for row in rows(deadline)[-3:]] == ["weekend", "paused", "moved"]
    assert deadline.due == date(2026, 12, 1)


# ---- calendar edges --------------------------------------------------------------------------------------


def test_a_limit_past_the_last_loaded_year_says_so() -> None:
    deadline = due_date(date(2026, 12, 30), Limit(3), CALENDAR)
    assert deadline.due == date(2027, 1, 4)
    assert deadline.beyond_calendar
    assert deadline.last_loaded_day == date(2026, 12, 31)
    assert not due_date(date(2026, 12, 30), Limit(1), CALENDAR).beyond_calendar


def test_a_closure_of_the_site_lengthens_its_promise_but_not_the_limit_of_the_law() -> None:
    fair = CALENDAR.with_edits({date(2026, 11, 25): DayMark(MarkKind.CLOSURE, "山会")})
    both = due_dates(date(2026, 11, 24), Limit(1), Limit(2), fair)
    assert both.promised is not None
    assert both.statutory is not None
    assert both.promised.due == both.statutory.due == date(2026, 11, 26)
    assert rows(both.promised)[1] == ("2026-11-25", "closure", None, "山会")
    assert both.promised.summary.closure_days == 1
    assert both.governing is both.promised


def test_both_deadlines_stand_side_by_side_and_the_earlier_governs() -> None:
    pauses = iter([Pause(date(2026, 11, 25), date(2026, 11, 25))])  # even an iterator serves both
    both = due_dates(date(2026, 11, 24), Limit(20), Limit(5, Unit.NATURAL), CALENDAR, pauses)
    assert both.governing is both.statutory
    assert not both.statutory_passed(date(2026, 11, 30))
    assert both.statutory_passed(date(2026, 12, 1))
    assert due_dates(date(2026, 11, 24), None, None, CALENDAR) == Deadlines(None, None)
    assert Deadlines(None, None).governing is None
    assert not Deadlines(None, None).statutory_passed(date(2026, 12, 1))


def test_instants_become_the_date_at_the_counter() -> None:
    assert local_day(datetime(2026, 2, 11, 15, 59, tzinfo=UTC)) == date(2026, 2, 11)
    assert local_day(datetime(2026, 2, 11, 16, 0, tzinfo=UTC)) == date(2026, 2, 12)
    assert local_day(datetime(2026, 2, 12, 0, 0, tzinfo=timezone(timedelta(hours=9)))) == date(2026, 2, 11)
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 2, 12, 10))  # noqa: DTZ001 - the naive instant is what must be refused


# ---- refused input ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "extension"), [(-1, 0), (5, -1), (MOST_DAYS, 1), (10**30, 0)])
def test_impossible_limits_are_refused(days: int, extension: int) -> None:
    with pytest.raises(InputError) as caught:
        Limit(days, Unit.WORKING, extension)
    assert (caught.value.code, caught.value.params) == ("limit_days", {"most": MOST_DAYS})


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        Pause(date(2026, 2, 20), date(2026, 2, 16))
    assert (caught.value.code, caught.value.params) == (
        "pause_order",
        {"first": "2026-02-20", "last": "2026-02-16"},
    )


@pytest.mark.parametrize("accepted", [date(1, 1, 1), date(1948, 12, 31), date(3000, 1, 1), date.max])
def test_a_day_of_acceptance_out_of_reach_is_refused(accepted: date) -> None:
    with pytest.raises(InputError) as caught:
        due_date(accepted, Limit(5), CALENDAR)
    assert caught.value.code == "deadline_start"


def test_a_pause_of_a_lifetime_is_refused_in_words() -> None:
    with pytest.raises(InputError) as caught:
        due(date(2026, 11, 24), 5, Pause(date(2026, 11, 25), date(2099, 1, 1)))
    assert caught.value.code == "deadline_too_far"


def test_the_longest_limit_can_be_counted() -> None:
    last = due_date(date(2026, 1, 1), Limit(MOST_DAYS), CALENDAR)
    assert last.summary.counted_days == MOST_DAYS


# ---- lamps -----------------------------------------------------------------------------------------------

TODAY = date(2026, 11, 24)  # Tuesday


def ends(day: date | None) -> Deadline:
    return Deadline(day, Unit.WORKING, 10, (), beyond_calendar=False, last_loaded_day=None)


@pytest.mark.parametrize(
    ("due_day", "left", "expected"),
    [
        (date(2026, 11, 20), -2, Lamp.OVERDUE),
        (date(2026, 11, 23), -1, Lamp.OVERDUE),
        (date(2026, 11, 24), 0, Lamp.DUE),
        (date(2026, 11, 25), 1, Lamp.SOON),
        (date(2026, 11, 27), 3, Lamp.SOON),
        (date(2026, 11, 30), 4, Lamp.OK),
        (date(2026, 12, 8), 10, Lamp.OK),
    ],
)
def test_the_lamp_follows_the_working_days_left(due_day: date, left: int, expected: Lamp) -> None:
    assert remaining_working_days(due_day, TODAY, CALENDAR) == left
    assert lamp(ends(due_day), None, TODAY, ClockState.RUNNING, CALENDAR) is expected


def test_a_case_due_on_friday_is_overdue_on_saturday_though_no_working_day_is_lost() -> None:
    friday, saturday = date(2026, 11, 27), date(2026, 11, 28)
    assert remaining_working_days(friday, saturday, CALENDAR) == 0
    assert lamp(ends(friday), None, saturday, ClockState.RUNNING, CALENDAR) is Lamp.OVERDUE


def test_a_short_limit_warns_from_its_first_day() -> None:
    deadline = due_date(TODAY, Limit(3), CALENDAR)
    assert lamp(deadline, None, TODAY, ClockState.RUNNING, CALENDAR) is Lamp.SOON


def test_paused_and_done_cases_show_no_countdown() -> None:
    late = ends(date(2026, 11, 2))
    assert lamp(late, late, TODAY, ClockState.DONE, CALENDAR) is Lamp.DONE
    assert lamp(late, late, TODAY, ClockState.PAUSED, CALENDAR) is Lamp.PAUSED
    assert lamp(ends(None), None, TODAY, ClockState.RUNNING, CALENDAR) is Lamp.PAUSED
    assert lamp(None, None, TODAY, ClockState.DONE, CALENDAR) is Lamp.DONE


def test_without_a_limit_there_is_no_lamp() -> None:
    assert lamp(None, None, TODAY, ClockState.RUNNING, CALENDAR) is None


def test_the_earlier_deadline_colours_the_lamp() -> None:
    early, late = ends(date(2026, 11, 23)), ends(date(2026, 12, 8))
    assert lamp(late, early, TODAY, ClockState.RUNNING, CALENDAR) is Lamp.OVERDUE
    assert lamp(early, late, TODAY, ClockState.RUNNING, CALENDAR) is Lamp.OVERDUE
    assert lamp(None, late, TODAY, ClockState.RUNNING, CALENDAR) is Lamp.OK
