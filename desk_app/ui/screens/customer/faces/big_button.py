"""A button for a finger: 88 logical pixels high at least, large words, an icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import metrics, paint_box

LEAST = 88
"""experience.md §9."""
_KINDS = {
    "yes": ("successBtn", "onSuccess", "successBtn"),
    "no": ("surface", "link", "link"),
}


class BigButton(QAbstractButton):
    """``kind`` is "yes" (filled) or "no" (framed)."""

    def __init__(self, text: str, kind: str, icon: str) -> None:
        super().__init__()
        self._kind, self._icon = kind, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        measure = metrics(look_now(), "customerBody")
        return QSize(
            measure.horizontalAdvance(self.text()) + 2 * measure.height() + 48,
            max(LEAST + 16, measure.height() * 2),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words in the middle."""
        painter = QPainter(self)
        current = look_now()
        ground, ink, border = (current.colour(role) for role in _KINDS[self._kind])
        if not self.isEnabled():
            ground, ink, border = (current.colour(role) for role in ("surfaceAlt", "text3", "line"))
        paint_box(painter, QRectF(self.rect()), 12, ground, border, 3)
        font = current.font("customerBody")
        measure = metrics(current, "customerBody")
        side, gap = measure.height(), 18
        room = self.width() - side - gap - 24
        words = measure.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        left = (self.width() - side - gap - measure.horizontalAdvance(words)) / 2
        paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(left + side + gap, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
