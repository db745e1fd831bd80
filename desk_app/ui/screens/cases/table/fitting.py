"""Which columns the list shows and how wide: by the room there is, and as somebody set them up."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk_app.ui.screens.cases.own import OwnLists, columns_of
from desk_app.ui.screens.cases.rows import Cell, Row
from desk_app.ui.screens.cases.table.columns import folded
from desk_app.ui.table_model import TableModel
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.widgets.table import Table

LARGER = 1.3
"""How much larger 大字 is (experience.md §2)."""
_NARROWEST = 40


class ColumnFit(QObject):
    """``changed`` says that other columns are in sight."""

    changed = Signal()

    def __init__(self, table: Table, model: TableModel[Row]) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._own = OwnLists()
        self._out: frozenset[Cell] = frozenset()
        self._room, self._width = 0, WidthClass.WIDE

    def show_own(self, own: OwnLists) -> None:
        """Another set-up."""
        self._own = own
        self.refit()
        self._fold()

    def set_room(self, room: int, width: WidthClass) -> None:
        """Another size of window or of type; ``room`` in pixels."""
        self._room, self._width = room, width
        self._fold()

    def refit(self) -> None:
        """Order and widths anew."""
        header = self._table.horizontalHeader()
        for place, column in enumerate(columns_of(self._own)):
            header.moveSection(header.visualIndex(column.cell), place)
            usual = self._model.columns[column.cell].width
            if usual:
                header.resizeSection(
                    column.cell, max(_NARROWEST, round((usual + column.wider) * self._factor))
                )

    @property
    def _factor(self) -> float:
        return LARGER if look_now().large else 1.0

    def _fold(self) -> None:
        hidden = {Cell(column.cell) for column in self._own.columns if column.hidden}
        out = folded(self._room, self._factor, self._width) | hidden
        if Cell.NUMBER in hidden:
            out |= {Cell.SHORT_NUMBER}  # who leaves the number out does not want its end either
        if out == self._out:
            return
        self._out = frozenset(out)
        for cell in Cell:
            self._table.setColumnHidden(cell, cell in out)
        self.changed.emit()
