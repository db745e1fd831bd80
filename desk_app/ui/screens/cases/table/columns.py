"""The columns of the list, and which of them fold where there is less room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from desk_app.domain.case_list import CaseSort
from desk_app.ui.screens.cases.rows import Cell, Row
from desk_app.ui.table_model import Column, Role
from desk_app.ui.theme.look import WidthClass
from desk_app.ui.theme.marks import LampShape

_WIDTHS: dict[Cell, int] = {
    Cell.LAMP: 42,
    Cell.NUMBER: 190,
    Cell.SHORT_NUMBER: 124,
    Cell.ITEM: 0,
    Cell.APPLICANT: 84,
    Cell.STATE: 86,
    Cell.DUE: 68,
    Cell.LEFT: 120,
    Cell.CLERK: 92,
}
_SORTS: dict[Cell, CaseSort] = {
    Cell.NUMBER: CaseSort.NUMBER,
    Cell.SHORT_NUMBER: CaseSort.NUMBER,
    Cell.DUE: CaseSort.DUE,
    Cell.LEFT: CaseSort.DUE,
}
FOLDED: dict[WidthClass, frozenset[Cell]] = {
    WidthClass.WIDE: frozenset({Cell.SHORT_NUMBER}),
    WidthClass.STANDARD: frozenset({Cell.NUMBER, Cell.CLERK}),
    WidthClass.NARROW: frozenset({Cell.NUMBER, Cell.CLERK, Cell.DUE}),
    WidthClass.COMPACT: frozenset({Cell.NUMBER, Cell.CLERK}),
}
"""Columns that are left out (experience.md §2); what they say stands on the page of the case."""

_Answers = Mapping[int, Callable[[Row], object]]


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
    Cell.LAMP: {int(Role.LAMP): lambda row: LampShape(row.lamp.value) if row.lamp else None},
    Cell.SHORT_NUMBER: {_TIP: _tip(Cell.NUMBER)},
    Cell.ITEM: {_TIP: _tip(Cell.ITEM)},
    Cell.LEFT: {
        int(Role.TONE): lambda row: row.left_tone,
        int(Role.STRONG): lambda row: row.lamp is not None,
        _TIP: _tip(Cell.LEFT),
    },
    Cell.STATE: {int(Role.TONE): lambda row: row.state_tone},
    Cell.CLERK: {_TIP: _tip(Cell.CLERK)},
}
