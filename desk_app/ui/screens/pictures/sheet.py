"""One page of a picture, as large as wished; while it is being cut, with its four corners."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desk_app.domain.picture_work import Corners
from desk_app.ui.screens.pictures.calls import PagePixels
from desk_app.ui.screens.pictures.shown import Cutting
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import metrics

_ZOOMS = (1.0, 1.5, 2.0, 3.0)
_HANDLE = 9.0


class SheetCanvas(QWidget):
    """Paints a page to its own size; paper keeps its colours in every look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._cutting: Cutting | None = None
        self._words = ""
        self._scaled: QPixmap | None = None
        self._scaled_for = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def measure(self) -> QSize:
        """Pixels of the page; nothing while there is none."""
        return self._image.size() if self._image is not None else QSize()

    def show_page(self, page: PagePixels | None, words: str) -> None:
        """A page, or words in its place."""
        self._words = words
        self._image = self._scaled = None
        if page is not None:
            row = page.width * 3
            image = QImage(page.rgb, page.width, page.height, row, QImage.Format.Format_RGB888)
            self._image = image.copy()
        self.update()

    def show_cutting(self, cutting: Cutting | None) -> None:
        """Corners to cut along, or none."""
        if cutting != self._cutting:
            self._cutting = cutting
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page, then the corners."""
        painter = QPainter(self)
        current = look_now()
        if self._image is None:
            painter.setPen(current.colour("text3"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 0, -16, 0), flags, self._words)
            return
        painter.drawPixmap(self.rect(), self._at_size(self._image))
        painter.setPen(current.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._cutting is not None:
            self._paint_cut(painter, self._cutting)

    def _at_size(self, image: QImage) -> QPixmap:
        """Scaled once for each size and screen: print stays legible only when it is scaled smoothly."""
        ratio = self.devicePixelRatioF()
        wanted = (round(self.width() * ratio), round(self.height() * ratio))
        if self._scaled is None or self._scaled_for != wanted:
            smooth, whole = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
            self._scaled = QPixmap.fromImage(image.scaled(*wanted, whole, smooth))
            self._scaled_for = wanted
        return self._scaled

    def _paint_cut(self, painter: QPainter, cutting: Cutting) -> None:
        current = look_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPolygonF(self._points(cutting.corners))
        ink, ring = current.colour("primary"), current.colour("focus")
        veil = QColor(ink)
        veil.setAlphaF(0.14)
        painter.setBrush(veil)
        painter.setPen(QPen(ink, 2))
        painter.drawPolygon(shape)
        painter.setFont(current.font("caption"))
        for number, point in enumerate(self._points(cutting.corners)):
            chosen = number == cutting.at
            size = _HANDLE * (1.5 if chosen else 1.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ring if chosen else ink)
            painter.drawEllipse(point, size, size)
            painter.setPen(current.colour("onPrimary"))
            side = float(metrics(current, "caption").height())
            box = QRectF(point.x() - side, point.y() - side, 2 * side, 2 * side)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _points(self, corners: Corners) -> list[QPointF]:
        return [QPointF(x * self.width(), y * self.height()) for x, y in corners]


class SheetView(QScrollArea):
    """The canvas in the room there is. Zoom 1 shows the whole width; the keys stay with the list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.canvas = SheetCanvas()
        self.setWidget(self.canvas)
        self.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        self._zoom = 0
        self._whole = True
        self._page: PagePixels | None = None

    def show_page(self, page: PagePixels | None, words: str, cutting: Cutting | None) -> None:
        """A page of the picture at hand, or words."""
        if page is not self._page or page is None:
            self._page = page
            self.canvas.show_page(page, words)
        self.canvas.show_cutting(cutting)
        self._whole = self._zoom == 0
        self._fit()

    def zoom(self, step: int) -> None:
        """Larger, smaller; 0 is the whole page."""
        self._zoom = 0 if step == 0 else min(max(self._zoom + step, 0), len(_ZOOMS))
        self._whole = self._zoom == 0
        self._fit()

    def pan(self, across: int, down: int) -> None:
        """By a third of what is in sight."""
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by * bar.pageStep() // 3)

    def _fit(self) -> None:
        room, size = self.viewport().size(), self.canvas.measure
        if size.isEmpty():
            self.canvas.resize(room)
            return
        if self._whole:
            self.canvas.resize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
            return
        width = round(room.width() * _ZOOMS[self._zoom - 1])
        self.canvas.resize(width, round(size.height() * width / size.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room."""
        super().resizeEvent(event)
        self._fit()
