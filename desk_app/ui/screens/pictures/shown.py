"""What the page of pictures shows: a frozen picture, made anew after every change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from desk_app.domain.arrivals import Arrived
from desk_app.domain.attachments import Attachment, Place, SlotKind, shows_identity
from desk_app.domain.cases import Case
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError
from desk_app.domain.picture_work import Corners
from desk_app.ui.screens.pictures.calls import PagePixels, PicturesLoaded

_NEVER_SIGNED = frozenset({DocumentKind.BAG_LABEL, DocumentKind.APPOINTMENT, DocumentKind.REFERRAL})
"""Papers nobody signs, so nobody scans them back."""


class Asking(StrEnum):
    """What the page asks, in place."""

    NOTHING = ""
    REASON = "reason"
    """Why a picture is taken away."""
    AFTER = "after"
    """What becomes of the file outside."""


@dataclass(frozen=True, slots=True)
class SlotShown:
    """One slot and what stands in it."""

    key: UUID
    place: Place
    name: str
    """Of a material; for a paper its number, empty while it has none."""
    items: tuple[Attachment, ...]
    printed: bool = True
    off: bool = False
    """An identity card, and the site has not said what for."""

    @property
    def pages(self) -> int:
        """Pages of everything in it."""
        return sum(item.content.pages for item in self.items)


@dataclass(frozen=True, slots=True)
class Cutting:
    """Four corners under the keys, one of them at hand."""

    corners: Corners
    at: int = 0


@dataclass(frozen=True, slots=True)
class PicturesShown:
    """Everything."""

    case: Case
    slots: tuple[SlotShown, ...]
    line: UUID | None = None
    """The line that has the keys: a slot or a picture."""
    pages: tuple[PagePixels, ...] = ()
    page: int = 0
    loading: bool = False
    busy: bool = False
    trouble: DeskError | None = None
    waiting: tuple[Arrived, ...] = ()
    asking: Asking = Asking.NOTHING
    cutting: Cutting | None = None
    watching: bool = False
    camera: bool = False

    @property
    def slot(self) -> SlotShown | None:
        """The slot of the line at hand."""
        for slot in self.slots:
            if self.line == slot.key or any(item.id == self.line for item in slot.items):
                return slot
        return None

    @property
    def item(self) -> Attachment | None:
        """The picture at hand; on the line of a slot its last."""
        slot = self.slot
        if slot is None or not slot.items:
            return None
        return next((item for item in slot.items if item.id == self.line), slot.items[-1])


def slots_of(loaded: PicturesLoaded) -> tuple[SlotShown, ...]:
    """Rows of the paper list, papers to be signed, and the old ledger where a page of it is here."""
    return (*_materials(loaded), *_papers(loaded), *_ledger(loaded))


def _materials(loaded: PicturesLoaded) -> Iterator[SlotShown]:
    for row in loaded.case.materials:
        place, name = Place(row=row.number), row.name
        off = shows_identity(name) and not loaded.purpose
        key, items = row_key(loaded.case.id, row.number), _of_row(loaded, row.number)
        yield SlotShown(key, place, name, items, off=off)


def _papers(loaded: PicturesLoaded) -> Iterator[SlotShown]:
    for kind in DocumentKind:
        made = {paper.id: paper.number for paper in loaded.case.documents if paper.kind is kind}
        due = kind in loaded.unprinted
        if kind in _NEVER_SIGNED or not (made or due):
            continue
        items = tuple(item for item in loaded.held.kept if item.slot.paper in made)
        number = next(reversed(made.values()), "")
        key, place = _key(loaded.case, f"paper/{kind.value}"), Place(paper=kind)
        yield SlotShown(key, place, number, items, printed=not due)


def _ledger(loaded: PicturesLoaded) -> Iterator[SlotShown]:
    items = tuple(item for item in loaded.held.kept if item.slot.kind is SlotKind.LEDGER)
    if items:
        yield SlotShown(_key(loaded.case, "ledger"), Place(ledger=True), "", items)


def _of_row(loaded: PicturesLoaded, row: int) -> tuple[Attachment, ...]:
    return tuple(
        item for item in loaded.held.kept if item.slot.kind is SlotKind.MATERIAL and item.slot.row == row
    )


def row_key(case_id: UUID, row: int) -> UUID:
    """The line of a row of the paper list: the page of a case leads to it."""
    return uuid5(case_id, f"row/{row}")


def _key(case: Case, name: str) -> UUID:
    return uuid5(case.id, name)
