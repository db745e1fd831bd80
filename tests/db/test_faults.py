from __future__ import annotations

import errno
import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from desk_app.db.faults import database_faults, file_faults
from desk_app.domain.errors import (
    DiskFull,
    NotFound,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreTrouble,
)


def driver_fault(code: int) -> dbapi2.OperationalError:
    fault = dbapi2.OperationalError("insert of 李某某 failed")
    fault.sqlite_errorcode = code
    return fault


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize(
    ("code", "error", "name"),
    [
        (5, StoreLocked, "store_locked"),
        (5 | 2 << 8, StoreLocked, "store_locked"),  # SQLITE_BUSY_SNAPSHOT
        (6, StoreLocked, "store_locked"),
        (8, StoreTrouble, "store_read_only"),
        (10 | 3 << 8, StoreTrouble, "store_unreachable"),  # SQLITE_IOERR_WRITE
        (11, StoreDamaged, "store_damaged"),
        (13, DiskFull, "disk_full"),
        (14, StoreMissing, "store_missing"),
        (26, StoreDamaged, "store_not_readable"),
    ],
)
def test_codes_of_the_database(code: int, error: type[StoreTrouble], name: str, wrapped: bool) -> None:
    fault: Exception = driver_fault(code)
    if wrapped:
        fault = DBAPIError("INSERT", {}, fault)
    with pytest.raises(error) as caught, database_faults():
        raise fault
    assert type(caught.value) is error
    assert caught.value.code == name
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("fault", [driver_fault(19), dbapi2.ProgrammingError("no code"), ValueError("a bug")])
def test_a_bug_stays_a_bug(fault: Exception) -> None:
    with pytest.raises(type(fault)), database_faults():
        raise fault


@pytest.mark.parametrize(
    ("fault", "error", "name"),
    [
        (OSError(errno.ENOSPC, "full"), DiskFull, "disk_full"),
        (OSError(errno.EDQUOT, "quota"), DiskFull, "disk_full"),
        (FileNotFoundError(errno.ENOENT, "gone"), StoreMissing, "store_missing"),
        (PermissionError(errno.EACCES, "no"), StoreTrouble, "store_read_only"),
        (OSError(errno.EROFS, "read-only"), StoreTrouble, "store_read_only"),
        (OSError(errno.EIO, "cable"), StoreTrouble, "store_unreachable"),
        (NotADirectoryError(errno.ENOTDIR, "file"), StoreTrouble, "store_unreachable"),
    ],
)
def test_faults_of_files(fault: OSError, error: type[StoreTrouble], name: str) -> None:
    with pytest.raises(error) as caught, file_faults():
        raise fault
    assert caught.value.code == name


@pytest.mark.parametrize("fault", [OSError(errno.EBADF, "a bug"), NotFound("x"), sqlite3.Error()])
def test_what_is_no_fault_of_files(fault: Exception) -> None:
    with pytest.raises(type(fault)), file_faults():
        raise fault
