"""The five paths of experience.md §6, key by key. A chord counts as two; a scan, or an id typed, as none.

What is typed into the command box before the intake opens is counted and acted out by its result: the whole
program's stories press those keys too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.cases import CaseState
from desk_app.domain.prefill import History
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.intake.calls import Committed
from desk_app.ui.screens.intake.screen import IntakeScreen
from desk_app.ui.shortcuts import bind
from tests.ui.screens.intake.world import NOW, OLD_WOMAN, WOMAN, World, case_of

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Hand:
    """Presses keys where the cursor is, and counts them."""

    world: World
    screen: IntakeScreen
    keys: int = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1 if modifier is Qt.KeyboardModifier.NoModifier else 2
        QTest.keyClick(self._at(), key, modifier)

    def type(self, text: str) -> None:
        self.keys += len(text)
        QTest.keyClicks(self._at(), text)

    def find_item(self) -> None:
        """Type gljt and Enter into the command box: the item is found and its intake opens."""
        self.keys += 5
        self.screen.presenter.moves.start("1-19")

    def pick_item_of_citizen(self) -> None:
        """Alt+1 in the citizen's card: the first likely item."""
        self.keys += 2
        self.screen.presenter.moves.start("1-19", OLD_WOMAN)

    def scan(self) -> None:
        assert self.screen.presenter.questions.scan(OLD_WOMAN)

    def type_id(self) -> None:
        QTest.keyClicks(self._at(), OLD_WOMAN)

    def _at(self) -> QWidget:
        widget = QApplication.focusWidget()
        return self.screen.view if widget is None else widget


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    world = World()
    earlier = case_of(WOMAN, world.items["1-19"], state=CaseState.FINISHED, at=NOW - timedelta(days=369))
    world.histories[OLD_WOMAN] = History(WOMAN, (earlier,))
    window = QWidget()
    window.resize(1352, 806)
    qtbot.addWidget(window)
    screen = IntakeScreen(world.calls(), InlineJobs(window), window)
    QVBoxLayout(window).addWidget(screen)
    moves = screen.presenter.moves
    bind(window, {"primary": screen.primary, "lane.same_item": moves.again, "lane.hold": moves.hold})
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Hand(world, screen)
    window.close()


def committed(hand: Hand) -> None:
    assert [form.applicant.name for form in hand.world.submitted] == ["张某某"]
    assert isinstance(hand.screen.presenter.submission.last, Committed)
    assert hand.screen.view.idle.isVisible(), "the desk is free for the next citizen"


def test_item_first_takes_eight_keys(hand: Hand) -> None:
    hand.find_item()
    hand.scan()
    hand.press(Qt.Key.Key_F4)
    hand.press(Qt.Key.Key_Return, CTRL)
    committed(hand)
    assert hand.keys == 8


def test_person_first_takes_five_keys(hand: Hand) -> None:
    hand.pick_item_of_citizen()
    hand.press(Qt.Key.Key_F4)
    hand.press(Qt.Key.Key_Return, CTRL)
    committed(hand)
    assert hand.keys == 5


def test_without_a_reader_the_number_moves_on_by_itself(hand: Hand) -> None:
    hand.find_item()
    hand.type_id()
    hand.press(Qt.Key.Key_F4)
    hand.press(Qt.Key.Key_Return, CTRL)
    committed(hand)
    assert hand.keys == 8


def test_one_tolerable_gap_takes_ten_keys(hand: Hand) -> None:
    hand.find_item()
    hand.scan()
    hand.press(Qt.Key.Key_F4)
    hand.type("2r")
    hand.press(Qt.Key.Key_Return, CTRL)
    committed(hand)
    assert hand.world.submitted[0].promise_by is not None
    assert hand.keys == 10


def test_the_same_item_for_the_next_person_takes_five_keys(hand: Hand) -> None:
    hand.screen.presenter.moves.start("1-19")
    hand.press(Qt.Key.Key_H, CTRL)
    hand.keys = 0
    hand.press(Qt.Key.Key_R, CTRL)
    hand.scan()
    hand.press(Qt.Key.Key_F4)
    hand.press(Qt.Key.Key_Return, CTRL)
    committed(hand)
    assert hand.keys == 5


def test_ctrl_enter_in_a_number_that_does_not_hold_goes_back_to_it(hand: Hand) -> None:
    hand.find_item()
    hand.type(OLD_WOMAN[:17])
    hand.press(Qt.Key.Key_F4)
    hand.press(Qt.Key.Key_Return, CTRL)
    assert hand.world.submitted == []
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.objectName() == "id_number"
    assert hand.screen.view.boxes.fields["id_number"].problem.text() == "还差 1 位"
