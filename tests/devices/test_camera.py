"""The camera: absent without complaint; with a source of frames, one still picture."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desk_app.devices import camera
from desk_app.devices.camera import FIRST_FRAMES, StillCamera, has_camera, multimedia
from desk_app.domain.errors import DeskError


class Sink(QObject):
    """Where frames come in."""

    videoFrameChanged = Signal(object)  # noqa: N815 - the library's name


class Library:
    """What QtMultimedia offers, over frames that the test gives."""

    def __init__(self, cameras: int = 1) -> None:
        self.running: list[str] = []
        self.sinks: list[Sink] = []
        self.QMediaDevices = SimpleNamespace(
            videoInputs=lambda: list(range(cameras)), defaultVideoInput=lambda: 0
        )

    def QMediaCaptureSession(self) -> Any:
        return SimpleNamespace(setCamera=lambda _camera: None, setVideoSink=lambda _sink: None)

    def QCamera(self, _device: Any) -> Any:
        return SimpleNamespace(
            start=lambda: self.running.append("on"), stop=lambda: self.running.append("off")
        )

    def QVideoSink(self, _parent: Any) -> Sink:
        self.sinks.append(Sink())
        return self.sinks[-1]


def frame(*, empty: bool = False) -> Any:
    image = QImage() if empty else QImage(8, 6, QImage.Format.Format_RGB32)
    if not empty:
        image.fill(0)
    return SimpleNamespace(toImage=lambda: image)


def test_without_the_part_or_a_camera_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(camera, "import_module", missing)
    assert multimedia() is None
    assert not has_camera(None)
    assert not has_camera(Library(0))
    assert has_camera(Library())
    monkeypatch.setattr(camera, "import_module", lambda name: name)
    assert multimedia() == "PySide6.QtMultimedia"


def test_one_picture_is_taken_when_the_camera_has_found_its_light(qtbot: QtBot) -> None:
    library = Library()
    taken: list[bytes] = []
    still = StillCamera(library)
    faults: list[DeskError] = []
    still.take(taken.append, faults.append)
    still.take(taken.append, faults.append)
    (sink,) = library.sinks
    for _ in range(FIRST_FRAMES - 1):
        sink.videoFrameChanged.emit(frame())
    sink.videoFrameChanged.emit(frame(empty=True))
    assert taken == []
    sink.videoFrameChanged.emit(frame())
    sink.videoFrameChanged.emit(frame())
    assert ([data[:4] for data in taken], faults) == ([b"\x89PNG"], [])
    assert library.running == ["on", "off"]
    still.take(taken.append, faults.append)
    assert library.running == ["on", "off", "on"]
    for _ in range(FIRST_FRAMES):
        library.sinks[1].videoFrameChanged.emit(frame())
    assert (len(taken), library.running[-1]) == (2, "off")
    still.deleteLater()


def test_a_camera_that_does_not_answer_is_let_go(qtbot: QtBot) -> None:
    library = Library()
    taken: list[bytes] = []
    still = StillCamera(library, wait=1)
    faults: list[DeskError] = []
    still.take(taken.append, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert (faults[0].code, taken, library.running) == ("camera_silent", [], ["on", "off"])
    still.deleteLater()
