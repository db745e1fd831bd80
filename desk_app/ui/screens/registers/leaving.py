"""How a register leaves: as a file or on paper, asked about in place, off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Job, Jobs
from desk_app.ui.screens.registers.calls import (
    Asked,
    Cancelled,
    Left,
    Order,
    RegistersCalls,
    Report,
)
from desk_app.ui.screens.registers.listing import Listing

ENDINGS = ("xlsx", "csv")


@dataclass(frozen=True, slots=True)
class LeavingShown:
    """What is asked, and how far it is."""

    open: bool = False
    ending: str = ENDINGS[0]
    folder: str = ""
    full: bool = False
    purpose: str = ""
    busy: bool = False
    printing: bool = False
    done: int = 0
    trouble: DeskError | None = None


class Leaving(QObject):
    """Nothing leaves in full by itself: that is ticked, and said what for, each time anew."""

    changed = Signal(object)
    """LeavingShown."""
    left = Signal(object)
    """Left: it is out."""

    def __init__(
        self, calls: RegistersCalls, jobs: Jobs, listing: Listing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._jobs = jobs
        self._listing = listing
        self._job: Job | None = None
        self.shown = LeavingShown()

    def ask(self) -> None:
        """Ctrl+E: open the question."""
        if not self.shown.busy:
            folder = self.shown.folder or self._calls.folder()
            self._tell(open=True, folder=folder, full=False, purpose="", trouble=None)

    def drop(self) -> bool:
        """Esc: end the work, or close the question. False when there was neither."""
        if self.shown.busy:
            if self._job is not None:
                self._job.cancel()
            self._tell(busy=False, printing=False, done=0)
            return True
        was_open = self.shown.open
        self._tell(open=False, full=False, purpose="", trouble=None)
        return was_open

    def change(self, **changes: object) -> None:
        """Another ending, folder, purpose; ticked or not."""
        self._tell(trouble=None, **changes)

    def export(self) -> None:
        """Write the file."""
        shown = self.shown
        if shown.busy or not shown.open:
            return
        try:
            asked = self._listing.asked()
        except DeskError as trouble:
            self._tell(trouble=trouble)
            return
        order = Order(asked, shown.folder.strip(), shown.ending, shown.purpose if shown.full else None)
        self._begin(partial(_export, self._calls, order))

    def print_out(self) -> None:
        """Ctrl+P: on paper, masked."""
        if self.shown.busy:
            return
        try:
            asked = self._listing.asked()
        except DeskError as trouble:
            self._tell(trouble=trouble)
            return
        self._tell(printing=True)
        self._begin(partial(_print, self._calls, asked))

    def forget(self) -> None:
        """The screen is locked."""
        self.drop()
        self.drop()

    def _begin(self, work: partial[Left]) -> None:
        self._tell(busy=True, done=0, trouble=None)
        self._job = self._jobs.run_long(self, work, self._gone, self._progressed, self._failed, key="leave")

    def _gone(self, left: Left) -> None:
        self._tell(open=False, full=False, purpose="", busy=False, printing=False)
        self.left.emit(left)

    def _progressed(self, done: int, _total: int) -> None:
        self._tell(done=done)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._tell(busy=False, printing=False, trouble=error)

    def _tell(self, **changes: object) -> None:
        self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self.changed.emit(self.shown)


def _export(calls: RegistersCalls, order: Order, report: Report, cancelled: Cancelled) -> Left:
    return calls.export(order, report, cancelled)


def _print(calls: RegistersCalls, asked: Asked, report: Report, cancelled: Cancelled) -> Left:
    return calls.print(asked, report, cancelled)
