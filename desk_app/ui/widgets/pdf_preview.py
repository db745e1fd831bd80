"""The paper before it is printed: pictures of its pages, made elsewhere, scaled to the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.theme.look import look_now

_GAP = 8


def page_image(width: int, height: int, grey: bytes) -> QImage:
    """An image from grey pixels, 8 bits each, rows without padding. It owns its pixels."""
    return QImage(grey, width, height, width, QImage.Format.Format_Grayscale8).copy()


class PdfPreview(QWidget):
    """Pages one above another, as wide as the widget. Paper is white and black in every look."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._pages: tuple[QImage, ...] = ()
        self._scaled: list[QPixmap] = []
        self._scaled_for = (0, 0.0)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show a paper."""
        self._pages = tuple(pages)
        self._scaled_for = (0, 0.0)
        self.updateGeometry()
        self.update()

    def say(self, text: str) -> None:
        """Show words in place of a paper."""
        self._words = text
        self.show_pages(())

    @property
    def page_count(self) -> int:
        """Pages on show."""
        return len(self._pages)

    def heightForWidth(self, width: int) -> int:
        """All pages at this width."""
        heights = [self._height(page, width) for page in self._pages]
        return sum(heights) + _GAP * max(0, len(heights) - 1) if heights else 120

    def sizeHint(self) -> QSize:
        """A page 320 wide."""
        width = max(self.width(), 320)
        return QSize(width, self.heightForWidth(width))

    @staticmethod
    def _height(page: QImage, width: int) -> int:
        return round(page.height() * width / max(1, page.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pages with a hairline, or the words."""
        painter = QPainter(self)
        current = look_now()
        if not self._pages:
            painter.setPen(current.colour("text3"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(12, 0, -12, 0), flags, self._words)
            return
        top = 0
        for pixmap, page in zip(self._at_width(), self._pages, strict=True):
            box = QRect(0, top, self.width(), self._height(page, self.width()))
            painter.drawPixmap(box, pixmap)
            painter.setPen(current.colour("line"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            top += box.height() + _GAP

    def _at_width(self) -> list[QPixmap]:
        """Scaled once for each width and screen."""
        ratio = self.devicePixelRatioF()
        if self._scaled_for != (self.width(), ratio):
            self._scaled_for = (self.width(), ratio)
            smooth = Qt.TransformationMode.SmoothTransformation
            width = max(1, round(self.width() * ratio))
            self._scaled = [QPixmap.fromImage(page.scaledToWidth(width, smooth)) for page in self._pages]
        return self._scaled
