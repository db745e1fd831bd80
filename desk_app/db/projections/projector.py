"""Keeps the projections of one transaction in step with the entries written in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert

from desk_app.db.journal import Journal
from desk_app.db.projections.calendar import edited, refresh_dues
from desk_app.db.projections.folds import FOLDS, Fold, fold_stream, read_event
from desk_app.db.projections.rules import Rules, State
from desk_app.db.projections.writing import bring_to, held_rows
from desk_app.db.tables import parked
from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Case
from desk_app.domain.journal import Entry, Stream
from desk_app.domain.site_acts import CalendarEdited
from desk_app.domain.streams import Undecodable


class Projector:
    """Folds in memory, writes each touched stream once: before the next read, or before the commit."""

    def __init__(self, connection: Connection, rules: Rules, base: Calendar) -> None:
        self._connection = connection
        self._base = base
        self.rules = rules
        self._states: dict[tuple[Stream, UUID], State] = {}
        self._unwritten: dict[tuple[Stream, UUID], bool] = {}
        self.touched: set[tuple[Stream, UUID]] = set()

    def act(self, entry: Entry, event: Any) -> None:
        """One more act of a person here. Raises what the rules say against it; nothing is set aside."""
        key = (entry.envelope.stream, entry.envelope.stream_id)
        fold = FOLDS.get(entry.envelope.stream)
        if fold is not None:
            fresh = self._moved(fold, key, entry, event)
            self._unwritten.setdefault(key, fresh)
        elif isinstance(event, CalendarEdited):
            self._edit_calendar(event)
        self.touched.add(key)

    def _moved(self, fold: Fold, key: tuple[Stream, UUID], entry: Entry, event: Any) -> bool:
        """Step the state; whether the store holds no rows of this stream yet. An error changes nothing."""
        if key in self._states:
            self._states[key] = fold.step(self._states[key], entry, event)
            return False
        before = fold.load(self._connection, key[1])
        self._states[key] = fold.step(before, entry, event)
        return before is None and not fold.always_held

    def case_in_hand(self, case_id: UUID) -> Case | None:
        """A case that moved in this transaction, as it stands now."""
        state = self._states.get((Stream.CASE, case_id))
        return None if state is None else state.case

    def refold(self, stream: Stream, stream_id: UUID) -> None:
        """An entry came in that may sort before others: fold its stream, and no other, from the start."""
        self.flush()
        self.touched.add((stream, stream_id))
        self._states.pop((stream, stream_id), None)
        folded = fold_stream(stream, Journal(self._connection).of_stream(stream, stream_id))
        of_this = (
            (parked.c.stream_id == stream_id) & (parked.c.stream == stream.value) & parked.c.raw.is_(None)
        )
        self._connection.execute(delete(parked).where(of_this))
        if folded.parked:
            self._connection.execute(insert(parked), list(folded.parked))
        if stream is Stream.CALENDAR:
            self.reread_calendar()
            refresh_dues(self._connection, self.rules)
        elif fold := FOLDS.get(stream):
            wanted = [] if folded.state is None else fold.rows(folded.state, self.rules)
            bring_to(self._connection, held_rows(self._connection, fold.tables, stream_id), wanted)

    def flush(self) -> None:
        """Write the rows of every stream that moved since the last time."""
        unwritten, self._unwritten = self._unwritten, {}
        for (stream, stream_id), fresh in unwritten.items():
            fold = FOLDS[stream]
            held = [] if fresh else held_rows(self._connection, fold.tables, stream_id)
            bring_to(self._connection, held, fold.rows(self._states[stream, stream_id], self.rules))

    def reread_calendar(self) -> None:
        """Fold all edits of the calendar that the journal holds, in their order. No row is touched."""
        self.rules = Rules(edited(self._base, calendar_edits(self._connection)), self.rules.id_secret)

    def _edit_calendar(self, event: CalendarEdited) -> None:
        self.flush()
        self.rules = Rules(edited(self.rules.calendar, (event,)), self.rules.id_secret)
        if event.days:
            refresh_dues(self._connection, self.rules, min(event.days))


def calendar_edits(connection: Connection) -> list[CalendarEdited]:
    """Every readable edit of the calendar, in order."""
    edits: list[CalendarEdited] = []
    for entry in Journal(connection).of_kind(Stream.CALENDAR):
        try:
            edits.append(read_event(entry))
        except Undecodable:
            continue  # it stands in the table of parked entries, with its reason
    return edits
