"""退还 and 交人保管: two short questions in place, wherever an original is shown (F45, B7)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.originals.values import OriginalAct, OriginalAnswer, OriginalAsk
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text


class OriginalStrip(QWidget):
    """Hidden while nothing is asked. Enter goes on to the next line, and from the last one it answers."""

    answered = Signal(object)
    """OriginalAnswer."""
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask: OriginalAsk | None = None
        self.question = Text("", "bodyStrong", wrap=True)
        self.to, self.reason = InputLine(_said("交给谁")), InputLine(_said("为什么没退"))
        for line in (self.to, self.reason):
            line.setProperty("small", True)
        self.reason.setPlaceholderText(_said("为什么没退：没来取、等补件"))
        self.to.returnPressed.connect(self._next)
        self.reason.returnPressed.connect(self.answer)
        yes = Button(_said("确定"), ButtonKind.PRIMARY, keys="Enter", size=ButtonSize.SMALL)
        yes.clicked.connect(self.answer)
        no = Button(_said("不了"), keys="Esc", size=ButtonSize.SMALL)
        no.clicked.connect(self.dropped)
        buttons = QHBoxLayout()
        buttons.addWidget(yes)
        buttons.addWidget(no)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(8)
        for part in (self.question, self.to, self.reason):
            box.addWidget(part)
        box.addLayout(buttons)
        self.hide()

    def ask(self, wanted: OriginalAsk | None) -> None:
        """Another question, or none; what was typed stays while it is the same."""
        if wanted == self._ask:
            return
        self._ask = wanted
        self.setVisible(wanted is not None)
        if wanted is None:
            return
        keeps = wanted.act is OriginalAct.HAND_ON
        question = _said("“{name}”交给谁保管？") if keeps else _said("“{name}”退到谁手里？")
        self.question.setText(question.format(name=wanted.name))
        self.to.setPlaceholderText(_said("保管人姓名") if keeps else _said("本人，或者代领人姓名"))
        self.to.setText("" if keeps else _said("本人"))
        self.reason.clear()
        self.reason.setVisible(keeps)
        self.set_problem("")
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to.selectAll()

    @property
    def asks(self) -> bool:
        """Whether a question is open."""
        return self._ask is not None

    def set_problem(self, part: str) -> None:
        """Which line does not do; none for an empty name."""
        for name, line in (("recipient", self.to), ("reason", self.reason)):
            line.set_problem(part == name)
            if part == name:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Enter in the last line."""
        if self._ask is not None:
            self.answered.emit(OriginalAnswer(self._ask, self.to.text().strip(), self.reason.text().strip()))

    def _next(self) -> None:
        if self.reason.isHidden():
            self.answer()
        else:
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)


def original_done(act: OriginalAct) -> str:
    """What was put on record, for the strip that stands for six seconds."""
    return _said(
        {
            OriginalAct.TAKE: "原件收下了，记下了",
            OriginalAct.CHECK: "原件看过，当场退了",
            OriginalAct.GIVE_BACK: "原件退还了，记下了",
            OriginalAct.HAND_ON: "交给谁保管，记下了",
        }[act]
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("Originals", text)
