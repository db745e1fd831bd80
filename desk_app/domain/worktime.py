"""Deadlines that explain themselves (法定办结时限, 承诺办结时限).

Rules, and where they come from:

* The day of acceptance is not counted (民法典 art. 201). A limit in working days ends on the n-th working day
  strictly after it (行政许可法 art. 82: days are working days), so acceptance on a day off or after hours
  needs no rule of its own.
* A limit in natural days ends n days after acceptance, moved to the next working day when it falls on a day
  off (民法典 art. 203).
* A paused date (补正, 特别程序: 行政许可法 art. 45) is not counted. In working days a paused day off costs
  nothing; in natural days each paused date pushes the end on by one.
* An extension adds days of the same unit and is the same as a longer limit.
* A limit of 0 days (即办件) ends on the day of acceptance, with no counting.

A due date is never stored alone: it is computed from the acceptance, the limit, the pauses and the calendar,
each time, by these functions. They speak in codes; the words are found in ui/ and papers/.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from desk_app.domain.calendar import ONE_DAY, Calendar, DayKind, DayReason
from desk_app.domain.errors import InputError

# China has one time zone and no summer time since 1991. A fixed offset needs no zone database, which Windows
# does not have; instants before 1992 are not this program's business.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")

MOST_DAYS = 3650
"""The longest limit accepted, extension included; the longest in law is 45 + 15 working days."""

SOON_DAYS = 3
"""Working days left at which a lamp turns from ok to soon (tokens.json, lamps)."""

_FIRST_YEAR, _LAST_YEAR = 1949, 2999
_LONGEST_WALK = 40 * 366


def local_day(instant: datetime) -> date:
    """The date at the counter (UTC+8) of an aware instant.

    Raises:
        ValueError: the instant has no time zone, which is a bug of the caller.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(SHANGHAI).date()


class Unit(StrEnum):
    """What a limit counts: 工作日 or 自然日."""

    WORKING = "working"
    NATURAL = "natural"


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a case may take: ``days`` plus a granted ``extension``, both in ``unit``.

    Raises:
        InputError: ``limit_days``, when a number is negative or the sum is beyond MOST_DAYS.
    """

    days: int
    unit: Unit = Unit.WORKING
    extension: int = 0

    def __post_init__(self) -> None:
        if self.days < 0 or self.extension < 0 or self.total > MOST_DAYS:
            raise InputError("limit_days", most=MOST_DAYS)

    @property
    def total(self) -> int:
        """Days to count, extension included."""
        return self.days + self.extension


@dataclass(frozen=True, slots=True)
class Pause:
    """Dates on which the clock stands, both ends included; ``last`` is None while it still stands.

    Raises:
        InputError: ``pause_order``, when it ends before it begins.
    """

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InputError("pause_order", first=self.first.isoformat(), last=self.last.isoformat())


class LineKind(StrEnum):
    """Why a day is counted or skipped.

    ``START`` is the day of acceptance; ``COUNTED`` and ``MAKEUP`` carry their number; ``MOVED`` is the
    working day to which a limit in natural days was moved; all others are skipped.
    """

    START = "start"
    COUNTED = "counted"
    MAKEUP = "makeup"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    PAUSED = "paused"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of an explanation. ``index`` is the k of "the k-th day counted", None for a day not counted."""

    day: date
    kind: LineKind
    index: int | None = None
    name: str = ""

    def as_row(self) -> tuple[str, str, int | None, str]:
        """The line as plain values: ISO date, kind code, number or None, name of the holiday or closure."""
        return (self.day.isoformat(), self.kind.value, self.index, self.name)


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of an explanation, for one sentence under the date.

    ``weekends`` are calendar weeks in which a Saturday or Sunday was skipped as such; days off inside a
    holiday belong to the holiday. ``holidays`` are names, once each, in order. ``paused_days`` are those that
    cost time, up to the first day of a pause that still lasts.
    """

    counted_days: int
    makeup_days: int
    weekends: int
    weekend_days: int
    holidays: tuple[str, ...]
    holiday_days: int
    closure_days: int
    paused_days: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a limit, and every day that led to it.

    ``due`` is None when the clock stands still in a pause without end. ``days`` includes the extension.
    ``beyond_calendar`` warns that days were judged by the weekday rule alone, because the notice of their
    year is not loaded; ``last_loaded_day`` is then what to name in the sentence.
    """

    due: date | None
    unit: Unit
    days: int
    explanation: tuple[DayLine, ...]
    beyond_calendar: bool
    last_loaded_day: date | None

    @property
    def summary(self) -> Summary:
        """Skipped and counted days by reason."""
        by_kind: dict[LineKind, list[DayLine]] = {kind: [] for kind in LineKind}
        for line in self.explanation:
            by_kind[line.kind].append(line)
        weekend = by_kind[LineKind.WEEKEND]
        holiday = by_kind[LineKind.HOLIDAY]
        return Summary(
            counted_days=sum(line.index is not None for line in self.explanation),
            makeup_days=len(by_kind[LineKind.MAKEUP]),
            weekends=len({line.day.isocalendar()[:2] for line in weekend}),
            weekend_days=len(weekend),
            holidays=tuple(dict.fromkeys(line.name for line in holiday)),
            holiday_days=len(holiday),
            closure_days=len(by_kind[LineKind.CLOSURE]),
            paused_days=len(by_kind[LineKind.PAUSED]),
        )


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Promised and statutory deadline of one case, side by side; either may be unknown."""

    promised: Deadline | None
    statutory: Deadline | None

    @property
    def governing(self) -> Deadline | None:
        """The one that colours the lamp: the earlier; the promised one when both end on the same day."""
        known = [d for d in (self.promised, self.statutory) if d is not None]
        return min(known, key=lambda deadline: deadline.due or date.max, default=None)

    def statutory_passed(self, today: date) -> bool:
        """Whether even the limit of the law has gone by (红牌; only the promise: 黄牌)."""
        due = self.statutory.due if self.statutory else None
        return due is not None and today > due


def due_date(accepted: date, limit: Limit, calendar: Calendar, pauses: Iterable[Pause] = ()) -> Deadline:
    """When a case accepted on a day must be finished, with the reason of every day on the way.

    Pauses may overlap and stand in any order; one without end stops the clock unless the limit had run out
    before it began.

    Raises:
        InputError: ``deadline_start`` for a day of acceptance outside 1949-2999; ``deadline_too_far`` when
            pauses push the end out of sight (some forty years).
    """
    if not _FIRST_YEAR <= accepted.year <= _LAST_YEAR:
        raise InputError("deadline_start", first=_FIRST_YEAR, last=_LAST_YEAR)
    lines = [DayLine(accepted, LineKind.START)]
    due = _walk(lines, limit, calendar, _Standstill.of(pauses)) if limit.total else accepted
    walked = lines[1:]
    return Deadline(
        due=due,
        unit=limit.unit,
        days=limit.total,
        explanation=tuple(lines),
        beyond_calendar=bool(walked) and not calendar.covers(walked[0].day, walked[-1].day),
        last_loaded_day=calendar.last_loaded_day,
    )


def due_dates(
    accepted: date,
    promised: Limit | None,
    statutory: Limit | None,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
) -> Deadlines:
    """Both deadlines of a case. Closures of the site lengthen its own promise, never the limit of the law.

    Raises:
        InputError: as `due_date`.
    """
    stops = tuple(pauses)
    return Deadlines(
        promised=due_date(accepted, promised, calendar, stops) if promised else None,
        statutory=due_date(accepted, statutory, calendar.without_closures(), stops) if statutory else None,
    )


class ClockState(StrEnum):
    """What the clock of a case does; told by the fold of its events."""

    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"


class Lamp(StrEnum):
    """The deadline lamp of a case; names are the states of tokens.json."""

    OK = "ok"
    SOON = "soon"
    DUE = "due"
    OVERDUE = "overdue"
    PAUSED = "paused"
    DONE = "done"


def remaining_working_days(due: date, today: date, calendar: Calendar) -> int:
    """Working days left after today, the due day included; 0 on the day itself, negative when late.

    A case due on Friday is 0 working days late on Saturday, and overdue all the same (see `lamp`).
    """
    return calendar.working_days_between(today, due)


def soon_until(today: date, calendar: Calendar) -> date:
    """The last due date whose lamp is not yet ok today: lets a list be filtered by date alone."""
    return calendar.working_day_after(today, SOON_DAYS + 1) - ONE_DAY


def lamp(
    promised: Deadline | None,
    statutory: Deadline | None,
    today: date,
    state: ClockState,
    calendar: Calendar,
) -> Lamp | None:
    """The lamp of a case today, by the earlier of its deadlines; None when no limit is known.

    tokens.json calls a case ok when more than 3 working days "(or more than 30 % of the limit)" are left,
    and soon when 1 to 3 are. The parenthesis would make a five-day case with two days left both. Here the
    count of days alone decides: the lamp then agrees with the filter 3 日内到期 beside it, and a short limit
    warns early rather than late.
    """
    if state is ClockState.DONE:
        return Lamp.DONE
    if state is ClockState.PAUSED:
        return Lamp.PAUSED
    governing = Deadlines(promised, statutory).governing
    if governing is None:
        return None
    return Lamp.PAUSED if governing.due is None else _running_lamp(governing.due, today, calendar)


def _running_lamp(due: date, today: date, calendar: Calendar) -> Lamp:
    if today >= due:
        return Lamp.DUE if today == due else Lamp.OVERDUE
    return Lamp.SOON if remaining_working_days(due, today, calendar) <= SOON_DAYS else Lamp.OK


@dataclass(frozen=True, slots=True)
class _Standstill:
    """Pauses joined into disjoint spans in order, so that asking for a day is one look-up."""

    firsts: tuple[date, ...]
    lasts: tuple[date, ...]

    @classmethod
    def of(cls, pauses: Iterable[Pause]) -> _Standstill:
        firsts: list[date] = []
        lasts: list[date] = []
        for first, last in sorted((pause.first, pause.last or date.max) for pause in pauses):
            if lasts and first <= lasts[-1]:
                lasts[-1] = max(lasts[-1], last)
            else:
                firsts.append(first)
                lasts.append(last)
        return cls(tuple(firsts), tuple(lasts))

    def until(self, day: date) -> date | None:
        """The last day of the pause this day lies in (date.max: no end); None when the clock runs."""
        at = bisect_right(self.firsts, day) - 1
        return self.lasts[at] if at >= 0 and day <= self.lasts[at] else None


def _walk(lines: list[DayLine], limit: Limit, calendar: Calendar, stops: _Standstill) -> date | None:
    """Append a line for each day after the start until the limit is used up; answer the due day."""
    judge = _working_line if limit.unit is Unit.WORKING else _natural_line
    day, counted = lines[0].day, 0
    for _ in range(_LONGEST_WALK):
        day += ONE_DAY
        paused_until = stops.until(day)
        if paused_until == date.max:
            lines.append(DayLine(day, LineKind.PAUSED))
            return None
        reason = calendar.why(day)
        line = judge(day, reason, paused_until is not None, counted + 1 if counted < limit.total else None)
        lines.append(line)
        counted += line.index is not None
        if counted == limit.total and reason.working and line.kind is not LineKind.PAUSED:
            return day
    raise InputError("deadline_too_far", days=_LONGEST_WALK)


def _working_line(day: date, reason: DayReason, paused: bool, index: int | None) -> DayLine:
    if not reason.working:
        return _skipped(day, reason)
    if paused:
        return DayLine(day, LineKind.PAUSED)
    kind = LineKind.MAKEUP if reason.kind is DayKind.MAKEUP else LineKind.COUNTED
    return DayLine(day, kind, index, reason.name)


def _natural_line(day: date, reason: DayReason, paused: bool, index: int | None) -> DayLine:
    """``index`` is None once all days are counted and only a working day to end on is looked for."""
    if index is None and not reason.working:
        return _skipped(day, reason)
    if paused:
        return DayLine(day, LineKind.PAUSED)
    return DayLine(day, LineKind.MOVED if index is None else LineKind.COUNTED, index, reason.name)


_SKIPPED = {DayKind.HOLIDAY: LineKind.HOLIDAY, DayKind.CLOSURE: LineKind.CLOSURE}


def _skipped(day: date, reason: DayReason) -> DayLine:
    return DayLine(day, _SKIPPED.get(reason.kind, LineKind.WEEKEND), None, reason.name)
