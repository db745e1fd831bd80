"""Taking over old ledgers: looked at first, taken over whole or not at all, and undone in one act (F98)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.errors import BadFile, IllegalMove, NotAllowed
from desk_app.domain.ledger import Reading, guess_columns, headings_of, read_grid, taken_columns, with_columns
from desk_app.domain.ledger_events import (
    LedgerField,
    LedgerImport,
    LedgerImported,
    LedgerImportUndone,
    LedgerRowTaken,
)
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import local_day
from desk_app.exchange.ledger_file import read_ledger_file

if TYPE_CHECKING:
    from desk_app.db.store import Store

Said = Mapping[LedgerField, int | None]
"""Columns (from 0) that a person named, over the guess; None for "there is none"."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a file over would do."""

    name: str
    sha256: str
    reading: Reading
    taken_already: bool
    headings: tuple[str, ...] = ()
    """What stands above each column, or its first cell where there are no headings."""


def preview(store: Store, clerk: Clerk, path: Path, said: Said, now: datetime) -> Preview:
    """Read a file and say what is in it; nothing is changed. Raises NotAllowed, BadFile."""
    _require(clerk)
    file = read_ledger_file(path)
    columns = with_columns(guess_columns(file.grid), said)
    with store.read() as reader:
        taken = reader.ledgers.holds(clerk.site.id, file.sha256)
    reading = read_grid(file.grid, columns, local_day(now))
    return Preview(file.name, file.sha256, reading, taken, headings_of(file.grid, columns))


def take_over(store: Store, clerk: Clerk, path: Path, said: Said, now: datetime) -> LedgerImport:
    """Take a whole file over, or nothing of it.

    Raises NotAllowed; BadFile as :func:`preview`, ``ledger_columns_missing``, ``ledger_rows_wrong``,
    ``ledger_taken_already`` for a file that is here and was not undone.
    """
    found = preview(store, clerk, path, said, now)
    found.reading.require_sound()
    with store.write(clerk, now) as tx:
        if tx.ledgers.holds(clerk.site.id, found.sha256):
            raise BadFile("ledger_taken_already")
        ledger_id, lines = tx.new_id(now), found.reading.lines
        columns = taken_columns(found.reading.columns)
        tx.record(LedgerImported(found.name, found.sha256, len(lines), columns, now), ledger_id)
        for line in lines:
            tx.record(LedgerRowTaken(ledger_id, line), tx.new_id(now))
        return tx.ledgers.get(ledger_id)


def undo(store: Store, clerk: Clerk, ledger_id: UUID, reason: str, now: datetime) -> LedgerImport:
    """Hide every line of an import; the same file can then be taken over again.

    Raises NotAllowed, NotFound ``no_such_import``, IllegalMove ``reason_needed``, ``ledger_undone_already``,
    ``import_of_another``.
    """
    _require(clerk)
    if not reason.strip():
        raise IllegalMove("reason_needed")
    with store.write(clerk, now) as tx:
        tx.ledgers.get(ledger_id)
        if all(known.id != ledger_id for known in tx.ledgers.imports(clerk.site.id)):
            raise IllegalMove("import_of_another")
        tx.record(LedgerImportUndone(reason.strip(), now), ledger_id)
        return tx.ledgers.get(ledger_id)


def _require(clerk: Clerk) -> None:
    if not clerk.may(Right.MANAGE_SITE):
        raise NotAllowed("right_missing", right=Right.MANAGE_SITE.value)
