"""Tables of cases and the like: rows of one height, hairlines, one ring round the current row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk_app.ui.table_model import Column, Role, TableModel
from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.theme.marks import LampShape, paint_lamp
from desk_app.ui.widgets.ink import elided, paint_tag

_PAD = 10
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """A cell: selection, hairline, and its text on one line with an ellipsis."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, then content."""
        box = option.rect
        paint_row_ground(painter, box, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        self.paint_content(painter, box.adjusted(_PAD, 0, -_PAD, 0), index)

    def paint_content(self, painter: QPainter, box: QRect, index: _Index) -> None:
        """The text; subclasses draw something else."""
        text = index.data()
        if not text:
            return
        current = look_now()
        kind = "table"
        font = current.font(kind)
        tone = index.data(Role.TONE)
        if index.data(Role.STRONG):
            font.setBold(True)
        painter.setFont(font)
        painter.setPen(current.tone(Tone(tone))[0] if tone else current.colour("text"))
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, elided(str(text), kind, box.width()))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of a row of the look."""
        return QSize(super().sizeHint(option, index).width(), look_now().size("row"))


class LampDelegate(RowDelegate):
    """A lamp, and its word where the column has one."""

    def paint_content(self, painter: QPainter, box: QRect, index: _Index) -> None:
        """Lamp, then text."""
        lamp = index.data(Role.LAMP)
        if lamp:  # Qt hands a StrEnum back as plain text
            side = look_now().size("lamp_table")
            paint_lamp(
                painter, LampShape(lamp), QRectF(box.left(), box.center().y() - side / 2 + 0.5, side, side)
            )
            box = box.adjusted(side + 8, 0, 0, 0)
        super().paint_content(painter, box, index)


class TagDelegate(RowDelegate):
    """A word on a soft ground."""

    def paint_content(self, painter: QPainter, box: QRect, index: _Index) -> None:
        """The tag."""
        text, tone = index.data(), index.data(Role.TONE)
        if text:
            at = QPointF(box.left(), box.center().y() + 1)
            paint_tag(painter, at, str(text), Tone(tone) if tone else Tone.GREY)


class Table(QTableView):
    """A table without a grid. ``opened`` says that a row was opened: Enter, or a double click."""

    opened = Signal(int)
    row_changed = Signal(int)
    """The current row, or -1."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(RowDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look_now().size("row"))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def show_model(self, model: TableModel[Any]) -> None:
        """Show a model; its columns say how wide they want to be."""
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self.row_changed.emit(now.row()))
        self._size_columns(model.columns)
        sortable = any(column.sort_key for column in model.columns)
        if sortable:
            self.horizontalHeader().setSortIndicatorClearable(False)
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)

    def _size_columns(self, columns: Sequence[Column[Any]]) -> None:
        header = self.horizontalHeader()
        factor = 1.3 if look_now().large else 1.0
        for number, column in enumerate(columns):
            flexible = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if flexible else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(number, mode)
            if not flexible:
                header.resizeSection(number, round(column.width * factor))

    def refit(self) -> None:
        """After the look changed: row height and widths anew."""
        self.verticalHeader().setDefaultSectionSize(look_now().size("row"))
        model = self.model()
        if isinstance(model, TableModel):
            self._size_columns(model.columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are not for searching in the table, they go to the command box."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing means searching everywhere, not here."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, then the one ring."""
        super().paintEvent(event)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            row = self.visualRect(current)
            box = QRect(0, row.top(), self.viewport().width(), row.height())
            paint_row_ring(QPainter(self.viewport()), box)


def paint_row_ground(painter: QPainter, box: QRect, *, selected: bool, bar: bool = False) -> None:
    """Selection ground, the bar of a selected row where it begins, and the hairline below."""
    current = look_now()
    if selected:
        painter.fillRect(box, current.colour("selected"))
        if bar or box.left() <= 0:
            painter.fillRect(QRect(box.left(), box.top(), current.size("selected_bar"), box.height()), _bar())
    painter.setPen(QPen(current.colour("line"), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def _bar() -> QColor:
    return look_now().colour("primary")
