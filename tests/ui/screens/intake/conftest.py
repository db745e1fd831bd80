"""A desk of callables over dictionaries, and the page on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.intake.screen import IntakeScreen
from tests.ui.screens.intake.world import Desk, World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    """What presenters belong to: their timers end with it."""
    holder = QObject()
    yield holder
    Shiboken.delete(holder)


@pytest.fixture
def desk(world: World, owner: QObject) -> Desk:
    return Desk(world, owner)


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    """A window."""
    window = QWidget()
    window.resize(1352, 806)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.fixture
def screen(world: World, host: QWidget, qtbot: QtBot) -> IntakeScreen:
    """The page, in front."""
    page = IntakeScreen(world.calls(), InlineJobs(host), host)
    layout = host.layout()
    assert layout is not None
    layout.addWidget(page)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    return page
