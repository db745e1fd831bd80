"""Alt+S: the full number is shown as long as the keys are held, wherever the cursor is on the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ENDS = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.Hide})
"""A number is not left standing when the window loses the keyboard or the page goes."""


class RevealKey(QObject):
    """Watches widgets that would take the letter for themselves, and the page for all others."""

    pressed = Signal()
    released = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._held = False
        self.watch(page)

    def watch(self, widget: QWidget) -> None:
        """Look at the keys of one more widget."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+S goes down, or one of the two comes up."""
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in _ENDS and watched is self._page:
            self._end()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        chord = event.key() == Qt.Key.Key_S and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.type() is QEvent.Type.KeyPress and chord:
            if not self._held:
                self._held = True
                self.pressed.emit()
            return True
        ends = event.type() is QEvent.Type.KeyRelease and event.key() in (Qt.Key.Key_S, Qt.Key.Key_Alt)
        if ends and not event.isAutoRepeat():
            self._end()
        return False

    def _end(self) -> None:
        if self._held:
            self._held = False
            self.released.emit()
