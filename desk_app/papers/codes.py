"""The two codes on a slip, as pure geometry. Neither holds anything about a person.

* QR (ISO/IEC 18004): the id of the event behind the paper, in capitals, so that the alphanumeric mode keeps
  it at 25 modules and a desk scanner reads it at 18 mm.
* Code 128 (ISO/IEC 15417): the digits of the receipt number, two to a symbol.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

# The eleven-module patterns of ISO/IEC 15417, table 1: widths of bar, space, bar, space, bar, space.
_PATTERNS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 "
    "122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 "
    "322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
    "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 "
    "331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 "
    "112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 "
    "411311 113141 114131 311141 411131 211412 211214 211232"
).split()
_STOP = "2331112"
_TO_B, _START_B, _START_C = 100, 104, 105
_DIGIT_ZERO_IN_B = 16
_MASK = 3
_QUIET = 4
"""Modules that stay white around a QR code (ISO/IEC 18004, 6.3.8)."""


def qr_payload(event: UUID) -> str:
    """What the QR code says."""
    return str(event).upper()


@lru_cache(maxsize=4)
def qr_rows(payload: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each row of modules its dark runs as (first column, length), without the quiet zone.

    The mask is fixed: choosing among eight costs 2 ms, half of what a slip may take, and an id has no large
    plain areas that a mask would have to break up.
    """
    import segno

    matrix = segno.make(payload, error="m", micro=False, boost_error=False, mask=_MASK).matrix
    return tuple(_runs(row) for row in matrix)


def qr_picture(payload: str) -> tuple[int, bytes]:
    """The code as grey pixels for a screen, one a module: its width, and width squared bytes.

    The quiet zone is part of it.
    """
    rows = qr_rows(payload.upper())
    width = len(rows) + 2 * _QUIET
    pixels = bytearray(b"\xff" * (width * width))
    for down, row in enumerate(rows, start=_QUIET):
        for first, length in row:
            at = down * width + _QUIET + first
            pixels[at : at + length] = bytes(length)
    return width, bytes(pixels)


def _runs(row: Sequence[int]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    start = -1
    for at, module in enumerate((*row, 0)):
        if module and start < 0:
            start = at
        elif not module and start >= 0:
            runs.append((start, at - start))
            start = -1
    return tuple(runs)


def digits_of(number: str) -> str:
    """The digits of a receipt number, as a scanner types them."""
    return "".join(char for char in number if char.isascii() and char.isdigit())


def code128(digits: str) -> tuple[tuple[int, int], ...]:
    """Dark bars as (first module, width). An odd last digit is written in set B.

    Raises:
        ValueError: anything but ASCII digits, or nothing.
    """
    if not digits or digits_of(digits) != digits:
        raise ValueError("only digits go into the bar code")
    pairs = len(digits) // 2 * 2
    values = [_START_C if pairs else _START_B, *(int(digits[at : at + 2]) for at in range(0, pairs, 2))]
    if pairs < len(digits):
        values += ([_TO_B] if pairs else []) + [_DIGIT_ZERO_IN_B + int(digits[-1])]
    check = (values[0] + sum(place * value for place, value in enumerate(values[1:], start=1))) % 103
    widths = "".join(_PATTERNS[value] for value in (*values, check)) + _STOP
    bars: list[tuple[int, int]] = []
    at = 0
    for place, width in enumerate(map(int, widths)):
        if place % 2 == 0:
            bars.append((at, width))
        at += width
    return tuple(bars)


def code128_modules(bars: Sequence[tuple[int, int]]) -> int:
    """The whole width in modules, without the quiet zones."""
    first, width = bars[-1]
    return first + width
