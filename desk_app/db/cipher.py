"""Connections to the encrypted file: SQLCipher with a random raw key, open in no time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2

KEY_BYTES = 32
CACHE_KIB = 16 * 1024
"""Page cache of a connection: a small one costs SQLCipher a factor of three (sync.md §3b)."""

BUSY_MS = 5000
READERS = 4
"""Connections kept for reading; more are made for a moment when all are busy."""

_SHARED = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA busy_timeout = {BUSY_MS}",
    f"PRAGMA cache_size = -{CACHE_KIB}",
)
_WRITER = (
    "PRAGMA journal_mode = WAL",
    # NORMAL may lose the last receipts at a power cut; FULL costs a clerk half a millisecond (sync.md §3a).
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    # Or INSERT OR REPLACE would slip past the guard against deleting from the journal.
    "PRAGMA recursive_triggers = ON",
)
_READER = ("PRAGMA query_only = ON",)


def connect(path: Path, key: bytes, *, mode: str = "rw") -> Any:
    """A raw connection. ``mode`` is that of SQLite's URIs: ro, rw or rwc (create)."""
    if len(key) != KEY_BYTES:
        raise ValueError("a store key has 32 bytes")
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None
    )
    # Before the key: a wrong one would otherwise write lines to standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in _SHARED:
        connection.execute(pragma)
    return connection


def _with(path: Path, key: bytes, pragmas: tuple[str, ...], mode: str) -> Callable[[], Any]:
    def make() -> Any:
        connection = connect(path, key, mode=mode)
        for pragma in pragmas:
            connection.execute(pragma)
        return connection

    return make


def writer_engine(path: Path, key: bytes, *, create: bool = False) -> Engine:
    """One connection; each transaction takes the write lock when it begins, so none fails half-way for it."""
    engine = create_engine(
        "sqlite://",
        creator=_with(path, key, _WRITER, "rwc" if create else "rw"),
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def reader_engine(path: Path, key: bytes) -> Engine:
    """A small pool of connections that cannot write; each transaction sees one moment."""
    engine = create_engine(
        "sqlite://",
        creator=_with(path, key, _READER, "rw"),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=READERS,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_deferred)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_deferred(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN DEFERRED")
