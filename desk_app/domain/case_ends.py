"""How a case ends, what follows its end, and what may be written on its margin, as events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from desk_app.domain.case_life import (
    Correctable,
    DeliveryWay,
    RatingChannel,
    Refusal,
    Satisfaction,
)
from desk_app.domain.people import Relation
from desk_app.domain.signatures import SignedFor


@dataclass(frozen=True, slots=True)
class CaseRefused:
    """不予受理: a reason of the closed list, its basis, and where to go instead (appendix A3)."""

    kind: ClassVar[str] = "case.refused"
    version: ClassVar[int] = 1

    refusal: Refusal
    reason: str
    basis: str
    at: datetime
    instead: str = ""
    word: str = ""
    """As :attr:`CaseAccepted.word`."""


@dataclass(frozen=True, slots=True)
class CaseReturned:
    """逾期退件: the round's end passed; ``contact`` says when and how the citizen was reached for."""

    kind: ClassVar[str] = "case.returned"
    version: ClassVar[int] = 1

    contact: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DeferralBroken:
    """容缺逾期: the promise was not kept; the case ends and the papers go back."""

    kind: ClassVar[str] = "case.deferral_broken"
    version: ClassVar[int] = 1

    reminder: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentMissed:
    """补正(受理后)逾期, 终止: by the item's rule."""

    kind: ClassVar[str] = "case.amendment_missed"
    version: ClassVar[int] = 1

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseApproved:
    """办结 通过. With nothing to fetch (a payment, a registration) it counts as delivered at once."""

    kind: ClassVar[str] = "case.approved"
    version: ClassVar[int] = 1

    result: str
    to_fetch: bool
    at: datetime
    paper_number: str = ""
    organ: str = ""


@dataclass(frozen=True, slots=True)
class CaseRejected:
    """办结 不通过, by the deciding organ: facts, reasons and basis are told (appendix A8b)."""

    kind: ClassVar[str] = "case.rejected"
    version: ClassVar[int] = 1

    facts: str
    reasons: str
    basis: str
    organ: str
    at: datetime
    paper_number: str = ""


@dataclass(frozen=True, slots=True)
class CaseWithdrawn:
    """撤回, by the applicant."""

    kind: ClassVar[str] = "case.withdrawn"
    version: ClassVar[int] = 1

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseVoided:
    """作废: entered by mistake."""

    kind: ClassVar[str] = "case.voided"
    version: ClassVar[int] = 1

    reason: str
    approver: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseTerminated:
    """异常终止: the applicant died, the item was abolished."""

    kind: ClassVar[str] = "case.terminated"
    version: ClassVar[int] = 1

    reason: str
    approver: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ResultDelivered:
    """送达: to whom, how, id looked at, number of the parcel (appendix A9)."""

    kind: ClassVar[str] = "case.result_delivered"
    version: ClassVar[int] = 1

    way: DeliveryWay
    recipient: str
    at: datetime
    id_checked: bool = False
    express: str = ""
    relation: Relation | None = None
    """What the recipient is to the applicant; None for the applicant (F46)."""


@dataclass(frozen=True, slots=True)
class CaseRated:
    """评价: once a service."""

    kind: ClassVar[str] = "case.rated"
    version: ClassVar[int] = 1

    level: Satisfaction
    channel: RatingChannel
    at: datetime
    comment: str = ""


@dataclass(frozen=True, slots=True)
class CaseArchived:
    """归档: into which bundle or box."""

    kind: ClassVar[str] = "case.archived"
    version: ClassVar[int] = 1

    place: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseCorrected:
    """更正: the old value stays readable beside the new one."""

    kind: ClassVar[str] = "case.corrected"
    version: ClassVar[int] = 1

    what: Correctable
    old: str
    new: str
    reason: str
    at: datetime
    name: str = ""
    """Which of the item's own fields, or the number of a row of the paper list."""


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """One line about the case (F35); a call-back after the end is one, too."""

    kind: ClassVar[str] = "case.note_written"
    version: ClassVar[int] = 1

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TagsChanged:
    """Tags put on and taken off."""

    kind: ClassVar[str] = "case.tags_changed"
    version: ClassVar[int] = 1

    at: datetime
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactPlanned:
    """下次联系: the day to call; None when no call is owed any more."""

    kind: ClassVar[str] = "case.contact_planned"
    version: ClassVar[int] = 1

    on: date | None
    at: datetime


@dataclass(frozen=True, slots=True)
class LineSaid:
    """The telephone sentence was said or sent (B25); ``line`` is its code, never its text."""

    kind: ClassVar[str] = "case.line_said"
    version: ClassVar[int] = 1

    line: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignatureTaken:
    """手写签名 on the customer's screen or a tablet: two blobs by the SHA-256 of their content."""

    kind: ClassVar[str] = "case.signature_taken"
    version: ClassVar[int] = 1

    purpose: SignedFor
    picture: str
    """The PNG."""
    strokes: str
    """How it was written: points with time and pressure (JSON)."""
    at: datetime


@dataclass(frozen=True, slots=True)
class StoodIn:
    """AB岗: what stands next in the same transaction was done for a colleague who is away (F74)."""

    kind: ClassVar[str] = "case.stood_in"
    version: ClassVar[int] = 1

    absent: UUID
    first: date
    last: date
    at: datetime


EndEvent = (
    CaseRefused
    | CaseReturned
    | DeferralBroken
    | AmendmentMissed
    | CaseApproved
    | CaseRejected
    | CaseWithdrawn
    | CaseVoided
    | CaseTerminated
    | ResultDelivered
    | CaseRated
    | CaseArchived
)
"""Each ends the case, or follows its end."""

MarginEvent = CaseCorrected | NoteWritten | TagsChanged | ContactPlanned | LineSaid | SignatureTaken | StoodIn
"""None of them moves a case."""
