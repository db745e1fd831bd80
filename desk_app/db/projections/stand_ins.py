"""Who stands in for whom: one row for each period."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.tables import stand_in_row
from desk_app.domain.bodies import decode, encode
from desk_app.domain.journal import Entry
from desk_app.domain.stand_ins import StandIn, StandInEvent, apply

TABLES = ("stand_in_row",)


def step(state: StandIn | None, entry: Entry, event: StandInEvent) -> StandIn:
    """One more entry. Raises IllegalMove."""
    return apply(entry.envelope.stream_id, state, event)


def load(connection: Connection, stand_in_id: UUID) -> StandIn | None:
    """The period according to its row, or None."""
    body = connection.scalar(select(stand_in_row.c.body).where(stand_in_row.c.id == stand_in_id))
    return None if body is None else decode(StandIn, body)


def rows(state: StandIn, _rules: Rules) -> Rows:
    """Everything the table holds of one period."""
    row = {
        "id": state.id,
        "absent": state.absent,
        "present": state.present,
        "first": state.first.isoformat(),
        "last": state.last.isoformat(),
        "ended": int(state.ended_at is not None),
        "body": encode(state),
    }
    return [("stand_in_row", row)]
