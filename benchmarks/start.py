"""From the command to the first painted window, and to rows that answer a search; against a bare window.

Every round starts a bare QMainWindow and our program in turn, so that a noisy machine spoils both alike.
Two starts are measured: into look-up, without a profile; and locked, with the lock page over look-up.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.child import BARE, environment, words_of
from benchmarks.figure import Figure, median, report
from benchmarks.sites import locked_profile

FIRST_PAINT_RATIO, USABLE_RATIO = 1.5, 2.5


def measure(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each start; the first round, which compiles and warms, does not count."""
    profiles = {"look-up": folder / "none", "locked": locked_profile(folder / "profile")}
    times: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        here = environment(folder / "cache")
        found = {"bare": words_of([sys.executable, "-c", BARE], here)["first-paint"]}
        for kind, profile in profiles.items():
            traced = environment(folder / "cache", DESK_APP_TRACE_START="1", DESK_APP_PROFILE=str(profile))
            words = words_of([sys.executable, "-m", "desk_app"], traced)
            found |= {f"{kind} {word}": words[word] for word in ("first-paint", "usable")}
        if number:
            for name, seconds in found.items():
                times.setdefault(name, []).append(seconds * 1000)
    return times


def main(*, short: bool = False) -> list[Figure]:
    """Medians of several starts."""
    with tempfile.TemporaryDirectory() as folder:
        times = {name: median(all_) for name, all_ in measure(Path(folder), 3 if short else 9).items()}
    bare = times["bare"]
    return [
        Figure(f"start, {kind}, {name}", times[f"{kind} {word}"], "ms", bare, "bare window", most_ratio=ratio)
        for kind in ("look-up", "locked")
        for name, word, ratio in (
            ("first paint", "first-paint", FIRST_PAINT_RATIO),
            ("usable", "usable", USABLE_RATIO),
        )
    ]


if __name__ == "__main__":
    sys.exit(report(main()))
