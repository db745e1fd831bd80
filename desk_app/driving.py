"""Driving the real window by keys, as a clerk would: for the tour, the pictures and the tests' stories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.app import Running

HUMAN_MS = 40
"""Between keys. Faster than 35 ms would be a scanner (experience.md §5)."""
PATIENCE_MS = 20_000
SETTLE_MS = 300
"""Longer than the pause after which a form is saved in part and its paper drawn ahead."""


MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


def _key(name: str) -> Qt.Key:
    """A key by its name in the shortcut table."""
    punctuation = {",": Qt.Key.Key_Comma, "/": Qt.Key.Key_Slash}
    return punctuation.get(name) or Qt.Key[f"Key_{name}"]


class TooSlow(RuntimeError):
    """What was waited for did not come."""


def let_run(milliseconds: int) -> None:
    """Let the window and its background lanes work. QTest's own wait would hold the interpreter's lock."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _click(widget: QWidget, char: str) -> None:
    QTest.keyClick(widget, char)  # type: ignore[call-overload]  # the stubs leave out the form that takes text


class Driver:
    """Hands on the keyboard of one running desk, with a pause in milliseconds after each key."""

    def __init__(self, running: Running, pause: int = HUMAN_MS) -> None:
        self.running = running
        self._pause = pause
        self.keys = 0
        """Keys pressed so far; a chord counts as two (experience.md §6)."""

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        if widget is None:
            raise TooSlow("nothing has the keyboard")
        return widget

    def type(self, text: str) -> None:
        """Type, as fast as a person can. What no keyboard has comes whole, as an input method sends it."""
        for char in text:
            if char.isascii():
                _click(self.focus, char)
                self.keys += 1
            else:
                self.compose(char)
            let_run(self._pause)

    def compose(self, text: str) -> None:
        """Text from an input method, into whatever takes text."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus, event)

    def scan(self, text: str) -> None:
        """What a scanner or card reader sends: all at once, ended by Enter."""
        for char in text:
            _click(self.focus, char)
        QTest.keyClick(self.focus, Qt.Key.Key_Return)
        let_run(self._pause)

    def press(self, *chords: str) -> None:
        """Chords by name, such as ``Ctrl+Return`` or ``F4``."""
        for chord in chords:
            *held, key = chord.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for name in held:
                modifiers |= MODIFIERS[name]
            QTest.keyClick(self.focus, _key(key), modifiers)
            self.keys += 1 + chord.count("+")
            let_run(self._pause)

    def wait_until(self, reached: Callable[[], bool], what: str) -> None:
        """Let the program work until something is so. Raises TooSlow, naming it."""
        waited = 0
        while not reached():
            if waited > PATIENCE_MS:
                raise TooSlow(what)
            let_run(20)
            waited += 20

    def rest(self) -> None:
        """Until no background work is under way and the page has been laid out."""
        for _ in range(2):
            self.wait_until(self.running.jobs.idle, "the background lanes rest")
            let_run(SETTLE_MS)

    def picture(self, file: Path) -> Path:
        """Photograph the window."""
        self.rest()
        file.parent.mkdir(parents=True, exist_ok=True)
        self.running.window.grab().save(str(file))
        return file
