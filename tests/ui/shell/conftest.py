from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell.shell_world import World, build


@pytest.fixture
def world(qtbot: QtBot, qapp: QApplication) -> Iterator[World]:
    made = build(qtbot, qapp)
    yield made
    made.switch.deleteLater()
