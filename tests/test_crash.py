from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from desk_app import __version__
from desk_app.crash import CrashHandler, diagnosis, versions

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
Told = list[tuple[BaseException, str]]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def handler(told: Told) -> Iterator[CrashHandler]:
    caught = CrashHandler(
        logging.getLogger("desk_app"), lambda: "last line", lambda *words: told.append(words)
    )
    before = (sys.excepthook, threading.excepthook)
    caught.install()
    yield caught
    caught.remove()
    assert (sys.excepthook, threading.excepthook) == before


def _catch(handler: CrashHandler, fault: BaseException) -> None:
    handler.caught(type(fault), fault, fault.__traceback__)


def test_a_bug_is_logged_and_told(
    handler: CrashHandler, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    fault = ValueError("broken")
    _catch(handler, fault)
    assert told[0][0] is fault
    assert "ValueError: broken" in told[0][1]
    assert "last line" in told[0][1]
    assert caplog.records[0].message == "uncaught"


def test_a_bug_on_another_thread_is_told_too(handler: CrashHandler, told: Told) -> None:
    def work() -> None:
        raise ValueError("elsewhere")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert str(told[0][0]) == "elsewhere"


def test_a_fault_while_telling_ends_there(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    def tell(fault: BaseException, _report: str) -> None:
        told.append((fault, ""))
        _catch(quiet, KeyError("while telling"))
        raise RuntimeError("the dialog is broken too")

    quiet = CrashHandler(logging.getLogger("desk_app"), str, tell)
    _catch(quiet, ValueError("first"))
    _catch(quiet, ValueError("second"))
    assert [str(fault) for fault, _ in told] == ["first", "second"]
    assert [record.message for record in caplog.records] == ["uncaught", "uncaught", "telling failed"] * 2


def test_ctrl_c_is_no_bug(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _fault, _trace: stopped.append(kind))
    quiet = CrashHandler(logging.getLogger("desk_app"), str, lambda *words: told.append(words))
    _catch(quiet, KeyboardInterrupt())
    assert not told
    assert stopped == [KeyboardInterrupt]


def test_a_diagnosis_names_versions_and_nobody() -> None:
    report = diagnosis(ValueError("id 11010519491231002X"), "phone 13800138000", NOW)
    assert __version__ in report
    assert "2026-11-24" in report
    assert "11010519491231002X" not in report
    assert "13800138000" not in report


def test_versions_are_one_a_line() -> None:
    assert [line.split()[0] for line in versions(NOW).splitlines()] == [
        "desk-app",
        "time",
        "Python",
        "Qt",
        "system",
    ]
