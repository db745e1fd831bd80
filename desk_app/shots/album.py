"""The pictures of a case: an empty slot, and a signed paper that was scanned back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.domain.attachments import PictureSource
from desk_app.shots.camera import Camera


def pictures_of_a_case(camera: Camera) -> Iterator[Path]:
    """From the open case to its pictures and back: an empty slot, then its own paper as a scan."""
    hands, program = camera.hands, camera.running.program
    hands.press("Ctrl+U")
    camera.settle()
    screen = program.pictures
    shown = screen.presenter.shown if screen is not None else None
    if screen is None or shown is None or not shown.case.documents:
        return
    yield from camera.take("pictures-empty")
    with camera.running.desk.open_store.read() as reader:
        paper = reader.documents.get(shown.case.documents[-1].sha256)
    hands.press("End")
    camera.settle()
    screen.presenter.adding.add_bytes(paper, PictureSource.FOLDER)
    camera.settle()
    program.window.frame.toast.hide()
    yield from camera.take("pictures")
    hands.press("Escape")
    camera.settle()
