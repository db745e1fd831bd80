"""The five cards of a rating: a face of its own outline, the word. Colour only supports them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desk_app.domain.case_life import Satisfaction
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.ink import paint_box
from desk_app.ui.words import word

_TONES = {
    Satisfaction.VERY_SATISFIED: Tone.GREEN,
    Satisfaction.SATISFIED: Tone.BLUE,
    Satisfaction.FAIR: Tone.AMBER,
    Satisfaction.DISSATISFIED: Tone.PLUM,
    Satisfaction.VERY_DISSATISFIED: Tone.RED,
}
_BENDS = {
    Satisfaction.VERY_SATISFIED: 7.0,
    Satisfaction.SATISFIED: 4.0,
    Satisfaction.FAIR: 0.0,
    Satisfaction.DISSATISFIED: -4.0,
    Satisfaction.VERY_DISSATISFIED: -6.0,
}
"""How far the mouth bends down in the middle, on a face 40 wide."""


class MoodCard(QAbstractButton):
    """One level."""

    def __init__(self, level: Satisfaction) -> None:
        super().__init__()
        self.level = level
        self.setText(word(level))
        self.setAccessibleName(word(level))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As in the picture; five stand side by side."""
        return QSize(200, 300)

    def minimumSizeHint(self) -> QSize:
        """Five fit on the smallest screen."""
        return QSize(120, 190)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, face, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        ink, soft = current.tone(_TONES[self.level])
        width, height = self.width(), self.height()
        ground = soft if self.isDown() else current.colour("surface")
        paint_box(painter, QRectF(self.rect()), 12, ground, ink, 3)
        side = min(width * 0.62, height * 0.5)
        circle = QRectF((width - side) / 2, height * 0.1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawEllipse(circle)
        inner = side * 0.2
        paint_mood(painter, self.level, circle.adjusted(inner, inner, -inner, -inner), ink)
        painter.setPen(ink)
        font = current.font("customerBody")
        font.setPixelSize(round(min(font.pixelSize(), width / 6.2, height / 7)))
        painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, height * 0.64, width, height * 0.22), middle, self.text())


def paint_mood(painter: QPainter, level: Satisfaction, box: QRectF, ink: QColor) -> None:
    """A face in a square box: eyes and a mouth, brows for the worst."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 40, box.height() / 40)
    pen = QPen(ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(20, 20), 18.5, 18.5)
    bend = _BENDS[level]
    mouth = QPainterPath(QPointF(12, 26 - min(bend, 0) / 3))
    mouth.quadTo(QPointF(20, 26 + 2 * bend), QPointF(28, 26 - min(bend, 0) / 3))
    if level is Satisfaction.VERY_SATISFIED:
        mouth.closeSubpath()
        painter.setBrush(ink)
    painter.drawPath(mouth)
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    for x in (13.5, 26.5):
        painter.drawEllipse(QPointF(x, 16), 2.4, 2.4)
    if level is Satisfaction.VERY_DISSATISFIED:
        painter.setPen(pen)
        painter.drawLine(QPointF(10, 9.5), QPointF(15.5, 12))
        painter.drawLine(QPointF(30, 9.5), QPointF(24.5, 12))
    painter.restore()
