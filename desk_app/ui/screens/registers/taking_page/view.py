"""The page that takes over an old ledger, from the path of a file to the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.ledger import Problem
from desk_app.ui.messages import told
from desk_app.ui.screens.registers.taking import TakingShown
from desk_app.ui.screens.registers.taking_page.columns_card import ColumnsCard
from desk_app.ui.screens.registers.taking_page.words import before_words, verdict
from desk_app.ui.screens.registers.words import problem_words
from desk_app.ui.shortcuts import bind, shortcut
from desk_app.ui.table_model import Column, TableModel
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.table import Table

MOST_PROBLEMS = 500
Cells = tuple[str, ...]


class TakingPage(QWidget):
    """Path, columns, what is wrong, what it would bring, and what was taken before."""

    path_given = Signal(str)
    placed = Signal(object, object)
    take_requested = Signal()
    undo_requested = Signal(object)
    """UUID."""
    reason_given = Signal(str)
    close_requested = Signal()

    def __init__(self, ask_file: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask_file = ask_file
        self._shown = TakingShown()
        self.path = InputLine(self.tr("台账文件"))
        self.path.setPlaceholderText(self.tr("旧台账放在哪儿，.xlsx 或 .csv，回车看一看"))
        self.browse = Button(self.tr("选文件"), icon="folder-open")
        self.go = Button(self.tr("导入"), ButtonKind.PRIMARY, keys=shortcut("primary").key_text)
        self.leave = Button(self.tr("回台账"), keys="Esc")
        self.banner = Banner()
        self.banner.hide()
        self.columns = ColumnsCard()
        self.wrong = _rows(
            self.tr("哪里不对"), (self.tr("行"), self.tr("列"), self.tr("怎么了")), (90, 190, 0)
        )
        self.samples = _rows(
            self.tr("头几行"), (self.tr("日期"), self.tr("姓名"), self.tr("事项")), (110, 90, 0)
        )
        self.before = _rows(
            self.tr("导入过的"),
            (self.tr("导入日期"), self.tr("文件"), self.tr("行数"), self.tr("现在")),
            (110, 0, 90, 200),
        )
        self.reason = InputLine(self.tr("为什么撤销"))
        self.reason.setPlaceholderText(self.tr("为什么撤销，写完按回车"))
        self.reason.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.path, 1)
        for part in (self.browse, self.go, self.leave):
            top.addWidget(part)
        self._wrong_card = _card(self.tr("哪里不对"), "warning-circle", self.wrong.table)
        self._samples_card = _card(self.tr("头几行（号码已遮挡）"), "list", self.samples.table)
        before = _card(self.tr("导入过的，按 Del 撤销"), "clock", self.before.table)
        before.body.addWidget(self.reason)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._wrong_card, 3)
        right.addWidget(self._samples_card, 2)
        right.addWidget(before, 2)
        panes = QHBoxLayout()
        panes.setSpacing(12)
        panes.addWidget(self.columns, 2)
        panes.addLayout(right, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(top)
        box.addWidget(self.banner)
        box.addLayout(panes, 1)

    def _connect(self) -> None:
        self.path.returnPressed.connect(lambda: self.path_given.emit(self.path.text()))
        self.browse.clicked.connect(self._browse)
        self.go.clicked.connect(self.take_requested)
        self.leave.clicked.connect(self.close_requested)
        self.columns.placed.connect(self.placed)
        self.reason.returnPressed.connect(lambda: self.reason_given.emit(self.reason.text()))
        bind(self, {"registers.undo": self._undo})

    def show_taking(self, shown: TakingShown) -> None:
        """Everything as it is now."""
        asked_before, self._shown = self._shown.undoing, shown
        if self.path.text() != shown.path and not self.path.hasFocus():
            self.path.setText(shown.path)
        self._show_verdict(shown)
        self._show_look(shown)
        self.before.show([before_words(one) for one in shown.before])
        self.go.setEnabled(shown.ready and not shown.busy)
        self._ask_reason(shown, asked_before != shown.undoing)

    def _show_look(self, shown: TakingShown) -> None:
        look = shown.look
        problems: tuple[Problem, ...] = look.problems if look else ()
        self.columns.setVisible(look is not None)
        self._wrong_card.setVisible(bool(problems))
        self._samples_card.setVisible(look is not None and not problems)
        self.wrong.show([problem_words(problem) for problem in problems[:MOST_PROBLEMS]])
        self.samples.show(look.samples if look else ())
        if look is not None:
            self.columns.show_look(look)
        self.go.set_words(self.tr("导入 {n} 行").format(n=look.lines) if look else self.tr("导入"))

    def _show_verdict(self, shown: TakingShown) -> None:
        if shown.trouble is not None:
            self.banner.say(Tone.RED, *told(shown.trouble))
        elif shown.look is not None:
            self.banner.say(Tone.GREEN if shown.ready else Tone.AMBER, *verdict(shown.look))
        else:
            self.banner.hide()

    def _ask_reason(self, shown: TakingShown, turned: bool) -> None:
        if not turned:
            return
        self.reason.clear()
        self.reason.setVisible(shown.undoing is not None)
        target: QWidget = self.reason if shown.undoing is not None else self.before.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def primary(self) -> None:
        """Ctrl+Enter: look first, then take over."""
        if self._shown.look is None:
            self.path_given.emit(self.path.text())
        else:
            self.take_requested.emit()

    def focus_start(self) -> None:
        """The path."""
        self.path.setFocus(Qt.FocusReason.OtherFocusReason)
        self.path.selectAll()

    def refit(self) -> None:
        """After the look changed."""
        for rows in (self.wrong, self.samples, self.before):
            rows.table.refit()

    def _undo(self) -> None:
        at = self.before.table.currentIndex().row()
        shown = self._shown.before
        if self.before.table.hasFocus() and 0 <= at < len(shown) and not shown[at].undone:
            self.undo_requested.emit(shown[at].id)

    def _browse(self) -> None:
        path = self._ask_file()
        if path:
            self.path.setText(path)
            self.path_given.emit(path)


class _Rows:
    """A small table of words."""

    def __init__(self, name: str, titles: Sequence[str], widths: Sequence[int]) -> None:
        self.table = Table(name)
        columns = [
            Column[tuple[int, Cells]](title, _cell(at), width=width)
            for at, (title, width) in enumerate(zip(titles, widths, strict=True))
        ]
        self.model: TableModel[tuple[int, Cells]] = TableModel(columns, lambda row: row[0], self.table)
        self.table.show_model(self.model)
        self._told: list[Cells] = []

    def show(self, rows: Sequence[Cells]) -> None:
        """These rows; the current one stays where it is."""
        if list(rows) == self._told:
            return
        self._told, at = list(rows), max(0, self.table.currentIndex().row())
        self.model.set_rows(list(enumerate(rows)))
        if rows:
            self.table.selectRow(min(at, len(rows) - 1))


def _rows(name: str, titles: Sequence[str], widths: Sequence[int]) -> _Rows:
    return _Rows(name, titles, widths)


def _cell(at: int) -> Callable[[tuple[int, Cells]], str]:
    return lambda row: row[1][at]


def _card(title: str, icon: str, table: Table) -> Card:
    card = Card().without_padding()
    card.set_head(CardHead(title, icon))
    card.body.addWidget(table, 1)
    return card
