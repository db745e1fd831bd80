"""What holds for every test: no display, no leftovers, examples that can be repeated."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anybody imports Qt

import pytest
from hypothesis import settings

from tests import leftovers

# A shared machine makes single examples slow now and then; a deadline would fail good code.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

THREAD_GRACE_SECONDS = 2.0


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window, timer or thread that outlives its test makes another test fail some day: name it here."""
    threads = set(threading.enumerate())
    widgets = leftovers.widgets()
    timers = leftovers.timers() if "qapp" in request.fixturenames else []
    yield
    left = _lasting_threads(threads)
    if "PySide6.QtWidgets" in sys.modules:
        leftovers.finish_deletions()
        leftovers.undress()
        left += [leftovers.describe(widget) for widget in leftovers.widgets() if widget not in widgets]
    if "qapp" in request.fixturenames:
        left += [leftovers.describe(timer) for timer in leftovers.timers() if timer not in timers]
    if left:
        pytest.fail("This test left behind: " + "; ".join(left), pytrace=False)


def _lasting_threads(before: set[threading.Thread]) -> list[str]:
    """Threads that began in the test and do not end within the grace."""
    until = time.monotonic() + THREAD_GRACE_SECONDS
    for thread in set(threading.enumerate()) - before:
        thread.join(max(0.0, until - time.monotonic()))
    return [f"thread {thread.name!r}" for thread in set(threading.enumerate()) - before]
