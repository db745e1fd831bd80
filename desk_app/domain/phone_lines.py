"""热线话术条 (B25): what to tell a citizen who asks how their case stands, as a code and its blanks.

The words stand with the screens. Nothing of the person is in it: it may be copied, sent and logged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desk_app.domain.calendar import Calendar
from desk_app.domain.case_life import Verdict
from desk_app.domain.case_record import Case
from desk_app.domain.case_values import CaseMaterial, CaseState
from desk_app.domain.clocks import case_due, case_pauses
from desk_app.domain.worktime import local_day

Blank = str | int | date


class Line(StrEnum):
    """The sentences there are."""

    BRING = "bring"
    ANSWER_BY = "answer_by"
    ANSWER_THERE_BY = "answer_there_by"
    FORWARDED = "forwarded"
    ACROSS = "across"
    SUPPLEMENT_BY = "supplement_by"
    SUPPLEMENT_LATE = "supplement_late"
    DECIDED_BY = "decided_by"
    DECIDED_THERE_BY = "decided_there_by"
    NO_LIMIT = "no_limit"
    LATE = "late"
    DEFERRED_BY = "deferred_by"
    DEFERRED_LATE = "deferred_late"
    SUSPENDED = "suspended"
    AMEND_BY = "amend_by"
    AMEND_LATE = "amend_late"
    REPORTED = "reported"
    FETCH = "fetch"
    FETCH_DECISION = "fetch_decision"
    DELIVERED = "delivered"
    FINISHED = "finished"
    ASSISTED = "assisted"
    REFUSED = "refused"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"
    TERMINATED = "terminated"


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A sentence and its blanks: ``day`` (until when), ``on`` (since when), ``to`` (where it lies)."""

    line: Line
    blanks: Mapping[str, Blank]


_MAY_BE_ACROSS = frozenset({CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.HANDLING})


def phone_line(case: Case, today: date, calendar: Calendar) -> PhoneLine:
    """What to say of a case today."""
    if case.state is CaseState.ARCHIVED:
        return phone_line(replace(case, state=CaseState(case.lived.ended_as)), today, calendar)
    crossing = case.lived.crossing
    if crossing is not None and case.state in _MAY_BE_ACROSS:
        return _line(
            Line.ACROSS,
            on=local_day(crossing.sent_at),
            to=crossing.to,
            via=crossing.via.value,
            number=crossing.number or None,
            receipt=crossing.receipt or None,
            day=crossing.reply_by,
        )
    return _TOLD[case.state](case, today, calendar)


def _line(line: Line, **blanks: Blank | None) -> PhoneLine:
    return PhoneLine(line, {name: value for name, value in blanks.items() if value is not None})


def _names(rows: Iterable[CaseMaterial]) -> str:
    return "、".join(row.name for row in rows)


def _day(at: datetime | None) -> date | None:
    return None if at is None else local_day(at)


def _noticed(case: Case, _today: date, _calendar: Calendar) -> PhoneLine:
    return _line(Line.BRING, count=len(case.missing), papers=_names(case.missing))


def _received(case: Case, _today: date, calendar: Calendar) -> PhoneLine:
    day, holder = case_due(case, calendar), case.lived.holder
    if holder is None:
        return _line(Line.ANSWER_BY, day=day)
    return _line(Line.ANSWER_THERE_BY, day=day, to=holder.name, on=_arrived(case))


def _arrived(case: Case) -> date | None:
    return max((local_day(leg.signed_at) for leg in case.lived.handovers if leg.signed_at), default=None)


def _forwarded(case: Case, _today: date, calendar: Calendar) -> PhoneLine:
    leg = case.lived.handovers[-1]
    return _line(Line.FORWARDED, day=case_due(case, calendar), to=leg.to, on=local_day(leg.sent_at))


def _waiting(in_time: Line, late: Line) -> Callable[[Case, date, Calendar], PhoneLine]:
    def told(case: Case, today: date, _calendar: Calendar) -> PhoneLine:
        waited = case.lived.rounds[-1]
        asked = {line.number for line in waited.lines}
        rows = [row for row in case.materials if row.number in asked]
        line = late if today > waited.due else in_time
        return _line(line, day=waited.due, count=len(rows), papers=_names(rows))

    return told


def _running(case: Case, today: date, calendar: Calendar) -> PhoneLine:
    due, promise = case_due(case, calendar), case.promise_by
    if case.deferred and promise is not None:
        line = Line.DEFERRED_LATE if today > promise else Line.DEFERRED_BY
        return _line(line, day=promise, count=len(case.deferred), papers=_names(case.deferred), due=due)
    leg, holder = case.lived.handover, case.lived.holder
    if due is not None and today > due:
        return _line(Line.LATE, day=due)
    if leg is not None:
        return _line(Line.FORWARDED, day=due, to=leg.to, on=local_day(leg.sent_at))
    if holder is not None:
        return _line(Line.DECIDED_THERE_BY, day=due, to=holder.name, on=_arrived(case))
    return _line(Line.NO_LIMIT) if due is None else _line(Line.DECIDED_BY, day=due)


def _suspended(case: Case, _today: date, calendar: Calendar) -> PhoneLine:
    special = case.lived.specials[-1]
    until = max((pause.last for pause in case_pauses(case, calendar) if pause.last), default=None)
    due = case_due(case, calendar)
    return _line(
        Line.SUSPENDED, special=special.special.value, on=local_day(special.began_at), until=until, day=due
    )


def _reported(case: Case, today: date, calendar: Calendar) -> PhoneLine:
    due = case_due(case, calendar)
    if due is not None and today > due:
        return _line(Line.LATE, day=due)
    return _line(Line.REPORTED, to=case.lived.reported_to, day=due)


def _ready(case: Case, _today: date, _calendar: Calendar) -> PhoneLine:
    decision = case.lived.decision
    rejected = decision is not None and decision.verdict is Verdict.REJECTED
    return _line(Line.FETCH_DECISION if rejected else Line.FETCH, on=_day(case.finished_at))


def _delivered(case: Case, _today: date, _calendar: Calendar) -> PhoneLine:
    if not case.lived.deliveries:
        return _line(Line.FINISHED, on=_day(case.finished_at))
    last = case.lived.deliveries[-1]
    return _line(Line.DELIVERED, on=local_day(last.at), way=last.way.value, express=last.express or None)


def _refused(case: Case, _today: date, _calendar: Calendar) -> PhoneLine:
    closing = case.lived.closing
    refusal = closing.refusal if closing else None
    return _line(
        Line.REFUSED,
        on=_day(case.finished_at),
        refusal=refusal.value if refusal else None,
        instead=closing.instead or None if closing else None,
    )


def _ended(line: Line) -> Callable[[Case, date, Calendar], PhoneLine]:
    def told(case: Case, _today: date, _calendar: Calendar) -> PhoneLine:
        return _line(line, on=_day(case.finished_at))

    return told


_TOLD: Mapping[CaseState, Callable[[Case, date, Calendar], PhoneLine]] = {
    CaseState.NOTICED: _noticed,
    CaseState.RECEIVED: _received,
    CaseState.FORWARDED: _forwarded,
    CaseState.SUPPLEMENTING: _waiting(Line.SUPPLEMENT_BY, Line.SUPPLEMENT_LATE),
    CaseState.ACCEPTED: _running,
    CaseState.HANDLING: _running,
    CaseState.SUSPENDED: _suspended,
    CaseState.AMENDING: _waiting(Line.AMEND_BY, Line.AMEND_LATE),
    CaseState.REPORTED: _reported,
    CaseState.READY: _ready,
    CaseState.DELIVERED: _delivered,
    CaseState.FINISHED: _ended(Line.FINISHED),
    CaseState.ASSISTED: _ended(Line.ASSISTED),
    CaseState.REFUSED: _refused,
    CaseState.RETURNED: _ended(Line.RETURNED),
    CaseState.WITHDRAWN: _ended(Line.WITHDRAWN),
    CaseState.VOIDED: _ended(Line.VOIDED),
    CaseState.TERMINATED: _ended(Line.TERMINATED),
}
