"""Small files that survive a power cut, one writer at a time, and the words for a disk that refuses."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desk_app.domain.errors import DiskFull, StoreLocked, StoreTrouble

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_OURS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def disk_faults() -> Iterator[None]:
    """Turn what the operating system refuses into DiskFull, StoreLocked or StoreTrouble."""
    try:
        yield
    except OSError as fault:
        number = fault.errno or 0
        if number in _NO_ROOM:
            raise DiskFull from fault
        if number in _NOT_OURS:
            raise StoreLocked("file_not_writable") from fault
        raise StoreTrouble("file_not_written", errno=number) from fault


def write_durably(path: Path, data: bytes) -> None:
    """Replace a small file so that a power cut leaves the old or the new one, never half of either.

    Raises DiskFull, StoreLocked or StoreTrouble; the old file is then untouched.
    """
    temporary = path.with_name(path.name + ".new")
    with disk_faults():
        try:
            with temporary.open("wb") as handle:
                handle.write(data)
                handle.flush()
                os.fsync(handle.fileno())
            put_in_place(temporary, path)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def put_in_place(ready: Path, path: Path) -> None:
    """Rename a finished, synced file or folder, and make the rename itself durable."""
    ready.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring a folder's own entries to the disk; Windows does this with the rename."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Wait until nobody else, in this program or another, is changing this file; then keep others out."""
    with disk_faults():
        handle = path.with_name(path.name + ".lock").open("ab")
    with handle:
        _lock(handle.fileno())
        yield  # closing the handle opens the way for the next


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # tries for ten seconds
        except OSError as fault:
            raise StoreLocked("file_in_use") from fault

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
