"""Old ledgers: one row for each import, one for each line; an import that was undone hides its lines."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import iso_or_none
from desk_app.db.tables import ledger_import_row, ledger_row
from desk_app.domain.bodies import decode, encode
from desk_app.domain.errors import IllegalMove
from desk_app.domain.journal import Entry
from desk_app.domain.ledger_events import (
    LedgerImport,
    LedgerImported,
    LedgerImportUndone,
    LedgerLine,
    LedgerRowTaken,
    apply,
)

TABLES = ("ledger_import_row",)
LINE_TABLES = ("ledger_row",)


@dataclass(frozen=True, slots=True)
class Imported:
    """An import, and the site that took it over."""

    ledger: LedgerImport
    site: UUID


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and where it belongs."""

    id: UUID
    ledger: UUID
    site: UUID
    line: LedgerLine


def step(state: Imported | None, entry: Entry, event: LedgerImported | LedgerImportUndone) -> Imported:
    """One more entry about an import. Raises IllegalMove."""
    ledger = apply(entry.envelope.stream_id, None if state is None else state.ledger, event)
    return Imported(ledger, entry.envelope.site if state is None else state.site)


def load(connection: Connection, ledger_id: UUID) -> Imported | None:
    """The import according to its row, or None."""
    wanted = select(ledger_import_row.c.site, ledger_import_row.c.body)
    row = connection.execute(wanted.where(ledger_import_row.c.id == ledger_id)).first()
    return None if row is None else Imported(decode(LedgerImport, row.body), row.site)


def rows(state: Imported, _rules: Rules) -> Rows:
    """The one row of an import."""
    row = {
        "id": state.ledger.id,
        "site": state.site,
        "sha256": state.ledger.sha256,
        "undone": int(state.ledger.undone_at is not None),
        "body": encode(state.ledger),
    }
    return [("ledger_import_row", row)]


def step_line(state: Line | None, entry: Entry, event: LedgerRowTaken) -> Line:
    """The one entry of a line. Raises IllegalMove for a second."""
    if state is not None:
        raise IllegalMove("ledger_imported_twice")
    return Line(entry.envelope.stream_id, event.ledger, entry.envelope.site, event.line)


def load_line(connection: Connection, line_id: UUID) -> Line | None:
    """The line according to its row, or None."""
    row = connection.execute(select(ledger_row).where(ledger_row.c.id == line_id)).first()
    return None if row is None else Line(row.id, row.ledger, row.site, decode(LedgerLine, row.body))


def line_rows(state: Line, _rules: Rules) -> Rows:
    """The one row of a line."""
    row = {
        "id": state.id,
        "ledger": state.ledger,
        "site": state.site,
        "day": state.line.day.isoformat(),
        "finished": iso_or_none(state.line.finished),
        "number": state.line.row,
        "body": encode(state.line),
    }
    return [("ledger_row", row)]
