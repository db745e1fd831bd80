"""The clocks of a case: which limits run, since when, and what lamp a list shows.

Nothing here is stored as the truth: dates are computed from the case's events over a calendar, each time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from desk_app.domain.calendar import ONE_DAY, Calendar
from desk_app.domain.case_life import Round, SpecialProcedure
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.worktime import (
    MOST_DAYS,
    ClockState,
    Deadline,
    Deadlines,
    Limit,
    Pause,
    Unit,
    due_date,
    due_dates,
    local_day,
)

NOTICE_DAYS = 5
"""Working days within which the citizen must be told what is missing, or the case counts as accepted
(行政许可法 art. 32(4); good practice for public-service items, domain.md §2.1)."""

DEFERRAL_DAYS = 5
"""Working days offered for a deferred paper where the item names none."""

DEFERRAL_MARGIN = 2
"""A deferred paper must arrive this many working days before the promised end (appendix A5)."""


def as_limit(limit: TimeLimit, extension: int = 0) -> Limit | None:
    """A published limit as one that can be counted; None when it is unknown.

    The extension is kept within what can be counted: an entry from elsewhere must not stop a whole list.
    """
    if limit.days is None:
        return None
    return Limit(limit.days, limit.unit, max(0, min(extension, MOST_DAYS - limit.days)))


def case_deadlines(case: Case, calendar: Calendar) -> Deadlines:
    """Promised and statutory deadline, pauses and extension counted in; both unknown until acceptance."""
    if case.accepted_at is None:
        return Deadlines(None, None)
    accepted, extension = local_day(case.accepted_at), sum(given.days for given in case.lived.extensions)
    pauses = case_pauses(case, calendar)
    return deadlines_from(case.item.promised, case.item.statutory, accepted, calendar, pauses, extension)


def deadlines_from(
    promised: TimeLimit,
    statutory: TimeLimit,
    accepted: date,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    extension: int = 0,
) -> Deadlines:
    """What the deadlines will be when an item is accepted on a day; the intake panel shows this before."""
    limits = (as_limit(promised, extension), as_limit(statutory, extension))
    return due_dates(accepted, *limits, calendar, pauses)


def case_pauses(case: Case, calendar: Calendar) -> tuple[Pause, ...]:
    """The days on which the case's clocks stand.

    A pause begins with the day of the act and ends with the day before the clocks go on; begun and ended on
    one day it costs nothing. A special procedure stands still for its longest time and no day more, ended or
    not; a supplement after acceptance until its due day, where the item's rule stops the clocks at all.
    """
    life = case.lived
    spans = [_special_span(found, calendar) for found in life.specials]
    spans += [_round_span(found) for found in life.rounds if found.pauses]
    return tuple(Pause(first, last) for first, last in spans if first <= last)


def _special_span(found: SpecialProcedure, calendar: Calendar) -> tuple[date, date]:
    first = local_day(found.began_at)
    longest = calendar.working_day_after(first - ONE_DAY, min(found.most_days, MOST_DAYS))
    ended = longest if found.ended_at is None else local_day(found.ended_at) - ONE_DAY
    return first, min(ended, longest)


def _round_span(found: Round) -> tuple[date, date]:
    over = found.received_at or found.missed_at
    ended = found.due if over is None else local_day(over) - ONE_DAY
    return local_day(found.asked_at), min(ended, found.due)


def notice_deadline(received: date, calendar: Calendar) -> Deadline:
    """Until when the acceptor must say whether the application is accepted."""
    return due_date(received, Limit(NOTICE_DAYS, Unit.WORKING), calendar)


def case_notice(case: Case, calendar: Calendar) -> Deadline | None:
    """The notice timer of a case that waits for acceptance; None when it stands or was never started.

    It begins anew with the day on which what was asked came in, and runs on while papers travel.
    """
    begun = notice_start(case)
    return None if begun is None else notice_deadline(begun, calendar)


def notice_start(case: Case) -> date | None:
    """The day the notice timer counts from; None when it does not run."""
    if case.state not in _NOTICE_RUNS or case.received_at is None:
        return None
    came = [found.received_at for found in case.lived.rounds if found.received_at is not None]
    return local_day(max([case.received_at, *came]))


_NOTICE_RUNS = frozenset({CaseState.RECEIVED, CaseState.FORWARDED})


def counted_to(first: date, last: date, calendar: Calendar) -> Deadline:
    """The working days to a day that somebody named: a round's end, a promise; the first day is not one."""
    days = max(0, min(calendar.working_days_between(first, last), MOST_DAYS))
    return due_date(first, Limit(days, Unit.WORKING), calendar)


def waited_until(case: Case, calendar: Calendar) -> Deadline | None:
    """How far the end of the open round of supplements lies; None while nobody is waited for."""
    waiting = case.lived.round
    return None if waiting is None else counted_to(local_day(waiting.asked_at), waiting.due, calendar)


def promised_until(case: Case, calendar: Calendar) -> Deadline | None:
    """How far the day lies for which papers were promised at acceptance; None where none is owed."""
    if not case.open or not case.deferred or case.promise_by is None or case.accepted_at is None:
        return None
    return counted_to(local_day(case.accepted_at), case.promise_by, calendar)


def case_due(case: Case, calendar: Calendar) -> date | None:
    """The one date a list sorts by: the governing deadline, or the notice timer while only received.

    While the citizen is waited for before acceptance, it is the day their papers are due.
    """
    begun = notice_start(case)
    if begun is not None:
        return notice_deadline(begun, calendar).due
    if case.state is CaseState.SUPPLEMENTING:
        return case.lived.round.due if case.lived.round else None
    governing = case_deadlines(case, calendar).governing
    return governing.due if governing is not None and case.open else None


def clock_state(case: Case) -> ClockState:
    """What the clock does now. That a pause has outlived its longest time is not asked here (no date)."""
    if not case.open:
        return ClockState.DONE
    waiting = case.state is CaseState.AMENDING and case.lived.round is not None and case.lived.round.pauses
    return ClockState.PAUSED if waiting or case.state in _STANDING else ClockState.RUNNING


_STANDING = frozenset({CaseState.SUPPLEMENTING, CaseState.SUSPENDED})


def clock_state_on(case: Case, today: date, calendar: Calendar) -> ClockState:
    """As `clock_state`, but a pause that has lasted its longest time is over: the lamp lights again."""
    state = clock_state(case)
    if state is not ClockState.PAUSED or case.state is CaseState.SUPPLEMENTING:
        return state
    standing = any(pause.last is None or today <= pause.last for pause in case_pauses(case, calendar))
    return ClockState.PAUSED if standing else ClockState.RUNNING


def deferral_limit(promised: TimeLimit, accepted: date, calendar: Calendar) -> date:
    """The day offered for deferred papers: the usual days, but well before the promised end."""
    usual = calendar.working_day_after(accepted, DEFERRAL_DAYS)
    limit = as_limit(promised)
    end = due_date(accepted, limit, calendar).due if limit else None
    if end is None:
        return usual
    latest = end
    for _ in range(DEFERRAL_MARGIN):
        latest = _working_day_before(latest, calendar)
    return max(min(usual, latest), accepted)


def _working_day_before(day: date, calendar: Calendar) -> date:
    earlier = day - timedelta(days=1)
    while not calendar.is_working(earlier):
        earlier -= timedelta(days=1)
    return earlier
