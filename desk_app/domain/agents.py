"""The roster of 代办员: who helps citizens of which area, with which duties, until when (notice tasks 4, 9).

An agent is a person of the village or community, not an account: some never touch the program. What the
roster says is published on the wall, so a change of any of it makes a posted copy out of date (B11).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.phones import check_phone


class Duty(StrEnum):
    """What somebody on the roster does (DB3205/T 1077-2023)."""

    HELP = "help"
    """帮办员: shows the way, helps to fill in."""
    AGENT = "agent"
    """代办员: submits and fetches for the citizen."""
    COORDINATOR = "coordinator"
    """协调员: speaks for the citizen with several departments."""


class Background(StrEnum):
    """Where somebody on the roster comes from (notice task 4)."""

    CADRE = "cadre"
    """村（社区）党员干部."""
    COMMUNITY_WORKER = "community_worker"
    GRID_WORKER = "grid_worker"
    VOLUNTEER = "volunteer"
    STAFF = "staff"
    """Staff of the town centre itself."""


@dataclass(frozen=True, slots=True)
class AgentFacts:
    """What the roster says of an agent; all of it may hang on the wall."""

    name: str
    phone: str
    area: str
    """Village or community they look after."""
    duties: tuple[Duty, ...]
    background: Background
    full_time: bool = False
    languages: tuple[str, ...] = ()
    """Beside standard Chinese: the local speech, sign language."""
    staff_number: str = ""
    first: date | None = None
    last: date | None = None
    """Validity of the appointment; None where no end was set."""
    trained: date | None = None
    """Day of the last training."""
    photo: str = ""
    """Digest of the picture; empty without one."""
    account: UUID | None = None
    """The account of an agent who uses the program."""


@dataclass(frozen=True, slots=True)
class AgentEnrolled:
    """Somebody was put on the roster."""

    kind: ClassVar[str] = "agent.enrolled"
    version: ClassVar[int] = 1

    facts: AgentFacts
    at: datetime


@dataclass(frozen=True, slots=True)
class AgentChanged:
    """The roster says something else of them from now on."""

    kind: ClassVar[str] = "agent.changed"
    version: ClassVar[int] = 1

    facts: AgentFacts
    at: datetime


@dataclass(frozen=True, slots=True)
class AgentAway:
    """For these days, both included, another one on the roster takes their place."""

    kind: ClassVar[str] = "agent.away"
    version: ClassVar[int] = 1

    first: date
    last: date
    stand_in: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class AgentLeft:
    """离岗: their mandates end with this day (appendix A6)."""

    kind: ClassVar[str] = "agent.left"
    version: ClassVar[int] = 1

    day: date
    at: datetime


AgentEvent = AgentEnrolled | AgentChanged | AgentAway | AgentLeft


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away, both included."""

    first: date
    last: date
    stand_in: UUID | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """One person on the roster."""

    id: UUID
    facts: AgentFacts
    changed_at: datetime
    absences: tuple[Absence, ...] = field(default=())
    left_on: date | None = None

    def serves_on(self, day: date) -> bool:
        """Whether they are on the roster that day, away or not."""
        facts = self.facts
        begun = facts.first is None or facts.first <= day
        runs = facts.last is None or day <= facts.last
        return begun and runs and (self.left_on is None or day < self.left_on)

    def away_on(self, day: date) -> Absence | None:
        """The absence that covers a day; the one that was told last."""
        covering = (each for each in reversed(self.absences) if each.first <= day <= each.last)
        return next(covering, None)


def check_agent(facts: AgentFacts) -> AgentFacts:
    """The facts as they are kept.

    Raises InputError ``part_needed`` with the ``part``, ``agent_days`` where the last day lies before the
    first, and what a telephone number may be refused for.
    """
    for part, said in (("name", facts.name), ("area", facts.area)):
        if not said.strip():
            raise InputError("part_needed", part=part)
    if not facts.duties:
        raise InputError("part_needed", part="duties")
    if facts.first is not None and facts.last is not None and facts.last < facts.first:
        raise InputError("agent_days")
    phone = check_phone(facts.phone)
    if not phone.valid:
        raise InputError("agent_phone")
    return replace(facts, name=facts.name.strip(), area=facts.area.strip(), phone=phone.normalised)


def apply(agent_id: UUID, before: Agent | None, event: AgentEvent) -> Agent:
    """One event laid over an agent. Raises IllegalMove ``agent_known_already``, ``agent_gone``."""
    if isinstance(event, AgentEnrolled):
        if before is not None:
            raise IllegalMove("agent_known_already")
        return Agent(agent_id, event.facts, event.at)
    if before is None or before.left_on is not None:
        raise IllegalMove("agent_gone")
    match event:
        case AgentChanged():
            return replace(before, facts=event.facts, changed_at=event.at)
        case AgentAway():
            absence = Absence(event.first, event.last, event.stand_in)
            return replace(before, absences=(*before.absences, absence), changed_at=event.at)
        case _:
            return replace(before, left_on=event.day, changed_at=event.at)


def who_serves(agents: Iterable[Agent], area: str, duty: Duty, day: date) -> tuple[Agent, ...]:
    """Who can be asked in an area on a day: those there first, then stand-ins of those away, by name."""
    roster = {agent.id: agent for agent in agents if agent.serves_on(day)}
    own = [agent for agent in roster.values() if agent.facts.area == area and duty in agent.facts.duties]
    there = [agent for agent in own if agent.away_on(day) is None]
    absences = (agent.away_on(day) for agent in own)
    wanted = {absence.stand_in for absence in absences if absence is not None and absence.stand_in}
    instead = [roster[one] for one in wanted if one in roster and roster[one].away_on(day) is None]
    in_order = sorted(there, key=_by_name) + sorted(instead, key=_by_name)
    return tuple(dict.fromkeys(in_order))


def _by_name(agent: Agent) -> tuple[str, UUID]:
    return agent.facts.name, agent.id
