"""The state of a case's page, shared by the parts of its presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.cases import Case
from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.cases.calls import CasesCalls, CaseView
from desk_app.ui.screens.cases.filters import Moment, moment_of
from desk_app.ui.screens.cases.standing import CaseShown, Done, picture

T = TypeVar("T")


class CaseSession(QObject):
    """One case at a time. Every change goes through here, so every change is shown."""

    pictured = Signal(object)
    """CaseShown, or None while no case is open."""
    done = Signal(object)
    """Done."""

    def __init__(self, calls: CasesCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls = calls
        self.jobs = jobs
        self.shown: CaseShown | None = None
        self.purposes: dict[UUID, str] = {}
        """Why full numbers of a case are looked at: asked once, until the screen is locked."""
        self._busy: frozenset[UUID] = frozenset()

    def moment(self) -> Moment:
        """Today, and who asks."""
        return moment_of(self.calls)

    def put(self, view: CaseView | None) -> None:
        """Another case, the same one as it is now, or none."""
        if view is None:
            self.shown = None
        else:
            before = self.shown if self.shown and self.shown.case.id == view.case.id else None
            moment, now = self.moment(), self.calls.now()
            shown = picture(view, before, moment, now, self.calls.days_left)
            known = view.case.id in self.purposes
            self.shown = replace(shown, purpose_given=known, busy=view.case.id in self._busy)
        self.pictured.emit(self.shown)

    def change(self, case_id: UUID, **changes: object) -> bool:
        """Change what the page shows of a case; False when it is no longer there."""
        if self.shown is None or self.shown.case.id != case_id:
            return False
        self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self.pictured.emit(self.shown)
        return True

    def busy(self, case_id: UUID, *, on: bool) -> None:
        """An act on a case has begun or ended; meanwhile no second one is begun."""
        self._busy = self._busy | {case_id} if on else self._busy - {case_id}
        self.change(case_id, busy=on)

    def ask(self, case: Case, work: Callable[[], T], done: Callable[[T], None], key: str, lane: str) -> None:
        """Ask for something to look at. An answer for a case that left the page is dropped."""

        def answered(answer: T) -> None:
            if self.shown is not None and self.shown.case.id == case.id:
                done(answer)

        self.jobs.run(self, work, answered, partial(self.fail, case), lane=lane, key=key)

    def fail(self, case: Case, error: Exception) -> None:
        """Say at the case what a person can act on; a bug goes on to the crash handler."""
        if not isinstance(error, DeskError):
            raise error
        self.change(case.id, trouble=error)

    def tell(self, case: Case, done: Done) -> None:
        """Say how an act ended: a problem at the case, or, when it left the page, for a few seconds."""
        at_the_case = self.change(case.id, trouble=done.problem)
        if done.papers or done.withdrawn or done.acts or not at_the_case:
            self.done.emit(replace(done, problem=None) if at_the_case else done)
