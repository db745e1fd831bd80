"""Page 4, 打印."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.screens.settings.papers.view import PaperTable
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRunPrinting", text)


class PrintingPage(QWidget):
    """A line for each kind of paper. Without a printer everything goes to a folder of PDF files."""

    changed = Signal(object, object)
    test_requested = Signal(object)
    look_again_requested = Signal()

    def __init__(self, sizes: Mapping[DocumentKind, Sequence[PaperSize]]) -> None:
        super().__init__()
        self.table = PaperTable(sizes)
        self.found = Text("", "body", "quiet", wrap=True)
        self.said = Text("", "body", "green", wrap=True)
        self.again = Button(_tr("重新查找"), icon="arrows-clockwise", size=ButtonSize.SMALL)
        card = Card()
        head = CardHead(_tr("每种文书用哪台"), "printer")
        head.add_right(self.again)
        card.set_head(head)
        card.body.addWidget(self.table)
        words = QHBoxLayout()
        words.addWidget(self.found, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(words)
        box.addWidget(card)
        box.addWidget(self.said)
        box.addStretch(1)
        self.table.changed.connect(self.changed)
        self.table.test_requested.connect(self.test_requested)
        self.again.clicked.connect(self.look_again_requested)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        printers = shown.printing.printers
        self.table.show_settings(shown.printing.settings, printers or (), busy=shown.busy)
        if printers is None:
            self.found.setText(_tr("正在查找打印机…"))
        elif printers:
            self.found.setText(_tr("找到 {n} 台打印机。试打的纸上只有样例人员。").format(n=len(printers)))
        else:
            self.found.setText(_tr("没找到打印机，凭证先存成 PDF，一样能办件。接好后点“重新查找”。"))
        self.said.setText(shown.said)
        self.said.setVisible(bool(shown.said))

    def focus_start(self) -> None:
        """The first choice."""
        self.table.focus_start()

    def focus_on(self, _name: str) -> None:
        """Nothing here asks for attention."""
