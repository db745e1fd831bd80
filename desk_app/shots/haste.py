"""Many people for one item, an outage, and a paper ledger typed in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.shots.camera import Camera

NEXT = ("110105195003070019", "王某某")
LATER = ("11010519600215002X", "孙某某")


def in_haste(camera: Camera, item_id: str) -> Iterator[Path]:
    """The three faces of the quick page."""
    hands = camera.hands
    camera.running.program.start_intake(item_id)
    camera.settle()
    hands.press("Ctrl+Shift+R")
    for number, name in (NEXT, LATER):
        hands.compose(number)
        camera.settle()
        hands.compose(name)
        hands.press("Return")
        camera.settle()
    yield from camera.take("run")
    camera.running.program.quick.open_forms()
    camera.settle()
    hands.press("Ctrl+N")
    hands.type("3")
    hands.press("Return")
    camera.settle()
    yield from camera.take("outage")
    camera.running.program.quick.open_ledger()
    camera.settle()
    yield from camera.take("back-entry")
