"""Cases: one row for the list, one snapshot for the page, one row for each paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.journal import position
from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import Row, iso_or_none, micros, micros_or_none
from desk_app.db.search import digit_tokens, initials_tokens, name_tokens
from desk_app.db.tables import NEVER, case_row, case_snapshot
from desk_app.domain.bodies import decode, encode
from desk_app.domain.case_ends import (
    ContactPlanned,
    LineSaid,
    NoteWritten,
    SignatureTaken,
    StoodIn,
    TagsChanged,
)
from desk_app.domain.cases import (
    Case,
    CaseRegistered,
    DocumentIssued,
    DocumentReprinted,
    NumberRevealed,
    apply,
    fold,
)
from desk_app.domain.clocks import clock_state
from desk_app.domain.journal import Entry

TABLES = ("case_row", "case_snapshot", "document_row")

_NO_ACT = (
    *(DocumentIssued, DocumentReprinted, NumberRevealed),
    *(NoteWritten, TagsChanged, ContactPlanned, LineSaid, SignatureTaken, StoodIn),
)
"""Entries about a paper, a look or a note: the act a slip's code names is the one before."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A case, and what its entries say about themselves."""

    case: Case
    recent: int
    updated: int
    clerk: UUID
    site: UUID
    device: UUID
    last_act: UUID


def step(state: Standing | None, entry: Entry, event: Any) -> Standing:
    """One more entry. Raises IllegalMove."""
    if state is None:
        return _begun(entry, event)
    case = apply(state.case, event)
    act = state.last_act if isinstance(event, _NO_ACT) else entry.id
    return Standing(case, state.recent, position(entry), state.clerk, state.site, state.device, act)


def _begun(entry: Entry, event: CaseRegistered) -> Standing:
    at = position(entry)
    return Standing(
        case=fold(entry.envelope.stream_id, (event,)),
        recent=at,
        updated=at,
        clerk=entry.envelope.actor,
        site=entry.envelope.site,
        device=entry.device,
        last_act=entry.id,
    )


_LOAD = select(case_row, case_snapshot.c.body).join(case_snapshot, case_snapshot.c.id == case_row.c.id)


def load(connection: Connection, case_id: UUID) -> Standing | None:
    """Where a case stands according to its rows, or None."""
    row = connection.execute(_LOAD.where(case_row.c.id == case_id)).first()
    if row is None:
        return None
    return Standing(
        decode(Case, row.body), row.recent, row.updated, row.clerk, row.site, row.device, row.last_act
    )


def rows(state: Standing, rules: Rules) -> Rows:
    """Everything the tables hold of one case."""
    case = state.case
    papers: Rows = [("document_row", row) for row in _papers(case)]
    snapshot = {"id": case.id, "body": encode(case)}
    return [("case_row", _line(state, rules)), ("case_snapshot", snapshot), *papers]


def _line(state: Standing, rules: Rules) -> Row:
    return {
        "recent": state.recent,
        "id": state.case.id,
        "clerk": state.clerk,
        "site": state.site,
        "device": state.device,
        "last_act": state.last_act,
        "updated": state.updated,
        **_what(state.case),
        **_who(state.case, rules),
        **_when(state.case, rules),
    }


def _what(case: Case) -> Row:
    return {
        "number": case.number,
        "item_id": case.item.id,
        "item_name": case.item.name,
        "mode": case.item.mode.value,
        "kind": case.item.kind.value,
        "state": case.state.value,
        "is_open": int(case.open),
        "missing": len(case.missing),
        "deferred": len(case.deferred),
        "clock": clock_state(case).value,
        "next_contact": iso_or_none(case.lived.next_contact),
        "back": case.back.source.value if case.back else None,
    }


def _who(case: Case, rules: Rules) -> Row:
    party = case.applicant
    return {
        "person": case.person,
        "name": party.name,
        "id_type": party.id_type.value,
        "id_number": party.id_number,
        "id_key": rules.id_key(party.id_type, party.id_number),
        "phone": party.phone,
        "search_name": name_tokens(party.name),
        "search_initials": initials_tokens(party.name),
        "search_digits": digit_tokens(case.number, party.phone),
    }


def due_columns(case: Case, rules: Rules) -> Row:
    """The columns a change of the calendar may change."""
    dues = rules.dues(case)
    return {
        "due": dues.due.isoformat() if dues.due else NEVER,
        "promised_due": iso_or_none(dues.promised),
        "statutory_due": iso_or_none(dues.statutory),
    }


def _when(case: Case, rules: Rules) -> Row:
    return {
        "registered_at": micros(case.registered_at),
        "received_at": micros_or_none(case.received_at),
        "accepted_at": micros_or_none(case.accepted_at),
        "finished_at": micros_or_none(case.finished_at),
        "promise_by": iso_or_none(case.promise_by),
        **due_columns(case, rules),
    }


def _papers(case: Case) -> list[Row]:
    return [
        {
            "id": paper.id,
            "case_id": case.id,
            "kind": paper.kind.value,
            "size": paper.size.value,
            "number": paper.number,
            "sha256": paper.sha256,
            "pages": paper.pages,
            "at": micros(paper.at),
            "printed": paper.printed,
        }
        for paper in case.documents
    ]
