"""What can be done with the open case: print again, resume, take the acceptance back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.domain.cases import Case
from desk_app.domain.errors import DeskError, InputError
from desk_app.ui.screens.cases.calls import Printed
from desk_app.ui.screens.cases.case_session import CaseSession
from desk_app.ui.screens.cases.doing.likely import MARGIN
from desk_app.ui.screens.cases.standing import Asking, CaseShown, Done, NextStep, paper_of, withdraw_seconds


class CaseActs(QObject):
    """The acts of the page. While one runs a second press does nothing."""

    resume_wanted = Signal(object)
    """Case, told what was missing: take it in with what is known."""
    act_wanted = Signal(object)
    """Act: the one that comes next most likely."""
    ended = Signal()
    """An act ended: read the case again."""

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._session = session
        self._window = QTimer(self)
        self._window.setSingleShot(True)
        self._window.timeout.connect(self._look_at_window)
        session.pictured.connect(self._watch_window)

    def primary(self) -> None:
        """Ctrl+Enter."""
        shown = self._session.shown
        if shown is None:
            return
        match shown.step:
            case NextStep.PRINT_DUE:
                self._print(shown, partial(self._session.calls.print_due, shown.case.id))
            case NextStep.RESUME:
                self.resume_wanted.emit(shown.case)
            case NextStep.ACT:
                self.act_wanted.emit(shown.first)
            case NextStep.REPRINT:
                self.reprint()
            case NextStep.NONE:
                return

    def reprint(self, document_id: UUID | None = None) -> None:
        """Ctrl+P: one more print of a paper, the main one unless one is named."""
        shown = self._session.shown
        paper = paper_of(shown.case, document_id) if shown else None
        if shown is not None and paper is not None:
            self._print(shown, partial(self._session.calls.reprint, shown.case.id, paper.id))

    def ask_withdraw(self) -> None:
        """Ctrl+Z: ask why, while there is still time."""
        shown = self._session.shown
        if shown is not None and shown.can_withdraw:
            self._session.change(shown.case.id, asking=Asking.WITHDRAW_REASON, trouble=None)

    def withdraw(self, reason: str) -> None:
        """Take the acceptance back, for a reason."""
        shown = self._session.shown
        if shown is None:
            return
        if not reason.strip():
            self._session.change(shown.case.id, trouble=InputError("reason_needed"))
            return
        work = partial(self._session.calls.withdraw, shown.case.id, reason.strip())
        self.run(shown, lambda: _withdrawn(work()))

    def _print(self, shown: CaseShown, work: Callable[[], Printed]) -> None:
        self.run(shown, lambda: _printed(shown.case.number, work()))

    def run(self, shown: CaseShown, work: Callable[[], Done]) -> None:
        """Do something with a case off the window's thread, one thing at a time."""
        if shown.busy:
            return
        self._session.busy(shown.case.id, on=True)
        self._session.change(shown.case.id, trouble=None)
        done, failed = partial(self._done, shown.case), partial(self._failed, shown.case)
        self._session.jobs.run(self, work, done, failed)

    def _done(self, case: Case, done: Done) -> None:
        self._session.busy(case.id, on=False)
        if done.withdrawn or set(done.acts) - MARGIN:
            self._session.change(case.id, asking=Asking.NOTHING, form=None)
        self._session.tell(case, done)
        self.ended.emit()

    def _failed(self, case: Case, error: Exception) -> None:
        self._session.busy(case.id, on=False)
        if not isinstance(error, DeskError):
            raise error
        self._session.tell(case, Done(case.number, problem=error))

    def _watch_window(self, shown: CaseShown | None) -> None:
        """The five minutes run while nobody presses anything."""
        left = withdraw_seconds(shown.case, self._session.calls.now()) if shown else 0
        if left:
            self._window.start(left * 1000 + 1000)
        else:
            self._window.stop()

    def _look_at_window(self) -> None:
        if self._session.shown is not None:
            self._session.put(self._session.shown.view)


def _printed(number: str, printed: Printed) -> Done:
    return Done(number, printed.papers, problem=printed.problem)


def _withdrawn(case: Case) -> Done:
    return Done(case.number, withdrawn=True)
