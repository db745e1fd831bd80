"""Text with marked characters, such as what a search matched: the ground says it and so does the weight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from desk_app.ui.theme.look import look_now

Span = tuple[int, int]
"""Start and length in characters."""


def marked_layout(
    text: str, spans: Sequence[Span], kind: str, width: float, *, strong: bool = False
) -> QTextLayout:
    """The text laid out in lines of ``width``; characters outside the BMP count as one in ``spans``."""
    current = look_now()
    font = current.font(kind)
    font.setBold(strong)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ground = QTextCharFormat()
    ground.setBackground(current.colour("mark"))
    ground.setForeground(current.colour("onMark"))
    ranges = []
    for start, length in spans:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = _units(text, start, length, ground)
        ranges.append(piece)
    layout.setFormats(ranges)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def paint_marked(
    painter: QPainter,
    box: QRectF,
    text: str,
    spans: Sequence[Span],
    kind: str = "body",
    *,
    strong: bool = False,
    role: str = "text",
) -> float:
    """Paint the text from the upper left of a box; returns the height it took."""
    layout = marked_layout(text, spans, kind, box.width(), strong=strong)
    painter.setPen(look_now().colour(role))
    layout.draw(painter, box.topLeft())
    return layout.boundingRect().height()


def _units(text: str, start: int, length: int, ground: QTextCharFormat) -> tuple[int, int, QTextCharFormat]:
    """From characters to the UTF-16 units that Qt counts."""
    before = len(text[:start].encode("utf-16-le")) // 2
    marked = len(text[start : start + length].encode("utf-16-le")) // 2
    return before, marked, ground
