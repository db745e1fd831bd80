"""Own queues and columns on the cases screen, by keys; originals at the materials tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import DiskFull, IllegalMove
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.cases.filters import Chip, ListQuestion
from desk_app.ui.screens.cases.own import MOST, OwnLists, OwnQueue, columns_of
from desk_app.ui.screens.cases.rows import Cell
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.screens.originals.values import OriginalAct, OriginalAnswer
from tests.ui.screens.cases_world import World

Open = Callable[..., CasesScreen]


class Own:
    """What was kept and done."""

    def __init__(self) -> None:
        self.own = OwnLists()
        self.answers: list[OriginalAnswer] = []
        self.error: Exception | None = None

    def keep(self, own: OwnLists) -> None:
        self.own = own
        self.stumble()

    def original(self, answer: OriginalAnswer) -> None:
        self.stumble()
        self.answers.append(answer)

    def stumble(self) -> None:
        if self.error is not None:
            raise self.error


@pytest.fixture
def own() -> Own:
    return Own()


@pytest.fixture
def opened(qtbot: QtBot, own: Own) -> Open:
    def make(world: World) -> CasesScreen:
        calls = replace(world.calls(), own=lambda: own.own, keep_own=own.keep, original=own.original)
        jobs = InlineJobs()
        screen = CasesScreen(calls, jobs)
        jobs.setParent(screen)
        qtbot.addWidget(screen)
        screen.resize(1440, 760)
        screen.show()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is screen)
        screen.focus_start()
        return screen

    return make


def one_case() -> World:
    world = World()
    world.add("accepted", 0)
    return world


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def test_a_name_that_does_not_do_stays_in_its_line(opened: Open, own: Own) -> None:
    own.own = OwnLists(tuple(OwnQueue(f"队列{n}", ListQuestion(Chip.READY, str(n))) for n in range(MOST)))
    screen = opened(one_case())
    assert [button.text() for button in screen.own.buttons] == [f"队列{n}" for n in range(MOST)]
    press(Qt.Key.Key_S, CTRL)
    assert focus() is screen.own.line
    screen.own.line.setText("又一个")
    press(Qt.Key.Key_Return)
    assert "最多 9 个" in screen.own.problem.text()
    assert screen.own.line.text() == "又一个"
    screen.own.line.setText("队列3")
    press(Qt.Key.Key_Return)
    assert own.own.queues[3].question == ListQuestion()
    assert focus() is screen.list.table
    screen.own.buttons[0].click()
    assert screen.presenter.listing.shown.question == ListQuestion(Chip.READY, "0")
    press(Qt.Key.Key_S, CTRL)
    assert screen.own.line.text() == "队列0", "the queue in force is offered by its name"
    assert screen.back()
    assert screen.own.line.isHidden()


def test_what_is_not_there_is_not_opened_nor_dropped(opened: Open, own: Own) -> None:
    screen = opened(World())
    press(Qt.Key.Key_4, ALT)
    press(Qt.Key.Key_S, CTRL | SHIFT)
    assert screen.presenter.listing.shown.question == ListQuestion()
    assert own.own == OwnLists()


def test_trouble_with_the_disk_is_said(opened: Open, own: Own) -> None:
    screen = opened(World())
    own.error = DiskFull()
    press(Qt.Key.Key_S, CTRL)
    screen.own.line.setText("上门")
    press(Qt.Key.Key_Return)
    assert "磁盘满了" in screen.own.problem.text()
    own.error = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        screen.presenter.keeping.toggle(Cell.CLERK)


def test_columns_by_keys(opened: Open, own: Own) -> None:
    screen = opened(one_case())
    press(Qt.Key.Key_L, CTRL | SHIFT)
    strip = screen.columns
    assert focus() is strip.list
    for _ in range(Cell.DUE):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    assert columns_of(own.own)[Cell.DUE].wider == 12
    press(Qt.Key.Key_Space)
    assert screen.list.table.isColumnHidden(Cell.DUE)
    press(Qt.Key.Key_Up, SHIFT)
    assert columns_of(own.own)[Cell.DUE - 1].cell == Cell.DUE
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_Space)
    assert own.own.columns[0].cell == Cell.LAMP
    assert not screen.list.table.isColumnHidden(Cell.LAMP), "the lamp is always there"
    for _ in range(Cell.NUMBER):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert screen.list.table.isColumnHidden(Cell.NUMBER)
    assert screen.list.table.isColumnHidden(Cell.SHORT_NUMBER)
    press(Qt.Key.Key_Delete)
    assert own.own == OwnLists()
    assert screen.back()
    assert strip.isHidden()
    assert focus() is screen.list.table


def test_originals_at_the_materials(opened: Open, own: Own) -> None:
    world = World()
    kept = world.add("accepted", 0)
    screen = opened(world)
    screen.open_case(kept.id)
    tabs = screen.case.tabs
    press(Qt.Key.Key_Y, ALT)
    assert own.answers == [], "only in the list of the papers"
    tabs.bar.setCurrentIndex(1)
    tabs.focus_current()
    tabs.materials.setCurrentIndex(tabs.materials.lines.index(0, 0))
    press(Qt.Key.Key_Y, ALT)
    assert [answer.ask.act for answer in own.answers] == [OriginalAct.TAKE]
    press(Qt.Key.Key_R, ALT)
    assert "不在我们手里" in screen.case.banner.heading.text()
    assert not screen.place.original.asks
    own.error = IllegalMove("original_never_kept")
    press(Qt.Key.Key_Y, ALT)
    assert "证件不能留存" in screen.case.banner.heading.text()
    with pytest.raises(ZeroDivisionError):
        screen.presenter.page.originals._failed(kept.case, ZeroDivisionError())
