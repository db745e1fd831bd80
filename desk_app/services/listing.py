"""Cases for automation: masked, or in full with a right and a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.domain.accounts import RecordsExported
from desk_app.domain.case_list import CaseLine, CaseQuery, CaseSort
from desk_app.domain.errors import NotAllowed
from desk_app.domain.masking import Profile
from desk_app.domain.sites import Clerk, Right

if TYPE_CHECKING:
    from desk_app.db.store import Store

PAGE = 500


def masked_cases(store: Store) -> Iterator[CaseLine]:
    """Every case in the order it was registered, as an export may show it."""
    return _lines(store, Profile.EXPORT)


def full_cases(store: Store, clerk: Clerk, purpose: str, now: datetime) -> Iterator[CaseLine]:
    """Every case with full numbers; who took them out, how many and what for is on record first."""
    if not clerk.may(Right.EXPORT_UNMASKED):
        raise NotAllowed("right_missing", right=Right.EXPORT_UNMASKED.value)
    with store.write(clerk, now) as tx:
        tx.record(RecordsExported("cases", tx.cases.count(), False, purpose, now), tx.new_id(now))
    return _lines(store, None)


def _lines(store: Store, profile: Profile | None) -> Iterator[CaseLine]:
    query = CaseQuery(sort=CaseSort.RECEIVED, limit=PAGE)
    while True:
        with store.read() as reader:
            page = reader.cases.page(query, profile)
        yield from page.lines
        if page.next is None:
            return
        query = replace(query, after=page.next)
