"""The program's mark as a widget."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.marks import paint_seal


class Seal(QWidget):
    """The seal 便民."""

    def __init__(self, side: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self.setAccessibleName("便民")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The seal."""
        paint_seal(QPainter(self), self.rect())
