"""The decisions of the list: which register of when, narrowed and sorted, and how far it was read."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError, InputError
from desk_app.ui.jobs import Job, Jobs
from desk_app.ui.screens.registers.asking import NO_READ, Asking
from desk_app.ui.screens.registers.calls import (
    Asked,
    Cancelled,
    LineShown,
    RegisterRead,
    RegistersCalls,
    Report,
)

PAGE = 500


class Listing(Asking):
    """Reads whole registers off the window's thread and shows them by the page."""

    columns_changed = Signal(object)
    """The columns of another register."""
    replaced = Signal(object, bool)
    """(lines, whether there are more) instead of all others."""
    appended = Signal(object, bool)

    def __init__(self, calls: RegistersCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(calls, parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._matching: list[LineShown] = []
        self._given = 0
        self._order: tuple[int, bool] | None = None

    def narrow(self, text: str) -> None:
        """What stands in the filter box changed."""
        self._tell(text=text)
        self._lay_out()

    def only(self, state: str) -> None:
        """Only lines in this state; "" for all."""
        self._tell(state=state)
        self._lay_out()

    def sort(self, column: int, descending: bool) -> None:
        """Another order."""
        self._order = (column, descending)
        self._lay_out()

    def refresh(self) -> None:
        """Read anew."""
        if self._job is not None:
            self._job.cancel()
        try:
            asked = self.asked()
        except InputError as trouble:
            self._show_nothing(trouble)
            return
        self._tell(reading=True, done=0, stale=False, trouble=None)
        work = partial(_read, self._calls, asked)
        self._job = self._jobs.run_long(self, work, self._arrived, self._progressed, self._failed, key="read")

    def touched(self) -> None:
        """A commit changed cases or old ledgers."""
        self._tell(stale=True)

    def more(self) -> None:
        """Scrolling came near the end."""
        lines = self._matching[self._given : self._given + PAGE]
        self._given += len(lines)
        self.appended.emit(lines, self._given < len(self._matching))

    def forget(self) -> None:
        """The screen is locked or somebody else signs in: keep nothing of a citizen."""
        if self._job is not None:
            self._job.cancel()
        self.shown = replace(self.shown, text="", state="")
        self._show_nothing(None)

    def _show_nothing(self, trouble: DeskError | None) -> None:
        self._tell(read=NO_READ, reading=False, fresh=trouble is None, stale=False, trouble=trouble)
        self._order = None
        self._lay_out()

    def _arrived(self, read: RegisterRead) -> None:
        if read.columns != self.shown.read.columns:
            self._order = None
            self.columns_changed.emit(read.columns)
        self._tell(read=read, reading=False, fresh=False)
        if self.shown.state not in self.shown.states:
            self._tell(state="")
        self._lay_out()

    def _progressed(self, done: int, _total: int) -> None:
        self._tell(done=done)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._show_nothing(error)

    def _lay_out(self) -> None:
        words, state = self.shown.text.lower().split(), self.shown.state
        found = [
            line
            for line in self.shown.read.lines
            if (not state or line.state == state) and _holds(line, words)
        ]
        if self._order is not None:
            column, descending = self._order
            found.sort(key=lambda line: _sort_key(line.cells[column]), reverse=descending)
        self._matching, self._given = found, min(PAGE, len(found))
        self._tell(matching=len(found))
        self.replaced.emit(found[:PAGE], self._given < len(found))


def _read(calls: RegistersCalls, asked: Asked, report: Report, cancelled: Cancelled) -> RegisterRead:
    return calls.read(asked, report, cancelled)


def _holds(line: LineShown, words: list[str]) -> bool:
    if not words:
        return True
    text = "\t".join(line.cells).lower()
    return all(word in text for word in words)


def _sort_key(cell: str) -> tuple[int, int, str]:
    """Numbers by their size, before texts; empty cells last."""
    if not cell:
        return (2, 0, "")
    return (0, int(cell), "") if cell.lstrip("-").isdigit() and len(cell) < 9 else (1, 0, cell)
