"""委托书: what an agent may do for whom, in which matters, until when (domain.md, appendix A6).

A mandate is its own stream: one may cover several matters, and a matter may outlive it. What it does not
cover is refused with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.people import Party

SOON = timedelta(days=14)
"""How long before its end a mandate stands in the list of those that end."""
WITNESSES = 2
"""For a thumb-print, neither of them the agent or of the same site (appendix A6)."""


class Power(StrEnum):
    """What an agent or proxy may do (appendix A6)."""

    SUBMIT = "submit"
    SUPPLEMENT = "supplement"
    FETCH = "fetch"
    SIGN = "sign"
    """代为签收文书: ticked on its own, because it starts the time for a remedy."""
    ONLINE = "online"
    """With the agent's own account, never with the citizen's."""


class Signature(StrEnum):
    """How the principal gave it."""

    SIGNED = "signed"
    THUMB_PRINT = "thumb_print"


class MandateEnd(StrEnum):
    """What ends a mandate before its last day (appendix A6)."""

    FINISHED = "finished"
    REVOKED = "revoked"
    """In writing, by the principal."""
    AGENT_LEFT = "agent_left"
    DEATH = "death"


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of a mandate: an item of the catalogue."""

    item_id: str
    name: str


@dataclass(frozen=True, slots=True)
class MandateGiven:
    """The principal signed; the paper is kept."""

    kind: ClassVar[str] = "mandate.given"
    version: ClassVar[int] = 1

    principal: Party
    agent: UUID
    agent_name: str
    matters: tuple[Matter, ...]
    powers: tuple[Power, ...]
    first: date
    last: date | None
    signature: Signature
    witnesses: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class MandateRenewed:
    """续办委托书: it goes on to another last day."""

    kind: ClassVar[str] = "mandate.renewed"
    version: ClassVar[int] = 1

    last: date
    at: datetime


@dataclass(frozen=True, slots=True)
class MandateEnded:
    """It ended before its last day."""

    kind: ClassVar[str] = "mandate.ended"
    version: ClassVar[int] = 1

    why: MandateEnd
    at: datetime


MandateEvent = MandateGiven | MandateRenewed | MandateEnded


class Uncovered(StrEnum):
    """Why a mandate does not carry an act, as a code."""

    NOT_YET = "not_yet"
    EXPIRED = "expired"
    ENDED = "ended"
    OTHER_AGENT = "other_agent"
    OTHER_MATTER = "other_matter"
    NO_SUCH_POWER = "no_such_power"


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandate as it stands."""

    id: UUID
    given: MandateGiven
    last: date | None
    ended: MandateEnd | None = None
    ended_at: datetime | None = None

    def gap(self, agent: UUID, item_id: str, power: Power, day: date) -> Uncovered | None:
        """Why it does not carry this act of this agent on this day; None when it does."""
        given = self.given
        if self.ended is not None:
            return Uncovered.ENDED
        if day < given.first:
            return Uncovered.NOT_YET
        if self.last is not None and day > self.last:
            return Uncovered.EXPIRED
        if agent != given.agent:
            return Uncovered.OTHER_AGENT
        if item_id not in {matter.item_id for matter in given.matters}:
            return Uncovered.OTHER_MATTER
        return None if power in given.powers else Uncovered.NO_SUCH_POWER

    def ends_soon(self, today: date) -> bool:
        """Whether somebody should ask the principal if it shall go on."""
        return self.ended is None and self.last is not None and today <= self.last <= today + SOON


def check_mandate(given: MandateGiven, today: date) -> None:
    """Refuse what is no mandate.

    Raises InputError ``part_needed`` with the ``part``; ``mandate_days`` for a last day before the first or
    gone by; ``witnesses_needed`` with how many, ``witness_is_agent``, and ``witnesses_alike``.
    """
    needed = (
        ("principal", given.principal.name and given.principal.id_number),
        ("matters", given.matters),
        ("powers", given.powers),
    )
    for part, said in needed:
        if not said:
            raise InputError("part_needed", part=part)
    _check_days(given.first, given.last, today)
    if given.signature is Signature.THUMB_PRINT:
        _check_witnesses(given)


def _check_days(first: date, last: date | None, today: date) -> None:
    if last is not None and (last < first or last < today):
        raise InputError("mandate_days")


def _check_witnesses(given: MandateGiven) -> None:
    names = [name.strip() for name in given.witnesses if name.strip()]
    if len(names) < WITNESSES:
        raise InputError("witnesses_needed", n=WITNESSES)
    if given.agent_name in names:
        raise InputError("witness_is_agent")
    if len(set(names)) < len(names):
        raise InputError("witnesses_alike")


def apply(mandate_id: UUID, before: Mandate | None, event: MandateEvent) -> Mandate:
    """One event laid over a mandate. Raises IllegalMove ``mandate_known_already``, ``mandate_over``."""
    if isinstance(event, MandateGiven):
        if before is not None:
            raise IllegalMove("mandate_known_already")
        return Mandate(mandate_id, event, event.last)
    if before is None or before.ended is not None:
        raise IllegalMove("mandate_over")
    if isinstance(event, MandateRenewed):
        return replace(before, last=event.last)
    return replace(before, ended=event.why, ended_at=event.at)
