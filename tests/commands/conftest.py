from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.console import Console


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Console:
    return Console(tmp_path, monkeypatch)
