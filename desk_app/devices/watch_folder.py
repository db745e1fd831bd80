"""The folder into which the program of a document camera or a scanner writes (domain.md §10).

Every maker's program can save to a folder, and none agrees with another on anything else. The folder is
looked at from time to time, off the window's thread; a file counts as complete when its size and time stood
still between two looks. What lay there long before is not offered.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desk_app.domain.arrivals import AfterStored, Arrived
from desk_app.domain.errors import BadFile

FRESH_SECONDS = 15 * 60
"""A file older than this when it is first seen belongs to somebody else."""
MOST_FILES = 2_000
STORED_FOLDER = "已存"
KINDS = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".pdf"})
"""Only to leave a device's own files alone; what a picture is, its content says."""


class Inbox(Protocol):
    """Where pictures arrive. Everything here may be slow and is called off the window's thread."""

    def look(self) -> tuple[Arrived, ...]:
        """What is complete and not yet taken or passed over, oldest first. Raises BadFile."""

    def read(self, arrived: Arrived, most: int) -> bytes:
        """Its bytes, at most so many and one more. Raises BadFile ``picture_unreadable``."""

    def pass_over(self, arrived: Arrived) -> None:
        """Do not offer it again."""

    def settle(self, arrived: Arrived, after: AfterStored) -> None:
        """It is safely stored: keep, move or delete the file. Raises BadFile ``file_not_moved``."""


class WatchedFolder:
    """A real folder. ``seconds`` is the time of day of the file system, in seconds since 1970."""

    def __init__(self, folder: Path, seconds: Callable[[], float]) -> None:
        self.folder = folder
        self._seconds = seconds
        self._before: dict[str, tuple[int, int]] = {}
        self._done: set[tuple[str, int, int]] = set()

    def look(self) -> tuple[Arrived, ...]:
        """Compare with the look before. Raises BadFile ``folder_missing``."""
        found = self._found()
        before, self._before = self._before, {item.path: (item.size, item.changed) for item in found}
        oldest = self._seconds() - FRESH_SECONDS
        complete = (
            item
            for item in found
            if before.get(item.path) == (item.size, item.changed)
            and item.size
            and item.changed / 1e9 >= oldest
            and _mark(item) not in self._done
        )
        return tuple(sorted(complete, key=lambda item: (item.changed, item.name)))

    def _found(self) -> list[Arrived]:
        found: list[Arrived] = []
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if Path(entry.name).suffix.lower() in KINDS and entry.is_file(follow_symlinks=False):
                        held = entry.stat(follow_symlinks=False)
                        found.append(Arrived(entry.path, entry.name, held.st_size, held.st_mtime_ns))
                    if len(found) >= MOST_FILES:
                        break
        except OSError as fault:
            raise BadFile("folder_missing") from fault
        return found

    def read(self, arrived: Arrived, most: int) -> bytes:
        """The bytes of the file."""
        try:
            with Path(arrived.path).open("rb") as handle:
                return handle.read(most + 1)
        except OSError as fault:
            raise BadFile("picture_unreadable") from fault

    def pass_over(self, arrived: Arrived) -> None:
        """Remembered while the program runs."""
        self._done.add(_mark(arrived))

    def settle(self, arrived: Arrived, after: AfterStored) -> None:
        """What the desk has chosen; while nothing is chosen the file stays."""
        self.pass_over(arrived)
        path = Path(arrived.path)
        try:
            if after is AfterStored.DELETE:
                path.unlink(missing_ok=True)
            elif after is AfterStored.MOVE:
                aside = self.folder / STORED_FOLDER
                aside.mkdir(exist_ok=True)
                path.replace(_free(aside / path.name))
        except OSError as fault:
            raise BadFile("file_not_moved") from fault


def _mark(item: Arrived) -> tuple[str, int, int]:
    return item.path, item.size, item.changed


def _free(target: Path) -> Path:
    """A name nobody has yet: a device begins to count anew each morning."""
    number, wanted = 2, target
    while target.exists():
        target = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return target


class SimulatedInbox:
    """Pictures that arrive when a test or a demo says so."""

    def __init__(self) -> None:
        self.waiting: dict[Arrived, bytes] = {}
        self.settled: list[tuple[str, AfterStored]] = []

    def drop(self, name: str, data: bytes) -> Arrived:
        """A picture was taken."""
        arrived = Arrived(name, name, len(data), len(self.waiting) + len(self.settled) + 1)
        self.waiting[arrived] = data
        return arrived

    def look(self) -> tuple[Arrived, ...]:
        """In the order in which they came."""
        return tuple(self.waiting)

    def read(self, arrived: Arrived, most: int) -> bytes:
        """As it was dropped."""
        if arrived not in self.waiting:
            raise BadFile("picture_unreadable")
        return self.waiting[arrived][: most + 1]

    def pass_over(self, arrived: Arrived) -> None:
        """Gone from the list."""
        self.waiting.pop(arrived, None)

    def settle(self, arrived: Arrived, after: AfterStored) -> None:
        """Gone from the list, and remembered how."""
        self.pass_over(arrived)
        self.settled.append((arrived.name, after))
