"""One measured figure, beside the limit or peer that was measured in the same run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

GROSS = 3.0
"""A figure fails the run only beyond this many times its target: a shared machine is noisy."""


class Benchmark(Protocol):
    """What each module of this package has as its ``main``."""

    def __call__(self, *, short: bool) -> list[Figure]:
        """Measure; the short form is for CI and takes some seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, what it is held against, and what it should be.

    ``most`` and ``least`` bound our figure in its own unit, ``most_ratio`` bounds it by the peer.
    """

    name: str
    ours: float
    unit: str = "ms"
    peer: float | None = None
    peer_name: str = ""
    most: float | None = None
    least: float | None = None
    most_ratio: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours to the peer's."""
        return None if not self.peer else self.ours / self.peer

    @property
    def strain(self) -> float:
        """How many times beyond the target it is: up to 1 is within, 0 when there is no target."""
        strains = [0.0]
        if self.most is not None:
            strains.append(self.ours / self.most)
        if self.least is not None:
            strains.append(self.least / self.ours if self.ours else float("inf"))
        if self.most_ratio is not None and self.ratio is not None:
            strains.append(self.ratio / self.most_ratio)
        return max(strains)

    @property
    def line(self) -> str:
        """Name, ours, peer, ratio, target."""
        peer = f"{self.peer_name} {_said(self.peer)} {self.unit}" if self.peer is not None else ""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}x"
        mark = "" if not self._targets else "ok" if self.strain <= 1 else f"{self.strain:.1f} x target"
        return (
            f"{self.name:44} {_said(self.ours):>8} {self.unit:4} {peer:34} {ratio:>8}  "
            f"{', '.join(self._targets):22} {mark}"
        ).rstrip()

    @property
    def _targets(self) -> list[str]:
        return [
            *([f"<= {self.most_ratio:g}x"] if self.most_ratio is not None else []),
            *([f"<= {_said(self.most)} {self.unit}"] if self.most is not None else []),
            *([f">= {_said(self.least)} {self.unit}"] if self.least is not None else []),
        ]


def report(figures: Sequence[Figure]) -> int:
    """Print a line a figure; the exit code tells a gross regression."""
    for figure in figures:
        print(figure.line, flush=True)
    return int(any(figure.strain > GROSS for figure in figures))


def median(times: Sequence[float]) -> float:
    """The middle one."""
    return percentile(times, 50)


def percentile(times: Sequence[float], share: int) -> float:
    """The time that so many of 100 do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def _said(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"
