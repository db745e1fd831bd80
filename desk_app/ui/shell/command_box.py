"""The one box: everything begins by typing or scanning here."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk_app.ui.shortcuts import shortcut
from desk_app.ui.theme.look import OWN_RING, look_now
from desk_app.ui.widgets.boxes import IconMark
from desk_app.ui.widgets.ink import paint_box
from desk_app.ui.widgets.tag import KeyCap

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_NOT_SIMPLE = re.compile(r"[\uff01-\uff5e\u3000]")


class CommandInput(QLineEdit):
    """What is typed. The input method is off until Ctrl+Space, so initials need no switching."""

    moved = Signal(int)
    submitted = Signal()
    escaped = Signal()
    numbered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandInput")
        self.setProperty(OWN_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMaxLength(200)
        self.setFrame(False)
        self.takes_numbers = False
        """Whether Alt+1…9 choose from a list that this box has open."""
        self.textEdited.connect(self._fold)
        switch = QAction(self)
        switch.setShortcut(QKeySequence("Ctrl+Space"))
        switch.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        switch.triggered.connect(self._switch_input_method)
        self.addAction(switch)

    def _switch_input_method(self) -> None:
        on = self.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not on)

    def _fold(self, text: str) -> None:
        """Full-width letters and digits, as input methods make them, become plain ones."""
        if _NOT_SIMPLE.search(text):
            at = self.cursorPosition()
            self.setText(text.translate(_FULL_WIDTH))
            self.setCursorPosition(at)

    def event(self, event: QEvent) -> bool:
        """An empty box has nothing to undo: Ctrl+Z is then the window's. An open list has Alt+1…9."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self.text() and event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return False
            if self.takes_numbers and _digit(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter takes, Esc clears; the rest is text."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers():
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.submitted.emit()
        elif key is Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self.takes_numbers and _digit(event):
            self.numbered.emit(_digit(event))
        else:
            super().keyPressEvent(event)


def _digit(event: QKeyEvent) -> int:
    """The n of Alt+n, or 0."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    number = event.key() - Qt.Key.Key_0.value
    return number if 1 <= number <= 9 else 0


class CommandBox(QWidget):
    """The box with its glass and its key; its frame is the focus ring of what is typed."""

    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = CommandInput()
        self._active = False
        self._caps = KeyCap(*shortcut("command").cap_texts)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 9, 0)
        row.setSpacing(9)
        row.addWidget(IconMark("magnifying-glass", "text2"))
        row.addWidget(self.input, 1)
        row.addWidget(self._caps)
        self.input.installEventFilter(self)
        self.set_room(look_now().size("command_box"))

    def set_words(self, placeholder: str) -> None:
        """What can be typed here."""
        self.input.setPlaceholderText(placeholder)
        self.input.setAccessibleName(placeholder)

    def set_room(self, width: int) -> None:
        """As wide as the window allows; the key cap goes first."""
        self.setFixedSize(width, look_now().size("command_box_height"))
        self._caps.setVisible(width >= look_now().size("command_box_compact"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame follows the focus of what lies in it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._active = event.type() is QEvent.Type.FocusIn
            self.update()
            if not self._active:
                self.focus_left.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted here, not by the sheet: asking the style at the first focus costs the start a tenth."""
        current, painter = look_now(), QPainter(self)
        ground, line, width = ("surface", "focus", 2) if self._active else ("surfaceAlt", "lineStrong", 1)
        radius = current.size("radius_button")
        paint_box(painter, QRectF(self.rect()), radius, current.colour(ground), current.colour(line), width)
        painter.end()
