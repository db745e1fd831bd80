"""The one place where faults of the environment become errors a clerk can act on.

SQLite answers with codes (https://sqlite.org/rescode.html); the sentence for each error stands in the ui.
Whatever is not named here is a bug and goes on to the crash handler.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from desk_app.domain.errors import DiskFull, StoreDamaged, StoreLocked, StoreMissing, StoreTrouble

_PRIMARY = 0xFF
"""Extended result codes keep the primary one in their low byte."""

_BY_CODE: dict[int, type[StoreTrouble]] = {
    5: StoreLocked,  # SQLITE_BUSY
    6: StoreLocked,  # SQLITE_LOCKED
    8: StoreTrouble,  # SQLITE_READONLY
    10: StoreTrouble,  # SQLITE_IOERR
    11: StoreDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: StoreMissing,  # SQLITE_CANTOPEN
    26: StoreDamaged,  # SQLITE_NOTADB: no store, or another key
}
_CODES: dict[int, str] = {8: "store_read_only", 10: "store_unreachable", 26: "store_not_readable"}
_OUT_OF_REACH = frozenset({errno.EIO, errno.ENOTDIR, errno.EEXIST, errno.ENXIO, errno.ENODEV})
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def database_faults() -> Iterator[None]:
    """Let faults of the database that the environment causes come out as StoreTrouble."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as fault:
        # The chain is cut on purpose: a driver's message may quote what was being stored.
        raise _of_driver(fault.orig if isinstance(fault, DBAPIError) else fault) or fault from None


@contextmanager
def file_faults() -> Iterator[None]:
    """The same for work on files, where a missing folder or a full disk speaks as OSError."""
    try:
        yield
    except OSError as fault:
        raise _of_system(fault) or fault from None


def _of_driver(fault: BaseException | None) -> StoreTrouble | None:
    code = getattr(fault, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    primary = code & _PRIMARY
    found = _BY_CODE.get(primary)
    return None if found is None else found(_CODES.get(primary))


def _of_system(fault: OSError) -> StoreTrouble | None:
    if fault.errno in _NO_ROOM:
        return DiskFull()
    if isinstance(fault, FileNotFoundError):
        return StoreMissing()
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return StoreTrouble("store_read_only")
    return StoreTrouble("store_unreachable") if fault.errno in _OUT_OF_REACH else None
