"""The one read-only table model. Rows are frozen values; what a cell says is worked out once, on arrival."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Role(IntEnum):
    """What our delegates ask beyond Qt's own roles."""

    LAMP = int(Qt.ItemDataRole.UserRole) + 1
    """A ``theme.marks.LampShape``, or None for no lamp."""
    TONE = int(Qt.ItemDataRole.UserRole) + 2
    """A ``theme.look.Tone``: the ground of a tag, or the ink of a text."""
    STRONG = int(Qt.ItemDataRole.UserRole) + 3
    """Whether the text is bold."""
    VALUE = int(Qt.ItemDataRole.UserRole) + 4
    """The whole row."""


@dataclass(frozen=True)  # with slots, Python 3.11 refuses to make a Column[Line](...)
class Column(Generic[T]):
    """One column.

    ``sort_key`` names the order to ask the loader for; empty means that it cannot be sorted by. ``width``
    is in logical pixels at everyday size; 0 takes what room is left. ``roles`` answer other roles, by Qt's
    number.
    """

    title: str
    text: Callable[[T], str]
    sort_key: str = ""
    right: bool = False
    width: int = 120
    roles: Mapping[int, Callable[[T], object]] = field(default_factory=dict)


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows in pages: ``load_more`` is called near the end and answers by :meth:`append_rows`."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        parent: QObject | None = None,
        *,
        load_more: Callable[[], None] | None = None,
        sort_by: Callable[[str, bool], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._load_more, self._sort_by = load_more, sort_by
        self._rows: list[T] = []
        self._texts: list[tuple[str, ...]] = []
        self._more = False
        self._asked = False

    def set_rows(self, rows: Sequence[T], more: bool = False) -> None:
        """Show these rows and nothing else; ``more`` says that a next page exists."""
        self.beginResetModel()
        self._rows, self._texts = list(rows), [self._line(row) for row in rows]
        self._more, self._asked = more, False
        self.endResetModel()

    def append_rows(self, rows: Sequence[T], more: bool) -> None:
        """The next page has come."""
        self._more, self._asked = more, False
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
        self._rows.extend(rows)
        self._texts.extend(self._line(row) for row in rows)
        self.endInsertRows()

    def replace_row(self, row: T) -> bool:
        """Show a row's new state where it stands; False when it is not here."""
        at = self.find(self._key(row))
        if at < 0:
            return False
        self._rows[at], self._texts[at] = row, self._line(row)
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
        return True

    def row_at(self, row: int) -> T:
        """The value of a row."""
        return self._rows[row]

    def find(self, key: Hashable) -> int:
        """The place of a row by its key, or -1."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)

    @property
    def rows(self) -> tuple[T, ...]:
        """All that was loaded."""
        return tuple(self._rows)

    def _line(self, row: T) -> tuple[str, ...]:
        return tuple(column.text(row) for column in self.columns)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows loaded so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A tuple look-up for the text; half of a frame is spent here."""
        row, column = index.row(), index.column()
        if not 0 <= row < len(self._rows):
            return None
        if role == _DISPLAY:
            return self._texts[row][column]
        if role == _ALIGN:
            return _RIGHT if self.columns[column].right else _LEFT
        if role == Role.VALUE:
            return self._rows[row]
        answer = self.columns[column].roles.get(role)
        return None if answer is None else answer(self._rows[row])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        return (_RIGHT if self.columns[section].right else _LEFT) if role == _ALIGN else None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a next page exists and was not asked for yet."""
        return not parent.isValid() and self._more and not self._asked and self._load_more is not None

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page; it comes later."""
        if self.canFetchMore(parent) and self._load_more is not None:
            self._asked = True
            self._load_more()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order: the store sorts, never this model."""
        if self._sort_by is not None and 0 <= column < len(self.columns) and self.columns[column].sort_key:
            self._sort_by(self.columns[column].sort_key, order is Qt.SortOrder.DescendingOrder)
