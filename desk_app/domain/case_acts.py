"""What may happen to a case between receipt and decision, as events (domain.md, appendix B).

The first day's events stand in :mod:`desk_app.domain.case_events`, the ends in
:mod:`desk_app.domain.case_ends`. An event holds what a person said; whether it may be said now is judged by
:mod:`desk_app.domain.performing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from desk_app.domain.case_life import Carrier, Reach, Special, SupplementLine, Via
from desk_app.domain.case_values import MaterialState
from desk_app.domain.catalogue import HandlingMode


@dataclass(frozen=True, slots=True)
class SupplementAsked:
    """告知补正, before acceptance: everything at once, once a round (行政许可法 art. 32(4))."""

    kind: ClassVar[str] = "case.supplement_asked"
    version: ClassVar[int] = 1

    lines: tuple[SupplementLine, ...]
    due: date
    at: datetime


@dataclass(frozen=True, slots=True)
class SupplementReceived:
    """收到补正: what was asked is here, each row as it was found."""

    kind: ClassVar[str] = "case.supplement_received"
    version: ClassVar[int] = 1

    rows: Mapping[int, MaterialState]
    at: datetime


@dataclass(frozen=True, slots=True)
class SupplementExtended:
    """补正延期: asked for by the citizen before the end."""

    kind: ClassVar[str] = "case.supplement_extended"
    version: ClassVar[int] = 1

    due: date
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentAsked:
    """补正(受理后). ``pauses`` says whether the item's rule stops the clocks meanwhile."""

    kind: ClassVar[str] = "case.amendment_asked"
    version: ClassVar[int] = 1

    lines: tuple[SupplementLine, ...]
    due: date
    pauses: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentReceived:
    """收到补正(受理后): the clocks go on."""

    kind: ClassVar[str] = "case.amendment_received"
    version: ClassVar[int] = 1

    rows: Mapping[int, MaterialState]
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentWaived:
    """补正(受理后)逾期, 按现有材料办理: the case is decided on what is there."""

    kind: ClassVar[str] = "case.amendment_waived"
    version: ClassVar[int] = 1

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DeferredReceived:
    """容缺补齐: promised papers arrived, all or some."""

    kind: ClassVar[str] = "case.deferred_received"
    version: ClassVar[int] = 1

    rows: Mapping[int, MaterialState]
    at: datetime


@dataclass(frozen=True, slots=True)
class DeferralExtended:
    """容缺延期: once, after the citizen was reminded."""

    kind: ClassVar[str] = "case.deferral_extended"
    version: ClassVar[int] = 1

    promise_by: date
    reminder: str
    """When and how the citizen was reminded."""
    at: datetime


@dataclass(frozen=True, slots=True)
class HandedOver:
    """移交: put into a batch and sent on its way."""

    kind: ClassVar[str] = "case.handed_over"
    version: ClassVar[int] = 1

    batch: UUID
    to: str
    carrier: Carrier
    at: datetime
    express: str = ""


@dataclass(frozen=True, slots=True)
class HandoverSigned:
    """签收. ``site`` and ``mode`` are the receiver's; both None where a department signed the paper list."""

    kind: ClassVar[str] = "case.handover_signed"
    version: ClassVar[int] = 1

    batch: UUID
    signed_by: str
    at: datetime
    site: UUID | None = None
    mode: HandlingMode | None = None
    differences: str = ""


@dataclass(frozen=True, slots=True)
class HandoverRefused:
    """拒收/退回: back where it was, with the reason."""

    kind: ClassVar[str] = "case.handover_refused"
    version: ClassVar[int] = 1

    batch: UUID
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SentAcross:
    """全省通办, 跨省通办: taken in here, decided where the citizen belongs (F38)."""

    kind: ClassVar[str] = "case.sent_across"
    version: ClassVar[int] = 1

    reach: Reach
    to: str
    via: Via
    number: str
    at: datetime
    receipt: str = ""
    reply_by: date | None = None


@dataclass(frozen=True, slots=True)
class HeardAcross:
    """What came back from there: its receipt number, until when it answers, the answer. Empty is not said."""

    kind: ClassVar[str] = "case.heard_across"
    version: ClassVar[int] = 1

    at: datetime
    receipt: str = ""
    reply_by: date | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True)
class HandlingBegun:
    """开始办理."""

    kind: ClassVar[str] = "case.handling_begun"
    version: ClassVar[int] = 1

    at: datetime


@dataclass(frozen=True, slots=True)
class SpecialBegun:
    """特别程序开始: the clocks stand for at most ``most_days`` working days, told in writing."""

    kind: ClassVar[str] = "case.special_begun"
    version: ClassVar[int] = 1

    special: Special
    basis: str
    reason: str
    most_days: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SpecialEnded:
    """特别程序结束."""

    kind: ClassVar[str] = "case.special_ended"
    version: ClassVar[int] = 1

    result: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DeadlineExtended:
    """延期: once, approved by somebody else than the handler (行政许可法 art. 42)."""

    kind: ClassVar[str] = "case.deadline_extended"
    version: ClassVar[int] = 1

    days: int
    reason: str
    approver: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ReportedUp:
    """转报: the first review is done, the result comes from above."""

    kind: ClassVar[str] = "case.reported_up"
    version: ClassVar[int] = 1

    to: str
    at: datetime
    batch: UUID | None = None


MiddleEvent = (
    SupplementAsked
    | SupplementReceived
    | SupplementExtended
    | AmendmentAsked
    | AmendmentReceived
    | AmendmentWaived
    | DeferredReceived
    | DeferralExtended
    | HandedOver
    | HandoverSigned
    | HandoverRefused
    | SentAcross
    | HeardAcross
    | HandlingBegun
    | SpecialBegun
    | SpecialEnded
    | DeadlineExtended
    | ReportedUp
)
