"""The dark side of the pages before the desk itself: the seal, the program's name, a row of houses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.theme.look import Scheme, WidthClass, look_now, width_class
from desk_app.ui.widgets.boxes import Canvas
from desk_app.ui.widgets.ink import metrics

_PAD = 28
AIR = 6
"""At least the reach of the focus ring, in logical pixels."""


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


class SplitPage(Canvas):
    """A page with a dark side that gives way where the window is small.

    ``shares`` says how many percent of the width the side takes in each class of width; 0 hides it.
    """

    def __init__(self, shares: Mapping[WidthClass, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = shares
        self.side = DarkPanel()
        self._halves = QHBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self.side)
        self.side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.side.setMinimumSize(1, 1)  # it gives way first, so that it never holds the window open

    def set_main(self, main: QWidget) -> None:
        """What lies beside the dark side."""
        main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._halves.addWidget(main)

    @staticmethod
    def air(page: QWidget) -> QWidget:
        """Room inside a page that scrolls, so that the focus ring of what lies at its edge is whole."""
        layout = page.layout()
        if layout is not None:
            layout.setContentsMargins(AIR, AIR, AIR, AIR)
        return page

    def fit(self, room: WidthClass) -> None:
        """Lay out for this much room; subclasses do more."""
        share = self._shares[room]
        self.side.setVisible(share > 0)
        self._halves.setStretch(0, share)
        self._halves.setStretch(1, 100 - share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self.fit(width_class(self.width(), look_now()))

    def changeEvent(self, event: QEvent) -> None:
        """Another look has other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit(width_class(self.width(), look_now()))


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
