"""The words of a recovery sheet on the screen: large, in groups of four, four groups a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import metrics, paint_box

_A_LINE, _AIR = 4, 12


class SheetWords(QWidget):
    """Read, copied by hand, never selected or put on the clipboard."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_words(self, words: str) -> None:
        """Show these; "" takes them off the screen and out of memory."""
        groups = tuple(words.split("-")) if words else ()
        if groups != self.groups:
            self.groups = groups
            name = QCoreApplication.translate("SheetWords", "恢复单上的字")
            self.setAccessibleName(f"{name} {' '.join(' '.join(group) for group in groups)}".strip())
            self.updateGeometry()
            self.update()

    def _line(self) -> int:
        return metrics(look_now(), "date").height() + _AIR

    def sizeHint(self) -> QSize:
        """Room for all lines."""
        lines = -(-len(self.groups) // _A_LINE)
        return QSize(_A_LINE * self._cell(), lines * self._line() + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def _cell(self) -> int:
        return metrics(look_now(), "date").horizontalAdvance("WWWW") + 4 * _AIR

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A numbered cell for each group, so that no line is copied twice or left out."""
        painter = QPainter(self)
        current = look_now()
        box = QRectF(self.rect())
        paint_box(
            painter, box, current.size("radius_card"), current.colour("surfaceAlt"), current.colour("line")
        )
        cell = min(self._cell() + 2 * _AIR, self.width() // _A_LINE)
        for number, group in enumerate(self.groups):
            left = number % _A_LINE * cell + _AIR
            top = number // _A_LINE * self._line() + _AIR
            painter.setFont(current.font("caption"))
            painter.setPen(current.colour("text3"))
            place = QRectF(left, top, 2 * _AIR, self._line())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(number + 1))
            painter.setFont(current.font("date"))
            painter.setPen(current.colour("text"))
            place = QRectF(left + 2 * _AIR, top, cell, self._line())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, group)
