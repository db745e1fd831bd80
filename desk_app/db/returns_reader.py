"""Reading what cases were asked to bring again, from the journal's own entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text

from desk_app.db.projections.folds import read_event
from desk_app.db.rows import entry_from, micros
from desk_app.db.tables import ASKING, case_row, case_snapshot, entry, parked
from desk_app.domain.bodies import decode
from desk_app.domain.case_values import CaseState
from desk_app.domain.cases import Case
from desk_app.domain.returns_why import Asked, Lack, lacks_of
from desk_app.domain.streams import Undecodable

_KINDS = text(f"entry.{ASKING}")
"""In the words of the index over them: bound values would not be recognised."""


class Returns:
    """Every asking of a site in a stretch of time."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect

    def lacks(self, site: UUID, first: datetime, before: datetime, item_id: str = "") -> Iterator[Lack]:
        """What was lacking, oldest first; of one item where one is named.

        Void cases and entries that were set aside do not count.
        """
        columns = (entry, case_row.c.item_id, case_row.c.item_name, case_snapshot.c.body.label("case_body"))
        wanted = (
            select(*columns)
            .join(case_row, case_row.c.id == entry.c.stream_id)
            .join(case_snapshot, case_snapshot.c.id == entry.c.stream_id)
            .outerjoin(parked, parked.c.entry_id == entry.c.id)
            .where(_KINDS, entry.c.site == site, entry.c.at >= micros(first), entry.c.at < micros(before))
            .where(case_row.c.state != CaseState.VOIDED.value, parked.c.entry_id.is_(None))
            .order_by(entry.c.at, entry.c.id)
        )
        if item_id:
            wanted = wanted.where(case_row.c.item_id == item_id)
        for row in self._connect().execute(wanted, execution_options={"yield_per": 500}).mappings():
            yield from _told(row)


def _told(row: Any) -> tuple[Lack, ...]:
    try:
        event = read_event(entry_from(row))
    except Undecodable:
        return ()
    asked = Asked(row["stream_id"], row["item_id"], row["item_name"])
    return lacks_of(asked, event, decode(Case, row["case_body"]).materials)
