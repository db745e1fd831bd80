"""What the customer's screen shows: one frozen face at a time, of one citizen at a time.

A face holds no full number: whoever makes it masks first. It belongs to a ``subject`` (a form or a case), so
that the desk knows when it has to go.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desk_app.domain.case_life import Satisfaction

Point = tuple[float, float, int, float]
"""x and y in logical pixels of the pad, milliseconds since the first touch, pressure from 0 to 1."""
LEVELS = tuple(Satisfaction)
"""In the order in which they stand, and are numbered, from the best to the worst."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of every face."""

    site: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line to be confirmed."""

    label: str
    value: str
    veiled: str = ""
    """What stands there while others are near, or nobody has touched the screen for a while."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Welcome:
    """Nobody's face."""


@dataclass(frozen=True, slots=True)
class Confirm:
    """对不对？ Only this person's facts."""

    subject: UUID
    facts: tuple[Fact, ...]
    veiled: bool = False
    answer: bool | None = None
    """What was answered; None before."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A pad for a signature. ``for_what`` says in plain words what is signed."""

    subject: UUID
    for_what: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Five levels."""

    subject: UUID
    about: str


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a case."""

    word: str
    done: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is, ticked off."""

    subject: UUID
    about: str
    steps: tuple[Step, ...]
    until: str = ""


@dataclass(frozen=True, slots=True)
class Thanks:
    """It was taken down."""

    subject: UUID
    words: str
    detail: str = ""


Face = Welcome | Confirm | Sign | Rate | Progress | Thanks


def subject_of(face: Face) -> UUID | None:
    """Whose face it is; None for nobody's."""
    return None if isinstance(face, Welcome) else face.subject


@dataclass(frozen=True, slots=True)
class Ink:
    """A signature: its picture and how it was written."""

    picture: bytes
    """PNG."""
    strokes: tuple[tuple[Point, ...], ...]
