"""Backups that are broken or hostile: refused, and nothing changes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.db import backup_file
from desk_app.db.backup import back_up, restore
from desk_app.db.profile_file import ProfileFolder
from desk_app.domain.errors import BadFile, StoreTooNew
from tests.db.profiles import NOW, make_profile, open_it, tree


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


def repacked(made: Path, change: Callable[[dict[str, bytes]], object], compress: int = 0) -> Path:
    """The backup with other contents, and a manifest that agrees with them."""
    with zipfile.ZipFile(made) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(files)
    manifest["members"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    with zipfile.ZipFile(made, "w", compress) as archive:
        for name, data in {**files, "manifest.json": json.dumps(manifest).encode()}.items():
            archive.writestr(name, data)
    return made


def restated(made: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The backup with another manifest."""
    with zipfile.ZipFile(made) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    change(manifest)
    return with_manifest(made, json.dumps(manifest).encode())


def with_manifest(made: Path, manifest: bytes) -> Path:
    with zipfile.ZipFile(made) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in (files | {"manifest.json": manifest}).items():
            archive.writestr(name, data)
    return made


def spoil_a_page(files: dict[str, bytes]) -> None:
    store = bytearray(files["store.db"])
    store[4096 * 8 + 50] ^= 1
    files["store.db"] = bytes(store)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "empty": lambda made: made.write_bytes(b""),
    "no zip": lambda made: made.write_bytes(b"hello" * 1000),
    "truncated": lambda made: made.write_bytes(made.read_bytes()[:-30]),
    "half": lambda made: made.write_bytes(made.read_bytes()[: made.stat().st_size // 2]),
    "front cut off": lambda made: made.write_bytes(made.read_bytes()[5000:]),
    "missing": lambda made: made.unlink(),
    "traversal": lambda made: repacked(made, lambda files: files.update({"../evil.json": b"{}"})),
    "absolute": lambda made: repacked(made, lambda files: files.update({"/evil.json": b"{}"})),
    "backslash": lambda made: repacked(made, lambda files: files.update({"..\\evil.json": b"{}"})),
    "folder": lambda made: repacked(made, lambda files: files.update({"sub/": b""})),
    "program": lambda made: repacked(made, lambda files: files.update({"a.exe": b"MZ"})),
    "no vault": lambda made: repacked(made, lambda files: files.pop("vault.json")),
    "bomb": lambda made: repacked(
        made, lambda files: files.update({"store.db": bytes(50_000_000)}), zipfile.ZIP_DEFLATED
    ),
    "no profile inside": lambda made: repacked(made, lambda files: files.update({"profile.json": b"[]"})),
    "no vault inside": lambda made: repacked(made, lambda files: files.update({"vault.json": b"{}"})),
    "no store inside": lambda made: repacked(made, lambda files: files.update({"store.db": bytes(8192)})),
    "no manifest": lambda made: restated(made, lambda manifest: manifest.clear()),
    "no zone": lambda made: restated(made, lambda manifest: manifest.update(made_at="2026-11-25T09:00:00")),
    "other digest": lambda made: restated(made, lambda m: m["members"][0].update(sha256="0" * 64)),
    "other size": lambda made: restated(made, lambda m: m["members"][0].update(size=1)),
    "a member left out": lambda made: restated(made, lambda m: m["members"].pop()),
    "long manifest": lambda made: restated(made, lambda manifest: manifest.update(x="y" * 70_000)),
    "deep manifest": lambda made: with_manifest(made, b"[" * 60_000),
    "a spoilt page": lambda made: repacked(made, spoil_a_page),
}


@pytest.mark.parametrize("spoil", HOSTILE.values(), ids=HOSTILE)
def test_a_broken_or_hostile_backup_changes_nothing(
    made: Path, profile: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(made)
    before = tree(profile.parent)
    with pytest.raises(BadFile):
        restore(made, ProfileFolder(profile), NOW, overwrite=True, unlock=open_it)
    assert tree(profile.parent) == before
    assert {path.name for path in profile.parent.iterdir()} == {"profile", "usb"}


def test_a_backup_with_one_name_twice_is_refused(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("vault.json", b"{}")
    with pytest.raises(BadFile, match="backup_foreign"):
        restore(made, ProfileFolder(tmp_path / "new"), NOW)


def test_members_that_share_their_bytes_are_refused(made: Path, tmp_path: Path) -> None:
    """A bomb without compression: the directory names one stretch of bytes many times."""
    data = made.read_bytes()
    names = [name for name in ("catalogue.db", "store.db") if name.encode() in data]
    with zipfile.ZipFile(made) as archive:
        first, second = (archive.getinfo(name) for name in names)
    directory = data.index(b"PK\x01\x02")
    head, tail = data[:directory], data[directory:]
    tail = tail.replace(
        first.header_offset.to_bytes(4, "little") + first.filename.encode(),
        second.header_offset.to_bytes(4, "little") + first.filename.encode(),
    )
    made.write_bytes(head + tail)
    with pytest.raises(BadFile):
        restore(made, ProfileFolder(tmp_path / "new"), NOW)


def test_a_backup_of_a_newer_program_is_refused_in_words(made: Path, tmp_path: Path) -> None:
    restated(made, lambda manifest: manifest.update(format=2))
    with pytest.raises(StoreTooNew, match="backup_too_new"):
        restore(made, ProfileFolder(tmp_path / "new"), NOW)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_no_flipped_byte_gets_through_or_makes_it_fall_over(
    made: Path, tmp_path: Path, data: st.DataObject
) -> None:
    whole = made.read_bytes()
    tail = data.draw(st.booleans())
    place = data.draw(st.integers(len(whole) - 900 if tail else 0, len(whole) - 1))
    other = bytes([whole[place] ^ data.draw(st.integers(1, 255))])
    spoiled = tmp_path / "spoiled"
    spoiled.write_bytes(whole[:place] + other + whole[place + 1 :])
    with suppress(BadFile, StoreTooNew):
        found = backup_file.verify(spoiled)
        assert found.members == backup_file.verify(made).members, (
            "only what says nothing of the data may differ"
        )
