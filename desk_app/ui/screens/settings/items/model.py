"""The list of items as a Qt model."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from desk_app.ui.list_model import KeyedListModel
from desk_app.ui.screens.settings.items.rows import ItemRow


class ItemsModel(KeyedListModel[ItemRow]):
    """``sentence`` says a row for the screen reader; words are the view's."""

    def __init__(self, sentence: Callable[[ItemRow], str], parent: QObject | None = None) -> None:
        says = {
            int(Qt.ItemDataRole.DisplayRole): _name,
            int(Qt.ItemDataRole.ToolTipRole): _name,
            int(Qt.ItemDataRole.AccessibleTextRole): sentence,
        }
        super().__init__(lambda row: row.choice.item_id, says, parent)

    def place_of(self, item_id: str) -> int | None:
        """Where an item stands."""
        return next((at for at, row in enumerate(self.rows) if row.choice.item_id == item_id), None)


def _name(row: ItemRow) -> str:
    return row.name
