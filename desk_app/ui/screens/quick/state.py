"""The state of the quick page: the line in the boxes, and who has been taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.cases import Case
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.errors import DeskError
from desk_app.domain.paper_forms import OutForm
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.quick import lines
from desk_app.ui.screens.quick.calls import Frozen, QuickCalls
from desk_app.ui.screens.quick.lines import FIELDS, FIRST, ITEM, Draft, Mode, Work


class Fate(StrEnum):
    """Where a line stands."""

    SAVING = "saving"
    TAKEN = "taken"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Row:
    """One person of this run."""

    id: UUID
    draft: Draft
    fate: Fate
    case: Case | None = None
    error: DeskError | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the page shows."""

    work: Work
    item: OfferedItem | None
    draft: Draft
    rows: tuple[Row, ...]
    out: tuple[OutForm, ...]
    error: DeskError | None
    error_field: str
    print_at_end: bool

    @property
    def count(self) -> int:
        """How many were taken and stand."""
        return sum(row.fate is Fate.TAKEN for row in self.rows)


class QuickState(QObject):
    """Every change goes through here, so every change is shown."""

    pictured = Signal(object)
    cursor_wanted = Signal(str)
    told = Signal(str)
    """A sentence about paper."""

    def __init__(self, calls: QuickCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls, self.jobs = calls, jobs
        self.work = Work(Mode.RUN)
        self.item: OfferedItem | None = None
        self.draft = Draft({})
        self.rows: tuple[Row, ...] = ()
        self.out: tuple[OutForm, ...] = ()
        self.error: DeskError | None = None
        self.error_field = ""

    @property
    def mode(self) -> Mode:
        """Why somebody is here."""
        return self.work.mode

    def begin(self, mode: Mode, item_id: str, frozen: Frozen) -> None:
        """Come here for something; what was taken in the same visit stays in the list."""
        moved = mode is not self.mode or (bool(item_id) and item_id != self.work.item_id)
        kept = self.item.item.id if self.item is not None and mode is self.mode else ""
        self.work = Work(mode, item_id or kept, frozen)
        if moved:
            self.rows, self.draft = (), Draft({})
        self.set_item(self.work.item_id)
        self.clear_error()

    def set_item(self, item_id: str) -> None:
        """The item of this line and the next."""
        self.item = self.calls.offered(item_id) if item_id else None
        if self.item is not None and ITEM in FIELDS[self.mode]:
            self.draft = self.draft.set(ITEM, self.item.item.display_name)

    def refresh(self) -> None:
        """Show everything as it is now."""
        held = (self.work, self.item, self.draft, self.rows, self.out)
        self.pictured.emit(Shown(*held, self.error, self.error_field, self.calls.print_at_end()))

    def focus_start(self) -> None:
        """To the first box that waits."""
        self.cursor_wanted.emit(lines.first_gap(self.mode, self.draft) or FIRST[self.mode])

    def clear_error(self) -> None:
        """What was wrong is mended."""
        self.error, self.error_field = None, ""

    def refuse(self, error: DeskError, name: str) -> None:
        """Say what is wrong, and go there."""
        self.error, self.error_field = error, name
        self.refresh()
        self.cursor_wanted.emit(name if name in FIELDS[self.mode] else FIRST[self.mode])

    def fail(self, error: Exception) -> None:
        """What a person can act on is said; a bug goes on to the crash handler."""
        if not isinstance(error, DeskError):
            raise error
        self.error, self.error_field = error, ""
        self.refresh()

    def row(self, row_id: UUID) -> Row:
        """One of the list."""
        return next(row for row in self.rows if row.id == row_id)

    def put(self, row: Row) -> None:
        """A row's new state, where it stands."""
        self.rows = tuple(row if each.id == row.id else each for each in self.rows)
        self.refresh()

    def change(self, row_id: UUID, **changes: Any) -> None:
        """Some parts of a row."""
        self.put(replace(self.row(row_id), **changes))

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], key: str) -> None:
        """Ask the store."""
        self.jobs.run(self, work, done, self.fail, lane="store", key=key)

    def read_out(self) -> None:
        """Which forms are still out."""
        self.run(self.calls.forms_out, partial(self._read), "quick-out")

    def _read(self, out: tuple[OutForm, ...]) -> None:
        self.out = out
        self.refresh()
