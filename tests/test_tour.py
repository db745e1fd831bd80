"""The guided tour goes through the real window and leaves pictures and slips; it makes a whole demo first."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.tour import RARE_NAME, give_tour
from tests.papers.reading import text_of

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore(r"This plugin does not support (?:propagateSizeHints|raise)\(\)", extend=True),
]
PICTURES = ("lock", "home", "look-up", "intake-ready", "one-time-notice", "noticed", "accepted", "cases")


def test_the_tour_does_the_main_job_and_proves_its_slip(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "tour"
    out.mkdir()
    (out / "of-yesterday.png").write_bytes(b"old")
    now = datetime(2026, 11, 24, 2, tzinfo=UTC)
    steps = list(give_tour(out, lambda: now, os.urandom))
    assert [step.name for step in steps[: len(PICTURES)]] == list(PICTURES)
    assert {step.name for step in steps[len(PICTURES) :]} == {"slip"}
    assert all(step.file.exists() for step in steps)
    assert not (out / "of-yesterday.png").exists()
    for step in steps[: len(PICTURES)]:
        assert step.file.read_bytes().startswith(b"\x89PNG")
    slips = [step.file for step in steps if step.name == "slip"]
    assert all(slip.with_suffix(".png").exists() for slip in slips)
    receipts = [text_of(slip.read_bytes()) for slip in slips if "-receipt-" in slip.name]
    assert any(RARE_NAME in text and "演示" in text for text in receipts)
