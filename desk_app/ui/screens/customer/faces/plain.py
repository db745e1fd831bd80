"""Faces with little on them: welcome, thanks, and how far a case is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.screens.customer.values import Progress, Step, Thanks
from desk_app.ui.screens.customer.words import tr
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.boxes import Card, clear_layout
from desk_app.ui.widgets.ink import metrics, paint_box
from desk_app.ui.widgets.text import Text

_MIDDLE = Qt.AlignmentFlag.AlignCenter


def centred(kind: str, tone: str = "") -> Text:
    """Words in the middle of the page."""
    text = Text("", kind, tone, wrap=True)
    text.setAlignment(_MIDDLE)
    return text


class WelcomePage(QWidget):
    """What stands there while nobody is spoken to."""

    def __init__(self) -> None:
        super().__init__()
        hello = centred("customerTitle")
        hello.setText(tr("您好，欢迎来办事"))
        what = centred("customerBody", "quiet")
        what.setText(tr("要办什么，跟工作人员说一声就行。"))
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(hello)
        box.addSpacing(14)
        box.addWidget(what)
        box.addStretch(3)


class ThanksPage(QWidget):
    """It was taken down."""

    def __init__(self) -> None:
        super().__init__()
        self._words = centred("customerTitle")
        self._detail = centred("customerBody", "quiet")
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(self._words)
        box.addSpacing(14)
        box.addWidget(self._detail)
        box.addStretch(3)

    def lay(self, face: Thanks) -> None:
        """Show it."""
        self._words.setText(face.words)
        self._detail.setText(face.detail)

    def forget(self) -> None:
        """Nothing of anybody."""
        self._words.setText("")
        self._detail.setText("")


class StepMark(QWidget):
    """One stage: a filled circle with a tick, or an empty one; the word and the day below."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step
        state = tr("做好了") if step.done else tr("还没到")
        self.setAccessibleName(tr("{word}，{state}").format(word=step.word, state=state))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Circle and two lines."""
        return QSize(150, 88 + 2 * metrics(look_now(), "customerBody").height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        side = 72.0
        circle = QRectF((self.width() - side) / 2, 4, side, side)
        done = self._step.done
        ground = current.colour("successBtn" if done else "surface")
        border = current.colour("successBtn" if done else "lineStrong")
        paint_box(painter, circle, side / 2, ground, border, 3)
        if done:
            paint_icon(painter, "check", circle.adjusted(18, 18, -18, -18), current.colour("onSuccess"))
        line = metrics(current, "customerBody").height()
        painter.setFont(current.font("customerBody"))
        painter.setPen(current.colour("text" if done else "text2"))
        painter.drawText(QRectF(0, side + 14, self.width(), line), _MIDDLE, self._step.word)
        painter.setFont(current.font("subtitle"))
        painter.setPen(current.colour("text2"))
        painter.drawText(QRectF(0, side + 14 + line, self.width(), line), _MIDDLE, self._step.note)


class ProgressPage(QWidget):
    """How far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._about = centred("customerTitle")
        self._until = centred("customerBody", "quiet")
        self._steps = QHBoxLayout()
        card = Card()
        card.body.setContentsMargins(20, 34, 20, 20)
        card.body.addLayout(self._steps)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addWidget(self._about)
        box.addSpacing(24)
        box.addWidget(card)
        box.addSpacing(24)
        box.addWidget(self._until)
        box.addStretch(2)

    def lay(self, face: Progress) -> None:
        """Show it."""
        self._about.setText(face.about)
        self._until.setText(face.until)
        clear_layout(self._steps)
        for step in face.steps:
            self._steps.addWidget(StepMark(step))

    def forget(self) -> None:
        """Nothing of anybody."""
        self._about.setText("")
        self._until.setText("")
        clear_layout(self._steps)
