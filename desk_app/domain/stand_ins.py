"""AB岗: for which days somebody works off the queue of a colleague who is away, without their password (F74).

Given by who leads the site, for a period with a first and a last day; it ends by itself or earlier. All that
is done under it stays the stand-in's own act, under the stand-in's own name and rights.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID

from desk_app.domain.errors import IllegalMove, InputError

LONGEST = timedelta(days=92)
"""A quarter: who is away for longer has left the post, and the work is given to somebody for good."""


@dataclass(frozen=True, slots=True)
class StandInGiven:
    """For these days ``present`` stands in for ``absent``, both days included."""

    kind: ClassVar[str] = "stand_in.given"
    version: ClassVar[int] = 1

    absent: UUID
    absent_name: str
    present: UUID
    present_name: str
    first: date
    last: date
    at: datetime


@dataclass(frozen=True, slots=True)
class StandInEnded:
    """It ended before its last day."""

    kind: ClassVar[str] = "stand_in.ended"
    version: ClassVar[int] = 1

    at: datetime


StandInEvent = StandInGiven | StandInEnded


@dataclass(frozen=True, slots=True)
class StandIn:
    """One period in which one person stands in for another."""

    id: UUID
    absent: UUID
    absent_name: str
    present: UUID
    present_name: str
    first: date
    last: date
    ended_at: datetime | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.ended_at is None and self.first <= day <= self.last


def apply(stand_in_id: UUID, before: StandIn | None, event: StandInEvent) -> StandIn:
    """One event laid over a period. Raises IllegalMove ``stand_in_known_already``, ``stand_in_over``."""
    if isinstance(event, StandInGiven):
        if before is not None:
            raise IllegalMove("stand_in_known_already")
        names = (event.absent, event.absent_name, event.present, event.present_name)
        return StandIn(stand_in_id, *names, event.first, event.last)
    if before is None or before.ended_at is not None:
        raise IllegalMove("stand_in_over")
    return replace(before, ended_at=event.at)


def check_period(first: date, last: date, today: date) -> None:
    """Raise InputError ``stand_in_days``, or ``stand_in_too_long`` with the most ``days``."""
    if last < first or last < today:
        raise InputError("stand_in_days")
    if last - first >= LONGEST:
        raise InputError("stand_in_too_long", days=LONGEST.days)
