"""Every screen and paper is photographed, nothing is left behind, and the manual's pictures stay small."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desk_app.db.vault import Kdf
from desk_app.domain.documents import DocumentKind
from desk_app.papers.request import sizes_of
from desk_app.shots import MOMENT, take_shots
from desk_app.shots.manual import (
    MANUAL,
    MOST_BYTES,
    SCREENS,
    SIZE,
    TooLarge,
    manual_pictures,
    save_small,
    small_copies,
)

OFFSCREEN_ONLY = r"This plugin does not support (?:propagateSizeHints|raise)\(\)"
"""Said without a display for windows with a least size and for tooltips; real platforms support it."""
QUICK = replace(MANUAL, kdf=Kdf(memory_kib=64, passes=1))
pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN_ONLY, extend=True)


@pytest.mark.timeout(300)  # a whole morning at the counter, on a machine that may be busy
def test_every_screen_and_every_paper(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_app.services.demo.DAYS", 12)
    plan = replace(QUICK, papers=True)
    files = list(take_shots(tmp_path / "shots", lambda: MOMENT, Random(7).randbytes, plan))
    assert all(file.parent == tmp_path / "shots" for file in files)
    assert not (tmp_path / "shots" / "profiles").exists()
    papers = {file.stem for file in files if file.stem.startswith("paper-")}
    for kind in DocumentKind:
        assert {f"paper-{kind.value}-{size.value}" for size in sizes_of(kind)} <= papers
    screens = [file for file in files if file.stem not in papers]
    assert {QImage(str(file)).size().toTuple() for file in screens} == {SIZE}
    pictures = [file.read_bytes() for file in screens]
    assert len(set(pictures)) == len(pictures)  # a step that led nowhere would show the same twice
    copies = list(small_copies(files, tmp_path))
    assert {file.stem for file in copies} == set(SCREENS)
    assert max(file.stat().st_size for file in copies) <= MOST_BYTES


def test_stopping_half_way_leaves_only_what_was_yielded(tmp_path: Path, qapp: QApplication) -> None:
    taking = manual_pictures(tmp_path, lambda: MOMENT, Random(7).randbytes, QUICK)
    first = next(taking)
    taking.close()
    assert list(tmp_path.iterdir()) == [first]


def test_a_lamp_keeps_its_colour_among_all_the_greys(tmp_path: Path, qapp: QApplication) -> None:
    picture = QImage(256, 256, QImage.Format.Format_RGB32)
    for x in range(256):
        for y in range(256):
            picture.setPixelColor(x, y, QColor(y, y, y))
    picture.setPixelColor(3, 3, QColor("#f5a400"))
    save_small(picture, tmp_path / "lamp.png")
    assert QImage(str(tmp_path / "lamp.png")).pixelColor(3, 3).name() == "#f5a400"


def test_a_picture_that_cannot_be_made_small_is_named(tmp_path: Path, qapp: QApplication) -> None:
    noise = QImage(Random(1).randbytes(64 * 64 * 4), 64, 64, QImage.Format.Format_RGB32)
    with pytest.raises(TooLarge, match="noise"):
        save_small(noise, tmp_path / "noise.png", most=500)
