"""Service items as the national 实施清单 describes them, and what a site makes of them.

Elements follow the exchange columns ``up_task_*`` (domain.md §1.4, GB/T 39554); codes stay text because
provinces differ (§1.2). Items are keyed by ids such as ``1-38`` (annex of the notice, running number), never
by name: one name stands in several lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from desk_app.domain.remedies import Remedy
from desk_app.domain.worktime import Unit


class Tier(StrEnum):
    """The three kinds of site of the notice, one official list each."""

    TOWN = "town"
    COMMUNITY = "community"
    VILLAGE = "village"


class HandlingMode(StrEnum):
    """What a site may do with an item (domain.md §1.6, §2.5); it decides buttons, papers and clocks."""

    DIRECT = "direct"
    """直接办理: accepts under its own name."""
    ENTRUSTED_ACCEPT = "entrusted_accept"
    """委托受理: accepts in the name of the entrusting department."""
    ENTRUSTED_RECEIVE = "entrusted_receive"
    """委托收件: only takes papers in; acceptance is the department's."""
    ASSIST = "assist"
    """帮办代办: helps, or acts on the citizen's mandate."""
    ADVICE = "advice"
    """仅咨询: says where it can be done."""

    @property
    def may_accept(self) -> bool:
        """Whether this site holds the right of acceptance (appendix B, last paragraph)."""
        return self in (HandlingMode.DIRECT, HandlingMode.ENTRUSTED_ACCEPT)

    @property
    def may_receive(self) -> bool:
        """Whether papers may be taken in at all."""
        return self is not HandlingMode.ADVICE


class CaseKind(StrEnum):
    """办件类型 (project_type): 即办件 or 承诺件."""

    IMMEDIATE = "immediate"
    PROMISED = "promised"


class LegalNature(StrEnum):
    """Decides the wording of papers and whether a remedy line is printed (appendix A3)."""

    SERVICE = "service"
    BENEFIT = "benefit"
    CONFIRMATION = "confirmation"


class MaterialForm(StrEnum):
    """材料形式: what the guide asks for."""

    ORIGINAL = "original"
    COPY = "copy"
    BOTH = "original_and_copy"
    SHEET = "sheet"
    """表格: a form the counter hands out and the applicant signs."""
    ELECTRONIC = "electronic"


class Need(StrEnum):
    """材料必要性. ``DEFERRABLE`` is 可容缺: the applicant may bring it later against a promise."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    DEFERRABLE = "deferrable"


class Origin(StrEnum):
    """来源渠道. ``SHARED_CHECK`` is 免提交: the counter verifies it; it never stands in a promise."""

    APPLICANT = "applicant"
    AUTHORITY = "authority"
    COUNTER = "counter"
    SHARED_CHECK = "shared_check"


class Occasion(StrEnum):
    """When a row of the paper list applies to this citizen."""

    ALWAYS = "always"
    BY_PROXY = "by_proxy"
    """Only when somebody else comes: mandate, the proxy's own id."""
    IF_APPLICABLE = "if_applicable"
    """符合时: only in the situation the note describes."""


class ConfidenceLevel(StrEnum):
    """How far the reference guide can be trusted before a site has verified it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a code list: the list differs by source, so the profile is kept (domain.md §1.3)."""

    profile: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Material:
    """One row of the paper list. ``copies`` 0 means nothing is handed over."""

    number: int
    name: str
    form: MaterialForm
    copies: int
    need: Need
    origin: Origin
    e_licence: str = ""
    note: str = ""
    occasion: Occasion = Occasion.ALWAYS

    @property
    def exempt(self) -> bool:
        """免提交: verified by the counter through data sharing, never asked of the citizen."""
        return self.origin is Origin.SHARED_CHECK


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit. ``days`` None means unknown: say 以窗口告知为准, never 无期限."""

    days: int | None = None
    unit: Unit = Unit.WORKING
    source: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """设定依据. ``verified`` is False for a document number nobody has checked against its source."""

    title: str
    doc_no: str = ""
    articles: str = ""
    year: int | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Faq:
    """A question citizens ask, and its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """What is certain about a reference guide and what has to be asked of the department."""

    level: ConfidenceLevel
    uncertain: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceItem:
    """One 事项 of one list in one release."""

    id: str
    tier: Tier
    seq: int
    name: str
    department: str
    mode: HandlingMode
    kind: CaseKind
    category: Code
    service_object: tuple[Code, ...]
    legal_nature: LegalNature
    name_corrected: str = ""
    current_name: str = ""
    status_note: str = ""
    scene: str = ""
    legal_basis: tuple[LegalBasis, ...] = ()
    conditions: tuple[str, ...] = ()
    materials: tuple[Material, ...] = ()
    materials_note: str = ""
    steps: tuple[str, ...] = ()
    statutory: TimeLimit = field(default_factory=TimeLimit)
    promised: TimeLimit = field(default_factory=TimeLimit)
    promised_note: str = ""
    fee: str = ""
    amount_reference: str = ""
    result: str = ""
    result_delivery: str = ""
    channels: tuple[str, ...] = ()
    cross_region: str = ""
    special_groups: tuple[str, ...] = ()
    home_visit: bool = False
    related: tuple[str, ...] = ()
    next_stage: tuple[str, ...] = ()
    previous_stage: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    faqs: tuple[Faq, ...] = ()
    confidence: Confidence = field(default_factory=lambda: Confidence(ConfidenceLevel.LOW))
    sources: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    elements: Mapping[str, str] = field(default_factory=dict)
    """Further 实施清单 elements, by their exchange column name."""

    @property
    def display_name(self) -> str:
        """The corrected name where the notice has a slip of the pen; papers and lists show this one."""
        return self.name_corrected or self.name


@dataclass(frozen=True, slots=True)
class BundleMaterial:
    """A paper asked for once on behalf of several items of a bundle."""

    name: str
    required: bool
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """一件事: several items that one life event brings together."""

    name: str
    audience: str
    items: tuple[str, ...]
    order: str = ""
    note: str = ""
    materials: tuple[BundleMaterial, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """An immutable, numbered edition of the whole catalogue."""

    version: str
    published: date
    title: str
    items: tuple[ServiceItem, ...]
    bundles: tuple[Bundle, ...] = ()

    def item(self, item_id: str) -> ServiceItem | None:
        """The item with this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)


@dataclass(frozen=True, slots=True)
class Verification:
    """核定: who of this site confirmed the guide against the department's own list, and when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class SiteItem:
    """What one site changes of one item (domain.md §1.6, ``audit_task_delegate``).

    An empty field leaves the catalogue's own value in force.
    """

    item_id: str
    offered: bool = True
    mode: HandlingMode | None = None
    promised_days: int | None = None
    promised_unit: Unit = Unit.WORKING
    conditions: tuple[str, ...] = ()
    phone: str = ""
    complaint_phone: str = ""
    address: str = ""
    hours: str = ""
    counter: str = ""
    reminder: str = ""
    verified: Verification | None = None
    remedy: Remedy | None = None
    """Which remedy line the justice bureau chose for the item (appendix A3)."""


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """An item as this site offers it: catalogue laid under the site's own changes."""

    item: ServiceItem
    release: str
    published: date
    offered: bool
    mode: HandlingMode
    promised: TimeLimit
    conditions: tuple[str, ...]
    phone: str = ""
    complaint_phone: str = ""
    address: str = ""
    hours: str = ""
    counter: str = ""
    reminder: str = ""
    verified: Verification | None = None
    remedy: Remedy | None = None

    @property
    def reference_only(self) -> bool:
        """True until this site has verified the guide: screen and paper then say 参考."""
        return self.verified is None


def offer(item: ServiceItem, release: Release, tier: Tier, override: SiteItem | None = None) -> OfferedItem:
    """Lay a site's changes over a catalogue item.

    Without a change, an item of the site's own list is offered in the catalogue's mode; an item of another
    list is only advised on (仅咨询), because this site has no standing in it.
    """
    own = item.tier is tier
    mode = item.mode if own else HandlingMode.ADVICE
    plain = OfferedItem(
        item=item,
        release=release.version,
        published=release.published,
        offered=own,
        mode=mode,
        promised=item.promised,
        conditions=item.conditions,
    )
    return plain if override is None else _laid_over(plain, override)


def _laid_over(plain: OfferedItem, override: SiteItem) -> OfferedItem:
    promised = plain.promised
    if override.promised_days is not None:
        promised = TimeLimit(override.promised_days, override.promised_unit)
    mode = (override.mode or plain.mode) if override.offered else HandlingMode.ADVICE
    return replace(
        plain,
        offered=override.offered,
        mode=mode,
        promised=promised,
        conditions=override.conditions or plain.conditions,
        phone=override.phone,
        complaint_phone=override.complaint_phone,
        address=override.address,
        hours=override.hours,
        counter=override.counter,
        reminder=override.reminder,
        verified=override.verified,
        remedy=override.remedy,
    )
