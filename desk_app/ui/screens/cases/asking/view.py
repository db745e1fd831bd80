"""One line with ready answers: what for, or why. Enter answers, Esc drops the question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.cases.standing import Asking
from desk_app.ui.widgets.boxes import clear_layout
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text


class AskStrip(QWidget):
    """Hidden while nothing is asked."""

    answered = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = Asking.NOTHING
        self.question = Text("", "bodyStrong", wrap=True)
        self.line = InputLine(self.tr("用途或原因"))
        self.line.setProperty("small", True)
        self.line.returnPressed.connect(self._answer)
        self.ready = Flow()
        self.yes = Button(self.tr("确定"), ButtonKind.PRIMARY, keys="Enter", size=ButtonSize.SMALL)
        self.yes.clicked.connect(self._answer)
        no = Button(self.tr("不了"), keys="Esc", size=ButtonSize.SMALL)
        no.clicked.connect(self.dropped)
        buttons = QHBoxLayout()
        buttons.addWidget(self.yes)
        buttons.addWidget(no)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(8)
        box.addWidget(self.question)
        box.addLayout(self.ready)
        box.addWidget(self.line)
        box.addLayout(buttons)
        self.hide()

    def ask(self, asking: Asking) -> None:
        """Another question, or none; what was typed stays while the question is the same."""
        if asking is self._asking:
            return
        self._asking = asking
        self.setVisible(asking is not Asking.NOTHING)
        if asking is Asking.NOTHING:
            return
        question, hint, yes, ready = self._words(asking)
        self.question.setText(question)
        self.line.setAccessibleName(question)
        self.line.setPlaceholderText(hint)
        self.line.clear()
        self.yes.set_words(yes)
        clear_layout(self.ready)
        for text in ready:
            self.ready.addWidget(self._ready_button(text))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, on: bool) -> None:
        """A red frame while the answer does not do."""
        self.line.set_problem(on)

    def _ready_button(self, text: str) -> Button:
        button = Button(text, size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.answered.emit(text))
        return button

    def _words(self, asking: Asking) -> tuple[str, str, str, tuple[str, ...]]:
        if asking is Asking.PURPOSE:
            ready = (self.tr("核对身份"), self.tr("打电话"), self.tr("填业务系统"))
            question = self.tr("看完整号码做什么用？会记下来")
            return question, self.tr("写明用途"), self.tr("看号码"), ready
        ready = (self.tr("信息填错了"), self.tr("选错事项"), self.tr("群众不办了"))
        return self.tr("为什么撤回这次受理？"), self.tr("写明原因"), self.tr("撤回这次受理"), ready

    def _answer(self) -> None:
        self.answered.emit(self.line.text())
