"""A desk whose printer takes the whole computer down at the n-th paper.

Run as ``python -m tests.stories.dying_printer PROFILE PAPERS``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk_app.devices.printers import FolderPrinter, PrintJob
from desk_app.driving import let_run
from tests.stories.counter import BENEFIT, WANG, Clock, Counter

GONE = 9


class DyingPrinter(FolderPrinter):
    """Prints so many papers, then everything is dark: no goodbye, nothing flushed."""

    left = 0

    def print(self, job: PrintJob) -> None:
        """The last one never comes out."""
        if not DyingPrinter.left:
            os._exit(GONE)
        DyingPrinter.left -= 1
        super().print(job)


def main(folder: Path, papers: int) -> None:
    """Work until the printer is asked once too often."""
    QApplication(["desk"])
    DyingPrinter.left = papers
    counter = Counter(folder, Clock())
    counter.printers = lambda _name: DyingPrinter(counter.profile.printed_folder)
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    hands.press_at_once("F4", "Ctrl+Return")
    while True:
        let_run(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
