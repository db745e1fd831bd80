"""The published calls of ``sdtapi.dll``, through ctypes. Only this module knows their arguments.

Return values are single bytes: 0x90 for done, 0x9F for a card found; everything else is a refusal
(0x80 no card, 0x81 not selected, 0x41 could not be read, 0x01 port not there).
"""

from __future__ import annotations

import ctypes
from typing import Any, Protocol

DONE, FOUND = 0x90, 0x9F
USB_PORTS = range(1001, 1017)
"""Ports of USB readers; 1 to 16 are serial ones."""
TEXT_ROOM, PHOTO_ROOM = 256, 1024
"""Bytes of the base message and of the picture as the card holds it."""


class Sdt(Protocol):
    """The functions that are called. A test hands in its own; on a desk it is the maker's library."""

    def SDT_OpenPort(self, port: int, /) -> int:
        """Open a reader."""

    def SDT_ClosePort(self, port: int, /) -> int:
        """Let it go."""

    def SDT_StartFindIDCard(self, port: int, found: Any, if_open: int, /) -> int:
        """Look for a card that was not read since it was laid down."""

    def SDT_SelectIDCard(self, port: int, serial: Any, if_open: int, /) -> int:
        """Choose the card that was found."""

    def SDT_ReadBaseMsg(
        self, port: int, text: Any, text_length: Any, photo: Any, photo_length: Any, if_open: int, /
    ) -> int:
        """Read text and picture."""


def load(path: str) -> Sdt:
    """Load the library. Raises OSError when it is not there or of another word length."""
    library: Sdt = ctypes.CDLL(path)
    return library


def open_port(sdt: Sdt) -> int:
    """The first port that opens. Raises OSError when none does."""
    for port in USB_PORTS:
        if sdt.SDT_OpenPort(port) == DONE:
            return port
    raise OSError("no reader answered at any port")


def find(sdt: Sdt, port: int) -> bool:
    """Whether a card lies there, selected for reading."""
    found, selected = ctypes.create_string_buffer(8), ctypes.create_string_buffer(8)
    if sdt.SDT_StartFindIDCard(port, found, 0) != FOUND:
        return False
    return sdt.SDT_SelectIDCard(port, selected, 0) == DONE


def read(sdt: Sdt, port: int) -> tuple[bytes, bytes] | None:
    """Text and picture of the selected card; None when the reading failed (the card was drawn away)."""
    text, photo = ctypes.create_string_buffer(TEXT_ROOM), ctypes.create_string_buffer(PHOTO_ROOM)
    text_length, photo_length = ctypes.c_uint(0), ctypes.c_uint(0)
    said = sdt.SDT_ReadBaseMsg(port, text, ctypes.byref(text_length), photo, ctypes.byref(photo_length), 0)
    if said != DONE:
        return None
    return text.raw[: text_length.value], photo.raw[: photo_length.value]
