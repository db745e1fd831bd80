"""套打: what is printed onto forms that a printer's shop has printed already. All places are millimetres.

A form stands for one kind of paper: while it is in use, that paper is printed by putting its facts at their
places and nothing else. Places count from the upper left corner of the sheet; ``y`` is the foot of the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desk_app.domain.documents import DocumentKind, PaperSize

STEP, LEAP = 0.5, 5.0
"""How far one press of an arrow key moves a fact, and one with Shift."""
FINE = 0.1
"""Step of a printer's offset: what a dot-matrix printer can be trusted with."""
FARTHEST = 20.0
"""An offset beyond this is a form laid in wrongly."""
SMALLEST, LARGEST = 6.0, 36.0
"""Type in points."""

SHEETS: Mapping[PaperSize, tuple[float, float]] = {
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A5: (210.0, 148.0),
    PaperSize.FANFOLD: (241.0, 279.4),
    PaperSize.FANFOLD_HALF: (241.0, 139.7),
    PaperSize.FANFOLD_THIRD: (241.0, 93.1),
}
"""Width and height of what forms come on; 241 mm is continuous paper with its holes (9.5 inches)."""


class Fact(StrEnum):
    """What can be put on a form."""

    APPLICANT = "applicant"
    ID_NUMBER = "id_number"
    """Masked, as on every slip (domain.md §9.3)."""
    PHONE = "phone"
    ADDRESS = "address"
    ITEM = "item"
    DEPARTMENT = "department"
    CASE_NUMBER = "case_number"
    PAPER_NUMBER = "paper_number"
    DAY = "day"
    """The day of printing, 2026年11月24日."""
    YEAR = "year"
    MONTH = "month"
    DAY_OF_MONTH = "day_of_month"
    RECEIVED = "received"
    DUE = "due"
    MATERIALS = "materials"
    RESULT = "result"
    SITE = "site"
    CLERK = "clerk"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True)
class Spot:
    """One fact at its place; ``width`` 0 lets it run as far as it is long, else it wraps."""

    fact: Fact
    x: float
    y: float
    size: float = 10.5
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Form:
    """A pre-printed form for one kind of paper."""

    kind: DocumentKind
    size: PaperSize = PaperSize.A4
    spots: tuple[Spot, ...] = ()
    in_use: bool = False
    picture: str = ""
    """Name of the file with its picture; empty while there is none. It is shown, never printed."""

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height."""
        return SHEETS[self.size]

    def on(self, size: PaperSize) -> Form:
        """The same facts on another sheet; what would lie beyond its edge is brought back."""
        changed = replace(self, size=size)
        return replace(changed, spots=tuple(changed.kept(spot) for spot in self.spots))

    def kept(self, spot: Spot) -> Spot:
        """A spot on the sheet, its place in steps of half a millimetre, its type readable."""
        width, height = self.sheet
        return replace(
            spot,
            x=_steps(min(max(spot.x, 0.0), width)),
            y=_steps(min(max(spot.y, 0.0), height)),
            size=min(max(spot.size, SMALLEST), LARGEST),
            width=min(max(spot.width, 0.0), width),
        )

    def with_fact(self, fact: Fact) -> Form:
        """One more fact, near the middle of the sheet, below those that lie there already."""
        width, height = self.sheet
        place = 20.0 + 8.0 * (len(self.spots) % 12)
        return replace(self, spots=(*self.spots, self.kept(Spot(fact, width / 3, min(place, height)))))

    def changed(self, at: int, **parts: float) -> Form:
        """One spot otherwise: x, y, size or width."""
        if not 0 <= at < len(self.spots):
            return self
        spot = self.kept(replace(self.spots[at], **parts))  # type: ignore[arg-type]  # numbers by name
        return replace(self, spots=(*self.spots[:at], spot, *self.spots[at + 1 :]))

    def moved(self, at: int, across: float, down: float) -> Form:
        """One spot moved by so much."""
        if not 0 <= at < len(self.spots):
            return self
        spot = self.spots[at]
        return self.changed(at, x=spot.x + across, y=spot.y + down)

    def without(self, at: int) -> Form:
        """One spot less."""
        return replace(self, spots=tuple(spot for n, spot in enumerate(self.spots) if n != at))


@dataclass(frozen=True, slots=True)
class Offset:
    """How far off a printer prints, in millimetres to the right and down; it is taken into account."""

    across: float = 0.0
    down: float = 0.0

    def stepped(self, across: int, down: int) -> Offset:
        """So many tenths of a millimetre more."""
        return Offset(_tenth(self.across + across * FINE), _tenth(self.down + down * FINE))


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a site, by kind of paper, and the offsets of this desk's printers by their names."""

    forms: Mapping[DocumentKind, Form] = field(default_factory=dict)
    offsets: Mapping[str, Offset] = field(default_factory=dict)

    def form(self, kind: DocumentKind) -> Form:
        """The form of a kind; an empty one that is not in use where there is none."""
        return self.forms.get(kind, Form(kind))

    def in_use(self, kind: DocumentKind) -> Form | None:
        """The form a kind is printed on, if it is."""
        form = self.forms.get(kind)
        return form if form is not None and form.in_use and form.spots else None

    def with_form(self, form: Form) -> Forms:
        """One form otherwise."""
        return replace(self, forms={**self.forms, form.kind: form})

    def with_offset(self, printer: str, offset: Offset) -> Forms:
        """One printer otherwise."""
        return replace(self, offsets={**self.offsets, printer: offset})


def _steps(value: float) -> float:
    return round(value / STEP) * STEP


def _tenth(value: float) -> float:
    return round(min(max(value, -FARTHEST), FARTHEST), 1)
