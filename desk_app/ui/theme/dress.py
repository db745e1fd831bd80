"""Putting a style sheet on the whole application without pulling widgets from under Qt's feet.

Qt 6 styles everything anew by walking a list of plain pointers that it took beforehand: all widgets, or all
that its cache of rules knows. Two things can leave a freed one in that list, and each ends the program:
Python's cycle collector, which the handlers of the walk may set off, and a sheet laid over another one, which
walks the old sheet's cache. So the collector waits, and the old sheet is taken off first, which drops its
cache unread.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

BARE = ""


def put_on(application: QApplication, sheet: str) -> None:
    """Put this sheet on in place of the one there is; :data:`BARE` takes it off."""
    with _uncollected():
        if application.styleSheet():
            application.setStyleSheet(BARE)
        if sheet:
            application.setStyleSheet(sheet)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python's cycle collector waits until Qt has been through its list."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
