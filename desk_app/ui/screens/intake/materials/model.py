"""The paper list as a Qt model: read-only, replaced row by row after every change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk_app.ui.screens.intake.shown import RowShown

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole RowShown."""


class MaterialsModel(QAbstractListModel):
    """``sentence`` says a row for the screen reader; words are the view's."""

    def __init__(self, sentence: Callable[[RowShown], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self._rows: tuple[RowShown, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Rows that can concern this citizen."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The name, the sentence, or the row itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.material.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._sentence(row)
        return None

    def set_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show other rows. As long as it is the same list, only what changed is painted again."""
        if _numbers(rows) != _numbers(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_at(self, at: int) -> RowShown | None:
        """The row at a place in the list."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, number: int) -> int | None:
        """Where the row with this number stands."""
        return next((at for at, row in enumerate(self._rows) if row.material.number == number), None)


def _numbers(rows: tuple[RowShown, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((row.material.number, row.material.name) for row in rows)
