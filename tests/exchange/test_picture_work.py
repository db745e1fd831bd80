"""Mending photographed sheets: found on the table, cut out, straightened."""

from __future__ import annotations

import pytest
from PIL import Image, ImageStat

from desk_app.domain.picture_work import WHOLE, PictureWork
from desk_app.exchange.picture_work import cut, reworked, sheet_corners, straightened, tilt
from desk_app.exchange.pictures import decode
from tests.exchange.picture_samples import TABLE, on_a_table, saved, sheet


def tilted(angle: float) -> Image.Image:
    return sheet().rotate(angle, Image.Resampling.BICUBIC, fillcolor="white")


@pytest.mark.parametrize("angle", [-5.0, -1.5, 2.0, 6.5])
def test_lines_of_print_are_made_level(angle: float) -> None:
    assert tilt(tilted(angle)) == pytest.approx(-angle, abs=0.3)
    assert tilt(straightened(tilted(angle))) == pytest.approx(0, abs=0.3)


def test_what_is_level_or_blank_stays_as_it_is() -> None:
    level, blank = sheet(), Image.new("RGB", (300, 400), "white")
    assert straightened(level) is level
    assert straightened(blank) is blank


def test_a_sheet_is_found_on_the_table() -> None:
    corners = sheet_corners(saved(on_a_table()))
    wanted = ((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8))
    for found, expected in zip(corners, wanted, strict=True):
        assert found == pytest.approx(expected, abs=0.03)
    turned = sheet_corners(saved(on_a_table(1300, 700)), 90)
    assert turned[0] == pytest.approx((0.2, 0.2), abs=0.03)


@pytest.mark.parametrize(
    "photo",
    [
        sheet(),
        Image.new("RGB", (300, 300), TABLE),
        Image.new("L", (300, 300), 0),
    ],
    ids=["a page alone", "a table", "black"],
)
def test_without_a_sheet_it_is_the_whole_picture(photo: Image.Image) -> None:
    assert sheet_corners(saved(photo)) == WHOLE


def test_a_speck_or_the_whole_table_is_no_sheet() -> None:
    photo = Image.new("RGB", (400, 400), TABLE)
    photo.paste((255, 255, 255), (130, 130, 270, 270))
    photo.paste(TABLE, (150, 150, 151, 151))
    narrow = Image.new("RGB", (400, 400), TABLE)
    narrow.paste((255, 255, 255), (2, 2, 399, 399))
    assert sheet_corners(saved(narrow)) == WHOLE
    speck = Image.new("RGB", (400, 400), TABLE)
    speck.paste((255, 255, 255), (170, 130, 230, 270))
    assert sheet_corners(saved(speck)) == WHOLE


def test_four_corners_are_drawn_out_to_a_page() -> None:
    corners = ((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8))
    page = cut(on_a_table(), corners)
    assert page.size == (600, 780)
    assert ImageStat.Stat(page.convert("L")).mean[0] > 150
    work = PictureWork(90, corners, straighten=True)
    assert decode(reworked(saved(on_a_table()), work)).size == (780, 600)


@pytest.mark.parametrize(
    ("turn", "size"), [(0, (600, 850)), (90, (850, 600)), (180, (600, 850)), (270, (850, 600))]
)
def test_turns(turn: int, size: tuple[int, int]) -> None:
    photo = sheet()
    photo.paste((255, 0, 0), (0, 0, 100, 100))
    found = decode(reworked(saved(photo), PictureWork(turn)))
    assert found.size == size
    corner = {0: (50, 50), 90: (800, 50), 180: (550, 800), 270: (50, 550)}[turn]
    red, green, _ = found.getpixel(corner)  # type: ignore[misc]  # a colour picture has three
    assert (red > 200, green < 100) == (True, True)
