"""Shifts: one row each, so that a counter knows who is there and what the last one left behind."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import micros, micros_or_none
from desk_app.db.tables import shift_row
from desk_app.domain.bodies import decode, encode
from desk_app.domain.journal import Entry
from desk_app.domain.shifts import Shift, ShiftEvent, apply

TABLES = ("shift_row",)


@dataclass(frozen=True, slots=True)
class Standing:
    """A shift, and where it took place."""

    shift: Shift
    site: UUID
    device: UUID


def step(state: Standing | None, entry: Entry, event: ShiftEvent) -> Standing:
    """One more entry. Raises IllegalMove."""
    shift = apply(entry.envelope.stream_id, state.shift if state else None, event)
    if state is None:
        return Standing(shift, entry.envelope.site, entry.device)
    return Standing(shift, state.site, state.device)


def load(connection: Connection, shift_id: UUID) -> Standing | None:
    """The shift according to its row, or None."""
    row = connection.execute(select(shift_row).where(shift_row.c.id == shift_id)).first()
    return None if row is None else Standing(decode(Shift, row.body), row.site, row.device)


def rows(state: Standing, _rules: Rules) -> Rows:
    """Everything the table holds of one shift."""
    shift = state.shift
    row = {
        "id": shift.id,
        "site": state.site,
        "device": state.device,
        "clerk": shift.clerk,
        "opened_at": micros(shift.opened_at),
        "closed_at": micros_or_none(shift.closed_at),
        "body": encode(shift),
    }
    return [("shift_row", row)]
