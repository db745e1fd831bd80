"""The clocks of a case: which limits run, since when, and what lamp a list shows.

Nothing here is stored as the truth: dates are computed from the case's events over a calendar, each time.
"""

from __future__ import annotations

from datetime import date, timedelta

from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.worktime import (
    ClockState,
    Deadline,
    Deadlines,
    Limit,
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


def as_limit(limit: TimeLimit) -> Limit | None:
    """A published limit as one that can be counted; None when it is unknown."""
    return None if limit.days is None else Limit(limit.days, limit.unit)


def case_deadlines(case: Case, calendar: Calendar) -> Deadlines:
    """Promised and statutory deadline; both unknown until the case is accepted."""
    if case.accepted_at is None:
        return Deadlines(None, None)
    return deadlines_from(case.item.promised, case.item.statutory, local_day(case.accepted_at), calendar)


def deadlines_from(
    promised: TimeLimit, statutory: TimeLimit, accepted: date, calendar: Calendar
) -> Deadlines:
    """What the deadlines will be when an item is accepted on a day; the intake panel shows this before."""
    return due_dates(accepted, as_limit(promised), as_limit(statutory), calendar)


def notice_deadline(received: date, calendar: Calendar) -> Deadline:
    """Until when the acceptor must say whether the application is accepted."""
    return due_date(received, Limit(NOTICE_DAYS, Unit.WORKING), calendar)


def case_due(case: Case, calendar: Calendar) -> date | None:
    """The one date a list sorts by: the governing deadline, or the notice timer while only received."""
    if case.state is CaseState.RECEIVED and case.received_at is not None:
        return notice_deadline(local_day(case.received_at), calendar).due
    governing = case_deadlines(case, calendar).governing
    return governing.due if governing is not None and case.open else None


def clock_state(case: Case) -> ClockState:
    """What the clock does now."""
    return ClockState.RUNNING if case.open else ClockState.DONE


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
