"""The fold: a case is what its events leave, in the order all desks agree on.

Nothing is judged here but one thing: an act that reaches a case which can no longer take it (two desks worked
apart) changes nothing and is kept as a contradiction for a clerk to look at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args
from uuid import UUID

from desk_app.domain.case_acts import MiddleEvent
from desk_app.domain.case_ends import EndEvent, MarginEvent, StoodIn
from desk_app.domain.case_events import (
    AcceptanceWithdrawn,
    AssistanceDone,
    CaseAccepted,
    CaseFinished,
    CaseRegistered,
    DocumentIssued,
    DocumentReprinted,
    FirstEvent,
    MaterialsReceived,
    NoticeGiven,
    NumberRevealed,
)
from desk_app.domain.case_life_fold import contradicted, moved, overtaken, stood_in
from desk_app.domain.case_record import Case
from desk_app.domain.case_values import CaseState
from desk_app.domain.documents import IssuedDocument
from desk_app.domain.errors import IllegalMove
from desk_app.domain.moves import move_of

CaseEvent = FirstEvent | MiddleEvent | EndEvent | MarginEvent

_FIRST_STATES = frozenset(
    {
        CaseState.NOTICED,
        CaseState.RECEIVED,
        CaseState.ACCEPTED,
        CaseState.FINISHED,
        CaseState.ASSISTED,
    }
)
"""States the first day knows; its own events may come in any order between them."""

_MOVING = frozenset(
    {NoticeGiven, MaterialsReceived, CaseAccepted, AcceptanceWithdrawn, CaseFinished, AssistanceDone}
)
_LATER = frozenset((*get_args(MiddleEvent), *get_args(EndEvent), *get_args(MarginEvent)))


def fold(case_id: UUID, events: Iterable[CaseEvent]) -> Case:
    """The case after these events. The first must register it."""
    iterator = iter(events)
    first = next(iterator, None)
    if not isinstance(first, CaseRegistered):
        raise IllegalMove("not_registered")
    case = _registered(case_id, first)
    for event in iterator:
        case = apply(case, event)
    return case


def _registered(case_id: UUID, event: CaseRegistered) -> Case:
    return Case(
        id=case_id,
        number=event.number,
        state=CaseState.NOTICED,
        item=event.item,
        person=event.person,
        applicant=event.applicant,
        acting=event.acting,
        channel=event.channel,
        registered_at=event.at,
        proxy=event.proxy,
        fields=event.fields,
        remark=event.remark,
        back=event.back,
    )


def apply(case: Case, event: CaseEvent) -> Case:
    """One event laid over a case. What the event does not say stays as it was."""
    kind = type(event)
    if kind in _LATER:
        return _later(case, event)
    if kind in _MOVING and case.state not in _FIRST_STATES:
        return contradicted(case, event.kind)
    return _first_day(case, event)


def _later(case: Case, event: CaseEvent) -> Case:
    if isinstance(event, StoodIn):
        return stood_in(case, event)
    move = move_of(event, case.state)
    if move is None or overtaken(case, event):
        return contradicted(case, event.kind)
    return moved(case, event, move)


def _first_day(case: Case, event: CaseEvent) -> Case:
    match event:
        case NoticeGiven():
            return replace(case, state=CaseState.NOTICED, materials=event.materials)
        case MaterialsReceived():
            return _received(case, event)
        case CaseAccepted():
            return replace(case, state=CaseState.ACCEPTED, accepted_at=event.at, promise_by=event.promise_by)
        case AcceptanceWithdrawn():
            return replace(case, state=CaseState.RECEIVED, accepted_at=None)
        case CaseFinished() | AssistanceDone():
            return _ended(case, event)
        case _:
            return _apply_paper(case, event)


def _received(case: Case, event: MaterialsReceived) -> Case:
    received = replace(case, state=CaseState.RECEIVED, received_at=event.at)
    return replace(received, materials=event.materials, promise_by=event.promise_by)


def _ended(case: Case, event: CaseFinished | AssistanceDone) -> Case:
    if isinstance(event, CaseFinished):
        return replace(case, state=CaseState.FINISHED, finished_at=event.at, result=event.result)
    return replace(case, state=CaseState.ASSISTED, finished_at=event.at, result=event.what)


def _apply_paper(case: Case, event: CaseEvent) -> Case:
    match event:
        case DocumentIssued():
            return replace(case, documents=(*case.documents, _issued(event)))
        case DocumentReprinted():
            return replace(case, documents=tuple(_counted(paper, event) for paper in case.documents))
        case NumberRevealed():
            return replace(case, reveals=case.reveals + 1)
        case _:
            raise IllegalMove("registered_twice")


def _issued(event: DocumentIssued) -> IssuedDocument:
    return IssuedDocument(
        event.document, event.document_kind, event.size, event.number, event.sha256, event.pages, event.at
    )


def _counted(paper: IssuedDocument, event: DocumentReprinted) -> IssuedDocument:
    # Two desks may both have printed "the second time": the count never runs back, and both prints count.
    return replace(paper, printed=max(paper.printed + 1, event.nth)) if paper.id == event.document else paper
