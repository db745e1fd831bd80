"""The plain, public catalogue file that lies beside the encrypted store.

It holds no personal data, is opened before anybody logs in, and is read with the standard library's SQLite
only, so that look-up stands long before the store's own machinery is loaded. Releases are immutable
(triggers refuse any change); which of them is in force is the last row of ``adoption``, so an import can be
undone by adopting the earlier release again, and a screen can mark what changed since.

Each call opens the file anew: nothing stays locked, a reader never holds up an import, and any thread may
ask.
"""

from __future__ import annotations

import errno
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TypeVar

from desk_app.domain.catalogue import Release
from desk_app.domain.catalogue_plain import (
    digest_of,
    read_document,
    release_from_plain,
    terms_from_plain,
    terms_to_plain,
    to_plain,
)
from desk_app.domain.errors import (
    BadFile,
    DeskError,
    DiskFull,
    NotFound,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreTooNew,
    StoreTrouble,
)
from desk_app.domain.lookup_terms import Term

APPLICATION_ID = 0x44434154
"""``DCAT`` in the header of the file tells it from any other SQLite database."""
SCHEMA_VERSION = 1
BUSY_SECONDS = 5.0

_SCHEMA = f"""
CREATE TABLE release (
    number INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    body TEXT NOT NULL,
    terms TEXT NOT NULL
);
CREATE TABLE adoption (
    number INTEGER PRIMARY KEY,
    version TEXT NOT NULL REFERENCES release (version),
    at TEXT NOT NULL
);
CREATE TRIGGER release_kept BEFORE UPDATE ON release BEGIN SELECT RAISE(ABORT, 'immutable'); END;
CREATE TRIGGER release_stays BEFORE DELETE ON release BEGIN SELECT RAISE(ABORT, 'immutable'); END;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {SCHEMA_VERSION};
"""

_LOCKED = {5, 6}  # SQLITE_BUSY, SQLITE_LOCKED
_DAMAGED = {11, 26}  # SQLITE_CORRUPT, SQLITE_NOTADB
_FULL = 13

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Adoption:
    """From when on a release was in force at this desk."""

    version: str
    at: datetime


class CatalogueFile:
    """Several immutable releases, one of them in force."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._releases: dict[str, Release] = {}

    @classmethod
    def open(cls, path: Path) -> CatalogueFile:
        """The catalogue file at ``path``.

        Raises:
            StoreMissing: there is none. StoreDamaged: it is not one. StoreTooNew: a newer program wrote it.
        """
        if not path.is_file():
            raise StoreMissing("catalogue_missing")
        file = cls(path)
        _finish_interrupted_write(path)
        with _reading(path) as db:
            _check_kind(db)
        return file

    @classmethod
    def create(cls, path: Path, release: Release, terms: Iterable[Term], now: datetime) -> CatalogueFile:
        """A new file with one release in force. It appears whole or not at all."""
        known = tuple(terms)
        path.parent.mkdir(parents=True, exist_ok=True)
        with _trouble(), tempfile.TemporaryDirectory(dir=path.parent, prefix=".catalogue-") as folder:
            draft = Path(folder) / path.name
            with closing(sqlite3.connect(draft)) as db:
                db.executescript(_SCHEMA)
                with db:
                    _insert(db, release, known, digest_of(release, known))
                    _adopt(db, release.version, now)
            draft.replace(path)
        return cls.open(path)

    @property
    def current_version(self) -> str:
        """The version in force."""
        with _reading(self._path) as db:
            row = db.execute("SELECT version FROM adoption ORDER BY number DESC LIMIT 1").fetchone()
        if row is None:
            raise StoreDamaged("catalogue_damaged")
        return str(row[0])

    def current(self) -> Release:
        """The release in force."""
        return self.release(self.current_version)

    def release(self, version: str) -> Release:
        """One release; old cases ask for the one they were taken under.

        Raises:
            NotFound: ``release_not_found`` (``version``).
        """
        known = self._releases.get(version)
        if known is None:
            known = _decoded(self._column("body", version), release_from_plain)
            self._releases[version] = known
        return known

    def terms(self, version: str | None = None) -> tuple[Term, ...]:
        """The search terms of a release, of the one in force when none is named."""
        return _decoded(self._column("terms", version or self.current_version), terms_from_plain)

    def digest(self, version: str) -> str:
        """``sha256:…`` of a release and its terms, as recorded when it came in."""
        return self._column("digest", version)

    def digests(self) -> dict[str, str]:
        """The digest of each release, for an import to see whether a version is already here."""
        with _reading(self._path) as db:
            return dict(db.execute("SELECT version, digest FROM release ORDER BY number").fetchall())

    def versions(self) -> tuple[str, ...]:
        """Every version here, in the order they came in."""
        return tuple(self.digests())

    def adoptions(self) -> tuple[Adoption, ...]:
        """Which release was in force from when, oldest first; the last one is in force now."""
        with _reading(self._path) as db:
            rows = db.execute("SELECT version, at FROM adoption ORDER BY number").fetchall()
        return tuple(Adoption(version, datetime.fromisoformat(at)) for version, at in rows)

    def install(self, release: Release, terms: Iterable[Term], now: datetime, *, adopt: bool = True) -> bool:
        """Add a release and, unless told otherwise, put it in force; False when all was so already.

        Raises:
            BadFile: ``catalogue_version_taken`` (``version``): that version is here with other content.
            StoreLocked, DiskFull, StoreTrouble: the file is as before.
        """
        known = tuple(terms)
        digest = digest_of(release, known)
        with _writing(self._path) as db:
            row = db.execute("SELECT digest FROM release WHERE version = ?", [release.version]).fetchone()
            if row is not None and row[0] != digest:
                raise BadFile("catalogue_version_taken", version=release.version)
            if row is None:
                _insert(db, release, known, digest)
            adopted = adopt and _adopt(db, release.version, now)
        return row is None or adopted

    def adopt(self, version: str, now: datetime) -> bool:
        """Put a release that is here in force, also an earlier one (undo); False when it already was.

        Raises:
            NotFound: ``release_not_found`` (``version``).
        """
        self._column("digest", version)
        with _writing(self._path) as db:
            return _adopt(db, version, now)

    def verify(self) -> None:
        """Read every page and every release and compare with the digests.

        Raises:
            StoreDamaged: ``catalogue_damaged``.
        """
        with _reading(self._path) as db:
            if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise StoreDamaged("catalogue_damaged")
        for version, digest in self.digests().items():
            if digest_of(self.release(version), self.terms(version)) != digest:
                raise StoreDamaged("catalogue_damaged", version=version)

    def _column(self, column: str, version: str) -> str:
        with _reading(self._path) as db:
            row = db.execute(f"SELECT {column} FROM release WHERE version = ?", [version]).fetchone()
        if row is None:
            raise NotFound("release_not_found", version=version)
        return str(row[0])


def seed_catalogue(resource: Path, target: Path) -> CatalogueFile:
    """The catalogue file at ``target``, made from the release that comes with the program when there is none.

    An existing file is opened and left as it is: the site may long have a release of its own district.
    The seed counts as adopted on the day it was published.

    Raises:
        BadFile: the resource is not a release file. StoreTrouble: as `CatalogueFile.open`.
    """
    if target.exists():
        return CatalogueFile.open(target)
    try:
        document = json.loads(resource.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise BadFile("catalogue_unreadable") from fault
    release, terms, _digest = read_document(document)
    return CatalogueFile.create(target, release, terms, datetime.combine(release.published, time(), UTC))


def _insert(db: sqlite3.Connection, release: Release, terms: tuple[Term, ...], digest: str) -> None:
    body, words = (
        json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        for plain in (to_plain(release), terms_to_plain(terms))
    )
    db.execute(
        "INSERT INTO release (version, digest, body, terms) VALUES (?, ?, ?, ?)",
        [release.version, digest, body, words],
    )


def _adopt(db: sqlite3.Connection, version: str, now: datetime) -> bool:
    last = db.execute("SELECT version FROM adoption ORDER BY number DESC LIMIT 1").fetchone()
    if last == (version,):
        return False
    db.execute("INSERT INTO adoption (version, at) VALUES (?, ?)", [version, now.astimezone(UTC).isoformat()])
    return True


def _decoded(text: str, reader: Callable[[object], T]) -> T:
    try:
        return reader(json.loads(text))
    except (ValueError, BadFile) as fault:
        raise StoreDamaged("catalogue_damaged") from fault


def _check_kind(db: sqlite3.Connection) -> None:
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (schema,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise StoreDamaged("catalogue_damaged")
    if schema > SCHEMA_VERSION:
        raise StoreTooNew("catalogue_too_new")


def _finish_interrupted_write(path: Path) -> None:
    """Let SQLite roll back what a power cut left half done; a read-only connection may not."""
    if not path.with_name(path.name + "-journal").exists():
        return
    with _connected(f"{path.absolute().as_uri()}?mode=rw") as db:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with _connected(f"{path.absolute().as_uri()}?mode=ro") as db:
        yield db


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    with _connected(f"{path.absolute().as_uri()}?mode=rw") as db:
        db.execute("PRAGMA synchronous = FULL")
        db.execute("BEGIN IMMEDIATE")
        with db:
            yield db


@contextmanager
def _connected(uri: str) -> Iterator[sqlite3.Connection]:
    with _trouble(), closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as db:
        yield db


@contextmanager
def _trouble() -> Iterator[None]:
    """Name what the environment did, so that a person can act on it."""
    try:
        yield
    except sqlite3.DatabaseError as fault:
        raise _named(fault.sqlite_errorcode & 0xFF) from fault
    except OSError as fault:
        raise (DiskFull() if fault.errno == errno.ENOSPC else StoreTrouble("catalogue_unwritable")) from fault


def _named(code: int) -> DeskError:
    if code in _LOCKED:
        return StoreLocked("catalogue_locked")
    if code in _DAMAGED:
        return StoreDamaged("catalogue_damaged")
    return DiskFull() if code == _FULL else StoreTrouble("catalogue_unwritable")
