from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.logs import LOGGER, last_lines, start_logging, stop_logging, without_people

ID = "11010519491231002X"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = start_logging(tmp_path / "logs")
    assert handler is not None
    yield tmp_path / "logs"
    stop_logging(handler)


def test_lines_are_written_with_their_code(folder: Path) -> None:
    logging.getLogger(LOGGER).warning("store_locked after %d tries", 3)
    assert "WARNING desk_app store_locked after 3 tries" in last_lines(folder)


def test_no_number_of_a_person_reaches_the_disk_not_even_in_a_traceback(folder: Path) -> None:
    try:
        raise ValueError(f"bad id {ID}, phone 138 0013 8000")
    except ValueError:
        logging.getLogger(LOGGER).exception("applicant %s", ID)
    text = "".join(file.read_text("utf-8") for file in folder.iterdir())
    assert "ValueError" in text
    assert ID not in text
    assert "13800138000" not in text.replace(" ", "")


def test_only_the_end_of_the_log_is_handed_out(folder: Path) -> None:
    for number in range(5):
        logging.getLogger(LOGGER).info("line %d", number)
    assert [line[-1] for line in last_lines(folder, 2).splitlines()] == ["3", "4"]


def test_a_desk_that_cannot_log_still_serves(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    assert start_logging(tmp_path / "file" / "logs") is None
    assert last_lines(tmp_path / "nothing") == ""


def test_masking_keeps_lines_apart() -> None:
    assert without_people(f"a\n{ID}\nb").split("\n") == ["a", "110105********002X", "b"]
