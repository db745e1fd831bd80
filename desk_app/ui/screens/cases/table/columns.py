"""The columns of the list, and which of them fold where there is less room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from desk_app.domain.case_list import CaseSort
from desk_app.ui.screens.cases.rows import Cell, Row
from desk_app.ui.table_model import Column
from desk_app.ui.theme.look import WidthClass

_WIDTHS: dict[Cell, int] = {
    Cell.LAMP: 40,
    Cell.NUMBER: 178,
    Cell.SHORT_NUMBER: 124,
    Cell.ITEM: 0,
    Cell.APPLICANT: 78,
    Cell.STATE: 82,
    Cell.DUE: 64,
    Cell.LEFT: 120,
    Cell.CLERK: 80,
}
_SORTS: dict[Cell, CaseSort] = {
    Cell.NUMBER: CaseSort.NUMBER,
    Cell.SHORT_NUMBER: CaseSort.NUMBER,
    Cell.DUE: CaseSort.DUE,
    Cell.LEFT: CaseSort.DUE,
}
_FOLDS: tuple[Cell, ...] = (Cell.NUMBER, Cell.DUE, Cell.STATE)
"""Left out one after the other until the item has room; the page of the case says them all."""
_ITEM_ROOM = 200


def folded(room: int, factor: float, width: WidthClass) -> frozenset[Cell]:
    """Columns to leave out of a table ``room`` pixels wide.

    ``factor`` is how much larger type is than everyday. Who handled a case is folded below the widest
    windows in any case (experience.md §2).
    """
    out = {Cell.SHORT_NUMBER} if width is WidthClass.WIDE else {Cell.SHORT_NUMBER, Cell.CLERK}
    for cell in _FOLDS:
        taken = sum(_WIDTHS[shown] for shown in Cell if shown not in out) * factor
        if room - taken >= _ITEM_ROOM * factor:
            break
        out.add(cell)
        if cell is Cell.NUMBER:
            out.remove(Cell.SHORT_NUMBER)
    return frozenset(out)


def columns(titles: Mapping[Cell, str]) -> tuple[Column[Row], ...]:
    """All columns, in order."""
    return tuple(_column(cell, titles.get(cell, "")) for cell in Cell)


def sorted_cells(sort: CaseSort) -> tuple[Cell, ...]:
    """The columns that an order belongs to; the first that is shown wears the arrow."""
    return tuple(cell for cell, own in _SORTS.items() if own is sort)


def _column(cell: Cell, title: str) -> Column[Row]:
    sort = _SORTS.get(cell)
    return Column(
        title=title,
        text=lambda row: row.cells[cell],
        sort_key=sort.value if sort else "",
        width=_WIDTHS[cell],
        roles=_SPOKEN | _ROLES.get(cell, {}),
    )


def _tip(cell: Cell) -> Callable[[Row], object]:
    return lambda row: row.cells[cell]


_SPOKEN: dict[int, Callable[[Row], object]] = {
    int(Qt.ItemDataRole.AccessibleTextRole): lambda row: row.spoken,
}
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ROLES: dict[Cell, dict[int, Callable[[Row], object]]] = {
    Cell.SHORT_NUMBER: {_TIP: _tip(Cell.NUMBER)},
    Cell.ITEM: {_TIP: _tip(Cell.ITEM)},
    Cell.LEFT: {_TIP: _tip(Cell.LEFT)},
    Cell.CLERK: {_TIP: _tip(Cell.CLERK)},
}
