"""A whole desk off screen, in a process of its own: what its window is measured by.

Nothing here loads more than the program does by itself, or memory would tell of the measuring.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.child import NOW
from desk_app.app import Running
from desk_app.driving import let_run

PATIENCE_S = 30
SETTLED_MS = 100
"""What the program loads ahead has begun by then; nobody types a password or a query sooner."""


@contextmanager
def open_desk(profile: Path) -> Iterator[Running]:
    """The program with its first page on show."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["desk-app", "-style", "Fusion"])
    running = Running(profile, now=lambda: NOW, random=os.urandom, style_is_set=True)
    completed: list[bool] = []
    running.completed.connect(lambda: completed.append(True))
    running.show()
    running.window.activateWindow()
    wait_until(lambda: bool(completed))
    let_run(SETTLED_MS)
    wait_until(running.jobs.idle)
    try:
        yield running
    finally:
        running.close()
        application.processEvents()


def wait_until(reached: Callable[[], bool]) -> None:
    """Let the window and its lanes work until something is so, two milliseconds at a time."""
    until = time.monotonic() + PATIENCE_S
    while not reached():
        if time.monotonic() > until:
            raise TimeoutError
        let_run(2)
