"""Two everyday acts on a case that stands, in the counter's own words; the move table judges them.

Every other act goes through :func:`desk_app.services.case_acts.act` as the event it is.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.case_acts import HandlingBegun
from desk_app.domain.case_ends import CaseApproved
from desk_app.domain.cases import AcceptanceWithdrawn, Case, CaseFinished, CaseState
from desk_app.domain.catalogue import CaseKind
from desk_app.domain.sites import Clerk
from desk_app.services.case_acts import act

if TYPE_CHECKING:
    from desk_app.db.store import Store


def withdraw_acceptance(store: Store, clerk: Clerk, case_id: UUID, reason: str, now: datetime) -> Case:
    """Take back the last acceptance, within five minutes and with a reason.

    Raises IllegalMove, NotAllowed, NotFound.
    """
    return act(store, clerk, case_id, AcceptanceWithdrawn(reason.strip(), now), now)


def finish_case(store: Store, clerk: Clerk, case_id: UUID, result: str, now: datetime) -> Case:
    """End an accepted case in the citizen's favour, with nothing left to fetch.

    A 即办件 is finished in one act; a promised one is taken in hand and decided. Where no result is named, it
    is what was asked for. Raises IllegalMove, NotAllowed, NotFound.
    """
    with store.read() as reader:
        case = reader.cases.get(case_id)
    given = result.strip() or case.item.result or case.item.name
    if case.item.kind is CaseKind.IMMEDIATE:
        return act(store, clerk, case_id, CaseFinished(now, given), now)
    if case.state is CaseState.ACCEPTED:
        act(store, clerk, case_id, HandlingBegun(now), now)
    return act(store, clerk, case_id, CaseApproved(given, False, now), now)
