"""What holds for tests that show windows."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
OFFSCREEN_ONLY = r"This plugin does not support (?:propagateSizeHints|raise)\(\)"
"""Said without a display for windows with a least size and for tooltips; real platforms support it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_ONLY, extend=True))
