"""Faces that ask: confirm (10a), sign, rate (10b)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.customer.faces.big_button import BigButton
from desk_app.ui.screens.customer.faces.mood import MoodCard
from desk_app.ui.screens.customer.faces.pad import SignaturePad
from desk_app.ui.screens.customer.faces.plain import centred
from desk_app.ui.screens.customer.values import LEVELS, Confirm, Fact, Ink, Rate, Sign
from desk_app.ui.screens.customer.words import tr
from desk_app.ui.widgets.boxes import Card, Line, clear_layout
from desk_app.ui.widgets.text import Text


class ConfirmPage(QWidget):
    """对不对: the facts, and two answers."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.title = Text(tr("请您看一看，对不对？"), "customerTitle")
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._facts.setHorizontalSpacing(40)
        self._facts.setVerticalSpacing(4)
        self._shown: tuple[tuple[Fact, ...], bool] = ((), False)
        card = Card()
        card.body.setContentsMargins(36, 12, 36, 12)
        card.body.addLayout(self._facts, 1)
        self.wrong = BigButton(tr("有不对的，请告诉我"), "no", "hand-palm")
        self.right = BigButton(tr("都对，确认"), "yes", "check-circle-fill")
        self.wrong.clicked.connect(lambda: self.answered.emit(False))
        self.right.clicked.connect(lambda: self.answered.emit(True))
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addWidget(self.wrong, 45)
        foot.addWidget(self.right, 55)
        box = QVBoxLayout(self)
        box.setSpacing(22)
        box.addWidget(self.title)
        box.addWidget(card, 1)
        box.addLayout(foot)

    def lay(self, face: Confirm) -> None:
        """Show the facts; once answered, say so and wait for the clerk."""
        open_ = face.answer is None
        self.right.setEnabled(open_)
        self.wrong.setEnabled(open_)
        said = {
            None: tr("请您看一看，对不对？"),
            True: tr("谢谢，都记下了"),
            False: tr("好的，请告诉工作人员哪里不对"),
        }
        self.title.setText(said[face.answer])
        if self._shown != (face.facts, face.veiled):
            self._shown = (face.facts, face.veiled)
            self._fill(face)

    def forget(self) -> None:
        """Nothing of anybody."""
        clear_layout(self._facts)
        self._shown = ((), False)

    def _fill(self, face: Confirm) -> None:
        clear_layout(self._facts)
        for number, fact in enumerate(face.facts):
            if number:
                self._facts.addWidget(Line(), 2 * number, 0, 1, 2)
            label = Text(fact.label, "customerLabel", "quiet")
            words = fact.veiled if face.veiled and fact.veiled else fact.value
            value = Text(words, "customerStrong" if fact.strong else "customerBody", wrap=True)
            self._facts.setRowStretch(2 * number + 1, 1)
            self._facts.addWidget(label, 2 * number + 1, 0, Qt.AlignmentFlag.AlignVCenter)
            self._facts.addWidget(value, 2 * number + 1, 1, Qt.AlignmentFlag.AlignVCenter)


class SignPage(QWidget):
    """Sign here."""

    signed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._for_what = Text("", "customerBody", "quiet", wrap=True)
        self.pad = SignaturePad()
        self.again = BigButton(tr("重写"), "no", "arrow-counter-clockwise")
        self.done = BigButton(tr("写好了"), "yes", "check-circle-fill")
        self.again.clicked.connect(self.pad.wipe)
        self.done.clicked.connect(self._finish)
        self.pad.written.connect(self.done.setEnabled)
        self.pad.written.connect(self.again.setEnabled)
        self.pad.wipe()
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addWidget(self.again, 35)
        foot.addWidget(self.done, 65)
        box = QVBoxLayout(self)
        box.setSpacing(18)
        box.addWidget(Text(tr("请您在这里签名"), "customerTitle"))
        box.addWidget(self._for_what)
        box.addWidget(self.pad, 1)
        box.addLayout(foot)

    def lay(self, face: Sign) -> None:
        """An empty pad."""
        self._for_what.setText(face.for_what)
        self.pad.wipe()

    def forget(self) -> None:
        """Nothing of anybody."""
        self._for_what.setText("")
        self.pad.wipe()

    def _finish(self) -> None:
        if not self.pad.empty:
            ink: Ink = self.pad.ink()
            self.signed.emit(ink)


class RatePage(QWidget):
    """Five cards."""

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        title = centred("customerTitle")
        title.setText(tr("您对这次服务满意吗？"))
        self._about = centred("customerBody", "quiet")
        self.cards = [MoodCard(level) for level in LEVELS]
        row = QHBoxLayout()
        row.setSpacing(20)
        for number, card in enumerate(self.cards, 1):
            card.clicked.connect(lambda _on=False, n=number: self.pressed.emit(n))
            row.addWidget(card)
        foot = Card()
        foot.body.setContentsMargins(28, 16, 28, 16)
        line = QHBoxLayout()
        line.addWidget(Text(tr("不方便按？告诉工作人员就行。"), "customerLabel", "quiet", wrap=True), 1)
        self._back = Text("", "customerLabel", "quiet")
        line.addWidget(self._back)
        foot.body.addLayout(line)
        box = QVBoxLayout(self)
        box.setSpacing(16)
        box.addStretch(1)
        box.addWidget(title)
        box.addWidget(self._about)
        box.addSpacing(12)
        box.addLayout(row, 8)
        box.addStretch(1)
        box.addWidget(foot)

    def lay(self, face: Rate, seconds: int) -> None:
        """Show what is rated."""
        self._about.setText(face.about)
        self._back.setText(tr("{n} 秒没人按就收起").format(n=seconds))

    def forget(self) -> None:
        """Nothing of anybody."""
        self._about.setText("")
