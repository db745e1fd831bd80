"""A stolen disk shows nothing: after a full day no file holds a word about any citizen."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.logs import LOGGER
from tests.services.desk_samples import ZHANG
from tests.stories.counter import ACCOUNT, BENEFIT, LI, PROOF, RELIEF, SUN, WANG, Counter

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5")
REMARK = "老人腿脚不便先办"


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Where logs go, and where anybody who asks for a temporary file is sent."""
    logs, passing = tmp_path / "logs", tmp_path / "passing"
    passing.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(passing))
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    return logs, passing


def secrets_of_the_day() -> Iterator[str]:
    """Names of three characters are words of their own; everything else is longer."""
    for party in (ZHANG, LI, WANG, SUN):
        yield from (party.name, party.id_number, party.phone, party.address)
        yield party.id_number[:-1]
    yield from (ACCOUNT, REMARK)


def spellings(text: str) -> Iterator[bytes]:
    """A text as any program would write it."""
    for encoding in ENCODINGS:
        try:
            yield text.encode(encoding)
        except UnicodeEncodeError:
            continue
    yield json.dumps(text).strip('"').encode()
    yield text.encode().hex().encode()


def leaks(folder: Path, but: Path) -> list[str]:
    """Files that tell something, by name or content."""
    wanted = {text: tuple(spellings(text)) for text in secrets_of_the_day()}
    found = []
    for at, folders, files in os.walk(folder):
        if Path(at) == but:
            folders.clear()
            continue
        for name in files:
            data = (Path(at) / name).read_bytes() + name.encode()
            found += [f"{name}: {text}" for text, ways in wanted.items() if any(way in data for way in ways)]
    return found


def a_full_day(counter: Counter, logs: Path) -> None:
    """Look up, take in, hold, accept, reprint, reveal, lock, and one bug with a citizen's numbers in it."""
    counter.open()
    counter.running.watch_faults(logs)
    counter.sign_in()
    hands = counter.hands
    counter.accept(BENEFIT, ZHANG)
    counter.accept(PROOF, WANG)
    hands.press("Ctrl+3", "Down", "Return", "Ctrl+P", "Ctrl+1")
    hands.press("Ctrl+K")
    hands.type(SUN.name)
    hands.press("Escape")
    counter.take_in(RELIEF, SUN)
    hands.press("Alt+B")
    hands.type(REMARK)
    hands.press("Ctrl+H")
    hands.press("Ctrl+K")
    hands.type(LI.name)
    hands.calm()
    _a_bug()
    hands.calm()
    assert "复制诊断信息" in counter.words()
    hands.press_at_once("Return")
    counter.running.window.activateWindow()  # a window manager would
    hands.wait_until(lambda: QApplication.focusWidget() is not None, "the desk has the keyboard again")
    hands.press("Ctrl+L")
    counter.sign_in()


def _a_bug() -> None:
    """Whatever a library may put into the words of its exception."""
    try:
        raise ValueError(f"bad row: {SUN.id_number} / {SUN.phone}")
    except ValueError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)


def test_no_file_tells_of_any_citizen(counter: Counter, rooms: tuple[Path, Path]) -> None:
    logs, passing = rooms
    a_full_day(counter, logs)
    places = (counter.folder, logs, passing)
    printed = counter.profile.printed_folder
    assert [leak for place in places for leak in leaks(place, printed)] == [], "while the desk is open"
    assert counter.lanes() == 1
    counter.close()
    assert [leak for place in places for leak in leaks(place, printed)] == [], "when it is closed"
    names = " ".join(file.name for file in printed.iterdir())
    assert [text for text in secrets_of_the_day() if text in names] == [], "papers may speak, their names not"
    told = "".join(path.read_text("utf-8") for path in logs.iterdir())
    assert "uncaught" in told, f"the log of {LOGGER} was kept"
    assert "ValueError" in told


def test_the_search_would_find_a_leak(tmp_path: Path) -> None:
    """The hunter is tried on a planted trace of each kind."""
    for number, way in enumerate(spellings(ZHANG.name)):
        (tmp_path / f"{number}.bin").write_bytes(b"\0\1" + way + b"\2")
    (tmp_path / f"{LI.id_number}.txt").write_bytes(b"")
    found = leaks(tmp_path, tmp_path / "printed")
    assert len([leak for leak in found if leak.endswith(ZHANG.name)]) == len(list(spellings(ZHANG.name)))
    assert any(leak.endswith(LI.id_number) for leak in found)
