"""A start loads what it shows: checked by the modules of a fresh interpreter, never by a stopwatch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

from desk_app.db.catalogue_file import seed_catalogue
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.vault import Kdf
from desk_app.paths import resource
from desk_app.services.demo import ADMIN, PASSWORD, demo_device, demo_site
from desk_app.services.profile import Means, Setup, make_profile
from desk_app.wiring.shelf import CATALOGUE
from tests.desks import CALENDAR, NOW, steady_random

HEAVY = ("sqlalchemy", "reportlab", "pypinyin", "alembic", "openpyxl", "stdnum", "segno", "pypdfium2")
LATER = (
    "desk_app.db.store",
    "desk_app.db.vault",
    "desk_app.domain.cases",
    "desk_app.domain.case_events",
    "desk_app.domain.case_list",
    "desk_app.domain.people",
    "desk_app.services.intake",
    "desk_app.ui.screens.cases.screen",
    "desk_app.ui.screens.intake.screen",
    "desk_app.ui.screens.settings.presenter",
)
START = """
import json, os, sys
from pathlib import Path
import desk_app.__main__
desk_app.__main__.prepare_start()
from datetime import UTC, datetime
from PySide6.QtWidgets import QApplication
from desk_app.app import Running
application = QApplication(["desk-app"])
seen = {}
now = lambda: datetime(2026, 11, 24, 2, tzinfo=UTC)
desk = Running(Path(sys.argv[1]), now=now, random=os.urandom)
desk.trace(lambda word: seen.setdefault(word, sorted(sys.modules)))
desk.show()
application.exec()
desk.close()
print(json.dumps(seen))
"""


def loaded_at(profile: Path) -> dict[str, set[str]]:
    """What was loaded at the first paint, and when rows stood there and a search was answered."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", START, str(profile)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    return {word: set(names) for word, names in json.loads(run.stdout).items()}


def made_profile(path: Path) -> Path:
    site, device = demo_site(UUID(int=11)), demo_device(UUID(int=12))
    cheap = Kdf(memory_kib=64, passes=1)
    means = Means(CALENDAR, _seeded, steady_random(), cheap)
    make_profile(ProfileFolder(path), Setup(site, device, ADMIN, PASSWORD), means, NOW)
    return path


def _seeded(target: Path) -> None:
    seed_catalogue(resource(CATALOGUE), target)


def heavy(loaded: set[str]) -> set[str]:
    papers = {name for name in loaded if name.startswith("desk_app.papers.")}
    return (loaded & {*HEAVY, *LATER}) | papers


def test_look_up_needs_no_store_no_cases_and_no_papers(tmp_path: Path) -> None:
    loaded = loaded_at(tmp_path / "none")
    assert not heavy(loaded["usable"])
    assert "desk_app.ui.screens.lookup.view" in loaded["usable"]
    assert "desk_app.domain.lookup" in loaded["usable"]


def test_a_locked_start_reads_no_store(tmp_path: Path) -> None:
    loaded = loaded_at(made_profile(tmp_path / "profile"))
    assert "desk_app.ui.screens.unlock.view" in loaded["usable"]
    assert not heavy(loaded["usable"]) - {"desk_app.db.vault"}  # it names who may sign in


def test_the_first_paint_knows_no_rule_of_the_domain(tmp_path: Path) -> None:
    loaded = loaded_at(tmp_path / "none")["first-paint"]
    assert not heavy(loaded)
    assert not {name for name in loaded if name.startswith(("desk_app.domain.", "desk_app.db."))}
