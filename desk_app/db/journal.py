"""Reading and writing the journal: dense device numbers, two chains, one order.

Everything here runs inside the caller's transaction. The order all agree on is the head's ``seq``; own
entries that no head has sequenced yet come last, in device order (house.md, invariant 2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, insert, select, update

from desk_app.db.rows import Row, entry_from, entry_row
from desk_app.db.tables import entry
from desk_app.domain.journal import FIRST_LINK, Entry, Envelope, Stream, content_digest, next_link

UNSEQUENCED = 1 << 53
"""Positions of own entries without a sequence begin here, behind every sequence there will ever be."""

ORDER: tuple[ColumnElement[Any], ...] = (entry.c.seq.is_(None), entry.c.seq, entry.c.device_seq)

_LAST_OWN = select(entry.c.device_seq, entry.c.link).order_by(entry.c.device_seq.desc()).limit(1)
_LAST_SEQ = (
    select(entry.c.seq, entry.c.head).where(entry.c.seq.is_not(None)).order_by(entry.c.seq.desc()).limit(1)
)


def position(item: Entry) -> int:
    """Where an entry stands in this store's order."""
    return item.seq if item.seq is not None else UNSEQUENCED + item.device_seq


class Pen:
    """Appends entries within one transaction.

    The ends of both chains are read once, and entries are stored together: call :meth:`flush` before anybody
    reads the journal, and before the commit.
    """

    def __init__(self, connection: Connection, device: UUID, *, head: bool) -> None:
        self._connection = connection
        self._device = device
        self._is_head = head
        self._own: tuple[int, bytes] | None = None
        self._last: tuple[int, bytes] | None = None
        self._unwritten: list[Row] = []

    def draft(self, envelope: Envelope, body: str) -> Entry:
        """What this device's next entry will be: numbered, chained, and placed where this is the head."""
        number, link = self._end_of_own()
        digest = content_digest(envelope, body)
        link = next_link(link, envelope.id, digest)
        seq = self._end_of_order()[0] + 1 if self._is_head else None
        return Entry(envelope, self._device, number + 1, link, body, digest, seq)

    def write(self, item: Entry) -> None:
        """Keep an entry as drafted."""
        self._own = (item.device_seq, item.link)
        self._keep(item)

    def take_in(self, item: Entry) -> Entry:
        """Store an entry of another device at once; the head gives it the next place in the order."""
        if self._is_head:
            item = replace(item, seq=self._end_of_order()[0] + 1)
        self._keep(item)
        self.flush()
        return item

    def flush(self) -> None:
        """Store what was kept."""
        if self._unwritten:
            rows, self._unwritten = self._unwritten, []
            self._connection.execute(insert(entry), rows)

    def _keep(self, item: Entry) -> None:
        head: bytes | None = None
        if self._is_head and item.seq is not None:
            head = next_link(self._end_of_order()[1], item.id, item.digest)
            self._last = (item.seq, head)
        self._unwritten.append(entry_row(item, head))

    def _end_of_own(self) -> tuple[int, bytes]:
        if self._own is None:
            row = self._connection.execute(_LAST_OWN.where(entry.c.device == self._device)).first()
            self._own = (0, FIRST_LINK) if row is None else (row.device_seq, row.link)
        return self._own

    def _end_of_order(self) -> tuple[int, bytes]:
        if self._last is None:
            row = self._connection.execute(_LAST_SEQ).first()
            self._last = (0, FIRST_LINK) if row is None else (row.seq, row.head)
        return self._last


class Journal:
    """Reading the journal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, entry_id: UUID) -> Entry | None:
        """The entry with this id, or None."""
        return next(self._rows(select(entry).where(entry.c.id == entry_id)), None)

    def by_number(self, device: UUID, device_seq: int) -> Entry | None:
        """The entry a device gave this number, or None."""
        mine = (entry.c.device == device) & (entry.c.device_seq == device_seq)
        return next(self._rows(select(entry).where(mine)), None)

    def by_seq(self, seq: int) -> Entry | None:
        """The entry at this place of the order, or None."""
        return next(self._rows(select(entry).where(entry.c.seq == seq)), None)

    def of_stream(self, stream: Stream, stream_id: UUID) -> tuple[Entry, ...]:
        """The entries about one thing, in order."""
        about = (entry.c.stream_id == stream_id) & (entry.c.stream == stream.value)
        return tuple(self._rows(select(entry).where(about).order_by(*ORDER)))

    def by_stream(self) -> Iterator[tuple[tuple[Stream, UUID], list[Entry]]]:
        """Every stream with its entries in order; streams in the order of their ids."""
        rows = self._rows(select(entry).order_by(entry.c.stream_id, *ORDER))
        for stream_id, group in groupby(rows, lambda item: item.envelope.stream_id):
            kinds: dict[Stream, list[Entry]] = {}
            for item in group:
                kinds.setdefault(item.envelope.stream, []).append(item)
            yield from (((stream, stream_id), items) for stream, items in kinds.items())

    def of_kind(self, stream: Stream) -> Iterator[Entry]:
        """All entries of one sort of stream, in order."""
        return self._rows(select(entry).where(entry.c.stream == stream.value).order_by(*ORDER))

    def of_device(self, device: UUID) -> Iterator[Entry]:
        """One device's own log, from its first entry."""
        return self._rows(select(entry).where(entry.c.device == device).order_by(entry.c.device_seq))

    def all(self) -> Iterator[Entry]:
        """Every entry, in order."""
        return self._rows(select(entry).order_by(*ORDER))

    def devices(self) -> tuple[UUID, ...]:
        """Every device that wrote an entry held here."""
        return tuple(self._connection.scalars(select(entry.c.device).distinct().order_by(entry.c.device)))

    def count(self) -> int:
        """How many entries there are."""
        return int(self._connection.scalar(select(func.count()).select_from(entry)) or 0)

    def heads(self) -> Iterator[tuple[Entry, bytes | None]]:
        """Sequenced entries with the head chain up to each."""
        rows = select(entry).where(entry.c.seq.is_not(None)).order_by(entry.c.seq)
        for row in self._connection.execution_options(yield_per=500).execute(rows).mappings():
            yield entry_from(row), row["head"]

    def _rows(self, statement: Select[Any]) -> Iterator[Entry]:
        result = self._connection.execute(statement, execution_options={"yield_per": 500})
        for row in result.mappings():
            yield entry_from(row)


def fill_place(connection: Connection, item: Entry) -> None:
    """Note the place a head gave to an entry that is already here."""
    connection.execute(update(entry).where(entry.c.id == item.id).values(seq=item.seq))


def redact(connection: Connection, ids: Sequence[UUID]) -> None:
    """Empty the bodies of these entries for good; ids, digests and chains stay (sync.md §2.7)."""
    connection.execute(update(entry).where(entry.c.id.in_(ids)).values(body=""))
