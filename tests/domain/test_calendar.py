"""The working-day calendar: one answer and one reason for each day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.calendar import Calendar, DayKind, DayMark, DayReason, MarkKind, is_weekend, weekday_rule

HOLIDAY = DayMark(MarkKind.HOLIDAY, "春节")
MAKEUP = DayMark(MarkKind.MAKEUP, "春节")
FAIR = DayMark(MarkKind.CLOSURE, "山会")

# 2026-02-14 is a Saturday, 2026-02-16 a Monday, 2026-02-18 a Wednesday.
SMALL = Calendar(
    frozenset({2026}),
    {
        date(2026, 2, 14): MAKEUP,
        date(2026, 2, 15): HOLIDAY,
        date(2026, 2, 16): HOLIDAY,
        date(2026, 2, 18): FAIR,
    },
)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 2, 13), DayReason(DayKind.WORKING, working=True)),
        (date(2026, 2, 14), DayReason(DayKind.MAKEUP, working=True, name="春节")),
        (date(2026, 2, 15), DayReason(DayKind.HOLIDAY, working=False, name="春节")),
        (date(2026, 2, 16), DayReason(DayKind.HOLIDAY, working=False, name="春节")),
        (date(2026, 2, 18), DayReason(DayKind.CLOSURE, working=False, name="山会")),
        (date(2026, 2, 21), DayReason(DayKind.WEEKEND, working=False)),
        (date(2027, 1, 1), DayReason(DayKind.OUTSIDE, working=True)),
        (date(2027, 1, 2), DayReason(DayKind.OUTSIDE, working=False)),
    ],
)
def test_each_day_has_a_reason_that_agrees_with_the_count(day: date, reason: DayReason) -> None:
    assert SMALL.why(day) == reason
    assert SMALL.is_working(day) is reason.working


def test_a_mark_in_a_year_that_is_not_loaded_counts_all_the_same() -> None:
    early = SMALL.with_edits({date(2027, 1, 1): DayMark(MarkKind.HOLIDAY, "元旦")})
    assert early.why(date(2027, 1, 1)) == DayReason(DayKind.HOLIDAY, working=False, name="元旦")
    assert early.last_loaded_day == date(2026, 12, 31)


def test_last_loaded_day_and_covered_spans() -> None:
    gap = Calendar(frozenset({2024, 2026}), {})
    assert gap.last_loaded_day == date(2026, 12, 31)
    assert gap.covers(date(2026, 1, 1), date(2026, 12, 31))
    assert not gap.covers(date(2024, 12, 31), date(2026, 1, 1))
    assert not gap.covers(date(2026, 12, 31), date(2027, 1, 1))


def test_a_calendar_without_notices_knows_the_bare_rule() -> None:
    bare = weekday_rule()
    assert bare.last_loaded_day is None
    assert bare.is_working(date(2026, 2, 16))
    assert bare.why(date(2026, 2, 14)) == DayReason(DayKind.OUTSIDE, working=False)
    assert weekday_rule([2026]).why(date(2026, 2, 14)).kind is DayKind.WEEKEND


def test_edits_mark_and_unmark_and_leave_the_old_calendar_alone() -> None:
    edited = SMALL.with_edits({date(2026, 2, 16): None, date(2026, 2, 17): FAIR, date(2026, 3, 2): None})
    assert edited.is_working(date(2026, 2, 16))
    assert edited.why(date(2026, 2, 17)).name == "山会"
    assert not SMALL.is_working(date(2026, 2, 16))
    assert SMALL.is_working(date(2026, 2, 17))


def test_a_calendar_does_not_change_with_the_mapping_it_was_made_from() -> None:
    days = {date(2026, 2, 16): HOLIDAY}
    calendar = Calendar(frozenset({2026}), days)
    days.clear()
    assert not calendar.is_working(date(2026, 2, 16))


def test_a_newer_year_replaces_its_notice_and_keeps_the_closures_of_the_site() -> None:
    old = SMALL.with_edits({date(2025, 10, 1): DayMark(MarkKind.HOLIDAY, "国庆节")})
    corrected = Calendar(frozenset({2026}), {date(2026, 2, 17): HOLIDAY})
    merged = old.with_years(corrected)
    assert dict(merged.days) == {
        date(2025, 10, 1): DayMark(MarkKind.HOLIDAY, "国庆节"),
        date(2026, 2, 17): HOLIDAY,
        date(2026, 2, 18): FAIR,
    }
    assert old.with_years(Calendar(frozenset({2027}), {})).years == {2026, 2027}


def test_without_closures_only_the_notices_speak() -> None:
    lawful = SMALL.without_closures()
    assert lawful.is_working(date(2026, 2, 18))
    assert not lawful.is_working(date(2026, 2, 16))


def test_the_nth_working_day_after_a_day() -> None:
    assert SMALL.working_day_after(date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert SMALL.working_day_after(date(2026, 2, 13), 2) == date(2026, 2, 17)
    assert SMALL.working_day_after(date(2026, 2, 13), 3) == date(2026, 2, 19)


days_of_2026 = st.dates(date(2025, 12, 1), date(2027, 1, 31))


@given(
    after=days_of_2026,
    until=days_of_2026,
    marks=st.dictionaries(days_of_2026, st.sampled_from([HOLIDAY, MAKEUP, FAIR]), max_size=40),
)
def test_counting_a_span_equals_walking_it(after: date, until: date, marks: dict[date, DayMark]) -> None:
    calendar = Calendar(frozenset({2026}), marks)
    first, last = min(after, until), max(after, until)
    walked = sum(calendar.is_working(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
    assert calendar.working_days_between(after, until) == (walked if after <= until else -walked)


@given(days_of_2026)
def test_weekends_are_saturday_and_sunday(day: date) -> None:
    assert is_weekend(day) == (day.strftime("%u") in "67")
