"""AB岗: a lead gives somebody the queue of a colleague for some days; each act one transaction (F74)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.sites import RIGHTS, Clerk, Right
from desk_app.domain.stand_ins import StandIn, StandInEnded, StandInGiven, check_period
from desk_app.domain.worktime import local_day

if TYPE_CHECKING:
    from desk_app.db.store import Store


def give_stand_in(
    store: Store, clerk: Clerk, absent: User, present: User, first: date, last: date, now: datetime
) -> StandIn:
    """For these days ``present`` works off the queue of ``absent``.

    Raises NotAllowed ``right_missing``, ``stands_in_for_self``; IllegalMove ``stand_in_unfit`` for who may
    not do the work; InputError ``stand_in_days``, ``stand_in_too_long``.
    """
    _require_lead(clerk)
    if absent.id == present.id:
        raise NotAllowed("stands_in_for_self")
    if not present.enabled or Right.RECEIVE not in RIGHTS[present.role]:
        raise IllegalMove("stand_in_unfit")
    check_period(first, last, local_day(now))
    given = StandInGiven(absent.id, absent.name, present.id, present.name, first, last, now)
    with store.write(clerk, now) as tx:
        stand_in_id = tx.new_id(now)
        tx.record(given, stand_in_id)
        return tx.stand_ins.get(stand_in_id)


def end_stand_in(store: Store, clerk: Clerk, stand_in_id: UUID, now: datetime) -> StandIn:
    """End it before its last day. Raises NotAllowed, NotFound, IllegalMove ``stand_in_over``."""
    _require_lead(clerk)
    with store.write(clerk, now) as tx:
        tx.stand_ins.get(stand_in_id)
        tx.record(StandInEnded(now), stand_in_id)
        return tx.stand_ins.get(stand_in_id)


def _require_lead(clerk: Clerk) -> None:
    if not clerk.may(Right.MANAGE_SITE):
        raise NotAllowed("right_missing", right=Right.MANAGE_SITE.value)
