"""Reading batches and the originals an office keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, literal, or_, select, tuple_

from desk_app.db.projections import custody as custody_rows
from desk_app.db.rows import micros
from desk_app.db.tables import Id, custody_row, handover_line_row, handover_row
from desk_app.domain.bodies import decode
from desk_app.domain.custody import OUT_OF_HAND, Custody, Original
from desk_app.domain.errors import NotFound
from desk_app.domain.handover import Batch, BatchState

Connect = Callable[[], Connection]

PAGE = 50


class Handovers:
    """Batches of this store."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def find(self, batch_id: UUID) -> Batch | None:
        """The batch, or None."""
        body = self._connect().scalar(select(handover_row.c.body).where(handover_row.c.id == batch_id))
        return None if body is None else decode(Batch, body)

    def get(self, batch_id: UUID) -> Batch:
        """The batch. Raises NotFound ``no_such_batch``."""
        found = self.find(batch_id)
        if found is None:
            raise NotFound("no_such_batch")
        return found

    def by_number(self, number: str) -> Batch:
        """The batch of a manifest, as scanned or typed. Raises NotFound ``no_such_batch``."""
        compact = "".join(number.split()).replace("-", "").upper()
        body = self._connect().scalar(select(handover_row.c.body).where(handover_row.c.number == compact))
        if body is None:
            raise NotFound("no_such_batch")
        return decode(Batch, body)

    def page(
        self,
        site: UUID,
        states: Iterable[BatchState] = tuple(BatchState),
        after: Batch | None = None,
        limit: int = PAGE,
    ) -> tuple[Batch, ...]:
        """Batches that a site sends or receives, newest first; ``after`` is the last of the page before."""
        rows = handover_row.c
        wanted = select(rows.body).where(
            or_(rows.from_site == site, rows.to_site == site),
            rows.state.in_(sorted(state.value for state in states)),
        )
        if after is not None:
            last = tuple_(literal(micros(after.opened_at)), literal(after.id, Id()))
            wanted = wanted.where(tuple_(rows.opened_at, rows.id) < last)
        newest = wanted.order_by(rows.opened_at.desc(), rows.id.desc()).limit(limit)
        return tuple(decode(Batch, body) for body in self._connect().scalars(newest))

    def waiting(self, site: UUID) -> int:
        """How many bags are on their way to a site, or came and are not settled."""
        rows, wanted = handover_row.c, (BatchState.SENT.value, BatchState.RECEIVED.value)
        found = select(func.count()).where(rows.to_site == site, rows.state.in_(wanted))
        return int(self._connect().scalar(found) or 0)

    def open_with(self, case_id: UUID) -> UUID | None:
        """The bag that is being filled and holds this case already, or None."""
        rows, lines = handover_row.c, handover_line_row.c
        joined = select(rows.id).join(handover_line_row, lines.batch == rows.id)
        found = joined.where(lines.case_id == case_id, rows.state == BatchState.OPEN.value).limit(1)
        return self._connect().scalar(found)


@dataclass(frozen=True, slots=True)
class HeldOriginal:
    """An original that was not given back, and the case it belongs to."""

    case: UUID
    original: Original


class Custodies:
    """Originals of citizens."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def of_case(self, case_id: UUID) -> Custody:
        """The originals of a case; none, for most."""
        return custody_rows.load(self._connect(), case_id) or Custody(case_id)

    def unreturned(self, site: UUID, before: datetime | None = None) -> tuple[HeldOriginal, ...]:
        """未退原件 of a site, longest first; ``before`` leaves out what was taken since."""
        rows = custody_row.c
        wanted = select(rows.case_id, rows.body).where(
            rows.site == site, rows.state.in_(sorted(state.value for state in OUT_OF_HAND))
        )
        if before is not None:
            wanted = wanted.where(rows.since < micros(before))
        found = self._connect().execute(wanted.order_by(rows.since, rows.id))
        return tuple(HeldOriginal(row.case_id, decode(Original, row.body)) for row in found)
