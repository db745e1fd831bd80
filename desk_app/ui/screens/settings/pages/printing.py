"""打印: a printer for each kind of paper, and what slips say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.ui.screens.settings.papers.view import PaperTable
from desk_app.ui.screens.settings.row_builder import SettingRows
from desk_app.ui.screens.settings.sections import PAPER, SCANNER, THERMAL
from desk_app.ui.screens.settings.shown import DeskShown, Shown
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsPrinting", text)


CAMERA_WORDS = (
    "高拍仪的程序存到哪个文件夹，这里就填哪个；扫描仪一样。没有高拍仪也行：选文件、粘贴、拖进来都能放图。"
    "直接用摄像头拍，要另装 camera 部件；没装就没有“拍一张”，别的照常。"
)


def value_texts(shown: DeskShown) -> dict[str, str]:
    """The desk's values as rows say them."""
    values = shown.values
    return {
        "theme": values.theme,
        "large_type": "1" if values.large_type else "",
        "lock_after_minutes": str(values.lock_after_minutes),
        "explain_due": "1" if values.explain_due else "",
        "large_print": "1" if values.large_print else "",
        "backup_folder": values.backup_folder,
        "watch_folder": values.watch_folder,
        "after_stored": values.after_stored,
        "identity_purpose": values.identity_purpose,
        "thermal_address": values.thermal_address,
        "thermal_width": str(values.thermal_width),
        "reader_kind": values.reader_kind,
        "reader_address": values.reader_address,
        "reader_ask": values.reader_ask,
        "scan_prefix": values.scan_prefix,
        "scan_suffix": values.scan_suffix,
        "scan_tab": "1" if values.scan_tab else "",
        "customer_screen": "1" if values.customer_screen else "",
        "customer_near": "1" if values.customer_near else "",
    }


class PrintingPage(QWidget):
    """A change holds at once; nothing is asked when something is printed."""

    def __init__(self, sizes: Mapping[DocumentKind, Sequence[PaperSize]]) -> None:
        super().__init__()
        self.table = PaperTable(sizes)
        self.rows = SettingRows("paper", PAPER)
        self.scanner = SettingRows("scanner", SCANNER)
        self.thermal = SettingRows("thermal", THERMAL)
        self.try_thermal = Button(_tr("试打一张"), icon="printer", size=ButtonSize.SMALL)
        self.again = Button(_tr("重新查找"), icon="arrows-clockwise", keys="F5", size=ButtonSize.SMALL)
        self.found = Text("", "caption", "quiet", wrap=True)
        papers = Card()
        head = CardHead(_tr("每种文书用哪台"), "printer")
        head.add_right(self.again)
        papers.set_head(head)
        papers.body.addWidget(self.found)
        papers.body.addWidget(self.table)
        slips = Card()
        slips.set_head(CardHead(_tr("凭证"), "file-text"))
        slips.body.addWidget(self.rows)
        pictures = Card()
        pictures.set_head(CardHead(_tr("高拍仪、扫描仪和材料图像"), "camera"))
        pictures.body.addWidget(self.scanner)
        pictures.body.addWidget(Text(_tr(CAMERA_WORDS), "caption", "faint", wrap=True))
        rolls = Card()
        head = CardHead(_tr("小票机（直接接的热敏机）"), "printer")
        head.add_right(self.try_thermal)
        rolls.set_head(head)
        rolls.body.addWidget(self.thermal)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addWidget(pictures)
        box.addWidget(papers)
        box.addWidget(rolls)
        box.addWidget(slips)
        box.addStretch(1)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        printers = shown.desk.printers
        self.table.show_settings(shown.desk.papers, printers or (), busy=shown.busy)
        self.rows.show_values(value_texts(shown.desk))
        self.scanner.show_values(value_texts(shown.desk))
        self.thermal.show_values(value_texts(shown.desk))
        self.try_thermal.setEnabled(bool(shown.desk.values.thermal_address) and not shown.busy)
        if printers is None:
            self.found.setText(_tr("正在查找打印机…"))
        elif printers:
            self.found.setText(
                _tr("找到 {n} 台打印机。改完就生效；试打的纸上只有样例人员。").format(n=len(printers))
            )
        else:
            self.found.setText(_tr("没找到打印机，凭证先存成 PDF，一样能办件。接好后点“重新查找”。"))

    def focus_start(self) -> None:
        """The first choice."""
        self.table.focus_start()
