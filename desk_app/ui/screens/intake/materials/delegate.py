"""Paints a row of the paper list: number, name, tags, what is asked, the five-part switch, and a remark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.domain.cases import MaterialState
from desk_app.ui.list_model import ROW_ROLE
from desk_app.ui.screens.intake.shown import RowShown
from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, Scheme, Tone, look_now
from desk_app.ui.theme.meanings import MATERIAL_LOOKS
from desk_app.ui.widgets.ink import elided, metrics, paint_box, paint_number, paint_tag, tag_size

SWITCH = (
    MaterialState.ORIGINAL,
    MaterialState.COPY,
    MaterialState.E_LICENCE,
    MaterialState.DEFERRED,
    MaterialState.MISSING,
)
"""The five parts, in the order of the keys Y F D R Q."""

_LEFT, _GAP, _PART_PAD, _TOP = 14, 10, 13, 11


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says, found by the view."""

    tags: tuple[tuple[str, Tone, bool], ...]
    """(text, tone, outlined)."""
    asked: str
    """In what form and how many."""
    remark: str
    """At the right: why it is missing, until when it comes."""
    remark_tone: str
    instead: str
    """Said in the place of the switch where nothing is to be handed over; "" for the switch."""


class MaterialDelegate(QStyledItemDelegate):
    """One row. ``part_at`` is the same geometry for the mouse."""

    def __init__(
        self,
        words: Callable[[RowShown], RowWords],
        part_word: Callable[[MaterialState], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._part_word = part_word

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and their air; the width is the list's."""
        current = look_now()
        height = 2 * _TOP + _line(current) + 6 + current.size("control_small") + 2
        return QSize(200, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RowShown):
            return
        box, current, words = option.rect, look_now(), self._words(row)
        painter.save()
        self._paint_ground(painter, option, box, current)
        self._paint_head(painter, row, words, box, current)
        if words.instead:
            tone, icon = MATERIAL_LOOKS[MaterialState.SHARED.value]
            paint_tag(
                painter,
                QPointF(_text_left(box, current), _switch_box(box).center().y()),
                words.instead,
                tone,
                icon,
            )
        else:
            self._paint_switch(painter, row, box, current)
        self._paint_remark(painter, row, words, box, current)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, current: Look
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(box, current.colour("hover" if selected else "surface"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), current.colour("line"))
        if selected and focused:
            paint_row_ring(painter, box)

    def _paint_head(
        self, painter: QPainter, row: RowShown, words: RowWords, box: QRect, current: Look
    ) -> None:
        middle = box.top() + _TOP + _line(current) / 2
        side = metrics(current, "caption").height() + 5
        paint_number(painter, QRectF(box.left() + _LEFT, middle - side / 2, side, side), row.material.number)
        left, right = _text_left(box, current), box.right() - _LEFT
        tags = sum(tag_size(text).width() + 8 for text, _, _ in words.tags)
        name = elided(row.material.name, "bodyStrong", max(80, right - left - tags - 4))
        _write(painter, current, "bodyStrong", "text", QRectF(left, middle - 20, right - left, 40), name)
        left += metrics(current, "bodyStrong").horizontalAdvance(name) + _GAP
        for text, tone, outlined in words.tags:
            left += paint_tag(painter, QPointF(left, middle), text, tone, outlined=outlined) + 8
        asked = elided(words.asked, "caption", int(right - left))
        if len(asked) > 2:
            _write(painter, current, "caption", "text2", QRectF(left, middle - 20, right - left, 40), asked)

    def _paint_switch(self, painter: QPainter, row: RowShown, box: QRect, current: Look) -> None:
        parts = self._parts(row, box)
        whole = QRectF(parts[0][1].united(parts[-1][1]))
        radius = current.size("radius_input")
        paint_box(painter, whole, radius, current.colour("surface"), None)
        for state, part in parts:
            if state not in row.allowed:
                _paint_closed(painter, part.adjusted(1, 1, 0, -1), current)
        paint_box(painter, whole, radius, None, current.colour("lineStrong"))
        for _, part in parts[1:]:
            painter.fillRect(QRect(part.left(), part.top() + 1, 1, part.height() - 2), current.colour("line"))
        for state, part in parts:
            self._paint_part(painter, row, state, part, current)

    def _paint_part(
        self, painter: QPainter, row: RowShown, state: MaterialState, part: QRect, current: Look
    ) -> None:
        chosen, word = state is row.state, self._part_word(state)
        if not chosen:
            role = "text" if state in row.allowed else "text3"
            _write(painter, current, "table", role, QRectF(part), word, Qt.AlignmentFlag.AlignCenter)
            return
        tone, icon = MATERIAL_LOOKS[state.value]
        ink, ground = current.tone(tone)
        paint_box(painter, QRectF(part), current.size("radius_key"), ground, ink, 2)
        side = current.pixels["table"]
        width = side + 6 + _bold(current, word)
        left = part.left() + (part.width() - width) / 2
        paint_icon(painter, icon, QRectF(left, part.center().y() - side / 2 + 1, side, side), ink)
        _write_in(painter, current, ink, QRectF(left + side + 6, part.top(), width, part.height()), word)

    def _paint_remark(
        self, painter: QPainter, row: RowShown, words: RowWords, box: QRect, current: Look
    ) -> None:
        place = _switch_box(box)
        left = self._switch_right(row, words, box) + 12
        room = QRectF(left, place.top(), box.right() - _LEFT - left, place.height())
        text = elided(words.remark, "caption", int(room.width()))
        if len(text) > 1:
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            _write(painter, current, "caption", words.remark_tone, room, text, flags)

    def _switch_right(self, row: RowShown, words: RowWords, box: QRect) -> int:
        if words.instead:
            return _text_left(box, look_now()) + tag_size(words.instead, "check").width()
        return self._parts(row, box)[-1][1].right()

    def _parts(self, row: RowShown, box: QRect) -> list[tuple[MaterialState, QRect]]:
        current, place = look_now(), _switch_box(box)
        left, parts = _text_left(box, current), []
        for state in SWITCH:
            word = self._part_word(state)
            width = metrics(current, "table").horizontalAdvance(word) + 2 * _PART_PAD
            if state is row.state:
                width = _bold(current, word) + current.pixels["table"] + 6 + 2 * _PART_PAD - 4
            parts.append((state, QRect(left, place.top(), width, place.height())))
            left += width
        return parts

    def part_at(self, row: RowShown, box: QRect, x: int, y: int) -> MaterialState | None:
        """The part under the mouse, whether it does anything or not."""
        if self._words(row).instead:
            return None
        return next((state for state, part in self._parts(row, box) if part.contains(x, y)), None)


def _paint_closed(painter: QPainter, part: QRect, current: Look) -> None:
    """A part that does nothing: grey, and hatched where grey cannot be told from the ground."""
    painter.fillRect(part, current.colour("sunken"))
    if current.scheme is Scheme.HIGH_CONTRAST:
        hatch = QColor(current.colour("line"))
        hatch.setAlphaF(0.45)
        painter.fillRect(part, QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def _line(current: Look) -> int:
    return metrics(current, "bodyStrong").height()


def _bold(current: Look, word: str) -> int:
    return metrics(current, "bodyStrong").horizontalAdvance(word)


def _text_left(box: QRect, current: Look) -> int:
    return box.left() + _LEFT + metrics(current, "caption").height() + 5 + _GAP


def _switch_box(box: QRect) -> QRect:
    current = look_now()
    height = current.size("control_small")
    return QRect(box.left(), box.top() + _TOP + _line(current) + 6, box.width(), height)


def _write(
    painter: QPainter,
    current: Look,
    kind: str,
    role: str,
    box: QRectF,
    text: str,
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    painter.setFont(current.font(kind))
    painter.setPen(current.colour(role))
    painter.drawText(box, flags, text)


def _write_in(painter: QPainter, current: Look, ink: QColor, box: QRectF, text: str) -> None:
    painter.setFont(current.font("bodyStrong"))
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
