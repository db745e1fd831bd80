"""``python -m benchmarks [--short] [name …]``: measure, and print a line a figure.

Each line has the name, our figure, the limit or peer measured in the same run, the ratio, and the target.
The exit code is 1 only when a figure is beyond three times its target: shared machines are noisy.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from benchmarks.figure import Benchmark, report

ALL = ("start", "unlock", "memory", "keystroke", "lookup", "commit", "slips", "case_list")


def benchmark(name: str) -> Benchmark:
    """A benchmark by its name; loaded one by one, so that none weighs on another."""
    found: Benchmark = importlib.import_module(f"benchmarks.{name}").main
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run those that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Side-by-side measurements")
    parser.add_argument("--short", action="store_true", help="fewer rounds, for CI")
    parser.add_argument("names", nargs="*", choices=[[], *ALL], help="which ones; all without a name")
    asked = parser.parse_args(arguments)
    return max([report(benchmark(name)(short=asked.short)) for name in asked.names or ALL])


if __name__ == "__main__":
    sys.exit(main())
