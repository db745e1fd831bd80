"""The state of the page of pictures, shared by the parts of its presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.pictures.calls import PictureCalls
from desk_app.ui.screens.pictures.shown import PicturesShown

T = TypeVar("T")

LANE = "files"


class PicturesSession(QObject):
    """The state of the page. Every change goes through :meth:`put`, so every change is shown."""

    pictured = Signal(object)
    """PicturesShown, or None while no case is open."""

    def __init__(self, calls: PictureCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls, self.jobs = calls, jobs
        self.shown: PicturesShown | None = None

    def put(self, **changes: object) -> None:
        """Change what is shown; nothing where no case is open."""
        if self.shown is not None:
            self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
            self.pictured.emit(self.shown)

    def ask(self, work: Callable[[UUID], T], done: Callable[[T], None], key: str) -> None:
        """Read something of the open case; an answer for another case is dropped."""
        if self.shown is None:
            return
        case_id = self.shown.case.id

        def answered(answer: T) -> None:
            if self.shown is not None and self.shown.case.id == case_id:
                done(answer)

        self.jobs.run(self, partial(work, case_id), answered, self.fail, lane=LANE, key=key)

    def act(self, work: Callable[[UUID], T], done: Callable[[T], None]) -> None:
        """Do something with the case, one thing at a time."""
        if self.shown is None or self.shown.busy:
            return
        self.put(busy=True, trouble=None)
        case_id = self.shown.case.id

        def ended(answer: T) -> None:
            if self.shown is not None and self.shown.case.id == case_id:
                self.put(busy=False)
                done(answer)

        self.jobs.run(self, partial(work, case_id), ended, self.fail, lane=LANE)

    def fail(self, error: Exception) -> None:
        """Say what a person can act on; a bug goes on to the crash handler."""
        if not isinstance(error, DeskError):
            raise error
        self.put(busy=False, loading=False, trouble=error)
