"""The box of an id number: once masked, a key replaces it as a whole, for nobody mends what nobody sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desk_app.ui.widgets.line import InputLine

_STAYING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Undo,
)


class NumberLine(InputLine):
    """Shows a number, or its masked form."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._veiled = False
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setMaxLength(64)

    def set_veiled(self, veiled: bool) -> None:
        """Whether what stands here is a masked form."""
        self._veiled = veiled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that would change a masked number starts it anew."""
        if self._veiled and self._changes(event):
            self.selectAll()
        super().keyPressEvent(event)

    def _changes(self, event: QKeyEvent) -> bool:
        if any(event.matches(key) for key in _STAYING):
            return False
        erasing = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        typing = bool(event.text()) and event.text().isprintable()
        return typing or erasing or event.matches(QKeySequence.StandardKey.Paste)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Digits from an input method do the same."""
        if self._veiled and event.commitString():
            self.selectAll()
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu over a masked number: pasting into the middle of it would make nonsense."""
        if not self._veiled:
            super().contextMenuEvent(event)
