"""Acts on a standing case over the real store: one transaction each, and nothing after an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.accounts import User
from desk_app.domain.case_life import (
    Carrier,
    Correctable,
    DeliveryWay,
    RatingChannel,
    Satisfaction,
    Special,
    SupplementLine,
)
from desk_app.domain.case_list import CaseLine, CaseQuery
from desk_app.domain.cases import Case, CaseEvent, CaseState, MaterialState
from desk_app.domain.catalogue import HandlingMode, OfferedItem
from desk_app.domain.changes import Changes
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError, IllegalMove, InvalidIdentity, NotAllowed, NotFound
from desk_app.domain.journal import Stream
from desk_app.domain.moves import Act
from desk_app.domain.phone_lines import Line
from desk_app.domain.sites import Role
from desk_app.domain.worktime import ClockState, local_day
from desk_app.services.acts import withdraw_acceptance
from desk_app.services.case_acts import (
    accept,
    act,
    act_in_turn,
    act_on_all,
    clock_of,
    correct,
    line_for,
    possible_acts,
)
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake, papers_due
from desk_app.services.stand_ins import give_stand_in
from tests.services.desk_samples import AGENT, CLERK, MANAGER, NOW, SITE, form

AWAY = User(UUID(int=9), "孙某某", Role.CLERK)
HERE = User(CLERK.user_id, CLERK.name, Role.CLERK)
LEADER = User(MANAGER.user_id, MANAGER.name, Role.MANAGER)
TODAY = local_day(NOW)
BATCH = UUID(int=500)


def at(days: int) -> datetime:
    return NOW + timedelta(days=days)


def taken_in(store: Store, offered: OfferedItem, number: int = 100) -> Case:
    return commit_intake(store, CLERK, Intake(form(offered.item.id, number).take_all(offered), offered), NOW)


@pytest.fixture
def case(store: Store, offer: Offer) -> Case:
    """Accepted at the town."""
    return taken_in(store, offer.get("1-1"))


@pytest.fixture
def received(store: Store, case: Case) -> Case:
    """Received, not accepted: the last acceptance was taken back."""
    return withdraw_acceptance(store, CLERK, case.id, "点错了", NOW)


Do = Callable[[CaseEvent, int], Case]


@pytest.fixture
def do(store: Store, case: Case) -> Do:
    def done(event: CaseEvent, days: int = 1) -> Case:
        return act(store, CLERK, case.id, event, at(days), approver=LEADER)

    return done


def line(store: Store, case: Case) -> CaseLine:
    with store.read() as reader:
        (found,) = reader.cases.page(CaseQuery(person=case.person)).lines
    return found


def test_a_whole_life_from_acceptance_to_the_shelf(store: Store, case: Case, do: Do) -> None:
    do(acts.HandlingBegun(at(1)), 1)
    do(acts.SpecialBegun(Special.APPRAISAL, "办法第三条", "等评定", 20, at(2)), 2)
    assert clock_of(store, case.id, at(2)) is ClockState.PAUSED
    do(acts.SpecialEnded("评定完毕", at(6)), 6)
    do(acts.DeadlineExtended(5, "入户未完", LEADER.id, at(6)), 6)
    do(acts.ReportedUp("区民政部门", at(7)), 7)
    ready = do(ends.CaseApproved("老年优待证", True, at(8)), 8)
    assert (ready.state, papers_due(ready)) == (CaseState.READY, (DocumentKind.RESULT_NOTICE,))
    do(ends.ResultDelivered(DeliveryWay.COUNTER, "张某某", at(9), id_checked=True), 9)
    do(ends.CaseRated(Satisfaction.SATISFIED, RatingChannel.QR, at(9)), 9)
    assert do(ends.CaseArchived("2026-民政-3", at(10)), 10).state is CaseState.ARCHIVED
    assert store.verify().ok
    with store.read() as reader:
        kinds = [entry.kind for entry in reader.cases.timeline(case.id)]
    assert kinds[-1] == "case.archived"


def test_the_list_shows_the_new_states_and_their_dates(store: Store, case: Case, do: Do) -> None:
    before = line(store, case)
    do(acts.SpecialBegun(Special.TESTING, "办法", "送检", 5, at(1)), 1)
    paused = line(store, case)
    do(acts.SpecialEnded("合格", at(3)), 3)
    resumed = line(store, case)
    do(acts.DeadlineExtended(5, "入户未完", LEADER.id, at(3)), 3)
    longer = line(store, case)
    do(ends.CaseWithdrawn("本人不办了", at(3)), 3)
    over = line(store, case)
    states = [found.state for found in (paused, resumed, over)]
    assert states == [CaseState.SUSPENDED, CaseState.HANDLING, CaseState.WITHDRAWN]
    dues = [found.due for found in (before, resumed, paused, longer) if found.due is not None]
    assert dues == sorted(dues)
    assert len(set(dues)) == 4
    assert over.due is None
    with store.read() as reader:
        assert reader.cases.page(CaseQuery(open=True)).lines == ()


def test_supplements_are_asked_and_come(store: Store, received: Case, do: Do) -> None:
    lines = (SupplementLine(2, "看不清", "重新复印"),)
    asked = do(acts.SupplementAsked(lines, at(7).date(), at(1)), 1)
    assert (asked.state, len(asked.missing)) == (CaseState.SUPPLEMENTING, 1)
    with store.read() as reader:
        (found,) = reader.cases.page(CaseQuery()).lines
    assert (found.missing, found.due) == (1, at(7).date())
    came = do(acts.SupplementReceived({2: MaterialState.COPY}, at(3)), 3)
    assert (came.state, came.missing) == (CaseState.RECEIVED, ())
    assert accept(store, CLERK, came.id, at(4)).state is CaseState.ACCEPTED


def test_acceptance_may_come_later_and_back_dated(store: Store, received: Case) -> None:
    accepted = accept(store, CLERK, received.id, at(3), at=at(2), word="")
    assert accepted.accepted_at is not None
    assert accepted.accepted_at == at(2)


def test_acts_in_turn_are_all_on_record_or_none(store: Store, case: Case) -> None:
    note, call = ends.NoteWritten("问户口簿", at(1)), ends.ContactPlanned(at(3).date(), at(1))
    noted = act_in_turn(store, CLERK, case.id, (call, note), at(1))
    assert (noted.lived.next_contact, len(noted.lived.notes)) == (at(3).date(), 1)
    with pytest.raises(IllegalMove, match="no_such_move"):
        act_in_turn(store, CLERK, case.id, (note, acts.SpecialEnded("", at(1))), at(1))
    with store.read() as reader:
        assert reader.cases.get(case.id) == noted


def test_a_batch_is_handed_over_and_signed_for_as_one_act(store: Store, offer: Offer) -> None:
    ids = [taken_in(store, offer.get("1-1"), number).id for number in (100, 101)]
    told: list[Changes] = []
    store.subscribe(told.append)
    sent = acts.HandedOver(BATCH, "区民政部门", Carrier.BY_HAND, at(1))
    moved = act_on_all(store, CLERK, ids, sent, at(1))
    assert [found.lived.handover is not None for found in moved] == [True, True]
    assert len(told) == 1
    signed = acts.HandoverSigned(BATCH, "钱某某", at(2))
    assert {found.state for found in act_on_all(store, CLERK, ids, signed, at(2))} == {CaseState.HANDLING}


def test_one_that_cannot_go_keeps_the_whole_batch(store: Store, offer: Offer) -> None:
    ids = [taken_in(store, offer.get("1-1"), number).id for number in (100, 101)]
    act(store, CLERK, ids[1], ends.CaseWithdrawn("不办了", at(1)), at(1))
    sent = acts.HandedOver(BATCH, "区民政部门", Carrier.BY_HAND, at(1))
    with pytest.raises(IllegalMove, match="no_such_move"):
        act_on_all(store, CLERK, ids, sent, at(1))
    with store.read() as reader:
        assert reader.cases.get(ids[0]).life is None


def test_the_receiver_signs_with_its_own_mode(store: Store, received: Case, do: Do) -> None:
    do(acts.HandedOver(BATCH, SITE.name, Carrier.BY_HAND, at(1)), 1)
    signed = do(acts.HandoverSigned(BATCH, "钱某某", at(2), SITE.id, HandlingMode.ENTRUSTED_RECEIVE), 2)
    with pytest.raises(IllegalMove, match="mode_may_not_accept"):
        accept(store, CLERK, signed.id, at(2))


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        (ends.CaseWithdrawn(" ", at(1)), IllegalMove),
        (acts.DeadlineExtended(99, "久", LEADER.id, at(1)), IllegalMove),
        (ends.CaseVoided("录错", UUID(int=77), at(1)), NotAllowed),
        (ends.CaseWithdrawn("不办了", at(2)), IllegalMove),
    ],
)
def test_after_an_error_nothing_is_written(
    store: Store, case: Case, event: CaseEvent, wanted: type[DeskError]
) -> None:
    told: list[Changes] = []
    store.subscribe(told.append)
    with store.read() as reader:
        entries = reader.journal.of_stream(Stream.CASE, case.id)
    with pytest.raises(wanted):
        act(store, CLERK, case.id, event, at(1), approver=LEADER)
    with store.read() as reader:
        assert reader.journal.of_stream(Stream.CASE, case.id) == entries
        assert reader.cases.get(case.id) == case
    assert told == []


def test_rights_are_asked_for(store: Store, case: Case) -> None:
    with pytest.raises(NotAllowed, match="right_missing"):
        act(store, AGENT, case.id, acts.HandlingBegun(at(1)), at(1))
    with pytest.raises(NotFound):
        act(store, CLERK, UUID(int=404), acts.HandlingBegun(at(1)), at(1))


def test_a_stand_in_is_recorded_with_the_act(store: Store, case: Case) -> None:
    give_stand_in(store, MANAGER, AWAY, HERE, TODAY, at(10).date(), at(0))
    covering = ends.StoodIn(UUID(int=9), TODAY, at(10).date(), at(1))
    begun = act(store, CLERK, case.id, acts.HandlingBegun(at(1)), at(1), covering=covering)
    assert [found.absent for found in begun.lived.stand_ins] == [UUID(int=9)]
    with store.read() as reader:
        entries = reader.cases.timeline(case.id)
    assert [entry.kind for entry in entries[-2:]] == ["case.stood_in", "case.handling_begun"]
    assert {entry.actor for entry in entries[-2:]} == {CLERK.user_id}


def test_a_correction_keeps_what_it_was(store: Store, case: Case) -> None:
    corrected = correct(store, AGENT, case.id, Correctable.PHONE, "139 0000 1111", "换号", at(1))
    assert corrected.applicant.phone == "13900001111"
    assert corrected.lived.corrections[0].old == "13800000000"
    with store.read() as reader:
        assert reader.cases.page(CaseQuery(text="13900001111")).lines[0].id == case.id
    with pytest.raises(InvalidIdentity):
        correct(store, AGENT, case.id, Correctable.PHONE, "139", "换号", at(1))


def test_notes_change_no_act_a_slip_names(store: Store, case: Case, do: Do) -> None:
    with store.read() as reader:
        before = reader.cases.last_act(case.id)
    do(ends.NoteWritten("下午来过电话", at(1)), 1)
    do(ends.LineSaid("decided_by", at(1)), 1)
    with store.read() as reader:
        assert reader.cases.last_act(case.id) == before
    do(acts.HandlingBegun(at(1)), 1)
    with store.read() as reader:
        assert reader.cases.last_act(case.id) != before


def test_what_a_screen_may_offer_and_say(store: Store, case: Case) -> None:
    offered = possible_acts(store, CLERK, case.id, TODAY)
    assert {Act.BEGIN, Act.HAND_OVER, Act.EXTEND} <= set(offered)
    assert Act.BEGIN not in possible_acts(store, replace(AGENT), case.id, TODAY)
    assert line_for(store, case.id, NOW).line is Line.DECIDED_BY
    assert clock_of(store, case.id, NOW) is ClockState.RUNNING


def test_who_is_to_be_called_is_found_by_the_day(store: Store, case: Case, do: Do) -> None:
    do(ends.ContactPlanned(at(5).date(), at(1)), 1)
    with store.read() as reader:
        (found,) = reader.cases.page(CaseQuery(contact_to=at(5).date())).lines
        assert (found.id, found.next_contact) == (case.id, at(5).date())
        assert reader.cases.page(CaseQuery(contact_to=at(4).date())).lines == ()
    do(ends.ContactPlanned(None, at(5)), 5)
    with store.read() as reader:
        assert reader.cases.page(CaseQuery(contact_to=at(9).date())).lines == ()


def test_a_line_says_whether_the_clock_runs(store: Store, case: Case, do: Do) -> None:
    assert line(store, case).clock is ClockState.RUNNING
    do(acts.SpecialBegun(Special.TESTING, "办法", "送检", 5, at(1)), 1)
    assert line(store, case).clock is ClockState.PAUSED
    do(ends.CaseWithdrawn("不办了", at(1)), 1)
    assert line(store, case).clock is ClockState.DONE


def test_an_act_is_not_done_before_it_happens(store: Store, case: Case) -> None:
    with pytest.raises(IllegalMove, match="act_in_future"):
        act(store, CLERK, case.id, acts.HandlingBegun(at(2)), at(1))
