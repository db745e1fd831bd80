"""Taking back an acceptance, and ending a case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk_app.db.store import Store
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.services.acts import finish_case, withdraw_acceptance
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
    assert finish_case(store, CLERK, case.id, "已发放", NOW).state is CaseState.FINISHED
    with pytest.raises(IllegalMove, match="not_accepted"):
        finish_case(store, CLERK, case.id, "", NOW)
