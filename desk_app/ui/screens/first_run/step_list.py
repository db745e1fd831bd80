"""The steps on the dark side: done, where we are, and what is still to come."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.screens.first_run.calls import Step
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, look_now
from desk_app.ui.widgets.ink import metrics, paint_box

_PAD, _GAP = 14, 14


class StepLine(QAbstractButton):
    """One step; pressed to go back to it."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self._number, self.done, self.here = number, False, False
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, *, here: bool, done: bool, reachable: bool, name: str) -> None:
        """Where it stands."""
        self.here, self.done = here, done
        self.setEnabled(reachable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if reachable and not here else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Circle and words."""
        current = look_now()
        width = metrics(current, "bodyStrong").horizontalAdvance(self.text())
        return QSize(width + self._side(current) + 2 * _PAD + _GAP, current.size("control") + 8)

    def _side(self, current: Look) -> int:
        return round(current.size("control") * 0.7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tick when it is done, else its number; a ground where we are."""
        painter = QPainter(self)
        current = look_now()
        if self.here:
            paint_box(
                painter,
                QRectF(self.rect()),
                current.size("radius_button"),
                current.colour("railActive"),
                None,
            )
        side = self._side(current)
        circle = QRectF(_PAD, (self.height() - side) / 2, side, side)
        self._paint_circle(painter, current, circle)
        ink = current.colour("onRailActive" if self.here else "railText")
        painter.setFont(current.font("bodyStrong" if self.here else "body"))
        painter.setPen(ink)
        box = QRectF(circle.right() + _GAP, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_circle(self, painter: QPainter, current: Look, circle: QRectF) -> None:
        radius = circle.width() / 2
        if self.done and not self.here:
            paint_box(painter, circle, radius, current.colour("successBtn"), None)
            mark = circle.adjusted(radius / 2, radius / 2, -radius / 2, -radius / 2)
            paint_icon(painter, "check", mark, current.colour("onSuccess"))
            return
        fill = current.colour("onRailActive") if self.here else None
        border = None if self.here else current.colour("railText")
        paint_box(painter, circle, radius, fill, border)
        painter.setFont(current.font("bodyStrong"))
        painter.setPen(current.colour("railActive" if self.here else "railText"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepList(QWidget):
    """All steps."""

    chosen = Signal(object)
    """A :class:`Step` that a person went to."""

    def __init__(self, words: Callable[[Step], str], state_words: Callable[[Step, bool, bool], str]) -> None:
        super().__init__()
        self._state_words = state_words
        self.lines = {step: StepLine(number, words(step)) for number, step in enumerate(Step, 1)}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for step, line in self.lines.items():
            box.addWidget(line)
            line.clicked.connect(lambda _on=False, step=step: self.chosen.emit(step))

    def show_steps(self, here: Step, done: Collection[Step], reachable: Collection[Step]) -> None:
        """Where we are."""
        for step, line in self.lines.items():
            line.show_state(
                here=step is here,
                done=step in done,
                reachable=step in reachable,
                name=self._state_words(step, step is here, step in done),
            )
