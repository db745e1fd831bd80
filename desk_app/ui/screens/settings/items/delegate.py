"""Paints a line of the list: tick, number, name, the switch of modes, and who does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.domain.catalogue import HandlingMode
from desk_app.ui.list_model import ROW_ROLE
from desk_app.ui.screens.settings.items.rows import MODES, ItemRow
from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, look_now
from desk_app.ui.widgets.ink import elided, metrics, paint_box

_PAD, _GAP, _PART_PAD = 14, 12, 9
_NAME_LEAST = 240
_NOTE_WIDTH = 170


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a line are; the mouse asks for the same."""

    tick: QRect
    seq: QRect
    name: QRect
    parts: tuple[tuple[HandlingMode, QRect], ...]
    note: QRect


class ItemDelegate(QStyledItemDelegate):
    """One line, or two where the list is narrow: then the switch stands below the name."""

    def __init__(
        self,
        mode_word: Callable[[HandlingMode], str],
        note: Callable[[ItemRow], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode_word, self._note = mode_word, note

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One row of the look, or two."""
        current = look_now()
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        row = current.size("row")
        return QSize(200, row if self._one_line(width, current) else row + current.size("control_small") + 4)

    def _one_line(self, width: int, current: Look) -> bool:
        return width >= _name_left(current) + _NAME_LEAST + self._switch_width(current) + 2 * _PAD

    def _switch_width(self, current: Look) -> int:
        return sum(self._part_widths(current))

    def _part_widths(self, current: Look) -> list[int]:
        measure = metrics(current, "caption")
        return [measure.horizontalAdvance(self._mode_word(mode)) + 2 * _PART_PAD + 4 for mode in MODES]

    def places(self, box: QRect) -> Places:
        """The parts of a line in its box."""
        current = look_now()
        row, one = current.size("row"), self._one_line(box.width(), current)
        side = 24 if current.large else 18
        tick = QRect(box.left() + _PAD, box.top() + (row - side) // 2, side, side)
        seq = QRect(tick.right() + _GAP, box.top(), _seq_width(current), row)
        left = box.left() + _name_left(current)
        height = current.size("control_small") - 2
        switch = self._switch_width(current)
        spare = box.right() - _PAD - left - switch - _GAP - _NOTE_WIDTH
        noted = one and spare >= _NAME_LEAST
        start = box.right() - _PAD - switch - (_NOTE_WIDTH if noted else 0) if one else left
        top = box.top() + ((row - height) // 2 if one else row - 2)
        name = QRect(left, box.top(), (start - _GAP if one else box.right() - _PAD) - left, row)
        note = QRect(start + switch + _GAP, box.top(), _NOTE_WIDTH - _GAP if noted else 0, row)
        return Places(tick, seq, name, self._parts(current, start, top, height), note)

    def _parts(
        self, current: Look, left: int, top: int, height: int
    ) -> tuple[tuple[HandlingMode, QRect], ...]:
        parts = []
        for mode, width in zip(MODES, self._part_widths(current), strict=True):
            parts.append((mode, QRect(left, top, width, height)))
            left += width
        return tuple(parts)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole line."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ItemRow):
            return
        box, current, places = option.rect, look_now(), self.places(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, current.colour("selected" if selected else "surface"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), current.colour("line"))
        _paint_tick(painter, current, places.tick, on=row.choice.offered)
        ink = "text" if row.choice.offered else "text3"
        _write(painter, current, "table", "text2", places.seq, str(row.seq))
        _write(painter, current, "body", ink, places.name, elided(row.name, "body", places.name.width()))
        self._paint_switch(painter, current, row, places)
        if places.note.width() > 0:
            words = elided(self._note(row), "caption", places.note.width())
            _write(painter, current, "caption", "text2", places.note, words)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            paint_row_ring(painter, box)
        painter.restore()

    def _paint_switch(self, painter: QPainter, current: Look, row: ItemRow, places: Places) -> None:
        whole = QRectF(places.parts[0][1].united(places.parts[-1][1]))
        radius = current.size("radius_input")
        paint_box(painter, whole, radius, current.colour("surface"), current.colour("lineStrong"))
        for mode, part in places.parts:
            if mode is not places.parts[0][0]:
                line = QRect(part.left(), part.top() + 1, 1, part.height() - 2)
                painter.fillRect(line, current.colour("line"))
        for mode, part in places.parts:
            on = row.choice.offered and mode is row.choice.mode
            if on:
                paint_box(painter, QRectF(part), current.size("radius_key"), current.colour("primary"), None)
            role = "onPrimary" if on else "text" if row.choice.offered else "text3"
            painter.setFont(_font(current, bold=on))
            painter.setPen(current.colour(role))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, self._mode_word(mode))


def _font(current: Look, *, bold: bool) -> QFont:
    font = current.font("caption")
    font.setBold(bold)
    return font


def _paint_tick(painter: QPainter, current: Look, box: QRect, *, on: bool) -> None:
    fill, border = ("primary", "primary") if on else ("surface", "lineStrong")
    paint_box(painter, QRectF(box), 4, current.colour(fill), current.colour(border))
    if on:
        paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), current.colour("onPrimary"))


def _seq_width(current: Look) -> int:
    return metrics(current, "table").horizontalAdvance("88") + 4


def _name_left(current: Look) -> int:
    return _PAD + (24 if current.large else 18) + _GAP + _seq_width(current) + _GAP


def _write(painter: QPainter, current: Look, kind: str, role: str, box: QRect, text: str) -> None:
    painter.setFont(current.font(kind))
    painter.setPen(current.colour(role))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
