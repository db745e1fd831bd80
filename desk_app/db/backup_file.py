"""The file a backup is: a zip without compression, with a manifest that states every member's SHA-256.

Everything personal inside is encrypted already, with the store's own key. A file that comes back may be
broken or hostile: nothing is unpacked but the known names of a profile, and never more bytes than it has.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.db.durable import disk_faults
from desk_app.domain.bodies import decode, encode
from desk_app.domain.errors import BadFile, StoreTooNew

FORMAT = 1
STORE, VAULT, INFO = "store.db", "vault.json", "profile.json"
NEEDED = frozenset({STORE, VAULT, INFO})
MEMBERS = NEEDED | {"catalogue.db", "site_items.json"}
"""The files of a profile that are worth keeping; printed papers lie in the store already."""

_MANIFEST = "manifest.json"
_LARGEST_MANIFEST = 64 * 1024
_CHUNK = 1 << 20
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the zip's own time says nothing; the manifest has the true one


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the profile, as it was packed."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. No personal data: it can be read without a password."""

    format: int
    made_at: datetime
    program: str
    """Version of the program that made it."""
    members: tuple[Member, ...]


def pack(files: Mapping[str, Path], target: Path, made_at: datetime, program: str) -> Manifest:
    """Write these files into a new zip and bring it to the disk. Raises OSError."""
    with target.open("xb") as handle:
        with zipfile.ZipFile(handle, "w", zipfile.ZIP_STORED) as archive:
            members = tuple(_add(archive, name, path) for name, path in sorted(files.items()))
            manifest = Manifest(FORMAT, made_at, program, members)
            archive.writestr(zipfile.ZipInfo(_MANIFEST, _EARLIEST), encode(manifest))
        handle.flush()
        os.fsync(handle.fileno())
    return manifest


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> Member:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
        return _copied(name, iter(lambda: source.read(_CHUNK), b""), sink.write)


def verify(path: Path) -> Manifest:
    """Read every byte of a backup and hold it against the manifest. Raises BadFile, StoreTooNew."""
    with _opened(path) as archive:
        manifest = _manifest(archive, path.stat().st_size)
        for member in manifest.members:
            _unpacked(archive, member, _nowhere)
    return manifest


def unpack(path: Path, folder: Path) -> Manifest:
    """Write a backup's files into an empty folder. Raises BadFile, StoreTooNew, DiskFull; remove it then."""
    with _opened(path) as archive:
        manifest = _manifest(archive, path.stat().st_size)
        for member in manifest.members:
            with disk_faults(), (folder / member.name).open("xb") as sink:
                _unpacked(archive, member, sink.write)
                sink.flush()
                os.fsync(sink.fileno())
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with _library_faults(), zipfile.ZipFile(path) as archive:
        yield archive


@contextmanager
def _library_faults() -> Iterator[None]:
    """Whatever a broken zip makes the library raise is one sentence for the clerk."""
    try:
        yield
    except (zipfile.BadZipFile, EOFError, ValueError, KeyError, RecursionError, OverflowError) as fault:
        raise BadFile("backup_damaged") from fault
    except (NotImplementedError, RuntimeError, OSError) as fault:
        raise BadFile("backup_not_readable") from fault


def _manifest(archive: zipfile.ZipFile, file_size: int) -> Manifest:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if len(names) != len(infos) or not NEEDED | {_MANIFEST} <= names <= MEMBERS | {_MANIFEST}:
        raise BadFile("backup_foreign")
    if sum(_plain_size(info) for info in infos) > file_size:
        raise BadFile("backup_damaged")
    if archive.getinfo(_MANIFEST).file_size > _LARGEST_MANIFEST:
        raise BadFile("backup_damaged")
    manifest = _decoded(archive.read(_MANIFEST))
    stated = [(member.name, member.size) for member in manifest.members]
    if sorted(stated) != sorted((i.filename, i.file_size) for i in infos if i.filename != _MANIFEST):
        raise BadFile("backup_damaged")
    return manifest


def _plain_size(info: zipfile.ZipInfo) -> int:
    """Its size; what is compressed or locked is none of ours, and a bomb needs compression."""
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 or info.compress_size != info.file_size:
        raise BadFile("backup_foreign")
    return info.file_size


def _decoded(data: bytes) -> Manifest:
    plain = json.loads(data)
    if isinstance(plain, dict) and isinstance(plain.get("format"), int) and plain["format"] > FORMAT:
        raise StoreTooNew("backup_too_new")
    manifest = decode(Manifest, data.decode())
    if manifest.made_at.tzinfo is None:
        raise BadFile("backup_damaged")
    return manifest


def _unpacked(archive: zipfile.ZipFile, member: Member, write: Callable[[bytes], object]) -> None:
    if _copied(member.name, _chunks(archive, member.name), write) != member:
        raise BadFile("backup_damaged")


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of a member; what goes wrong while reading is the file's fault, not the target disk's."""
    with _library_faults(), archive.open(name) as source:
        while chunk := source.read(_CHUNK):
            yield chunk


def _copied(name: str, chunks: Iterator[bytes], write: Callable[[bytes], object]) -> Member:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
        write(chunk)
    return Member(name, size, digest.hexdigest())


def _nowhere(_: bytes) -> None:
    """Read only to be sure it can be read."""
