"""Hands on the keyboard of the real window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desk_app import driving
from desk_app.app import Running
from desk_app.driving import Driver, TooSlow

pytestmark = pytest.mark.qt_log_ignore(
    r"This plugin does not support (?:propagateSizeHints|raise)\(\)", extend=True
)


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    """At the first run of a bare computer."""
    now = datetime(2026, 11, 24, 2, tzinfo=UTC)
    running = Running(tmp_path / "profile", now=lambda: now, random=os.urandom)
    driver = Driver(running, pause=0)
    running.show()
    running.window.activateWindow()
    driver.wait_until(lambda: QApplication.focusWidget() is not None, "the first page is there")
    yield driver
    running.close()
    QApplication.processEvents()


def line_at_hand(hands: Driver) -> QLineEdit:
    while not isinstance(hands.focus, QLineEdit):
        hands.press("Tab")
    return hands.focus


def test_keys_are_counted_and_a_chord_counts_as_two(hands: Driver) -> None:
    line_at_hand(hands)
    hands.keys = 0
    hands.type("ab")
    hands.press("Tab", "Ctrl+K", "Ctrl+Shift+Tab")
    assert hands.keys == 2 + 1 + 2 + 3


def test_what_no_keyboard_has_comes_from_an_input_method(hands: Driver, qapp: QApplication) -> None:
    line = line_at_hand(hands)
    line.clear()
    hands.keys = 0
    hands.type("示例a𠮷")
    assert line.text() == "示例a𠮷"
    assert hands.keys == 1
    note = QPlainTextEdit(hands.running.window)
    note.show()
    note.setFocus()
    hands.compose("记一笔")
    assert note.toPlainText() == "记一笔"


def test_a_scan_comes_at_once_and_counts_no_key(hands: Driver) -> None:
    line = line_at_hand(hands)
    line.clear()
    hands.keys = 0
    scanned: list[str] = []
    line.textChanged.connect(scanned.append)
    hands.scan("12345678")
    assert "12345678" in scanned
    assert hands.keys == 0


def test_a_key_without_a_name_and_a_window_without_the_keyboard_are_told(hands: Driver) -> None:
    with pytest.raises(KeyError):
        hands.press("Ctrl+Nothing")
    hands.running.window.hide()
    hands.running.window.clearFocus()
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    with pytest.raises(TooSlow, match="keyboard"):
        hands.press("Tab")


def test_patience_ends_with_the_name_of_what_did_not_come(
    hands: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driving, "PATIENCE_MS", 60)
    with pytest.raises(TooSlow, match="the moon"):
        hands.wait_until(lambda: False, "the moon")


def test_a_picture_is_taken_when_the_page_rests(hands: Driver, tmp_path: Path) -> None:
    file = hands.picture(tmp_path / "new" / "page.png")
    assert file.read_bytes().startswith(b"\x89PNG")
    assert hands.running.jobs.idle()
