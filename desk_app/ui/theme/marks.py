"""What is drawn by hand: the six deadline lamps, the seal, pictures of empty places. Outlines, no bitmaps.

A lamp differs by shape, sign and word; colour only supports them (tokens.toml, ``lamps``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from desk_app.ui.theme.look import Look, look_now, tokens

_COMMAND = re.compile(r"([MLC]?)(-?[\d.]+),(-?[\d.]+)")


class LampShape(StrEnum):
    """The six lamps. Values are those of ``domain.worktime.Lamp``, so one becomes the other by name."""

    OK = "ok"
    SOON = "soon"
    DUE = "due"
    OVERDUE = "overdue"
    PAUSED = "paused"
    DONE = "done"


def paint_lamp(painter: QPainter, lamp: LampShape, box: QRect | QRectF) -> None:
    """Paint a lamp into a square box in the look that is in force."""
    current = look_now()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(box.x(), box.y()))
    painter.scale(box.width() / 20.0, box.width() / 20.0)
    _LAMPS[lamp](painter, current)
    painter.restore()


def _lamp_colour(lamp: LampShape, part: str) -> QColor:
    return QColor(tokens()["lamps"][lamp.value][part])


def _line(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _tick(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_line(colour, 2.0))
    painter.drawPolyline(QPolygonF([QPointF(6.2, 10.4), QPointF(8.9, 13.0), QPointF(13.8, 7.4)]))


def _shout(painter: QPainter, colour: QColor, top: float, bottom: float) -> None:
    painter.setPen(_line(colour, 2.0))
    painter.drawLine(QPointF(10, top), QPointF(10, bottom - 3.6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(10, bottom), 1.25, 1.25)


def _ok(painter: QPainter, _current: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_lamp_colour(LampShape.OK, "fill"))
    painter.drawEllipse(QPointF(10, 10), 9, 9)
    _tick(painter, _lamp_colour(LampShape.OK, "glyph"))


def _soon(painter: QPainter, _current: Look) -> None:
    painter.setPen(_line(_lamp_colour(LampShape.SOON, "stroke"), 1.3))
    painter.setBrush(_lamp_colour(LampShape.SOON, "fill"))
    painter.drawPolygon(QPolygonF([QPointF(10, 1.6), QPointF(19, 18), QPointF(1, 18)]))
    _shout(painter, _lamp_colour(LampShape.SOON, "glyph"), 7.2, 15.3)


def _due(painter: QPainter, _current: Look) -> None:
    painter.setPen(_line(_lamp_colour(LampShape.DUE, "fill"), 1.0))
    painter.setBrush(_lamp_colour(LampShape.DUE, "fill"))
    painter.drawPolygon(QPolygonF([QPointF(10, 0.9), QPointF(19.1, 10), QPointF(10, 19.1), QPointF(0.9, 10)]))
    _shout(painter, _lamp_colour(LampShape.DUE, "glyph"), 5.8, 14.2)


def _overdue(painter: QPainter, current: Look) -> None:
    corners = (math.radians(22.5 + 45 * step) for step in range(8))
    rim = QPolygonF([QPointF(10 + 9.4 * math.cos(a), 10 + 9.4 * math.sin(a)) for a in corners])
    outline = _lamp_colour(LampShape.OVERDUE, "outline_on_dark") if current.dark else None
    painter.setPen(_line(outline, 1.2) if outline else Qt.PenStyle.NoPen)
    painter.setBrush(_lamp_colour(LampShape.OVERDUE, "fill"))
    painter.drawPolygon(rim)
    _fill_outline(painter, "overdue", QRectF(4.2, 4.2, 11.6, 11.6), _lamp_colour(LampShape.OVERDUE, "glyph"))


def _ring(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(10, 10), 8, 8)


def _paused(painter: QPainter, current: Look) -> None:
    colour = current.colour(tokens()["lamps"]["paused"]["stroke_role"])
    _ring(painter, colour)
    painter.setPen(_line(colour, 2.0))
    painter.drawLine(QPointF(7.9, 7), QPointF(7.9, 13))
    painter.drawLine(QPointF(12.1, 7), QPointF(12.1, 13))


def _done(painter: QPainter, current: Look) -> None:
    colour = current.colour(tokens()["lamps"]["done"]["stroke_role"])
    _ring(painter, colour)
    _tick(painter, colour)


_LAMPS: dict[LampShape, Callable[[QPainter, Look], None]] = {
    LampShape.OK: _ok,
    LampShape.SOON: _soon,
    LampShape.DUE: _due,
    LampShape.OVERDUE: _overdue,
    LampShape.PAUSED: _paused,
    LampShape.DONE: _done,
}


@cache
def _outlines() -> dict[str, QPainterPath]:
    text = Path(__file__).with_name("outlines.txt").read_text("utf-8")
    rows = (line.partition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: _parsed(path) for name, _, path in rows}


def _parsed(text: str) -> QPainterPath:
    path = QPainterPath()
    points = [(letter, QPointF(float(x), float(y))) for letter, x, y in _COMMAND.findall(text)]
    at = 0
    while at < len(points):
        letter, point = points[at]
        if letter == "C":
            path.cubicTo(point, points[at + 1][1], points[at + 2][1])
            at += 3
            continue
        (path.moveTo if letter == "M" else path.lineTo)(point)
        at += 1
    return path


def _fill_outline(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    path = _outlines()[name]
    extent = path.boundingRect()
    scale = min(box.width() / extent.width(), box.height() / extent.height())
    middle = QTransform.fromTranslate(box.center().x(), box.center().y())
    middle.scale(scale, scale)
    middle.translate(-extent.center().x(), -extent.center().y())
    painter.fillPath(middle.map(path), colour)


def paint_seal(painter: QPainter, box: QRect | QRectF) -> None:
    """The seal 便民: the program's mark, in the rail, on the lock page and as window icon."""
    current = look_now()
    side = float(box.width())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(box.x(), box.y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current.colour("seal"))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side / 6, side / 6)
    ink = current.colour("sealText")
    faint = QColor(ink)
    faint.setAlphaF(0.55)
    painter.setPen(QPen(faint, max(0.8, side / 45)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = side / 14
    painter.drawRoundedRect(QRectF(edge, edge, side - 2 * edge, side - 2 * edge), side / 9, side / 9)
    glyph = side * 0.40
    left = (side - glyph) / 2
    _fill_outline(painter, "seal_upper", QRectF(left, side * 0.115, glyph, glyph * 0.94), ink)
    _fill_outline(painter, "seal_lower", QRectF(left, side * 0.505, glyph, glyph * 0.94), ink)
    painter.restore()


class Drawing(StrEnum):
    """Pictures of an empty place."""

    TRAY = "tray"
    """Everything is done."""
    SEARCH = "search"
    """Nothing matches."""
    TOWN = "town"
    """The row of houses on the lock page."""


def paint_drawing(painter: QPainter, drawing: Drawing, box: QRect | QRectF) -> None:
    """A line drawing in the quiet colours of the look."""
    current = look_now()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(box.x(), box.y()))
    width, height = _DRAWING_SIZES[drawing]
    scale = min(box.width() / width, box.height() / height)
    painter.scale(scale, scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWINGS[drawing](painter, current)
    painter.restore()


def _tray(painter: QPainter, current: Look) -> None:
    painter.setPen(_line(current.colour("lineStrong"), 2.0))
    body = [(4, 24), (17, 4), (47, 4), (60, 24), (60, 48), (4, 48), (4, 24)]
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in body]))
    lip = QPainterPath(QPointF(4, 24))
    lip.lineTo(20, 24)
    lip.cubicTo(21, 34, 43, 34, 44, 24)
    lip.lineTo(60, 24)
    painter.drawPath(lip)
    painter.setPen(_line(current.colour("green"), 3.2))
    painter.drawPolyline(QPolygonF([QPointF(25.5, 15.5), QPointF(30.5, 20.5), QPointF(38.5, 9.5)]))


def _search(painter: QPainter, current: Look) -> None:
    painter.setPen(_line(current.colour("lineStrong"), 2.0))
    painter.drawRoundedRect(QRectF(6, 4, 34, 44), 3, 3)
    for y, right in ((14, 32), (22, 26), (30, 22)):
        painter.drawLine(QPointF(13, y), QPointF(right, y))
    painter.setPen(_line(current.colour("link"), 2.6))
    painter.drawEllipse(QPointF(42, 31), 10, 10)
    painter.drawLine(QPointF(49.4, 38.4), QPointF(58, 47))


def _town(painter: QPainter, current: Look) -> None:
    painter.setPen(_line(current.colour("railActive"), 1.8))
    painter.drawLine(QPointF(0, 98), QPointF(408, 98))
    for left, top, right, roof in ((20, 60, 104, 34), (130, 28, 214, 6), (240, 56, 316, 30)):
        middle = (left + right) / 2
        wall = [(left, 98), (left, top), (middle, roof), (right, top), (right, 98)]
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in wall]))
        painter.drawRect(QRectF(middle - 12, 78, 24, 20))
    painter.drawLine(QPointF(130, 28), QPointF(214, 28))
    for y in (44, 54, 64):
        painter.drawLine(QPointF(146, y), QPointF(160, y))
        painter.drawLine(QPointF(184, y), QPointF(198, y))
    for x, y, wide, tall in ((350, 46, 17, 22), (384, 60, 11, 15)):
        painter.drawEllipse(QPointF(x, y), wide, tall)
        painter.drawLine(QPointF(x, y + tall), QPointF(x, 98))


_DRAWING_SIZES: dict[Drawing, tuple[int, int]] = {
    Drawing.TRAY: (64, 52),
    Drawing.SEARCH: (64, 52),
    Drawing.TOWN: (408, 100),
}
_DRAWINGS: dict[Drawing, Callable[[QPainter, Look], None]] = {
    Drawing.TRAY: _tray,
    Drawing.SEARCH: _search,
    Drawing.TOWN: _town,
}


def drawing_size(drawing: Drawing) -> tuple[int, int]:
    """Natural width and height in logical pixels."""
    return _DRAWING_SIZES[drawing]
