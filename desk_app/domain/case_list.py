"""What a list of cases asks for and gets: the values between the store and the screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.domain.back_entry import BackSource
from desk_app.domain.cases import CaseState
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.worktime import ClockState

PAGE = 50
"""Lines of one page: more than the largest window shows at once."""


class CaseSort(StrEnum):
    """What a list of cases is ordered by. Without a due date a case comes last."""

    DUE = "due"
    NUMBER = "number"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class CaseCursor:
    """The last line of a page: the next page begins behind it (keyset, never an offset)."""

    key: str | int
    recent: int


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases, in what order. Empty fields do not narrow.

    ``text`` is what was typed (name, initials, digits of number or telephone, a whole id number); a search is
    always answered newest first, whatever ``sort`` says, so that the first lines are there at once.
    """

    states: frozenset[CaseState] = frozenset()
    open: bool | None = None
    due_from: date | None = None
    due_to: date | None = None
    """Both days included; a lamp is such a range (worktime.soon_until)."""
    clerk: UUID | None = None
    clerks: frozenset[UUID] = frozenset()
    """Cases of any of these: the colleagues somebody stands in for."""
    item_id: str = ""
    person: UUID | None = None
    originals_at: UUID | None = None
    """Only cases of which this site still has an original, or sent one on its way (未退原件)."""
    deferred: bool = False
    """Only cases that still owe papers promised for later (容缺待补)."""
    promise_to: date | None = None
    """Only cases that still owe papers promised for this day or an earlier one (容缺到期)."""
    contact_to: date | None = None
    """Only cases whose next contact is planned for this day or earlier (待回访)."""
    registered_from: datetime | None = None
    """Only cases registered at this instant or later."""
    back: bool | None = None
    """Only cases entered from an old paper ledger (True), or none of them (False)."""
    text: str = ""
    sort: CaseSort = CaseSort.DUE
    descending: bool = False
    after: CaseCursor | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case as a list shows it; name, id number and telephone already masked for whoever looks."""

    id: UUID
    number: str
    item_id: str
    item_name: str
    person: UUID
    applicant: str
    id_number: str
    phone: str
    state: CaseState
    mode: HandlingMode
    kind: CaseKind
    registered_at: datetime
    received_at: datetime | None
    accepted_at: datetime | None
    finished_at: datetime | None
    due: date | None
    """The governing deadline, or the notice timer while only received; None when nothing runs."""
    promised_due: date | None
    statutory_due: date | None
    promise_by: date | None
    missing: int
    deferred: int
    clerk: UUID
    clerk_name: str
    device: UUID
    clock: ClockState = ClockState.RUNNING
    """Whether the clock runs: what the lamp of the line needs besides ``due``."""
    next_contact: date | None = None
    back: BackSource | None = None
    """补录: what it was on before it was typed."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """Lines of a list, and where the next page begins; None at the end."""

    lines: tuple[CaseLine, ...]
    next: CaseCursor | None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry of a case's history, in the order all agree on."""

    id: UUID
    kind: str
    at: datetime
    actor: UUID
    actor_name: str
    """Empty where this store never met the person."""
    device: UUID
    event: object | None
    """None when the entry cannot be read here; ``parked`` then says why."""
    parked: str = ""
