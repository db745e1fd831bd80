"""What people came twice for, read from a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from desk_app.db.store import Store
from desk_app.domain.accounts import User
from desk_app.domain.case_acts import SupplementAsked
from desk_app.domain.case_ends import CaseVoided
from desk_app.domain.case_life import SupplementLine
from desk_app.domain.cases import Case, MaterialState
from desk_app.domain.returns_why import Told
from desk_app.domain.sites import Role
from desk_app.services.acts import withdraw_acceptance
from desk_app.services.case_acts import act
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.returns_why import lacked_by_item, often_lacking, why_they_returned
from tests.services.desk_samples import CLERK, MANAGER, NOW, SITE, form

LEADER = User(MANAGER.user_id, MANAGER.name, Role.MANAGER)
SOON = NOW + timedelta(minutes=1)


def told_to_come_again(store: Store, offer: Offer, number: int) -> Case:
    """Somebody who brought everything but the first paper."""
    offered = offer.get("1-1")
    filled = form("1-1", number).take_all(offered).mark(1, MaterialState.MISSING)
    return commit_intake(store, CLERK, Intake(filled, offered), NOW)


def test_what_three_people_lacked_is_told_the_next(store: Store, offer: Offer) -> None:
    cases = [told_to_come_again(store, offer, 100 + n) for n in range(2)]
    with store.read() as reader:
        assert lacked_by_item(reader, CLERK, SOON) == {}
        assert often_lacking(reader, CLERK, "1-1", SOON) == ()
    cases.append(told_to_come_again(store, offer, 102))
    with store.read() as reader:
        found = often_lacking(reader, CLERK, "1-1", SOON)
        assert [(why.material, why.cases) for why in found] == [(cases[0].materials[0].name, 3)]
        assert lacked_by_item(reader, CLERK, SOON) == {"1-1": tuple(why.material for why in found)}
        assert often_lacking(reader, CLERK, "1-2", SOON) == ()
        assert often_lacking(reader, CLERK, "1-1", NOW + timedelta(days=400)) == ()
        elsewhere = replace(CLERK, site=replace(SITE, id=UUID(int=70)))
        assert often_lacking(reader, elsewhere, "1-1", SOON) == ()


def test_supplements_count_and_void_cases_do_not(store: Store, offer: Offer) -> None:
    offered = offer.get("1-1")
    taken = commit_intake(store, CLERK, Intake(form("1-1", 100).take_all(offered), offered), NOW)
    withdraw_acceptance(store, CLERK, taken.id, "点错了", NOW)
    line = SupplementLine(taken.materials[1].number, "看不清", "重新复印")
    act(store, CLERK, taken.id, SupplementAsked((line,), NOW.date() + timedelta(days=15), NOW), NOW)
    void = told_to_come_again(store, offer, 101)
    act(store, CLERK, void.id, CaseVoided("录错了", LEADER.id, NOW), NOW, approver=LEADER)
    with store.read() as reader:
        found = why_they_returned(reader, CLERK, NOW, SOON)
        lacks = list(reader.returns.lacks(SITE.id, NOW, SOON))
        assert why_they_returned(reader, CLERK, SOON, NOW + timedelta(days=1)) == ()
    assert [(why.material, why.reasons) for why in found] == [(taken.materials[1].name, (("看不清", 1),))]
    assert [lack.told for lack in lacks] == [Told.SUPPLEMENT]
