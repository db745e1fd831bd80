"""Bringing a stream's rows to what its fold says: only what differs is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from desk_app.db import sqlite_only
from desk_app.db.assistance_tables import agent_row, assist_case_row, assist_row, mandate_row
from desk_app.db.projections.rules import Rows
from desk_app.db.rows import Row
from desk_app.db.tables import (
    attachment_row,
    case_row,
    case_snapshot,
    custody_row,
    document_row,
    form_block_row,
    handover_line_row,
    handover_row,
    ledger_import_row,
    ledger_row,
    person_row,
    shift_row,
    site_item_row,
    stand_in_row,
)


@dataclass(frozen=True, slots=True)
class Target:
    """A projection table, the column that names the stream, and whether it is searched."""

    table: Table
    stream: Column[Any]

    @property
    def key(self) -> str:
        """The primary key."""
        return str(next(iter(self.table.primary_key.columns)).name)

    @property
    def searched(self) -> bool:
        """Whether a full-text index follows this table."""
        return self.table.name in sqlite_only.SEARCHES


TARGETS: dict[str, Target] = {
    "case_row": Target(case_row, case_row.c.id),
    "case_snapshot": Target(case_snapshot, case_snapshot.c.id),
    "document_row": Target(document_row, document_row.c.case_id),
    "person_row": Target(person_row, person_row.c.id),
    "site_item_row": Target(site_item_row, site_item_row.c.id),
    "handover_row": Target(handover_row, handover_row.c.id),
    "handover_line_row": Target(handover_line_row, handover_line_row.c.batch),
    "custody_row": Target(custody_row, custody_row.c.case_id),
    "attachment_row": Target(attachment_row, attachment_row.c.case_id),
    "ledger_import_row": Target(ledger_import_row, ledger_import_row.c.id),
    "ledger_row": Target(ledger_row, ledger_row.c.id),
    "shift_row": Target(shift_row, shift_row.c.id),
    "stand_in_row": Target(stand_in_row, stand_in_row.c.id),
    "form_block_row": Target(form_block_row, form_block_row.c.id),
    "agent_row": Target(agent_row, agent_row.c.id),
    "mandate_row": Target(mandate_row, mandate_row.c.id),
    "assist_row": Target(assist_row, assist_row.c.id),
    "assist_case_row": Target(assist_case_row, assist_case_row.c.assist),
}

PROJECTIONS: tuple[Table, ...] = tuple(target.table for target in TARGETS.values())
"""Tables that can be dropped and made again from the journal."""


def held_rows(connection: Connection, tables: Sequence[str], stream_id: UUID) -> Rows:
    """The rows a store holds of one stream."""
    found: Rows = []
    for name in tables:
        target = TARGETS[name]
        result = connection.execute(select(target.table).where(target.stream == stream_id))
        found += [(name, dict(row)) for row in result.mappings()]
    return found


def bring_to(connection: Connection, held: Rows, wanted: Rows) -> None:
    """Insert, change and delete until the held rows are the wanted ones."""
    before = {(name, row[TARGETS[name].key]): row for name, row in held}
    after = {(name, row[TARGETS[name].key]): row for name, row in wanted}
    for (name, key), row in before.items():
        if (name, key) not in after:
            _delete(connection, TARGETS[name], key, row)
    for (name, key), row in after.items():
        old = before.get((name, key))
        if old is None:
            _insert(connection, TARGETS[name], row)
        elif old != row:
            _change(connection, TARGETS[name], old, row)


def _insert(connection: Connection, target: Target, row: Row) -> None:
    connection.execute(insert(target.table), row)
    if target.searched:
        sqlite_only.index_row(connection, target.table.name, row)


def _delete(connection: Connection, target: Target, key: Any, row: Row) -> None:
    if target.searched:
        sqlite_only.unindex_row(connection, target.table.name, row)
    connection.execute(delete(target.table).where(target.table.c[target.key] == key))


def _change(connection: Connection, target: Target, old: Row, row: Row) -> None:
    changed = {name: value for name, value in row.items() if old[name] != value}
    searched = target.searched and any(name in changed for name in sqlite_only.SEARCH_COLUMNS)
    if searched:
        sqlite_only.unindex_row(connection, target.table.name, old)
    key = target.table.c[target.key]
    connection.execute(update(target.table).where(key == old[target.key]).values(changed))
    if searched:
        sqlite_only.index_row(connection, target.table.name, row)


def insert_many(connection: Connection, rows: Rows) -> None:
    """Insert new rows in bulk; the searches have to be made again afterwards."""
    by_table: dict[str, list[Row]] = {}
    for name, row in rows:
        by_table.setdefault(name, []).append(row)
    for name, batch in by_table.items():
        connection.execute(insert(TARGETS[name].table), batch)
