"""The list of cases: it shows the rows it is told, and says which case was reached or opened."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.case_list import CaseSort
from desk_app.domain.worktime import Lamp as LampState
from desk_app.ui.messages import told
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.listing import ListShown, RowsRead
from desk_app.ui.screens.cases.no_rows.view import RowsOrNone
from desk_app.ui.screens.cases.rows import Cell, Row
from desk_app.ui.screens.cases.table.columns import columns, sorted_cells
from desk_app.ui.screens.cases.table.delegate import CaseDelegate
from desk_app.ui.screens.cases.table.fitting import ColumnFit
from desk_app.ui.table_model import TableModel
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.theme.marks import LampShape
from desk_app.ui.widgets.banner import Banner, NextAct
from desk_app.ui.widgets.boxes import Card, CardFoot
from desk_app.ui.widgets.lamp import Lamp
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.table import Table
from desk_app.ui.widgets.text import Text

_LEGEND = (LampState.OK, LampState.SOON, LampState.DUE, LampState.OVERDUE, LampState.DONE)


class ListFoot(CardFoot):
    """How many, what the lamps mean, and the order."""

    sort_requested = Signal(object, bool)
    """(CaseSort, latest first)."""

    def __init__(self) -> None:
        super().__init__()
        self.count = Text("", "caption", "quiet")
        self.row.addWidget(self.count)
        self.legend = QWidget()
        lamps = QHBoxLayout(self.legend)
        lamps.setContentsMargins(8, 0, 0, 0)
        lamps.setSpacing(12)
        for state in _LEGEND:
            lamps.addWidget(Lamp(LampShape(state.value), words.lamp_word(state), size="inline"))
        self.row.addWidget(self.legend)
        self.row.addStretch(1)
        self.order = PickBox(self.tr("排序"))
        self.order.setProperty("small", True)
        for sort in CaseSort:
            self.order.addItem(words.sort_word(sort))
        self.order.activated.connect(self._order_chosen)
        self.row.addWidget(self.order)
        self.row.setContentsMargins(look_now().size("card_padding"), 6, 8, 6)

    def show_list(self, shown: ListShown) -> None:
        """The count as far as it is known, and the order in force."""
        total = shown.total if shown.total is not None else shown.loaded
        text = self.tr("共 {n} 件").format(n=total) if not shown.fresh else ""
        if shown.stale:
            text += self.tr("，有新变化，按 F5 刷新")
        self.count.setText(text)
        self.order.setCurrentIndex(list(CaseSort).index(shown.question.sort))
        self.order.setEnabled(not shown.question.text.strip())  # a search is answered newest first

    def _order_chosen(self, at: int) -> None:
        sort = list(CaseSort)[at]
        self.sort_requested.emit(sort, sort is CaseSort.RECEIVED)


class CaseTable(QWidget):
    """The card with the table; in its place a skeleton, good news, or what went wrong."""

    case_requested = Signal(object)
    """UUID: a row was reached."""
    open_requested = Signal(object)
    """UUID: Enter or a double click."""
    more_requested = Signal()
    sort_requested = Signal(object, bool)
    chip_requested = Signal(object)
    text_requested = Signal(str)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[Row] = TableModel(
            columns(_titles()),
            lambda row: row.id,
            self,
            load_more=self._ask_more,
            sort_by=lambda key, descending: self.sort_requested.emit(CaseSort(key), descending),
        )
        self.table = Table(self.tr("办件列表"))
        self.table.setItemDelegate(CaseDelegate(self.table))
        self.table.show_model(self.model)
        self._shown = ListShown()
        self.fit = ColumnFit(self.table, self.model)
        self.fit.changed.connect(lambda: self._show_order(self._shown))
        self.table.row_changed.connect(self._row_reached)
        self.table.opened.connect(lambda at: self.open_requested.emit(self.model.row_at(at).id))
        self.place = RowsOrNone(self.table)
        self.place.chip_requested.connect(self.chip_requested)
        self.place.text_requested.connect(self.text_requested)
        self.banner = Banner(Tone.RED)
        self.foot = ListFoot()
        self.foot.sort_requested.connect(self.sort_requested)
        self._width = WidthClass.WIDE
        self._quiet = False
        self._called: UUID | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card().without_padding()
        card.body.addWidget(self.place, 1)
        card.set_foot(self.foot)
        self.banner.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.banner)
        box.addWidget(card, 1)

    def show_rows(self, read: RowsRead) -> None:
        """These rows instead of all others. What is selected, and what is in sight, stays where it can."""
        here, top = self.current_id(), self.table.rowAt(0)
        top_id = self.model.row_at(top).id if 0 <= top < self.model.rowCount() else None
        if not self._changed_in_place(read):
            self.model.set_rows(read.rows, read.more)
            if not read.fresh and top_id is not None and (at := self.model.find(top_id)) >= 0:
                self.table.scrollTo(self.model.index(at, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        if read.fresh and self._called is None and read.rows:
            self.table.selectRow(0)
        else:
            self.mark(self._called or here)

    def _changed_in_place(self, read: RowsRead) -> bool:
        """When the same cases stand in the same order, only those that changed are painted anew."""
        old = self.model.rows
        if read.fresh or [row.id for row in old] != [row.id for row in read.rows]:
            return False
        for before, now in zip(old, read.rows, strict=True):
            if before != now:
                self.model.replace_row(now)
        self.model.append_rows((), read.more)
        return True

    def append_rows(self, read: RowsRead) -> None:
        """The next page."""
        self.model.append_rows(read.rows, read.more)

    def mark(self, case_id: UUID | None) -> None:
        """Select a row without asking for its case; none when it is not listed."""
        at = self.model.find(case_id) if case_id is not None else -1
        if at == self.table.currentIndex().row() and at >= 0:
            return
        self._quiet = True
        if at >= 0:
            self.table.selectRow(at)
        else:
            self.table.clearSelection()
            nothing = self.model.index(-1, -1)
            self.table.selectionModel().setCurrentIndex(nothing, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._quiet = False

    def call(self, case_id: UUID) -> None:
        """A case was opened from elsewhere: its row is marked, and no other takes its place on the page."""
        self._called = case_id
        self.mark(case_id)

    def current_id(self) -> UUID | None:
        """The case of the current row."""
        at = self.table.currentIndex().row()
        return self.model.row_at(at).id if at >= 0 else None

    def show_list(self, shown: ListShown) -> None:
        """What stands round the rows."""
        if shown.question != self._shown.question:
            self._called = None
        if shown.trouble is not self._shown.trouble:
            self._show_trouble(shown)
        self._shown = shown
        self.foot.show_list(shown)
        self.place.show_list(shown)
        self._show_order(shown)

    def _show_order(self, shown: ListShown) -> None:
        """The arrow stands over the column in whose order the list is."""
        header = self.table.horizontalHeader()
        cells = [cell for cell in sorted_cells(shown.question.sort) if not self.table.isColumnHidden(cell)]
        order = Qt.SortOrder.DescendingOrder if shown.question.descending else Qt.SortOrder.AscendingOrder
        header.blockSignals(True)
        header.setSortIndicator(-1 if shown.question.text.strip() or not cells else cells[0], order)
        header.blockSignals(False)
        header.viewport().update()

    def _show_trouble(self, shown: ListShown) -> None:
        if shown.trouble is None:
            self.banner.hide()
            return
        heading, advice = told(shown.trouble)
        again = NextAct(self.tr("再试一次"), self.retry_requested.emit, "F5", primary=True)
        self.banner.say(Tone.RED, heading, advice, (again,))

    def set_layout_class(self, width: WidthClass) -> None:
        """Another size of window or of type."""
        self._width = width
        self.table.refit()
        self.fit.refit()
        self.foot.legend.setVisible(width is not WidthClass.COMPACT)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fold where there is less room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self.fit.set_room(self.width(), self._width)

    def _ask_more(self) -> None:
        """Not at once: the view asks in the middle of a reset, and an answer must not come into it."""
        QTimer.singleShot(0, self, self.more_requested.emit)

    def _row_reached(self, at: int) -> None:
        if at >= 0 and not self._quiet:
            self._called = None
            self.case_requested.emit(self.model.row_at(at).id)


def _titles() -> dict[Cell, str]:
    """Heads of the columns."""
    return {
        Cell.NUMBER: _said("办件编号"),
        Cell.SHORT_NUMBER: _said("办件编号"),
        Cell.ITEM: _said("事项"),
        Cell.APPLICANT: _said("申请人"),
        Cell.STATE: _said("状态"),
        Cell.DUE: _said("到期"),
        Cell.LEFT: _said("剩余"),
        Cell.CLERK: _said("经办"),
    }


def _said(text: str) -> str:
    return QCoreApplication.translate("CaseTable", text)
