"""The state of the hand-over screen, shared by the parts of its presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.handover.calls import BatchView, Done, HandoverCalls
from desk_app.ui.screens.handover.rows import rows_of
from desk_app.ui.screens.handover.shown import Asking, HandoverShown, Told
from desk_app.ui.screens.handover.tally import Tally
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.theme.look import Tone

T = TypeVar("T")


class HandoverSession(QObject):
    """One batch at a time. Every change goes through here, so every change is shown."""

    pictured = Signal(object)
    """HandoverShown."""
    field_wanted = Signal()
    """The keyboard goes back to the field."""
    done = Signal(str)
    """A sentence for the strip that stands for six seconds."""
    unprinted = Signal(object, str)
    """(Batch, what is wrong): it is on record, and its papers did not come out."""

    def __init__(self, calls: HandoverCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls = calls
        self.jobs = jobs
        self.shown = HandoverShown()

    def change(self, **changes: object) -> None:
        """Show something else."""
        self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self.pictured.emit(self.shown)

    def tell(self, tone: Tone, text: str) -> None:
        """What came of the last scan or key."""
        self.change(told=Told(tone, text, self.shown.told.nth + 1), trouble=None)

    def put(self, view: BatchView | None, *, fresh: bool = False) -> None:
        """A batch as it is now; ``fresh``: it was opened, and nothing of the one before stays."""
        before = self.shown.view
        same = not fresh and view is not None and before is not None and view.batch.id == before.batch.id
        changes: dict[str, object] = {"view": view, "busy": False, "new": False}
        if not same:
            changes |= {
                "checking": False, "closing": False, "recording": False, "ready": None, "filter": "",
                "tally": view.tally if view else Tally(), "current": "", "preview": None,
                "asking": Asking.NOTHING, "trouble": None, "told": Told(),
            }  # fmt: skip
        self.change(**changes)
        self.keep_current()
        self.draw()

    def keep_current(self) -> None:
        """The arrows stand on a row that is there, or on none."""
        keys = [row.key for row in rows_of(self.shown)]
        if self.shown.current not in keys:
            self.change(current=keys[-1] if keys else "")

    def draw(self) -> None:
        """The manifest as it would be printed now."""
        batch = self.shown.batch
        if batch is None or not batch.lines:
            self.change(preview=None)
            return
        batch_id = batch.id

        def drawn(pages: tuple[PageImage, ...]) -> None:
            if self.shown.batch is not None and self.shown.batch.id == batch_id:
                self.change(preview=pages)

        self.jobs.run(
            self, lambda: self.calls.preview(batch_id), drawn, self.fail, lane="files", key="preview"
        )

    def ask(self, work: Callable[[], T], done: Callable[[T], None], key: str | None = None) -> None:
        """Ask for something to look at."""
        self.jobs.run(self, work, done, self.fail, key=key)

    def act(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something that is put on record; meanwhile nothing else is begun."""
        if self.shown.busy:
            return
        self.change(busy=True, trouble=None)
        self.jobs.run(self, work, done, self.fail)

    def finished(self, done: Done, praise: str) -> None:
        """An act that leaves papers has ended."""
        self.put(done.view)
        self.change(asking=Asking.NOTHING)
        if done.problem is not None:
            self.unprinted.emit(done.view.batch, done.problem)
        else:
            self.done.emit(praise)
        self.field_wanted.emit()

    def fail(self, error: Exception) -> None:
        """Say what a person can act on; a bug goes on to the crash handler."""
        if not isinstance(error, DeskError):
            self.change(busy=False)
            raise error
        self.change(busy=False, trouble=error)

    def open(self, batch_id: UUID) -> None:
        """Show a batch."""
        self.ask(lambda: self.calls.batch(batch_id), self._opened, key="batch")

    def _opened(self, view: BatchView) -> None:
        before = self.shown.view
        self.put(view, fresh=before is None or before.batch.id != view.batch.id or self.shown.new)

    def save_tally(self, tally: Tally) -> None:
        """Show a count, and keep it."""
        batch = self.shown.batch
        self.change(tally=tally, trouble=None)
        if batch is not None:
            batch_id = batch.id
            work = partial(self.calls.keep_tally, batch_id, tally)
            self.jobs.run(self, work, lambda _: None, self.fail, key="tally")
