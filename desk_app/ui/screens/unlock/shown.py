"""What the lock page shows: a frozen picture, made anew after every change. It never holds a password."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from desk_app.domain.errors import DeskError
from desk_app.domain.sites import Role
from desk_app.ui.screens.settings.new_password.values import NewPassword


class Page(StrEnum):
    """The two ways in."""

    PASSWORD = "password"  # noqa: S105 - the name of a page, not a secret
    RECOVERY = "recovery"


class DayTime(StrEnum):
    """What to greet with."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def day_time(hour: int) -> DayTime:
    """The part of the day, by the hour at the counter."""
    if hour < 11:
        return DayTime.MORNING
    if hour < 13:
        return DayTime.NOON
    return DayTime.AFTERNOON if hour < 18 else DayTime.EVENING


@dataclass(frozen=True, slots=True)
class Person:
    """One tile."""

    id: UUID
    name: str
    role: Role
    counter: str
    initials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything."""

    page: Page
    greeting: DayTime
    site_name: str
    version: str
    people: tuple[Person, ...]
    chosen: UUID | None
    held: int = 0
    demo_password: str = ""
    busy: bool = False
    """A key is being derived: the buttons wait."""
    trouble: DeskError | None = None
    new_password: NewPassword = field(default_factory=NewPassword)
    words_given: bool = False
    """Whether something stands where the words of the sheet belong."""

    @property
    def person(self) -> Person | None:
        """Whose password is asked for."""
        return next((person for person in self.people if person.id == self.chosen), None)
