"""Pictures of every screen in every look, and of every paper: made by driving the real program off screen.

People look at them beside the drafts of the design; the clerk's manual shows some of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desk_app.app import Running
from desk_app.domain.worktime import SHANGHAI
from desk_app.exchange.calendar_file import read_calendar
from desk_app.paths import resource
from desk_app.shots.beginning import first_run
from desk_app.shots.camera import LOOKS, SIZES, Camera, LookName
from desk_app.shots.counter import at_the_counter
from desk_app.shots.papers import paper_pictures
from desk_app.wiring.demo import DemoMeans, make_demo_profile
from desk_app.wiring.desk import CALENDAR

if TYPE_CHECKING:
    from desk_app.db.vault import Kdf

MOMENT = datetime(2026, 11, 24, 10, 42, tzinfo=SHANGHAI)
"""When the pictures are taken, whatever the clock says: the same pictures on every day, and a full list."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to photograph."""

    looks: tuple[LookName, ...] = LOOKS
    sizes: tuple[tuple[int, int], ...] = SIZES
    """Logical pixels of the window."""
    papers: bool = True
    kdf: Kdf | None = None
    """Cost of the made-up passwords; None is the full one."""


EVERYTHING = Plan()


def take_shots(
    out: Path, now: Callable[[], datetime], random: Callable[[int], bytes], plan: Plan = EVERYTHING
) -> Iterator[Path]:
    """Photograph everything and yield the files; earlier pictures of the same names are written over.

    ``now`` is read once: the pictures stand at that moment. Profiles made for it are removed in the end.
    """
    moment = now()
    application = QApplication.instance() or QApplication(["desk-app", "shots"])
    made = out / "profiles"
    shutil.rmtree(made, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    means = DemoMeans(read_calendar(resource(CALENDAR)), random, moment, plan.kdf)
    try:
        with _desk(made / "new", means) as running:
            yield from first_run(Camera(running, out, plan.looks, plan.sizes))
            if plan.papers:
                yield from paper_pictures(running.desk, out, moment)
        make_demo_profile(made / "demo", means)
        with _desk(made / "demo", means) as running:
            yield from at_the_counter(Camera(running, out, plan.looks, plan.sizes))
    finally:
        application.processEvents()
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def _desk(profile: Path, means: DemoMeans) -> Iterator[Running]:
    """The program on a profile, shown and closed again."""
    running = Running(profile, now=lambda: means.now, random=means.random, kdf=means.kdf)
    try:
        running.show()
        yield running
    finally:
        running.close()
