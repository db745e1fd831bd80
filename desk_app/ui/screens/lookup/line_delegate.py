"""Paints one line of the home page and of the lists that lead on: mark, words, what stands at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.ui.screens.lookup.row_list import ENTRY, Index, list_width
from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, look_now
from desk_app.ui.theme.marks import LampShape, paint_lamp
from desk_app.ui.widgets.ink import caps_size, elided, metrics, paint_caps

_PAD, _GAP = 14, 10


@dataclass(frozen=True, slots=True)
class LineEntry:
    """What one line says. ``sentence`` is the same for a screen reader."""

    text: str
    sentence: str
    lead: str = ""
    """Words before the text, in the stronger colour."""
    right: str = ""
    caps: tuple[str, ...] = ()
    icon: str = ""
    lamp: LampShape | None = None


class LineDelegate(QStyledItemDelegate):
    """Lines of one height; what does not fit ends in … and is whole in the tooltip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A table row with more air."""
        return QSize(list_width(option.widget, option.rect.width()), look_now().size("row") + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole line."""
        entry, box, current = index.data(ENTRY), option.rect, look_now()
        if not isinstance(entry, LineEntry):
            return
        painter.save()
        _paint_ground(painter, option, box, current)
        if index.row():
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), current.colour("line"))
        middle = box.top() + box.height() / 2
        left, right = self._paint_mark(painter, entry, box, current), float(box.right() - _PAD)
        if entry.caps:
            right -= caps_size(entry.caps).width()
            paint_caps(painter, QPointF(right, middle), entry.caps)
            right -= _GAP
        if entry.right:
            width = metrics(current, "caption").horizontalAdvance(entry.right) + 1
            right -= width
            _write(
                painter,
                current,
                "caption",
                "text2",
                QRectF(right, box.top(), width, box.height()),
                entry.right,
            )
            right -= _GAP
        if entry.lead:
            left += _write(
                painter,
                current,
                "body",
                "text",
                QRectF(left, box.top(), right - left, box.height()),
                entry.lead,
            )
        kind, role = ("table", "text2") if entry.lead else ("body", "text")
        _write(painter, current, kind, role, QRectF(left, box.top(), right - left, box.height()), entry.text)
        painter.restore()

    def _paint_mark(self, painter: QPainter, entry: LineEntry, box: QRect, current: Look) -> float:
        left = float(box.left() + _PAD)
        side = current.size("lamp_table") if entry.lamp else current.size("icon")
        mark = QRectF(left, box.top() + (box.height() - side) / 2, side, side)
        if entry.lamp is not None:
            paint_lamp(painter, entry.lamp, mark)
        elif entry.icon:
            paint_icon(painter, entry.icon, mark, current.colour("link"))
        else:
            return left
        return left + side + _GAP


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect, current: Look) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(box, current.colour("selected" if selected else "hover" if over else "surface"))
    if selected:
        bar = QRect(box.left(), box.top(), current.size("selected_bar"), box.height())
        painter.fillRect(bar, current.colour("primary"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_row_ring(painter, box)


def _write(painter: QPainter, current: Look, kind: str, role: str, room: QRectF, text: str) -> float:
    """Draw what fits; returns how far it reaches, with a gap."""
    shown = elided(text, kind, max(0, int(room.width())))
    painter.setFont(current.font(kind))
    painter.setPen(current.colour(role))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics(current, kind).horizontalAdvance(shown) + _GAP
