from __future__ import annotations

from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.shortcuts import SHORTCUTS, Context, Shortcut, bind, bind_numbered, in_context, shortcut
from desk_app.ui.words import context_word, shortcut_word


@pytest.mark.parametrize("context", [each for each in Context if each is not Context.GLOBAL])
def test_no_key_stands_twice_where_both_work(context: Context) -> None:
    bindings = [*in_context(Context.GLOBAL), *in_context(context)]
    actions = list(chain.from_iterable(each.keys for each in bindings if not each.by_view))
    assert len(actions) == len(set(actions))


def test_ids_are_unique_and_every_key_has_a_word_and_a_place() -> None:
    assert len({each.id for each in SHORTCUTS}) == len(SHORTCUTS)
    for each in SHORTCUTS:
        assert shortcut_word(each.id)
        assert context_word(each.context)
        assert each.cap_texts


@pytest.mark.parametrize("each", SHORTCUTS, ids=lambda each: each.id)
def test_qt_understands_every_key(each: Shortcut) -> None:
    for key in each.keys:
        sequence = QKeySequence(key)
        assert sequence.count() == 1
        assert "Unknown" not in sequence.toString()


def test_single_letters_belong_to_lists_of_papers_alone() -> None:
    single = [each for each in SHORTCUTS for key in each.keys if len(key) == 1]
    assert {each.context for each in single} == {Context.MATERIALS, Context.PICTURES}
    assert all(each.by_view for each in single)


def test_caps_read_like_the_keyboard() -> None:
    assert shortcut("primary").cap_texts == ("Ctrl", "Enter")
    assert shortcut("primary").key_text == "Ctrl+Enter"
    assert shortcut("lookup.move").cap_texts == ("↑↓",)
    assert shortcut("go.settings").cap_texts == ("Ctrl", ",")


def test_keys_work_while_their_page_is_shown_and_rest_when_it_is_not(qtbot: QtBot) -> None:
    window, page = QWidget(), QWidget()
    box = QVBoxLayout(window)
    box.addWidget(page)
    button = QPushButton()
    box.addWidget(button)
    qtbot.addWidget(window)
    pressed: list[object] = []
    actions = bind(page, {"intake.take_all": lambda: pressed.append("F4")})
    bind_numbered(page, "intake.pick", pressed.append)
    assert actions["intake.take_all"].objectName() == "intake.take_all"
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_F4)
    QTest.keyClick(button, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert pressed == ["F4", 3]
    page.hide()
    QTest.keyClick(button, Qt.Key.Key_F4)
    assert pressed == ["F4", 3]
