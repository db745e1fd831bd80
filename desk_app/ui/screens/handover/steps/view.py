"""装入 → 核对 → 交出 → 对方接收: what is done is ticked, what is being done stands out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.domain.handover import BatchState
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.shown import HandoverShown, Stage
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.ink import metrics, paint_box

_GAP, _LINE = 8, 26
ALL_DONE = len(words.STEPS)


def step_of(shown: HandoverShown) -> int:
    """The step that is being done, from 0; as many as there are once all are."""
    batch = shown.batch
    if batch is None or batch.state is BatchState.OPEN:
        return 1 if shown.stage is Stage.CHECK else 0
    settled = batch.state in (BatchState.SETTLED, BatchState.DROPPED)
    return ALL_DONE if settled else 2 if shown.view is not None and shown.view.owed else 3


class Steps(QWidget):
    """Painted in one go; read aloud as one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def show_step(self, at: int) -> None:
        """Another step."""
        if at != self._at:
            self._at = at
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        names = [words.said(step) for step in words.STEPS]
        now = names[self._at] if self._at < len(names) else words.said("都做完了")
        self.setAccessibleName(words.said("这一步：{step}").format(step=now))

    def sizeHint(self) -> QSize:
        """Room for four circles, their words and the lines between them."""
        circle = self._circle()
        widths = (self._advance(at) + circle + 2 * _GAP for at in range(ALL_DONE))
        return QSize(sum(widths) + (ALL_DONE - 1) * (_LINE + _GAP) - _GAP + 4, circle + 4)

    def _advance(self, at: int) -> int:
        kind = "bodyStrong" if at == self._at else "body"
        return metrics(look_now(), kind).horizontalAdvance(words.said(words.STEPS[at])) + 2

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    @staticmethod
    def _circle() -> int:
        return metrics(look_now(), "body").height() + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One step after another."""
        painter = QPainter(self)
        left = 0.0
        for at, step in enumerate(words.STEPS):
            left = self._paint_step(painter, left, at, words.said(step))
            if at + 1 < ALL_DONE:
                painter.setPen(look_now().colour("lineStrong"))
                middle = round(self.height() / 2)
                painter.drawLine(round(left), middle, round(left + _LINE), middle)
                left += _LINE + _GAP

    def _paint_step(self, painter: QPainter, left: float, at: int, text: str) -> float:
        current, side = look_now(), self._circle()
        circle = QRectF(left, (self.height() - side) / 2, side, side)
        done, now = at < self._at, at == self._at
        kind = "bodyStrong" if now else "body"
        if done:
            ink, ground = current.tone(Tone.GREEN)
            paint_box(painter, circle, side / 2, ground, None)
            paint_icon(painter, "check", circle.adjusted(5, 5, -5, -5), ink)
        else:
            paint_box(painter, circle, side / 2, current.colour("primary" if now else "sunken"), None)
            painter.setFont(current.font("caption"))
            painter.setPen(current.colour("onPrimary" if now else "text2"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(at + 1))
        painter.setFont(current.font(kind))
        painter.setPen(current.colour("text" if now else "text2"))
        box = QRectF(circle.right() + _GAP, 0, self._advance(at), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        return box.right() + _GAP
