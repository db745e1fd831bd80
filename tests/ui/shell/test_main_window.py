from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.shell.frame import Frame
from desk_app.ui.theme.look import Scheme, Tone, WidthClass
from desk_app.ui.widgets.banner import NextAct
from tests.ui.shell.shell_world import AnsweringPage, World

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _frame(world: World) -> Frame:
    return world.window.frame


def test_pages_are_built_on_the_first_visit(world: World) -> None:
    assert _frame(world).pages.count() == 1
    world.press(Qt.Key.Key_1, CTRL)
    assert _frame(world).pages.count() == 2
    assert world.page.name == "查询"
    assert "查询" in world.window.windowTitle()
    world.press(Qt.Key.Key_Comma, CTRL)
    assert world.page.name == "设置"
    world.press(Qt.Key.Key_1, CTRL)
    assert _frame(world).pages.count() == 3


def test_the_rail_goes_where_it_says(world: World) -> None:
    button = next(
        child for child in _frame(world).rail.findChildren(QWidget) if child.accessibleName() == "查询"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert world.page.name == "查询"
    _frame(world).rail.set_badge("lookup", 3)
    assert button.accessibleName() == "查询 3"


def test_one_primary_button_one_key(world: World) -> None:
    world.press(Qt.Key.Key_Return, CTRL)
    world.press(Qt.Key.Key_Enter, CTRL)
    assert world.page.done.count("primary") == 2


def test_a_page_that_answers_the_box_is_asked(world: World) -> None:
    world.press(Qt.Key.Key_1, CTRL)
    page = world.page
    assert isinstance(page, AnsweringPage)
    page.done.clear()
    world.press(Qt.Key.Key_K, CTRL)
    world.type("gl", 0.3)
    world.press(Qt.Key.Key_Down)
    world.press(Qt.Key.Key_PageUp)
    world.press(Qt.Key.Key_Return)
    world.press(Qt.Key.Key_Escape)
    world.press(Qt.Key.Key_Escape)
    searched: list[object] = [("query", "g"), ("query", "gl"), ("move", 1), ("move", -8), "take"]
    assert page.done == [*searched, ("query", ""), "back"]
    assert page.button.hasFocus()


def test_other_pages_are_not(world: World) -> None:
    world.press(Qt.Key.Key_K, CTRL)
    world.type("g", 0.3)
    world.press(Qt.Key.Key_Return)
    world.press(Qt.Key.Key_F5)
    assert [done for done in world.page.done if done not in list(WidthClass)] == []


def test_f5_refreshes_and_f1_guides_where_a_page_can(world: World) -> None:
    world.press(Qt.Key.Key_1, CTRL)
    world.press(Qt.Key.Key_F5)
    world.press(Qt.Key.Key_F1)
    assert world.page.done[-2:] == ["refresh", "guide"]


def test_f1_elsewhere_shows_every_key_and_gives_the_keyboard_back(world: World) -> None:
    world.page.field.setFocus()
    world.press(Qt.Key.Key_F1)
    overlay = QApplication.focusWidget()
    assert overlay is not None
    texts = {label.text() for label in overlay.findChildren(QLabel)}
    assert {"全部收齐", "挂起", "哪儿都能用"} <= texts
    assert not _frame(world).isEnabled()
    world.press(Qt.Key.Key_F4)  # nothing below is reached
    world.press(Qt.Key.Key_Escape)
    assert _frame(world).isEnabled()
    assert world.page.field.hasFocus()


def test_a_second_press_closes_the_overlay(world: World) -> None:
    world.window.show_keys()
    world.window.resize(1000, 700)
    world.window.show_keys()
    assert _frame(world).isEnabled()


def test_wishes_of_the_frame(world: World) -> None:
    heard: list[object] = []
    window = world.window
    window.lane_new_requested.connect(lambda: heard.append("new"))
    window.lane_hold_requested.connect(lambda: heard.append("hold"))
    window.lane_step_requested.connect(heard.append)
    window.same_item_requested.connect(lambda: heard.append("same"))
    window.withdraw_requested.connect(lambda: heard.append("withdraw"))
    window.lock_requested.connect(lambda: heard.append("lock"))
    for key in (Qt.Key.Key_T, Qt.Key.Key_H, Qt.Key.Key_Tab, Qt.Key.Key_R, Qt.Key.Key_Z, Qt.Key.Key_L):
        world.press(key, CTRL)
    world.press(Qt.Key.Key_Backtab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert heard == ["new", "hold", 1, "same", "withdraw", "lock", -1]


def test_undo_in_an_empty_box_is_the_windows_and_in_a_full_one_its_own(world: World) -> None:
    heard: list[str] = []
    world.window.withdraw_requested.connect(lambda: heard.append("withdraw"))
    world.press(Qt.Key.Key_K, CTRL)
    world.press(Qt.Key.Key_Z, CTRL)
    assert heard == ["withdraw"]
    world.type("g", 0.3)
    world.press(Qt.Key.Key_Z, CTRL)
    assert heard == ["withdraw"]
    assert world.box.text() == ""


def test_looks_switch_at_once_and_the_page_lays_out_anew(world: World) -> None:
    world.page.done.clear()
    world.press(Qt.Key.Key_D, ALT)
    assert world.switch.look.large
    assert world.page.done == [WidthClass.NARROW]
    assert _frame(world).rail.width() == 108
    world.press(Qt.Key.Key_G, ALT)
    assert world.switch.look.scheme is Scheme.HIGH_CONTRAST
    world.press(Qt.Key.Key_G, ALT)
    world.press(Qt.Key.Key_D, ALT)


def test_narrow_windows_fold(world: World, qtbot: QtBot) -> None:
    world.window.resize(900, 500)
    qtbot.waitUntil(lambda: world.page.done[-1] is WidthClass.COMPACT)
    assert _frame(world).rail.width() == 64
    assert _frame(world).hints.isHidden()
    assert world.window.frame.bar.box.width() == 280
    world.window.resize(1440, 900)
    qtbot.waitUntil(lambda: world.page.done[-1] is WidthClass.WIDE)
    assert not _frame(world).hints.isHidden()


def test_a_cover_hides_everything_and_its_keys(world: World) -> None:
    heard: list[str] = []
    world.window.lock_requested.connect(lambda: heard.append("lock"))
    _frame(world).toast.show_for_a_while(Tone.GREEN, "已受理")
    world.window.cover(page := QLabel("锁屏"))
    assert not _frame(world).isVisible()
    assert not _frame(world).toast.isVisible()
    world.press(Qt.Key.Key_L, CTRL)
    world.press(Qt.Key.Key_Escape)
    assert heard == []
    world.press(Qt.Key.Key_D, ALT)  # looks can still be switched
    assert world.switch.look.large
    world.press(Qt.Key.Key_D, ALT)
    world.window.cover(None)
    assert world.page.isVisible()
    assert page.parent() is None or not page.isVisible()


def test_hints_and_clock(world: World) -> None:
    hints = _frame(world).hints
    assert hints.accessibleName() == "Tab 下一处，F4 全部收齐，Ctrl+Enter 办理"
    assert hints.clock_text == "示例镇便民服务中心 · 2026-11-24 周二 10:42"
    hints.set_site("")
    assert hints.clock_text == "2026-11-24 周二 10:42"


def test_a_banner_pushes_the_page_and_goes(world: World) -> None:
    pressed: list[str] = []
    top = world.page.mapTo(world.window, world.page.rect().topLeft()).y()
    _frame(world).say_banner(
        Tone.RED, "凭证没打出来", "办件已经存好。", [NextAct("再打一次", lambda: pressed.append("x"))]
    )
    _frame(world).banner.buttons[0].click()
    QApplication.processEvents()
    assert pressed == ["x"]
    assert world.page.mapTo(world.window, world.page.rect().topLeft()).y() > top
    _frame(world).clear_banner()
    assert not _frame(world).banner.isVisible()


def test_a_toast_goes_with_its_act(world: World) -> None:
    pressed: list[str] = []
    toast = _frame(world).toast
    toast.show_for_a_while(
        Tone.GREEN, "已受理", acts=[NextAct("撤回", lambda: pressed.append("x"), "Ctrl+Z")]
    )
    world.window.resize(1300, 800)
    assert toast.isVisible()
    assert world.page.button.hasFocus()  # it never takes the keyboard
    toast.buttons[0].click()
    assert pressed == ["x"]
    assert not toast.isVisible()


def test_full_screen_and_closing(world: World) -> None:
    heard: list[str] = []
    world.window.closing.connect(lambda: heard.append("closing"))
    world.press(Qt.Key.Key_F11)
    assert world.window.isFullScreen()
    world.press(Qt.Key.Key_F11)
    assert not world.window.isFullScreen()
    world.window.close()
    assert heard == ["closing"]


def test_exactly_one_focus_ring(world: World) -> None:
    def rings() -> int:
        return sum(ring.isVisible() for ring in world.window.findChildren(QWidget, "focusRing"))

    world.page.button.setFocus()
    assert rings() == 1
    world.page.field.setFocus()
    assert rings() == 0  # a field shows focus as its border
    world.page.button.setFocus()
    world.page.button.resize(50, 50)
    world.page.button.hide()
    assert rings() == 0


def test_every_key_of_the_window_is_understood(world: World) -> None:
    for action in (*world.window.actions(), *_frame(world).actions()):
        assert action.shortcuts()
        assert not any(key.isEmpty() for key in action.shortcuts())
