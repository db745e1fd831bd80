"""AB岗 over the real store: given by a lead, in force by itself, the act stays the stand-in's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.accounts import User
from desk_app.domain.errors import DeskError, IllegalMove, InputError, NotAllowed, NotFound
from desk_app.domain.sites import Role
from desk_app.domain.stand_ins import StandIn
from desk_app.domain.worktime import local_day
from desk_app.services.case_acts import act
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.stand_ins import end_stand_in, give_stand_in
from tests.services.desk_samples import CLERK, MANAGER, NOW, form

AWAY = User(CLERK.user_id, CLERK.name, Role.CLERK)
HERE = User(UUID(int=8), "孙某某", Role.CLERK)
OTHER = replace(CLERK, user_id=HERE.id, name=HERE.name)
TODAY = local_day(NOW)
DAY = timedelta(days=1)


def given(store: Store) -> StandIn:
    return give_stand_in(store, MANAGER, AWAY, HERE, TODAY, TODAY + 4 * DAY, NOW)


def test_an_act_on_the_absent_ones_case_says_so_by_itself(store: Store, offer: Offer) -> None:
    offered = offer.get("1-1")
    mine, other = (
        commit_intake(store, who, Intake(form("1-1", number).take_all(offered), offered), NOW)
        for who, number in ((CLERK, 100), (OTHER, 101))
    )
    given(store)
    later = NOW + DAY
    begun = act(store, OTHER, mine.id, acts.HandlingBegun(later), later)
    assert [found.absent for found in begun.lived.stand_ins] == [AWAY.id]
    with store.read() as reader:
        last = reader.cases.timeline(mine.id)[-1]
    assert last.actor == OTHER.user_id
    own = act(store, OTHER, other.id, acts.HandlingBegun(later), later)
    assert own.lived.stand_ins == ()


def test_outside_its_days_it_is_not_in_force(store: Store, offer: Offer) -> None:
    offered = offer.get("1-1")
    case = commit_intake(store, CLERK, Intake(form("1-1").take_all(offered), offered), NOW)
    period = given(store)
    late = NOW + 5 * DAY
    said = ends.StoodIn(AWAY.id, TODAY, TODAY + 9 * DAY, late)
    with pytest.raises(NotAllowed, match="not_standing_in_today"):
        act(store, OTHER, case.id, acts.HandlingBegun(late), late, covering=said)
    end_stand_in(store, MANAGER, period.id, NOW + DAY)
    with pytest.raises(NotAllowed, match="not_standing_in_today"):
        act(store, OTHER, case.id, acts.HandlingBegun(NOW + DAY), NOW + DAY, covering=said)
    begun = act(store, OTHER, case.id, acts.HandlingBegun(NOW + DAY), NOW + DAY)
    assert begun.lived.stand_ins == ()
    myself = ends.StoodIn(OTHER.user_id, TODAY, TODAY, NOW)
    with pytest.raises(NotAllowed, match="stands_in_for_self"):
        act(store, OTHER, case.id, ends.NoteWritten("看过", NOW + DAY), NOW + DAY, covering=myself)


def test_what_cannot_be_given(store: Store) -> None:
    def refused(fault: type[DeskError], code: str, **wrong: object) -> None:
        asked = {"clerk": MANAGER, "absent": AWAY, "present": HERE, "first": TODAY, "last": TODAY} | wrong
        with pytest.raises(fault, match=code):
            give_stand_in(store, **asked, now=NOW)  # type: ignore[arg-type]

    refused(NotAllowed, "right_missing", clerk=CLERK)
    refused(NotAllowed, "stands_in_for_self", present=AWAY)
    refused(IllegalMove, "stand_in_unfit", present=replace(HERE, enabled=False))
    refused(IllegalMove, "stand_in_unfit", present=replace(HERE, role=Role.AUDITOR))
    refused(InputError, "stand_in_days", last=TODAY - DAY)
    with store.read() as reader:
        assert reader.stand_ins.since(TODAY) == ()


def test_it_is_ended_once(store: Store) -> None:
    period = given(store)
    with pytest.raises(NotAllowed):
        end_stand_in(store, CLERK, period.id, NOW)
    assert end_stand_in(store, MANAGER, period.id, NOW).ended_at == NOW
    with pytest.raises(IllegalMove, match="stand_in_over"):
        end_stand_in(store, MANAGER, period.id, NOW)
    with pytest.raises(NotFound):
        end_stand_in(store, MANAGER, UUID(int=404), NOW)
    with store.read() as reader:
        assert reader.stand_ins.of(HERE.id, TODAY) == ()
        assert [found.id for found in reader.stand_ins.since(TODAY)] == [period.id]
