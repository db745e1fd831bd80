"""One's own queues and columns on the cases screen: read at the first look, kept at every change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.cases.calls import CasesCalls
from desk_app.ui.screens.cases.listing import Listing
from desk_app.ui.screens.cases.own import (
    OwnLists,
    moved,
    queue_of,
    toggled,
    widened,
    with_queue,
    without_queue,
)


class Keeping(QObject):
    """Changes hold at once and are written down behind the window."""

    changed = Signal(object)
    """OwnLists."""
    refused = Signal(object)
    """DeskError: a name that does not do, or the disk."""
    saved = Signal(str)
    """The name of a queue that was kept."""
    dropped = Signal(str)

    def __init__(self, calls: CasesCalls, jobs: Jobs, listing: Listing) -> None:
        super().__init__(listing)
        self._calls = calls
        self._jobs = jobs
        self._listing = listing
        self.own = OwnLists()

    def read(self) -> None:
        """Whoever is at the keyboard: their own."""
        self._jobs.run(self, self._calls.own, self._arrived, self._failed, key="own")

    def forget(self) -> None:
        """Somebody else may come."""
        self._arrived(OwnLists())

    def save(self, name: str) -> None:
        """Keep the present question under a name."""
        try:
            own = with_queue(self.own, name, self._listing.shown.question)
        except DeskError as refused:
            self.refused.emit(refused)
            return
        self._keep(own)
        self.saved.emit(" ".join(name.split()))

    def drop(self) -> None:
        """The own queue in force is not needed any more."""
        queue = queue_of(self.own, self._listing.shown.question)
        if queue is not None:
            self._keep(without_queue(self.own, queue.name))
            self.dropped.emit(queue.name)

    def pick(self, nth: int) -> None:
        """Alt+n: the n-th own queue, from 1."""
        if nth <= len(self.own.queues):
            self._listing.ask(self.own.queues[nth - 1].question)

    def toggle(self, at: int) -> None:
        """Show a column, or leave it out."""
        self._keep(toggled(self.own, at))

    def widen(self, at: int, step: int) -> None:
        """A column wider or narrower."""
        self._keep(widened(self.own, at, step))

    def move(self, at: int, step: int) -> None:
        """A column one place further."""
        self._keep(moved(self.own, at, step))

    def usual(self) -> None:
        """All columns as they come."""
        self._keep(OwnLists(self.own.queues))

    def _keep(self, own: OwnLists) -> None:
        if own != self.own:
            self._arrived(own)
            self._jobs.run(self, partial(self._calls.keep_own, own), lambda _: None, self._failed)

    def _arrived(self, own: OwnLists) -> None:
        self.own = own
        self.changed.emit(own)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.refused.emit(error)
