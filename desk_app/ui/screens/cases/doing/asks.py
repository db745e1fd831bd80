"""What an act asks a clerk for, as plain values: the strip builds its fields from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.cases import Case
from desk_app.domain.moves import Act


class AskKind(StrEnum):
    """What a field looks like."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    PICK = "pick"
    TICK = "tick"
    PROBLEMS = "problems"
    """Rows of the paper list, each ticked or not, with what is wrong with it."""
    ARRIVED = "arrived"
    """Rows that are owed, each with what came."""
    LATE = "late"
    """The day of what is only told now, and why it is."""
    APPROVER = "approver"
    """An account that agrees, and its password."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of a closed list."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class RowAsked:
    """One paper of the list."""

    number: int
    name: str
    value: str = ""
    """What is offered: a state of the paper for ARRIVED."""
    more: tuple[Option, ...] = ()
    """What may be chosen for this row besides."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One field. ``name`` is the part of the event it fills."""

    name: str
    kind: AskKind = AskKind.TEXT
    value: str = ""
    """What is offered; a tick that is on is ``1``."""
    options: tuple[Option, ...] = ()
    rows: tuple[RowAsked, ...] = ()
    needed: bool = True


@dataclass(frozen=True, slots=True)
class ActForm:
    """Everything one act asks for; an act without fields is done at once."""

    act: Act
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What was filled in, by the names of the fields."""

    texts: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, str] = field(default_factory=dict)
    """By row of the paper list: the problem, or the state of what came; rows left out are not meant."""
    password: str = field(default="", repr=False)

    def text(self, name: str) -> str:
        """A text without the air around it."""
        return self.texts.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the fields of a case depend on."""

    case: Case
    today: date
    due: date | None
    """The last day of the limit that governs."""
    me: UUID | None
    approvers: tuple[User, ...]
    working_day: Callable[[date, int], date]
    """(day, n) -> the n-th working day after it."""
    promise_limit: Callable[[Case, date], date]
    """(case, day of acceptance) -> the day offered for papers that follow."""
