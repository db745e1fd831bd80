"""The counter's day: opened, a queue, an original that stays, and the page a shift leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import Case
from desk_app.domain.custody import never_kept
from desk_app.services.custody import take_original
from desk_app.shots.camera import Camera


def the_day(camera: Camera) -> Iterator[Path]:
    """From opening to closing."""
    hands = camera.hands
    hands.press("Ctrl+Shift+O")
    yield from camera.take("shift-left-nothing")
    hands.press("Ctrl+Return")
    hands.press("Ctrl+Shift+5")
    yield from camera.take("queue-overdue")
    _keep_an_original(camera)
    hands.press("Ctrl+Shift+W")
    yield from camera.take("shift-closing")
    hands.press("Alt+R")
    yield from camera.take("shift-give-back")
    hands.press("Return")
    camera.settle()
    hands.press("Alt+B")
    hands.compose("王某某明早来取结果，先打电话。")
    camera.settle()
    hands.press("Ctrl+Return")
    camera.settle()
    hands.press("Ctrl+Shift+O")
    yield from camera.take("shift-left")


def _keep_an_original(camera: Camera) -> None:
    """One paper stays at the counter for a while."""
    desk = camera.running.desk
    with desk.open_store.read() as reader:
        lines = reader.cases.page(CaseQuery(open=True)).lines
        cases = [reader.cases.get(line.id) for line in lines]
    case, row = next((case, row) for case in cases for row in _kept(case))
    take_original(desk.open_store, desk.present_clerk, case.id, row, desk.now())
    camera.settle()


def _kept(case: Case) -> Iterator[int]:
    return (row.number for row in case.materials if not never_kept(row.name))
