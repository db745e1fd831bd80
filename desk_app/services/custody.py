"""Originals over the counter: taken, looked at, given back; each act one transaction (F45)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.cases import Case
from desk_app.domain.custody import (
    Custody,
    OriginalChecked,
    OriginalGivenBack,
    OriginalHandedOn,
    OriginalTaken,
)
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.sites import Clerk, Right

if TYPE_CHECKING:
    from desk_app.db.store import Store


def take_original(store: Store, clerk: Clerk, case_id: UUID, row: int, now: datetime) -> Custody:
    """收: keep the original of a row.

    Raises IllegalMove ``original_never_kept`` for identity and bank cards, ``original_held_already``,
    ``no_such_material``; NotAllowed; NotFound.
    """
    _require(clerk)
    with store.write(clerk, now) as tx:
        name = _name(tx.cases.get(case_id), row)
        tx.record(OriginalTaken(row, name, clerk.site.name, clerk.site.id, now), case_id)
        return tx.custodies.of_case(case_id)


def check_original(store: Store, clerk: Clerk, case_id: UUID, row: int, now: datetime) -> Custody:
    """核: seen and handed back at once. Raises as :func:`take_original`, but for any paper."""
    _require(clerk)
    with store.write(clerk, now) as tx:
        tx.record(OriginalChecked(row, _name(tx.cases.get(case_id), row), now), case_id)
        return tx.custodies.of_case(case_id)


def give_back_original(
    store: Store, clerk: Clerk, case_id: UUID, row: int, to: str, now: datetime
) -> Custody:
    """退还: into whose hands. Raises IllegalMove ``original_not_held``, ``part_needed``."""
    _require(clerk)
    with store.write(clerk, now) as tx:
        tx.record(OriginalGivenBack(row, to.strip(), now), case_id)
        return tx.custodies.of_case(case_id)


def hand_on_original(
    store: Store,
    clerk: Clerk,
    case_id: UUID,
    row: int,
    to: str,
    reason: str,
    now: datetime,
    keeper: UUID | None = None,
) -> Custody:
    """It stays over night: who keeps it, and why (B7). ``keeper`` is their account, where they have one.

    Raises IllegalMove ``original_not_held``, ``part_needed``.
    """
    _require(clerk)
    with store.write(clerk, now) as tx:
        tx.record(OriginalHandedOn(row, to.strip(), reason.strip(), now, keeper), case_id)
        return tx.custodies.of_case(case_id)


def _require(clerk: Clerk) -> None:
    if not clerk.may(Right.RECEIVE):
        raise NotAllowed("right_missing", right=Right.RECEIVE.value)


def _name(case: Case, row: int) -> str:
    for material in case.materials:
        if material.number == row:
            return material.name
    raise IllegalMove("no_such_material", row=row)
