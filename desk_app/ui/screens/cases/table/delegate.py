"""Paints the cells of the list. Half of a frame of scrolling is spent here, so everything is kept ready.

One question a cell to the model, fonts and colours once a look, lamps and tags as pictures once a look and
screen resolution, shortened texts once a width.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desk_app.domain.worktime import Lamp
from desk_app.ui.screens.cases.rows import Cell, Row
from desk_app.ui.table_model import Role
from desk_app.ui.theme.look import Look, Tone, look_now
from desk_app.ui.theme.marks import LampShape, paint_lamp
from desk_app.ui.widgets.ink import paint_tag, tag_size
from desk_app.ui.widgets.table import RowDelegate, paint_row_ground

_PAD = 10
_TEXTS = 4_096
_SELECTED = QStyle.StateFlag.State_Selected
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROW = int(Role.VALUE)


class _Kit:
    """What painting needs, for one look and one screen resolution."""

    def __init__(self, look: Look, ratio: float) -> None:
        self.look, self.ratio = look, ratio
        self.plain = look.font("table")
        self.strong = QFont(self.plain)
        self.strong.setBold(True)
        self.text = look.colour("text")
        self.inks = {tone: look.tone(tone)[0] for tone in Tone}
        self.line = QPen(look.colour("line"), 1)
        self.shortened = lru_cache(_TEXTS)(self._shorten)
        self.lamp = lru_cache(None)(self._draw_lamp)
        self.tag = lru_cache(None)(self._draw_tag)
        self._measures = {False: QFontMetrics(self.plain), True: QFontMetrics(self.strong)}

    def _shorten(self, text: str, width: int, strong: bool) -> str:
        return self._measures[strong].elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _draw_lamp(self, lamp: Lamp) -> QPixmap:
        side = self.look.size("lamp_table")
        picture = self._blank(QSize(side + 2, side + 2))
        painter = QPainter(picture)
        paint_lamp(painter, LampShape(lamp.value), QRectF(1, 1, side, side))
        painter.end()
        return picture

    def _draw_tag(self, text: str, tone: Tone) -> QPixmap:
        size = tag_size(text)
        picture = self._blank(size)
        painter = QPainter(picture)
        paint_tag(painter, QPointF(0, size.height() / 2), text, tone)
        painter.end()
        return picture

    def _blank(self, size: QSize) -> QPixmap:
        picture = QPixmap(size * self.ratio)
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture


class CaseDelegate(RowDelegate):
    """All columns of the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit: _Kit | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, then lamp, tag or text."""
        given: Any = option
        box, row = given.rect, index.data(_ROW)
        kit = self._ready(painter)
        if given.state & _SELECTED:
            paint_row_ground(painter, box, selected=True)
        else:
            painter.setPen(kit.line)
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_cell(painter, kit, row, index.column(), box.adjusted(_PAD, 0, -_PAD, 0))

    def _paint_cell(self, painter: QPainter, kit: _Kit, row: Row, cell: int, box: QRect) -> None:
        text = row.cells[cell]
        if cell == Cell.LAMP:
            if row.lamp is not None:
                _put(painter, kit.lamp(row.lamp), box)
            return
        if cell == Cell.STATE:
            _put(painter, kit.tag(text, row.state_tone), box)
            return
        strong = cell == Cell.LEFT and row.lamp is not None
        painter.setFont(kit.strong if strong else kit.plain)
        painter.setPen(kit.inks[row.left_tone] if cell == Cell.LEFT else kit.text)
        painter.drawText(box, _FLAGS, kit.shortened(text, box.width(), strong))

    def _ready(self, painter: QPainter) -> _Kit:
        """The kit of the look in force."""
        look, ratio = look_now(), painter.device().devicePixelRatioF()
        if self._kit is None or self._kit.look is not look or self._kit.ratio != ratio:
            self._kit = _Kit(look, ratio)
        return self._kit


def _put(painter: QPainter, picture: QPixmap, box: QRect) -> None:
    """At the left, in the middle of the height."""
    height = picture.deviceIndependentSize().height()
    painter.drawPixmap(QPointF(box.left(), box.top() + round((box.height() - height) / 2)), picture)
