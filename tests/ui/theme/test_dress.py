"""A sheet goes on and comes off whole, and nothing is collected while Qt walks its widgets."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk_app.ui.theme.dress import BARE, put_on
from desk_app.ui.theme.look import Scheme, look
from desk_app.ui.theme.sheet import sheet


class Watcher(QLabel):
    """Notes whether the collector could run when Qt tells of another style."""

    def __init__(self) -> None:
        super().__init__("张某某")
        self.seen: list[bool] = []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.seen.append(gc.isenabled())


@pytest.fixture
def resting() -> Iterator[None]:
    """The collector rests, as it does until the first page stands."""
    gc.disable()
    yield
    gc.enable()


def test_a_sheet_replaces_another_and_comes_off(qapp: QApplication, qtbot: QtBot) -> None:
    label = Watcher()
    qtbot.addWidget(label)
    label.show()
    light, dark = sheet(look(Scheme.LIGHT)), sheet(look(Scheme.DARK))
    for worn in (light, dark, BARE, light):
        put_on(qapp, worn)
        assert qapp.styleSheet() == worn
    put_on(qapp, BARE)
    assert label.seen
    assert not any(label.seen)
    assert gc.isenabled()


@pytest.mark.usefixtures("resting")
def test_a_collector_that_rested_goes_on_resting(qapp: QApplication) -> None:
    put_on(qapp, sheet(look(Scheme.LIGHT)))
    put_on(qapp, BARE)
    assert not gc.isenabled()
