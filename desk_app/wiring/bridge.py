"""Word of a commit, carried to the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from desk_app.domain.changes import Changes


class ChangesBridge(QObject):
    """Carries word of a commit from the thread that committed to the window's thread."""

    committed = Signal(object)

    def follow(self, told: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told on the window's thread; calling the answer ends it."""
        link = self.committed.connect(told, Qt.ConnectionType.QueuedConnection)

        def end() -> None:
            QObject.disconnect(link)

        return end

    def tell(self, changes: Changes) -> None:
        """Called by the store on whichever thread committed."""
        self.committed.emit(changes)
