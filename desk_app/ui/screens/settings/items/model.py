"""The list of items as a Qt model: read-only, replaced row by row after every change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk_app.ui.screens.settings.items.rows import ItemRow

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole ItemRow."""

_Index = QModelIndex | QPersistentModelIndex


class ItemsModel(QAbstractListModel):
    """``sentence`` says a row for the screen reader; words are the view's."""

    def __init__(self, sentence: Callable[[ItemRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self._rows: tuple[ItemRow, ...] = ()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Rows that the filter leaves."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The name, the sentence, or the row itself."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        return self._sentence(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def set_rows(self, rows: tuple[ItemRow, ...]) -> None:
        """Show other rows. As long as they are the same items, only what changed is painted again."""
        if _ids(rows) != _ids(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_at(self, at: int) -> ItemRow | None:
        """The row at a place in the list."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, item_id: str) -> int | None:
        """Where an item stands."""
        return next((at for at, row in enumerate(self._rows) if row.choice.item_id == item_id), None)


def _ids(rows: tuple[ItemRow, ...]) -> tuple[str, ...]:
    return tuple(row.choice.item_id for row in rows)
