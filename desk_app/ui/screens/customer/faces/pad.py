"""The pad: what a finger, a pen or a mouse draws, kept as strokes and given back as a picture."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.screens.customer.values import Ink, Point
from desk_app.ui.screens.customer.words import tr
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import paint_box

MOST_POINTS = 20_000
"""A signature has some hundreds; a child with the pen has more."""
_PEN = 4.0
_MARGIN = 12


class SignaturePad(QWidget):
    """Touch arrives as mouse events, a pen with its pressure. ``written`` says whether there is ink."""

    written = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[list[Point]] = []
        self._begun = 0
        self._drawing = False
        self._points = 0
        self.setAccessibleName(tr("签名的地方"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    def sizeHint(self) -> QSize:
        """As wide as the page, a third of it high."""
        return QSize(900, 320)

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self._strokes

    def wipe(self) -> None:
        """重写."""
        self._strokes, self._points, self._drawing = [], 0, False
        self.written.emit(False)
        self.update()

    def ink(self) -> Ink:
        """What was written: picture and strokes."""
        return Ink(self._picture(), tuple(tuple(stroke) for stroke in self._strokes))

    def _down(self, at: QPointF, when: int, pressure: float) -> None:
        if not self._strokes:
            self._begun = when
        self._drawing = True
        self._strokes.append([])
        self._go(at, when, pressure)
        self.written.emit(True)

    def _go(self, at: QPointF, when: int, pressure: float) -> None:
        if self._points >= MOST_POINTS:
            return
        self._points += 1
        x = min(max(at.x(), 0.0), float(self.width()))
        y = min(max(at.y(), 0.0), float(self.height()))
        self._strokes[-1].append((round(x, 1), round(y, 1), when - self._begun, round(pressure, 3)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._down(event.position(), event.timestamp(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes on."""
        if self._drawing:
            self._go(event.position(), event.timestamp(), 0.5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It ends."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._drawing = False

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen says how hard it is pressed."""
        match event.type():
            case QTabletEvent.Type.TabletPress:
                self._down(event.position(), event.timestamp(), event.pressure())
            case QTabletEvent.Type.TabletMove if self._drawing:
                self._go(event.position(), event.timestamp(), event.pressure())
            case QTabletEvent.Type.TabletRelease:
                self._drawing = False
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, a line to write on, the ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        paint_box(
            painter, QRectF(self.rect()), 12, current.colour("surface"), current.colour("lineStrong"), 2
        )
        base = round(self.height() * 0.78)
        painter.setPen(QPen(current.colour("line"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(40, base, self.width() - 40, base)
        self._draw(painter, current.colour("text"))

    def _draw(self, painter: QPainter, ink: QColor) -> None:
        for stroke in self._strokes:
            for before, after in zip(stroke, [*stroke[1:], stroke[-1]], strict=True):
                pen = QPen(ink, _PEN * (0.5 + after[3]), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawLine(QPointF(*before[:2]), QPointF(*after[:2]))

    def _picture(self) -> bytes:
        """Black on white, cut to the ink: as it is printed and kept, whatever the colours of the desk."""
        xs = [point[0] for stroke in self._strokes for point in stroke] or [0.0]
        ys = [point[1] for stroke in self._strokes for point in stroke] or [0.0]
        left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
        width, height = max(xs) - left + _MARGIN, max(ys) - top + _MARGIN
        image = QImage(round(width), round(height), QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-left, -top)
        self._draw(painter, QColor(Qt.GlobalColor.black))
        painter.end()
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know the name as bytes alone
        return bytes(held.data())
