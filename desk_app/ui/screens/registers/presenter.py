"""The decisions of the registers screen, and how its parts follow each other."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk_app.domain.changes import Changes
from desk_app.domain.journal import Stream
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.registers.calls import RegistersCalls
from desk_app.ui.screens.registers.leaving import Leaving
from desk_app.ui.screens.registers.listing import Listing
from desk_app.ui.screens.registers.taking import Taking

_SHOWN_HERE = frozenset({Stream.CASE, Stream.CUSTODY, Stream.LEDGER})


class RegistersPresenter(QObject):
    """``listing`` is the register, ``leaving`` its way out, ``taking`` the way in of old ones."""

    def __init__(self, calls: RegistersCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = Listing(calls, jobs, self)
        self.leaving = Leaving(calls, jobs, self.listing, self)
        self.taking = Taking(calls, jobs, self)
        unsubscribe = calls.subscribe(self._changed)
        self.destroyed.connect(unsubscribe)

    def begin(self) -> None:
        """The screen is shown: read unless what is there is the latest."""
        shown = self.listing.shown
        if (shown.fresh and not shown.reading) or shown.stale:
            self.listing.refresh()

    def refresh(self) -> None:
        """F5."""
        self.listing.refresh()

    def back(self) -> bool:
        """Esc, from the inside out."""
        return self.leaving.drop() or self.taking.close()

    def forget(self) -> None:
        """The screen is locked or somebody else signs in: keep nothing of a citizen."""
        self.leaving.forget()
        self.taking.close()
        self.taking.close()
        self.listing.forget()

    def _changed(self, changes: Changes) -> None:
        shown = self.listing.shown
        if _SHOWN_HERE & changes.kinds and not shown.fresh and not shown.stale:
            self.listing.touched()
