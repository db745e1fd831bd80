"""One program at a time on one profile: two would number their entries twice."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from desk_app.domain.errors import StoreLocked


class ProfileLock:
    """A lock on a file in the profile's folder; the system lets it go even when the program is killed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Take the lock. Raises StoreLocked when another program, or another window of this one, holds it."""
        file = self._path.open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            raise StoreLocked from None
        self._file = file

    def release(self) -> None:
        """Let the lock go; a second time does nothing."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":  # pragma: no cover - the tests run on Linux
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
