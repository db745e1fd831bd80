"""The first paint needs little: what it must not load, checked in a fresh interpreter."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = (
    "sqlalchemy",
    "sqlite3",
    "reportlab",
    "pypinyin",
    "openpyxl",
    "alembic",
    "httpx",
    "qtawesome",
    "stdnum",
    "rapidfuzz",
)


def test_the_window_loads_nothing_heavy_and_no_rule_of_the_domain() -> None:
    code = "import json, sys, desk_app.ui.main_window; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(run.stdout))
    assert not loaded & set(HEAVY)
    assert not [name for name in loaded if name.startswith("desk_app.domain.")]
    assert "desk_app.ui.shell.results" not in loaded  # comes with the first results
    assert "desk_app.ui.shell.overlay" not in loaded
