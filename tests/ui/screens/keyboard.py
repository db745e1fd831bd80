"""A person at the keyboard, for tests of screens: keys go to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


def put_up(view: QWidget, qtbot: QtBot, width: int = 1366, height: int = 768) -> None:
    """Show a screen as a window of this size, with the keyboard."""
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    view.activateWindow()
    QApplication.processEvents()


def in_focus() -> QWidget:
    """What has the keyboard; a failed test when nothing has."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def focused() -> str:
    """The accessible name of what has the keyboard."""
    return in_focus().accessibleName()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
    """Press a key."""
    QTest.keyClick(in_focus(), key, modifier)


def type_in(text: str) -> None:
    """Type; Chinese comes from an input method, all at once."""
    if text.isascii():
        QTest.keyClicks(in_focus(), text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(in_focus(), event)
