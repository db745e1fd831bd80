"""Batches: one row for the list, one for each case, so that a case knows the bag it lies in."""

from __future__ import annotations

from uuid import UUID, uuid5

from sqlalchemy import Connection, select

from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import micros
from desk_app.db.tables import handover_row
from desk_app.domain.bodies import decode, encode
from desk_app.domain.handover import Batch, apply
from desk_app.domain.handover_events import HandoverEvent
from desk_app.domain.journal import Entry

TABLES = ("handover_row", "handover_line_row")


def step(state: Batch | None, entry: Entry, event: HandoverEvent) -> Batch:
    """One more entry. Raises IllegalMove."""
    return apply(entry.envelope.stream_id, state, event)


def load(connection: Connection, batch_id: UUID) -> Batch | None:
    """The batch according to its row, or None."""
    body = connection.scalar(select(handover_row.c.body).where(handover_row.c.id == batch_id))
    return None if body is None else decode(Batch, body)


def rows(state: Batch, _rules: Rules) -> Rows:
    """Everything the tables hold of one batch."""
    row = {
        "id": state.id,
        "number": state.number,
        "from_site": state.from_site,
        "to_site": state.to_site,
        "state": state.state.value,
        "opened_at": micros(state.opened_at),
        "body": encode(state),
    }
    lines: Rows = [
        (
            "handover_line_row",
            {
                "id": uuid5(state.id, str(line.listed.case)),
                "batch": state.id,
                "case_id": line.listed.case,
                "state": line.state.value,
            },
        )
        for line in state.lines
    ]
    return [("handover_row", row), *lines]
