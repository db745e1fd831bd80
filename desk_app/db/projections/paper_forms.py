"""Emergency forms: one row for each block of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import micros
from desk_app.db.tables import form_block_row
from desk_app.domain.bodies import decode, encode
from desk_app.domain.journal import Entry
from desk_app.domain.paper_forms import FormBlock, FormEvent, apply

TABLES = ("form_block_row",)


@dataclass(frozen=True, slots=True)
class Held:
    """A block, and the site whose device gave its numbers."""

    block: FormBlock
    site: UUID


def step(state: Held | None, entry: Entry, event: FormEvent) -> Held:
    """One more entry. Raises IllegalMove."""
    block = apply(entry.envelope.stream_id, None if state is None else state.block, event)
    return Held(block, entry.envelope.site if state is None else state.site)


def load(connection: Connection, block_id: UUID) -> Held | None:
    """The block according to its row, or None."""
    wanted = select(form_block_row.c.site, form_block_row.c.body).where(form_block_row.c.id == block_id)
    row = connection.execute(wanted).first()
    return None if row is None else Held(decode(FormBlock, row.body), row.site)


def rows(state: Held, _rules: Rules) -> Rows:
    """The one row of a block."""
    row = {
        "id": state.block.id,
        "site": state.site,
        "reserved_at": micros(state.block.reserved_at),
        "left": len(state.block.out),
        "body": encode(state.block),
    }
    return [("form_block_row", row)]
