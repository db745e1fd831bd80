"""A camera of this computer, through QtMultimedia, where that part is installed (extra ``camera``).

It is no part of the everyday installation: it weighs more than the whole program, and the program of a
document camera with a watched folder does the same. Without it nothing is missed; the button stays away.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer
from PySide6.QtGui import QImage

from desk_app.domain.errors import BadFile, DeskError

WAIT_MS = 4_000
"""A camera wakes up within this time or not at all."""
FIRST_FRAMES = 5
"""Left to the camera to find its exposure."""

Deliver = Callable[[bytes], None]
Fail = Callable[[DeskError], None]


def multimedia() -> Any | None:
    """QtMultimedia, or None where it is not installed or cannot be loaded."""
    try:
        return import_module("PySide6.QtMultimedia")
    except ImportError:
        return None


def has_camera(media: Any | None) -> bool:
    """Whether there is something to photograph with."""
    return media is not None and bool(media.QMediaDevices.videoInputs())


class StillCamera(QObject):
    """Takes one picture and lets the camera go. Lives on the window's thread and answers there, later."""

    def __init__(self, media: Any, parent: QObject | None = None, wait: int = WAIT_MS) -> None:
        super().__init__(parent)
        self._media = media
        self._session: Any = None
        self._camera: Any = None
        self._seen = 0
        self._answers: tuple[Deliver, Fail] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(wait)
        self._patience.timeout.connect(self._give_up)

    def take(self, deliver: Deliver, fail: Fail) -> None:
        """Wake the camera. While one picture is on its way, another wish is dropped."""
        if self._answers is not None:
            return
        media, self._answers, self._seen = self._media, (deliver, fail), 0
        self._session = media.QMediaCaptureSession()
        self._camera = media.QCamera(media.QMediaDevices.defaultVideoInput())
        sink = media.QVideoSink(self._session)
        sink.videoFrameChanged.connect(self._frame)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(sink)
        self._patience.start()
        self._camera.start()

    def _frame(self, frame: Any) -> None:
        self._seen += 1
        image: QImage = frame.toImage()
        if self._answers is None or self._seen < FIRST_FRAMES or image.isNull():
            return
        deliver, _ = self._let_go()
        deliver(_png(image))

    def _give_up(self) -> None:
        if self._answers is not None:
            _, fail = self._let_go()
            fail(BadFile("camera_silent"))

    def _let_go(self) -> tuple[Deliver, Fail]:
        answers, self._answers = self._answers, None
        self._patience.stop()
        self._camera.stop()
        self._session = self._camera = None
        if answers is None:
            raise RuntimeError("nobody waits for a picture")
        return answers


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes text
    buffer.close()
    return bytes(data.data())
