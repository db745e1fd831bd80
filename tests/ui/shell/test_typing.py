"""Scans and stray typing, by synthetic keys and a clock that the test moves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from desk_app.domain.scans import ScanMarks
from desk_app.ui.shell.typing import TAKES_LETTERS
from tests.ui.shell.shell_world import World

CODE = "11010519491231002X"
FAST, SLOW = 0.005, 0.2


def test_letters_outside_an_input_go_to_the_box(world: World) -> None:
    world.type("gl", SLOW)
    assert world.box.text() == "gl"
    assert world.box.hasFocus()


def test_space_and_commands_stay_where_they_are(world: World) -> None:
    world.press(Qt.Key.Key_Space)
    world.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    world.press(Qt.Key.Key_Shift)
    assert world.box.text() == ""
    assert world.page.button.hasFocus()


def test_where_letters_mean_something_they_stay(world: World) -> None:
    world.page.button.setProperty(TAKES_LETTERS, True)
    world.type("Y", SLOW)
    assert world.box.text() == ""


def test_typing_in_a_field_is_text_and_in_a_read_only_one_a_search(world: World) -> None:
    world.page.field.setFocus()
    world.type("ab", SLOW)
    assert world.page.field.text() == "ab"
    world.page.field.setReadOnly(True)
    world.type("c", SLOW)
    assert world.page.field.text() == "ab"
    assert world.box.text() == "c"


def test_a_scan_is_caught_on_a_button_and_the_box_stays_empty(world: World) -> None:
    world.type(CODE, FAST)
    world.press(Qt.Key.Key_Return)
    assert world.scans == [CODE]
    assert world.box.text() == ""
    assert world.page.button.hasFocus()


def test_a_scan_restores_the_field_it_fell_into(world: World) -> None:
    field = world.page.field
    heard: list[str] = []
    field.setFocus()
    world.type("138", SLOW)
    field.setSelection(1, 2)
    field.textEdited.connect(heard.append)
    world.type(CODE, FAST)
    world.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert world.scans == [CODE]
    assert field.text() == "138"
    assert field.selectedText() == "38"
    assert heard[-1] == "138"
    assert field.hasFocus()


def test_a_scan_restores_a_note_and_its_cursor(world: World) -> None:
    note = world.page.note
    note.setPlainText("行动不便")
    note.setFocus()
    world.type(CODE, FAST)
    world.press(Qt.Key.Key_Return)
    assert world.scans == [CODE]
    assert note.toPlainText() == "行动不便"
    assert note.textCursor().position() == 0


def test_a_field_that_hands_the_keyboard_on_in_mid_scan_is_restored_too(world: World) -> None:
    first, second = world.page.field, world.page.note
    first.textEdited.connect(lambda text: second.setFocus() if len(text) == 10 else None)
    first.setFocus()
    world.type(CODE, FAST)
    world.press(Qt.Key.Key_Return)
    assert world.scans == [CODE]
    assert first.text() == ""
    assert second.toPlainText() == ""
    assert first.hasFocus()


def test_a_person_is_no_scanner(world: World) -> None:
    world.page.field.setFocus()
    world.type(CODE, 0.1)
    world.press(Qt.Key.Key_Return)
    assert world.scans == []
    assert world.page.field.text() == CODE


def test_an_arrow_in_between_is_a_person(world: World) -> None:
    world.page.field.setFocus()
    world.type(CODE[:9], FAST)
    world.press(Qt.Key.Key_Left)
    world.type(CODE[9:], FAST)
    world.press(Qt.Key.Key_Return)
    assert world.scans in ([], [CODE[9:]])


def test_while_characters_are_composed_no_key_is_a_command(world: World) -> None:
    field = world.page.field
    field.setFocus()
    QCoreApplication.sendEvent(field, QInputMethodEvent("zhang", []))
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QCoreApplication.sendEvent(field, event)
    assert event.isAccepted()
    done = QInputMethodEvent()
    done.setCommitString("张")
    QCoreApplication.sendEvent(field, done)
    event.ignore()
    QCoreApplication.sendEvent(field, event)
    assert not event.isAccepted()
    assert field.text() == "张"


def test_a_covered_window_catches_nothing(world: World) -> None:
    world.window.frame.hide()
    focus = QApplication.focusWidget()
    world.type("a", SLOW)
    assert world.box.text() == ""
    assert focus is not world.box


def test_a_widget_that_goes_away_is_let_go(world: World) -> None:
    world.page.button.setFocus()
    world.page.button.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    world.page.field.setFocus()
    world.type("x", SLOW)
    assert world.page.field.text() == "x"


def test_a_scanner_may_close_with_tab_and_mark_what_it_reads(world: World) -> None:
    world.window.scan_marks = ScanMarks(prefix="#", tab_ends=True)
    world.type("#" + CODE, FAST)
    world.press(Qt.Key.Key_Tab)
    assert world.scans == [CODE]
    world.window.scan_marks = ScanMarks()
    world.type(CODE, FAST)
    world.press(Qt.Key.Key_Tab)
    assert world.scans == [CODE]
