"""Reading shifts, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.tables import case_row, shift_row, stand_in_row
from desk_app.domain.bodies import decode
from desk_app.domain.errors import NotFound
from desk_app.domain.shifts import Shift
from desk_app.domain.stand_ins import StandIn

Connect = Callable[[], Connection]


class Shifts:
    """Who was at which counter."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def running(self, device: UUID, clerk: UUID) -> Shift | None:
        """The shift of this person at this device that is open, or None."""
        rows = shift_row.c
        mine = select(rows.body).where(rows.device == device, rows.clerk == clerk, rows.closed_at.is_(None))
        return self._one(mine.order_by(rows.opened_at.desc()).limit(1))

    def last_closed(self, device: UUID) -> Shift | None:
        """The shift that was closed last at this device, whoever's it was."""
        rows = shift_row.c
        closed = select(rows.body).where(rows.device == device, rows.closed_at.is_not(None))
        return self._one(closed.order_by(rows.closed_at.desc()).limit(1))

    def _one(self, statement: object) -> Shift | None:
        body = self._connect().scalar(statement)  # type: ignore[call-overload]  # a Select of one column
        return None if body is None else decode(Shift, body)


class StandIns:
    """AB岗 of this store."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def get(self, stand_in_id: UUID) -> StandIn:
        """The period. Raises NotFound ``no_such_stand_in``."""
        body = self._connect().scalar(select(stand_in_row.c.body).where(stand_in_row.c.id == stand_in_id))
        if body is None:
            raise NotFound("no_such_stand_in")
        return decode(StandIn, body)

    def since(self, day: date) -> tuple[StandIn, ...]:
        """Every period that has not gone by on a day, ended ones included, in the order of their days."""
        rows = stand_in_row.c
        wanted = select(rows.body).where(rows.last >= day.isoformat())
        bodies = self._connect().scalars(wanted.order_by(rows.first, rows.last, rows.id))
        return tuple(decode(StandIn, body) for body in bodies)

    def of(self, present: UUID, day: date) -> tuple[StandIn, ...]:
        """For whom somebody stands in on a day."""
        rows = stand_in_row.c
        wanted = select(rows.body).where(
            rows.present == present,
            rows.last >= day.isoformat(),
            rows.first <= day.isoformat(),
            rows.ended == 0,
        )
        bodies = self._connect().scalars(wanted.order_by(rows.first, rows.id))
        return tuple(decode(StandIn, body) for body in bodies)

    def on_case(self, case_id: UUID, present: UUID, day: date) -> StandIn | None:
        """The period under which somebody acts on a colleague's case; None where it needs none."""
        clerk = self._connect().scalar(select(case_row.c.clerk).where(case_row.c.id == case_id))
        return next((found for found in self.of(present, day) if found.absent == clerk), None)
