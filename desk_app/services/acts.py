"""Further acts on a case that stands."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.cases import Case
from desk_app.domain.errors import NotAllowed
from desk_app.domain.sites import Clerk, Right

if TYPE_CHECKING:
    from desk_app.db.store import Store


def withdraw_acceptance(store: Store, clerk: Clerk, case_id: UUID, reason: str, now: datetime) -> Case:
    """Take back the last acceptance, within five minutes and with a reason. May raise IllegalMove."""
    _require(clerk, Right.ACCEPT)
    with store.write(clerk, now) as tx:
        tx.record(tx.cases.get(case_id).withdraw_acceptance(reason, now), case_id)
        return tx.cases.get(case_id)


def finish_case(store: Store, clerk: Clerk, case_id: UUID, result: str, now: datetime) -> Case:
    """End an accepted case with its result. Raises IllegalMove, NotAllowed."""
    _require(clerk, Right.ACCEPT)
    with store.write(clerk, now) as tx:
        tx.record(tx.cases.get(case_id).finish(result, now), case_id)
        return tx.cases.get(case_id)


def _require(clerk: Clerk, right: Right) -> None:
    if not clerk.may(right):
        raise NotAllowed("right_missing", right=right.value)
