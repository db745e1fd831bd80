"""Which papers the later acts of a case leave: a table, and that each is asked for once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desk_app.domain.cases import CaseEvent, CaseState, DocumentIssued, apply
from desk_app.domain.catalogue import LegalNature
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.paper_dues import deferral_broken, deferral_papers_due, later_papers_due
from tests.domain import lives as of

BENEFIT = replace(of.PIN, legal_nature=LegalNature.BENEFIT)
OPEN: tuple[CaseEvent, ...] = (of.RECEIVED, of.ACCEPTED, of.BEGUN)
FETCHED = (*OPEN, of.APPROVED, of.DELIVERED)
LEFT: dict[CaseState, tuple[DocumentKind, ...]] = {
    CaseState.SUPPLEMENTING: (DocumentKind.SUPPLEMENT_NOTICE,),
    CaseState.AMENDING: (DocumentKind.SUPPLEMENT_NOTICE,),
    CaseState.SUSPENDED: (DocumentKind.SPECIAL_PROCEDURE_NOTICE,),
    CaseState.READY: (DocumentKind.RESULT_NOTICE,),
    CaseState.DELIVERED: (DocumentKind.DELIVERY_RECEIPT,),
    CaseState.REFUSED: (DocumentKind.REFUSAL,),
    CaseState.RETURNED: (DocumentKind.RETURN_SLIP,),
    CaseState.WITHDRAWN: (DocumentKind.CLOSING_NOTE,),
    CaseState.VOIDED: (DocumentKind.CLOSING_NOTE,),
    CaseState.TERMINATED: (DocumentKind.CLOSING_NOTE,),
}


def issued(kind: DocumentKind, number: int = 1) -> DocumentIssued:
    return DocumentIssued(UUID(int=number), kind, PaperSize.A5, f"{number}", "0" * 64, 1, of.day(1))


@pytest.mark.parametrize("state", list(CaseState))
def test_each_state_owes_the_papers_of_the_act_that_led_there(state: CaseState) -> None:
    case = of.life(state)
    assert later_papers_due(case) == LEFT.get(state, ())
    for number, kind in enumerate(LEFT.get(state, ())):
        case = apply(case, issued(kind, number))
    assert later_papers_due(case) == ()


def test_an_extension_is_told_while_the_case_is_open() -> None:
    case = of.after(*OPEN, of.EXTENDED)
    assert later_papers_due(case) == (DocumentKind.EXTENSION_NOTICE,)
    assert later_papers_due(apply(case, of.WITHDRAWN)) == (DocumentKind.CLOSING_NOTE,)


def test_a_promise_that_gets_longer_and_is_broken_is_told_twice() -> None:
    owing = replace(of.RECEIVED, materials=of.OWING, promise_by=date(2026, 11, 6))
    longer = of.after(owing, of.ACCEPTED, of.DEFERRAL_LONGER)
    outcome = (DocumentKind.DEFERRAL_OUTCOME,)
    assert later_papers_due(longer) == outcome
    told = apply(longer, issued(DocumentKind.DEFERRAL_OUTCOME))
    assert later_papers_due(told) == ()
    ended = apply(told, of.BROKEN)
    assert deferral_broken(ended)
    assert later_papers_due(ended) == outcome
    later = replace(issued(DocumentKind.DEFERRAL_OUTCOME, 2), at=of.day(8))
    assert later_papers_due(apply(ended, later)) == ()


def test_a_second_round_has_a_notice_of_its_own() -> None:
    first = of.after(of.RECEIVED, of.ASKED, issued(DocumentKind.SUPPLEMENT_NOTICE), of.CAME)
    assert later_papers_due(first) == ()
    again = apply(first, replace(of.ASKED, at=of.day(4)))
    assert later_papers_due(again) == (DocumentKind.SUPPLEMENT_NOTICE,)


def test_a_rejection_of_a_service_is_written() -> None:
    assert later_papers_due(of.after(*OPEN, of.REJECTED)) == (DocumentKind.NOT_CONFIRMED,)


def test_where_a_remedy_is_owed_the_notice_stays_owed() -> None:
    assert later_papers_due(of.life(CaseState.REFUSED, BENEFIT)) == (DocumentKind.REFUSAL,)
    assert later_papers_due(of.after(*OPEN, of.REJECTED, pin=BENEFIT)) == (DocumentKind.NOT_CONFIRMED,)


def test_what_a_department_decides_it_writes_itself() -> None:
    case = of.after(of.RECEIVED, of.ACCEPTED, of.SENT, of.SIGNED_BY_DEPARTMENT, of.APPROVED)
    assert case.state is CaseState.READY
    assert later_papers_due(case) == ()


def test_a_promise_for_later_leaves_both_papers_once() -> None:
    both = (DocumentKind.DEFERRAL_PROMISE, DocumentKind.DEFERRAL_NOTICE)
    case = of.after(of.OWING_RECEIVED, of.OWING_ACCEPTED)
    assert deferral_papers_due(case) == both
    assert deferral_papers_due(apply(case, issued(both[0]))) == both[1:]
    assert deferral_papers_due(apply(case, of.DEFERRED_CAME)) == ()
    assert deferral_papers_due(of.after(of.OWING_RECEIVED)) == ()
    there = apply(case, of.SENT), of.SIGNED_BY_DEPARTMENT
    assert deferral_papers_due(replace(apply(*there), state=CaseState.ACCEPTED)) == ()


def test_what_was_never_waited_for_leaves_no_receipt() -> None:
    assert later_papers_due(of.after(*OPEN, of.REGISTERED_ONLY)) == ()
    assert later_papers_due(of.after(*FETCHED)) == (DocumentKind.DELIVERY_RECEIPT,)
