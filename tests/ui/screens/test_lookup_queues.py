"""The queues of the home page: counts, keys, and how they fold; a number is never what was not found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.calls import Day, QueueRow
from desk_app.ui.screens.lookup.places import names_no_item
from desk_app.ui.screens.lookup.queues_view import QueueStrip
from desk_app.ui.theme.marks import LampShape

ROWS = tuple(
    QueueRow(f"queue{n}", f"队列{n}", n % 3, LampShape.OVERDUE if n == 5 else None) for n in range(1, 10)
)


@pytest.fixture
def strip(qtbot: QtBot) -> QueueStrip:
    made = QueueStrip()
    qtbot.addWidget(made)
    made.show_queues(ROWS)
    made.resize(1300, 120)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(strip: QueueStrip) -> int:
    return len({tile.y() for tile in strip.tiles})


def test_each_says_its_count_and_its_key_and_opens(strip: QueueStrip) -> None:
    asked: list[str] = []
    strip.chosen.connect(asked.append)
    assert strip.tiles[4].accessibleName() == "队列5，2 件，Ctrl+Shift+5"
    strip.tiles[4].click()
    strip.tiles[0].setFocus()
    QTest.keyClick(strip.tiles[0], Qt.Key.Key_Space)
    assert asked == ["queue5", "queue1"]
    before = strip.tiles
    strip.show_queues([*ROWS[:-1], QueueRow("queue9", "队列9", 7)])
    assert strip.tiles is before
    assert strip.tiles[8].accessibleName().startswith("队列9，7 件")
    assert not strip.grab().isNull()


def test_they_fold_where_it_is_narrow(qtbot: QtBot, strip: QueueStrip) -> None:
    assert rows(strip) == 1
    strip.resize(700, 300)
    qtbot.waitUntil(lambda: rows(strip) == 2)
    strip.show_queues(())
    assert strip.isHidden()


@pytest.mark.parametrize(
    "text",
    ["11010519491231002X", "371073-3-26310-004-54", "138 0000 0000", "26", "#低保", "@张某某", ">锁屏"],
)
def test_a_number_names_no_item(text: str) -> None:
    assert names_no_item(text)


@pytest.mark.parametrize("text", ["老年证", "gljt", "80周岁", "12345热线", ""])
def test_words_may(text: str) -> None:
    assert not names_no_item(text)


def test_minutes_and_seconds() -> None:
    assert [words.duration(seconds) for seconds in (40, 60, 250)] == ["40 秒", "1 分", "4 分 10 秒"]
    assert Day().shift_open is None
