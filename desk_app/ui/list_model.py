"""The read-only list model for rows that change in place: what is not changed is not painted again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole row."""


class KeyedListModel(QAbstractListModel, Generic[T]):
    """``key`` tells rows apart; ``says`` answers roles beside ``ROW_ROLE``, by Qt's number."""

    def __init__(
        self,
        key: Callable[[T], Hashable],
        says: Mapping[int, Callable[[T], str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._says = key, says
        self._rows: tuple[T, ...] = ()

    @property
    def rows(self) -> tuple[T, ...]:
        """What stands in the list."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """How many."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The row itself, or what it says for a role."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role == ROW_ROLE:
            return row
        says = self._says.get(role)
        return says(row) if says is not None else None

    def set_rows(self, rows: tuple[T, ...]) -> None:
        """Show other rows. As long as it is the same list, only what changed is painted again."""
        if list(map(self._key, rows)) != list(map(self._key, self._rows)):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_at(self, at: int) -> T | None:
        """The row at a place in the list."""
        return self._rows[at] if 0 <= at < len(self._rows) else None
