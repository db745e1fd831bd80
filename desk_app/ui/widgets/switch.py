"""A switch: on or off, said by place, shape and colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import paint_box


class Switch(QAbstractButton):
    """Pressed by Space, Enter or a click. ``clicked`` says that a person changed it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setProperty("round", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a small control allows a finger."""
        height = look_now().size("control_small") - 6
        return QSize(round(height * 1.8), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A groove and a knob; the knob of an open one carries a tick."""
        painter = QPainter(self)
        current = look_now()
        on, usable = self.isChecked(), self.isEnabled()
        box, radius = QRectF(self.rect()), self.height() / 2
        groove = ("primary" if on else "surface") if usable else "sunken"
        border = "primary" if on and usable else "lineStrong" if usable else "line"
        paint_box(painter, box, radius, current.colour(groove), current.colour(border))
        side = self.height() - 8
        left = self.width() - side - 4 if on else 4
        knob = QRectF(left, 4, side, side)
        fill = ("onPrimary" if on else "lineStrong") if usable else "text3"
        paint_box(painter, knob, side / 2, current.colour(fill), None)
        if on:
            ink = current.colour("primary" if usable else "sunken")
            paint_icon(painter, "check", knob.adjusted(side / 5, side / 5, -side / 5, -side / 5), ink)
