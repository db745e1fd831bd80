"""The program's log: what happened, never to whom.

Code logs codes and ids of its own making. Should a number slip in all the same (an exception's text, a
library's warning), a filter masks it before it is written: the last fence, not the first.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desk_app.domain.masked_text import masked_text

LOGGER = "desk_app"
_FILE = "desk.log"
_BYTES, _KEPT = 1_000_000, 5


class MaskingFormatter(logging.Formatter):
    """Masks numbers of people in the finished line, its traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it may be written."""
        return without_people(super().format(record))


def without_people(text: str) -> str:
    """A text for a log or a diagnosis: whatever looks like a person's number is masked in it."""
    return "\n".join(masked_text(line, removed=False) for line in text.split("\n"))


def start_logging(folder: Path) -> RotatingFileHandler | None:
    """Write to ``folder``: files of 1 MB, five kept.

    Returns None where nothing can be written, because a desk that cannot log still serves. The caller gives
    the handler to :func:`stop_logging` when the program ends.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / _FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        with (folder / _FILE).open("a", encoding="utf-8"):
            pass
    except OSError:
        return None
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Close what :func:`start_logging` opened."""
    logging.getLogger(LOGGER).removeHandler(handler)
    handler.close()


def last_lines(folder: Path, most: int = 60) -> str:
    """The end of the log, for the diagnosis a clerk sends; empty when there is none."""
    try:
        text = (folder / _FILE).read_text("utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-most:])
