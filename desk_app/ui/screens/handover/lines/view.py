"""The table: what lies in the bag, what was found in it, or what could go in."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QStyle, QStyleOptionViewItem

from desk_app.ui.screens.handover.rows import Cell, Row
from desk_app.ui.screens.handover.shown import HandoverShown, Stage
from desk_app.ui.screens.handover.words import said
from desk_app.ui.table_model import Column, Role, TableModel
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.empty import EmptyState
from desk_app.ui.widgets.ink import elided
from desk_app.ui.widgets.table import RowDelegate, Table, paint_row_ground

_WIDTHS = {
    Cell.NTH: 36,
    Cell.NUMBER: 172,
    Cell.SHORT_NUMBER: 116,
    Cell.ITEM: 0,
    Cell.APPLICANT: 62,
    Cell.COPIES: 58,
    Cell.ORIGINALS: 58,
    Cell.STATUS: 126,
}
_TIPS = {Cell.SHORT_NUMBER: Cell.NUMBER}
_PAD = 10


def _columns() -> tuple[Column[Row], ...]:
    titles = {
        Cell.NTH: "",
        Cell.NUMBER: said("办件编号"),
        Cell.SHORT_NUMBER: said("办件编号"),
        Cell.ITEM: said("事项"),
        Cell.APPLICANT: said("申请人"),
        Cell.COPIES: said("材料"),
        Cell.ORIGINALS: said("原件"),
        Cell.STATUS: said("状态"),
    }
    return tuple(_column(cell, title) for cell, title in titles.items())


def _column(cell: Cell, title: str) -> Column[Row]:
    roles = {
        int(Qt.ItemDataRole.AccessibleTextRole): lambda row: row.spoken,
        int(Qt.ItemDataRole.ToolTipRole): lambda row: row.cells[_TIPS.get(cell, cell)],
    }
    return Column(title, lambda row: row.cells[cell], width=_WIDTHS[cell], roles=roles)


class LineDelegate(RowDelegate):
    """Rows in which something differs stand on the ground of their tone; a status has its icon."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, icon, text."""
        row: Row = index.data(Role.VALUE)
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        current = look_now()
        ink, ground = current.tone(row.tone)
        if row.tinted:
            painter.fillRect(box, ground)
        paint_row_ground(painter, box, selected=selected and not row.tinted)
        if selected and row.tinted and box.left() <= 0:
            painter.fillRect(QRect(0, box.top(), current.size("selected_bar"), box.height()), ink)
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        status = index.column() == Cell.STATUS
        if status:
            side = current.size("icon")
            at = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
            paint_icon(painter, row.icon, at, ink)
            inner.setLeft(inner.left() + side + 7)
        font = current.font("table")
        font.setBold(status)
        painter.setFont(font)
        quiet = index.column() == Cell.NTH
        painter.setPen(ink if status else current.colour("text2" if quiet else "text"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, flags, elided(row.cells[index.column()], "table", inner.width()))


class LinesTable(QStackedWidget):
    """The table, or why it is empty. The keyboard stays in the field above; the mouse reaches every row."""

    reached = Signal(str)
    """A row was clicked."""
    taken = Signal()
    """It was clicked twice."""

    def __init__(self) -> None:
        super().__init__()
        self.model: TableModel[Row] = TableModel(_columns(), lambda row: row.key, self)
        self.table = Table(said("这一批的件"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setItemDelegate(LineDelegate(self.table))
        self.table.show_model(self.model)
        self.table.clicked.connect(lambda index: self.reached.emit(self.model.row_at(index.row()).key))
        self.table.opened.connect(lambda _at: self.taken.emit())
        self.none = EmptyState(Drawing.TRAY)
        self.addWidget(self.table)
        self.addWidget(self.none)
        self.table.setColumnHidden(Cell.SHORT_NUMBER, True)
        self._titled: tuple[str, str] | None = None

    def show_lines(self, shown: HandoverShown, rows: tuple[Row, ...]) -> None:
        """These rows; the one the arrows stand on is marked and in sight."""
        if [row.key for row in rows] == [row.key for row in self.model.rows]:
            for before, now in zip(self.model.rows, rows, strict=True):
                if before != now:
                    self.model.replace_row(now)
        else:
            self.model.set_rows(rows)
        self._mark(self.model.find(shown.current))
        if not rows:
            self._say(*_why_empty(shown))
        self.setCurrentWidget(self.table if rows else self.none)

    def _say(self, heading: str, detail: str) -> None:
        if (heading, detail) != self._titled:
            self._titled = (heading, detail)
            self.none.say(heading, detail)

    def _mark(self, at: int) -> None:
        if at < 0:
            self.table.clearSelection()
            return
        index = self.model.index(at, 0)
        rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.table.currentIndex().row() != at or not self.table.selectionModel().hasSelection():
            self.table.selectionModel().setCurrentIndex(index, rows)
            self.table.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands below took room: the row at hand stays in sight."""
        super().resizeEvent(event)
        if self.table.currentIndex().isValid():
            self.table.scrollTo(self.table.currentIndex())

    def set_layout_class(self, width: WidthClass) -> None:
        """Columns fold where there is less room."""
        self.table.refit()
        narrow = width in (WidthClass.NARROW, WidthClass.COMPACT)
        self.table.setColumnHidden(Cell.NUMBER, narrow)
        self.table.setColumnHidden(Cell.SHORT_NUMBER, not narrow)
        self.table.setColumnHidden(Cell.ORIGINALS, width is not WidthClass.WIDE)
        self.table.setColumnHidden(Cell.APPLICANT, width is WidthClass.COMPACT)
        self.table.setColumnHidden(Cell.NTH, narrow)


def _why_empty(shown: HandoverShown) -> tuple[str, str]:
    if shown.ready is not None:
        return said("没有能移交的件"), said("收下的件都送走了，或者已经放进别的批次。")
    return {
        Stage.NEW: (said("先定去向，再扫码装入"), said("右边选好交给谁、怎么送，按 Ctrl+Enter。")),
        Stage.FILL: (said("袋子还是空的"), said("对着收件凭证的码扫，或按 Ctrl+J 从列表里选。")),
        Stage.NONE: (said("没有等着交接的批次"), said("按 Ctrl+N 新开一批，或扫对方清单上的码。")),
    }.get(shown.stage, (said("这一批里没有件"), ""))
