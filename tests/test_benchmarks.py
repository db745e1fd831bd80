"""A figure says whether it is within its target; only gross misses fail a run."""

from __future__ import annotations

import importlib

import pytest

from benchmarks.__main__ import ALL
from benchmarks.figure import GROSS, Figure, median, percentile, report


def test_a_figure_is_strained_by_its_worst_target() -> None:
    assert Figure("a", 20, most=10).strain == 2
    assert Figure("a", 20, "ms", 10, "peer", most=40, most_ratio=4).strain == 0.5
    assert Figure("a", 50, "/s", least=100).strain == 2
    assert Figure("a", 0, "/s", least=100).strain == float("inf")
    assert Figure("a", 20, "ms", 10, "peer").strain == 0


def test_a_line_has_name_ours_peer_ratio_and_target() -> None:
    line = Figure("accept a case", 3, "ms", 2, "raw insert", most=10, most_ratio=4).line
    assert line.split() == "accept a case 3 ms raw insert 2 ms 1.50x <= 4x, <= 10.0 ms ok".split()
    assert Figure("slow", 30, most=10).line.endswith("3.0 x target")
    assert Figure("untold", 30).line.split() == ["untold", "30.0", "ms"]


def test_only_a_gross_miss_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([Figure("near", 10 * GROSS, most=10)]) == 0
    assert report([Figure("far", 10 * GROSS + 1, most=10), Figure("fine", 1, most=10)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_percentiles_are_times_that_were_measured() -> None:
    times = [float(number) for number in range(1, 101)]
    assert (median(times), percentile(times, 99), percentile([7.0], 99)) == (51, 100, 7)


@pytest.mark.parametrize("name", ALL)
def test_every_benchmark_speaks_the_protocol(name: str) -> None:
    assert callable(importlib.import_module(f"benchmarks.{name}").main)
