"""Mending a photographed sheet: find it on the table, cut it out along four corners, straighten its lines.

No library of the size of a camera: a sheet on a table is brighter than the table, and lines of print lie
straight when the sums over rows differ most (projection profile; Postl 1986).
"""

from __future__ import annotations

import math
from statistics import pvariance

from PIL import Image, ImageFilter, ImageOps

from desk_app.domain.picture_work import WHOLE, Corners, PictureWork
from desk_app.exchange.pictures import decode, encode

_LOOKED_AT = 160
"""Pixels of the longer side at which a sheet is sought."""
_TILTED_AT = 600
"""Pixels of the longer side at which the tilt is measured."""
_MOST_TILT = 8.0
_FINEST = 0.1
_FILLED = 0.4
"""Part of a row that must be bright before the row belongs to the sheet."""
_CONTRAST = 40
_TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def reworked(jpeg: bytes, work: PictureWork) -> bytes:
    """The picture after the work, as a JPEG again."""
    image = decode(jpeg)
    if work.turn in _TURNS:
        image = image.transpose(_TURNS[work.turn])
    if work.corners != WHOLE:
        image = cut(image, work.corners)
    if work.straighten:
        image = straightened(image)
    return encode(image)


def cut(image: Image.Image, corners: Corners) -> Image.Image:
    """What lies between four corners, drawn out to a rectangle: a sheet photographed from the side."""
    points = [(x * image.width, y * image.height) for x, y in corners]
    upper_left, upper_right, lower_right, lower_left = points
    width = max(math.dist(upper_left, upper_right), math.dist(lower_left, lower_right))
    height = max(math.dist(upper_left, lower_left), math.dist(upper_right, lower_right))
    size = (max(64, round(width)), max(64, round(height)))
    quad = (*upper_left, *lower_left, *lower_right, *upper_right)
    return image.transform(size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)


def sheet_corners(jpeg: bytes, turn: int = 0) -> Corners:
    """Where the sheet lies in a photograph; the whole of it when none stands out from the table."""
    image = ImageOps.grayscale(decode(jpeg))
    if turn in _TURNS:
        image = image.transpose(_TURNS[turn])
    image.thumbnail((_LOOKED_AT, _LOOKED_AT))
    image = image.filter(ImageFilter.MedianFilter(5))
    dark, bright = _levels(image)
    if bright - dark < _CONTRAST:
        return WHOLE
    middle = (dark + bright) // 2
    mask = image.point(lambda value: 255 if value > middle else 0)
    down = _span([value / 255 for value in _profile(mask, rows=True)])
    across = _span([value / 255 for value in _profile(mask, rows=False)])
    if down is None or across is None:
        return WHOLE
    (left, right), (top, bottom) = across, down
    if (right - left) * (bottom - top) > _ALL_OF_IT:
        return WHOLE
    return (left, top), (right, top), (right, bottom), (left, bottom)


_ALL_OF_IT = 0.97


def _levels(image: Image.Image) -> tuple[int, int]:
    """What the border is like, and what the middle is like: table and paper, if there are two."""
    width, height = image.size
    edge = max(2, min(width, height) // 40)
    strips = ((0, 0, width, edge), (0, height - edge, width, height), (0, 0, edge, height))
    border = sorted(_median(image.crop(box)) for box in strips)[1]
    inner = image.crop((width // 3, height // 3, width - width // 3, height - height // 3))
    return border, _median(inner)


def _median(image: Image.Image) -> int:
    counts, half = image.histogram(), image.width * image.height / 2
    seen = 0
    for level, count in enumerate(counts):
        seen += count
        if seen >= half:
            return level
    return 255


def _profile(image: Image.Image, *, rows: bool) -> list[int]:
    """The mean of every row, or of every column."""
    size = (1, image.height) if rows else (image.width, 1)
    return list(image.resize(size, Image.Resampling.BOX).tobytes())


def _span(filled: list[float]) -> tuple[float, float] | None:
    """The first and last of those that are filled, as parts of the whole; None for next to nothing."""
    inside = [at for at, part in enumerate(filled) if part > _FILLED]
    if not inside or inside[-1] - inside[0] < len(filled) // 4:
        return None
    return inside[0] / len(filled), (inside[-1] + 1) / len(filled)


def straightened(image: Image.Image) -> Image.Image:
    """The picture with its lines of print level; as it was where it is level already, or shows no lines."""
    angle = tilt(image)
    if abs(angle) < _FINEST:
        return image
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=False, fillcolor="white")


def tilt(image: Image.Image) -> float:
    """Degrees by which the picture must be turned anticlockwise; 0 when nothing is gained."""
    grey = ImageOps.autocontrast(ImageOps.grayscale(image))
    grey.thumbnail((_TILTED_AT, _TILTED_AT))
    ink = ImageOps.invert(grey).point(lambda value: value if value > 96 else 0)
    best, step = 0.0, 1.0
    span = _MOST_TILT
    while step >= _FINEST:
        tried = [best + n * step for n in range(-round(span / step), round(span / step) + 1)]
        best = max(tried, key=lambda angle: (_levelness(ink, angle), -abs(angle)))
        span, step = step, step / 4
    gained = _levelness(ink, best) > _levelness(ink, 0.0) * 1.05
    return best if gained and abs(best) <= _MOST_TILT else 0.0


def _levelness(ink: Image.Image, angle: float) -> float:
    turned = ink.rotate(angle, Image.Resampling.BILINEAR) if angle else ink
    inner = turned.crop((turned.width // 8, 0, turned.width - turned.width // 8, turned.height))
    return pvariance(_profile(inner, rows=True))
