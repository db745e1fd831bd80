"""Making the projections again from the journal, and proving them and the chains."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from desk_app.db import sqlite_only
from desk_app.db.facts import Facts
from desk_app.db.journal import Journal
from desk_app.db.projections.folds import FOLDS, Folded, fold_stream, read_event
from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.projections.writing import PROJECTIONS, held_rows, insert_many
from desk_app.db.rows import Row
from desk_app.db.tables import blob, case_row, parked
from desk_app.domain.attachments import Attached, AttachmentReworked
from desk_app.domain.case_ends import SignatureTaken
from desk_app.domain.cases import DocumentIssued
from desk_app.domain.journal import FIRST_LINK, Stream, chain_faults, next_link
from desk_app.domain.streams import Undecodable

_BATCH_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a store that is not as it should be; ``where`` names it without personal data."""

    kind: str
    """gap, link, digest (a device's log) · head (the order) · rows, extra_rows, parked (projections against
    replay) · search · blob (an archived paper is missing or changed)."""
    where: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer of a whole check."""

    entries: int
    cases: int
    parked: int
    """Entries that wait for somebody; they are no fault of the store."""
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether everything proves itself."""
        return not self.faults


def rebuild(connection: Connection, rules: Rules) -> int:
    """Drop all projections and make them again; the number of entries read."""
    for table in PROJECTIONS:
        connection.execute(delete(table))
    connection.execute(delete(parked).where(parked.c.raw.is_(None)))
    entries, batch = 0, Rows()
    for (stream, _), items in Journal(connection).by_stream():
        entries += len(items)
        folded = fold_stream(stream, items)
        batch += _rows(stream, folded, rules)
        if folded.parked:
            connection.execute(insert(parked), list(folded.parked))
        if len(batch) >= _BATCH_ROWS:
            insert_many(connection, batch)
            batch = Rows()
    insert_many(connection, batch)
    sqlite_only.reindex(connection)
    return entries


def _rows(stream: Stream, folded: Folded, rules: Rules) -> Rows:
    fold = FOLDS.get(stream)
    return fold.rows(folded.state, rules) if fold and folded.state is not None else []


def verify(connection: Connection, rules: Rules, facts: Facts) -> Verification:
    """Check chains, projections and archived papers, without changing anything."""
    faults = [
        *_device_faults(connection, facts),
        *_head_faults(connection),
        *_projection_faults(connection, rules),
        *_blob_faults(connection, facts),
    ]
    return Verification(
        entries=Journal(connection).count(),
        cases=int(connection.scalar(select(func.count()).select_from(case_row)) or 0),
        parked=int(connection.scalar(select(func.count()).select_from(parked)) or 0),
        faults=tuple(faults),
    )


def _device_faults(connection: Connection, facts: Facts) -> Iterator[Fault]:
    """Another desk's log may be here in part; only the head and the desk itself must have all of it."""
    journal = Journal(connection)
    for device in journal.devices():
        whole = facts.head or device == facts.device
        for fault in chain_faults(journal.of_device(device)):
            if whole or fault.reason != "gap":
                yield Fault(fault.reason, f"{fault.device}/{fault.device_seq}")


def _head_faults(connection: Connection) -> Iterator[Fault]:
    """The order's own chain; only the head has it, from the first place on."""
    previous, expected = FIRST_LINK, 1
    for item, head in Journal(connection).heads():
        if head is None and expected == 1:
            return
        if item.seq != expected or head != next_link(previous, item.id, item.digest):
            yield Fault("head", str(expected))
        previous, expected = head or b"", (item.seq or expected) + 1


def _projection_faults(connection: Connection, rules: Rules) -> Iterator[Fault]:
    wanted: Counter[str] = Counter()
    set_aside: list[Row] = []
    for (stream, stream_id), items in Journal(connection).by_stream():
        folded = fold_stream(stream, items)
        set_aside += folded.parked
        rows = _rows(stream, folded, rules)
        wanted.update(name for name, _ in rows)
        fold = FOLDS.get(stream)
        if fold and _sorted(held_rows(connection, fold.tables, stream_id)) != _sorted(rows):
            yield Fault("rows", f"{stream.value}/{stream_id}")
    for table in PROJECTIONS:
        if connection.scalar(select(func.count()).select_from(table)) != wanted[table.name]:
            yield Fault("extra_rows", table.name)
    held = connection.execute(select(parked).where(parked.c.raw.is_(None))).mappings()
    if sorted(map(_key, map(dict, held))) != sorted(map(_key, set_aside)):
        yield Fault("parked", parked.name)


def _sorted(rows: Rows) -> list[tuple[str, Row]]:
    return sorted(rows, key=lambda named: (named[0], str(named[1]["id"])))


def _key(row: dict[Any, Any]) -> str:
    return repr(sorted(row.items(), key=lambda item: str(item[0])))


def _blob_faults(connection: Connection, facts: Facts) -> Iterator[Fault]:
    """Archived papers are what their names say; those made at this desk must all be here."""
    known = set()
    rows = connection.execute(select(blob.c.sha256, blob.c.data), execution_options={"yield_per": 20})
    for row in rows:
        known.add(row.sha256)
        if hashlib.sha256(row.data).hexdigest() != row.sha256:
            yield Fault("blob", row.sha256)
    for sha256 in _own_papers(Journal(connection), facts):
        if sha256 not in known:
            yield Fault("blob", sha256)


def _blobs_of(event: Any) -> tuple[str, ...]:
    """The names of what an entry archived."""
    if isinstance(event, SignatureTaken):
        return event.picture, event.strokes
    return (event.sha256 if isinstance(event, DocumentIssued) else event.content.sha256,)


def _own_papers(journal: Journal, facts: Facts) -> Iterator[str]:
    for item in journal.of_device(facts.device):
        if item.envelope.kind in _NAMING_BYTES:
            try:
                event = read_event(item)
            except Undecodable:
                continue  # redacted, or written by a newer program: it is parked already
            yield from _blobs_of(event)


_NAMING_BYTES = frozenset({DocumentIssued.kind, SignatureTaken.kind, Attached.kind, AttachmentReworked.kind})
"""Kinds of entries whose bytes lie in ``blob`` at the desk that wrote them."""
