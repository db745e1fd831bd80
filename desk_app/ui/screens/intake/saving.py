"""Drafts are saved by themselves a moment after a key, and papers drawn ahead a moment after the last."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desk_app.domain.intake import IntakeForm, Outcome, judge
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.intake.session import Session

SAVE_AFTER_MS = 400
DRAW_AFTER_MS = 250


class Autosave(QObject):
    """Keeps each lane's draft: at once when asked, else a moment after a key that is not saved yet."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._waiting: UUID | None = None
        self._saved: dict[UUID, IntakeForm] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.now)
        session.edited.connect(self.soon)

    def soon(self) -> None:
        """The lane on the screen was edited. Who types without a pause is saved all the same."""
        lane = self._session.lane
        if lane is None:
            return
        self._waiting = lane.id
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """Save what waits."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.save(waiting)

    def save(self, form_id: UUID) -> None:
        """Save one lane, unless the disk has it as it is."""
        at = self._session.lanes.find(form_id)
        if at is None:
            return
        form = self._session.lanes.all[at].form
        if self._saved.get(form_id) == form:
            return
        self._saved[form_id] = form
        self._run(partial(self._session.calls.save_draft, form, at), f"draft:{form_id}", form_id)

    def drop(self, form_id: UUID) -> None:
        """Forget a draft for good."""
        self.forget(form_id)
        self._run(partial(self._session.calls.drop_draft, form_id), f"drop:{form_id}", form_id)

    def forget(self, form_id: UUID) -> None:
        """The commit has taken the draft along: do not save it again."""
        self._saved.pop(form_id, None)
        if self._waiting == form_id:
            self._timer.stop()
            self._waiting = None

    def _run(self, work: partial[None], key: str, form_id: UUID) -> None:
        self._session.jobs.run(
            self, work, lambda _: None, partial(self._failed, form_id), lane="store", key=key
        )

    def _failed(self, form_id: UUID, error: Exception) -> None:
        self._saved.pop(form_id, None)
        self._session.fail(error, form_id)


class Previews(QObject):
    """Draws the first paper as it will print, off the window's thread."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._drawn: IntakeForm | None = None
        self._timer = QTimer(self, singleShot=True, interval=DRAW_AFTER_MS)
        self._timer.timeout.connect(self.now)
        session.edited.connect(self._timer.start)

    def now(self) -> None:
        """Draw the lane on the screen, unless nothing on the paper has changed."""
        self._timer.stop()
        lane = self._session.lane
        item = self._session.item_of(lane) if lane else None
        if lane is None or item is None:
            return
        form = replace(lane.form, cursor="")
        if judge(form, item).outcome in (Outcome.OPEN, Outcome.DECLINE):
            self._drawn = None
            self._arrived(form.id, ())
        elif form != self._drawn:
            self._drawn = form
            work = partial(self._session.calls.preview, form, item)
            done = partial(self._arrived, form.id)
            self._session.jobs.run(self, work, done, self._session.fail, lane="files", key="preview")

    def _arrived(self, form_id: UUID, pages: tuple[PageImage, ...]) -> None:
        if self._session.lanes.find(form_id) is None or self._session.pages.get(form_id, ()) == pages:
            return
        self._session.pages[form_id] = pages
        self._session.refresh()
