"""The presenter of one case's page: which case is open. Its acts and looks stand as attributes."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Job, Jobs
from desk_app.ui.screens.cases.acts import CaseActs
from desk_app.ui.screens.cases.calls import CasesCalls, CaseView
from desk_app.ui.screens.cases.case_session import CaseSession
from desk_app.ui.screens.cases.doing.presenter import CaseDoing
from desk_app.ui.screens.cases.looks import CaseLooks
from desk_app.ui.screens.cases.originals import CaseOriginals


class CasePagePresenter(QObject):
    """Opens cases, one at a time; the answer for a case that is no longer wanted is dropped.

    ``session`` carries ``pictured`` and ``done``, ``acts`` the everyday acts, ``doing`` those of the move
    table, ``looks`` what can be looked at.
    """

    opening = Signal(object)
    """UUID of a case that is being read."""
    not_opened = Signal(object)
    """DeskError: the case that was asked for cannot be read."""

    def __init__(self, calls: CasesCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = CaseSession(calls, jobs, self)
        self.acts = CaseActs(self.session)
        self.looks = CaseLooks(self.session)
        self.doing = CaseDoing(self.session, self.acts)
        self.originals = CaseOriginals(self.session)
        self._wanted: UUID | None = None
        self._reading: Job | None = None
        self.acts.ended.connect(self.refresh)

    @property
    def wanted(self) -> UUID | None:
        """The case that is open or being opened."""
        return self._wanted

    def open(self, case_id: UUID) -> None:
        """Show a case. The one that is open stays on the page until this one is read."""
        if case_id != self._wanted:
            self.looks.veil()
            self._wanted = case_id
            self.opening.emit(case_id)
        self._read(case_id)

    def refresh(self) -> None:
        """Read the open case again; what is asked and looked at stays."""
        if self._wanted is not None:
            self._read(self._wanted)

    def close(self) -> None:
        """No case is open any more."""
        self._wanted = None
        if self._reading is not None:
            self._reading.cancel()
        self.session.put(None)

    def forget(self) -> None:
        """The screen is locked or somebody else signs in: keep nothing of a citizen."""
        self.looks.forget()
        self.close()

    def _read(self, case_id: UUID) -> None:
        session = self.session
        failed = partial(self._failed, case_id)
        work = partial(session.calls.case, case_id)
        self._reading = session.jobs.run(self, work, self._opened, failed, key="case")

    def _opened(self, view: CaseView) -> None:
        before = self.session.shown
        self.session.put(view)
        if before is None or before.case.id != view.case.id:
            self.looks.ask_code(view.case)

    def _failed(self, case_id: UUID, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        if case_id == self._wanted:
            self.close()
            self.not_opened.emit(error)
