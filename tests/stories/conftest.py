"""A fresh desk for each story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.stories.counter import Clock, Counter, copy_of, make_counter

HERE = Path(__file__).parent
OFFSCREEN_ONLY = r"This plugin does not support (?:propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)"
"""Said without a display for windows with a least size, tooltips and menus; real platforms support it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_ONLY, extend=True))


@pytest.fixture(scope="session")
def made_counter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_counter(tmp_path_factory.mktemp("made") / "profile").path


@pytest.fixture
def counter(made_counter: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(copy_of(made_counter, tmp_path / "profile"), Clock())
    yield desk
    desk.close()
