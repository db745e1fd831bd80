"""A desk whose printer takes the whole computer down at the second copy of a manifest.

Run as ``python -m tests.stories.dying_handover PROFILE``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk_app.driving import let_run
from tests.stories.counter import BENEFIT, WANG, Clock, Counter
from tests.stories.dying_printer import DyingPrinter

RECEIPT_AND_ACCEPTANCE = 2


def main(folder: Path) -> None:
    """Take a case in, send it, and go dark between the stub and the copy in the bag."""
    QApplication(["desk"])
    DyingPrinter.left = RECEIPT_AND_ACCEPTANCE + 1
    counter = Counter(folder, Clock())
    counter.printers = lambda _name: DyingPrinter(counter.profile.printed_folder)
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    hands.press("Ctrl+5", "Ctrl+N", "Ctrl+Return")
    hands.scan(case.number)
    hands.press("Ctrl+Return")
    hands.press_at_once("Ctrl+Return")
    while True:
        let_run(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
