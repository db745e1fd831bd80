"""Paints one item of a list: number, name with its marks, how and where it is done, why it is here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.domain.sites import Site
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.row_list import ENTRY, Heading, Index, list_width
from desk_app.ui.screens.lookup.shown import Row
from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.look import Look, Tone, look_now
from desk_app.ui.theme.meanings import MODE_LOOKS
from desk_app.ui.widgets.ink import elided, metrics, paint_number, paint_tag, tag_size
from desk_app.ui.widgets.paragraph import Paragraph, extent
from desk_app.ui.words import word

_LEFT, _GAP, _TOP, _LINE_GAP = 14, 12, 11, 4
NUMBERED = 9
"""Rows that Alt+1…9 reaches."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row and its place in the list, from 1."""

    row: Row
    number: int


class ItemDelegate(QStyledItemDelegate):
    """Rows of an item list. The height depends on how the name wraps."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Name on one or two lines, the line below it, and a third where the name was not met."""
        entry = index.data(ENTRY)
        width = list_width(option.widget, option.rect.width())
        if not isinstance(entry, Numbered):
            return QSize(width, metrics(look_now(), "caption").height() + 14)
        row, room = entry.row, _text_room(width)
        name = extent(row.offered.item.display_name, "body", room, most_lines=2, marks=row.name_spans)
        height = 2 * _TOP + name.height + _LINE_GAP + tag_size("口").height()
        if row.matched:
            height += _LINE_GAP + name.line * look_now().pixels["caption"] // look_now().pixels["body"]
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole row."""
        entry, box, current = index.data(ENTRY), option.rect, look_now()
        painter.save()
        if isinstance(entry, Heading):
            _paint_heading(painter, entry.text, box, current)
        elif isinstance(entry, Numbered):
            _paint_ground(painter, option, box, current)
            self._paint_row(painter, entry, box, current)
        painter.restore()

    def _paint_row(self, painter: QPainter, entry: Numbered, box: QRect, current: Look) -> None:
        name = _name(entry.row, box.width())
        top = float(box.top() + _TOP)
        side = _box_side(current)
        if entry.number <= NUMBERED:
            number = QRectF(box.left() + _LEFT, top + (name.line_height - side) / 2, side, side)
            paint_number(painter, number, entry.number)
        left = float(box.left() + _text_left(current))
        name.paint(painter, left, top, current.colour("text"))
        top += name.height + _LINE_GAP
        self._paint_second(painter, entry.row, QRectF(left, top, box.right() - _LEFT - left, 0), current)
        top += tag_size("口").height() + _LINE_GAP
        if entry.row.matched:
            _why(entry.row, box.width()).paint(painter, left, top, current.colour("text2"))

    def _paint_second(self, painter: QPainter, row: Row, room: QRectF, current: Look) -> None:
        tone, icon = MODE_LOOKS.get(row.offered.mode.value, (Tone.GREY, ""))
        height = tag_size("口").height()
        middle = room.top() + height / 2
        width = paint_tag(painter, QPointF(room.left(), middle), word(row.offered.mode), tone, icon)
        left = room.left() + width + 9
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        text = elided(words.row_line(row, self._site), "caption", int(room.right() - left))
        measure = metrics(current, "caption")
        painter.drawText(QPointF(left, middle + (measure.ascent() - measure.descent()) / 2), text)


def _name(row: Row, width: int) -> Paragraph:
    name = row.offered.item.display_name
    return Paragraph(name, "body", _text_room(width), most_lines=2, marks=row.name_spans)


def _why(row: Row, width: int) -> Paragraph:
    text, offset = words.matched(row)
    marks = [(start + offset, end + offset) for start, end in row.matched_spans]
    return Paragraph(text, "caption", _text_room(width), most_lines=1, marks=marks)


def _text_room(width: int) -> int:
    return width - _text_left(look_now()) - _LEFT


def _box_side(current: Look) -> int:
    return metrics(current, "caption").height() + 4


def _text_left(current: Look) -> int:
    return _LEFT + _box_side(current) + _GAP


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect, current: Look) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(box, current.colour("selected" if selected else "hover" if over else "surface"))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), current.colour("line"))
    if selected:
        bar = QRect(box.left(), box.top(), current.size("selected_bar"), box.height())
        painter.fillRect(bar, current.colour("primary"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_row_ring(painter, box)


def _paint_heading(painter: QPainter, text: str, box: QRect, current: Look) -> None:
    painter.fillRect(box, current.colour("surfaceAlt"))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), current.colour("line"))
    painter.setFont(current.font("caption"))
    painter.setPen(current.colour("text2"))
    measure = metrics(current, "caption")
    base = box.center().y() + (measure.ascent() - measure.descent()) / 2
    painter.drawText(QPointF(box.left() + _LEFT, base), text)
