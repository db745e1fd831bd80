"""Backups of a profile: made while the store is open, checked before they count, restored without loss.

The copy of the store is encrypted with the store's own key; with the vault beside it, each account's password
opens the backup as it opened the profile that day.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from desk_app import __version__
from desk_app.db import backup_file, cipher
from desk_app.db.backup_file import INFO, MEMBERS, NEEDED, STORE, VAULT, Manifest
from desk_app.db.durable import disk_faults, put_in_place, write_durably
from desk_app.db.faults import database_faults
from desk_app.db.key_slots import seal_fits
from desk_app.db.opening import LOCK_FILE
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.profile_lock import ProfileLock
from desk_app.db.vault import Vault, read_vault
from desk_app.domain.bodies import encode
from desk_app.domain.errors import (
    BadFile,
    DiskFull,
    IllegalMove,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreTrouble,
)
from desk_app.domain.rotation import Rotation, expired
from desk_app.domain.worktime import SHANGHAI

RESTORED = "restored.json"
"""Left in a restored profile: numbers given out after ``made_at`` stand on slips and must not come again."""

_COPY_TROUBLES: dict[str, type[StoreTrouble]] = {
    "disk is full": DiskFull,
    "malformed": StoreDamaged,
    "not a database": StoreDamaged,
    "locked": StoreLocked,
}
_NAME = re.compile(r"desk-([0-9]{8}-[0-9]{6})\.deskbackup")
_SLACK = 1 << 16
"""Bytes for the logs and indexes that SQLite keeps beside a file while it is open."""
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    made_at: datetime
    """When the backup was made: later work is not in it."""
    restored_at: datetime
    kept_aside: str = ""
    """Name of the folder, beside the profile, that holds what was there before; empty when nothing was."""


def backup_name(now: datetime) -> str:
    """The file name of an automatic backup: its moment in local time."""
    return f"desk-{now.astimezone(SHANGHAI):{_STAMP}}.deskbackup"


def back_up(profile: ProfileFolder, target: Path, key: bytes, now: datetime) -> Manifest:
    """Copy a profile, open or not, into one file, and read the file back before it takes its name.

    An older file of that name stays until then. Raises DiskFull, StoreDamaged (source or copy does not hold),
    StoreMissing, StoreLocked, StoreTrouble.
    """
    with disk_faults(), database_faults(), _staging(target.absolute()) as staging:
        files = {name: profile.path / name for name in sorted(MEMBERS) if (profile.path / name).exists()}
        if not files.keys() >= NEEDED:
            raise StoreMissing
        _require_space(staging, [*files.values(), profile.path / f"{STORE}-wal"])
        for name, source in files.items():
            _copy(source, staging / name, key)
        _require_whole(staging, key)
        ready = staging / "ready"
        made = backup_file.pack({name: staging / name for name in files}, ready, now, __version__)
        if _read_back(ready) != made:
            raise StoreDamaged("backup_copy_broken")
        put_in_place(ready, target.absolute())
    return made


def restore(
    backup: Path,
    profile: ProfileFolder,
    now: datetime,
    overwrite: bool = False,
    unlock: Callable[[Vault], bytes] | None = None,
) -> Restored:
    """Make a profile from a backup; everything is checked before anything is replaced.

    ``unlock`` opens the backup's own vault, so that the store inside can be proved page by page. A profile
    that is there already is refused, or kept aside. Raises BadFile, StoreTooNew, DiskFull, StoreLocked (in
    use), IllegalMove (``profile_exists``, ``folder_not_empty``), and what ``unlock`` raises.
    """
    folder = profile.path.absolute()
    _require_room(folder, overwrite)
    with disk_faults(), database_faults(), _staging(folder) as staging:
        fresh = staging / "profile"
        fresh.mkdir()
        manifest = backup_file.unpack(backup, fresh)
        _require_readable(fresh, unlock)
        done = Restored(manifest.made_at, now, _aside_name(folder, now) if _filled(folder) else "")
        write_durably(fresh / RESTORED, encode(done).encode())
        _exchange(fresh, folder, done.kept_aside)
    return done


def rotate(folder: Path, now: datetime, rotation: Rotation | None = None) -> tuple[Path, ...]:
    """Remove automatic backups that are no longer needed; other files are left alone."""
    with disk_faults():
        made = {moment: path for path in folder.iterdir() if (moment := _moment(path.name)) is not None}
        gone = tuple(made[moment] for moment in expired(made, now, rotation))
        for path in gone:
            path.unlink(missing_ok=True)
    return gone


def _moment(name: str) -> datetime | None:
    found = _NAME.fullmatch(name)
    try:
        return found and datetime.strptime(found[1], _STAMP).replace(tzinfo=SHANGHAI)
    except ValueError:
        return None


@contextmanager
def _staging(goal: Path) -> Iterator[Path]:
    """A folder on the goal's own disk, so that the last step is one rename; gone when done or failed."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=f".{goal.name}-", dir=goal.parent, ignore_cleanup_errors=True
    ) as name:
        yield Path(name)


def _require_space(staging: Path, sources: list[Path]) -> None:
    """Room for the copies and the packed file; half-way, SQLite has several names for running out of it."""
    needed = 2 * sum(path.stat().st_size for path in sources if path.exists()) + _SLACK
    if shutil.disk_usage(staging).free < needed:
        raise DiskFull


@contextmanager
def copy_faults() -> Iterator[None]:
    """The copying call of the database gives no result code, only SQLite's fixed English texts."""
    try:
        yield
    except (dbapi2.Error, sqlite3.Error) as fault:
        said = str(fault)
        found = next((trouble for text, trouble in _COPY_TROUBLES.items() if text in said), None)
        raise found() if found else StoreTrouble("file_not_written", errno=0) from None


def _copy(source: Path, target: Path, key: bytes) -> None:
    if source.name == STORE:
        with (
            closing(cipher.connect(source, key)) as live,
            closing(cipher.connect(target, key, mode="rwc")) as copy,
        ):
            with copy_faults():
                live.backup(copy)  # all pages in one step: one moment, and no writer has to wait
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    elif source.suffix == ".db":
        with (
            copy_faults(),
            closing(sqlite3.connect(source)) as live,
            closing(sqlite3.connect(target)) as copy,
        ):
            live.backup(copy)
    else:
        shutil.copyfile(source, target)


def _require_whole(folder: Path, key: bytes) -> None:
    """The store holds page by page, and the vault beside it opens this very key."""
    with closing(cipher.connect(folder / STORE, key)) as copy:
        spoilt = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        if spoilt or copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise StoreDamaged
    if not any(seal_fits(key, slot) for slot in read_vault(folder / VAULT).slots):
        raise StoreDamaged("vault_tampered")


def _read_back(ready: Path) -> Manifest | None:
    try:
        return backup_file.verify(ready)
    except BadFile:
        return None


def _require_readable(fresh: Path, unlock: Callable[[Vault], bytes] | None) -> None:
    try:
        ProfileFolder(fresh).read()
        vault = Vault.load(fresh / VAULT)
        if unlock is not None:
            with database_faults():
                _require_whole(fresh, unlock(vault))
    except StoreDamaged as fault:
        raise BadFile("backup_damaged") from fault


def _filled(folder: Path) -> bool:
    return folder.exists() and any(folder.iterdir())


def _require_room(folder: Path, overwrite: bool) -> None:
    """Refuse a folder that is somebody's: a profile unless asked, anything else always."""
    with disk_faults():
        if not _filled(folder):
            return
        if not any((folder / name).exists() for name in (STORE, VAULT, INFO)):
            raise IllegalMove("folder_not_empty")
    if not overwrite:
        raise IllegalMove("profile_exists")


def _aside_name(folder: Path, now: datetime) -> str:
    return f"{folder.name}.before-restore-{now.astimezone(SHANGHAI):{_STAMP}}"


def _exchange(fresh: Path, folder: Path, aside: str) -> None:
    """Move the old profile aside and the new one in; if the second step fails, the old one comes back."""
    if not aside:
        if folder.exists():
            folder.rmdir()
        put_in_place(fresh, folder)
        return
    _require_unused(folder)
    kept = folder.with_name(aside)
    folder.rename(kept)
    try:
        put_in_place(fresh, folder)
    except OSError:
        kept.rename(folder)
        raise


def _require_unused(folder: Path) -> None:
    lock = ProfileLock(folder / LOCK_FILE)
    lock.take()
    lock.release()  # Windows cannot move a folder in which a file is open
