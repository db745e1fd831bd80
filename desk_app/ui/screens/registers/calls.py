"""What the registers screen asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread. *Slow* ones are run through ``jobs``; long ones are given
``report(done, total)`` and ``cancelled()``. Each may raise :class:`~desk_app.domain.errors.DeskError`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.changes import Changes
from desk_app.domain.ledger import Problem
from desk_app.domain.ledger_events import LedgerField
from desk_app.domain.register_period import Wanted

Report = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Said = Mapping[LedgerField, int | None]
"""Columns (from 0) a person named; None for "there is none"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A register of a stretch of time; ``returns`` asks for what people came twice for instead."""

    wanted: Wanted
    returns: bool = False


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """A column of the table. ``width`` is in characters."""

    title: str
    width: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line, masked, every cell as text."""

    at: int
    cells: tuple[str, ...]
    state: str = ""
    """The word for where the case stands; empty for a line of an old ledger."""
    old: bool = False


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """A whole register."""

    columns: tuple[ColumnShown, ...]
    lines: tuple[LineShown, ...]
    figures: tuple[tuple[str, str, str], ...]
    """Title, value, and the sentence that says what is counted."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a register is to leave. ``purpose`` None means masked."""

    asked: Asked
    folder: str
    ending: str
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """It left: into which file or folder, how many lines."""

    path: str
    lines: int
    masked: bool = True
    pages: int = 0
    """Of paper; 0 for a file."""


@dataclass(frozen=True, slots=True)
class LedgerLook:
    """What taking a file over would do. Nothing was changed."""

    name: str
    headings: tuple[str, ...]
    columns: Mapping[LedgerField, int]
    absent: tuple[LedgerField, ...]
    problems: tuple[Problem, ...]
    lines: int
    skipped: int
    samples: tuple[tuple[str, str, str], ...]
    """Day, name and item of the first few lines, masked."""
    taken_already: bool


@dataclass(frozen=True, slots=True)
class TakenBefore:
    """An import of this site."""

    id: UUID
    name: str
    lines: int
    at: datetime
    undone: bool
    reason: str


@dataclass(frozen=True, slots=True)
class RegistersCalls:
    """Everything the presenters call."""

    today: Callable[[], date]
    """Quick."""
    folder: Callable[[], str]
    """Quick. Where files go unless somebody says otherwise."""
    read: Callable[[Asked, Report, Cancelled], RegisterRead]
    """Long."""
    export: Callable[[Order, Report, Cancelled], Left]
    """Long. On record first. Raises NotAllowed, InputError, StoreTrouble."""
    print: Callable[[Asked, Report, Cancelled], Left]
    """Long. Masked, on record first. Raises PrinterTrouble, PaperTrouble."""
    preview: Callable[[str, Said], LedgerLook]
    """Slow, lane ``files``. Raises NotAllowed, BadFile."""
    take_over: Callable[[str, Said], int]
    """Slow. All lines or none; how many. Raises NotAllowed, BadFile."""
    undo: Callable[[UUID, str], None]
    """Slow. Raises NotAllowed, IllegalMove."""
    imports: Callable[[], tuple[TakenBefore, ...]]
    """Slow."""
    subscribe: Callable[[Callable[[Changes], None]], Callable[[], None]]
    """Quick. Be told after each commit, on the window's thread; calling the answer ends it."""
