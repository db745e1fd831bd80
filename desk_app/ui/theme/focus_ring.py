"""The focus ring: one widget that follows the keyboard, so that there is exactly one ring on the screen.

QSS cannot draw outside a widget, and a style in Python would be asked at every painted primitive; one
overlay a window is cheaper and cannot show two rings. Fields that are typed into show focus as their border
(style.qss), item views draw it round the current row (:func:`paint_row_ring`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QWidget,
)

from desk_app.ui.theme.look import look_now, tokens

OWN_RING = "drawsOwnFocus"
"""Dynamic property of a widget that shows focus itself."""

_TYPED_INTO = (QLineEdit, QAbstractSpinBox, QAbstractScrollArea, QMenu)
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


def ring_width() -> float:
    """Thickness of the ring in logical pixels."""
    return float(tokens()["focus"]["width"])


def ring_reach() -> int:
    """How far the ring reaches beyond its widget."""
    return round(ring_width() + float(tokens()["focus"]["offset"]) + 0.5)


class FocusRing(QWidget):
    """Put one into each window: ``FocusRing(window)``. It needs no further care."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusRing")
        self.hide()
        self._followed: tuple[QWidget, ...] = ()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._followed[0] if self._followed else None

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = _chain(new, self.window()) if new is not None and _wears_ring(new) else ()
        for widget in self._followed:
            widget.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep round the widget wherever it, or what it lies in, is moved."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target = self.target
        if target is None or not target.isVisible() or target.window() is not self.window():
            self.hide()
            return
        reach = ring_reach()
        corner = target.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded ring in the focus colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look_now().colour("focus"), ring_width()))
        half = ring_width() / 2
        radius = look_now().size("radius_button") + float(tokens()["focus"]["offset"]) + half
        target = self.target
        if target is not None and target.property("round"):
            radius = self.height() / 2 - half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)


def paint_row_ring(painter: QPainter, row: QRect) -> None:
    """The ring inside the current row of an item view that has focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look_now().colour("focus"), ring_width()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = ring_width() / 2
    painter.drawRect(QRectF(row).adjusted(half, half, -half, -half))
    painter.restore()


def _wears_ring(widget: QWidget) -> bool:
    if isinstance(widget, _TYPED_INTO) or widget.isWindow() or widget.property(OWN_RING):
        return False
    return not isinstance(widget, QComboBox)


def _chain(widget: QWidget, window: QWidget) -> tuple[QWidget, ...]:
    """The widget and everything it lies in, up to the window."""
    chain = [widget]
    while (above := chain[-1].parentWidget()) is not None and above is not window:
        chain.append(above)
    return tuple(chain)
