"""Which papers the later acts of a case leave and have not left yet (appendices A and B).

A paper is owed while the case stands where its act has put it: one that nobody missed is not asked for when
the case has gone on. How many were made is counted, not whether one was: each round, each delay has its own.

A notice that owes a citizen the words of a remedy (A3, A8b) stays owed until the site has said which wording
holds for the item and which organ reviews: it is asked for and says what it lacks, it is never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.domain.act_rights import with_a_department
from desk_app.domain.case_life import Verdict
from desk_app.domain.case_record import Case
from desk_app.domain.case_values import OPEN_STATES, CaseState
from desk_app.domain.documents import DocumentKind

DEFERRAL_PAPERS = (DocumentKind.DEFERRAL_PROMISE, DocumentKind.DEFERRAL_NOTICE)


def deferral_papers_due(case: Case) -> tuple[DocumentKind, ...]:
    """A5, both papers: what the applicant promises and what the acceptor answers, while papers are owed."""
    owing = case.state is CaseState.ACCEPTED and case.deferred and case.promise_by is not None
    if not owing or with_a_department(case):
        return ()
    return tuple(kind for kind in DEFERRAL_PAPERS if case.document(kind) is None)


def later_papers_due(case: Case) -> tuple[DocumentKind, ...]:
    """In the order in which their acts come; nothing for a case that only lived its first day."""
    if case.life is None:
        return ()
    made = [paper.kind for paper in case.documents]
    return tuple(kind for kind, count in _left(case) if made.count(kind) < count)


def _left(case: Case) -> Iterator[tuple[DocumentKind, int]]:
    """Each paper the case should have left by now, and how often."""
    life, state = case.lived, case.state
    if life.round is not None:
        yield DocumentKind.SUPPLEMENT_NOTICE, len(life.rounds)
    if state in OPEN_STATES and life.crossings:
        yield DocumentKind.CROSS_TOWN, sum(1 + found.heard for found in life.crossings)
    if with_a_department(case):
        return  # what a department decides, it writes itself
    if state is CaseState.REFUSED:
        yield DocumentKind.REFUSAL, 1
    yield from _ended(case)
    if state in OPEN_STATES and life.deferral_extended and case.deferred:
        yield DocumentKind.DEFERRAL_OUTCOME, 1
    if state is CaseState.SUSPENDED:
        yield DocumentKind.SPECIAL_PROCEDURE_NOTICE, len(life.specials)
    if state in OPEN_STATES and life.extensions:
        yield DocumentKind.EXTENSION_NOTICE, len(life.extensions)
    if state is CaseState.READY:
        yield from _decided(case)
    if state is CaseState.DELIVERED and life.decision is not None and life.deliveries:
        yield DocumentKind.DELIVERY_RECEIPT, 1


_NOTED = frozenset({CaseState.WITHDRAWN, CaseState.VOIDED, CaseState.TERMINATED})


def _ended(case: Case) -> Iterator[tuple[DocumentKind, int]]:
    """Ended without a decision."""
    if case.state is CaseState.RETURNED:
        yield DocumentKind.RETURN_SLIP, 1
    elif deferral_broken(case):
        yield DocumentKind.DEFERRAL_OUTCOME, _told_before_the_end(case) + 1
    elif case.state in _NOTED and case.lived.closing is not None:
        yield DocumentKind.CLOSING_NOTE, 1


def _told_before_the_end(case: Case) -> int:
    """How many papers told of more time for what was promised."""
    closing = case.lived.closing
    made = (paper for paper in case.documents if paper.kind is DocumentKind.DEFERRAL_OUTCOME)
    return sum(closing is not None and paper.at < closing.at for paper in made)


def deferral_broken(case: Case) -> bool:
    """容缺逾期: ended because what was promised never came; nobody's approval was asked for that."""
    closing = case.lived.closing
    if case.state is not CaseState.TERMINATED or closing is None or closing.approver is not None:
        return False
    return bool(case.deferred) and not any(found.missed_at for found in case.lived.rounds)


def _decided(case: Case) -> Iterator[tuple[DocumentKind, int]]:
    decision = case.lived.decision
    if decision is not None and decision.verdict is Verdict.APPROVED:
        yield DocumentKind.RESULT_NOTICE, 1
    else:
        yield DocumentKind.NOT_CONFIRMED, 1
