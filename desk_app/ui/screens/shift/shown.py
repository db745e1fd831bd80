"""What the shift screen shows: frozen pictures, made anew after every change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desk_app.domain.errors import DeskError
from desk_app.domain.shifts import Loose, LooseEnd, Shift, ShiftPage
from desk_app.ui.screens.originals.values import OriginalAsk


class Face(StrEnum):
    """Which of its two faces the page has."""

    LEFT = "left"
    """What the last shift left behind, for who opens."""
    CLOSING = "closing"
    """What is unfinished now, for who closes."""


class Remark(StrEnum):
    """Something to be told in passing."""

    OPENED = "opened"
    CLOSED = "closed"
    PRINTED = "printed"
    GIVEN_BACK = "given_back"
    HANDED_ON = "handed_on"


@dataclass(frozen=True, slots=True)
class ShiftShown:
    """Everything."""

    today: date
    face: Face = Face.CLOSING
    page: ShiftPage | None = None
    """None while it is being read."""
    asking: OriginalAsk | None = None
    note: str = ""
    busy: bool = False
    trouble: DeskError | None = None

    @property
    def open(self) -> bool:
        """Whether the counter is open."""
        return self.page is not None and self.page.shift is not None

    @property
    def on_paper(self) -> Shift | None:
        """The shift whose page is in sight, with what is unfinished now laid in; None where there is none."""
        if self.page is None:
            return None
        if self.face is Face.LEFT:
            return self.page.before
        shift = self.page.shift
        return replace(shift, ends=self.page.ends, note=self.note) if shift else None

    @property
    def ends(self) -> tuple[LooseEnd, ...]:
        """The lines below what blocks: those of this moment, or those that were left."""
        if self.page is None:
            return ()
        if self.face is Face.LEFT:
            return self.page.before.ends if self.page.before else ()
        blocking = {(one.case, one.original.name) for one in self.page.blocking}
        return tuple(
            end
            for end in self.page.ends
            if not (end.kind is Loose.ORIGINAL and (end.case, end.what) in blocking)
        )
