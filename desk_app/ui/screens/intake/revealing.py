"""Showing a full number: only once that is on record, and only while the key is held."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.session import Session


class Revealing(QObject):
    """Alt+S."""

    revealed = Signal(str)
    """Name of the field whose number is shown now."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._held = ""

    def show(self, name: str) -> None:
        """The key goes down: put it on record, then show the number."""
        lane = self._session.lane
        if lane is None or name not in fields.NUMBERS or self._held:
            return
        self._held = name
        work = partial(self._session.calls.reveal, lane.id, name)
        done, failed = partial(self._recorded, lane.id), partial(self._refused, lane.id)
        self._session.jobs.run(self, work, done, failed, key="reveal")

    def _recorded(self, form_id: UUID, _: None) -> None:
        lane = self._session.lane
        if self._held and lane is not None and lane.id == form_id:
            self._session.revealed = frozenset({self._held})
            self._session.refresh()
            self.revealed.emit(self._held)

    def _refused(self, form_id: UUID, error: Exception) -> None:
        self._held = ""
        self._session.fail(error, form_id)

    def hide(self) -> None:
        """The key comes up."""
        self._held = ""
        if self._session.revealed:
            self._session.revealed = frozenset()
            self._session.refresh()
