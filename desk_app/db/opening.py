"""Making a store, and opening one: lock, key, schema, calendar, in this order, and nothing half done."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from desk_app.db import cipher, replay, upgrade
from desk_app.db.facts import Facts, calendar_text, change_fact, first_difference, projection, read_fact
from desk_app.db.faults import database_faults, file_faults
from desk_app.db.profile_lock import ProfileLock
from desk_app.db.projections.calendar import edited, refresh_dues
from desk_app.db.projections.projector import calendar_edits
from desk_app.db.projections.rules import Rules
from desk_app.domain.calendar import Calendar
from desk_app.domain.errors import IllegalMove, StoreMissing

STORE_FILE = "store.db"
LOCK_FILE = "store.lock"


@dataclass(frozen=True, slots=True)
class Engines:
    """The ways into one file, and the lock that keeps other programs out."""

    writer: Engine
    readers: Engine
    lock: ProfileLock

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self.readers.dispose()
        self.writer.dispose()
        self.lock.release()


@dataclass(frozen=True, slots=True)
class OpenStore:
    """Everything an open store needs."""

    engines: Engines
    facts: Facts
    base: Calendar
    rules: Rules


def create_store(folder: Path, key: bytes, facts: Facts, calendar: Calendar) -> OpenStore:
    """Make the file under another name, whole, and only then give it its own."""
    path = folder / STORE_FILE
    with file_faults(), database_faults():
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as undo:
            lock = _locked(folder, undo)
            if path.exists():
                raise IllegalMove("profile_exists")
            _make(path.with_suffix(".new"), path, key, facts, calendar)
            lock.release()
    return open_store(folder, key, calendar)


def _make(unfinished: Path, path: Path, key: bytes, facts: Facts, calendar: Calendar) -> None:
    unfinished.unlink(missing_ok=True)
    engine = cipher.writer_engine(unfinished, key, create=True)
    try:
        with engine.begin() as connection:
            upgrade.create_schema(connection)
            facts.write(connection, calendar)
    finally:
        engine.dispose()
    unfinished.rename(path)


def open_store(folder: Path, key: bytes, base: Calendar) -> OpenStore:
    """Open the file; a newer one is refused before anything could be written to it."""
    path = folder / STORE_FILE
    with file_faults(), database_faults(), ExitStack() as undo:
        if not path.exists():
            raise StoreMissing
        lock = _locked(folder, undo)
        _check_schema(path, key)
        engines = Engines(cipher.writer_engine(path, key), cipher.reader_engine(path, key), lock)
        undo.callback(engines.close)
        opened = _prepared(engines, base)
        undo.pop_all()
        return opened


def _locked(folder: Path, undo: ExitStack) -> ProfileLock:
    lock = ProfileLock(folder / LOCK_FILE)
    lock.take()
    undo.callback(lock.release)
    return lock


def _check_schema(path: Path, key: bytes) -> None:
    """Refuse what is no store of ours, or a newer one; bring up an older one."""
    looking = cipher.reader_engine(path, key)
    try:
        with looking.connect() as connection:
            found = upgrade.revision(connection)
    finally:
        looking.dispose()
    upgrade.require_known(found)
    if found != upgrade.HEAD:
        engine = cipher.writer_engine(path, key)
        try:
            upgrade.bring_up(engine)
        finally:
            engine.dispose()


def _prepared(engines: Engines, base: Calendar) -> OpenStore:
    """Rows follow when the program brings another calendar, or folds differently than when it last wrote."""
    with engines.readers.connect() as connection:
        facts = Facts.read(connection)
        rules = Rules(edited(base, calendar_edits(connection)), facts.id_secret)
        replayed = read_fact(connection, "projection") == projection()
        moved = first_difference(read_fact(connection, "calendar"), base)
    if replayed and moved is None:
        return OpenStore(engines, facts, base, rules)
    with engines.writer.connect() as connection, connection.begin():
        if not replayed:
            replay.rebuild(connection, rules)
            change_fact(connection, "projection", projection())
        else:
            refresh_dues(connection, rules, moved)
        change_fact(connection, "calendar", calendar_text(base))
    return OpenStore(engines, facts, base, rules)
