"""Keys wherever the cursor is: stray typing goes to the command box, scans are caught, IMEs are left alone.

The filter sits on the one widget in focus and moves with it. A filter on the application would see every
paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import Shiboken

from desk_app.domain.scans import NO_MARKS, ScanMarks
from desk_app.ui.shell.burst import Burst

TAKES_LETTERS = "takesLetters"
"""Dynamic property of a widget in which single letters mean something (the paper list)."""

_NOT_COMMANDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Before:
    """What a field held before a burst fell into it."""

    text: str
    cursor: int
    selected_from: int
    selected: int


class KeyTraffic(QObject):
    """One for each window. ``scanned`` is a whole scan; ``clock`` gives seconds that only run forward."""

    scanned = Signal(str)

    def __init__(
        self,
        window: QWidget,
        command: QLineEdit,
        clock: Callable[[], float],
        marks: Callable[[], ScanMarks | None] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._marks = marks
        self._window, self._command, self._clock = window, command, clock
        self._followed: QObject | None = None
        self._burst = Burst()
        self._before: dict[QWidget, _Before] = {}
        self._origin: QWidget | None = None
        self._composing = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._follow)
            self._follow(application.focusObject())

    def _follow(self, focus: QObject | None) -> None:
        if self._followed is not None and Shiboken.isValid(self._followed):
            self._followed.removeEventFilter(self)
        inside = isinstance(focus, QWidget) and focus.window() is self._window
        self._followed = focus if inside else None
        self._composing = False
        if self._followed is not None:
            self._followed.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys and at what an input method composes; everything else passes."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent) and isinstance(watched, QWidget) and self._command.isVisible():
            if event.type() is QEvent.Type.ShortcutOverride and self._composing:
                event.accept()  # while characters are being composed no key is a command
                return True
            if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                return self._key(watched, event)
        return False

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_NOT_COMMANDS:
            self._burst.forget()
            return False
        marks = self._marks() or NO_MARKS
        if event.key() in _ENTER or (marks.tab_ends and event.key() == Qt.Key.Key_Tab):
            scan = self._burst.end(self._clock(), marks)
            if scan:
                self._restore()
                self.scanned.emit(scan)
            return bool(scan)
        text = event.text()
        if len(text) == 1 and text.isprintable():
            return self._character(watched, text)
        if text or event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            self._burst.forget()
        return False

    def _character(self, watched: QWidget, text: str) -> bool:
        if self._burst.feed(text, self._clock()):
            self._before.clear()
            self._origin = watched
        if _types(watched):
            self._remember(watched)
            return False
        if watched.property(TAKES_LETTERS) or text == " ":
            return False
        self._remember(self._command)
        self._command.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._command.insert(text)
        self._command.textEdited.emit(self._command.text())
        return True

    def _remember(self, field: QWidget) -> None:
        if field in self._before:
            return
        if isinstance(field, QLineEdit):
            selected = len(field.selectedText())
            state = _Before(field.text(), field.cursorPosition(), field.selectionStart(), selected)
            self._before[field] = state
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            self._before[field] = _Before(field.toPlainText(), field.textCursor().position(), -1, 0)

    def _restore(self) -> None:
        """Put every field that the scan fell into back as it was, and the cursor where it was."""
        for field, before in self._before.items():
            if not Shiboken.isValid(field):
                continue
            if isinstance(field, QLineEdit):
                field.setText(before.text)
                field.setCursorPosition(before.cursor)
                if before.selected:
                    field.setSelection(before.selected_from, before.selected)
                field.textEdited.emit(before.text)
            elif isinstance(field, QPlainTextEdit | QTextEdit):
                field.setPlainText(before.text)
                cursor = field.textCursor()
                cursor.setPosition(before.cursor)
                field.setTextCursor(cursor)
        self._before.clear()
        if self._origin is not None and Shiboken.isValid(self._origin) and self._origin.isVisible():
            self._origin.setFocus(Qt.FocusReason.OtherFocusReason)


def _types(widget: QWidget) -> bool:
    """Whether letters typed here are text."""
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)
