"""The strip that asks for a reason, or for a number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.numbers import ReceiptNumber
from desk_app.ui.screens.quick import words
from desk_app.ui.screens.quick.settling import Ask
from desk_app.ui.screens.quick.state import Row
from desk_app.ui.screens.quick.words import tr
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text


class AskStrip(Card):
    """Asks in place; Enter answers, Esc leaves things as they are."""

    answered = Signal(object, str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = Ask.COUNT
        self._heading = Text("", "bodyStrong", wrap=True)
        self.answer = InputLine(tr("回答"))
        self.answer.returnPressed.connect(self._confirm)
        self.problem = Text("", "caption", "red")
        self._yes = Button("", ButtonKind.PRIMARY, keys="Enter")
        self._yes.clicked.connect(self._confirm)
        leave = Button(tr("不做"), keys="Esc")
        leave.clicked.connect(self.leave)
        line = QHBoxLayout()
        line.addWidget(self.answer, 1)
        line.addWidget(self._yes)
        line.addWidget(leave)
        column = QVBoxLayout()
        column.addWidget(self._heading)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.body.addLayout(column)
        self.hide()

    def ask(self, ask: Ask, about: object, count: int) -> None:
        """Ask something; the keyboard is in the answer before the next key comes."""
        self._ask = ask
        heading, example, yes = words.ASKS[ask]
        self._heading.setText(tr(heading).format(about=_named(about, count)))
        self.answer.setPlaceholderText(tr(example))
        self.answer.clear()
        self._yes.setText(tr(yes))
        self.problem.setText("")
        self.show()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        text = self.answer.text().strip()
        if self._ask is Ask.COUNT and not (text.isascii() and text.isdecimal()):
            self.problem.setText(tr("填一个数字"))
        elif not text:
            self.problem.setText(tr("还没写原因"))
        else:
            self.hide()
            self.answered.emit(self._ask, text)

    def leave(self) -> None:
        """Leave things as they are."""
        self.hide()
        self.dismissed.emit()


def _named(about: object, count: int) -> str:
    if isinstance(about, Row):
        return words.number(about)
    return ReceiptNumber.parse(about).formatted if isinstance(about, str) else str(count)
