"""A keystroke in the command box, to the painted list of items on the look-up page; against one frame.

The real window is driven off screen: the key event, the search, the models, the layout and the painting of
everything the key changed. The guide beside the list follows after a pause of its own and is not in it, nor
is what the platform needs to bring the picture to the glass.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.child import environment, told_by
from benchmarks.figure import Figure, median, percentile, report

FRAME_MS = 1000 / 60
MEDIAN_MS, SLOW_MS = 16.0, 33.0
BETWEEN_MS = 40
"""A quick typist's pause."""
TYPED = ("zuidishenghuo", "zdsh", "ylbx", "canjirenbutie", "gaolingjintie", "shebaoka", "yibao", "jyb")
CHILD = "import sys; from benchmarks.keystroke import drive; drive(sys.argv[1], int(sys.argv[2]))"


def drive(profile: str, rounds: int) -> None:
    """In a process of its own: type, and print what each key took.

    Each key counts with the best of the rounds: a shared machine takes the processor away now and then.
    """
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from benchmarks.desk import open_desk
    from desk_app.driving import let_run

    rows: list[list[float]] = []
    with open_desk(Path(profile)) as running:
        running.doors.look_up_only()
        bar, page = running.window.frame.bar, running.window.frame.pages.page("lookup")
        bar.focus_box()
        QApplication.processEvents()
        for _ in range(rounds):
            times: list[float] = []
            for text in TYPED:
                for char in text:
                    began = time.perf_counter()
                    QTest.keyClick(bar.box.input, char)  # type: ignore[call-overload]  # the stubs leave it out
                    QApplication.sendPostedEvents()  # layout and painting, but no timers
                    times.append((time.perf_counter() - began) * 1000)
                    let_run(BETWEEN_MS)
                assert bar.text() == text
                assert page.isVisible()
                bar.clear()
                QApplication.processEvents()
            rows.append(times)
    best = [min(same) for same in zip(*rows, strict=True)]
    print("first", rows[0][0])
    print("median", median(best))
    print("p99", percentile(best, 99))


def main(*, short: bool = False) -> list[Figure]:
    """Median and 99th of 100 over some hundred keys; the first key is told by itself."""
    from benchmarks.sites import locked_profile

    with tempfile.TemporaryDirectory() as folder:
        here = environment(Path(folder) / "cache")
        profile = locked_profile(Path(folder) / "profile")
        found = told_by(CHILD, here, str(profile), "3" if short else "8")
    frame = "one frame at 60 Hz"
    return [
        Figure("keystroke to painted list", found["median"], "ms", FRAME_MS, frame, most=MEDIAN_MS),
        Figure("keystroke to painted list, p99", found["p99"], "ms", FRAME_MS, frame, most=SLOW_MS),
        Figure("keystroke to painted list, the very first", found["first"], "ms", FRAME_MS, frame),
    ]


if __name__ == "__main__":
    sys.exit(report(main()))
