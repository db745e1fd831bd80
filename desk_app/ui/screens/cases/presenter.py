"""The decisions of the cases screen: the list, the open case, and how they follow each other."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.changes import Changes
from desk_app.domain.journal import Stream
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.cases.calls import CasesCalls
from desk_app.ui.screens.cases.case_page import CasePagePresenter
from desk_app.ui.screens.cases.filters import Chip, ListQuestion
from desk_app.ui.screens.cases.keeping import Keeping
from desk_app.ui.screens.cases.listing import Listing

_LISTED = frozenset({Stream.CASE, Stream.CUSTODY, Stream.STAND_IN})
"""What moves a case into a list, or out of it."""


class CasesPresenter(QObject):
    """``listing`` is the left side, ``page`` the right one."""

    case_called = Signal(object)
    """UUID: a case was opened from elsewhere (a scan, the command bar); mark its row if it is listed."""

    def __init__(self, calls: CasesCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = Listing(calls, jobs, self)
        self.keeping = Keeping(calls, jobs, self.listing)
        self.page = CasePagePresenter(calls, jobs, self)
        self._begun = self._known = False
        unsubscribe = calls.subscribe(self._changed)
        self.destroyed.connect(unsubscribe)

    def begin(self) -> None:
        """The screen is shown: read the list the first time, afterwards look whether the day has changed."""
        if not self._known:
            self._known = True
            self.keeping.read()
        if self._begun:
            self.listing.refresh()
        else:
            self._begun = True
            self.listing.pick(Chip.OPEN)

    def open_queue(self, question: ListQuestion) -> None:
        """A queue chosen elsewhere."""
        self._begun = True
        self.listing.ask(question)

    def refresh(self) -> None:
        """F5."""
        self._begun = True
        self.listing.refresh()
        self.page.refresh()

    def show_case(self, case_id: UUID) -> None:
        """Open a case that was found elsewhere, whether the list shows it or not."""
        self.case_called.emit(case_id)
        self.page.open(case_id)

    def forget(self) -> None:
        """The screen is locked or somebody else signs in: keep nothing of a citizen."""
        self._begun = self._known = False
        self.keeping.forget()
        self.listing.forget()
        self.page.forget()

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & (_LISTED | {Stream.ATTACHMENT}) or not self._begun:
            return
        if changes.kinds & _LISTED:
            self.listing.touched()
        wanted = self.page.wanted
        if wanted is not None and (not changes.ids or wanted in changes.ids):
            self.page.refresh()
