"""The composition root: what it makes, when, and how it lets go again."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.app import NO_DISPLAY, Running, display_present, first_look, run_desk
from desk_app.driving import let_run
from desk_app.logs import LOGGER
from desk_app.ui.theme.look import Scheme

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.qt_log_ignore(
    r"This plugin does not support (?:propagateSizeHints|raise)\(\)", extend=True
)


def a_desk(profile: Path) -> Running:
    return Running(profile, now=lambda: NOW, random=os.urandom)


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        ({}, "win32", True),
        ({}, "darwin", True),
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
    ],
)
def test_where_a_window_can_be_shown(environ: dict[str, str], platform: str, shown: bool) -> None:
    assert display_present(environ, platform) is shown


def test_without_a_display_the_program_says_so_and_ends(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_app.app.display_present", bool)
    assert run_desk(["desk-app"], {}) == 1
    assert NO_DISPLAY in capsys.readouterr().err


def test_the_program_runs_and_ends_by_itself_when_traced(tmp_path: Path) -> None:
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "DESK_APP_PROFILE": str(tmp_path / "profile"),
        "DESK_APP_TRACE_START": "1",
    }
    run = subprocess.run(
        [sys.executable, "-m", "desk_app"], env=environ, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    said = [line for line in run.stderr.splitlines() if line in ("first-paint", "usable")]
    assert said == ["first-paint", "usable"]
    assert not (tmp_path / "profile").exists(), "looking makes nothing"


@pytest.mark.parametrize("kept", [None, "{", '{"theme": "pink", "large_type": true}', "[]"])
def test_a_look_that_cannot_be_read_is_the_usual_one(tmp_path: Path, kept: str | None) -> None:
    if kept is not None:
        (tmp_path / "desk.json").write_text(kept, "utf-8")
    assert first_look(tmp_path) == (Scheme.LIGHT, False)


def test_the_look_the_desk_was_left_in_is_there_at_the_first_paint(tmp_path: Path) -> None:
    (tmp_path / "desk.json").write_text(json.dumps({"theme": "dark", "large_type": True}), "utf-8")
    assert first_look(tmp_path) == (Scheme.DARK, True)


def test_everything_is_made_once_and_let_go_once(qapp: QApplication, tmp_path: Path) -> None:
    running = a_desk(tmp_path / "profile")
    assert running.complete() is running.complete()
    assert (running.desk, running.program, running.doors) == running.complete()
    running.close()
    running.close()


def test_a_window_that_was_never_painted_is_closed_without_making_the_rest(
    qapp: QApplication, tmp_path: Path
) -> None:
    running = a_desk(tmp_path / "profile")
    loaded: list[bool] = []
    running.completed.connect(lambda: loaded.append(True))
    running.show()
    running.close()
    let_run(50)
    assert loaded == []


def test_a_trace_names_the_first_paint_and_when_a_search_answers(qapp: QApplication, tmp_path: Path) -> None:
    running = a_desk(tmp_path / "profile")
    said: list[str] = []
    running.trace(said.append)
    running.show()
    for _ in range(200):
        if len(said) == 2:
            break
        let_run(20)
    running.close()
    assert said == ["first-paint", "usable"]


def test_faults_are_watched_until_the_end_even_where_no_log_can_be_kept(
    qapp: QApplication, tmp_path: Path
) -> None:
    hook, handlers = sys.excepthook, list(logging.getLogger(LOGGER).handlers)
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "logs", tmp_path / "file"):
        running = a_desk(tmp_path / "profile")
        running.watch_faults(folder)
        assert sys.excepthook is not hook
        running.close()
        assert sys.excepthook is hook
        assert logging.getLogger(LOGGER).handlers == handlers
