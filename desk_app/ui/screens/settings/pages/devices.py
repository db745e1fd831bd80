"""设备: the card reader with a trial, the scanner with a line to try it, the customer's screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.settings.pages.printing import value_texts
from desk_app.ui.screens.settings.row_builder import SettingRows
from desk_app.ui.screens.settings.sections import CUSTOMER, READER, SCANNER
from desk_app.ui.screens.settings.shown import Shown
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text

ASKED = frozenset({"socket", "http", "process", "simulator"})
"""Kinds that can be tried; a wedge types by itself."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsDevices", text)


class DevicesPage(QWidget):
    """A change holds at once; everything works with none of these."""

    try_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reader = SettingRows("reader", READER)
        self.scanner = SettingRows("scanner", SCANNER)
        self.customer = SettingRows("customer", CUSTOMER)
        self.rows = (self.reader, self.scanner, self.customer)
        self.trial = Button(_tr("试读一次"), icon="identification-card", size=ButtonSize.SMALL)
        self.trial.clicked.connect(self.try_requested)
        self.line = InputLine(_tr("在这里扫一下"))
        self.line.setMinimumWidth(280)
        self.line.setPlaceholderText(_tr("点这里，再扫一个码"))
        self.heard = Text("", "caption", "quiet", wrap=True)
        self.line.textEdited.connect(self._typed)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addWidget(self._reader_card())
        box.addWidget(self._scanner_card())
        card = Card()
        card.set_head(CardHead(_tr("客屏"), "monitor"))
        card.body.addWidget(self.customer)
        box.addWidget(card)
        box.addStretch(1)

    def _reader_card(self) -> Card:
        card = Card()
        head = CardHead(_tr("身份证读卡器"), "identification-card")
        head.add_right(self.trial)
        card.set_head(head)
        card.body.addWidget(self.reader)
        why = _tr("没有读卡器一样办，号码手工输入。卡上的照片不存、不显示；读卡只认这台电脑上的服务。")
        card.body.addWidget(Text(why, "caption", "faint", wrap=True))
        return card

    def _scanner_card(self) -> Card:
        card = Card()
        card.set_head(CardHead(_tr("扫码枪"), "barcode"))
        card.body.addWidget(self.scanner)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.line)
        line.addWidget(self.heard, 1)
        card.body.addLayout(line)
        return card

    def _typed(self, text: str) -> None:
        """Letters that stay in the line came too slowly for a scan, or without Enter."""
        self.heard.setText(_tr("字留在框里，就是没认成扫码：枪要在末尾加回车。") if text else "")

    def take_scan(self, text: str) -> bool:
        """A scan while the line has the keyboard is a trial and goes nowhere else."""
        if not self.line.hasFocus():
            return False
        self.line.clear()
        self.heard.setText(_tr("认出来了，{n} 位，末尾是 {end}").format(n=len(text), end=text[-2:]))
        return True

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        values = value_texts(shown.desk)
        for rows in self.rows:
            rows.show_values(values)
        self.trial.setEnabled(values["reader_kind"] in ASKED and not shown.busy)
        self.trial.set_words(_tr("正在读卡") if shown.busy else _tr("试读一次"))

    def focus_start(self) -> None:
        """The first row."""
        self.reader.focus_first()
