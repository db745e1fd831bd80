"""What stands behind the hand-over screen, over the real store."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from desk_app.domain.case_life import Carrier
from desk_app.domain.cases import Case
from desk_app.domain.custody import CustodyState
from desk_app.domain.errors import IllegalMove, NotFound
from desk_app.domain.handover import BatchAct, BatchState
from desk_app.domain.handover_events import PaperPart
from desk_app.domain.manifests import Count
from desk_app.domain.numbers import ReceiptNumber
from desk_app.services import handover
from desk_app.services.handover import Destination
from desk_app.ui.screens.handover.calls import HandoverCalls, Place, Way
from desk_app.ui.screens.handover.tally import Tally
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.desk import Desk
from desk_app.wiring.handover import handover_calls, scanned_batch
from desk_app.wiring.intake import IntakeWiring
from desk_app.wiring.printing import Printing
from tests.papers.reading import text_of
from tests.services.desk_samples import NOW, SITE, ZHANG, form
from tests.stories.counter import BENEFIT, SUN, WANG
from tests.stories.test_handover import AGENT, VILLAGE

OFFICE = Way(Place("区民政部门"))


@pytest.fixture
def calls(desk: Desk, printing: Printing) -> HandoverCalls:
    return handover_calls(desk, printing, ChangesBridge())


@pytest.fixture
def cases(desk: Desk, printing: Printing) -> list[Case]:
    """Two accepted cases."""
    offered, intake = desk.offer.get(BENEFIT), IntakeWiring(desk, printing)
    people = enumerate((WANG, SUN), 7)
    return [intake.submit(form(BENEFIT, at, who).take_all(offered), offered).case for at, who in people]


def came(desk: Desk, cases: list[Case]) -> UUID:
    """A bag a village sent here."""
    agent = replace(AGENT, device=desk.present_clerk.device)
    here = desk.present_clerk.site
    batch = handover.open_batch(desk.open_store, agent, Destination(here.name, site=here.id), desk.now())
    for case in cases:
        handover.add_case(desk.open_store, agent, batch.id, case.id, desk.now())
    return handover.send(desk.open_store, agent, batch.id, desk.now()).id


def printed(desk: Desk) -> list[str]:
    return [text_of(file.read_bytes()) for file in sorted(desk.folder.printed_folder.glob("*manifest*"))]


def test_what_a_scan_or_a_few_digits_mean(calls: HandoverCalls, cases: list[Case], desk: Desk) -> None:
    one, two = cases
    view = calls.open(OFFICE)
    with desk.open_store.read() as reader:
        code = str(reader.cases.last_act(one.id))
    assert calls.target(code).case == one.id
    assert (calls.target(one.number).case, calls.target(one.number).number) == (one.id, one.number)
    elsewhere = ReceiptNumber("371079", 1, NOW.date(), 7).digits
    assert (calls.target(elsewhere).case, calls.target(elsewhere).number) == (None, elsewhere)
    assert calls.target(view.batch.number).batch == view.batch.id
    assert calls.target(str(view.batch.id)).batch == view.batch.id
    assert scanned_batch(desk, str(view.batch.id)) == view.batch.id
    assert scanned_batch(desk, code) is None
    assert [line.id for line in calls.target(two.number[-5:]).cases] == [two.id]
    for nothing in ("99999", str(UUID(int=404)), ZHANG.name):
        with pytest.raises(NotFound):
            calls.target(nothing)


def test_what_lies_in_a_bag_is_not_offered_again(calls: HandoverCalls, cases: list[Case]) -> None:
    one, two = cases
    assert {line.id for line in calls.ready("")} == {one.id, two.id}
    view = calls.open(OFFICE)
    calls.add(view.batch.id, one.id)
    assert [line.id for line in calls.ready("")] == [two.id]
    calls.remove(view.batch.id, one.id)
    assert len(calls.ready("")) == 2


def test_where_bags_go(calls: HandoverCalls, cases: list[Case], desk: Desk) -> None:
    departments = calls.places()
    assert departments, "on the first day, the departments of what is offered"
    assert all(place.site is None for place in departments)
    calls.open(Way(Place("区民政部门")))
    came(desk, cases)
    assert calls.places()[:2] == (Place(VILLAGE.name, VILLAGE.id), Place("区民政部门"))


def test_a_bag_is_readdressed_sent_and_both_copies_come_out(
    calls: HandoverCalls, cases: list[Case], desk: Desk
) -> None:
    batch_id = calls.open(OFFICE).batch.id
    for case in cases:
        calls.add(batch_id, case.id)
    assert BatchAct.SEND in calls.batch(batch_id).acts
    assert len(calls.preview(batch_id)) == 1
    view = calls.readdress(batch_id, replace(OFFICE, carrier=Carrier.POST, express="EMS1"))
    assert (view.batch.carrier, view.batch.express) == (Carrier.POST, "EMS1")
    done = calls.send(batch_id)
    assert (done.papers, done.problem, done.view.owed) == ((PaperPart.STUB, PaperPart.BAG), None, ())
    assert all("EMS1" in paper for paper in printed(desk))
    assert {one.state for originals in done.view.originals.values() for one in originals} == {
        CustodyState.ON_WAY
    }
    again = calls.reprint(batch_id)
    assert [paper.printed for paper in again.view.batch.papers] == [2, 2]
    assert calls.print_owed(batch_id).papers == ()
    assert [batch.id for batch in calls.batches()] == [batch_id]


def test_what_was_counted_is_kept_until_somebody_signs(
    calls: HandoverCalls, cases: list[Case], desk: Desk
) -> None:
    batch_id = came(desk, cases)
    tally = Tally().tick(cases[0].id)
    calls.keep_tally(batch_id, tally)
    assert calls.batch(batch_id).tally == tally
    with desk.open_store.scratch() as scratch:
        scratch.settings.put(f"handover_tally:{batch_id}", "{of an older program")
    assert calls.batch(batch_id).tally == Tally()
    absent = {cases[1].id: "等对方补送"}
    done = calls.receive(batch_id, Count("钱某某", (cases[0].id,), absences=absent), {})
    assert (done.view.batch.state, done.papers) == (BatchState.RECEIVED, (PaperPart.RECEIPT,))
    assert "等对方补送" in printed(desk)[0]
    found = calls.accept(batch_id, cases[1].id)
    assert found.batch.state is BatchState.SETTLED


def test_bags_go_back_whole_or_in_part_and_empty_ones_are_given_up(
    calls: HandoverCalls, cases: list[Case], desk: Desk
) -> None:
    batch_id = came(desk, cases)
    calls.give_back(batch_id, cases[0].id, "缺公章")
    assert calls.give_all_back(batch_id, "送错了").view.batch.state is BatchState.SETTLED
    empty = calls.open(OFFICE).batch.id
    assert calls.drop(empty, "开错了").batch.state is BatchState.DROPPED
    with pytest.raises(IllegalMove, match="batch_not_open"):
        calls.drop(empty, "开错了")


def test_a_printer_that_refuses_is_told_and_owed(calls: HandoverCalls, cases: list[Case], desk: Desk) -> None:
    batch_id = calls.open(OFFICE).batch.id
    calls.add(batch_id, cases[0].id)
    for file in desk.folder.printed_folder.glob("*"):
        file.unlink()
    desk.folder.printed_folder.rmdir()
    desk.folder.printed_folder.write_text("a file where the folder should be")
    done = calls.send(batch_id)
    assert done.problem is not None
    assert (done.papers, done.view.owed) == ((), (PaperPart.STUB, PaperPart.BAG))
    assert calls.reprint(batch_id).problem is not None
    desk.folder.printed_folder.unlink()
    later = calls.print_owed(batch_id)
    assert (later.papers, later.view.owed) == ((PaperPart.STUB, PaperPart.BAG), ())


def test_who_is_here(calls: HandoverCalls, desk: Desk) -> None:
    assert (calls.me(), calls.site()) == (desk.present_clerk.name, SITE.id)
    desk.sign_out()
    assert (calls.me(), calls.site()) == ("", None)
