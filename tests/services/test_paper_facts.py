"""What a paper is told besides its case."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from desk_app.domain.case_life import CaseLife
from desk_app.domain.documents import DocumentKind
from desk_app.domain.people import MandateKind, Proxy, Relation
from desk_app.domain.remedies import Remedy
from desk_app.papers.particulars import PLAIN
from desk_app.services.paper_facts import mandate_of, particulars_for
from tests.papers import later_occasions as later
from tests.papers import samples

LEADER = "王某某"


def name_of(_user: UUID) -> str:
    return LEADER


def test_who_agreed_is_named_where_somebody_had_to() -> None:
    case = later.extended()
    assert particulars_for(case, DocumentKind.EXTENSION_NOTICE, None, name_of).approver == LEADER
    assert particulars_for(samples.case(), DocumentKind.EXTENSION_NOTICE, None, name_of) is PLAIN
    closing = later.refused().lived.closing
    assert closing is not None
    agreed = replace(samples.case(), life=CaseLife(closing=replace(closing, approver=UUID(int=9))))
    assert particulars_for(agreed, DocumentKind.CLOSING_NOTE, None, name_of).approver == LEADER
    assert particulars_for(later.refused(), DocumentKind.CLOSING_NOTE, None, name_of) is PLAIN
    assert particulars_for(samples.case(), DocumentKind.CLOSING_NOTE, None, name_of) is PLAIN


def test_the_remedy_is_what_the_site_said_of_the_item() -> None:
    offered = replace(samples.offered(), remedy=Remedy.EITHER)
    for kind in (DocumentKind.REFUSAL, DocumentKind.NOT_CONFIRMED):
        assert particulars_for(samples.case(), kind, offered, name_of).remedy is Remedy.EITHER
        assert particulars_for(samples.case(), kind, None, name_of).remedy is None


def test_a_mandate_says_who_stands_at_the_counter() -> None:
    proxy = Proxy(later.AGENT, Relation.CHILD, MandateKind.WRITTEN)
    case = replace(samples.case(), proxy=proxy)
    mandate = particulars_for(case, DocumentKind.MANDATE, None, name_of).mandate
    assert mandate is not None
    assert (mandate.principal, mandate.agent, mandate.kind) == (case.applicant, later.AGENT, proxy.mandate)
    assert mandate.matters == (case.item.name,)
    assert mandate_of(samples.case()) is None
    assert particulars_for(samples.case(), DocumentKind.MANDATE, None, name_of) is PLAIN
