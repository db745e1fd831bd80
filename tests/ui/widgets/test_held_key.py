"""A key that works while it is held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.widgets.held_key import HeldKey

ALT, S = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_S


class Window(QWidget):
    """Two lines, and what the held key said."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QWidget()
        self.first, self.second = QLineEdit(), QLineEdit()
        inner = QVBoxLayout(self.page)
        inner.addWidget(self.first)
        inner.addWidget(self.second)
        QVBoxLayout(self).addWidget(self.page)
        self.heard: list[str] = []
        held = HeldKey(self.page, S)
        held.pressed.connect(lambda: self.heard.append("down"))
        held.released.connect(lambda: self.heard.append("up"))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.first.setFocus()
    yield window
    window.close()


def test_it_tells_both_edges_once_however_long_it_is_held(window: Window) -> None:
    QTest.keyPress(window.first, S, ALT)
    repeated = QKeyEvent(QEvent.Type.KeyRelease, S, ALT, "", True)
    QApplication.sendEvent(window.first, repeated)
    QTest.keyPress(window.first, S, ALT)
    assert window.heard == ["down"]
    QTest.keyRelease(window.first, S, ALT)
    QTest.keyRelease(window.first, S, ALT)
    assert window.heard == ["down", "up"]
    assert window.first.text() == ""


def test_either_key_coming_up_ends_it(window: Window) -> None:
    QTest.keyPress(window.first, S, ALT)
    QTest.keyRelease(window.first, Qt.Key.Key_Alt)
    assert window.heard == ["down", "up"]


def test_it_follows_the_keyboard(window: Window) -> None:
    QTest.keyPress(window.first, S, ALT)
    window.second.setFocus()
    QTest.keyRelease(window.second, S, ALT)
    assert window.heard == ["down", "up"]


def test_other_keys_and_other_events_pass(window: Window) -> None:
    QTest.keyClicks(window.first, "s")
    QTest.keyClick(window.first, Qt.Key.Key_Left, ALT)
    QTest.keyClick(window.first, S, Qt.KeyboardModifier.ControlModifier)
    assert window.first.text() == "s"
    assert window.heard == []


def test_a_hidden_page_hears_nothing(window: Window) -> None:
    window.page.hide()
    window.setFocus()
    QTest.keyPress(window, S, ALT)
    assert window.heard == []


def test_when_the_keyboard_leaves_the_window_it_ends(window: Window, qtbot: QtBot) -> None:
    other = QWidget()
    other_line = QLineEdit(other)
    qtbot.addWidget(other)
    QTest.keyPress(window.first, S, ALT)
    other.show()
    other.activateWindow()
    other_line.setFocus()
    qtbot.waitUntil(lambda: window.heard == ["down", "up"])
    QTest.keyPress(other_line, S, ALT)
    assert window.heard == ["down", "up"]
    other.close()


def test_a_widget_that_is_deleted_while_it_has_the_keyboard_is_let_go(window: Window) -> None:
    window.first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.second.setFocus()
    QTest.keyPress(window.second, S, ALT)
    assert window.heard == ["down"]
    QApplication.sendEvent(window.second, QFocusEvent(QEvent.Type.FocusOut))
    QTest.keyRelease(window.second, S, ALT)
    assert window.heard == ["down", "up"]
