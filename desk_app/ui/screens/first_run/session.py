"""What the parts of the first run share: callables, progress, and how work and trouble are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.first_run.calls import FirstRunCalls, Step

T = TypeVar("T")


class FirstRunSession(QObject):
    """State and signals; the decisions stand in the parts."""

    changed = Signal()
    """Something is to be shown."""
    focus_wanted = Signal(str)
    """Name of what wants the keys: a field of the site, or ``name``, ``password``, ``sheet_kept``."""
    finished = Signal()
    """开始使用: the desk may open."""
    demo_ready = Signal()
    """The demo profile stands: the program goes there."""

    def __init__(self, calls: FirstRunCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls, self.jobs = calls, jobs
        self.progress = calls.progress()
        self.busy = False
        self.trouble: DeskError | None = None
        self.said = ""
        self.demo: tuple[int, int] | None = None

    def save(self, **changes: object) -> None:
        """Keep how far it has come, on the lane that keeps the order: no two writers meet at the file."""
        self.progress = replace(self.progress, **changes)  # type: ignore[arg-type]  # replace checks the names
        progress = self.progress
        self.jobs.run(
            self,
            lambda: self.calls.save_progress(progress),
            lambda _nothing: None,
            self.fail,
            key="progress",
        )

    def go(self, step: Step) -> None:
        """Another page."""
        self.trouble, self.said = None, ""
        self.save(step=step)
        self.changed.emit()

    def begin(self, work: Callable[[], T], done: Callable[[T], None], lane: str = "store") -> None:
        """Do something slow with the buttons locked."""
        self.busy, self.trouble, self.said = True, None, ""
        self.changed.emit()

        def finished(result: T) -> None:
            self.busy = False
            done(result)
            self.changed.emit()

        self.jobs.run(self, work, finished, self.fail, lane)

    def tell(self, words: str) -> None:
        """Say what was printed or saved."""
        self.said = words

    def fail(self, error: Exception) -> None:
        """Say what a person can act on; a bug goes on to the crash handler."""
        self.busy, self.demo = False, None
        if not isinstance(error, DeskError):
            self.changed.emit()
            raise error
        self.trouble = error
        self.changed.emit()
