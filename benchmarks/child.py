"""Starting our program, and a bare window to hold it against, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE_S = 60
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""The moment at which everything here happens."""

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


def environment(cache: Path, **more: str) -> dict[str, str]:
    """Surroundings of a child: off screen, and with compiled modules kept, as after an installation."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    screen = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return {**kept, "QT_QPA_PLATFORM": screen, "PYTHONPYCACHEPREFIX": str(cache), **more}


def words_of(command: Sequence[str], surroundings: Mapping[str, str]) -> dict[str, float]:
    """Seconds from the start of a command to each word it writes to standard error."""
    began = time.perf_counter()
    seen: dict[str, float] = {}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, env=surroundings, cwd=ROOT
    ) as process:
        assert process.stderr is not None
        try:
            for line in process.stderr:
                seen.setdefault(line.strip(), time.perf_counter() - began)
                if line.startswith("Traceback"):
                    raise RuntimeError(line + process.stderr.read(4000))
        finally:
            process.kill()
    return seen


def told_by(code: str, surroundings: Mapping[str, str], *arguments: str) -> dict[str, float]:
    """Run Python code and read the figures it prints: a name and a number a line."""
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=dict(surroundings),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    pairs = (line.rsplit(maxsplit=1) for line in run.stdout.splitlines() if line)
    return {name: float(value) for name, value in pairs}
