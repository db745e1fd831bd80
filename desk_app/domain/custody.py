"""Originals in the hands of an office: who holds each now, and that it went back (F45).

收 taken and kept for a while · 核 seen and handed back over the counter · 退还 given back. Nobody may keep an
identity card (居民身份证法 art. 15), and a citizen's bank or social-security card is never held for them
(domain.md, appendix A6). A stream of its own beside each case, under the case's id: papers travel while the
case itself moves by other rules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.errors import IllegalMove


class CustodyState(StrEnum):
    """Where an original is."""

    HELD = "held"
    ON_WAY = "on_way"
    CHECKED = "checked"
    GIVEN_BACK = "given_back"


@dataclass(frozen=True, slots=True)
class OriginalTaken:
    """收: the office keeps it until it gives it back."""

    kind: ClassVar[str] = "custody.taken"
    version: ClassVar[int] = 1

    row: int
    name: str
    holder: str
    site: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class OriginalChecked:
    """核: seen, compared with the copy, handed back at once."""

    kind: ClassVar[str] = "custody.checked"
    version: ClassVar[int] = 1

    row: int
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OriginalSent:
    """It left with a batch."""

    kind: ClassVar[str] = "custody.sent"
    version: ClassVar[int] = 1

    row: int
    batch: UUID
    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OriginalArrived:
    """It is in somebody's hands again: the receiver's, or the sender's after a refusal."""

    kind: ClassVar[str] = "custody.arrived"
    version: ClassVar[int] = 1

    row: int
    holder: str
    at: datetime
    site: UUID | None = None
    """None for a department without this program."""


@dataclass(frozen=True, slots=True)
class OriginalGivenBack:
    """退还: into whose hands."""

    kind: ClassVar[str] = "custody.given_back"
    version: ClassVar[int] = 1

    row: int
    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OriginalHandedOn:
    """It stays in the house over night, with somebody who answers for it, and why (B7)."""

    kind: ClassVar[str] = "custody.handed_on"
    version: ClassVar[int] = 1

    row: int
    to: str
    reason: str
    at: datetime
    keeper: UUID | None = None
    """The account of who keeps it now, where they have one."""


CustodyEvent = (
    OriginalTaken | OriginalChecked | OriginalSent | OriginalArrived | OriginalGivenBack | OriginalHandedOn
)


@dataclass(frozen=True, slots=True)
class Original:
    """One original, where it is and since when."""

    row: int
    name: str
    state: CustodyState
    since: datetime
    holder: str = ""
    """Who has it, or to whom it is on its way, or into whose hands it went."""
    site: UUID | None = None
    batch: UUID | None = None
    keeper: UUID | None = None
    """The person who answers for it; None where only the place is known, or while it is on its way."""
    reason: str = ""
    """Why it was handed on instead of given back."""


@dataclass(frozen=True, slots=True)
class Custody:
    """The originals of one case."""

    case: UUID
    originals: tuple[Original, ...] = ()

    def original(self, row: int) -> Original | None:
        """What is known of the original of a row, or None."""
        return next((found for found in self.originals if found.row == row), None)

    @property
    def held(self) -> tuple[Original, ...]:
        """未退原件: what some office still has, or what is on its way."""
        return tuple(found for found in self.originals if found.state in OUT_OF_HAND)


OUT_OF_HAND = frozenset({CustodyState.HELD, CustodyState.ON_WAY})
"""States in which the citizen is without the paper."""

_PERSONAL = ("身份证", "社会保障卡", "社保卡", "医保卡", "银行卡", "存折")
"""What belongs in its owner's pocket: no office keeps it, not for an hour."""


def never_kept(name: str) -> bool:
    """Whether the original of this paper can never be kept; a photocopy of it can."""
    return any(word in name for word in _PERSONAL) and ("复印件" not in name or "原件" in name)


def apply(custody: Custody, event: CustodyEvent, by: UUID | None = None) -> Custody:
    """One event laid over the originals of a case; ``by`` is who did it.

    Raises IllegalMove for what cannot follow.
    """
    before = custody.original(event.row)
    match event:
        case OriginalTaken():
            return _put(custody, replace(_taken(before, event), keeper=by))
        case OriginalChecked():
            _require_free(before)
            seen = Original(event.row, event.name, CustodyState.CHECKED, event.at)
            return _put(custody, seen)
        case _:
            return _put(custody, _moved(_require_out(before), event, by))


def _taken(before: Original | None, event: OriginalTaken) -> Original:
    if never_kept(event.name):
        raise IllegalMove("original_never_kept")
    _require_free(before)
    return Original(event.row, event.name, CustodyState.HELD, event.at, event.holder, event.site)


def _moved(
    before: Original,
    event: OriginalSent | OriginalArrived | OriginalGivenBack | OriginalHandedOn,
    by: UUID | None,
) -> Original:
    if isinstance(event, OriginalHandedOn):
        return _handed_on(before, event)
    moved = replace(before, since=event.at, batch=None, keeper=None, reason="")
    match event:
        case OriginalSent():
            return replace(moved, state=CustodyState.ON_WAY, holder=event.to, batch=event.batch)
        case OriginalArrived():
            return replace(
                moved,
                state=CustodyState.HELD,
                holder=event.holder,
                site=event.site,
                keeper=by if event.site else None,
            )
        case _:
            if not event.to.strip():
                raise IllegalMove("part_needed", part="recipient")
            return replace(moved, state=CustodyState.GIVEN_BACK, holder=event.to, site=None)


def _handed_on(before: Original, event: OriginalHandedOn) -> Original:
    """The citizen is without it since before: the day it was taken stays."""
    if before.state is not CustodyState.HELD:
        raise IllegalMove("original_not_held")
    for part, said in (("recipient", event.to), ("reason", event.reason)):
        if not said.strip():
            raise IllegalMove("part_needed", part=part)
    return replace(before, holder=event.to, keeper=event.keeper, reason=event.reason)


def _require_free(before: Original | None) -> None:
    if before is not None and before.state in OUT_OF_HAND:
        raise IllegalMove("original_held_already")


def _require_out(before: Original | None) -> Original:
    if before is None or before.state not in OUT_OF_HAND:
        raise IllegalMove("original_not_held")
    return before


def _put(custody: Custody, original: Original) -> Custody:
    others = [found for found in custody.originals if found.row != original.row]
    return replace(custody, originals=tuple(sorted([*others, original], key=lambda found: found.row)))
