"""The page of pictures as a screen of the window: its keys, its clipboard, what is dropped on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desk_app.domain.attachments import PictureSource
from desk_app.ui.screens.pictures.panes import PicturesPanes
from desk_app.ui.shortcuts import Context, bind, bind_numbered

_HINTS = (
    "pictures.move",
    "pictures.take",
    "pictures.add",
    "pictures.paste",
    "pictures.turn",
    "pictures.cut",
    "pictures.grade",
)


class PicturesView(PicturesPanes):
    """A Screen of the window (shell/screen.py)."""

    closed = Signal()
    wished = Signal(str)
    file_wanted = Signal()
    file_dropped = Signal(str)
    bytes_given = Signal(object, object)
    """(bytes, PictureSource)."""
    watched = Signal(bool)
    refresh_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._bind()

    def _bind(self) -> None:
        self.tools.wished.connect(self._wish)
        bind(
            self,
            {
                "pictures.add": lambda: self._wish("add"),
                "pictures.paste": lambda: self._wish("paste"),
                "pictures.camera": lambda: self._wish("camera"),
            },
        )
        bind_numbered(self, "pictures.pick", self.ask.pick)

    def _wish(self, name: str) -> None:
        if name == "add":
            self.file_wanted.emit()
        elif name == "paste":
            self._paste()
        else:
            self.wished.emit(name)

    def _paste(self) -> None:
        """A picture from the clipboard, or a file that was copied there."""
        held = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
        if files:
            self.file_dropped.emit(files[0])
        else:
            self.bytes_given.emit(_png_of_clipboard(), PictureSource.PASTE)

    def title(self) -> str:
        """For the title bar."""
        return self.tr("材料图像")

    def context(self) -> Context:
        """Which keys work here."""
        return Context.PICTURES

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        return _HINTS

    def primary(self) -> None:
        """Ctrl+Enter does what Enter does: what has arrived goes into the slot."""
        self.list.entered.emit()

    def focus_start(self) -> None:
        """The list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """F5."""
        self.refresh_requested.emit()

    def back(self) -> bool:
        """Esc: the question, the corners, what has arrived, the page."""
        self.back_requested.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """In sight: look at the folder."""
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight."""
        super().hideEvent(event)
        self.watched.emit(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Into the slot at hand, one after another."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.file_dropped.emit(url.toLocalFile())


def _png_of_clipboard() -> bytes:
    """What was copied as a picture; empty when it is none."""
    image = QGuiApplication.clipboard().image()
    if image.isNull():
        return b""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes text
    buffer.close()
    return bytes(data.data())
