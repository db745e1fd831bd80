"""Memory of the whole program after log-in with its lists open; against a bare window."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import psutil

from benchmarks.child import environment, told_by
from benchmarks.figure import Figure, report

MOST_MB = 130.0
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
from benchmarks.memory import resident
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
for _ in range(5):
    app.processEvents()
print("bare", resident())
"""
CHILD = """
import sys
from desk_app.__main__ import prepare_start
prepare_start()
from benchmarks.memory import drive
drive(sys.argv[1])
"""


def resident() -> float:
    """Megabytes (10^6 bytes) of this process that lie in memory, shared libraries and fonts included."""
    return float(psutil.Process().memory_info().rss) / 1e6


def drive(profile: str) -> None:
    """In a process of its own: start, sign in, open look-up, intake and the list of cases."""
    from benchmarks.desk import open_desk, wait_until
    from desk_app.driving import Driver
    from desk_app.services.demo import PASSWORD

    with open_desk(Path(profile)) as running:
        print("locked", resident())
        hands = Driver(running, pause=0)
        hands.type(PASSWORD)
        hands.press("Return")
        wait_until(lambda: running.desk.clerk is not None and running.jobs.idle())
        print("signed in", resident())
        for page in ("intake", "lookup", "cases"):
            running.window.frame.pages.show_page(page)
            hands.rest()
        running.window.frame.pages.show_page("lookup")
        running.window.frame.bar.put_query("zdsh")
        hands.rest()
        print("lists open", resident())
        print("its own", psutil.Process().memory_full_info().uss / 1e6)


def main(*, short: bool = False) -> list[Figure]:  # noqa: ARG001  # one process tells; nothing to shorten
    """Resident memory, in megabytes."""
    from benchmarks.sites import busy_profile

    with tempfile.TemporaryDirectory() as folder:
        profile = busy_profile(Path(folder) / "profile")
        here = environment(Path(folder) / "cache")
        bare = told_by(BARE, here)["bare"]
        told_by(CHILD, here, str(profile))  # compiles; the second start is like any later one
        found = told_by(CHILD, here, str(profile))
    return [
        Figure("memory, locked", found["locked"], "MB", bare, "bare window"),
        Figure("memory, signed in", found["signed in"], "MB", bare, "bare window"),
        Figure("memory, lists open", found["lists open"], "MB", bare, "bare window", most=MOST_MB),
        Figure("memory, lists open, shared with nobody", found["its own"], "MB"),
    ]


if __name__ == "__main__":
    sys.exit(report(main()))
