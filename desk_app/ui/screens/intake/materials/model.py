"""The paper list as a Qt model."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from desk_app.ui.list_model import KeyedListModel
from desk_app.ui.screens.intake.shown import RowShown


class MaterialsModel(KeyedListModel[RowShown]):
    """``sentence`` says a row for the screen reader; words are the view's."""

    def __init__(self, sentence: Callable[[RowShown], str], parent: QObject | None = None) -> None:
        says = {
            int(Qt.ItemDataRole.DisplayRole): lambda row: row.material.name,
            int(Qt.ItemDataRole.AccessibleTextRole): sentence,
            int(Qt.ItemDataRole.ToolTipRole): sentence,
        }
        super().__init__(lambda row: (row.material.number, row.material.name), says, parent)

    def place_of(self, number: int) -> int | None:
        """Where the row with this number stands."""
        return next((at for at, row in enumerate(self.rows) if row.material.number == number), None)
