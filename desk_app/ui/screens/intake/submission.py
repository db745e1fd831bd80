"""Ctrl+Enter: commit, print, be ready for the next citizen; and Ctrl+Z, to take it back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.intake import Outcome, judge
from desk_app.ui.screens.intake.calls import Committed
from desk_app.ui.screens.intake.lanes import Lane
from desk_app.ui.screens.intake.saving import Autosave
from desk_app.ui.screens.intake.session import Session
from desk_app.ui.screens.intake.shown import first_problem


class Submission(QObject):
    """Commits the lane on the screen, once, and remembers the last one to take it back."""

    committed = Signal(object)
    """Committed: say so for six seconds, with 撤回."""
    problem_found = Signal(str)
    """Name of the first place that has to be mended; to be read out."""
    withdraw_asked = Signal(object)
    """Case: ask for the reason."""
    withdrawn = Signal(object)
    """Case, back in the state of being received."""

    def __init__(self, session: Session, autosave: Autosave) -> None:
        super().__init__(session)
        self._session = session
        self._autosave = autosave
        self.last: Committed | None = None
        """The last commit of this desk since the program started."""

    def submit(self) -> None:
        """Commit and print; or go to what is missing. A second press meanwhile does nothing."""
        session = self._session
        lane = session.lane
        if lane is None:
            return
        item = session.item_of(lane)
        extra = tuple(f.name for f in session.calls.item_fields(item)) if item else ()
        problem = first_problem(lane, item, extra, session.today())
        if problem or item is None:
            self._send_to(lane, problem)
            return
        if judge(lane.form, item).outcome is Outcome.DECLINE:
            return
        self._autosave.forget(lane.id)
        session.busy |= {lane.id}
        session.troubles.pop(lane.id, None)
        session.refresh()
        work = partial(session.calls.submit, lane.form, item)
        done, failed = partial(self._done, lane.id), partial(self._failed, lane.id)
        session.jobs.run(self, work, done, failed, lane="store", key=f"submit:{lane.id}")

    def _send_to(self, lane: Lane, problem: str) -> None:
        self._session.put(replace(lane, demanded=lane.demanded | {problem}))
        self._session.go(problem)
        self.problem_found.emit(problem)

    def _done(self, form_id: UUID, committed: Committed) -> None:
        session = self._session
        session.busy -= {form_id}
        self.last = committed
        at = session.lanes.find(form_id)
        if at is not None:
            session.move(session.lanes.closed(at))
        self.committed.emit(committed)

    def _failed(self, form_id: UUID, error: Exception) -> None:
        """Everything typed stays, also on the disk."""
        session = self._session
        session.busy -= {form_id}
        self._autosave.save(form_id)
        session.fail(error, form_id)

    @property
    def can_withdraw(self) -> bool:
        """Whether there is an acceptance to take back; the service judges whether it is too late."""
        return self.last is not None and self.last.case.state is CaseState.ACCEPTED

    def ask_withdraw(self) -> None:
        """Ctrl+Z outside a box: ask why."""
        if self.last is not None and self.can_withdraw:
            self.withdraw_asked.emit(self.last.case)

    def withdraw(self, reason: str) -> None:
        """Take the last acceptance back, for a reason."""
        if self.last is None or not self.can_withdraw:
            return
        work = partial(self._session.calls.withdraw, self.last.case.id, reason)
        self._session.jobs.run(self, work, self._taken_back, self._session.fail, lane="store", key="withdraw")

    def _taken_back(self, case: Case) -> None:
        self.last = None
        self.withdrawn.emit(case)
