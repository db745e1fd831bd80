"""Backups: a consistent copy of an open store, and a restore that checks first and loses nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
from sqlcipher3 import dbapi2

from desk_app import __version__
from desk_app.db import backup_file, cipher
from desk_app.db.backup import RESTORED, Restored, back_up, backup_name, copy_faults, restore, rotate
from desk_app.db.opening import LOCK_FILE, STORE_FILE
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.profile_lock import ProfileLock
from desk_app.db.store import Store
from desk_app.db.vault import Vault
from desk_app.domain.accounts import SignedIn, User
from desk_app.domain.bodies import decode
from desk_app.domain.calendar import Calendar
from desk_app.domain.errors import (
    DiskFull,
    IllegalMove,
    SignInFailed,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreTrouble,
)
from desk_app.domain.rotation import Rotation
from desk_app.domain.sites import Clerk, Role
from tests.db.profiles import (
    ADMIN,
    CHEAP,
    DEVICE,
    NAME,
    NOW,
    PASSWORD,
    ROWS,
    SITE,
    make_profile,
    open_it,
    rows,
    tree,
)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def key(profile: Path) -> bytes:
    return make_profile(profile)


@pytest.fixture
def made(profile: Path, key: bytes, tmp_path: Path) -> Path:
    target = tmp_path / "usb" / "a.deskbackup"
    back_up(ProfileFolder(profile), target, key, NOW)
    return target


def test_the_store_in_a_backup_has_the_name_the_store_looks_for() -> None:
    assert backup_file.STORE == STORE_FILE


def test_a_backup_comes_back_as_it_was(made: Path, key: bytes, tmp_path: Path, profile: Path) -> None:
    folder = tmp_path / "new" / "place"
    done = restore(made, ProfileFolder(folder), NOW + timedelta(hours=2), unlock=open_it)
    assert done == Restored(NOW, NOW + timedelta(hours=2))
    assert rows(folder, key) == ROWS
    assert ProfileFolder(folder).read() == ProfileFolder(profile).read()
    assert (folder / "vault.json").read_bytes() == (profile / "vault.json").read_bytes()
    assert (folder / "catalogue.db").exists()
    assert decode(Restored, (folder / RESTORED).read_text("utf-8")) == done
    assert sorted(path.name for path in folder.parent.iterdir()) == ["place"]


def test_a_backup_says_what_it_is_without_a_password(made: Path) -> None:
    manifest = backup_file.verify(made)
    assert (manifest.made_at, manifest.program) == (NOW, __version__)
    assert [member.name for member in manifest.members] == [
        "catalogue.db",
        "profile.json",
        "store.db",
        "vault.json",
    ]
    with zipfile.ZipFile(made) as archive:
        for member in manifest.members:
            data = archive.read(member.name)
            assert (member.size, member.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_nothing_of_a_citizen_stands_in_a_backup(made: Path) -> None:
    data = made.read_bytes()
    assert NAME.encode() not in data
    assert b"CREATE TABLE person" not in data
    assert os.listdir(made.parent) == ["a.deskbackup"]  # noqa: PTH208 - hidden files count too


def test_an_open_store_in_the_middle_of_an_act_is_copied_as_of_its_last_commit(
    profile: Path, key: bytes, tmp_path: Path
) -> None:
    with closing(cipher.connect(profile / STORE_FILE, key)) as writer:
        writer.execute("INSERT INTO person VALUES (?)", (NAME,))
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM person")
        back_up(ProfileFolder(profile), tmp_path / "a.deskbackup", key, NOW)
        writer.execute("ROLLBACK")
    restore(tmp_path / "a.deskbackup", ProfileFolder(tmp_path / "new"), NOW)
    assert rows(tmp_path / "new", key) == ROWS + 1


def test_a_store_that_is_at_work_comes_back_and_proves_itself(
    profile: Path, key: bytes, tmp_path: Path
) -> None:
    (profile / STORE_FILE).unlink()
    calendar = Calendar(frozenset({2026}), {})
    store = Store.create(profile, key, SITE, DEVICE, calendar=calendar)
    clerk = Clerk(ADMIN.id, ADMIN.name, ADMIN.role, SITE, DEVICE)
    with store.write(clerk, NOW) as tx:
        tx.record(SignedIn(ADMIN.id, NOW), ADMIN.id)
        back_up(ProfileFolder(profile), tmp_path / "a.deskbackup", key, NOW)
    store.close()
    restore(tmp_path / "a.deskbackup", ProfileFolder(tmp_path / "new"), NOW, unlock=open_it)
    again = Store.open(tmp_path / "new", key, calendar=calendar)
    found = again.verify()
    assert (found.ok, found.entries) == (True, 0), "the act was not committed yet"
    with again.write(clerk, NOW) as tx:
        tx.record(SignedIn(ADMIN.id, NOW), ADMIN.id)
    assert again.verify().ok
    again.close()


def test_an_older_backup_of_that_name_gives_way(profile: Path, key: bytes, made: Path) -> None:
    back_up(ProfileFolder(profile), made, key, NOW + timedelta(days=1))
    assert backup_file.verify(made).made_at == NOW + timedelta(days=1)


def test_a_profile_without_its_vault_is_not_backed_up_as_if_it_were_whole(
    profile: Path, key: bytes, tmp_path: Path
) -> None:
    (profile / "vault.json").unlink()
    with pytest.raises(StoreMissing):
        back_up(ProfileFolder(profile), tmp_path / "a.deskbackup", key, NOW)
    assert not (tmp_path / "a.deskbackup").exists()


@pytest.mark.parametrize("place", [100, 4096 * 8 + 50])
def test_a_damaged_store_does_not_replace_a_good_backup(
    profile: Path, key: bytes, made: Path, place: int
) -> None:
    before = made.read_bytes()
    with (profile / STORE_FILE).open("r+b") as store:
        store.seek(place)
        store.write(bytes(64))
    with pytest.raises(StoreDamaged):
        back_up(ProfileFolder(profile), made, key, NOW)
    assert made.read_bytes() == before


def test_a_vault_that_does_not_open_this_store_is_noticed(profile: Path, key: bytes, made: Path) -> None:
    before = made.read_bytes()
    (profile / "vault.json").unlink()
    other = User(uuid4(), "李某某", Role.MANAGER)
    Vault.create(profile / "vault.json", other, PASSWORD, CHEAP)
    with pytest.raises(StoreDamaged, match="vault_tampered"):
        back_up(ProfileFolder(profile), made, key, NOW)
    assert made.read_bytes() == before


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        yield


def test_a_full_stick_keeps_the_older_backup(profile: Path, key: bytes, made: Path, full_disk: None) -> None:
    before = tree(made.parent)
    with pytest.raises(DiskFull):
        back_up(ProfileFolder(profile), made, key, NOW)
    assert tree(made.parent) == before


def test_a_full_disk_at_a_restore_changes_nothing(made: Path, profile: Path, full_disk: None) -> None:
    before = tree(profile.parent)
    with pytest.raises(DiskFull):
        restore(made, ProfileFolder(profile), NOW, overwrite=True)
    assert tree(profile.parent) == before


@pytest.mark.parametrize("kind", [dbapi2.OperationalError, sqlite3.OperationalError])
@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("database or disk is full", DiskFull),
        ("database disk image is malformed", StoreDamaged),
        ("file is not a database", StoreDamaged),
        ("database is locked", StoreLocked),
        ("disk I/O error", StoreTrouble),
    ],
)
def test_what_stops_the_copying_has_a_sentence(
    kind: type[Exception], said: str, trouble: type[StoreTrouble]
) -> None:
    with pytest.raises(StoreTrouble) as caught, copy_faults():
        raise kind(said)
    assert type(caught.value) is trouble


def test_sqlite_still_says_what_we_listen_for(tmp_path: Path) -> None:
    with closing(dbapi2.connect(tmp_path / "small.db")) as small:
        small.execute("PRAGMA max_page_count = 1")
        with pytest.raises(DiskFull), copy_faults():
            small.execute("CREATE TABLE a (b TEXT)")


def test_a_stick_with_too_little_room_is_refused_before_anything_is_written(
    profile: Path, key: bytes, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, size = tree(made.parent), made.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=size))
    with pytest.raises(DiskFull):
        back_up(ProfileFolder(profile), made, key, NOW)
    assert tree(made.parent) == before


def test_a_catalogue_that_is_none_is_not_packed(profile: Path, key: bytes, made: Path) -> None:
    before = made.read_bytes()
    (profile / "catalogue.db").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreDamaged):
        back_up(ProfileFolder(profile), made, key, NOW)
    assert made.read_bytes() == before


def test_a_copy_that_reads_back_wrong_does_not_take_the_name(
    profile: Path, key: bytes, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that lies: what was synced is not what is read."""
    before, real = made.read_bytes(), os.fsync

    def lie(handle: int) -> None:
        real(handle)
        for path in made.parent.glob(".*/ready"):
            path.write_bytes(path.read_bytes().replace(b"vault.json", b"vaulx.json"))

    monkeypatch.setattr(os, "fsync", lie)
    with pytest.raises(StoreDamaged, match="backup_copy_broken"):
        back_up(ProfileFolder(profile), made, key, NOW)
    assert made.read_bytes() == before


def test_an_existing_profile_is_not_overwritten_unless_asked(made: Path, profile: Path, key: bytes) -> None:
    before = tree(profile.parent)
    with pytest.raises(IllegalMove, match="profile_exists"):
        restore(made, ProfileFolder(profile), NOW)
    assert tree(profile.parent) == before


def test_the_old_profile_is_kept_aside_whole(made: Path, profile: Path, key: bytes) -> None:
    with closing(cipher.connect(profile / STORE_FILE, key)) as store:
        store.execute("DELETE FROM person")
    before = tree(profile)
    done = restore(made, ProfileFolder(profile), NOW, overwrite=True, unlock=open_it)
    assert done.kept_aside == "profile.before-restore-20261125-093000"
    assert rows(profile, key) == ROWS
    kept = tree(profile.with_name(done.kept_aside))
    assert {name: data for name, data in kept.items() if name != LOCK_FILE} == before


def test_a_profile_in_use_is_left_alone(made: Path, profile: Path) -> None:
    lock = ProfileLock(profile / LOCK_FILE)
    lock.take()
    before = tree(profile.parent)
    with pytest.raises(StoreLocked):
        restore(made, ProfileFolder(profile), NOW, overwrite=True)
    lock.release()
    assert tree(profile.parent) == before


def test_a_folder_that_is_no_profile_is_never_moved(made: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.txt").write_text("x", "utf-8")
    with pytest.raises(IllegalMove, match="folder_not_empty"):
        restore(made, ProfileFolder(home), NOW, overwrite=True)
    assert tree(home) == {"letter.txt": b"x"}


def test_an_empty_folder_is_as_good_as_none(made: Path, tmp_path: Path, key: bytes) -> None:
    (tmp_path / "empty").mkdir()
    assert restore(made, ProfileFolder(tmp_path / "empty"), NOW).kept_aside == ""
    assert rows(tmp_path / "empty", key) == ROWS


def test_if_the_new_profile_cannot_move_in_the_old_one_comes_back(
    made: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def refuse(source: Path, target: Path) -> Path:
        if source.name == "profile":
            raise PermissionError(13, "a virus scanner looks at it")
        return real(source, target)

    before = tree(profile)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreLocked):
        restore(made, ProfileFolder(profile), NOW, overwrite=True)
    assert {name: data for name, data in tree(profile).items() if name != LOCK_FILE} == before


def test_a_wrong_password_restores_nothing(made: Path, tmp_path: Path) -> None:
    with pytest.raises(SignInFailed):
        restore(
            made,
            ProfileFolder(tmp_path / "new"),
            NOW,
            unlock=lambda vault: vault.unlock("站长", "wrong-1", NOW).key,
        )
    assert not (tmp_path / "new").exists()


def test_rotation_removes_our_own_old_files_only(tmp_path: Path) -> None:
    days = [NOW - timedelta(days=n) for n in range(5)]
    for day in days:
        (tmp_path / backup_name(day)).touch()
    others = ["letter.txt", "desk-20261399-093000.deskbackup", "desk-20261125-093000.deskbackup.part"]
    for name in others:
        (tmp_path / name).touch()
    gone = rotate(tmp_path, NOW, Rotation(hours=1, days=2, weeks=0, months=0))
    assert {path.name for path in gone} == {backup_name(day) for day in days[2:]}
    assert {path.name for path in tmp_path.iterdir()} == {*map(backup_name, days[:2]), *others}
    assert backup_name(NOW) == "desk-20261125-093000.deskbackup"


def test_a_folder_for_backups_that_is_gone_is_trouble_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble):
        rotate(tmp_path / "gone", NOW)
