"""Originals: one row for each, so that the end of a day finds what was not given back."""

from __future__ import annotations

from uuid import UUID, uuid5

from sqlalchemy import Connection, select

from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import micros
from desk_app.db.tables import custody_row
from desk_app.domain.bodies import decode, encode
from desk_app.domain.custody import Custody, CustodyEvent, Original, apply
from desk_app.domain.journal import Entry

TABLES = ("custody_row",)


def step(state: Custody | None, entry: Entry, event: CustodyEvent) -> Custody:
    """One more entry. Raises IllegalMove."""
    return apply(state or Custody(entry.envelope.stream_id), event, entry.envelope.actor)


def load(connection: Connection, case_id: UUID) -> Custody | None:
    """The originals of a case according to their rows, or None where there are none."""
    mine = select(custody_row.c.body).where(custody_row.c.case_id == case_id).order_by(custody_row.c.number)
    bodies = connection.scalars(mine).all()
    return Custody(case_id, tuple(decode(Original, body) for body in bodies)) if bodies else None


def rows(state: Custody, _rules: Rules) -> Rows:
    """Everything the table holds of one case's originals."""
    return [
        (
            "custody_row",
            {
                "id": uuid5(state.case, str(original.row)),
                "case_id": state.case,
                "number": original.row,
                "state": original.state.value,
                "site": original.site,
                "since": micros(original.since),
                "body": encode(original),
            },
        )
        for original in state.originals
    ]
