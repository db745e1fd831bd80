"""Painted lines lie below one another at every width, also when the scroll bar takes some of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.ui.screens.cases.page.lines import Line, LineList
from desk_app.ui.theme.dress import BARE, put_on
from desk_app.ui.theme.look import Scheme, look
from desk_app.ui.theme.sheet import sheet

LINES = (
    Line("承诺时限：5 个工作日，2026-11-17 周二到期", "当天不算", heading=True),
    *(Line(f"2026-11-{day} 周二", tag="第 1 天") for day in range(10, 20)),
)


def gap_below_the_first(lines: LineList) -> int:
    """Less than nothing when the second line lies over the first. Qt lays lines anew a moment later."""
    first, second = (lines.visualRect(lines.lines.index(at, 0)) for at in (0, 1))
    return second.top() - first.bottom() - 1


@pytest.fixture(params=[None, False, True], ids=["bare", "everyday", "large"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QApplication]:
    """Without our sheet and with it, at both sizes: its scroll bar is not as wide as the style's."""
    before = qapp.styleSheet()
    put_on(qapp, BARE if request.param is None else sheet(look(Scheme.LIGHT, request.param)))
    yield qapp
    put_on(qapp, before)


def test_no_line_is_painted_over_another(qtbot: QtBot, dressed: QApplication) -> None:
    lines = LineList("时限")
    qtbot.addWidget(lines)
    lines.show()
    for width in range(200, 420, 4):
        lines.show_lines(())
        lines.resize(width, 95)
        dressed.processEvents()
        lines.show_lines(LINES)
        qtbot.waitUntil(lambda: gap_below_the_first(lines) == 0)
