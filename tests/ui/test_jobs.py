"""Work on lanes: answers on the window's thread, none to a screen that is gone, none that is late."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desk_app.domain.errors import StoreLocked
from desk_app.ui.jobs import InlineJobs, Jobs

PATIENCE_S = 5.0


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    lanes = Jobs()
    yield lanes
    assert lanes.drain(PATIENCE_S)


def _ends_with(seen: list[int], number: int) -> bool:
    return seen[-1:] == [number]


def _fails() -> int:
    raise StoreLocked


def test_work_runs_elsewhere_and_its_answer_comes_home(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []
    here = threading.current_thread().name
    jobs.run(
        jobs,
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("store-0", here)]


def test_the_store_lane_keeps_order_and_files_do_not_wait_for_it(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    order: list[str] = []
    owner = QObject()

    def first() -> str:
        gate.wait(PATIENCE_S)
        return "first"

    jobs.run(owner, first, order.append)
    jobs.run(owner, lambda: "second", order.append)
    jobs.run(owner, lambda: "file", order.append, lane="files")
    qtbot.waitUntil(lambda: order == ["file"])
    gate.set()
    qtbot.waitUntil(lambda: order == ["file", "first", "second"])


def test_a_fault_comes_home_too(jobs: Jobs, qtbot: QtBot) -> None:
    faults: list[Exception] = []
    jobs.run(jobs, _fails, lambda _: faults.append(AssertionError()), faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], StoreLocked)


def test_a_fault_nobody_expects_reaches_the_crash_handler(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as faults:
        jobs.run(jobs, _fails, lambda _: None)
        qtbot.waitUntil(lambda: bool(faults))
    assert faults[0][0] is StoreLocked


def test_a_screen_that_is_gone_is_not_called(jobs: Jobs, qtbot: QtBot) -> None:
    gate, seen = threading.Event(), list[str]()
    owner, other = QObject(), QObject()
    jobs.run(owner, lambda: str(gate.wait(PATIENCE_S)), seen.append)
    Shiboken.delete(owner)
    gate.set()
    jobs.run(other, lambda: "later", seen.append)
    qtbot.waitUntil(lambda: "later" in seen)
    assert seen == ["later"]


def test_of_one_owner_and_key_only_the_latest_answers(jobs: Jobs, qtbot: QtBot) -> None:
    gate, seen, begun = threading.Event(), list[str](), list[str]()
    owner, other = QObject(), QObject()

    def work(name: str) -> Callable[[], str]:
        def begin() -> str:
            begun.append(name)
            gate.wait(PATIENCE_S)
            return name

        return begin

    jobs.run(owner, work("a"), seen.append, key="search")
    qtbot.waitUntil(lambda: begun == ["a"])
    jobs.run(owner, work("b"), seen.append, key="search")
    jobs.run(owner, work("c"), seen.append, key="search")
    jobs.run(other, work("d"), seen.append, key="search")
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["c", "d"]
    assert begun == ["a", "c", "d"]  # b was superseded before it began


def test_a_key_is_free_again_after_its_answer(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(3):
        jobs.run(jobs, partial(int, number), seen.append, key="page")
        qtbot.waitUntil(partial(_ends_with, seen, number))
    assert seen == [0, 1, 2]


def test_cancelled_work_is_neither_begun_nor_answered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, seen, begun = threading.Event(), list[str](), list[str]()
    jobs.run(jobs, lambda: str(gate.wait(PATIENCE_S)), lambda _: None)
    job = jobs.run(jobs, lambda: begun.append("x"), lambda _: seen.append("x"))
    job.cancel()
    gate.set()
    jobs.run(jobs, lambda: "end", seen.append)
    qtbot.waitUntil(lambda: seen == ["end"])
    assert not begun


def test_long_work_reports_and_can_be_stopped(jobs: Jobs, qtbot: QtBot) -> None:
    reports: list[tuple[int, int]] = []
    seen: list[int] = []
    gate = threading.Event()

    def work(report: Callable[[int, int], None], cancelled: Callable[[], bool]) -> int:
        report(1, 2)
        gate.wait(PATIENCE_S)
        report(2, 2)
        return 0 if cancelled() else 1

    job = jobs.run_long(jobs, work, seen.append, lambda done, total: reports.append((done, total)))
    qtbot.waitUntil(lambda: reports == [(1, 2)])
    job.cancel()
    gate.set()
    jobs.run(jobs, lambda: 9, seen.append)
    qtbot.waitUntil(lambda: seen == [9])
    assert reports == [(1, 2)]


def test_draining_finishes_what_waits_and_calls_nobody(qtbot: QtBot) -> None:
    lanes = Jobs()
    done: list[str] = []
    answered: list[object] = []
    lanes.run(lanes, lambda: done.append("draft"), answered.append)
    assert lanes.drain(PATIENCE_S)
    lanes.run(lanes, lambda: done.append("too late"), answered.append)
    qtbot.wait(1)
    assert done == ["draft"]
    assert not answered


def test_draining_says_when_work_hangs(qtbot: QtBot) -> None:
    lanes, gate = Jobs(), threading.Event()
    lanes.run(lanes, lambda: gate.wait(PATIENCE_S), lambda _: None)
    assert not lanes.drain(0.01)
    gate.set()
    assert lanes.drain(PATIENCE_S)


def test_inline_jobs_answer_at_once(qtbot: QtBot) -> None:
    lanes, seen, reports = InlineJobs(), list[object](), list[int]()
    lanes.run(lanes, lambda: 1, seen.append, key="k")
    lanes.run(lanes, _fails, seen.append, seen.append)

    def work(report: Callable[[int, int], None], cancelled: Callable[[], bool]) -> bool:
        report(1, 3)
        return cancelled()

    lanes.run_long(lanes, work, seen.append, lambda done, _total: reports.append(done))
    assert seen[0] == 1
    assert isinstance(seen[1], StoreLocked)
    assert seen[2] is False
    assert reports == [1]
    with pytest.raises(StoreLocked):
        lanes.run(lanes, _fails, seen.append)
