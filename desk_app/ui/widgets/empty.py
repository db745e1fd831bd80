"""Nothing here: good news first, then the next act. And grey rows while something is on its way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.theme.look import look_now
from desk_app.ui.theme.marks import Drawing, drawing_size, paint_drawing
from desk_app.ui.widgets.banner import NextAct, act_button
from desk_app.ui.widgets.boxes import IconMark, clear_layout
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.ink import paint_box
from desk_app.ui.widgets.seal import Seal
from desk_app.ui.widgets.text import Text

__all__ = ["EmptyState", "Picture", "Seal", "SkeletonRows"]


class Picture(QWidget):
    """One of our line drawings in its natural size, or larger."""

    def __init__(self, drawing: Drawing, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        width, height = drawing_size(drawing)
        self.setFixedSize(round(width * scale), round(height * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing."""
        paint_drawing(QPainter(self), self._drawing, self.rect())


class EmptyState(QWidget):
    """A drawing, a heading, a line, and at most one next act."""

    def __init__(self, drawing: Drawing = Drawing.TRAY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Text("", "subtitle", wrap=True)
        self.detail = Text("", "body", "quiet", wrap=True)
        for text in (self.heading, self.detail):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button: Button | None = None
        self._acts = QHBoxLayout()
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        box.addWidget(Picture(drawing), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(6)
        box.addWidget(self.heading)
        box.addWidget(self.detail)
        box.addLayout(self._acts)
        box.addStretch(3)

    def say(self, heading: str, detail: str = "", act: NextAct | None = None) -> None:
        """Good news first."""
        self.heading.setText(heading)
        self.detail.setText(detail)
        self.setAccessibleName(f"{heading} {detail}".strip())
        clear_layout(self._acts)
        self.button = act_button(act) if act else None
        if self.button is not None:
            self._acts.addStretch(1)
            self._acts.addWidget(self.button)
            self._acts.addStretch(1)


class SkeletonRows(QWidget):
    """Grey rows in the shape of what is coming, and a line that says how far it is. No spinner."""

    def __init__(self, rows: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars(rows)
        self.caption = Text("", "caption", "quiet")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconMark("hourglass-medium", "text2", 16))
        line.addWidget(self.caption, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(8)
        box.addWidget(self._bars)
        box.addLayout(line)
        box.addStretch(1)

    def say(self, text: str) -> None:
        """How far it is."""
        self.caption.setText(text)
        self.setAccessibleName(text)


class _Bars(QWidget):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 31 * self._rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        colour = current.colour("sunken" if not current.dark else "greySoft")
        wide = max(0, self.width() - 174)
        for number in range(self._rows):
            middle = 31 * number + 12
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(0, middle - 9, 18, 18))
            paint_box(painter, QRectF(32, middle - 7, 128, 14), 4, colour, None)
            length = wide * (1.0, 0.78, 1.0, 0.86)[number % 4]
            paint_box(painter, QRectF(174, middle - 7, length, 14), 4, colour, None)
