"""The deadline lamp as a widget, with its word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.theme.look import look_now
from desk_app.ui.theme.marks import LampShape, paint_lamp
from desk_app.ui.widgets.ink import metrics

_GAP = 6


class Lamp(QWidget):
    """A lamp, and its word unless that stands beside it. ``size``: inline, table, detail, legend."""

    def __init__(
        self, lamp: LampShape, word: str = "", *, size: str = "table", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = f"lamp_{size}"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_lamp(lamp, word)

    def set_lamp(self, lamp: LampShape, word: str = "") -> None:
        """Another state."""
        self._lamp, self._word = lamp, word
        self.setAccessibleName(word or lamp.value)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Lamp and word."""
        current = look_now()
        side = current.size(self._size)
        measure = metrics(current, "caption")
        words = measure.horizontalAdvance(self._word) + _GAP if self._word else 0
        return QSize(side + words, max(side, measure.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lamp and word."""
        painter = QPainter(self)
        current = look_now()
        side = current.size(self._size)
        paint_lamp(painter, self._lamp, QRectF(0, (self.height() - side) / 2, side, side))
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        box = QRectF(side + _GAP, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._word)
