"""What a paper says besides the case, as far as the site and its accounts know it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from desk_app.domain.cases import Case
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.documents import DocumentKind
from desk_app.domain.worktime import local_day
from desk_app.papers.particulars import PLAIN, Mandate, Particulars

_AGAINST = (DocumentKind.REFUSAL, DocumentKind.NOT_CONFIRMED)


def particulars_for(
    case: Case, kind: DocumentKind, offered: OfferedItem | None, name_of: Callable[[UUID], str]
) -> Particulars:
    """For one paper. ``name_of`` gives the name of an account, or "" where this desk never met the person."""
    life = case.lived
    if kind is DocumentKind.EXTENSION_NOTICE and life.extensions:
        return Particulars(approver=name_of(life.extensions[-1].approver))
    if kind is DocumentKind.CLOSING_NOTE and life.closing is not None and life.closing.approver is not None:
        return Particulars(approver=name_of(life.closing.approver))
    if kind in _AGAINST:
        return Particulars(remedy=offered.remedy if offered else None)
    if kind is DocumentKind.MANDATE and case.proxy is not None:
        return Particulars(mandate=mandate_of(case))
    return PLAIN


def mandate_of(case: Case) -> Mandate | None:
    """Who stands at the counter for whom, in this matter; for a guardian, the guardian's declaration."""
    proxy = case.proxy
    if proxy is None:
        return None
    first = local_day(case.received_at or case.registered_at)
    return Mandate(
        case.applicant, proxy.party, proxy.relation, (case.item.name,), kind=proxy.mandate, first=first
    )
