"""Background lanes: slow work runs on plain threads, its result comes back to the window's thread.

``work`` takes and returns plain values and touches no ``QObject``. ``done`` and ``failed`` run on the
thread of the window, unless the owner is gone, the job was cancelled, or a later job of the same owner and
key was begun: late answers are dropped by number.

A worker knows a job by its number only and lets go of it before it reports: the callbacks hold screens, and a
screen must never lose its last reference, and so be destroyed, on a thread that is not the window's.
"""

from __future__ import annotations

import itertools
import queue
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import Shiboken

T = TypeVar("T")

LANES = {"store": 1, "files": 2, "card": 1}
"""Workers of each lane. The store has one, so that its acts keep the order in which they were asked for."""
_END = 0
"""Stands in a queue where a number would stand, and sends the worker home."""


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work on its way. Keep it to cancel, or forget it."""

    number: int
    owner: weakref.ref[QObject]
    key: str | None
    work: Callable[[Job], object]
    done: Callable[[object], None]
    failed: Callable[[Exception], None] | None
    progress: Callable[[int, int], None] | None = None
    result: object = None
    fault: Exception | None = None
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Do not begin it, and do not call back. Long work looks at :attr:`cancelled` and ends early."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more; may be read on any thread."""
        return self._stop.is_set()


class Jobs(QObject):
    """The lanes of one program. Made by app.py on the window's thread; :meth:`drain` ends it."""

    _returned = Signal(int)
    _reported = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._latest: weakref.WeakKeyDictionary[QObject, dict[str, Job]] = weakref.WeakKeyDictionary()
        self._queues: dict[str, queue.SimpleQueue[int]] = {}
        self._pending: dict[int, Job] = {}
        self._threads: list[threading.Thread] = []
        self._closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._returned.connect(self._deliver, queued)
        self._reported.connect(self._report, queued)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        lane: str = "store",
        key: str | None = None,
    ) -> Job:
        """Run ``work`` on a lane and hand its result to ``done``.

        An exception goes to ``failed``; without one it is raised on the window's thread, where the crash
        handler meets it. With a ``key``, only the latest job of this owner and key calls back, and an earlier
        one that has not begun is not begun: it was superseded.
        """
        return self._begin(owner, lambda _job: work(), done, failed, lane, key, None)

    def run_long(
        self,
        owner: QObject,
        work: Callable[[Callable[[int, int], None], Callable[[], bool]], T],
        done: Callable[[T], None],
        progress: Callable[[int, int], None],
        failed: Callable[[Exception], None] | None = None,
        lane: str = "files",
        key: str | None = None,
    ) -> Job:
        """Run work that reports: it is given ``report(done, total)`` and ``cancelled()``."""

        def reporting(job: Job) -> T:
            def report(count: int, total: int) -> None:
                self._tell(job.number, count, total)

            return work(report, lambda: job.cancelled)

        return self._begin(owner, reporting, done, failed, lane, key, progress)

    def idle(self) -> bool:
        """Whether nothing is under way and every answer was delivered."""
        return not self._pending

    def drain(self, timeout: float) -> bool:
        """Take no more work, let what was begun or waits finish, and end the threads.

        Returns whether all ended within ``timeout`` seconds. Nobody is called back afterwards.
        """
        self._closed = True
        for lane, line in self._queues.items():
            for _ in range(LANES[lane]):
                line.put(_END)
        until = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _begin(
        self,
        owner: QObject,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        lane: str,
        key: str | None,
        progress: Callable[[int, int], None] | None,
    ) -> Job:
        def hand_over(result: object) -> None:
            done(result)  # type: ignore[arg-type]  # it is what `work` returned

        job = Job(next(self._numbers), weakref.ref(owner), key, work, hand_over, failed, progress)
        if key is not None:
            earlier = self._latest.setdefault(owner, {})
            if key in earlier:
                earlier[key].cancel()
            earlier[key] = job
        if self._closed:
            job.cancel()
        else:
            self._start(job, lane)
        return job

    def _start(self, job: Job, lane: str) -> None:
        line = self._queues.get(lane)
        if line is None:
            line = self._queues[lane] = queue.SimpleQueue()
            for number in range(LANES[lane]):
                name = f"{lane}-{number}"
                thread = threading.Thread(target=self._serve, args=(line,), name=name, daemon=True)
                self._threads.append(thread)
                thread.start()
        self._pending[job.number] = job
        line.put(job.number)

    def _serve(self, line: queue.SimpleQueue[int]) -> None:
        """The life of one worker."""
        while (number := line.get()) != _END:
            self._carry_out(number)
            if not self._closed and Shiboken.isValid(self):
                self._returned.emit(number)

    def _carry_out(self, number: int) -> None:
        job = self._pending[number]
        if job.cancelled:
            return
        try:
            job.result = job.work(job)
        except Exception as fault:  # handed to the window's thread, not swallowed
            job.fault = fault

    def _tell(self, number: int, count: int, total: int) -> None:
        if not self._closed:
            self._reported.emit(number, count, total)

    def _report(self, number: int, count: int, total: int) -> None:
        job = self._pending.get(number)
        if job is not None and job.progress is not None and _awaited(job):
            job.progress(count, total)

    def _deliver(self, number: int) -> None:
        job = self._pending.pop(number)
        if self._closed or not _awaited(job):
            return
        self._forget(job)
        if job.fault is None:
            job.done(job.result)
        elif job.failed is not None:
            job.failed(job.fault)
        else:
            raise job.fault

    def _forget(self, job: Job) -> None:
        owner = job.owner()
        if owner is not None and job.key is not None and self._latest.get(owner, {}).get(job.key) is job:
            del self._latest[owner][job.key]


class InlineJobs(Jobs):
    """The same without threads: work is done at once, on the caller's thread. For tests and the tour."""

    def _start(self, job: Job, lane: str) -> None:
        self._pending[job.number] = job
        self._carry_out(job.number)
        self._deliver(job.number)

    def _tell(self, number: int, count: int, total: int) -> None:
        self._report(number, count, total)


def _awaited(job: Job) -> bool:
    owner = job.owner()
    return not job.cancelled and owner is not None and Shiboken.isValid(owner)
