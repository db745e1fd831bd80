"""Wrapped text that is painted, not a label: for delegates and for widgets that show many lines at once.

A label a line costs a widget, a style and a layout each; a guide has a hundred lines and is shown at every
key. One :class:`Paragraph` is one ``QTextLayout``; parts of it can be marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desk_app.ui.theme.look import look_now

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much room a text takes at a width."""

    height: int
    last_line: float
    """How far its last line reaches: a tag may follow there."""
    line: int
    """Height of one line."""
    cut: bool
    """Whether lines were left out: the whole text then belongs into a tooltip."""


def extent(text: str, kind: str, width: float, *, most_lines: int = 0, marks: Sequence[Span] = ()) -> Extent:
    """The room a text takes. Remembered, for layouts ask many times and at every key."""
    font = (QGuiApplication.font().key(), look_now().large)
    return _measured(text, kind, round(width), most_lines, tuple(marks), font)


@lru_cache(maxsize=4096)
def _measured(
    text: str, kind: str, width: int, most_lines: int, marks: tuple[Span, ...], _font: tuple[str, bool]
) -> Extent:
    laid = Paragraph(text, kind, width, most_lines=most_lines, marks=marks)
    return Extent(laid.height, laid.last_line_width, round(laid.line_height), laid.cut)


class Paragraph:
    """A text of one step of the type scale, laid out for a width."""

    def __init__(
        self,
        text: str,
        kind: str,
        width: float,
        *,
        most_lines: int = 0,
        marks: Sequence[Span] = (),
    ) -> None:
        self.text = text
        self.cut = False
        self._font = look_now().font(kind)
        self._measure = QFontMetrics(self._font)
        self._width = max(1, round(width))
        self._marks = tuple(marks)
        self._lines = self._laid_out(text, most_lines)

    def _laid_out(self, text: str, most_lines: int) -> QTextLayout:
        layout, lines = self._layout(text)
        if most_lines and lines > most_lines:
            self.cut = True
            start = layout.lineAt(most_lines - 1).textStart()
            rest = self._measure.elidedText(text[start:], Qt.TextElideMode.ElideRight, self._width)
            layout, lines = self._layout(text[:start] + rest)
        return layout

    def _layout(self, text: str) -> tuple[QTextLayout, int]:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(
            [_marked(start, min(end, len(text))) for start, end in self._marks if start < len(text)]
        )
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, count * self.line_height))
            count += 1
        layout.endLayout()
        return layout, count

    @property
    def line_height(self) -> float:
        """Line spacing of the scale, about 1.45 of the size."""
        return round(self._font.pixelSize() * 1.45)

    @property
    def height(self) -> int:
        """Room it needs."""
        return round(max(1, self._lines.lineCount()) * self.line_height)

    @property
    def last_line_width(self) -> float:
        """How far its last line reaches: a tag may follow there."""
        count = self._lines.lineCount()
        return self._lines.lineAt(count - 1).naturalTextWidth() if count else 0.0

    def paint(self, painter: QPainter, left: float, top: float, ink: QColor) -> None:
        """Draw it; marked parts stand on the ground of a match."""
        painter.save()
        painter.setPen(ink)
        lead = (self.line_height - self._measure.height()) / 2
        self._lines.draw(painter, QPointF(left, top + lead))
        painter.restore()


def _marked(start: int, end: int) -> QTextLayout.FormatRange:
    """A stretch of the text as a match: bold, on its own ground."""
    current = look_now()
    style = QTextCharFormat()
    style.setBackground(current.colour("mark"))
    style.setForeground(current.colour("onMark"))
    style.setFontWeight(current.font("bodyStrong").weight())
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, end - start, style
    return span
