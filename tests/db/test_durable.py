"""Small files that survive a power cut, one writer at a time."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from desk_app.db.durable import disk_faults, one_writer, write_durably
from desk_app.domain.errors import DiskFull, StoreLocked, StoreTrouble


@pytest.mark.parametrize(
    ("number", "trouble", "code"),
    [
        (errno.ENOSPC, DiskFull, "disk_full"),
        (errno.EDQUOT, DiskFull, "disk_full"),
        (errno.EROFS, StoreLocked, "file_not_writable"),
        (errno.EACCES, StoreLocked, "file_not_writable"),
        (errno.EIO, StoreTrouble, "file_not_written"),
        (None, StoreTrouble, "file_not_written"),
    ],
)
def test_what_the_system_refuses_becomes_a_sentence(
    number: int | None, trouble: type[StoreTrouble], code: str
) -> None:
    with pytest.raises(trouble) as caught, disk_faults():
        raise OSError(number, "refused") if number else OSError("refused")
    assert caught.value.code == code


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    write_durably(file, b"old")
    write_durably(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_refused_rename_leaves_the_old_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    (tmp_path / "a.json" / "kept").touch()
    with pytest.raises(StoreTrouble):
        write_durably(tmp_path / "a.json", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_that_is_gone_is_trouble_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble), one_writer(tmp_path / "gone" / "a.json"):
        pytest.fail("nobody may come in")


def test_the_disk_holds_the_data_before_the_name_points_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        steps.append("sync")
        real_sync(handle)

    def replace(source: Path, target: Path) -> Path:
        steps.append("rename")
        return real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    write_durably(tmp_path / "a.json", b"new")
    assert steps[:2] == ["sync", "rename"]


def test_the_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    file, order, inside = tmp_path / "a.json", list[str](), threading.Event()

    def second() -> None:
        inside.wait(10)
        with one_writer(file):
            order.append("second")

    other = threading.Thread(target=second)
    other.start()
    with one_writer(file):
        inside.set()
        other.join(0.1)
        order.append("first")
    other.join(10)
    assert order == ["first", "second"]
