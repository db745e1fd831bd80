"""The dark side of the pages before the desk itself: the seal, the program's name, a row of houses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.theme.look import Scheme, look_now
from desk_app.ui.widgets.ink import metrics

_PAD = 28


class DarkPanel(QWidget):
    """A ground in the colour of the rail; put things into :attr:`body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_PAD, _PAD + 8, _PAD, _PAD)
        self.body.setSpacing(10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground; where all grounds are black, a hairline says where it ends."""
        painter = QPainter(self)
        current = look_now()
        painter.fillRect(self.rect(), current.colour("rail"))
        if current.scheme is Scheme.HIGH_CONTRAST:
            painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), current.colour("line"))


class BrandWords(QWidget):
    """Large words on the dark ground, a line each."""

    def __init__(self, *lines: str, kind: str = "figure", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._kind = lines, kind
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("".join(lines))

    def _line_height(self) -> int:
        return round(look_now().pixels[self._kind] * 1.5)

    def sizeHint(self) -> QSize:
        """Room for all lines."""
        measure = metrics(look_now(), self._kind)
        width = max(measure.horizontalAdvance(line) for line in self._lines)
        return QSize(width + 2, self._line_height() * len(self._lines))

    def minimumSizeHint(self) -> QSize:
        """The name is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, in the ink of the seal."""
        painter = QPainter(self)
        current = look_now()
        painter.setFont(current.font(self._kind))
        painter.setPen(current.colour("sealText"))
        height = self._line_height()
        for number, line in enumerate(self._lines):
            box = QRectF(0, number * height, self.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
