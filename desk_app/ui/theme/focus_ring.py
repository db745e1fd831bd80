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
from shiboken6 import Shiboken

from desk_app.ui.theme.look import OWN_RING, RING_HOME, look_now, tokens

_TYPED_INTO = (QLineEdit, QAbstractSpinBox, QAbstractScrollArea, QMenu, QComboBox)
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


def ring_width() -> float:
    """Thickness of the ring in logical pixels."""
    return float(tokens()["focus"]["width"])


def ring_reach() -> int:
    """How far the ring reaches beyond its widget."""
    return round(ring_width() + float(tokens()["focus"]["offset"]) + 0.5)


class FocusRing(QObject):
    """Make one for each window: ``FocusRing(window)``. It needs no further care."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ring: _Ring | None = None
        self._followed: tuple[QWidget, ...] = ()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
            self._focus_moved(None, application.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._followed[0] if self._followed else None

    @property
    def ring(self) -> QWidget | None:
        """The ring itself, while it is shown."""
        ring = self._ring
        return ring if ring is not None and Shiboken.isValid(ring) and not ring.isHidden() else None

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            if Shiboken.isValid(widget):
                widget.removeEventFilter(self)
        inside = new is not None and new.window() is self._window and _wears_ring(new)
        self._followed = _chain(new, self._window) if new is not None and inside else ()
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
        if self._ring is not None and Shiboken.isValid(self._ring):
            self._ring.hide()
        if target is None or not Shiboken.isValid(target) or not target.isVisible():
            return
        home = _home(self._followed, self._window)
        ring = self._ring_in(home)
        reach = ring_reach()
        corner = target.mapTo(home, QPoint(0, 0))
        ring.round = bool(target.property("round"))
        ring.setGeometry(QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach))
        ring.raise_()
        ring.show()

    def _ring_in(self, home: QWidget) -> _Ring:
        if self._ring is None or not Shiboken.isValid(self._ring):  # it went with the page it was on
            self._ring = _Ring(home)
        elif self._ring.parentWidget() is not home:
            self._ring.setParent(home)
        return self._ring


class _Ring(QWidget):
    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self.round = False
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded ring in the focus colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look_now().colour("focus"), ring_width()))
        half = ring_width() / 2
        radius = look_now().size("radius_button") + float(tokens()["focus"]["offset"]) + half
        if self.round:
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
    return not (isinstance(widget, _TYPED_INTO) or widget.isWindow() or widget.property(OWN_RING))


def _chain(widget: QWidget, window: QWidget) -> tuple[QWidget, ...]:
    """The widget and everything it lies in, up to the window."""
    chain = [widget]
    while (above := chain[-1].parentWidget()) is not None and above is not window:
        chain.append(above)
    return tuple(chain)


def _home(chain: tuple[QWidget, ...], window: QWidget) -> QWidget:
    """The innermost container that has room for a ring, or what a scroll area scrolls; at last the window."""
    for widget in chain[1:]:
        if widget.property(RING_HOME):
            return widget
        above = widget.parentWidget()
        if above is not None and isinstance(above.parentWidget(), QAbstractScrollArea):
            return widget
    return window
