"""Several citizens at one desk: each lane holds one form and all that belongs to it, and nothing else does.

Plain values without Qt: a lane is replaced, never changed, so nothing can leak from one into another.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from desk_app.domain.cases import Case
from desk_app.domain.intake import MAX_LANES, IntakeForm
from desk_app.domain.people import Person
from desk_app.domain.prefill import History


@dataclass(frozen=True, slots=True)
class OpenCaseStrip:
    """The same person has the same item open already (F12)."""

    case: Case


@dataclass(frozen=True, slots=True)
class SecondIdStrip:
    """A second card was read: it never overwrites (experience.md §5)."""

    number: str


@dataclass(frozen=True, slots=True)
class FullStrip:
    """All lanes are taken."""


@dataclass(frozen=True, slots=True)
class ClearStrip:
    """Whether to drop everything in this lane."""


Strip = OpenCaseStrip | SecondIdStrip | FullStrip | ClearStrip


@dataclass(frozen=True, slots=True)
class Lane:
    """One citizen, one item, and where the clerk was."""

    form: IntakeForm
    history: History = field(default_factory=History)
    asked: str = ""
    """The number whose history was asked for, so that an answer for an earlier one is not used."""
    left: frozenset[str] = frozenset()
    """Fields the clerk has been in and left: only their errors are shown."""
    veiled: frozenset[str] = frozenset()
    """Numbers that are shown masked from now on: read from a card, or typed and left."""
    demanded: frozenset[str] = frozenset()
    """Empty fields that a press of Ctrl+Enter asked for."""
    before: Lane | None = None
    """The lane as it was before a masked number began to be typed anew: a scan that fell into the box, or an
    undo, brings it back."""
    found: tuple[Person, ...] = ()
    """People the typed name or telephone number may belong to."""
    row: int = 0
    """Number of the paper row that has the keys; 0 before any."""
    strip: Strip | None = None
    held_at: datetime | None = None
    release_changed: bool = False
    """The catalogue was updated after this draft was begun (F22)."""
    typed_since: bool = False
    """Something was typed after the history was asked for: the cursor must not be moved away."""

    @property
    def id(self) -> UUID:
        """The id the case will have."""
        return self.form.id

    @property
    def field(self) -> str:
        """The field the cursor is in."""
        return self.form.cursor.rpartition(":")[0]

    @property
    def position(self) -> int:
        """The cursor's place in the field."""
        digits = self.form.cursor.rpartition(":")[2]
        return int(digits) if digits.isdecimal() else 0

    @property
    def blank(self) -> bool:
        """Whether nothing was given yet, so that another item or person may use the lane."""
        form = self.form
        return form.applicant.empty and form.proxy.empty and not (form.marks or form.remark or form.fields)

    def at(self, name: str, position: int = 0) -> Lane:
        """The cursor stands in another place."""
        return replace(self, form=replace(self.form, cursor=f"{name}:{position}"))


@dataclass(frozen=True, slots=True)
class Lanes:
    """Up to five lanes, in the order of their tabs, and the one on the screen (None: none)."""

    all: tuple[Lane, ...] = ()
    current: int | None = None

    @property
    def lane(self) -> Lane | None:
        """The one on the screen."""
        return None if self.current is None else self.all[self.current]

    @property
    def full(self) -> bool:
        """Whether the next one has to wait until one is finished."""
        return len(self.all) >= MAX_LANES

    def find(self, form_id: UUID) -> int | None:
        """Where the lane with this form is."""
        return next((at for at, lane in enumerate(self.all) if lane.id == form_id), None)

    def put(self, at: int, lane: Lane) -> Lanes:
        """One lane replaced."""
        return replace(self, all=(*self.all[:at], lane, *self.all[at + 1 :]))

    def opened(self, lane: Lane, now: datetime) -> Lanes:
        """A lane added at the end and shown; the one on the screen is held."""
        held = self.held(now)
        return Lanes((*held.all, lane), len(held.all))

    def held(self, now: datetime) -> Lanes:
        """The lane on the screen is put aside; none is shown."""
        if self.current is None:
            return self
        lane = self.all[self.current]
        return replace(self.put(self.current, replace(lane, held_at=now)), current=None)

    def shown(self, at: int, now: datetime) -> Lanes:
        """Another lane comes back to the screen."""
        if at == self.current or not 0 <= at < len(self.all):
            return self
        held = self.held(now)
        return replace(held.put(at, replace(held.all[at], held_at=None)), current=at)

    def stepped(self, by: int, now: datetime) -> Lanes:
        """The next or previous one, in a ring."""
        if not self.all:
            return self
        start = self.current if self.current is not None else (-1 if by > 0 else 0)
        return self.shown((start + by) % len(self.all), now)

    def closed(self, at: int) -> Lanes:
        """A lane is done with."""
        rest = (*self.all[:at], *self.all[at + 1 :])
        if self.current is None or self.current == at:
            return Lanes(rest, None)
        return Lanes(rest, self.current - (self.current > at))
