"""Listening to all boxes of the form at once: typed, entered, left, and Enter for the next one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import InputLine, NoteBox

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A menu, or another window: the box is not left for good."""


class Boxes(QObject):
    """Places of the form by name, whatever kind of widget they are."""

    typed = Signal(str, str, int)
    """(place, text, position of the cursor): a person's keys, never the program's."""
    entered = Signal(str, int)
    left = Signal(str)
    advanced = Signal(str)
    """Enter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._widgets: dict[str, QWidget] = {}
        self._fields: dict[str, LabelledField] = {}
        self._writing = False
        self._moving = False
        self._known: dict[str, str] = {}
        """The text each box was last written with, or told of."""

    def add_field(self, name: str, field: LabelledField) -> None:
        """A labelled box."""
        self._fields[name] = field
        self.add(name, field.editor)

    def add(self, name: str, widget: QWidget) -> None:
        """A place the cursor can be in."""
        self._widgets[name] = widget
        widget.setObjectName(name)
        widget.installEventFilter(self)
        if isinstance(widget, QLineEdit):
            widget.textChanged.connect(lambda text: self._changed(name, text, widget.cursorPosition()))
            widget.cursorPositionChanged.connect(lambda _old, new: self._moved(name, widget, new))
        elif isinstance(widget, NoteBox):
            widget.textChanged.connect(
                lambda: self._changed(name, widget.toPlainText(), widget.textCursor().position())
            )
            widget.cursorPositionChanged.connect(
                lambda: self._moved(name, widget, widget.textCursor().position())
            )

    def drop(self, name: str) -> None:
        """The place is gone: another item asks other things."""
        self._fields.pop(name, None)
        widget = self._widgets.pop(name, None)
        if widget is not None:
            widget.removeEventFilter(self)

    @property
    def fields(self) -> Mapping[str, LabelledField]:
        """The labelled boxes by name."""
        return self._fields

    @property
    def widgets(self) -> Collection[QWidget]:
        """All places."""
        return self._widgets.values()

    def widget(self, name: str) -> QWidget | None:
        """The widget of a place."""
        return self._widgets.get(name)

    def write(self, name: str, text: str) -> None:
        """Put a text into a box without it counting as typed; a cursor in it stays where it is."""
        widget = self._widgets[name]
        self._known[name] = text
        self._writing = True
        try:
            _put(widget, text)
        finally:
            self._writing = False

    @contextmanager
    def moving(self) -> Iterator[None]:
        """Panes are shown and hidden: where Qt puts the focus meanwhile is nobody's wish."""
        before, self._moving = self._moving, True
        try:
            yield
        finally:
            self._moving = before

    def focus(self, name: str, position: int) -> bool:
        """Send the cursor to a place. False when there is no such place."""
        widget = self._widgets.get(name)
        if widget is None:
            return False
        self._writing = True
        try:
            _place_cursor(widget, position)
        finally:
            self._writing = False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _changed(self, name: str, text: str, position: int) -> None:
        if not self._writing and self._known.get(name, "") != text:
            self._known[name] = text
            self.typed.emit(name, text, position)

    def _moved(self, name: str, widget: QWidget, position: int) -> None:
        """The cursor moved. Input methods move it before they say that the text changed: text goes first."""
        if self._writing or not widget.hasFocus():
            return
        text = _text(widget)
        if text != self._known.get(name, ""):
            self._changed(name, text, position)
        else:
            self.entered.emit(name, position)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus in and out, and Enter."""
        name = watched.objectName()
        if isinstance(event, QFocusEvent):
            self._focus_event(name, event)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(name, watched, event)
        return False

    def _focus_event(self, name: str, event: QFocusEvent) -> None:
        if event.reason() in _PASSING:
            return
        if event.type() is QEvent.Type.FocusIn and not self._moving:
            self.entered.emit(name, _position(self._widgets[name]))
        elif event.type() is QEvent.Type.FocusOut:
            self.left.emit(name)

    def _key(self, name: str, watched: QObject, event: QKeyEvent) -> bool:
        onward = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not (onward and plain):
            return False
        self.advanced.emit(name)
        return True


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def _put(widget: QWidget, text: str) -> None:
    if isinstance(widget, QLineEdit) and widget.text() != text:
        at = widget.cursorPosition()
        widget.setText(text)
        if widget.hasFocus():
            widget.setCursorPosition(min(at, len(text)))
    elif isinstance(widget, QPlainTextEdit) and widget.toPlainText() != text:
        widget.setPlainText(text)


def _place_cursor(widget: QWidget, position: int) -> None:
    if isinstance(widget, InputLine):
        widget.setCursorPosition(min(position, len(widget.text())))
        if not position:
            widget.selectAll()
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(position, len(widget.toPlainText())))
        widget.setTextCursor(cursor)


def _position(widget: QWidget) -> int:
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    return widget.textCursor().position() if isinstance(widget, QPlainTextEdit) else 0
