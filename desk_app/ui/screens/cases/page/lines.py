"""A list of painted lines: history, papers, days. A row is a mark, a title, and what belongs to it.

It wraps, it is read out line by line, and a long history costs no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.ink import metrics, paint_tag, tag_size
from desk_app.ui.widgets.paragraph import Paragraph
from desk_app.ui.widgets.table import paint_row_ground

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LINE = int(Qt.ItemDataRole.UserRole) + 1
_SIDE, _MARK, _AIR = 14, 22, 6


@dataclass(frozen=True, slots=True)
class Line:
    """One row. ``right`` stands at the right of the title; a tag stands there instead, where there is one."""

    title: str
    detail: str = ""
    right: str = ""
    tag: str = ""
    tone: Tone = Tone.GREY
    """Of the dot, the icon and the tag."""
    icon: str = ""
    """In the place of the dot."""
    heading: bool = False
    """A heading of the lines below: no mark, stronger."""
    strong: bool = True
    key: UUID | None = None
    """What is opened by Enter."""

    @property
    def spoken(self) -> str:
        """The row as a sentence."""
        return "，".join(part for part in (self.title, self.tag or self.right, self.detail) if part)


class LinesModel(QAbstractListModel):
    """Lines as they are told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return self._lines

    def set_lines(self, lines: Sequence[Line]) -> bool:
        """Show these; False when they are shown already."""
        if tuple(lines) == self._lines:
            return False
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The line, or how it reads."""
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be reached, never changed."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else _NO_FLAGS


_NO_FLAGS = Qt.ItemFlag.NoItemFlags


class LineDelegate(QStyledItemDelegate):
    """Paints a line. ``joined`` draws the thread of a history from dot to dot."""

    def __init__(self, view: QListView, *, joined: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._joined = joined

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its wrapped words need in the room there is now.

        The option knows of no room, or of one with another scroll bar than the sheet's, while Qt lays out.
        """
        line = index.data(_LINE)
        width = self._view.viewport().width()
        return QSize(width, _Layout(line, width).height) if isinstance(line, Line) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, mark, words."""
        line = index.data(_LINE)
        if not isinstance(line, Line):
            return
        box, state = _of(option)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and line.key is not None
        if chosen:
            paint_row_ground(painter, box, selected=True, bar=True)
        layout = _Layout(line, box.width())
        if not line.heading:
            last = index.row() == index.model().rowCount() - 1
            self._paint_mark(painter, box, line, layout, last=last)
        layout.paint(painter, box)

    def _paint_mark(self, painter: QPainter, box: QRect, line: Line, layout: _Layout, *, last: bool) -> None:
        current = look_now()
        ink = current.tone(line.tone)[0]
        middle = QPointF(box.left() + _SIDE + 5.5, box.top() + _AIR + layout.first_line / 2)
        if line.icon:
            side = current.size("icon")
            corner = QPointF(box.left() + _SIDE - 2, middle.y() - side / 2)
            paint_icon(painter, line.icon, QRectF(corner.x(), corner.y(), side, side), ink)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._joined and not last:
            painter.setPen(QPen(current.colour("line"), 2))
            painter.drawLine(middle + QPointF(0, 9), QPointF(middle.x(), box.bottom() + _AIR))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(middle, 5.5, 5.5)
        painter.restore()


class _Layout:
    """Where the words of a line go at a width."""

    def __init__(self, line: Line, width: int) -> None:
        self._line = line
        self._left = _SIDE if line.heading else _SIDE + _MARK
        room = width - self._left - _SIDE
        beside = self._beside()
        kind = "bodyStrong" if line.strong else "body"
        self._title = Paragraph(line.title, kind, room - (beside + 10 if beside else 0))
        self._detail = Paragraph(line.detail, "caption", room) if line.detail else None
        self.first_line = self._title.line_height
        self.height = self._title.height + (self._detail.height if self._detail else 0) + 2 * _AIR

    def _beside(self) -> int:
        if self._line.tag:
            return tag_size(self._line.tag).width()
        return metrics(look_now(), "caption").horizontalAdvance(self._line.right) if self._line.right else 0

    def paint(self, painter: QPainter, box: QRect) -> None:
        """All of it."""
        current, line = look_now(), self._line
        left, top = box.left() + self._left, box.top() + _AIR
        self._title.paint(painter, left, top, current.colour("text"))
        if self._detail is not None:
            self._detail.paint(painter, left, top + self._title.height, current.colour("text2"))
        right = box.right() - _SIDE
        if line.tag:
            at = QPointF(right - self._beside(), top + self.first_line / 2)
            paint_tag(painter, at, line.tag, line.tone)
        elif line.right:
            self._paint_right(
                painter, QRectF(left, top, right - left, self.first_line), current.colour("text2")
            )

    def _paint_right(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        painter.save()
        painter.setFont(look_now().font("caption"))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, self._line.right)
        painter.restore()


class LineList(QListView):
    """The view. ``opened`` says that Enter, or a double click, met a line with a key."""

    opened = Signal(object)
    """UUID."""

    def __init__(self, name: str, *, joined: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self, joined=joined))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the current one stays current where its key is still there."""
        key = self.current_key()
        if not self.lines.set_lines(lines):
            return
        at = next((n for n, line in enumerate(lines) if key is not None and line.key == key), -1)
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at, 0))

    def current_key(self) -> UUID | None:
        """The key of the current line."""
        at = self.currentIndex().row()
        return self.lines.lines[at].key if 0 <= at < len(self.lines.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It gives way before anything else does."""
        return QSize(120, 0)

    def keyboardSearch(self, _search: str) -> None:
        """Typing means searching everywhere, not here."""

    def _open(self, index: QModelIndex) -> None:
        line: Any = index.data(_LINE)
        if isinstance(line, Line) and line.key is not None:
            self.opened.emit(line.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew, also where only the scroll bar took a little of the width.

        Qt itself looks at the height alone, and would leave the lines below where they were.
        """
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, then the one ring."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            paint_row_ring(QPainter(self.viewport()), self.visualRect(self.currentIndex()))


def _of(option: QStyleOptionViewItem) -> tuple[QRect, QStyle.StateFlag]:
    """The box and the state of an option: PySide's stubs leave these attributes out."""
    given: Any = option
    return given.rect, given.state
