"""The queues of the home page: how many wait, for what, and the key that opens them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.calls import QueueRow
from desk_app.ui.theme.look import look_now
from desk_app.ui.theme.marks import paint_lamp
from desk_app.ui.widgets.ink import caps_size, elided, metrics, paint_box, paint_caps

_PAD, _GAP, _LEAST = 12, 10, 124


class QueueTile(QAbstractButton):
    """One queue: its count, its name, its key. Nothing waiting is said quietly."""

    def __init__(self, nth: int) -> None:
        super().__init__()
        self._nth = nth
        self._row: QueueRow | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_queue(self, row: QueueRow) -> None:
        """Another count."""
        if row == self._row:
            return
        self._row = row
        self.setText(row.word)
        self.setAccessibleName(words.queue_sentence(row, self._nth))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines."""
        current = look_now()
        name = metrics(current, "body").height()
        return QSize(_least(), metrics(current, "date").height() + name + 2 * _PAD - 6)

    def minimumSizeHint(self) -> QSize:
        """As high as it is; how many stand in a row is the strip's business."""
        return QSize(_LEAST // 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, count with its lamp, name, cap."""
        row = self._row
        if row is None:
            return
        painter, current = QPainter(self), look_now()
        ground = "hover" if self.underMouse() else "surface"
        paint_box(painter, QRectF(self.rect()), 8, current.colour(ground), current.colour("line"))
        top = metrics(current, "date").height()
        left = float(_PAD)
        if row.lamp is not None and row.count:
            side = current.size("lamp_table")
            paint_lamp(painter, row.lamp, QRectF(left, _PAD - 4 + (top - side) / 2, side, side))
            left += side + 7
        painter.setPen(current.colour("text" if row.count else "text2"))
        painter.setFont(current.font("date" if row.count else "body"))
        painter.drawText(
            QRectF(left, _PAD - 4, self.width(), top), Qt.AlignmentFlag.AlignVCenter, str(row.count)
        )
        painter.setFont(current.font("bodyStrong" if row.count else "body"))
        box = QRectF(_PAD, _PAD - 4 + top, self.width() - 2 * _PAD, metrics(current, "body").height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided(row.word, "bodyStrong", int(box.width())))
        self._paint_cap(painter)

    def _paint_cap(self, painter: QPainter) -> None:
        caps = (str(self._nth),)
        size = caps_size(caps)
        paint_caps(painter, QRectF(self.rect()).topRight() + _inset(size), caps)


class QueueStrip(QWidget):
    """All queues in one row; in two or three where it is narrow. ``chosen`` gives the key of one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words.said("待办的队列"))
        self.tiles: tuple[QueueTile, ...] = ()
        self._rows: tuple[QueueRow, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0

    def show_queues(self, rows: Sequence[QueueRow]) -> None:
        """These counts; the tiles stay what they are, so that the keyboard stays on one."""
        self._rows = tuple(rows)
        self.setVisible(bool(rows))
        if len(self.tiles) != len(rows):
            self.tiles = tuple(self._tile(nth) for nth in range(1, len(rows) + 1))
            self._columns = 0
        for tile, row in zip(self.tiles, rows, strict=True):
            tile.show_queue(row)
        self._lay_out()

    def _tile(self, nth: int) -> QueueTile:
        tile = QueueTile(nth)
        tile.clicked.connect(lambda: self.chosen.emit(self._rows[nth - 1].key))
        return tile

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.tiles:
            return
        most = max(1, (self.width() + _GAP) // (_least() + _GAP))
        rows = -(-len(self.tiles) // most)
        columns = -(-len(self.tiles) // rows)
        if columns == self._columns:
            return
        self._columns = columns
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        for at, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
            self._grid.setColumnStretch(at % columns, 1)


def _least() -> int:
    return round(_LEAST * (1.25 if look_now().large else 1.0))


def _inset(size: QSize) -> QPointF:
    return QPointF(-size.width() - 8.0, 8.0 + size.height() / 2)
