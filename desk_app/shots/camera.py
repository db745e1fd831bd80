"""One stop, photographed in every look and size."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk_app.app import Running
from desk_app.driving import SETTLE_MS, Driver, let_run
from desk_app.ui.theme.look import Scheme

_PAINTED_MS = 60
"""After a change of look or size: the page lays itself out anew within one turn of the event loop."""


class LookName(StrEnum):
    """A look, as it stands in the name of a picture."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"
    LARGE_TYPE = "large_type"


LOOKS = tuple(LookName)
SIZES = ((1440, 900), (1366, 768))
"""An office screen of today, and the laptops and old monitors of most counters."""


def _chosen(name: LookName) -> tuple[Scheme, bool]:
    """Scheme and size of type."""
    return (Scheme.LIGHT, True) if name is LookName.LARGE_TYPE else (Scheme(name.value), False)


class Camera:
    """Photographs the window. Between two stops it stands at the first look and size."""

    def __init__(
        self,
        running: Running,
        out: Path,
        looks: tuple[LookName, ...] = LOOKS,
        sizes: tuple[tuple[int, int], ...] = SIZES,
    ) -> None:
        self.running = running
        self.hands = Driver(running)
        self._out, self._looks, self._sizes = out, looks, sizes
        self._stand(looks[0], sizes[0])

    def take(self, screen: str) -> Iterator[Path]:
        """A picture in each look and size: ``<screen>-<look>-<width>x<height>.png``."""
        self.settle()
        let_run(SETTLE_MS)
        self.settle()
        for name in self._looks:
            for size in self._sizes:
                self._stand(name, size)
                yield self._snap(f"{screen}-{name.value}-{size[0]}x{size[1]}.png")
        self._stand(self._looks[0], self._sizes[0])

    def take_beside(self, screen: str, window: QWidget) -> Iterator[Path]:
        """A second window in each look and size, named as the first one's."""
        self.settle()
        for name in self._looks:
            for size in self._sizes:
                self.running.switch.choose(*_chosen(name))
                window.resize(*size)
                let_run(_PAINTED_MS)
                file = self._out / f"{screen}-{name.value}-{size[0]}x{size[1]}.png"
                window.grab().save(str(file))
                yield file
        self._stand(self._looks[0], self._sizes[0])

    def _stand(self, name: LookName, size: tuple[int, int]) -> None:
        self.running.switch.choose(*_chosen(name))
        self.running.window.resize(*size)
        let_run(_PAINTED_MS)
        self.settle()

    def settle(self) -> None:
        """Until nothing is under way, and the page is painted."""
        self.hands.wait_until(self.running.jobs.idle, "the background lanes rest")
        let_run(_PAINTED_MS)

    def _snap(self, name: str) -> Path:
        file = self._out / name
        self.running.window.grab().save(str(file))
        return file
