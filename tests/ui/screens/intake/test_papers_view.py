"""The paper list by keys and mouse, and what the outcome panel says of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desk_app.domain.cases import MaterialState
from desk_app.ui.screens.intake.materials.delegate import SWITCH
from desk_app.ui.screens.intake.materials.view import row_sentence
from desk_app.ui.screens.intake.screen import IntakeScreen
from desk_app.ui.shell.typing import TAKES_LETTERS
from tests.ui.screens.intake.page import focused, write
from tests.ui.screens.intake.world import World


def test_the_rows_are_a_sound_model_and_read_like_a_sentence(screen: IntakeScreen) -> None:
    rows = screen.view.papers.list.rows
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, screen)
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.mark(3, MaterialState.MISSING)
    screen.presenter.chose("acting", "proxy")
    screen.presenter.chose("acting", "self")
    assert rows.rowCount() == 7
    third = rows.row_at(2)
    assert third is not None
    assert row_sentence(third) == "第 3 项，社会保障卡或银行卡，必要，复印件 1 份，发放账户，缺，未带"
    assert rows.data(rows.index(2), Qt.ItemDataRole.DisplayRole) == "社会保障卡或银行卡"
    assert rows.data(rows.index(2), Qt.ItemDataRole.AccessibleTextRole) == row_sentence(third)
    assert rows.data(rows.index(2), Qt.ItemDataRole.DecorationRole) is None
    assert rows.data(rows.index(99)) is None
    assert rows.row_at(99) is None
    sentences = [row_sentence(row) for at in range(7) if (row := rows.row_at(at))]
    assert sentences[5] == "第 7 项，养老金领取情况，窗口核验，免交"
    assert sentences[6] == "第 8 项，残疾人证，符合时，复印件 1 份，还没看"


def test_digits_choose_a_row_and_letters_set_it(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    rows = screen.view.papers.list
    assert rows.property(TAKES_LETTERS)
    assert rows.current_row() is not None
    for keys, number, state in (
        ("1y", 1, MaterialState.ORIGINAL),
        ("2F", 2, MaterialState.COPY),
        ("3d", 3, MaterialState.E_LICENCE),
        ("5r", 5, MaterialState.DEFERRED),
        ("4q", 4, MaterialState.MISSING),
    ):
        QTest.keyClicks(rows, keys)
        row = rows.current_row()
        assert row is not None
        assert (row.material.number, row.state) == (number, state)
    QTest.keyClicks(rows, "q")
    QTest.keyClicks(rows, "9")
    row = rows.current_row()
    assert row is not None
    assert row.state is MaterialState.MISSING, "the same key again changes nothing"
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    row = rows.current_row()
    assert row is not None
    assert row.state is None
    QTest.keyClick(rows, Qt.Key.Key_Up)
    row = rows.current_row()
    assert row is not None
    assert row.material.number == 3
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert focused() == "remark"


def test_letters_without_rows_do_nothing(world: World, screen: IntakeScreen) -> None:
    bare = world.items["1-19"]
    world.items["1-19"] = replace(bare, item=replace(bare.item, materials=()))
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    QTest.keyClicks(screen.view.papers.list, "y1")
    assert screen.view.papers.list.current_row() is None
    assert not screen.view.papers.take_all.isEnabled()


def test_the_mouse_sets_the_switch_and_grey_parts_do_nothing(screen: IntakeScreen, qtbot: QtBot) -> None:
    screen.presenter.moves.start("1-19")
    rows = screen.view.papers.list
    delegate = rows.itemDelegate()
    row = rows.rows.row_at(3)
    assert row is not None
    place = rows.visualRect(rows.rows.index(3))

    def spot(state: MaterialState) -> QPoint:
        for x in range(place.left(), place.right(), 3):
            if delegate.part_at(row, place, x, place.bottom() - 20) is state:  # type: ignore[attr-defined]
                return QPoint(x + 4, place.bottom() - 20)
        raise AssertionError(state)

    assert [spot(state) for state in SWITCH]
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(rows.viewport(), left, pos=spot(MaterialState.COPY))
    after = rows.rows.row_at(3)
    assert after is not None
    assert after.state is None
    QTest.mouseClick(rows.viewport(), left, pos=spot(MaterialState.MISSING))
    after = rows.rows.row_at(3)
    assert after is not None
    assert after.state is MaterialState.MISSING
    QTest.mouseClick(rows.viewport(), left, pos=QPoint(5, place.top() + 3))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=spot(MaterialState.ORIGINAL))
    exempt = rows.visualRect(rows.rows.index(5))
    QTest.mouseClick(rows.viewport(), left, pos=QPoint(60, exempt.bottom() - 20))
    assert len(screen.presenter.session.lanes.all[0].form.marks) == 1


def test_a_gap_asks_for_its_reason(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    QTest.keyClicks(screen.view.papers.list, "3q")
    reason = screen.view.papers.reason
    assert reason.isVisible()
    assert reason.label.text() == "第 3 项为什么缺"
    reason.line.setFocus()
    write(reason.line, "卡已过期")
    row = screen.view.papers.list.current_row()
    assert row is not None
    assert row.reason == "卡已过期"
    QTest.keyClick(reason.line, Qt.Key.Key_Return)
    assert focused() == "materials"
    QTest.keyClicks(screen.view.papers.list, "1y")
    assert reason.isHidden()


def test_counts_say_what_is_here_and_what_is_not(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    tag = screen.view.papers._count
    assert tag.text == "0 / 5"
    screen.presenter.take_all()
    assert tag.text == "5 / 5 已到位"
    screen.presenter.mark(2, MaterialState.DEFERRED)
    assert tag.text == "4 / 5，容缺 1"
    screen.presenter.mark(3, MaterialState.MISSING)
    assert tag.text == "3 / 5，缺 1"


def test_the_row_in_question_stays_in_sight_when_its_reason_opens(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.resize(screen.width(), 560)
    screen.view.focus("materials", 0)
    rows = screen.view.papers.list
    last = rows.rows.rowCount() - 1
    rows.go_to(rows.rows.row_at(last).material.number)  # type: ignore[union-attr]  # the row is there
    rows.setMinimumHeight(0)
    rows.resize(rows.width(), rows.sizeHintForRow(0) + 20)
    place = rows.visualRect(rows.rows.index(last))
    assert place.bottom() <= rows.viewport().height()
    assert place.top() >= 0
