from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desk_app.ui.shell.command_bar import CommandBar
from desk_app.ui.shell.lanes_bar import HeldTab, LanesBar
from desk_app.ui.shell.results import ResultKind, ResultLine, ResultModel
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.marks import LampShape
from tests.ui.shell.shell_world import World

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LINES = (
    ResultLine(ResultKind.SECTION, "人员", right="校验位正确"),
    ResultLine(ResultKind.CARD, "张某某", "person", "371073********002X"),
    ResultLine(ResultKind.SECTION, "为张某某做"),
    ResultLine(ResultKind.ROW, "收件：高龄津贴", "act-1", icon="note-pencil", number=1, spans=((3, 2),)),
    ResultLine(
        ResultKind.ROW,
        "370000-1-26329-001-42",
        "case",
        "《山东省老年优待证》办理",
        "剩 1 天",
        lamp=LampShape.SOON,
        right_tone=Tone.AMBER,
        number=2,
    ),
)


def _bar(world: World) -> CommandBar:
    world.window.frame.bar.focus_box()
    return world.window.frame.bar


def test_the_results_keep_qts_contract(qtbot: QtBot) -> None:
    model = ResultModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines(LINES)
    model.show_lines(LINES[:2])
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "张某某，371073********002X"
    del tester


def test_the_first_result_is_selected_and_enter_takes_it(world: World) -> None:
    bar, taken = _bar(world), list[str]()
    bar.result_taken.connect(taken.append)
    world.type("zms", 0.3)
    bar.show_results(LINES)
    world.window.grab()
    assert bar.results.popup.isVisible()
    assert world.box.hasFocus()
    world.press(Qt.Key.Key_Return)
    assert taken == ["person"]
    assert not bar.results_shown
    assert bar.text() == ""


def test_arrows_skip_the_sections_and_stop_at_the_ends(world: World) -> None:
    bar, taken = _bar(world), list[str]()
    bar.result_taken.connect(taken.append)
    bar.show_results(LINES)
    world.press(Qt.Key.Key_Down)
    world.press(Qt.Key.Key_Down)
    world.press(Qt.Key.Key_Down)
    world.press(Qt.Key.Key_Up)
    world.press(Qt.Key.Key_Return)
    assert taken == ["act-1"]


def test_alt_and_a_number_take_while_the_list_is_open(world: World) -> None:
    bar, taken = _bar(world), list[str]()
    bar.result_taken.connect(taken.append)
    world.press(Qt.Key.Key_2, ALT)
    bar.show_results(LINES)
    world.press(Qt.Key.Key_7, ALT)
    world.press(Qt.Key.Key_2, ALT)
    assert taken == ["case"]


def test_a_click_takes_a_line(world: World) -> None:
    bar, taken = _bar(world), list[str]()
    bar.result_taken.connect(taken.append)
    bar.show_results(LINES)
    view = bar.results.popup.view
    for row, expected in ((0, 0), (1, 1)):
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(taken) == expected


def test_leaving_the_box_closes_the_list_and_keeps_the_text(world: World) -> None:
    bar = _bar(world)
    world.type("zms", 0.3)
    bar.show_results(LINES)
    world.window.resize(1000, 600)
    assert bar.results.popup.geometry().right() < 1000
    world.page.field.setFocus()
    assert not bar.results_shown
    assert bar.text() == "zms"


def test_enter_without_a_list_and_lists_without_takable_lines(world: World) -> None:
    bar, heard = _bar(world), list[str]()
    bar.submitted.connect(heard.append)
    world.type("x", 0.3)
    world.press(Qt.Key.Key_Return)
    bar.show_results(LINES[:1])
    world.press(Qt.Key.Key_Down)
    world.press(Qt.Key.Key_Return)
    assert heard == ["x", "x"]


def test_full_width_input_becomes_plain(world: World) -> None:
    bar, heard = _bar(world), list[str]()
    bar.edited.connect(heard.append)
    composed = QInputMethodEvent()
    composed.setCommitString("\uff11\uff13\uff18\u3000\uff21")
    QCoreApplication.sendEvent(world.box, composed)
    assert bar.text() == "138 A"
    assert heard[-1] == "138 A"


def test_the_input_method_is_off_until_asked_for(world: World) -> None:
    _bar(world)
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not world.box.testAttribute(enabled)
    world.press(Qt.Key.Key_Space, CTRL)
    assert world.box.testAttribute(enabled)
    world.press(Qt.Key.Key_Space, CTRL)
    assert not world.box.testAttribute(enabled)


def test_chips_say_state_and_identity(world: World) -> None:
    bar = _bar(world)
    bar.status.set_state("本机", Tone.GREEN, "desktop")
    bar.status.show()
    bar.identity.set_identity("03", "03 号窗口", "综合受理")
    assert bar.status.accessibleName() == "本机"
    assert bar.identity.accessibleName() == "03 号窗口 综合受理"
    wide = bar.identity.sizeHint().width()
    world.window.resize(900, 500)
    QApplication.processEvents()
    assert bar.identity.sizeHint().width() < wide
    world.window.grab()
    bar.identity.set_identity("", "", "")
    assert bar.identity.isHidden()


def test_lanes_are_tabs_and_the_sixth_cannot_be_begun(qtbot: QtBot) -> None:
    bar, heard = LanesBar("新办"), list[str]()
    qtbot.addWidget(bar)
    bar.chosen.connect(heard.append)
    bar.new_requested.connect(lambda: heard.append("new"))
    tabs = [HeldTab(str(n), "张*明", "高龄津贴", "挂起 12 分" if n else "", current=not n) for n in range(5)]
    bar.show_tabs(tabs[:2])
    bar.resize(900, 40)
    bar.show()
    bar.grab()
    buttons = [each for each in bar.findChildren(QAbstractButton) if not each.isHidden()]
    assert [each.accessibleName() for each in buttons] == [
        "新办",
        "张*明 高龄津贴",
        "张*明 高龄津贴　挂起 12 分",
    ]
    for each in buttons:
        each.click()
    assert heard == ["new", "0", "1"]
    bar.show_tabs(tabs)
    bar.resize(260, 40)
    bar.grab()
    assert all(each.isHidden() for each in bar.findChildren(QAbstractButton) if each.text() == "新办")
