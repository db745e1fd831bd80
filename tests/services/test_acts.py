"""Taking back an acceptance, and ending a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk_app.db.store import Store
from desk_app.domain.case_acts import HandlingBegun
from desk_app.domain.cases import Case, CaseAccepted, CaseRegistered, CaseState, MaterialsReceived
from desk_app.domain.catalogue import CaseKind
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.services.acts import finish_case, withdraw_acceptance
from desk_app.services.case_acts import act
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from tests.services.desk_samples import AGENT, CLERK, NOW, form


@pytest.fixture
def case(store: Store, offer: Offer) -> Case:
    offered = offer.get("1-19")
    return commit_intake(store, CLERK, Intake(form("1-19").take_all(offered), offered), NOW)


def test_an_acceptance_is_taken_back_within_five_minutes(store: Store, case: Case) -> None:
    taken_back = withdraw_acceptance(store, CLERK, case.id, "点错了", NOW + timedelta(minutes=4))
    assert taken_back.state is CaseState.RECEIVED


def test_later_it_is_not(store: Store, case: Case) -> None:
    with pytest.raises(IllegalMove, match="withdraw_too_late"):
        withdraw_acceptance(store, CLERK, case.id, "点错了", NOW + timedelta(minutes=6))


def test_a_case_is_finished_once_by_who_may(store: Store, case: Case) -> None:
    with pytest.raises(NotAllowed, match="right_missing"):
        finish_case(store, AGENT, case.id, "", NOW)
    done = finish_case(store, CLERK, case.id, "已发放", NOW)
    assert (done.state, done.result) == (CaseState.DELIVERED, "已发放")
    with pytest.raises(IllegalMove, match="no_such_move"):
        finish_case(store, CLERK, case.id, "", NOW)


def test_a_case_in_hand_is_decided_and_an_unnamed_result_is_what_was_asked_for(
    store: Store, case: Case
) -> None:
    act(store, CLERK, case.id, HandlingBegun(NOW), NOW)
    done = finish_case(store, CLERK, case.id, " ", NOW)
    assert done.state is CaseState.DELIVERED
    assert done.result in {case.item.result, case.item.name} - {""}


def test_an_immediate_case_is_finished_in_one_act(store: Store, case: Case) -> None:
    item = replace(case.item, kind=CaseKind.IMMEDIATE)
    who = (case.person, case.applicant, case.acting, case.channel, NOW)
    registered = CaseRegistered("37107312632800193", item, *who)
    with store.write(CLERK, NOW) as tx:
        case_id = tx.new_id(NOW)
        for event in (registered, MaterialsReceived((), NOW), CaseAccepted(NOW)):
            tx.record(event, case_id)
    assert finish_case(store, CLERK, case_id, "已打印", NOW).state is CaseState.FINISHED
