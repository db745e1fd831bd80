"""The field that is scanned into: it has the keyboard, and the arrows, Del and Enter work from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.shown import HandoverShown
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.boxes import Card, IconMark
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class ScanLine(InputLine):
    """A line whose other keys belong to the list below it. Del takes out only while nothing is typed."""

    given = Signal(str)
    """Something was typed and ended by Enter."""
    entered = Signal()
    """Enter with nothing typed."""
    moved = Signal(int)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Del and Enter."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif plain and key is Qt.Key.Key_Delete and not self.text():
            self.removed.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        text = self.text()
        if text.strip():
            self.given.emit(text)
        else:
            self.entered.emit()


class ScanCard(Card):
    """The field, a line that says what it does now, and how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self.line = ScanLine(said("扫码或输入编号"))
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.hint = Text("", "caption", "quiet", wrap=True)
        self.figure = Text("", "figure")
        self.meaning = Text("", "caption", "quiet")
        for text in (self.figure, self.meaning):
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(self.line)
        middle.addWidget(self.hint)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.figure)
        right.addWidget(self.meaning)
        box = QHBoxLayout()
        box.setSpacing(18)
        box.addWidget(IconMark("qr-code", side=look_now().size("icon_outcome")))
        box.addLayout(middle, 1)
        box.addLayout(right)
        self.body.addLayout(box)

    def show_scan(self, shown: HandoverShown, row: str) -> None:
        """What the field does now; ``row`` is the one the arrows stand on, for who cannot see it."""
        self.hint.setText(words.scan_hint(shown))
        figure, meaning = words.counted(shown)
        self.figure.setText(figure)
        self.meaning.setText(meaning)
        picking = shown.ready is not None
        self.line.setPlaceholderText(said("筛选") if picking else "")
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, picking)
        self.line.setAccessibleDescription(row)
