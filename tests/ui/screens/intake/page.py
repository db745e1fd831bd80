"""A hand on the intake page."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk_app.ui.screens.intake.screen import IntakeScreen


def box(screen: IntakeScreen, name: str) -> QLineEdit:
    widget = screen.view.boxes.widget(name)
    assert isinstance(widget, QLineEdit)
    return widget


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def write(widget: QWidget, text: str) -> None:
    """Latin letters come from keys, Chinese from an input method."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    for char in text:
        commit = QInputMethodEvent()
        commit.setCommitString(char)
        QApplication.sendEvent(widget, commit)


def type_into(screen: IntakeScreen, name: str, text: str) -> None:
    screen.view.focus(name, 0)
    write(box(screen, name), text)
