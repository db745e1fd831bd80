"""Cases: what happens to an application, as events; what anyone sees of it, as their fold.

The moves are those of domain.md, appendix B. Every act gives new events or raises
:class:`~desk_app.domain.errors.IllegalMove`; nothing here stores, prints or reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.catalogue import CaseKind, HandlingMode, LegalNature, MaterialForm, Need, Tier, TimeLimit
from desk_app.domain.documents import DocumentKind, IssuedDocument, PaperSize
from desk_app.domain.errors import IllegalMove
from desk_app.domain.people import Party, Proxy

WITHDRAW_WINDOW = timedelta(minutes=5)
"""How long the last acceptance can be taken back at the desk (experience.md §4, Ctrl+Z)."""


class CaseState(StrEnum):
    """Where a case stands. The names are ours; tables map them to city and province codes."""

    NOTICED = "noticed"
    """Registered, told once what is missing; nothing was received and no clock runs."""
    RECEIVED = "received"
    """Papers taken in; acceptance is somebody else's, or still open. The notice timer runs."""
    ACCEPTED = "accepted"
    """Promised and statutory clocks run."""
    FINISHED = "finished"
    ASSISTED = "assisted"
    """帮办完成: counts as assistance, never as acceptance."""


OPEN_STATES = frozenset({CaseState.NOTICED, CaseState.RECEIVED, CaseState.ACCEPTED})


class MaterialState(StrEnum):
    """What was found of one row of the paper list (keys Y F D R Q)."""

    ORIGINAL = "original"
    COPY = "copy"
    E_LICENCE = "e_licence"
    DEFERRED = "deferred"
    MISSING = "missing"
    SHARED = "shared"
    """免提交: verified by the counter, nothing handed over."""


IN_HAND = frozenset(
    {MaterialState.ORIGINAL, MaterialState.COPY, MaterialState.E_LICENCE, MaterialState.SHARED}
)
"""States in which nothing more is owed for the row."""


class Acting(StrEnum):
    """由谁来办: who stands at the counter."""

    SELF = "self"
    PROXY = "proxy"
    VISIT = "visit"


class Channel(StrEnum):
    """Where the application came in; statistics keep the true one (domain.md §11)."""

    COUNTER = "counter"
    VISIT = "visit"
    PHONE = "phone"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class ItemPin:
    """The item as it stood when the case was taken: a later release never changes a case."""

    id: str
    release: str
    name: str
    tier: Tier
    mode: HandlingMode
    kind: CaseKind
    legal_nature: LegalNature
    department: str
    promised: TimeLimit
    statutory: TimeLimit
    result: str = ""
    result_delivery: str = ""
    reference_only: bool = True


@dataclass(frozen=True, slots=True)
class CaseMaterial:
    """A row of the paper list as it was dealt with, copied into the case."""

    number: int
    name: str
    form: MaterialForm
    copies: int
    need: Need
    state: MaterialState | None
    """None: an optional paper that does not apply to this citizen."""
    e_licence: str = ""
    note: str = ""
    reason: str = ""
    """Why it is missing or not usable, in the clerk's words."""


@dataclass(frozen=True, slots=True)
class CaseRegistered:
    """登记: who wants what, and how they came. The number is said over the telephone from here on."""

    kind: ClassVar[str] = "case.registered"
    version: ClassVar[int] = 1

    number: str
    item: ItemPin
    person: UUID
    applicant: Party
    acting: Acting
    channel: Channel
    at: datetime
    proxy: Proxy | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """一次性告知: everything that is missing, told once and all at once."""

    kind: ClassVar[str] = "case.notice_given"
    version: ClassVar[int] = 1

    materials: tuple[CaseMaterial, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class MaterialsReceived:
    """收件: the papers were counted and taken in."""

    kind: ClassVar[str] = "case.materials_received"
    version: ClassVar[int] = 1

    materials: tuple[CaseMaterial, ...]
    at: datetime
    promise_by: date | None = None


@dataclass(frozen=True, slots=True)
class CaseAccepted:
    """受理: the clocks start. ``promise_by`` is set when papers were deferred (容缺受理)."""

    kind: ClassVar[str] = "case.accepted"
    version: ClassVar[int] = 1

    at: datetime
    deferred: tuple[int, ...] = ()
    promise_by: date | None = None


@dataclass(frozen=True, slots=True)
class AcceptanceWithdrawn:
    """撤回这次受理: within five minutes, with a reason; the case is open as received again."""

    kind: ClassVar[str] = "case.acceptance_withdrawn"
    version: ClassVar[int] = 1

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseFinished:
    """办结."""

    kind: ClassVar[str] = "case.finished"
    version: ClassVar[int] = 1

    at: datetime
    result: str = ""


@dataclass(frozen=True, slots=True)
class AssistanceDone:
    """帮办完成: helped on the spot, usually online; it is no acceptance (appendix B)."""

    kind: ClassVar[str] = "case.assistance_done"
    version: ClassVar[int] = 1

    at: datetime
    what: str = ""


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """A paper was made from a committed act; its snapshot is in the store."""

    kind: ClassVar[str] = "case.document_issued"
    version: ClassVar[int] = 1

    document: UUID
    document_kind: DocumentKind
    size: PaperSize
    number: str
    sha256: str
    pages: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DocumentReprinted:
    """补打第 n 次: the same snapshot again, counted."""

    kind: ClassVar[str] = "case.document_reprinted"
    version: ClassVar[int] = 1

    document: UUID
    nth: int
    at: datetime


@dataclass(frozen=True, slots=True)
class NumberRevealed:
    """Somebody looked at a full number, and said what for."""

    kind: ClassVar[str] = "case.number_revealed"
    version: ClassVar[int] = 1

    purpose: str
    at: datetime


CaseEvent = (
    CaseRegistered
    | NoticeGiven
    | MaterialsReceived
    | CaseAccepted
    | AcceptanceWithdrawn
    | CaseFinished
    | AssistanceDone
    | DocumentIssued
    | DocumentReprinted
    | NumberRevealed
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case as its events leave it."""

    id: UUID
    number: str
    state: CaseState
    item: ItemPin
    person: UUID
    applicant: Party
    acting: Acting
    channel: Channel
    registered_at: datetime
    proxy: Proxy | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""
    materials: tuple[CaseMaterial, ...] = ()
    received_at: datetime | None = None
    accepted_at: datetime | None = None
    finished_at: datetime | None = None
    result: str = ""
    promise_by: date | None = None
    documents: tuple[IssuedDocument, ...] = ()
    reveals: int = 0

    @property
    def open(self) -> bool:
        """Whether somebody still waits for something."""
        return self.state in OPEN_STATES

    @property
    def missing(self) -> tuple[CaseMaterial, ...]:
        """Rows the citizen must still bring before papers can be taken in."""
        return tuple(row for row in self.materials if row.state is MaterialState.MISSING)

    @property
    def deferred(self) -> tuple[CaseMaterial, ...]:
        """Rows promised for later."""
        return tuple(row for row in self.materials if row.state is MaterialState.DEFERRED)

    def document(self, kind: DocumentKind) -> IssuedDocument | None:
        """The latest paper of a kind, or None."""
        return next((paper for paper in reversed(self.documents) if paper.kind is kind), None)

    def withdraw_acceptance(self, reason: str, now: datetime) -> AcceptanceWithdrawn:
        """Take the acceptance back; only within the window, and never of a finished case."""
        if self.state is not CaseState.ACCEPTED or self.accepted_at is None:
            raise IllegalMove("not_accepted")
        if now - self.accepted_at > WITHDRAW_WINDOW:
            raise IllegalMove("withdraw_too_late", minutes=int(WITHDRAW_WINDOW.total_seconds() // 60))
        if not reason.strip():
            raise IllegalMove("reason_needed")
        return AcceptanceWithdrawn(reason.strip(), now)

    def finish(self, result: str, now: datetime) -> CaseFinished:
        """End the case with its result."""
        if self.state is not CaseState.ACCEPTED:
            raise IllegalMove("not_accepted")
        return CaseFinished(now, result)

    def reprint(self, document: UUID, now: datetime) -> DocumentReprinted:
        """Count one more print of an archived paper."""
        for paper in self.documents:
            if paper.id == document:
                return DocumentReprinted(document, paper.printed + 1, now)
        raise IllegalMove("no_such_document")


def fold(case_id: UUID, events: Iterable[CaseEvent]) -> Case:
    """The case after these events. The first must register it."""
    iterator = iter(events)
    first = next(iterator, None)
    if not isinstance(first, CaseRegistered):
        raise IllegalMove("not_registered")
    case = _registered(case_id, first)
    for event in iterator:
        case = apply(case, event)
    return case


def _registered(case_id: UUID, event: CaseRegistered) -> Case:
    return Case(
        id=case_id,
        number=event.number,
        state=CaseState.NOTICED,
        item=event.item,
        person=event.person,
        applicant=event.applicant,
        acting=event.acting,
        channel=event.channel,
        registered_at=event.at,
        proxy=event.proxy,
        fields=event.fields,
        remark=event.remark,
    )


def apply(case: Case, event: CaseEvent) -> Case:
    """One event laid over a case. What the event does not say stays as it was."""
    match event:
        case NoticeGiven():
            return replace(case, state=CaseState.NOTICED, materials=event.materials)
        case MaterialsReceived():
            return _received(case, event)
        case CaseAccepted():
            return replace(case, state=CaseState.ACCEPTED, accepted_at=event.at, promise_by=event.promise_by)
        case AcceptanceWithdrawn():
            return replace(case, state=CaseState.RECEIVED, accepted_at=None)
        case CaseFinished() | AssistanceDone():
            return _ended(case, event)
        case _:
            return _apply_paper(case, event)


def _received(case: Case, event: MaterialsReceived) -> Case:
    received = replace(case, state=CaseState.RECEIVED, received_at=event.at)
    return replace(received, materials=event.materials, promise_by=event.promise_by)


def _ended(case: Case, event: CaseFinished | AssistanceDone) -> Case:
    if isinstance(event, CaseFinished):
        return replace(case, state=CaseState.FINISHED, finished_at=event.at, result=event.result)
    return replace(case, state=CaseState.ASSISTED, finished_at=event.at, result=event.what)


def _apply_paper(case: Case, event: CaseEvent) -> Case:
    match event:
        case DocumentIssued():
            return replace(case, documents=(*case.documents, _issued(event)))
        case DocumentReprinted():
            return replace(case, documents=tuple(_counted(paper, event) for paper in case.documents))
        case NumberRevealed():
            return replace(case, reveals=case.reveals + 1)
        case _:
            raise IllegalMove("registered_twice")


def _issued(event: DocumentIssued) -> IssuedDocument:
    return IssuedDocument(
        event.document, event.document_kind, event.size, event.number, event.sha256, event.pages, event.at
    )


def _counted(paper: IssuedDocument, event: DocumentReprinted) -> IssuedDocument:
    # Two desks may both have printed "the second time": the count never runs back, and both prints count.
    return replace(paper, printed=max(paper.printed + 1, event.nth)) if paper.id == event.document else paper
