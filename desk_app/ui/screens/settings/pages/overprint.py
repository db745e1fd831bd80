"""套打: a paper, its sheet, the facts on it; and the offset of a printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.documents import DocumentKind
from desk_app.domain.overprint import SHEETS, Fact, Form
from desk_app.ui.screens.settings.overprint.canvas import FormCanvas
from desk_app.ui.screens.settings.papers.values import FOLDER, THERMAL
from desk_app.ui.screens.settings.shown import OverprintShown, Shown
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.line import InputLine, PickBox
from desk_app.ui.widgets.switch import Switch
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

_SIZES, _FACTS = tuple(SHEETS), tuple(Fact)
_NUMBERS = ("x", "y", "size", "width")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsOverprint", text)


def _row(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


class OverprintPage(QWidget):
    """The sheet has the room; what belongs to it stands beside it."""

    paper_chosen = Signal(object)
    form_changed = Signal(object)
    fact_added = Signal(object)
    number_typed = Signal(str, str)
    printer_chosen = Signal(str)
    offset_stepped = Signal(int, int)

    def __init__(self, papers: Sequence[DocumentKind]) -> None:
        super().__init__()
        self._papers = tuple(papers)
        self._printers: tuple[str, ...] = (FOLDER,)
        self._form = Form(self._papers[0])
        self.paper = PickBox(_tr("哪张文书"))
        self.paper.addItems([word(kind) for kind in self._papers])
        self.paper_size = PickBox(_tr("表格纸多大"))
        self.paper_size.addItems([word(size) for size in _SIZES])
        self.use = Switch(_tr("这张文书打在印好的表格上"))
        self.picture = Button(_tr("选表样图片"), icon="camera", size=ButtonSize.SMALL)
        self.fact = PickBox(_tr("放什么内容"))
        self.fact.addItems([word(fact) for fact in _FACTS])
        self.add = Button(_tr("放上去"), icon="plus", size=ButtonSize.SMALL)
        self.canvas = FormCanvas()
        names = (_tr("左边距（毫米）"), _tr("上边距（毫米）"), _tr("字号（磅）"), _tr("最宽（毫米，0 不限）"))
        self.numbers = {part: InputLine(name) for part, name in zip(_NUMBERS, names, strict=True)}
        self.remove = Button(_tr("拿掉"), keys="Del", size=ButtonSize.SMALL)
        self.printer = PickBox(_tr("哪台打印机"))
        self.offset = Text("", "body", wrap=True)
        self.steps = [
            Button(text, size=ButtonSize.SMALL)
            for text in (_tr("左 0.1"), _tr("右 0.1"), _tr("上 0.1"), _tr("下 0.1"))
        ]
        self.calibrate = Button(_tr("打校准页"), icon="printer", size=ButtonSize.SMALL)
        self.test = Button(_tr("套打试一张"), icon="printer", size=ButtonSize.SMALL)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        card.set_head(CardHead(_tr("表格"), "file-text"))
        for label, widget in ((_tr("哪张文书"), self.paper), (_tr("表格纸多大"), self.paper_size)):
            card.body.addWidget(Text(label, "label", "quiet"))
            card.body.addWidget(widget)
        card.body.addLayout(_row(self.use, Text(_tr("打在印好的表格上"), "body")))
        card.body.addLayout(_row(self.picture))
        card.body.addWidget(Text(_tr("放什么内容"), "label", "quiet"))
        card.body.addLayout(_row(self.fact, self.add))
        grid = QGridLayout()
        for at, line in enumerate(self.numbers.values()):
            grid.addWidget(Text(line.accessibleName(), "label", "quiet"), at // 2 * 2, at % 2)
            grid.addWidget(line, at // 2 * 2 + 1, at % 2)
        card.body.addLayout(grid)
        card.body.addLayout(_row(self.remove))
        offset = Card()
        offset.set_head(CardHead(_tr("打偏了就校准"), "printer"))
        offset.body.addWidget(self.printer)
        offset.body.addWidget(self.offset)
        offset.body.addLayout(_row(*self.steps))
        offset.body.addLayout(_row(self.calibrate, self.test))
        sheet = Card()
        sheet.set_head(CardHead(_tr("表样"), "eye"))
        keys = _tr("方向键挪 0.5 毫米，加 Shift 挪 5 毫米，PageDown 换下一个，Del 拿掉")
        sheet.body.addWidget(Text(keys, "caption", "quiet", wrap=True))
        sheet.body.addWidget(self.canvas)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(card)
        left.addWidget(offset)
        right.addWidget(sheet)
        for box in (left, right):
            box.addStretch(1)
        across = QHBoxLayout(self)
        across.setSpacing(12)
        across.addLayout(left, 4)
        across.addLayout(right, 6)

    def _connect(self) -> None:
        self.paper.activated.connect(lambda at: self.paper_chosen.emit(self._papers[at]))
        self.paper_size.activated.connect(lambda at: self.form_changed.emit(self._form.on(_SIZES[at])))
        self.use.clicked.connect(lambda on=False: self.form_changed.emit(replace(self._form, in_use=on)))
        self.add.clicked.connect(self._add)
        for part, line in self.numbers.items():
            line.left.connect(lambda part=part, line=line: self.number_typed.emit(part, line.text()))
            line.returnPressed.connect(lambda part=part, line=line: self.number_typed.emit(part, line.text()))
        self.printer.activated.connect(lambda at: self.printer_chosen.emit(self._printers[at]))
        for button, step in zip(self.steps, ((-1, 0), (1, 0), (0, -1), (0, 1)), strict=True):
            button.clicked.connect(lambda _on=False, step=step: self.offset_stepped.emit(*step))

    def _add(self) -> None:
        self.fact_added.emit(_FACTS[self.fact.currentIndex()])
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        overprint = shown.overprint
        self._form = form = overprint.form
        self.paper.setCurrentIndex(self._papers.index(form.kind))
        self.paper_size.setCurrentIndex(_SIZES.index(form.size))
        self.use.setChecked(form.in_use)
        self.canvas.show_form(form, overprint.at, overprint.picture)
        spot = form.spots[overprint.at] if overprint.at < len(form.spots) else None
        for part, line in self.numbers.items():
            text = f"{getattr(spot, part):g}" if spot else ""
            if not line.hasFocus() and line.text() != text:
                line.setText(text)
            line.setEnabled(spot is not None)
        self.remove.setEnabled(spot is not None)
        self._lay_printers(overprint, shown)
        for button in (self.calibrate, self.picture):
            button.setEnabled(not shown.busy)
        self.test.setEnabled(bool(form.spots) and not shown.busy)

    def _lay_printers(self, overprint: OverprintShown, shown: Shown) -> None:
        found = tuple(name for name in shown.desk.printers or () if name != THERMAL)
        self._printers = (FOLDER, *found)
        names = [_tr("存成 PDF（文件夹）"), *found]
        if names != [self.printer.itemText(at) for at in range(self.printer.count())]:
            self.printer.clear()
            self.printer.addItems(names)
        if overprint.printer in self._printers:
            self.printer.setCurrentIndex(self._printers.index(overprint.printer))
        offset = overprint.offset
        self.offset.setText(
            _tr("现在往回让：左右 {across:+.1f}，上下 {down:+.1f} 毫米").format(
                across=offset.across, down=offset.down
            )
        )

    def focus_start(self) -> None:
        """The first choice."""
        self.paper.setFocus()
