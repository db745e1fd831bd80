"""The case page over the real store: what may be done, who agrees, and the papers that come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.case_life import DeliveryWay, Special, SupplementLine
from desk_app.domain.cases import Case, CaseState, MaterialState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import IllegalMove, NotAllowed, NotFound, SignInFailed
from desk_app.domain.moves import Act
from desk_app.domain.phone_lines import Line
from desk_app.domain.remedies import Remedy
from desk_app.ui.screens.cases.calls import Approval, CasesCalls
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.cases import CasesWiring, cases_calls
from desk_app.wiring.desk import Desk
from desk_app.wiring.intake import IntakeWiring
from desk_app.wiring.printing import Printing
from tests.papers.reading import text_of
from tests.services.desk_samples import form
from tests.stories.counter import BENEFIT, MANAGER, MANAGER_PASSWORD, WANG


@pytest.fixture
def calls(desk: Desk, printing: Printing) -> CasesCalls:
    return cases_calls(desk, printing, ChangesBridge())


@pytest.fixture
def accepted(desk: Desk, printing: Printing) -> Case:
    offered = desk.offer.get(BENEFIT)
    return IntakeWiring(desk, printing).submit(form(BENEFIT, 7, WANG).take_all(offered), offered).case


def manager(calls: CasesCalls, case: Case) -> UUID:
    (found,) = calls.case(case.id).approvers
    assert found.name == MANAGER
    return found.id


def came_out(desk: Desk) -> int:
    return len(list(desk.folder.printed_folder.glob("*.pdf")))


def test_the_page_knows_what_may_be_done_and_what_to_say(
    calls: CasesCalls, accepted: Case, desk: Desk
) -> None:
    view = calls.case(accepted.id)
    assert {Act.BEGIN, Act.EXTEND, Act.VOID, Act.NOTE} <= set(view.acts)
    assert view.line is not None
    assert view.line.line in (Line.DECIDED_BY, Line.NO_LIMIT)
    assert calls.working_day(desk.now().date(), 1) > desk.now().date()


def test_an_act_is_on_record_and_its_paper_comes_out(calls: CasesCalls, accepted: Case, desk: Desk) -> None:
    before = came_out(desk)
    now = desk.now()
    assert calls.act(accepted.id, (acts.HandlingBegun(now),), None).papers == ()
    special = acts.SpecialBegun(Special.APPRAISAL, "办法第三条", "等评定", 20, now)
    assert calls.act(accepted.id, (special,), None).papers == (DocumentKind.SPECIAL_PROCEDURE_NOTICE,)
    view = calls.case(accepted.id)
    assert (view.case.state, view.papers_due) == (CaseState.SUSPENDED, ())
    calls.act(accepted.id, (acts.SpecialEnded("评定完毕", now),), None)
    done = calls.act(accepted.id, (ends.CaseApproved("补贴", True, now),), None)
    assert (done.papers, done.problem) == ((DocumentKind.RESULT_NOTICE,), None)
    handed = ends.ResultDelivered(DeliveryWay.COUNTER, WANG.name, now, id_checked=True)
    assert calls.act(accepted.id, (handed,), None).papers == (DocumentKind.DELIVERY_RECEIPT,)
    assert came_out(desk) == before + 3


def test_each_round_of_supplements_has_its_own_notice(calls: CasesCalls, accepted: Case, desk: Desk) -> None:
    now, row = desk.now(), accepted.materials[0]
    asked = acts.AmendmentAsked(
        (SupplementLine(row.number, "看不清", "重新复印"),), (now + timedelta(days=9)).date(), False, now
    )
    came = acts.AmendmentReceived({row.number: MaterialState.COPY}, now)
    for _ in range(2):
        assert calls.act(accepted.id, (asked,), None).papers == (DocumentKind.SUPPLEMENT_NOTICE,)
        calls.act(accepted.id, (came,), None)
    papers = [paper.kind for paper in calls.case(accepted.id).case.documents]
    assert papers.count(DocumentKind.SUPPLEMENT_NOTICE) == 2


def test_who_agrees_says_so_with_a_password(calls: CasesCalls, accepted: Case, desk: Desk) -> None:
    leader = manager(calls, accepted)
    longer = acts.DeadlineExtended(5, "入户未完", leader, desk.now())
    with pytest.raises(NotAllowed, match="approval_needed"):
        calls.act(accepted.id, (longer,), None)
    with pytest.raises(SignInFailed, match="wrong_password"):
        calls.act(accepted.id, (longer,), Approval(leader, "guess-2026"))
    with pytest.raises(NotFound, match="no_such_user"):
        calls.act(accepted.id, (longer,), Approval(uuid4(), "guess-2026"))
    assert calls.case(accepted.id).case.lived.extensions == ()
    done = calls.act(accepted.id, (longer,), Approval(leader, MANAGER_PASSWORD))
    assert done.papers == (DocumentKind.EXTENSION_NOTICE,)


def test_an_approver_this_desk_does_not_know_leaves_the_paper_undrawn(
    calls: CasesCalls, accepted: Case, desk: Desk
) -> None:
    with desk.open_store.write(desk.present_clerk, desk.now()) as tx:
        tx.record(acts.DeadlineExtended(5, "入户未完", uuid4(), desk.now()), accepted.id)
    printed = calls.print_due(accepted.id)
    assert printed.papers == ()
    assert printed.problem


def test_a_note_is_written_and_nothing_is_printed(calls: CasesCalls, accepted: Case, desk: Desk) -> None:
    before = came_out(desk)
    noted = (ends.ContactPlanned(desk.now().date(), desk.now()), ends.NoteWritten("问户口簿", desk.now()))
    assert calls.act(accepted.id, noted, None).papers == ()
    life = calls.case(accepted.id).case.lived
    assert (life.next_contact, life.notes[0].text) == (desk.now().date(), "问户口簿")
    assert came_out(desk) == before


def test_the_chips_are_counted_in_the_store(calls: CasesCalls, accepted: Case, desk: Desk) -> None:
    from desk_app.ui.screens.cases.filters import Chip, ListQuestion, Moment, count_queries

    today = desk.now().date()
    moment = Moment(today, calls.soon_until(today), calls.me())

    def counts() -> Mapping[str, int]:
        return calls.counts(count_queries(ListQuestion(), moment))

    before = counts()
    assert before[Chip.TO_FINISH] >= 1
    calls.act(accepted.id, (ends.CaseWithdrawn("不办了", desk.now()),), None)
    after = counts()
    assert after[Chip.TO_FINISH] == before[Chip.TO_FINISH] - 1
    assert after[Chip.ENDED] == before[Chip.ENDED] + 1


def test_an_acceptance_is_taken_back_through_the_same_door(
    desk: Desk, printing: Printing, accepted: Case
) -> None:
    wiring = CasesWiring(desk, printing)
    assert wiring.withdraw(accepted.id, "点错了").state is CaseState.RECEIVED
    with pytest.raises(IllegalMove, match="no_such_move"):
        wiring.withdraw(accepted.id, "再来")


def test_a_refusal_says_what_it_lacks_and_comes_out_once_the_site_has_said_it(
    calls: CasesCalls, accepted: Case, desk: Desk
) -> None:
    rejected = ends.CaseRejected(
        "收入高于标准", "不符合条件", "《示例办法》第八条", "示例区民政局", desk.now()
    )
    calls.act(accepted.id, (acts.HandlingBegun(desk.now()),), None)
    done = calls.act(accepted.id, (rejected,), None)
    assert done.papers == ()
    assert done.problem is not None
    assert "不服怎么办" in done.problem
    assert calls.case(accepted.id).papers_due == (DocumentKind.NOT_CONFIRMED,)
    offered = desk.offer.items[accepted.item.id]
    items = {**desk.offer.items, accepted.item.id: replace(offered, remedy=Remedy.EITHER)}
    desk.shelf._offer = replace(desk.offer, items=items)
    done = calls.print_due(accepted.id)
    assert done.problem is not None
    assert "复议机关" in done.problem
    session = desk.present_session
    site = replace(desk.present_clerk.site, review_organ="示例区人民政府", court="示例区人民法院")
    desk.session = replace(session, clerk=replace(session.clerk, site=site))
    assert calls.print_due(accepted.id).papers == (DocumentKind.NOT_CONFIRMED,)
    (file,) = desk.folder.printed_folder.glob("*not_confirmed*.pdf")
    text = text_of(file.read_bytes())
    assert "60日内向示例区人民政府申请行政复议，或者自知道之日起6个月内向示例区人民法院起诉" in text
