"""Questions of the page, asked in place: why a picture goes, what becomes of the file outside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.arrivals import AfterStored
from desk_app.ui.screens.pictures.shown import Asking
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text


class PictureAsk(QWidget):
    """Hidden while nothing is asked."""

    reasoned = Signal(str)
    settled = Signal(object)
    """AfterStored."""
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asking = Asking.NOTHING
        self.question = Text("", "bodyStrong", wrap=True)
        self.line = InputLine(self.tr("为什么拿掉"))
        self.line.setPlaceholderText(self.tr("例：拍糊了；放错了地方"))
        self.line.returnPressed.connect(lambda: self.reasoned.emit(self.line.text()))
        self.choices = QWidget()
        self._choose = Flow(self.choices)
        self.answers = {
            AfterStored.MOVE: self._choice(self.tr("移到“已存”文件夹"), 1, AfterStored.MOVE),
            AfterStored.KEEP: self._choice(self.tr("留在原处"), 2, AfterStored.KEEP),
            AfterStored.DELETE: self._choice(self.tr("删掉原文件"), 3, AfterStored.DELETE),
        }
        self.yes = Button(self.tr("拿掉"), ButtonKind.PRIMARY, keys="Enter", size=ButtonSize.SMALL)
        self.yes.clicked.connect(lambda: self.reasoned.emit(self.line.text()))
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        no = Button(self.tr("不了"), keys="Esc", size=ButtonSize.SMALL)
        no.clicked.connect(self.dropped)
        buttons = QHBoxLayout()
        buttons.addWidget(self.yes)
        buttons.addWidget(no)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(8)
        for part in (self.question, self.line, self.choices):
            box.addWidget(part)
        box.addLayout(buttons)

    def _choice(self, text: str, number: int, after: AfterStored) -> Button:
        button = Button(text, keys=f"Alt+{number}", size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.settled.emit(after))
        self._choose.addWidget(button)
        return button

    def pick(self, number: int) -> None:
        """Alt and a number."""
        if self._asking is Asking.AFTER and number <= len(self.answers):
            self.settled.emit(list(self.answers)[number - 1])

    def ask(self, asking: Asking) -> bool:
        """Another question, or none; True when the keyboard was taken or is free again."""
        if asking is self._asking:
            return False
        self._asking = asking
        after = asking is Asking.AFTER
        self.question.setText(
            self.tr("图已加密存好。原来的文件怎么办？以后都照这样，设置里能改。")
            if after
            else self.tr("为什么拿掉这份图？图不会删，只是不再放在这里")
        )
        self.line.setVisible(not after)
        self.yes.setVisible(not after)
        self.choices.setVisible(after)
        self.line.clear()
        self.setVisible(asking is not Asking.NOTHING)
        if asking is Asking.REASON:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif after:
            next(iter(self.answers.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        return True
