"""One line of a register, a case or a line of an old ledger, as plain facts for columns and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desk_app.domain.back_entry import BackEntry, BackSource
from desk_app.domain.calendar import Calendar
from desk_app.domain.case_life import Satisfaction
from desk_app.domain.cases import OPEN_STATES, Acting, Case, CaseState, Channel, MaterialState
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.custody import Original
from desk_app.domain.identity import IdType
from desk_app.domain.ledger_events import LedgerField, LedgerLine
from desk_app.domain.masking import Kind, Profile, kind_of, mask
from desk_app.domain.register_later import NOTHING, Later, later_of
from desk_app.domain.worktime import Unit, local_day


class Source(StrEnum):
    """Where a line comes from."""

    CASE = "case"
    OLD_LEDGER = "old_ledger"


@dataclass(frozen=True, slots=True)
class Acts:
    """Who did what, by name; empty where this store never met them."""

    received: str = ""
    accepted: str = ""
    decided: str = ""
    finished: str = ""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """Everything a register may tell of one line. Days are working days unless they say otherwise."""

    source: Source
    number: str
    item: str
    name: str
    day: date
    """The day it came in."""
    item_id: str = ""
    department: str = ""
    id_type: IdType = IdType.RESIDENT_ID
    id_number: str = ""
    phone: str = ""
    address: str = ""
    kind: CaseKind | None = None
    mode: HandlingMode | None = None
    acting: Acting | None = None
    channel: Channel | None = None
    state: CaseState | None = None
    """As it ended, for an archived case; None for an old ledger's line."""
    registered_at: datetime | None = None
    received_at: datetime | None = None
    accepted_at: datetime | None = None
    finished_at: datetime | None = None
    finished_on: date | None = None
    acts: Acts = Acts()
    promised_due: date | None = None
    statutory_days: int | None = None
    took: int | None = None
    """Working days from acceptance to the end."""
    left: int | None = None
    """Working days to the promised end, from the end of the case or from today; negative when late."""
    late: bool = False
    deferred: bool = False
    result: str = ""
    reason: str = ""
    rating: Satisfaction | None = None
    rated_at: datetime | None = None
    materials: str = ""
    sent: str = ""
    fetched_by: str = ""
    way: str = ""
    old_rating: str = ""
    remark: str = ""
    page: str = ""
    """册/页 of an old ledger's line."""
    counter: str = ""
    """The counter's name, where this desk knows it."""
    later: Later = NOTHING
    back: BackEntry | None = None
    """补录: where it was written before it was typed."""

    @property
    def void(self) -> bool:
        """录错的: counts as no service."""
        return self.state is CaseState.VOIDED

    @property
    def from_paper_ledger(self) -> bool:
        """Typed later from a paper ledger: kept apart from the counts of the days' work."""
        return self.back is not None and self.back.source is BackSource.LEDGER

    @property
    def finished(self) -> bool:
        """办结: a decision is there. Refused, returned, withdrawn, stopped and void ones are none."""
        if self.source is Source.OLD_LEDGER:
            return self.finished_on is not None
        return self.state in FINISHED


FINISHED = frozenset({CaseState.FINISHED, CaseState.READY, CaseState.DELIVERED})


def row_of_case(
    case: Case,
    acts: Acts,
    promised_due: date | None,
    calendar: Calendar,
    today: date,
    originals: Sequence[Original] = (),
) -> RegisterRow:
    """The line of a case. ``promised_due`` is counted already: pauses and extensions shifted it."""
    life, ended = case.lived, _ended_as(case)
    finished_on = None if case.finished_at is None else local_day(case.finished_at)
    counted_to = finished_on or today
    runs = case.state in OPEN_STATES or ended in FINISHED
    leg = life.handovers[-1] if life.handovers else None
    delivery = life.deliveries[-1] if life.deliveries else None
    return replace(
        _what_was_wanted(case),
        kind=case.item.kind,
        mode=case.item.mode,
        state=ended,
        finished_on=finished_on,
        acts=acts,
        promised_due=promised_due,
        took=_took(case, finished_on, calendar),
        left=calendar.working_days_between(counted_to, promised_due) if promised_due and runs else None,
        late=promised_due is not None and runs and counted_to > promised_due,
        deferred=any(row.state is MaterialState.DEFERRED for row in case.materials)
        or case.promise_by is not None,
        reason=life.closing.reason if life.closing else "",
        rating=life.rating.level if life.rating else None,
        rated_at=life.rating.at if life.rating else None,
        sent="" if leg is None else f"{local_day(leg.sent_at).isoformat()} {leg.to}",
        fetched_by="" if delivery is None else delivery.recipient,
        later=later_of(case, originals),
    )


def _what_was_wanted(case: Case) -> RegisterRow:
    """Who came, for what and when: nothing of it is counted."""
    return RegisterRow(
        source=Source.CASE,
        number=case.number,
        item=case.item.name,
        item_id=case.item.id,
        department=case.item.department,
        name=case.applicant.name,
        id_type=case.applicant.id_type,
        id_number=case.applicant.id_number,
        phone=case.applicant.phone,
        address=case.applicant.address,
        day=local_day(case.registered_at),
        acting=case.acting,
        channel=case.channel,
        registered_at=case.registered_at,
        received_at=case.received_at,
        accepted_at=case.accepted_at,
        finished_at=case.finished_at,
        statutory_days=case.item.statutory.days if case.item.statutory.unit is Unit.WORKING else None,
        result=case.result,
        materials="、".join(row.name for row in case.materials if row.state in _SHOWN),
        remark=case.remark,
        back=case.back,
    )


_SHOWN = frozenset(
    {MaterialState.ORIGINAL, MaterialState.COPY, MaterialState.E_LICENCE, MaterialState.SHARED}
)


def _ended_as(case: Case) -> CaseState:
    archived = case.state is CaseState.ARCHIVED and case.lived.ended_as
    return CaseState(case.lived.ended_as) if archived else case.state


def _took(case: Case, finished_on: date | None, calendar: Calendar) -> int | None:
    if case.accepted_at is None or finished_on is None:
        return None
    return calendar.working_days_between(local_day(case.accepted_at), finished_on)


def row_of_ledger(line: LedgerLine) -> RegisterRow:
    """The line of an old ledger: what was written, and nothing counted from it."""
    said = line.text
    return RegisterRow(
        source=Source.OLD_LEDGER,
        number=said(LedgerField.NUMBER),
        item=line.item,
        name=line.name,
        id_type=IdType.OTHER if not said(LedgerField.ID_NUMBER)[:17].isdigit() else IdType.RESIDENT_ID,
        id_number=said(LedgerField.ID_NUMBER),
        phone=said(LedgerField.PHONE),
        address=said(LedgerField.ADDRESS),
        day=line.day,
        finished_on=line.finished,
        acts=Acts(received=said(LedgerField.CLERK)),
        result=said(LedgerField.RESULT),
        materials=said(LedgerField.MATERIALS),
        sent=said(LedgerField.SENT),
        fetched_by=said(LedgerField.FETCHED_BY),
        way=said(LedgerField.WAY),
        old_rating=said(LedgerField.RATING),
        remark=said(LedgerField.REMARK),
        page=said(LedgerField.PAGE),
    )


_MASKED: Mapping[str, Kind] = {
    "name": Kind.NAME,
    "phone": Kind.MOBILE,
    "address": Kind.ADDRESS,
    "fetched_by": Kind.NAME,
    "number": Kind.TEXT,
    "result": Kind.TEXT,
    "reason": Kind.TEXT,
    "materials": Kind.TEXT,
    "sent": Kind.TEXT,
    "way": Kind.TEXT,
    "old_rating": Kind.TEXT,
    "remark": Kind.TEXT,
    "page": Kind.TEXT,
}


_LATER: Mapping[str, Kind] = {
    "asked": Kind.TEXT,
    "sent_to": Kind.TEXT,
    "signed_by": Kind.NAME,
    "differences": Kind.TEXT,
    "sent_back_why": Kind.TEXT,
    "express": Kind.TEXT,
}


def masked(row: RegisterRow) -> RegisterRow:
    """The line as it may leave the house: no full number, name, telephone or address (domain.md §9.3)."""
    shown = {
        part: mask(kind, getattr(row, part), Profile.EXPORT)
        for part, kind in _MASKED.items()
        if part != "number" or row.source is Source.OLD_LEDGER
    }
    shown["id_number"] = mask(kind_of(row.id_type), row.id_number, Profile.EXPORT)
    later = {part: mask(kind, getattr(row.later, part), Profile.EXPORT) for part, kind in _LATER.items()}
    kept = replace(row.later, **later) if any(later.values()) else row.later  # type: ignore[arg-type]
    return replace(row, later=kept, **shown)  # type: ignore[arg-type]  # every one of them is a text
