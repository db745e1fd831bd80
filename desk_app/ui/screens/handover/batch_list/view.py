"""Batches, one above the other: number, where it goes, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desk_app.domain.handover import Batch
from desk_app.ui.list_model import ROW_ROLE, KeyedListModel
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.shown import HandoverShown
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import Card, CardFoot, CardHead
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.ink import elided, metrics, paint_tag, tag_size
from desk_app.ui.widgets.table import paint_row_ground
from desk_app.ui.widgets.text import Text

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch, ready to paint."""

    id: UUID
    number: str
    route: str
    tag: str
    tone: Tone


def batch_rows(shown: HandoverShown) -> tuple[BatchRow, ...]:
    """The list as it stands."""
    return tuple(_row(batch, shown.site) for batch in shown.batches)


def _row(batch: Batch, site: UUID | None) -> BatchRow:
    tag, tone = words.batch_tag(batch, site)
    return BatchRow(batch.id, batch.number, words.route(batch, site), tag, tone)


def _spoken(row: BatchRow) -> str:
    return said("，").join((row.tag, row.number, row.route))


class BatchDelegate(QStyledItemDelegate):
    """Two lines a row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Number above; route and tag below."""
        row: BatchRow = index.data(ROW_ROLE)
        box: QRect = option.rect
        current = look_now()
        paint_row_ground(
            painter, box, selected=bool(option.state & QStyle.StateFlag.State_Selected), bar=True
        )
        inner = box.adjusted(18, 8, -14, -8)
        half = inner.height() // 2
        painter.setFont(current.font("bodyStrong"))
        painter.setPen(current.colour("text"))
        upper = QRect(inner.left(), inner.top(), inner.width(), half)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, flags, elided(row.number, "bodyStrong", inner.width()))
        tag = tag_size(row.tag)
        lower = QRect(inner.left(), inner.top() + half, inner.width() - tag.width() - 8, half)
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        painter.drawText(lower, flags, elided(row.route, "caption", lower.width()))
        at = QPointF(inner.right() - tag.width() + 1, lower.center().y() + 1)
        paint_tag(painter, at, row.tag, row.tone)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        """Two lines and air."""
        current = look_now()
        lines = metrics(current, "bodyStrong").height() + metrics(current, "caption").height()
        return QSize(160, lines + 28)


class Batches(QListView):
    """The list itself; one ring round the row the keyboard stands on."""

    chosen = Signal(object)
    """UUID: a person reached a row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: KeyedListModel[BatchRow] = KeyedListModel(
            lambda row: row.id,
            {
                int(Qt.ItemDataRole.DisplayRole): _spoken,
                int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
                int(Qt.ItemDataRole.ToolTipRole): _spoken,
            },
            self,
        )
        self.setModel(self.rows)
        self.setItemDelegate(BatchDelegate(self))
        self.setAccessibleName(said("批次"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_rows(self, rows: tuple[BatchRow, ...], current: UUID | None) -> None:
        """These rows, one of them marked."""
        with QSignalBlocker(self.selectionModel()):
            self.rows.set_rows(rows)
            at = next((n for n, row in enumerate(rows) if row.id == current), -1)
            if at != self.currentIndex().row() or not self.selectionModel().hasSelection():
                self._mark(at)
        self.viewport().update()

    def _mark(self, at: int) -> None:
        if at < 0:
            self.selectionModel().clear()
            return
        index = self.rows.index(at)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.row_at(now.row()) if now.isValid() else None
        if row is not None:
            self.chosen.emit(row.id)

    def keyboardSearch(self, _search: str) -> None:
        """Typing means searching everywhere, not here."""

    def paintEvent(self, event: object) -> None:
        """Rows, then the one ring."""
        super().paintEvent(event)  # type: ignore[arg-type]  # a paint event, as Qt sends it
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            paint_row_ring(QPainter(self.viewport()), self.visualRect(current))


class BatchListCard(Card):
    """The list, how many there were this week, and the button of a new one."""

    new_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        head = CardHead(said("批次"))
        self.week = Text("", "caption", "quiet")
        head.add_right(self.week)
        self.set_head(head)
        self.list = Batches()
        self.body.addWidget(self.list, 1)
        self.new = Button(said("新建批次"), icon="plus", keys="Ctrl+N")
        self.new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.new.clicked.connect(self.new_requested)
        foot = CardFoot()
        foot.row.addWidget(self.new, 1)
        self.set_foot(foot)

    def show_batches(self, shown: HandoverShown, now: datetime) -> None:
        """The list as it stands."""
        recent = _since(shown.batches, now - WEEK)
        self.week.setText(said("本周 {n}").format(n=recent))
        batch = shown.batch
        self.list.show_rows(batch_rows(shown), batch.id if batch is not None else None)


def _since(batches: Sequence[Batch], moment: datetime) -> int:
    return sum(1 for batch in batches if batch.opened_at >= moment)
