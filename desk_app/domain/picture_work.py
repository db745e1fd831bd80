"""What a person asks to be done to a picture before it is kept: turn, cut along four corners, straighten."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]
"""Parts of width and height, from the upper left corner."""

Corners = tuple[Point, Point, Point, Point]
"""Upper left, upper right, lower right, lower left."""

WHOLE: Corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@dataclass(frozen=True, slots=True)
class PictureWork:
    """Done in this order: turned, then cut, then straightened."""

    turn: int = 0
    """Degrees clockwise: 0, 90, 180 or 270."""
    corners: Corners = WHOLE
    straighten: bool = False


def moved(corners: Corners, which: int, across: float, down: float) -> Corners:
    """The corners with one of them moved; it stays inside the picture and on its own side of the middle.

    So a sheet can never be turned inside out by holding a key down.
    """
    left, upper = which in (0, 3), which in (0, 1)
    x = min(max(corners[which][0] + across, 0.0 if left else _LEAST), _MOST if left else 1.0)
    y = min(max(corners[which][1] + down, 0.0 if upper else _LEAST), _MOST if upper else 1.0)
    found = [*corners]
    found[which] = (x, y)
    return found[0], found[1], found[2], found[3]


_MOST, _LEAST = 0.48, 0.52
