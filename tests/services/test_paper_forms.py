"""Emergency forms in a real store: no number twice, no hole unexplained, clocks from the original time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.back_entry import BackEntry, BackSource
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseState
from desk_app.domain.clocks import case_deadlines
from desk_app.domain.errors import DeskError, IllegalMove, InputError, InvalidIdentity, NotAllowed, NotFound
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.paper_forms import FormState
from desk_app.domain.people import Party
from desk_app.domain.register_period import Wanted
from desk_app.domain.registers import RegisterKind, Tally, foot
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.paper_forms import enter_form, forms_still_out, reserve_forms, void_form, void_forms
from desk_app.services.registers import rows
from tests.services.desk_samples import AUDITOR, CALENDAR, CLERK, MANAGER, NOW, ZHANG, form

ITEM = "1-1"
LATER = NOW + timedelta(hours=6)
LEDGER = BackEntry(BackSource.LEDGER, "3", "12", "5")


def ready(offer: Offer, number: int = 100, who: Party = ZHANG, item: str = ITEM) -> Intake:
    offered = offer.get(item)
    return Intake(form(item, number, who).take_all(offered), offered)


def series(*numbers: str) -> list[int]:
    return [ReceiptNumber.parse(number).n for number in numbers]


def test_numbers_set_aside_are_never_given_out_and_the_series_goes_on(store: Store, offer: Offer) -> None:
    first = commit_intake(store, CLERK, ready(offer, 1), NOW)
    block = reserve_forms(store, CLERK, 3, NOW)
    after = commit_intake(store, CLERK, ready(offer, 2), LATER)
    assert series(first.number, *(form.number for form in block.forms), after.number) == [1, 2, 3, 4, 5]
    more = reserve_forms(store, CLERK, 1, LATER)
    assert series(more.forms[0].number) == [6]
    assert store.verify().ok


def test_a_form_becomes_a_case_under_its_number_with_the_time_of_the_act(store: Store, offer: Offer) -> None:
    block = reserve_forms(store, CLERK, 2, NOW - timedelta(days=4))
    at = NOW - timedelta(days=3)
    printed = ReceiptNumber.parse(block.forms[1].number).formatted
    case = enter_form(store, CLERK, printed, ready(offer), at, NOW)
    assert (case.number, case.registered_at, case.accepted_at) == (block.forms[1].number, at, at)
    assert case.state is CaseState.ACCEPTED
    assert case.back == BackEntry(BackSource.EMERGENCY)
    direct = commit_intake(store, CLERK, ready(offer, 7), at)
    assert case_deadlines(case, CALENDAR) == case_deadlines(direct, CALENDAR)
    with store.read() as reader:
        entered = reader.form_blocks.get(block.id).form(case.number)
        assert entered is not None
        assert (entered.state, entered.case) == (FormState.ENTERED, case.id)
        lines = {line.id: line.back for line in reader.cases.page(CaseQuery()).lines}
    assert lines == {case.id: BackSource.EMERGENCY, direct.id: None}
    assert [form.number for form in forms_still_out(store, CLERK, NOW)] == [block.forms[0].number]
    assert store.verify().ok


@pytest.mark.parametrize(
    ("number", "at", "code"),
    [
        ("first", NOW - timedelta(hours=1), "form_before_reserved"),
        ("first", LATER + timedelta(minutes=1), "act_in_future"),
        ("371073-1-26328-001-93", NOW, "form_not_reserved"),
        ("12345", NOW, "receipt_too_short"),
    ],
)
def test_a_form_that_cannot_be_is_refused_and_nothing_is_written(
    store: Store, offer: Offer, number: str, at: datetime, code: str
) -> None:
    block = reserve_forms(store, CLERK, 1, NOW)
    before = store.verify().entries
    wanted = block.forms[0].number if number == "first" else number
    with pytest.raises(DeskError, match=code):
        enter_form(store, CLERK, wanted, ready(offer), at, LATER)
    assert store.verify().entries == before


def test_a_form_is_settled_once(store: Store, offer: Offer) -> None:
    one, two = reserve_forms(store, CLERK, 2, NOW).forms
    enter_form(store, CLERK, one.number, ready(offer), NOW, LATER)
    with pytest.raises(IllegalMove, match="form_entered_already"):
        enter_form(store, CLERK, one.number, ready(offer, 2), NOW, LATER)
    block = void_form(store, CLERK, two.number, " 写坏了 ", LATER)
    spoiled = block.form(two.number)
    assert spoiled is not None
    assert (spoiled.state, spoiled.reason) == (FormState.VOID, "写坏了")
    with pytest.raises(IllegalMove, match="form_void_already"):
        enter_form(store, CLERK, two.number, ready(offer, 2), NOW, LATER)
    assert forms_still_out(store, CLERK, LATER) == ()


def test_voiding_some_is_all_or_none_and_wants_a_reason(store: Store) -> None:
    block = reserve_forms(store, CLERK, 3, NOW)
    numbers = tuple(form.number for form in block.forms)
    with pytest.raises(IllegalMove, match="reason_needed"):
        void_forms(store, CLERK, numbers, "  ", LATER)
    with pytest.raises(IllegalMove, match="form_not_reserved"):
        void_forms(store, CLERK, (*numbers, "0" * 17), "没用上", LATER)
    assert len(forms_still_out(store, CLERK, LATER)) == 3
    assert len(void_forms(store, CLERK, numbers, "没用上", LATER)) == 1
    assert forms_still_out(store, CLERK, LATER) == ()


def test_who_only_looks_sets_nothing_aside(store: Store) -> None:
    with pytest.raises(NotAllowed, match="right_missing"):
        reserve_forms(store, AUDITOR, 1, NOW)
    for count in (0, 201):
        with pytest.raises(InputError, match="forms_out_of_range"):
            reserve_forms(store, CLERK, count, NOW)
    with store.read() as reader, pytest.raises(NotFound, match="no_such_forms"):
        reader.form_blocks.get(UUID(int=9))


def test_a_paper_ledger_is_entered_with_its_page_and_its_own_days(store: Store, offer: Offer) -> None:
    at = NOW - timedelta(days=40)
    intake = replace(ready(offer), back=LEDGER)
    with pytest.raises(NotAllowed, match="right_missing"):
        commit_intake(store, CLERK, intake, NOW, at)
    case = commit_intake(store, MANAGER, intake, NOW, at)
    assert (case.back, case.accepted_at) == (LEDGER, at)
    with store.read() as reader:
        assert [line.id for line in reader.cases.page(CaseQuery(back=True)).lines] == [case.id]
        assert reader.cases.page(CaseQuery(back=False)).lines == ()
    assert store.verify().ok


def test_nobody_asked_for_anything_before_they_were_born(store: Store, offer: Offer) -> None:
    young = replace(ZHANG, id_number="110105202001010011")
    intake = replace(ready(offer, who=young), back=LEDGER)
    with pytest.raises(InvalidIdentity):
        commit_intake(store, MANAGER, intake, NOW, NOW.replace(year=2019))


def test_registers_mark_it_and_do_not_mix_it_with_the_days_work(store: Store, offer: Offer) -> None:
    commit_intake(store, MANAGER, replace(ready(offer), back=LEDGER), NOW, NOW - timedelta(days=1))
    block = reserve_forms(store, CLERK, 1, NOW)
    enter_form(store, CLERK, block.forms[0].number, ready(offer, 3), NOW, LATER)
    wanted = Wanted(RegisterKind.CASES, NOW.year, NOW.month)
    with store.read() as reader:
        lines = tuple(rows(reader, CLERK, wanted, NOW.date()))
    apart, together = Tally(), Tally(with_back=True)
    for line in lines:
        apart.add(line)
        together.add(line)
    assert len(lines) == 2
    told = {title: (value, said) for title, value, said in foot(apart, wanted.basis)}
    assert told["办件量"][0] == "1"
    assert told["补录"] == ("1", "从纸质台账补录的，不含在以上各项里")
    told = {title: (value, said) for title, value, said in foot(together, wanted.basis)}
    assert told["办件量"][0] == "2"
    assert told["补录"][1] == "从纸质台账补录的，已含在以上各项里"
