"""The badge of 交接: how many bags are on their way to this site, or came and are not settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.domain.changes import Changes
from desk_app.domain.journal import Stream
from desk_app.wiring.places import HANDOVER

if TYPE_CHECKING:
    from desk_app.wiring.program import Program


class WaitingBags(QObject):
    """Counts when somebody comes in and after every commit that touched a batch."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        program.bridge.follow(self._changed)

    def count(self) -> None:
        """Somebody is in."""
        self._program.parts.jobs.run(self, self._counted, self._show, key="waiting")

    def hide(self) -> None:
        """Nobody is."""
        self._show(0)

    def _counted(self) -> int:
        desk = self._program.parts.desk
        with desk.open_store.read() as reader:
            return reader.handovers.waiting(desk.present_clerk.site.id)

    def _show(self, count: int) -> None:
        self._program.window.frame.rail.set_badge(HANDOVER, count)

    def _changed(self, changes: Changes) -> None:
        if Stream.HANDOVER in changes.kinds and self._program.parts.desk.clerk is not None:
            self.count()
