"""One application is one act: what each outcome records, and that a refusal leaves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.cases import Acting, Case, CaseState, MaterialState
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.clocks import case_due
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError, IllegalMove, InputError, InvalidIdentity, NotAllowed
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake, papers_due
from tests.services.desk_samples import AGENT, AUDITOR, CALENDAR, CLERK, NOW, ZHANG, form

ALLOWANCE = "1-19"
"""80周岁以上长寿老年人高龄津贴: direct, promised days unknown."""
IMMEDIATE = "1-4"


def ready(offer: Offer, item_id: str = ALLOWANCE, number: int = 100, who: Party = ZHANG) -> Intake:
    offered = offer.get(item_id)
    return Intake(form(item_id, number, who).take_all(offered), offered)


def commit(store: Store, intake: Intake, at: datetime | None = None) -> Case:
    return commit_intake(store, CLERK, intake, NOW, at)


def entries(store: Store) -> int:
    return store.verify().entries


def test_complete_papers_are_accepted_and_leave_receipt_and_notice(store: Store, offer: Offer) -> None:
    case = commit(store, ready(offer))
    assert case.state is CaseState.ACCEPTED
    assert case.accepted_at == NOW
    assert papers_due(case) == (DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE)
    assert case.number.startswith("371073" + "3" + "26328" + "001")
    assert store.verify().ok


def test_a_missing_paper_gives_a_notice_and_takes_nothing_in(store: Store, offer: Offer) -> None:
    intake = ready(offer)
    intake = replace(intake, form=intake.form.mark(2, MaterialState.MISSING, "未带"))
    case = commit(store, intake)
    assert case.state is CaseState.NOTICED
    assert [row.number for row in case.missing] == [2]
    assert case.received_at is None
    assert papers_due(case) == (DocumentKind.NOTICE,)


def test_a_noticed_case_goes_on_under_its_own_number(store: Store, offer: Offer) -> None:
    first = ready(offer)
    noticed = commit(store, replace(first, form=first.form.mark(2, MaterialState.MISSING)))
    case = commit(store, first)
    assert (case.id, case.number, case.state) == (noticed.id, noticed.number, CaseState.ACCEPTED)


def test_an_accepted_case_is_not_taken_in_twice(store: Store, offer: Offer) -> None:
    commit(store, ready(offer))
    before = entries(store)
    with pytest.raises(IllegalMove, match="already_taken_in"):
        commit(store, ready(offer))
    assert entries(store) == before


def test_a_deferred_paper_is_promised_and_accepted_with_tolerance(store: Store, offer: Offer) -> None:
    offered = offer.get("1-1")
    row = next(row for row in offered.item.materials if row.need.value == "deferrable" and not row.exempt)
    filled = form("1-1").take_all(offered).mark(row.number, MaterialState.DEFERRED)
    with pytest.raises(InputError, match="form_incomplete"):
        commit(store, Intake(filled, offered))
    case = commit(store, Intake(replace(filled, promise_by=date(2026, 12, 1)), offered))
    assert case.state is CaseState.ACCEPTED
    assert case.promise_by == date(2026, 12, 1)
    assert [deferred.number for deferred in case.deferred] == [row.number]


def test_a_counter_that_only_receives_cannot_accept(store: Store, offer: Offer) -> None:
    intake = ready(offer)
    offered = replace(intake.offered, mode=HandlingMode.ENTRUSTED_RECEIVE)
    case = commit(store, replace(intake, offered=offered))
    assert case.state is CaseState.RECEIVED
    assert papers_due(case) == (DocumentKind.RECEIPT,)
    assert case_due(case, CALENDAR) == date(2026, 12, 1), "the fifth working day after it was received"


def test_an_immediate_item_is_finished_in_the_same_act(store: Store, offer: Offer) -> None:
    case = commit(store, ready(offer, IMMEDIATE))
    assert case.state is CaseState.FINISHED
    assert papers_due(case) == (DocumentKind.COMPLETION,)


def test_help_given_on_the_spot_is_no_acceptance(store: Store, offer: Offer) -> None:
    intake = ready(offer, IMMEDIATE)
    offered = replace(intake.offered, mode=HandlingMode.ASSIST)
    filled = replace(intake.form, remark=" 在手机上办好 ")
    case = commit(store, replace(intake, form=filled, offered=offered))
    assert (case.state, case.result) == (CaseState.ASSISTED, "在手机上办好")
    assert case.accepted_at is None
    assert papers_due(case) == (DocumentKind.ASSISTANCE,)


@pytest.mark.parametrize(
    ("change", "error", "code"),
    [
        ({"applicant": replace(ZHANG, id_number="110105194912310021")}, InvalidIdentity, "field_invalid"),
        ({"applicant": replace(ZHANG, name="")}, InvalidIdentity, "field_invalid"),
        ({"applicant": replace(ZHANG, phone="12345")}, InvalidIdentity, "field_invalid"),
        ({"marks": {}}, InputError, "form_incomplete"),
        ({"acting": Acting.PROXY}, InvalidIdentity, "field_invalid"),
    ],
    ids=["id", "name", "phone", "materials", "proxy"],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    store: Store, offer: Offer, change: dict[str, object], error: type[DeskError], code: str
) -> None:
    intake = ready(offer)
    with pytest.raises(error) as told:
        commit(store, replace(intake, form=replace(intake.form, **change)))  # type: ignore[arg-type]  # a table of changes
    assert told.value.code == code
    assert entries(store) == 0


def test_a_proxy_acts_with_a_mandate_only(store: Store, offer: Offer) -> None:
    offered = offer.get(ALLOWANCE)
    proxy = Party("李某某", id_number="440524188001010014")
    by_proxy = replace(form(ALLOWANCE), acting=Acting.PROXY, proxy=proxy, relation=Relation.CHILD)
    with pytest.raises(InputError, match="form_incomplete"):
        commit(store, Intake(by_proxy.take_all(offered), offered))
    mandated = replace(by_proxy, mandate=MandateKind.WRITTEN)
    case = commit(store, Intake(mandated.take_all(offered), offered))
    assert case.proxy is not None
    assert case.proxy.party.name == "李某某"


def test_an_item_of_another_list_is_only_advised_on(store: Store, offer: Offer) -> None:
    with pytest.raises(IllegalMove, match="not_done_here"):
        commit(store, ready(offer, "2-1"))


def test_who_may_not_accept_may_still_receive(store: Store, offer: Offer) -> None:
    with pytest.raises(NotAllowed, match="right_missing"):
        commit_intake(store, AGENT, ready(offer), NOW)
    intake = ready(offer)
    received = replace(intake, offered=replace(intake.offered, mode=HandlingMode.ENTRUSTED_RECEIVE))
    assert commit_intake(store, AGENT, received, NOW).state is CaseState.RECEIVED
    with pytest.raises(NotAllowed):
        commit_intake(store, AUDITOR, replace(received, form=replace(received.form, id=UUID(int=9))), NOW)


def test_the_same_citizen_is_one_person_and_new_facts_are_noted(store: Store, offer: Offer) -> None:
    first = commit(store, ready(offer))
    moved = replace(ZHANG, phone="13900000000", address="示例镇西村 2 号")
    second = commit(store, ready(offer, "1-1", 101, moved))
    third = commit(store, ready(offer, "1-12", 102, moved))
    assert first.person == second.person == third.person
    with store.read() as reader:
        person = reader.people.by_id(IdType.RESIDENT_ID, ZHANG.id_number)
    assert person is not None
    assert person.phone == "13900000000"
    assert first.applicant.phone == "13800000000", "a case keeps what was given that day"


def test_numbers_count_by_the_day_of_the_act_and_never_into_the_future(store: Store, offer: Offer) -> None:
    today = commit(store, ready(offer, number=1))
    earlier = commit(store, ready(offer, "1-1", 2), NOW - timedelta(days=3))
    later = commit(store, ready(offer, "1-12", 3), NOW + timedelta(days=300))
    assert [case.number[7:15] for case in (today, earlier, later)] == ["26328001", "26328002", "26328003"]


def test_an_organisation_is_named_as_one(store: Store, offer: Offer) -> None:
    firm = Party("示例合作社（第2分社）", IdType.USCC, "91350100M000100Y43")
    case = commit(store, ready(offer, who=firm))
    assert case.applicant.id_number == "91350100M000100Y43"


def test_the_draft_goes_in_the_same_act(store: Store, offer: Offer) -> None:
    intake = ready(offer)
    with store.scratch() as scratch:
        scratch.drafts.put(0, intake.form, CLERK.user_id, NOW)
    commit(store, intake)
    with store.read() as reader:
        assert reader.drafts.all() == ()


def test_stored_values_are_in_their_plain_shape(store: Store, offer: Offer) -> None:
    typed = Party(" 张某某 ", id_number="１１０１０５19491231002x", phone="138 0000-0000", address=" 示例镇 ")
    kept = commit(store, ready(offer, who=typed)).applicant
    assert kept == replace(ZHANG, address="示例镇")


def test_a_form_needs_its_item(offer: Offer) -> None:
    assert isinstance(form(ALLOWANCE), IntakeForm)
    assert offer.get(ALLOWANCE).item.name == "80周岁以上长寿老年人高龄津贴"
