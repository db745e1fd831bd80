"""What happens on a bug: it is logged, and the clerk is told in plain words, with the work already saved.

How it is told (:mod:`desk_app.ui.shell.fault_dialog`) and where the log lies are handed in by app.py.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from desk_app import __version__
from desk_app.domain.masked_text import masked_text

Teller = Callable[[BaseException, str], None]
"""Is given the fault and the diagnosis to copy; called on whatever thread the fault came up."""


class CrashHandler:
    """Catches what nothing else caught, on the window's thread and on any other."""

    def __init__(self, logger: logging.Logger, last_lines: Callable[[], str], tell: Teller) -> None:
        self._logger, self._last_lines, self._tell = logger, last_lines, tell
        self._before = (sys.excepthook, threading.excepthook)
        self._busy = False

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook = self._before

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Log it and tell; a fault while telling is only logged, so that dialogs never pile up."""
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, fault, trace)
            return
        self._logger.error("uncaught", exc_info=(kind, fault, trace))
        if self._busy:
            return
        self._busy = True
        try:
            now = datetime.now().astimezone()
            self._tell(fault, diagnosis(fault, self._last_lines(), now))
        except Exception:  # the teller itself is broken: the log is what is left
            self._logger.exception("telling failed")
        finally:
            self._busy = False


def diagnosis(fault: BaseException, log_end: str, now: datetime) -> str:
    """What helps to find the bug, and nothing of any person: versions, traceback, the end of the log."""
    trace = "".join(traceback.format_exception(fault))
    text = f"{versions(now)}\n\n{trace}\n{log_end}"
    return "\n".join(masked_text(line, removed=False) for line in text.split("\n"))


def versions(now: datetime) -> str:
    """Program, Python, Qt and system, one a line."""
    import PySide6

    return "\n".join(
        (
            f"desk-app {__version__}",
            f"time {now:%Y-%m-%d %H:%M:%S}",
            f"Python {platform.python_version()}",
            f"Qt {PySide6.__version__}",
            f"system {platform.platform()}",
        )
    )
