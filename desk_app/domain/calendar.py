"""Which days are working days, and why.

The authority is the yearly notice of the State Council's General Office on the arrangement of holidays
(关于部分节假日安排的通知, usually published in November): it names days off and the weekend days worked in
exchange (调休). A calendar knows some years of such notices plus the days on which the site is closed.
For a year that is not loaded the bare rule holds (Monday to Friday are worked) and every answer says so.

A half day (早退半天, 半日闭站) is a working day: the law counts whole days only. A counter kept open on a
weekend by rota (轮值, 延时服务) does not make that day a working day, so it is not marked here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

ONE_DAY = timedelta(days=1)


class MarkKind(StrEnum):
    """What a calendar can say about one date that the bare weekday rule does not."""

    HOLIDAY = "holiday"
    MAKEUP = "makeup"
    CLOSURE = "closure"


class DayKind(StrEnum):
    """Why a day is worked or not. ``OUTSIDE``: its year is not loaded, so only the weekday rule was asked."""

    WORKING = "working"
    MAKEUP = "makeup"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class DayMark:
    """A holiday, a make-up working day or a site closure, with its name as the notice gives it (春节)."""

    kind: MarkKind
    name: str


@dataclass(frozen=True, slots=True)
class DayReason:
    """The answer for one day: worked or not, the kind of day, and the name of its holiday or closure."""

    kind: DayKind
    working: bool
    name: str = ""


_WORKING = DayReason(DayKind.WORKING, working=True)
_WEEKEND = DayReason(DayKind.WEEKEND, working=False)
_OUTSIDE_WEEKDAY = DayReason(DayKind.OUTSIDE, working=True)
_OUTSIDE_WEEKEND = DayReason(DayKind.OUTSIDE, working=False)


def is_weekend(day: date) -> bool:
    """True on Saturday and Sunday, whatever any notice says."""
    return day.weekday() >= 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days of some years.

    ``years`` are those whose notice is loaded; ``days`` holds the dates that differ from, or are named
    beyond, the weekday rule. A mark counts even when its year is not loaded: closures may be entered early.
    """

    years: frozenset[int]
    days: Mapping[date, DayMark]
    _off: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _on: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Copied, so that nobody can change a frozen calendar through the mapping it was made from. The two
        # sorted tuples (weekdays off, weekend days worked) let any span be counted without walking it.
        object.__setattr__(self, "days", MappingProxyType(dict(self.days)))
        off = (d for d, m in self.days.items() if m.kind is not MarkKind.MAKEUP and not is_weekend(d))
        on = (d for d, m in self.days.items() if m.kind is MarkKind.MAKEUP and is_weekend(d))
        object.__setattr__(self, "_off", tuple(sorted(d.toordinal() for d in off)))
        object.__setattr__(self, "_on", tuple(sorted(d.toordinal() for d in on)))

    @property
    def last_loaded_day(self) -> date | None:
        """31 December of the last loaded year; None when no year is loaded."""
        return date(max(self.years), 12, 31) if self.years else None

    def covers(self, first: date, last: date) -> bool:
        """Whether the notice of every year between two days, both included, is loaded."""
        return all(year in self.years for year in range(first.year, last.year + 1))

    def is_working(self, day: date) -> bool:
        """Whether limits in working days (工作日) count this day."""
        mark = self.days.get(day)
        return not is_weekend(day) if mark is None else mark.kind is MarkKind.MAKEUP

    def why(self, day: date) -> DayReason:
        """Whether this day is worked, and the reason to tell the clerk."""
        mark = self.days.get(day)
        if mark is not None:
            return DayReason(DayKind(mark.kind), mark.kind is MarkKind.MAKEUP, mark.name)
        if day.year in self.years:
            return _WEEKEND if is_weekend(day) else _WORKING
        return _OUTSIDE_WEEKEND if is_weekend(day) else _OUTSIDE_WEEKDAY

    def working_days_between(self, after: date, until: date) -> int:
        """The number of working days later than ``after`` and not later than ``until``.

        Negative, counted the other way round, when ``until`` comes first. A day costs as much as a decade.
        """
        return self._count(until.toordinal()) - self._count(after.toordinal())

    def working_day_after(self, day: date, nth: int) -> date:
        """The ``nth`` working day strictly later than a day; ``nth`` is 1 or more."""
        for _ in range(nth):
            day += ONE_DAY
            while not self.is_working(day):
                day += ONE_DAY
        return day

    def with_edits(self, edits: Mapping[date, DayMark | None]) -> Calendar:
        """The calendar with some dates marked anew; None takes a mark off, back to the weekday rule."""
        merged = {**self.days, **edits}
        return Calendar(self.years, {day: mark for day, mark in merged.items() if mark is not None})

    def with_years(self, newer: Calendar) -> Calendar:
        """This calendar with the years of another put in the place of its own.

        Holidays and make-up days of those years are replaced as a whole, so a corrected notice leaves no
        remains of the wrong one; the site's closures stay unless the newer calendar names their date.
        """
        kept = {
            day: mark
            for day, mark in self.days.items()
            if day.year not in newer.years or mark.kind is MarkKind.CLOSURE
        }
        return Calendar(self.years | newer.years, {**kept, **newer.days})

    def without_closures(self) -> Calendar:
        """The calendar of the notices alone: a site that closes does not lengthen a statutory limit."""
        return Calendar(self.years, {d: m for d, m in self.days.items() if m.kind is not MarkKind.CLOSURE})

    def _count(self, ordinal: int) -> int:
        # Ordinal 1 is Monday, 1 January of the year 1, hence whole weeks need no offset.
        weekdays = ordinal // 7 * 5 + min(ordinal % 7, 5)
        return weekdays - bisect_right(self._off, ordinal) + bisect_right(self._on, ordinal)


def weekday_rule(years: Iterable[int] = ()) -> Calendar:
    """A calendar without any notice: Monday to Friday are worked. What a desk has when its file is lost."""
    return Calendar(frozenset(years), {})
