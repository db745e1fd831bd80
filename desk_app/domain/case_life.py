"""The later life of a case, as values: supplements, pauses, hand-overs, the decision, what came after.

A case that is taken in and finished on one day has none of it; :class:`CaseLife` then is not even stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.people import Relation
from desk_app.domain.signatures import Signature


class Refusal(StrEnum):
    """Why an application is not accepted: a closed list (appendix A3).

    What income or grade of disability decides is never a reason at the counter.
    """

    NOT_COMPETENT = "not_competent"
    """职权外."""
    NOT_NEEDED = "not_needed"
    """依法不需要办理."""
    NOT_ENTITLED = "not_entitled"
    """申请主体不适格."""
    STILL_DEFECTIVE = "still_defective"
    """法定形式经补正仍不合格: only after a round of supplements."""


class Special(StrEnum):
    """What stops the clocks while it lasts (行政许可法 art. 45). 公示 and 入户调查 do not."""

    HEARING = "hearing"
    """听证."""
    TENDER = "tender"
    """招标."""
    AUCTION = "auction"
    """拍卖."""
    INSPECTION = "inspection"
    """检验."""
    TESTING = "testing"
    """检测."""
    QUARANTINE = "quarantine"
    """检疫."""
    APPRAISAL = "appraisal"
    """鉴定."""
    EXPERT_REVIEW = "expert_review"
    """专家评审."""


class Carrier(StrEnum):
    """How papers travel."""

    BY_HAND = "by_hand"
    POST = "post"
    ELECTRONIC = "electronic"


class Reach(StrEnum):
    """通办: how far away the matter is decided (国办发〔2020〕35号)."""

    PROVINCE = "province"
    """全省通办."""
    NATION = "nation"
    """跨省通办."""


class Via(StrEnum):
    """How a case that belongs elsewhere travels there."""

    POST = "post"
    PLATFORM = "platform"


class DeliveryWay(StrEnum):
    """结果送达方式 (domain.md §1.3), as far as a counter does it."""

    COUNTER = "counter"
    AGENT = "agent"
    """A 代办员 fetched it on the citizen's mandate."""
    POST = "post"
    ONLINE = "online"
    NOTICE = "notice"
    """公告送达."""


class Verdict(StrEnum):
    """How a case was decided."""

    APPROVED = "approved"
    REJECTED = "rejected"


class Satisfaction(StrEnum):
    """好差评, five levels; five is the best."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"

    @property
    def stars(self) -> int:
        """The national code, 5 to 1."""
        return 5 - list(Satisfaction).index(self)

    @property
    def bad(self) -> bool:
        """差评: it has to be verified, put right and called back about (domain.md §2.6)."""
        return self.stars <= 2


class RatingChannel(StrEnum):
    """Where a rating was given (domain.md §2.6, channels 1 to 5)."""

    WEB = "web"
    MOBILE = "mobile"
    QR = "qr"
    TABLET = "tablet"
    TERMINAL = "terminal"


class Correctable(StrEnum):
    """What of a registration may be put right. A wrong id number is another person: void the case instead."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    REMARK = "remark"
    FIELD = "field"
    """One of the item's own fields; ``name`` of the event says which."""
    COPIES = "copies"
    """How many copies of a paper were taken; ``name`` is the number of its row."""


@dataclass(frozen=True, slots=True)
class SupplementLine:
    """One row of a 补正材料告知书 (appendix A4b)."""

    number: int
    """Row of the case's paper list."""
    problem: str
    requirement: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One round of supplements, kept as its own record (domain.md §2.6)."""

    lines: tuple[SupplementLine, ...]
    asked_at: datetime
    due: date
    """The end, any extension included."""
    after_acceptance: bool = False
    pauses: bool = False
    """Whether the clocks stand while the citizen is waited for: the item's rule."""
    extended: bool = False
    received_at: datetime | None = None
    missed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the citizen is still waited for."""
        return self.received_at is None and self.missed_at is None


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """A stretch of time that is not counted, told to the citizen in writing."""

    special: Special
    basis: str
    reason: str
    began_at: datetime
    most_days: int
    """Working days it may last at most; the clocks run on by themselves after these."""
    ended_at: datetime | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """延期: more days, given once."""

    days: int
    reason: str
    approver: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """One leg of the way between places."""

    batch: UUID
    to: str
    carrier: Carrier
    sent_at: datetime
    express: str = ""
    signed_at: datetime | None = None
    signed_by: str = ""
    differences: str = ""
    refused_at: datetime | None = None
    refusal: str = ""

    @property
    def under_way(self) -> bool:
        """Sent, and neither signed for nor sent back."""
        return self.signed_at is None and self.refused_at is None


@dataclass(frozen=True, slots=True)
class Crossing:
    """异地代收代办 (F38): where it was sent, how, and what was heard from there."""

    reach: Reach
    to: str
    via: Via
    number: str
    """Post number, or that of the platform."""
    sent_at: datetime
    receipt: str = ""
    """The number the place that decides has given it."""
    reply_by: date | None = None
    """Until when it answers."""
    reply: str = ""
    heard: int = 0
    """How often something came back: each time the citizen is told anew."""

    @property
    def open(self) -> bool:
        """Whether the answer is still waited for."""
        return not self.reply


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the case after a hand-over; ``site`` is None for a department without this program."""

    name: str
    site: UUID | None = None
    mode: HandlingMode | None = None
    """What the holder may do with the item; None for a department, which decides by itself."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How it was decided, and for a refusal of the matter itself: facts, reasons, basis (appendix A8b)."""

    verdict: Verdict
    at: datetime
    organ: str = ""
    paper_number: str = ""
    facts: str = ""
    reasons: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """送达: into whose hands, how, and that the id was looked at."""

    way: DeliveryWay
    recipient: str
    at: datetime
    id_checked: bool = False
    express: str = ""
    relation: Relation | None = None
    """What the recipient is to the applicant; None for the applicant (F46)."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating of one service."""

    level: Satisfaction
    channel: RatingChannel
    at: datetime
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Why a case ended without a decision, and who agreed."""

    reason: str
    at: datetime
    approver: UUID | None = None
    refusal: Refusal | None = None
    basis: str = ""
    instead: str = ""
    """Where the citizen may apply instead."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact put right: what it was stays readable."""

    what: Correctable
    name: str
    old: str
    new: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """One line about a case."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StandIn:
    """AB岗 (F74): somebody acted while a colleague was away, under their own name."""

    absent: UUID
    first: date
    last: date
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseLife:
    """Everything that happened beyond the first day."""

    rounds: tuple[Round, ...] = ()
    specials: tuple[SpecialProcedure, ...] = ()
    extensions: tuple[Extension, ...] = ()
    handovers: tuple[Handover, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    holder: Holder | None = None
    deferral_extended: bool = False
    reported_to: str = ""
    decision: Decision | None = None
    closing: Closing | None = None
    deliveries: tuple[Delivery, ...] = ()
    rating: Rating | None = None
    ended_as: str = ""
    """The state before archiving: how it ended is what is reported outward."""
    corrections: tuple[Correction, ...] = ()
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ()
    next_contact: date | None = None
    stand_ins: tuple[StandIn, ...] = ()
    signatures: tuple[Signature, ...] = ()
    said: int = 0
    """How often the telephone sentence was said or sent (B25)."""
    contradictions: tuple[str, ...] = ()
    """Kinds of entries that came when the case could no longer take them: two desks acted apart (sync.md)."""

    @property
    def round(self) -> Round | None:
        """The round that waits for the citizen."""
        return next((found for found in reversed(self.rounds) if found.open), None)

    @property
    def special(self) -> SpecialProcedure | None:
        """The special procedure that lasts."""
        return next((found for found in reversed(self.specials) if found.ended_at is None), None)

    @property
    def crossing(self) -> Crossing | None:
        """What was sent elsewhere and not answered yet."""
        return next((found for found in reversed(self.crossings) if found.open), None)

    @property
    def handover(self) -> Handover | None:
        """The leg that is under way."""
        return next((found for found in reversed(self.handovers) if found.under_way), None)


NO_LIFE = CaseLife()
