"""What cases are made of: states, rows of paper, the pinned item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desk_app.domain.catalogue import CaseKind, HandlingMode, LegalNature, MaterialForm, Need, Tier, TimeLimit

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
    FORWARDED = "forwarded"
    """已转送: on its way to who may accept it; the notice timer runs on."""
    SUPPLEMENTING = "supplementing"
    """待补正: told after receipt what is missing; the notice timer stands."""
    HANDLING = "handling"
    """办理中."""
    SUSPENDED = "suspended"
    """挂起 (特别程序): both clocks stand. The city has a flag for it, no state of its own."""
    AMENDING = "amending"
    """已受理待补办: something more is asked after acceptance; whether the clocks stand is the item's rule."""
    REPORTED = "reported"
    """已转报: waits for the result from above; open for the citizen."""
    READY = "ready"
    """待领取: decided, the clocks have stopped, the result is not yet in the citizen's hand."""
    DELIVERED = "delivered"
    REFUSED = "refused"
    """不予受理."""
    RETURNED = "returned"
    """退件: what was asked never came."""
    WITHDRAWN = "withdrawn"
    """撤回, by the applicant."""
    VOIDED = "voided"
    """作废: entered by mistake; counts as no service."""
    TERMINATED = "terminated"
    """终止."""
    ARCHIVED = "archived"


OPEN_STATES = frozenset(
    {
        CaseState.NOTICED,
        CaseState.RECEIVED,
        CaseState.FORWARDED,
        CaseState.SUPPLEMENTING,
        CaseState.ACCEPTED,
        CaseState.HANDLING,
        CaseState.SUSPENDED,
        CaseState.AMENDING,
        CaseState.REPORTED,
    }
)
"""Nothing is decided yet. A result that waits to be fetched is closed: its clocks have stopped."""


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
