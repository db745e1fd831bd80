"""A key that works while it is held down, wherever the keyboard is: Alt+S shows masked numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

_ALT = frozenset({Qt.Key.Key_Alt, Qt.Key.Key_AltGr})


class HeldKey(QObject):
    """Watches Alt + ``key`` in the window of ``owner`` while ``owner`` is visible.

    ``pressed`` comes once, however long the key is held; ``released`` when either key comes up, or when the
    keyboard leaves the window, where no release would be seen. The filter sits on the one widget in focus and
    moves with it.
    """

    pressed = Signal()
    released = Signal()

    def __init__(self, owner: QWidget, key: Qt.Key) -> None:
        super().__init__(owner)
        self._owner, self._key = owner, key
        self._down = False
        self._followed: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key going down; everything else passes."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.KeyPress:
            return self._went_down(event)
        released = event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat()
        if released and (event.key() == self._key or event.key() in _ALT):
            self._end()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A widget that dies with the keyboard tells so before it tells that it dies.
        if self._followed is not None and Shiboken.isValid(self._followed):
            self._followed.removeEventFilter(self)
        self._followed = new if new is not None and new.window() is self._owner.window() else None
        if self._followed is None:
            self._end()
        else:
            self._followed.installEventFilter(self)

    def _went_down(self, event: QKeyEvent) -> bool:
        held = event.key() == self._key and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if not held or not self._owner.isVisible():
            return False
        if not self._down:
            self._down = True
            self.pressed.emit()
        return True

    def _end(self) -> None:
        if self._down:
            self._down = False
            self.released.emit()
