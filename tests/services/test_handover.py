"""Batches over the real store: the list, the cases and their originals move together or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.case_ends import CaseWithdrawn
from desk_app.domain.case_life import Carrier
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import HandlingMode, Tier
from desk_app.domain.custody import CustodyState
from desk_app.domain.errors import DeskError, IllegalMove, NotAllowed, NotFound
from desk_app.domain.handover import Batch, BatchState, LineState
from desk_app.domain.handover_events import Difference, Extra, Travels
from desk_app.domain.journal import Stream
from desk_app.domain.sites import Clerk, Site
from desk_app.services.acts import withdraw_acceptance
from desk_app.services.case_acts import act
from desk_app.services.catalogue import Offer, make_offer
from desk_app.services.custody import check_original, give_back_original, take_original
from desk_app.services.handover import (
    Counted,
    Destination,
    accept_found,
    add_case,
    drop_batch,
    open_batch,
    readdress,
    receive,
    receiving_modes,
    remove_case,
    return_batch,
    return_case,
    send,
)
from desk_app.services.intake import Intake, commit_intake
from tests.services.desk_samples import AUDITOR, CLERK, DEVICE, NOW, SITE, form, release

TO_DEPARTMENT = Destination("区民政部门")
OTHER_SITE = Site(UUID(int=71), "示例区政务服务中心", Tier.TOWN, "371073000000", "371074")
THERE = Clerk(UUID(int=72), "钱某某", CLERK.role, OTHER_SITE, DEVICE)
TO_SITE = Destination(OTHER_SITE.name, site=OTHER_SITE.id)


def modes(_item_id: str) -> HandlingMode:
    return HandlingMode.ENTRUSTED_ACCEPT


def at(days: int) -> datetime:
    return NOW + timedelta(days=days)


@pytest.fixture
def cases(store: Store, offer: Offer) -> list[Case]:
    """Three accepted cases."""
    offered = offer.get("1-1")
    intakes = (Intake(form("1-1", number).take_all(offered), offered) for number in (100, 101, 102))
    return [commit_intake(store, CLERK, intake, NOW) for intake in intakes]


def filled(store: Store, cases: list[Case], to: Destination = TO_DEPARTMENT) -> Batch:
    batch = open_batch(store, CLERK, to, NOW)
    for case in cases:
        batch = add_case(store, CLERK, batch.id, case.id, NOW)
    return batch


def sent(store: Store, cases: list[Case], to: Destination = TO_DEPARTMENT) -> Batch:
    return send(store, CLERK, filled(store, cases, to).id, at(1))


def state_of(store: Store, case: Case) -> CaseState:
    with store.read() as reader:
        return reader.cases.get(case.id).state


def an_original(case: Case) -> int:
    """A row whose original an office may keep."""
    return next(row.number for row in case.materials if "身份证" not in row.name)


def test_a_batch_is_opened_filled_and_sent(store: Store, cases: list[Case]) -> None:
    batch = filled(store, cases)
    assert (batch.number[:8], batch.state, len(batch.lines)) == ("B3710733", BatchState.OPEN, 3)
    assert open_batch(store, CLERK, TO_DEPARTMENT, NOW).number != batch.number
    assert {line.listed.applicant for line in batch.lines} == {"张*"}
    batch = remove_case(store, CLERK, batch.id, cases[2].id, NOW)
    gone = send(store, CLERK, batch.id, at(1))
    assert (gone.state, gone.handed_by, gone.digest_holds) == (BatchState.SENT, CLERK.name, True)
    with store.read() as reader:
        moved = reader.cases.get(cases[0].id)
        assert reader.cases.get(cases[2].id).life is None
        assert reader.handovers.by_number(f" {batch.number[:8]}-{batch.number[8:]} ".lower()) == gone
    assert moved.lived.handover is not None
    assert (moved.lived.handover.batch, moved.lived.handover.to) == (batch.id, "区民政部门")
    assert store.verify().ok


def test_a_department_signs_with_one_envelope_missing(store: Store, cases: list[Case]) -> None:
    batch = sent(store, cases)
    counted = Counted(
        signed_by="钱某某",
        seen=(cases[0].id,),
        extra=(Extra("一本户口簿"),),
        differing=(Difference(cases[1].id, "申请表少一页"),),
    )
    received = receive(store, CLERK, batch.id, counted, at(2), modes)
    assert received.state is BatchState.RECEIVED
    assert [line.state for line in received.lines] == [
        *(LineState.ACCEPTED, LineState.ACCEPTED),
        LineState.MISSING,
    ]
    assert [state_of(store, case) for case in cases] == [
        *(CaseState.HANDLING, CaseState.HANDLING),
        CaseState.ACCEPTED,
    ]
    with store.read() as reader:
        differing = reader.cases.get(cases[1].id).lived
    assert differing.handovers[0].differences == "申请表少一页"
    assert (differing.holder and differing.holder.site, differing.handovers[0].signed_by) == (None, "钱某某")
    found = accept_found(store, CLERK, batch.id, cases[2].id, "孙某某", at(3), modes)
    assert found.state is BatchState.SETTLED
    assert state_of(store, cases[2]) is CaseState.HANDLING
    assert store.verify().ok
    store.rebuild()
    with store.read() as reader:
        assert reader.handovers.get(batch.id) == found


def test_the_receiving_site_answers_by_its_own_mode(store: Store, cases: list[Case]) -> None:
    withdraw_acceptance(store, CLERK, cases[0].id, "改为转送", NOW)
    batch = sent(store, cases, TO_SITE)
    assert state_of(store, cases[0]) is CaseState.FORWARDED
    counted = Counted("钱某某", (cases[0].id, cases[1].id), refused={cases[2].id: "不归我们"})
    with pytest.raises(IllegalMove, match="not_the_receiver"):
        receive(store, CLERK, batch.id, counted, at(2), modes)
    settled = receive(store, THERE, batch.id, counted, at(2), modes)
    assert settled.state is BatchState.SETTLED
    assert settled.lines[2].reason == "不归我们"
    with store.read() as reader:
        holder = reader.cases.get(cases[0].id).lived.holder
        back = reader.cases.get(cases[2].id)
        here, there = (reader.handovers.page(site.id) for site in (SITE, OTHER_SITE))
    assert holder is not None
    assert (holder.site, holder.mode) == (OTHER_SITE.id, HandlingMode.ENTRUSTED_ACCEPT)
    assert (back.state, back.lived.handovers[0].refusal) == (CaseState.ACCEPTED, "不归我们")
    assert here == there == (settled,)


def test_one_case_goes_back_before_and_after_the_count(store: Store, cases: list[Case]) -> None:
    batch = sent(store, cases[:2])
    with pytest.raises(IllegalMove, match="reason_needed"):
        return_case(store, CLERK, batch.id, cases[0].id, " ", at(2))
    return_case(store, CLERK, batch.id, cases[0].id, "缺公章", at(2))
    assert state_of(store, cases[0]) is CaseState.ACCEPTED
    receive(store, CLERK, batch.id, Counted("钱某某", ()), at(2), modes)
    settled = return_case(store, CLERK, batch.id, cases[1].id, "一直没到", at(5))
    assert settled.state is BatchState.SETTLED
    again = filled(store, cases[:2])
    assert len(again.lines) == 2


def test_a_case_that_ended_on_the_way_stops_nobody(store: Store, cases: list[Case]) -> None:
    batch = sent(store, cases)
    for case in cases[:2]:
        act(store, CLERK, case.id, CaseWithdrawn("不办了", at(1)), at(1))
    counted = Counted("钱某某", (cases[0].id, cases[2].id), refused={cases[1].id: "已撤回"})
    settled = receive(store, CLERK, batch.id, counted, at(2), modes)
    assert settled.state is BatchState.SETTLED
    assert [state_of(store, case) for case in cases] == [
        *(CaseState.WITHDRAWN, CaseState.WITHDRAWN),
        CaseState.HANDLING,
    ]


def test_a_whole_bag_goes_back_for_one_reason(store: Store, cases: list[Case]) -> None:
    batch = sent(store, cases, TO_SITE)
    with store.read() as reader:
        assert (reader.handovers.waiting(OTHER_SITE.id), reader.handovers.waiting(SITE.id)) == (1, 0)
    return_case(store, THERE, batch.id, cases[0].id, "缺公章", at(2))
    with pytest.raises(IllegalMove, match="reason_needed"):
        return_batch(store, THERE, batch.id, " ", at(2))
    settled = return_batch(store, THERE, batch.id, "送错地方了", at(2))
    assert settled.state is BatchState.SETTLED
    assert [line.reason for line in settled.lines] == ["缺公章", "送错地方了", "送错地方了"]
    assert {state_of(store, case) for case in cases} == {CaseState.ACCEPTED}
    with store.read() as reader:
        assert reader.handovers.waiting(OTHER_SITE.id) == 0
    assert store.verify().ok


def test_a_bag_is_readdressed_or_given_up_before_it_leaves(store: Store, cases: list[Case]) -> None:
    batch = filled(store, cases[:1])
    elsewhere = readdress(store, CLERK, batch.id, Destination("区人社部门", Carrier.POST), at(1))
    assert (elsewhere.to, elsewhere.carrier) == ("区人社部门", Carrier.POST)
    with pytest.raises(IllegalMove, match="sent_to_self"):
        readdress(store, CLERK, batch.id, Destination("本站", site=SITE.id), at(1))
    with pytest.raises(IllegalMove, match="batch_not_empty"):
        drop_batch(store, CLERK, batch.id, "开错了", at(1))
    remove_case(store, CLERK, batch.id, cases[0].id, at(1))
    with pytest.raises(IllegalMove, match="reason_needed"):
        drop_batch(store, CLERK, batch.id, " ", at(1))
    dropped = drop_batch(store, CLERK, batch.id, " 开错了 ", at(1))
    assert (dropped.state, dropped.dropped) == (BatchState.DROPPED, "开错了")
    store.rebuild()
    with store.read() as reader:
        assert reader.handovers.get(batch.id) == dropped


def test_what_the_manifest_lists_is_in_custody_from_then_on(store: Store, cases: list[Case]) -> None:
    """F45, F71: an original that travels is on record, whether or not somebody had taken it in before."""
    batch = sent(store, cases[:1])
    listed = {paper.row for paper in batch.lines[0].listed.papers if paper.travels is Travels.ORIGINAL}
    with store.read() as reader:
        custody = reader.custodies.of_case(cases[0].id)
    assert {original.row for original in custody.originals} == listed != set()
    assert {original.state for original in custody.originals} == {CustodyState.ON_WAY}
    assert {original.batch for original in custody.originals} == {batch.id}
    return_case(store, CLERK, batch.id, cases[0].id, "缺公章", at(2))
    with store.read() as reader:
        back = reader.custodies.of_case(cases[0].id)
    assert {(one.state, one.holder) for one in back.originals} == {(CustodyState.HELD, SITE.name)}


def test_originals_travel_with_their_case(store: Store, cases: list[Case]) -> None:
    kept, back = cases[:2]
    row = an_original(kept)
    for case in (kept, back):
        take_original(store, CLERK, case.id, row, NOW)
    batch = sent(store, [kept, back])
    with store.read() as reader:
        on_way = reader.custodies.unreturned(SITE.id)
        assert reader.custodies.unreturned(SITE.id, NOW) == ()
    taken = [held for held in on_way if held.original.row == row]
    assert [held.original.state for held in taken] == [CustodyState.ON_WAY] * 2
    assert {held.original.state for held in on_way} == {CustodyState.ON_WAY}
    counted = Counted("钱某某", (kept.id,), refused={back.id: "不归我们"})
    receive(store, CLERK, batch.id, counted, at(2), modes)
    with store.read() as reader:
        assert {held.case for held in reader.custodies.unreturned(SITE.id)} == {back.id}
        at_department = reader.custodies.of_case(kept.id).original(row)
    assert at_department is not None
    assert (at_department.holder, at_department.site) == ("区民政部门", None)
    given = give_back_original(store, CLERK, back.id, row, "张某某", at(3))
    assert row not in {original.row for original in given.held}
    assert store.verify().ok


def test_originals_over_the_counter(store: Store, cases: list[Case]) -> None:
    case = cases[0]
    card = next(row.number for row in case.materials if "身份证" in row.name and "复印" not in row.name)
    with pytest.raises(IllegalMove, match="original_never_kept"):
        take_original(store, CLERK, case.id, card, NOW)
    seen = check_original(store, CLERK, case.id, card, NOW)
    assert [one.state for one in seen.originals] == [CustodyState.CHECKED]
    with pytest.raises(IllegalMove, match="no_such_material"):
        check_original(store, CLERK, case.id, 99, NOW)
    with pytest.raises(IllegalMove, match="original_not_held"):
        give_back_original(store, CLERK, case.id, card, "张某某", NOW)
    with pytest.raises(NotAllowed):
        check_original(store, AUDITOR, case.id, card, NOW)


def test_what_cannot_be_put_in_a_bag(store: Store, cases: list[Case]) -> None:
    batch = filled(store, cases[:1])
    other = open_batch(store, CLERK, TO_DEPARTMENT, NOW)
    with pytest.raises(IllegalMove, match="in_another_batch"):
        add_case(store, CLERK, other.id, cases[0].id, NOW)
    with pytest.raises(IllegalMove, match="already_in_batch"):
        add_case(store, CLERK, batch.id, cases[0].id, NOW)
    act(store, CLERK, cases[1].id, CaseWithdrawn("不办了", NOW), NOW)
    with pytest.raises(IllegalMove, match="cannot_hand_over"):
        add_case(store, CLERK, batch.id, cases[1].id, NOW)
    with pytest.raises(NotFound, match="no_such_batch"):
        add_case(store, CLERK, UUID(int=9), cases[2].id, NOW)
    with pytest.raises(IllegalMove, match="batch_empty"):
        send(store, CLERK, other.id, NOW)


def test_what_keeps_one_case_here_keeps_the_whole_bag(store: Store, cases: list[Case]) -> None:
    batch = filled(store, cases)
    act(store, CLERK, cases[1].id, CaseWithdrawn("不办了", NOW), NOW)
    with store.read() as reader:
        before = reader.journal.count()
    with pytest.raises(IllegalMove, match="line_cannot_go") as fault:
        send(store, CLERK, batch.id, at(1))
    assert fault.value.params == {"number": cases[1].number}
    with store.read() as reader:
        assert reader.journal.count() == before
        assert reader.handovers.get(batch.id) == batch


@pytest.mark.parametrize(
    ("destination", "who", "wanted"),
    [
        (Destination(" "), CLERK, IllegalMove),
        (Destination("本站", site=SITE.id), CLERK, IllegalMove),
        (TO_DEPARTMENT, AUDITOR, NotAllowed),
    ],
)
def test_where_a_bag_cannot_go(
    store: Store, destination: Destination, who: Clerk, wanted: type[DeskError]
) -> None:
    with pytest.raises(wanted):
        open_batch(store, who, destination, NOW)
    with store.read() as reader:
        assert list(reader.journal.of_kind(Stream.HANDOVER)) == []


def test_by_post_it_needs_a_number(store: Store, cases: list[Case]) -> None:
    batch = filled(store, cases[:1], Destination("区民政部门", Carrier.POST))
    with pytest.raises(IllegalMove, match="part_needed"):
        send(store, CLERK, batch.id, at(1))
    assert send(store, CLERK, batch.id, at(1), "EMS123").express == "EMS123"


def test_what_is_not_on_the_list_cannot_be_answered(store: Store, cases: list[Case]) -> None:
    batch = sent(store, cases[:1])
    with pytest.raises(IllegalMove, match="not_in_batch"):
        receive(store, CLERK, batch.id, Counted("钱某某", (cases[1].id,)), at(2), modes)
    with pytest.raises(IllegalMove, match="batch_not_received"):
        accept_found(store, CLERK, batch.id, cases[0].id, "", at(2), modes)


def test_a_later_find_needs_no_new_signature(store: Store, cases: list[Case]) -> None:
    batch = sent(store, cases[:1])
    receive(store, CLERK, batch.id, Counted("钱某某", ()), at(2), modes)
    accept_found(store, CLERK, batch.id, cases[0].id, " ", at(3), modes)
    with store.read() as reader:
        assert reader.cases.get(cases[0].id).lived.handovers[0].signed_by == "钱某某"


def test_batches_are_listed_newest_first_page_by_page(store: Store, cases: list[Case]) -> None:
    numbers = [open_batch(store, CLERK, TO_DEPARTMENT, NOW + timedelta(hours=n)).number for n in range(4)]
    sent(store, cases[:1])
    with store.read() as reader:
        first = reader.handovers.page(SITE.id, (BatchState.OPEN,), limit=3)
        rest = reader.handovers.page(SITE.id, (BatchState.OPEN,), first[-1], limit=3)
        assert reader.handovers.page(UUID(int=404)) == ()
    assert [batch.number for batch in (*first, *rest)] == numbers[::-1]


def test_the_receiver_goes_by_its_own_list() -> None:
    town = receiving_modes(make_offer(release(), Tier.TOWN))
    assert town("1-1") is make_offer(release(), Tier.TOWN).get("1-1").mode
    assert town("unknown") is HandlingMode.ENTRUSTED_RECEIVE
    below = next(item for item in release().items if item.tier is Tier.VILLAGE and item.next_stage)
    assert town(below.id).may_receive
