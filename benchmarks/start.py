"""From the command to the first painted window, and to rows that answer a search; against a bare window.

Every round starts a bare QMainWindow and our program in turn, so that a noisy machine spoils both alike.
Targets (docs of performance): first paint at most 1.5 times the bare window, usable at most 2.5 times.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIRST_PAINT_LIMIT, USABLE_LIMIT = 1.5, 2.5
GROSS = 3.0
"""The short form, run by CI, fails only beyond this many times the limit."""

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        print("first-paint", file=sys.stderr, flush=True)
        QApplication.quit()
app = QApplication([])
window = Bare()
window.resize(1440, 900)
window.show()
app.exec()
"""


def timed(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    """Seconds from the start of a command to each word it writes to standard error."""
    began = time.perf_counter()
    seen: dict[str, float] = {}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        for line in process.stderr:
            seen.setdefault(line.strip(), time.perf_counter() - began)
    return seen


def measure(rounds: int) -> tuple[float, float, float]:
    """Medians in seconds: bare window, our first paint, our usable look-up."""
    bare: list[float] = []
    painted: list[float] = []
    usable: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "DESK_APP_TRACE_START": "1",
            "DESK_APP_PROFILE": str(Path(folder) / "none"),
        }
        for _ in range(rounds + 1):
            bare.append(timed([sys.executable, "-c", BARE], environment)["first-paint"])
            ours = timed([sys.executable, "-m", "desk_app"], environment)
            painted.append(ours["first-paint"])
            usable.append(ours["usable"])
    return tuple(statistics.median(times[1:]) for times in (bare, painted, usable))  # type: ignore[return-value]  # a generator of three


def main(*, short: bool = False) -> int:
    """Print the figures; the exit code tells a gross regression."""
    bare, painted, usable = measure(3 if short else 9)
    worst = 0.0
    for name, ours, limit in (("first paint", painted, FIRST_PAINT_LIMIT), ("usable", usable, USABLE_LIMIT)):
        ratio = ours / bare
        worst = max(worst, ratio / limit)
        print(
            f"start, {name}: {ours * 1000:.0f} ms, bare window {bare * 1000:.0f} ms, "
            f"ratio {ratio:.2f} (target <= {limit})"
        )
    return int(worst > GROSS)


if __name__ == "__main__":
    sys.exit(main())
