"""For whom who is at the keyboard stands in: kept in memory, so that every list can ask at once (AB岗)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.db.store import Reader
    from desk_app.domain.sites import Clerk
    from desk_app.domain.stand_ins import StandIn


class Covers:
    """The periods that have not gone by."""

    def __init__(self) -> None:
        self.periods: tuple[StandIn, ...] = ()

    def read(self, reader: Reader, today: date) -> None:
        """Read them anew. Slow."""
        self.periods = reader.stand_ins.since(today)

    def of(self, clerk: Clerk | None, today: date) -> tuple[StandIn, ...]:
        """Those under which somebody acts today; none of nobody. Quick."""
        me = clerk.user_id if clerk else None
        return tuple(each for each in self.periods if each.present == me and each.holds_on(today))
