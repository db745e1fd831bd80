"""Taking in entries from elsewhere: another desk, a server, a stick. The ground of sync, and no more.

The same entry twice changes nothing. What the journal cannot take is kept beside it with its reason and stops
nothing else (house.md, invariants 4 and 5).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, insert, select

from desk_app.db.journal import Journal, Pen, fill_place
from desk_app.db.projections.folds import parked_row
from desk_app.db.projections.projector import Projector
from desk_app.db.tables import parked
from desk_app.domain.bodies import to_plain
from desk_app.domain.journal import Entry, Stream, content_digest


@dataclass(frozen=True, slots=True)
class Applied:
    """What a batch of entries did."""

    new: int = 0
    placed: int = 0
    """Own entries that learned their place in the order."""
    known: int = 0
    refused: int = 0
    """Kept beside the journal: their id, number or place is taken, or they do not prove themselves."""


class Admission:
    """One batch, within one transaction."""

    def __init__(
        self, connection: Connection, projector: Projector, pen: Pen, device: UUID, *, head: bool
    ) -> None:
        self._connection = connection
        self._projector = projector
        self._pen = pen
        self._device = device
        self._is_head = head
        self._journal = Journal(connection)

    def admit(self, entries: Iterable[Entry]) -> Applied:
        """Take in what can be taken in; then fold each touched stream, and no other, from its start."""
        done = {"new": 0, "placed": 0, "known": 0, "refused": 0}
        touched: dict[tuple[Stream, UUID], None] = {}
        for entry in entries:
            outcome = self._admit(entry)
            done[outcome] += 1
            if outcome in ("new", "placed"):
                touched[entry.envelope.stream, entry.envelope.stream_id] = None
        for stream, stream_id in touched:
            self._projector.refold(stream, stream_id)
        return Applied(**done)

    def _admit(self, entry: Entry) -> str:
        held = self._journal.get(entry.id)
        if held is not None:
            return self._meet(held, entry)
        reason = self._objection(entry)
        if reason:
            return self._refuse(entry, reason)
        self._pen.take_in(entry)
        return "new"

    def _meet(self, held: Entry, entry: Entry) -> str:
        if held.digest != entry.digest:
            return self._refuse(entry, "id_taken")
        if self._is_head or held.seq is not None or entry.seq is None:
            return "known"
        if self._journal.by_seq(entry.seq) is not None:
            return self._refuse(entry, "place_taken")
        fill_place(self._connection, entry)
        return "placed"

    def _objection(self, entry: Entry) -> str:
        if entry.body and not _proves_itself(entry):
            return "digest"
        if self._journal.by_number(entry.device, entry.device_seq) is not None:
            return "number_taken"
        return "" if self._is_head else self._place_objection(entry)

    def _place_objection(self, entry: Entry) -> str:
        """A desk that is not the head takes other desks' entries only with their place in the order."""
        if entry.seq is None:
            return "" if entry.device == self._device else "not_sequenced"
        return "place_taken" if self._journal.by_seq(entry.seq) is not None else ""

    def _refuse(self, entry: Entry, reason: str) -> str:
        kept = select(parked.c.entry_id).where(parked.c.entry_id == entry.id, parked.c.reason == reason)
        if self._connection.scalar(kept) is None:
            self._connection.execute(insert(parked), parked_row(entry, reason, _raw(entry)))
        return "refused"


def _proves_itself(entry: Entry) -> bool:
    try:
        return content_digest(entry.envelope, entry.body) == entry.digest
    except UnicodeEncodeError:  # half of a surrogate pair: no text at all
        return False


def _raw(entry: Entry) -> str:
    plain = {
        "envelope": to_plain(entry.envelope),
        "device": str(entry.device),
        "device_seq": entry.device_seq,
        "link": entry.link.hex(),
        "body": entry.body,
        "digest": entry.digest.hex(),
        "seq": entry.seq,
    }
    return json.dumps(plain, sort_keys=True)
