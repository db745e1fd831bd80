"""What happens to a case on its first day, as events: registered, told, received, accepted, ended.

What may follow later stands in :mod:`desk_app.domain.case_acts` and :mod:`desk_app.domain.case_ends`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from desk_app.domain.back_entry import BackEntry
from desk_app.domain.case_values import Acting, CaseMaterial, Channel, ItemPin
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.people import Party, Proxy


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
    back: BackEntry | None = None
    """Where it was written before it was typed; None for what happened at the keyboard."""


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
    word: str = ""
    """On whose word it is recorded here, where another body decided: a paper's number, who said so."""


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


FirstEvent = (
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
