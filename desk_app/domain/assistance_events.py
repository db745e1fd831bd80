"""帮办代办: what happens in an assistance case, as events (domain.md §4; feature F41).

An assistance case is not an application: it may carry none, one, or several. The applicant, the citizen's own
proxy, the agent and the clerk at the keyboard are four different people (F39).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.mandates import Matter
from desk_app.domain.people import Party, Proxy


class AssistKind(StrEnum):
    """The kinds, kept apart everywhere (F41)."""

    CONSULT = "consult"
    """咨询."""
    HELP = "help"
    """帮办: the citizen signs and submits; we help to fill in, guide, and help online."""
    ERRAND = "errand"
    """代办: the agent submits and fetches for the citizen, on a mandate."""
    HOME_VISIT = "home_visit"
    """上门."""
    COORDINATE = "coordinate"
    """协调: several departments."""
    APPOINTMENT = "appointment"
    """预约."""


class Group(StrEnum):
    """Who goes through the green channel, and why a visit is made (notice task 10)."""

    ELDERLY = "elderly"
    DISABLED = "disabled"
    BEDRIDDEN = "bedridden"
    PREGNANT = "pregnant"
    VETERAN = "veteran"
    LEFT_BEHIND = "left_behind"
    OTHER = "other"


class AssistChannel(StrEnum):
    """How somebody was spoken to."""

    COUNTER = "counter"
    PHONE = "phone"
    VISIT = "visit"
    MESSAGE = "message"
    HOTLINE = "hotline"


class AssistOutcome(StrEnum):
    """How an assistance case was finished."""

    DONE = "done"
    NOT_DONE = "not_done"
    """未办成, with the reason."""


class TerminatedWhy(StrEnum):
    """终止: why it ended unfinished."""

    WITHDRAWN = "withdrawn"
    MANDATE_ENDED = "mandate_ended"
    OUT_OF_SCOPE = "out_of_scope"
    """Nothing an agent may do; the citizen was told where it is done."""
    UNTRUE = "untrue"
    """Papers or statements turned out untrue."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AssistOpened:
    """接到登记: somebody asked for help."""

    kind: ClassVar[str] = "assist.opened"
    version: ClassVar[int] = 1

    number: str
    kinds: tuple[AssistKind, ...]
    citizen: Party
    matters: tuple[Matter, ...]
    channel: AssistChannel
    area: str
    groups: tuple[Group, ...]
    at: datetime
    proxy: Proxy | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AgentAssigned:
    """派单, or given to another agent."""

    kind: ClassVar[str] = "assist.assigned"
    version: ClassVar[int] = 1

    agent: UUID
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AgentAccepted:
    """接单: the agent takes it on; for an errand with the mandate it stands on."""

    kind: ClassVar[str] = "assist.accepted"
    version: ClassVar[int] = 1

    at: datetime
    mandate: UUID | None = None


@dataclass(frozen=True, slots=True)
class AssistCaseLinked:
    """It carries this application from now on."""

    kind: ClassVar[str] = "assist.linked"
    version: ClassVar[int] = 1

    case: UUID
    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProgressNoted:
    """办了什么、到哪一步. ``node`` says that the citizen is owed word of it."""

    kind: ClassVar[str] = "assist.progress"
    version: ClassVar[int] = 1

    what: str
    node: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class FeedbackGiven:
    """The citizen was told how it stands."""

    kind: ClassVar[str] = "assist.feedback"
    version: ClassVar[int] = 1

    channel: AssistChannel
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AssistSuspended:
    """中止, with a paper: until a day, or until something comes."""

    kind: ClassVar[str] = "assist.suspended"
    version: ClassVar[int] = 1

    reason: str
    until: date | None
    at: datetime


@dataclass(frozen=True, slots=True)
class AssistResumed:
    """续办."""

    kind: ClassVar[str] = "assist.resumed"
    version: ClassVar[int] = 1

    at: datetime


@dataclass(frozen=True, slots=True)
class AssistFinished:
    """办结."""

    kind: ClassVar[str] = "assist.finished"
    version: ClassVar[int] = 1

    outcome: AssistOutcome
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AssistTerminated:
    """终止, with a paper."""

    kind: ClassVar[str] = "assist.terminated"
    version: ClassVar[int] = 1

    why: TerminatedWhy
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CalledBack:
    """回访: 1 (very bad) to 5; None when nobody answered."""

    kind: ClassVar[str] = "assist.called_back"
    version: ClassVar[int] = 1

    channel: AssistChannel
    score: int | None
    comment: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ComplaintSettled:
    """What was done about a bad score, and that the citizen knows of it."""

    kind: ClassVar[str] = "assist.complaint_settled"
    version: ClassVar[int] = 1

    what: str
    at: datetime


AssistEvent = (
    AssistOpened
    | AgentAssigned
    | AgentAccepted
    | AssistCaseLinked
    | ProgressNoted
    | FeedbackGiven
    | AssistSuspended
    | AssistResumed
    | AssistFinished
    | AssistTerminated
    | CalledBack
    | ComplaintSettled
)
