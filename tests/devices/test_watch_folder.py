"""The folder of a document camera: what is complete, what is old, and what becomes of a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk_app.devices import watch_folder
from desk_app.devices.watch_folder import FRESH_SECONDS, STORED_FOLDER, SimulatedInbox, WatchedFolder
from desk_app.domain.arrivals import AfterStored, Arrived
from desk_app.domain.errors import BadFile

NOON = 1_800_000_000.0


def laid(folder: Path, name: str, data: bytes = b"picture", age: float = 1) -> Path:
    file = folder / name
    file.write_bytes(data)
    os.utime(file, (NOON - age, NOON - age))
    return file


@pytest.fixture
def inbox(tmp_path: Path) -> WatchedFolder:
    return WatchedFolder(tmp_path, lambda: NOON)


def names(found: tuple[Arrived, ...]) -> list[str]:
    return [item.name for item in found]


def test_a_file_is_complete_when_it_stood_still_between_two_looks(
    inbox: WatchedFolder, tmp_path: Path
) -> None:
    laid(tmp_path, "2.jpg", age=1)
    laid(tmp_path, "1.JPG", age=2)
    assert inbox.look() == ()
    laid(tmp_path, "2.jpg", b"picture, and more")
    assert names(inbox.look()) == ["1.JPG"]
    assert names(inbox.look()) == ["1.JPG", "2.jpg"]


def test_what_is_old_empty_or_no_picture_is_left_alone(inbox: WatchedFolder, tmp_path: Path) -> None:
    laid(tmp_path, "old.jpg", age=FRESH_SECONDS + 1)
    laid(tmp_path, "empty.jpg", b"")
    laid(tmp_path, "camera.ini")
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "link.jpg").symlink_to(laid(tmp_path, "target.txt"))
    inbox.look()
    assert inbox.look() == ()


def test_what_was_passed_over_comes_again_only_as_another_picture(
    inbox: WatchedFolder, tmp_path: Path
) -> None:
    laid(tmp_path, "1.jpg")
    inbox.look()
    (first,) = inbox.look()
    assert inbox.read(first, 100) == b"picture"
    assert inbox.read(first, 3) == b"pict"
    inbox.pass_over(first)
    assert inbox.look() == ()
    laid(tmp_path, "1.jpg", b"another one")
    inbox.look()
    assert names(inbox.look()) == ["1.jpg"]


def test_what_becomes_of_the_file(inbox: WatchedFolder, tmp_path: Path) -> None:
    for number, after in enumerate(AfterStored):
        laid(tmp_path, f"{number}.jpg")
        inbox.look()
        (found,) = inbox.look()
        inbox.settle(found, after)
        inbox.settle(found, AfterStored.KEEP)
        assert inbox.look() == ()
    here = sorted(file.name for file in tmp_path.iterdir())
    assert here == ["0.jpg", "1.jpg", STORED_FOLDER]
    laid(tmp_path, "2.jpg", b"taken later")
    inbox.look()
    (again,) = inbox.look()
    inbox.settle(again, AfterStored.MOVE)
    assert sorted(file.name for file in (tmp_path / STORED_FOLDER).iterdir()) == ["2 (2).jpg", "2.jpg"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    inbox = WatchedFolder(tmp_path / "none", lambda: NOON)
    with pytest.raises(BadFile, match="folder_missing"):
        inbox.look()
    gone = Arrived(str(tmp_path / "none" / "1.jpg"), "1.jpg", 1, 1)
    with pytest.raises(BadFile, match="picture_unreadable"):
        inbox.read(gone, 10)
    with pytest.raises(BadFile, match="file_not_moved"):
        inbox.settle(gone, AfterStored.MOVE)


def test_a_folder_with_everything_in_it(
    inbox: WatchedFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_folder, "MOST_FILES", 3)
    for number in range(5):
        laid(tmp_path, f"{number}.jpg")
    inbox.look()
    assert len(inbox.look()) == 3


def test_the_simulator_does_what_the_folder_does() -> None:
    inbox = SimulatedInbox()
    first, second = inbox.drop("1.jpg", b"one"), inbox.drop("2.jpg", b"two")
    assert inbox.look() == (first, second)
    assert inbox.read(first, 2) == b"one"
    inbox.settle(first, AfterStored.DELETE)
    inbox.pass_over(second)
    assert (inbox.look(), inbox.settled) == ((), [("1.jpg", AfterStored.DELETE)])
    with pytest.raises(BadFile, match="picture_unreadable"):
        inbox.read(first, 2)
