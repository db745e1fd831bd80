"""要带什么: the paper list of a guide, ticked for what the citizen has brought."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk_app.domain.catalogue import Material, Need
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.row_list import ENTRY, Index, RowList, RowsModel, list_width
from desk_app.ui.shell.typing import TAKES_LETTERS
from desk_app.ui.theme.focus_ring import paint_row_ring
from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, Tone, look_now
from desk_app.ui.widgets.ink import elided, metrics, paint_box, paint_tag, tag_size
from desk_app.ui.widgets.paragraph import Paragraph, extent
from desk_app.ui.words import word

_PAD, _TOP, _GAP = 12, 8, 10
_NARROW = 500
"""Below this width form, copies and licence stand under the name."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One row: the paper, and whether it was brought."""

    row: Material
    brought: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths of the parts of a row."""

    name: tuple[int, int]
    form: tuple[int, int]
    copies: tuple[int, int]
    need: tuple[int, int]
    licence: tuple[int, int]
    narrow: bool


def _columns(box: QRect) -> _Columns:
    current = look_now()
    grow = 1.3 if current.large else 1.0
    narrow = box.width() < _NARROW * grow
    licence, need, copies, form = (round(part * grow) for part in (106, 66, 40, 72))
    if narrow:
        licence = copies = form = 0
    left = box.left() + _PAD + _tick_side(current) + _number_width(current) + 2 * _GAP
    right = box.right() - _PAD // 2
    edges = [right - licence, right - licence - need]
    edges.append(edges[-1] - copies)
    edges.append(edges[-1] - form)
    return _Columns(
        name=(left, edges[3] - left - _GAP),
        form=(edges[3], form),
        copies=(edges[2], copies),
        need=(edges[1], need),
        licence=(edges[0], licence),
        narrow=narrow,
    )


def _tick_side(current: Look) -> int:
    return 24 if current.large else 18


def _number_width(current: Look) -> int:
    return metrics(current, "caption").horizontalAdvance("8")


class PapersHead(QWidget):
    """The titles of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the head of a table."""
        return QSize(200, look_now().size("table_header"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Titles where their columns begin."""
        painter = QPainter(self)
        current = look_now()
        columns = _columns(self.rect())
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        parts = [(columns.name, words.said("材料")), (columns.need, words.said("要求"))]
        if not columns.narrow:
            parts += [(columns.form, words.said("形式")), (columns.copies, words.said("份数"))]
            parts.append((columns.licence, words.said("电子证照")))
        for (left, width), text in parts:
            painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, text)


class PaperDelegate(QStyledItemDelegate):
    """A row: tick, number, name with its note, form, copies, need, electronic licence."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Name and note wrap."""
        paper = index.data(ENTRY)
        width = list_width(option.widget, option.rect.width())
        if not isinstance(paper, Paper):
            return QSize(width, 0)
        columns = _columns(QRect(0, 0, width, 0))
        return QSize(width, max(sum(_heights(paper.row, columns)) + 2 * _TOP, look_now().size("row")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole row."""
        paper = index.data(ENTRY)
        if not isinstance(paper, Paper):
            return
        painter.save()
        box, current = option.rect, look_now()
        columns = _columns(box)
        _paint_ground(painter, option, box, current)
        _paint_tick(painter, paper, box, current)
        name, note = _heights(paper.row, columns)
        top = box.top() + (box.height() - name - note) / 2
        left, width = columns.name
        Paragraph(paper.row.name, "body", width).paint(painter, left, top, current.colour("text"))
        text = _note(paper.row, columns)
        Paragraph(text, "caption", width).paint(painter, left, top + name, current.colour("text2"))
        _paint_rest(painter, paper.row, columns, box, current)
        painter.restore()


def _heights(row: Material, columns: _Columns) -> tuple[int, int]:
    note, width = _note(row, columns), columns.name[1]
    below = extent(note, "caption", width).height if note else 0
    return extent(row.name, "body", width).height, below


def _note(row: Material, columns: _Columns) -> str:
    note = row.note
    if columns.narrow:
        copies = words.said("{copies} 份").format(copies=row.copies) if row.copies else ""
        licence = words.said("可用电子证照") if row.e_licence else ""
        note = " · ".join(part for part in (word(row.form), copies, licence, note) if part)
    return note


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect, current: Look) -> None:
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(box, current.colour("hover" if over or focused else "surface"))
    painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), current.colour("line"))
    if focused:
        paint_row_ring(painter, box)


def _paint_tick(painter: QPainter, paper: Paper, box: QRect, current: Look) -> None:
    side = _tick_side(current)
    square = QRectF(box.left() + _PAD, box.top() + (box.height() - side) / 2, side, side)
    if paper.row.exempt:
        paint_icon(painter, "shield-check", square, current.colour("green"))
    elif paper.brought:
        paint_box(painter, square, 4, current.colour("primary"), None)
        paint_icon(painter, "check", square.adjusted(2, 2, -2, -2), current.colour("onPrimary"))
    else:
        paint_box(painter, square, 4, current.colour("surface"), current.colour("lineStrong"))
    painter.setFont(current.font("caption"))
    painter.setPen(current.colour("text2"))
    number = QRectF(square.right() + _GAP, box.top(), 40, box.height())
    painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(paper.row.number))


def _paint_rest(painter: QPainter, row: Material, columns: _Columns, box: QRect, current: Look) -> None:
    middle = box.top() + box.height() / 2
    paint_tag(painter, QPointF(columns.need[0], middle), words.need_word(row), _need_tone(row))
    if columns.narrow:
        return
    painter.setFont(current.font("table"))
    painter.setPen(current.colour("text"))
    for (left, width), text in ((columns.form, word(row.form)), (columns.copies, words.copies_word(row))):
        room = QRectF(left, box.top(), width, box.height())
        shown = Paragraph(text, "table", width - 6, most_lines=2)
        shown.paint(painter, left, room.center().y() - shown.height / 2, current.colour("text"))
    left, width = columns.licence
    if not row.e_licence:
        painter.drawText(QPointF(left, middle + 5), "—")
        return
    spare = width - tag_size("", "device-mobile").width() - 2
    paint_tag(
        painter, QPointF(left, middle), elided(row.e_licence, "caption", spare), Tone.TEAL, "device-mobile"
    )


def _need_tone(row: Material) -> Tone:
    if row.exempt:
        return Tone.GREEN
    if row.need is Need.REQUIRED:
        return Tone.BLUE
    return Tone.AMBER if row.need is Need.DEFERRABLE else Tone.GREY


def _sentence(entry: object) -> str:
    return words.material_sentence(entry.row, entry.brought) if isinstance(entry, Paper) else ""


class PapersList(RowList):
    """The rows. Space or a click ticks the row, a digit the row of that number."""

    ticked = Signal(int)
    """The number of a paper, not its place."""

    def __init__(self) -> None:
        super().__init__(words.said("要带的材料，空格勾选已带的"), RowsModel(_sentence), PaperDelegate())
        self.setProperty(TAKES_LETTERS, True)
        self.as_high_as_rows()
        self.clicked.connect(self._tick)
        self.opened.connect(lambda _nth: self._tick(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and the digits."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space:
            self._tick(self.currentIndex())
        elif plain and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.ticked.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a quick pair is a click of its own."""
        self.mousePressEvent(event)

    def _tick(self, index: Index) -> None:
        paper = index.data(ENTRY)
        if isinstance(paper, Paper):
            self.ticked.emit(paper.row.number)
