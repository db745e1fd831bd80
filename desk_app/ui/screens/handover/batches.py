"""The list of batches: read, followed, stepped through."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.changes import Changes
from desk_app.domain.handover import Batch, BatchState
from desk_app.domain.journal import Stream
from desk_app.ui.screens.handover.session import HandoverSession
from desk_app.ui.screens.handover.shown import HandoverShown, waits_for


class BatchList(QObject):
    """The left side of the screen."""

    def __init__(self, session: HandoverSession) -> None:
        super().__init__(session)
        self._session = session
        end = session.calls.subscribe(self._changed)
        self.destroyed.connect(end)

    def refresh(self) -> None:
        """Read the list again."""
        self._session.ask(self._session.calls.batches, self._read, key="batches")

    def step(self, by: int) -> None:
        """The next or the previous batch."""
        shown = self._session.shown
        ids = [batch.id for batch in shown.batches]
        if not ids:
            return
        here = ids.index(shown.batch.id) if shown.batch is not None and shown.batch.id in ids else -1
        at = min(max(here + by, 0), len(ids) - 1)
        if at != here:
            self._session.open(ids[at])

    def choose(self, batch_id: UUID) -> None:
        """A row of the list was reached."""
        batch = self._session.shown.batch
        if batch is None or batch.id != batch_id:
            self._session.open(batch_id)

    def forget(self) -> None:
        """The screen is locked or somebody else signs in: keep nothing of a citizen."""
        self._session.shown = HandoverShown()
        self._session.pictured.emit(self._session.shown)

    def _changed(self, changes: Changes) -> None:
        if Stream.HANDOVER in changes.kinds:
            self.refresh()

    def _read(self, batches: tuple[Batch, ...]) -> None:
        session, site = self._session, self._session.calls.site()
        first = not session.shown.loaded
        session.change(batches=batches, site=site, loaded=True)
        if not session.shown.places:
            session.ask(session.calls.places, lambda places: session.change(places=places), key="places")
        if first and session.shown.view is None and not session.shown.new and batches:
            session.open(_first(batches, site))


def _first(batches: tuple[Batch, ...], site: UUID | None) -> UUID:
    """What waits for this site, else the bag being filled, else the newest."""
    waits = next((batch for batch in batches if waits_for(batch, site)), None)
    filled = next((batch for batch in batches if batch.state is BatchState.OPEN), None)
    return (filled or waits or batches[0]).id
