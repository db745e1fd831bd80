"""The two codes hold a number and an id, nothing about a person, and a second encoder draws them alike."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
import segno
from reportlab.graphics.barcode.code128 import Code128

from desk_app.papers.codes import code128, code128_modules, digits_of, qr_payload, qr_picture, qr_rows
from tests.papers.samples import EVENT, NUMBER


def reportlab_bars(value: str) -> list[tuple[int, int]]:
    drawn: Any = Code128(value, quiet=0)
    drawn.validate()
    drawn.encode()
    drawn.decompose()
    bars, at = [], 0
    for place, letter in enumerate(drawn.decomposed):
        width = "abcd".find(letter) + 1 or "ABCD".find(letter) + 1
        if place % 2 == 0:
            bars.append((at, width))
        at += width
    return bars


def test_the_bar_code_agrees_with_reportlab_for_even_digits() -> None:
    assert list(code128("3710731263")) == reportlab_bars("3710731263")


def test_a_receipt_number_takes_145_modules() -> None:
    assert digits_of("371073-1-26328-042-67") == NUMBER
    assert code128_modules(code128(NUMBER)) == 145
    assert code128_modules(code128("7")) == 11 * 3 + 13


@pytest.mark.parametrize("given", ["", "12a", "１２", "12-3"])
def test_only_digits_go_into_the_bar_code(given: str) -> None:
    with pytest.raises(ValueError, match="only digits"):
        code128(given)


def test_the_qr_code_is_the_event_and_reads_as_one() -> None:
    payload = qr_payload(EVENT)
    assert UUID(payload) == EVENT
    rows = qr_rows(payload)
    assert len(rows) == 25
    matrix = segno.make(payload, error="m", micro=False, boost_error=False, mask=3).matrix
    drawn = [[0] * 25 for _ in range(25)]
    for down, runs in enumerate(rows):
        for first, length in runs:
            drawn[down][first : first + length] = [1] * length
    assert drawn == [list(row) for row in matrix]


def test_the_picture_of_the_code_has_its_quiet_zone_and_its_modules() -> None:
    width, pixels = qr_picture(str(EVENT))
    assert width == 25 + 8
    assert len(pixels) == width * width
    rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
    assert set(rows[3]) == {255}
    assert rows[4][4:11] == bytes(7)
    assert rows[4][11] == 255
    dark = sum(length for row in qr_rows(qr_payload(EVENT)) for _, length in row)
    assert pixels.count(0) == dark
