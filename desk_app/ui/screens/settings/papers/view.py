"""A line for each kind of paper: size, printer, copies, and a test print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.ui.screens.settings.papers.values import FOLDER, MOST_COPIES, THERMAL, PaperSetting
from desk_app.ui.widgets.boxes import Line
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

_COLUMNS = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaperTable", text)


class PaperLine:
    """The controls of one kind of paper."""

    def __init__(self, kind: DocumentKind, sizes: Sequence[PaperSize]) -> None:
        name = word(kind)
        self.kind, self.sizes = kind, tuple(sizes)
        self.setting = PaperSetting()
        self.printers: tuple[str, ...] = ()
        self.name = Text(name, "bodyStrong", wrap=True)
        self.size = PickBox(_tr("{paper}的纸张").format(paper=name))
        self.size.setMinimumContentsLength(8)
        self.size.addItems([word(size) for size in self.sizes])
        self.printer = PickBox(_tr("{paper}用哪台打印机").format(paper=name))
        self.printer.setMinimumContentsLength(8)
        self.copies = PickBox(_tr("{paper}打几份").format(paper=name))
        self.copies.setMinimumContentsLength(3)
        self.copies.addItems([_tr("{n} 份").format(n=count + 1) for count in range(MOST_COPIES)])
        self.test = Button(_tr("试打"), icon="printer", size=ButtonSize.SMALL)
        self.test.setAccessibleName(_tr("试打一张{paper}").format(paper=name))

    @property
    def boxes(self) -> tuple[PickBox, PickBox, PickBox]:
        """What is chosen in."""
        return (self.size, self.printer, self.copies)

    def show_setting(self, setting: PaperSetting, printers: Sequence[str]) -> None:
        """Show what is in force. A printer that is not there any more stays chosen, and says so."""
        self.setting = setting
        self.printers = (FOLDER, *printers, *_gone(setting.printer, printers))
        names = [_printer_name(name, printers) for name in self.printers]
        if names != [self.printer.itemText(at) for at in range(self.printer.count())]:
            self.printer.clear()
            self.printer.addItems(names)
        self.printer.setCurrentIndex(self.printers.index(setting.printer))
        self.printer.setToolTip(self.printer.currentText())
        self.size.setCurrentIndex(self.sizes.index(setting.size) if setting.size in self.sizes else 0)
        self.copies.setCurrentIndex(min(max(setting.copies, 1), MOST_COPIES) - 1)

    def chosen(self) -> PaperSetting:
        """What a person chose."""
        return replace(
            self.setting,
            printer=self.printers[self.printer.currentIndex()],
            size=self.sizes[self.size.currentIndex()],
            copies=self.copies.currentIndex() + 1,
        )


def _gone(printer: str, printers: Sequence[str]) -> tuple[str, ...]:
    return () if printer == FOLDER or printer in printers else (printer,)


def _printer_name(name: str, printers: Sequence[str]) -> str:
    if name == FOLDER:
        return _tr("存成 PDF（文件夹）")
    if name == THERMAL:
        return _tr("小票机") if name in printers else _tr("小票机（没填接在哪里）")
    return name if name in printers else _tr("{name}（没接上）").format(name=name)


class PaperTable(QWidget):
    """All kinds. ``changed`` and ``test_requested`` say what a person wished, never what code set."""

    changed = Signal(object, object)
    """(DocumentKind, PaperSetting)."""
    test_requested = Signal(object)

    def __init__(self, sizes: Mapping[DocumentKind, Sequence[PaperSize]]) -> None:
        super().__init__()
        self.lines = {kind: PaperLine(kind, sizes[kind]) for kind in DocumentKind if kind in sizes}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 4)
        for column, title in enumerate((_tr("文书"), _tr("纸张"), _tr("打印机"), _tr("份数"))):
            grid.addWidget(Text(title, "caption", "quiet"), 0, column)
        for number, line in enumerate(self.lines.values()):
            self._add(grid, line, 2 * number + 1)

    def _add(self, grid: QGridLayout, line: PaperLine, at: int) -> None:
        grid.addWidget(Line(), at, 0, 1, _COLUMNS)
        for column, widget in enumerate((line.name, *line.boxes, line.test)):
            grid.addWidget(widget, at + 1, column, Qt.AlignmentFlag.AlignVCenter)
        for box in line.boxes:
            box.activated.connect(lambda _at, line=line: self.changed.emit(line.kind, line.chosen()))
        line.test.clicked.connect(lambda _on=False, kind=line.kind: self.test_requested.emit(kind))

    def show_settings(
        self, settings: Mapping[DocumentKind, PaperSetting], printers: Sequence[str], *, busy: bool
    ) -> None:
        """Show what is in force; while a test is under way no other can be begun."""
        for kind, line in self.lines.items():
            line.show_setting(settings.get(kind, PaperSetting()), printers)
            line.test.setEnabled(not busy)

    def focus_start(self) -> None:
        """The first choice."""
        next(iter(self.lines.values())).size.setFocus()
