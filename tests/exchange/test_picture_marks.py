"""Words burned into pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from desk_app.exchange.picture_marks import marked
from desk_app.papers.fonts import Role, find_fonts
from desk_app.paths import font_dirs


@pytest.fixture(scope="module")
def font() -> Path:
    return find_fonts(font_dirs()).runs("仅", Role.PLAIN)[0][0].path


def white(width: int = 800, height: int = 1000) -> Image.Image:
    return Image.new("RGB", (width, height), "white")


def changed(before: Image.Image, after: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(before, after).getbbox()


def test_nothing_to_say_changes_nothing(font: Path) -> None:
    page = white()
    assert marked(page, "", "", font) is page


def test_the_purpose_runs_over_the_whole_picture(font: Path) -> None:
    page = white()
    after = marked(page, "仅用于办理高龄津贴", "", font)
    for left in range(0, 800, 400):
        for top in range(0, 1000, 500):
            box = (left, top, left + 400, top + 500)
            assert changed(page.crop(box), after.crop(box)) is not None
    assert changed(page, white()) is None


@pytest.mark.parametrize("width", [300, 2000])
def test_the_grade_stands_on_a_strip_at_the_foot(font: Path, width: int) -> None:
    page = Image.new("RGB", (width, 1000))
    after = marked(page, "", "此件经与原件核对无误，仅供办理政务服务事项时使用  王某某 2026-11-24", font)
    box = changed(page, after)
    assert box is not None
    assert box[1] > 800
    assert (box[0], box[2], box[3]) == (0, width, 1000)
