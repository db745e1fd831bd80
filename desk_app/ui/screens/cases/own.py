"""One's own queues and columns: kept for each clerk in the encrypted store, never in the journal (F34)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk_app.domain.errors import InputError
from desk_app.ui.screens.cases.filters import ListQuestion
from desk_app.ui.screens.cases.rows import Cell

MOST = 9
"""One for each of Alt+1…9."""
LONGEST_NAME = 12
WIDTH_STEP = 12
NARROWEST, WIDEST = -60, 240
"""Pixels a column may lose or gain."""
FIXED = frozenset({Cell.LAMP, Cell.SHORT_NUMBER, Cell.ITEM})
"""Always shown, or shown by the room there is: the lamp, the number in short, the item."""


@dataclass(frozen=True, slots=True)
class OwnQueue:
    """A question with a name."""

    name: str
    question: ListQuestion


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """How somebody wants one column; its place is its place among the others."""

    cell: int
    """A :class:`Cell`."""
    hidden: bool = False
    wider: int = 0
    """Pixels more than usual, or fewer."""


@dataclass(frozen=True, slots=True)
class OwnLists:
    """What one clerk has set up."""

    queues: tuple[OwnQueue, ...] = ()
    columns: tuple[OwnColumn, ...] = ()
    """All of them in one's own order; empty for the usual one."""


def with_queue(own: OwnLists, name: str, question: ListQuestion) -> OwnLists:
    """One more queue; one of the same name is replaced.

    Raises InputError ``queue_name_needed``, ``queue_name_long``, ``queues_full``.
    """
    name = " ".join(name.split())
    if not name:
        raise InputError("queue_name_needed")
    if len(name) > LONGEST_NAME:
        raise InputError("queue_name_long", longest=LONGEST_NAME)
    queue = OwnQueue(name, question)
    if any(known.name == name for known in own.queues):
        return replace(own, queues=tuple(queue if known.name == name else known for known in own.queues))
    if len(own.queues) >= MOST:
        raise InputError("queues_full")
    return replace(own, queues=(*own.queues, queue))


def without_queue(own: OwnLists, name: str) -> OwnLists:
    """One queue fewer."""
    return replace(own, queues=tuple(queue for queue in own.queues if queue.name != name))


def queue_of(own: OwnLists, question: ListQuestion) -> OwnQueue | None:
    """The own queue that asks exactly this."""
    return next((queue for queue in own.queues if queue.question == question), None)


def columns_of(own: OwnLists) -> tuple[OwnColumn, ...]:
    """All columns in one's own order; those a later version brings stand at the end."""
    known = {cell.value for cell in Cell}
    kept = [column for column in own.columns if column.cell in known]
    missing = known - {column.cell for column in kept}
    return (*kept, *(OwnColumn(cell) for cell in sorted(missing)))


def toggled(own: OwnLists, at: int) -> OwnLists:
    """Show a column, or leave it out."""
    column = columns_of(own)[at]
    if Cell(column.cell) in FIXED:
        return own
    return _with(own, at, replace(column, hidden=not column.hidden))


def widened(own: OwnLists, at: int, step: int) -> OwnLists:
    """A little wider, or narrower."""
    column = columns_of(own)[at]
    wider = min(max(column.wider + step * WIDTH_STEP, NARROWEST), WIDEST)
    return own if Cell(column.cell) in FIXED else _with(own, at, replace(column, wider=wider))


def moved(own: OwnLists, at: int, step: int) -> OwnLists:
    """One place to the left or to the right."""
    columns, to = list(columns_of(own)), at + step
    if not 0 <= to < len(columns):
        return own
    columns[at], columns[to] = columns[to], columns[at]
    return replace(own, columns=tuple(columns))


def _with(own: OwnLists, at: int, column: OwnColumn) -> OwnLists:
    columns = list(columns_of(own))
    columns[at] = column
    return replace(own, columns=tuple(columns))
