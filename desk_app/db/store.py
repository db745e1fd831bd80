"""The encrypted store: the only place that commits.

One act of a person is one ``store.write(...)``: journal entries and projections in the same transaction,
all or nothing. What was touched is published after the commit.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from desk_app.db import replay, sqlite_only
from desk_app.db.assistance_reader import Agents, Assistances, Mandates
from desk_app.db.attachment_reader import CaseAttachments
from desk_app.db.case_reader import Cases
from desk_app.db.facts import Facts
from desk_app.db.faults import database_faults
from desk_app.db.foreign import Admission, Applied
from desk_app.db.form_reader import FormBlocks
from desk_app.db.handover_reader import Custodies, Handovers
from desk_app.db.journal import Journal, Pen
from desk_app.db.ledger_reader import Ledgers
from desk_app.db.opening import Engines, OpenStore, create_store, open_store
from desk_app.db.projections.projector import Projector
from desk_app.db.projections.rules import Rules
from desk_app.db.readers import (
    Counters,
    Documents,
    Drafts,
    ParkedEntries,
    People,
    Settings,
    SiteItems,
    Usage,
    note_actor,
)
from desk_app.db.register_reader import RegisterCases
from desk_app.db.restored import forget_restored, leave_gap, read_restored
from desk_app.db.returns_reader import Returns
from desk_app.db.shift_reader import Shifts, StandIns
from desk_app.db.wording_reader import Wordings
from desk_app.domain.bodies import encode
from desk_app.domain.calendar import Calendar
from desk_app.domain.changes import Changes
from desk_app.domain.errors import StoreDamaged
from desk_app.domain.journal import Entry, Envelope, Stream
from desk_app.domain.numbers import uuid7
from desk_app.domain.sites import Clerk, Device, Site
from desk_app.domain.streams import kind_of

Random = Callable[[int], bytes]
Subscriber = Callable[[Changes], None]

LOG = logging.getLogger(__name__)


class Reader:
    """One moment of the store."""

    def __init__(self, connection: Connection, rules: Rules) -> None:
        self._connection = connection
        self._rules = rules
        self.cases = Cases(self._ready, rules.id_key)
        self.people = People(self._ready, rules.id_key)
        self.documents = Documents(self._ready)
        self.site_items = SiteItems(self._ready)
        self.parked = ParkedEntries(self._ready)
        self.drafts = Drafts(self._ready)
        self.settings = Settings(self._ready)
        self.usage = Usage(self._ready)
        self.handovers = Handovers(self._ready)
        self.custodies = Custodies(self._ready)
        self.attachments = CaseAttachments(self._ready)
        self.ledgers = Ledgers(self._ready)
        self.form_blocks = FormBlocks(self._ready)
        self.register_cases = RegisterCases(self._ready)
        self.returns = Returns(self._ready)
        self.shifts = Shifts(self._ready)
        self.stand_ins = StandIns(self._ready)
        self.agents = Agents(self._ready)
        self.mandates = Mandates(self._ready)
        self.assistances = Assistances(self._ready)
        self.wordings = Wordings(self._ready)

    @property
    def journal(self) -> Journal:
        """The entries themselves."""
        return Journal(self._ready())

    @property
    def calendar(self) -> Calendar:
        """The site's working days, its own edits included."""
        return self._rules.calendar

    def _ready(self) -> Connection:
        return self._connection


class Transaction(Reader):
    """One act of one person."""

    def __init__(
        self,
        connection: Connection,
        projector: Projector,
        pen: Pen,
        clerk: Clerk,
        now: datetime,
        random: Random,
    ) -> None:
        self._projector = projector
        self._pen = pen
        super().__init__(connection, projector.rules)
        self.cases = Cases(self._ready, projector.rules.id_key, projector.case_in_hand)
        self._clerk = clerk
        self._now = now
        self._random = random
        self.counters = Counters(self._ready, clerk)

    @property
    def calendar(self) -> Calendar:
        """The site's working days, edits of this very transaction included."""
        return self._projector.rules.calendar

    def record(self, event: object, stream_id: UUID) -> Entry:
        """Write one event down and project it. Raises IllegalMove, and then nothing was written."""
        kind = kind_of(event)
        envelope = Envelope(
            id=self.new_id(self._now),
            stream=kind.stream,
            stream_id=stream_id,
            kind=kind.kind,
            version=kind.version,
            actor=self._clerk.user_id,
            site=self._clerk.site.id,
            at=self._now,
        )
        entry = self._pen.draft(envelope, encode(event))
        self._projector.act(entry, event)
        self._pen.write(entry)
        return entry

    def new_id(self, at: datetime) -> UUID:
        """A new record id of version 7."""
        return uuid7(int(at.timestamp() * 1000), self._random(10))

    def _ready(self) -> Connection:
        self._pen.flush()
        self._projector.flush()
        return self._connection


class Scratch:
    """What a desk keeps for itself and never shares: unfinished forms, small settings, counts of use."""

    def __init__(self, connection: Connection) -> None:
        self.drafts = Drafts(lambda: connection)
        self.settings = Settings(lambda: connection)
        self.usage = Usage(lambda: connection)


class Turn:
    """Writers wait for each other; one that is writing already is told so, instead of waiting for itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: int | None = None

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Held until the block ends."""
        me = threading.get_ident()
        if self._thread == me:
            raise RuntimeError("this thread is writing already: one act is one transaction")
        with self._lock:
            self._thread = me
            try:
                yield
            finally:
                self._thread = None


class Store:
    """An open store. Any thread may read; writers wait for each other."""

    def __init__(self, opened: OpenStore, random: Random) -> None:
        self._engines: Engines = opened.engines
        self._facts: Facts = opened.facts
        self._base = opened.base
        self._rules = opened.rules
        self._random = random
        self._turn = Turn()
        self._actors: dict[UUID, str] = {}
        """Whose names are known to be written down."""
        self._subscribers: list[Subscriber] = []

    @classmethod
    def create(
        cls,
        folder: Path,
        key: bytes,
        site: Site,
        device: Device,
        *,
        calendar: Calendar,
        random: Random = os.urandom,
        head: bool = True,
    ) -> Store:
        """A new store in a folder, open. A desk that stands alone is its own ``head``.

        Raises IllegalMove ``profile_exists``, StoreLocked, DiskFull, StoreTrouble.
        """
        facts = Facts(site.id, device.id, head, random(32))
        return cls(create_store(folder, key, facts, calendar), random)

    @classmethod
    def open(cls, folder: Path, key: bytes, *, calendar: Calendar, random: Random = os.urandom) -> Store:
        """The store of a folder. ``calendar`` is what the program brings; the site's own edits are laid over.

        Raises StoreMissing, StoreLocked, StoreDamaged (also for a wrong key), StoreTooNew, DiskFull.
        """
        store = cls(open_store(folder, key, calendar), random)
        try:
            if (restored := read_restored(folder)) is not None:
                with store._writing() as (connection, _):
                    leave_gap(connection, restored)
                forget_restored(folder)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let the files and the profile's lock go."""
        self._engines.close()

    @property
    def calendar(self) -> Calendar:
        """The site's working days as of the last commit."""
        return self._rules.calendar

    @property
    def device(self) -> UUID:
        """The device whose store this is."""
        return self._facts.device

    def new_id(self, now: datetime) -> UUID:
        """A new record id of version 7: a form has the id of its case from the first key on."""
        return uuid7(int(now.timestamp() * 1000), self._random(10))

    def subscribe(self, told: Subscriber) -> Callable[[], None]:
        """Be told after each commit, on the thread that committed; calling the answer ends it."""
        self._subscribers.append(told)
        return lambda: self._subscribers.remove(told)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One moment of the store, whatever is written meanwhile."""
        with database_faults(), self._engines.readers.connect() as connection, connection.begin():
            yield Reader(connection, self._rules)

    @contextmanager
    def write(self, clerk: Clerk, now: datetime) -> Iterator[Transaction]:
        """One act of a person: committed when the block ends, undone when it raises."""
        if clerk.device.id != self._facts.device:
            raise StoreDamaged("profile_mismatch")
        with self._writing() as (connection, projector):
            if self._actors.get(clerk.user_id) != clerk.name:
                note_actor(connection, clerk)
            pen = Pen(connection, self._facts.device, head=self._facts.head)
            yield Transaction(connection, projector, pen, clerk, now, self._random)
            pen.flush()
        self._actors[clerk.user_id] = clerk.name

    @contextmanager
    def scratch(self) -> Iterator[Scratch]:
        """Write what is not in the journal."""
        with self._writing() as (connection, _):
            yield Scratch(connection)

    def apply_foreign(self, entries: Iterable[Entry]) -> Applied:
        """Take in entries from elsewhere; twice changes nothing, and a bad one stops no other."""
        device, head = self._facts.device, self._facts.head
        with self._writing() as (connection, projector):
            pen = Pen(connection, device, head=head)
            return Admission(connection, projector, pen, device, head=head).admit(entries)

    def rebuild(self) -> int:
        """Make all projections again from the journal; how many entries were read."""
        with self._writing() as (connection, projector):
            projector.reread_calendar()
            read = replay.rebuild(connection, projector.rules)
            projector.touched.update((stream, _EVERYTHING) for stream in Stream)
            return read

    def verify(self) -> replay.Verification:
        """Check chains, projections against replay, searches and archived papers."""
        with database_faults(), self._engines.readers.connect() as connection, connection.begin():
            found = replay.verify(connection, self._rules, self._facts)
        with self._writing() as (connection, _):
            agree = sqlite_only.searches_agree(connection)
        faults = (
            found.faults if agree else (*found.faults, replay.Fault("search", "case_search/person_search"))
        )
        return replay.Verification(found.entries, found.cases, found.parked, faults)

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, Projector]]:
        with self._turn.taken(), database_faults(), self._engines.writer.connect() as connection:
            with connection.begin():
                projector = Projector(connection, self._rules, self._base)
                yield connection, projector
                projector.flush()
            self._rules = projector.rules
        self._publish(projector.touched)

    def _publish(self, touched: set[tuple[Stream, UUID]]) -> None:
        if not touched:
            return
        ids = frozenset(stream_id for _, stream_id in touched if stream_id != _EVERYTHING)
        changes = Changes(frozenset(stream for stream, _ in touched), ids)
        for told in tuple(self._subscribers):
            try:
                told(changes)
            except Exception as fault:  # the commit stands; a screen's trouble is the screen's
                LOG.error("a subscriber failed: %s", type(fault).__name__)


_EVERYTHING = UUID(int=0)
"""Stands for every id of a stream after a rebuild; it is never published."""
