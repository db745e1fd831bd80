"""Which fold belongs to which stream, and how a whole stream is folded with its faults set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from desk_app.db.projections import (
    assistance,
    attachments,
    cases,
    custody,
    handovers,
    ledgers,
    paper_forms,
    people,
    shifts,
    site_items,
    stand_ins,
)
from desk_app.db.projections.rules import Rows, Rules, State
from desk_app.db.rows import Row
from desk_app.domain.errors import DeskError
from desk_app.domain.journal import Entry, Stream
from desk_app.domain.streams import KINDS, Undecodable, decode_event


@dataclass(frozen=True, slots=True)
class Fold:
    """How one sort of stream becomes rows."""

    tables: tuple[str, ...]
    step: Callable[[Any, Entry, Any], State]
    """State (None at first), entry, event: the state after it. Raises DeskError for what cannot be."""
    load: Callable[[Connection, UUID], State | None]
    rows: Callable[[Any, Rules], Rows]
    always_held: bool = False
    """True where ``load`` tells nothing about whether rows exist."""


FOLDS: Mapping[Stream, Fold] = {
    Stream.CASE: Fold(cases.TABLES, cases.step, cases.load, cases.rows),
    Stream.PERSON: Fold(people.TABLES, people.step, people.load, people.rows),
    Stream.SITE_ITEM: Fold(
        site_items.TABLES, site_items.step, site_items.load, site_items.rows, always_held=True
    ),
    Stream.HANDOVER: Fold(handovers.TABLES, handovers.step, handovers.load, handovers.rows),
    Stream.CUSTODY: Fold(custody.TABLES, custody.step, custody.load, custody.rows),
    Stream.ATTACHMENT: Fold(attachments.TABLES, attachments.step, attachments.load, attachments.rows),
    Stream.LEDGER: Fold(ledgers.TABLES, ledgers.step, ledgers.load, ledgers.rows),
    Stream.LEDGER_ROW: Fold(ledgers.LINE_TABLES, ledgers.step_line, ledgers.load_line, ledgers.line_rows),
    Stream.SHIFT: Fold(shifts.TABLES, shifts.step, shifts.load, shifts.rows),
    Stream.STAND_IN: Fold(stand_ins.TABLES, stand_ins.step, stand_ins.load, stand_ins.rows),
    Stream.AGENT: Fold(
        assistance.AGENT_TABLES, assistance.step_agent, assistance.load_agent, assistance.agent_rows
    ),
    Stream.MANDATE: Fold(
        assistance.MANDATE_TABLES, assistance.step_mandate, assistance.load_mandate, assistance.mandate_rows
    ),
    Stream.ASSIST: Fold(assistance.ASSIST_TABLES, assistance.step, assistance.load, assistance.rows),
    Stream.FORM_BLOCK: Fold(paper_forms.TABLES, paper_forms.step, paper_forms.load, paper_forms.rows),
}
"""Streams that are not here have no rows: audit entries are only read, the calendar is folded at opening."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A stream's state, and the entries that could not be applied, each with its reason."""

    state: State | None
    parked: tuple[Row, ...]


def read_event(entry: Entry) -> Any:
    """The event of an entry that stands in the right stream. Raises Undecodable."""
    envelope = entry.envelope
    known = KINDS.get(envelope.kind)
    if known is not None and known.stream is not envelope.stream:
        raise Undecodable("wrong_stream")
    return decode_event(envelope.kind, envelope.version, entry.body)


def fold_stream(stream: Stream, entries: Iterable[Entry]) -> Folded:
    """Fold one stream's entries, given in order. What cannot be applied is set aside and stops nothing."""
    fold = FOLDS.get(stream)
    state: State | None = None
    parked: list[Row] = []
    for entry in entries:
        try:
            event = read_event(entry)
            state = fold.step(state, entry, event) if fold else None
        except Undecodable as fault:
            parked.append(parked_row(entry, fault.reason))
        except DeskError as fault:
            parked.append(parked_row(entry, fault.code))
    return Folded(state, tuple(parked))


def parked_row(entry: Entry, reason: str, raw: str | None = None) -> Row:
    """An entry set aside, as its table keeps it."""
    envelope = entry.envelope
    return {
        "entry_id": envelope.id,
        "stream": envelope.stream.value,
        "stream_id": envelope.stream_id,
        "kind": envelope.kind,
        "reason": reason,
        "raw": raw,
    }
