"""The list below the command box: people, acts, cases, items, in sections. It never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

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
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.theme.marks import LampShape, paint_lamp
from desk_app.ui.widgets.ink import elided, metrics, paint_box, paint_number, paint_tag
from desk_app.ui.widgets.marked_text import Span, paint_marked
from desk_app.ui.widgets.tag import KeyCap
from desk_app.ui.widgets.text import Text

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_VALUE = int(Qt.ItemDataRole.UserRole)


class ResultKind(StrEnum):
    """How a line is drawn."""

    SECTION = "section"
    ROW = "row"
    CARD = "card"
    """A citizen: taller, with the first character of the name in a circle."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line. ``key`` comes back when it is taken; a section has none."""

    kind: ResultKind
    text: str
    key: str = ""
    detail: str = ""
    right: str = ""
    icon: str = ""
    lamp: LampShape | None = None
    right_tone: Tone | None = None
    """Draws ``right`` as a tag."""
    spans: tuple[Span, ...] = ()
    number: int = 0
    """The n of Alt+n; 0 for none."""


class ResultModel(QAbstractListModel):
    """Lines of mixed kinds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ResultLine, ...] = ()

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Replace all."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The text; for a screen reader the whole line as a sentence."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (line.text, line.detail, line.right) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Sections cannot be selected."""
        if not 0 <= index.row() < len(self.lines):
            return Qt.ItemFlag.NoItemFlags
        if self.lines[index.row()].kind is ResultKind.SECTION:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ResultDelegate(QStyledItemDelegate):
    """Paints the three kinds."""

    def __init__(self, model: ResultModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Heights by kind."""
        measure = metrics(look_now(), "body").height()
        heights = {
            ResultKind.SECTION: measure + 12,
            ResultKind.ROW: measure + 17,
            ResultKind.CARD: measure * 2 + 26,
        }
        return QSize(100, heights[self._model.lines[index.row()].kind])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, then by kind."""
        line, box = self._model.lines[index.row()], option.rect
        current = look_now()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, current.colour("selected"))
            bar = QRect(box.left(), box.top(), current.size("selected_bar"), box.height())
            painter.fillRect(bar, current.colour("primary"))
        inner = box.adjusted(16, 0, -16, 0)
        if line.kind is ResultKind.SECTION:
            _paint_section(painter, inner, line)
        else:
            inner = _paint_right(painter, inner, line)
            (_paint_card if line.kind is ResultKind.CARD else _paint_row)(painter, inner, line)
        painter.restore()


def _paint_section(painter: QPainter, box: QRect, line: ResultLine) -> None:
    current = look_now()
    painter.setFont(current.font("caption"))
    painter.setPen(current.colour("text3"))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.right)


def _paint_right(painter: QPainter, box: QRect, line: ResultLine) -> QRect:
    """What stands at the right end; returns the room that is left."""
    if not line.right:
        return box
    current = look_now()
    width = metrics(current, "caption").horizontalAdvance(line.right) + 16
    if line.right_tone is not None:
        at = QPointF(box.right() - width, box.center().y() + 1)
        paint_tag(painter, at, line.right, line.right_tone)
    else:
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.right)
    return box.adjusted(0, 0, -width - 8, 0)


def _paint_row(painter: QPainter, box: QRect, line: ResultLine) -> None:
    current = look_now()
    left, middle = float(box.left()), box.center().y() + 0.5
    if line.number:
        side = metrics(current, "caption").height() + 4
        paint_number(painter, QRectF(left, middle - side / 2, side, side), line.number)
        left += side + 12
    side = current.size("icon")
    sign = QRectF(left, middle - side / 2, side, side)
    if line.lamp is not None:
        paint_lamp(painter, line.lamp, sign)
    elif line.icon:
        paint_icon(painter, line.icon, sign, current.colour("link"))
    left += side + 10 if line.lamp is not None or line.icon else 0
    height = metrics(current, "body").height()
    text = elided(line.text, "body", round(box.right() - left))
    place = QRectF(left, middle - height / 2, box.right() - left + 4, height)
    spans = line.spans if text == line.text else ()
    paint_marked(painter, place, text, spans)
    left += metrics(current, "body").horizontalAdvance(text) + 12
    if line.detail and left < box.right() - 40:
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        room = QRectF(left, box.top(), box.right() - left, box.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter, elided(line.detail, "caption", round(room.width()))
        )


def _paint_card(painter: QPainter, box: QRect, line: ResultLine) -> None:
    current = look_now()
    side = box.height() - 24
    circle = QRectF(box.left(), box.top() + 12, side, side)
    paint_box(painter, circle, side / 2, current.colour("primarySoft"), current.colour("line"))
    painter.setFont(current.font("cardTitle"))
    painter.setPen(current.colour("link"))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, line.text[:1])
    words = QRectF(circle.right() + 14, box.top() + 12, box.right() - circle.right() - 14, side / 2)
    painter.setFont(current.font("cardTitle"))
    painter.setPen(current.colour("text"))
    painter.drawText(
        words, Qt.AlignmentFlag.AlignVCenter, elided(line.text, "cardTitle", round(words.width()))
    )
    painter.setFont(current.font("caption"))
    painter.setPen(current.colour("text2"))
    below = words.translated(0, side / 2)
    painter.drawText(
        below, Qt.AlignmentFlag.AlignVCenter, elided(line.detail, "caption", round(below.width()))
    )


class PopupFoot(QFrame):
    """The keys of the list."""


class Popup(QFrame):
    """The list as a child of the window. ``taken`` gives the key of the line."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = ResultModel(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(ResultDelegate(self._model, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.clicked.connect(lambda index: self._take(index.row()))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(self.view)
        self._foot = QHBoxLayout(foot := PopupFoot())
        self._foot.setContentsMargins(16, 7, 16, 7)
        box.addWidget(foot)
        self.hide()

    def set_foot(self, keys: Sequence[tuple[tuple[str, ...], str]]) -> None:
        """Key caps with their words; the last pair stands at the right."""
        for number, (caps, words) in enumerate(keys):
            if number == len(keys) - 1:
                self._foot.addStretch(1)
            self._foot.addWidget(KeyCap(*caps))
            self._foot.addWidget(Text(words, "caption", "quiet"))

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show results; nothing to show hides the list. Give it a place, then :meth:`select_first`."""
        self._model.show_lines(lines)
        self.setVisible(bool(lines))
        if lines:
            self.raise_()

    def select_first(self) -> None:
        """The first line that can be taken, and the very top in view."""
        self.move_selection(0)
        self.view.scrollToTop()

    def move_selection(self, step: int) -> None:
        """To the next or an earlier line that can be taken."""
        takable = [at for at, line in enumerate(self._model.lines) if line.key]
        if not takable:
            return
        row = self.view.currentIndex().row()
        at = takable.index(row) + step if row in takable else 0
        target = self._model.index(takable[max(0, min(at, len(takable) - 1))], 0)
        self.view.setCurrentIndex(target)
        self.setAccessibleDescription(str(target.data(Qt.ItemDataRole.AccessibleTextRole)))

    def take_current(self) -> bool:
        """Take the selected line."""
        return self._take(self.view.currentIndex().row())

    def take_number(self, number: int) -> bool:
        """Take the line with this Alt number."""
        rows = [at for at, line in enumerate(self._model.lines) if line.number == number]
        return bool(rows) and self._take(rows[0])

    def _take(self, row: int) -> bool:
        if not 0 <= row < len(self._model.lines) or not self._model.lines[row].key:
            return False
        self.taken.emit(self._model.lines[row].key)
        return True

    def wanted_height(self, room: int) -> int:
        """As high as its lines, within the room there is."""
        lines = sum(self.view.sizeHintForRow(row) for row in range(len(self._model.lines)))
        return min(room, lines + self._foot.sizeHint().height() + 14)
