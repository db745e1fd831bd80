"""A whole profile with a store that holds something, for tests that copy, break and restore it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from desk_app.db import cipher
from desk_app.db.opening import STORE_FILE
from desk_app.db.profile_file import ProfileFolder, ProfileInfo
from desk_app.db.vault import Kdf, Vault
from desk_app.domain.accounts import User
from desk_app.domain.catalogue import Tier
from desk_app.domain.sites import Device, Role, Site

NOW = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
CHEAP = Kdf(memory_kib=64, passes=1)
PASSWORD = "correct-horse-1"
SITE = Site(UUID(int=1), "示例镇便民服务中心", Tier.TOWN, "371073000000", "371073")
DEVICE = Device(UUID(int=2), 1)
ADMIN = User(UUID(int=3), "站长", Role.MANAGER)
NAME = "张某某"
ROWS = 2000


def make_profile(folder: Path) -> bytes:
    """Make it there; its key."""
    ProfileFolder(folder).write(ProfileInfo(SITE, DEVICE))
    _, key, _ = Vault.create(folder / "vault.json", ADMIN, PASSWORD, CHEAP)
    with closing(cipher.connect(folder / STORE_FILE, key, mode="rwc")) as store:
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("CREATE TABLE person (name TEXT)")
        store.execute("BEGIN")
        store.executemany("INSERT INTO person VALUES (?)", [(NAME,)] * ROWS)
        store.execute("COMMIT")
    with closing(sqlite3.connect(folder / "catalogue.db")) as catalogue:
        catalogue.execute("CREATE TABLE release (body TEXT)")
    (folder / "printed").mkdir()
    return key


def rows(folder: Path, key: bytes) -> int:
    """How many people the store holds."""
    with closing(cipher.connect(folder / STORE_FILE, key)) as store:
        return int(store.execute("SELECT count(*) FROM person WHERE name = ?", (NAME,)).fetchone()[0])


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below, by its path."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def open_it(vault: Vault) -> bytes:
    """The vault's key by the administrator's password."""
    return vault.unlock(ADMIN.name, PASSWORD, NOW).key
