"""A window with plain pages, for the tests of the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.main_window import MainWindow
from desk_app.ui.shell.screen import RailEntry
from desk_app.ui.shortcuts import Context
from desk_app.ui.theme.look import Scheme, WidthClass
from desk_app.ui.theme.switch import LookSwitch
from desk_app.ui.widgets.boxes import Card

NOW = datetime(2026, 11, 24, 10, 42)  # noqa: DTZ001  # the wall clock of the counter, as app.py hands it in


class PlainPage(QWidget):
    """The least a screen is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.done: list[object] = []
        self.field, self.note, self.button = QLineEdit(), QPlainTextEdit(), QPushButton("按")
        box = QVBoxLayout(self)
        card = Card()
        for widget in (self.field, self.note, self.button):
            card.body.addWidget(widget)
        box.addWidget(card)

    def title(self) -> str:
        return self.name

    def context(self) -> Context:
        return Context.INTAKE

    def hints(self) -> Sequence[str]:
        return ("tab", "intake.take_all", "primary")

    def primary(self) -> None:
        self.done.append("primary")

    def focus_start(self) -> None:
        self.button.setFocus()

    def set_layout_class(self, width: WidthClass) -> None:
        self.done.append(width)


class AnsweringPage(PlainPage):
    """A screen that answers the box, Esc, F1 and F5."""

    def set_query(self, text: str) -> None:
        self.done.append(("query", text))

    def move_selection(self, step: int) -> None:
        self.done.append(("move", step))

    def take_selected(self) -> None:
        self.done.append("take")

    def back(self) -> bool:
        self.done.append("back")
        return False

    def refresh(self) -> None:
        self.done.append("refresh")

    def show_guide(self) -> None:
        self.done.append("guide")


@dataclass
class Clock:
    """Seconds that only this test moves."""

    now: float = 50.0

    def __call__(self) -> float:
        return self.now


@dataclass
class World:
    """The window and what belongs to it."""

    window: MainWindow
    switch: LookSwitch
    clock: Clock
    scans: list[str] = field(default_factory=list)

    @property
    def page(self) -> PlainPage:
        page = self.window.frame.pages.currentWidget()
        assert isinstance(page, PlainPage)
        return page

    @property
    def box(self) -> QLineEdit:
        return self.window.frame.bar.box.input

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """A key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str, gap: float) -> None:
        """Characters where the keyboard is, one every ``gap`` seconds."""
        for char in text:
            QTest.keyClicks(QApplication.focusWidget() or self.window, char)
            self.clock.now += gap


def build(qtbot: QtBot, application: QApplication, *, width: int = 1440, height: int = 900) -> World:
    """A shown, active window with two pages."""
    switch = LookSwitch(application, Scheme.LIGHT)
    clock = Clock()
    entries = [
        RailEntry("lookup", "查询", "magnifying-glass", "go.lookup", lambda: AnsweringPage("查询")),
        RailEntry("intake", "收件", "note-pencil", "go.intake", lambda: PlainPage("收件")),
        RailEntry("settings", "设置", "gear-six", "go.settings", lambda: PlainPage("设置"), at_foot=True),
    ]
    window = MainWindow(switch, entries, lambda: NOW, clock, "示例镇便民服务中心")
    qtbot.addWidget(window)
    world = World(window, switch, clock)
    window.scanned.connect(world.scans.append)
    window.resize(width, height)
    window.frame.pages.show_page("intake")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.settled)
    world.page.focus_start()
    return world
