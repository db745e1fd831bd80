"""Receipt printers that speak ESC/POS: 80 or 58 mm rolls by network, serial line, USB or a device file.

A slip goes out as the picture of its archived page, so that the roll shows what the store keeps, rare
characters and codes included. Plain lines (a test of the printer) go out as text in GB 18030, which the
built-in Chinese fonts read; a line with a character those fonts do not have goes out as a picture.

``python-escpos`` (extra ``devices``) makes the commands; it is loaded when such a printer is used.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desk_app.devices.printers import PagePicture, PrintJob, RenderPages
from desk_app.domain.errors import InputError, PrinterTrouble

THERMAL_PRINTER = "thermal"
"""The name that stands for the receipt printer of this desk in settings."""
DPI = 203
"""Eight dots a millimetre: what all these heads have."""
DOTS = {80: 576, 58: 384}
"""Width of the paper in millimetres -> dots the head prints (72 and 48 mm)."""
PORT = 9100
_MARGIN_MM, _PRINTED_MM = 4.0, 72.0
"""Where the slips of 80 mm leave the paper white, and what lies between."""
_TIMEOUT = 5.0
_DARK = 150
"""Grey below this is a black dot: thin strokes of small type stay whole."""
_STRIP = 480
"""Rows of dots sent at once: the buffers of cheap printers hold no more."""
_RASTER = b"\x1dv0\x00"
"""GS v 0: a picture, one bit a dot, eight dots a byte."""
_KANJI_ON, _KANJI_OFF = b"\x1c&", b"\x1c."
_LARGE, _PLAIN = b"\x1c!\x0c\x1b!\x30", b"\x1c!\x00\x1b!\x00"
"""FS ! for Chinese, ESC ! for the rest: double height and width, and back."""

_HOST = re.compile(r"(?P<host>[A-Za-z0-9.-]+)(?::(?P<port>[0-9]{1,5}))?")
_USB = re.compile(r"usb:(?P<vendor>[0-9a-fA-F]{4}):(?P<product>[0-9a-fA-F]{4})")
_SERIAL = re.compile(r"(?:serial:)?(?P<device>COM[0-9]{1,3}|/dev/tty[A-Za-z0-9]+)(?:@(?P<baud>[0-9]{3,6}))?")


class Way(StrEnum):
    """How a printer is reached."""

    NETWORK = "network"
    SERIAL = "serial"
    USB = "usb"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a receipt printer is; ``number`` is the port of a network, the baud rate of a serial line."""

    way: Way
    name: str
    number: int = 0
    vendor: int = 0
    product: int = 0


def read_address(text: str) -> Address:
    """An address as it is typed: ``192.168.1.50:9100``, ``COM3@19200``, ``usb:0416:5011``, ``/dev/usb/lp0``.

    Raises InputError ``thermal_address``.
    """
    plain = text.strip()
    if found := _USB.fullmatch(plain):
        return Address(Way.USB, plain, vendor=int(found["vendor"], 16), product=int(found["product"], 16))
    if found := _SERIAL.fullmatch(plain):
        return Address(Way.SERIAL, found["device"], int(found["baud"] or 9600))
    if plain.startswith(("/dev/", "file:")):
        return Address(Way.FILE, plain.removeprefix("file:"))
    found = _HOST.fullmatch(plain)
    if found is None or not 0 < int(found["port"] or PORT) < 65536:
        raise InputError("thermal_address")
    return Address(Way.NETWORK, found["host"], int(found["port"] or PORT))


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One plain line of a slip."""

    text: str
    large: bool = False
    code: bool = False
    """The text is printed as a QR code: a number, never anything about a person."""


DrawLine = Callable[[SlipLine, int], PagePicture]
"""(line, dots across) -> the line as a picture, for what the printer's own fonts do not have."""
Open = Callable[[Address], Any]
"""Address -> an opened printer of ``python-escpos``."""


def in_printer_fonts(text: str) -> bool:
    """Whether the built-in fonts (GBK) have every character: in GB 18030 those take one byte or two."""
    return all(len(char.encode("gb18030")) <= 2 for char in text)


class ThermalPrinter:
    """A receipt printer. Everything that goes wrong is a PrinterTrouble; the case lies safe in the store."""

    name = THERMAL_PRINTER

    def __init__(
        self, address: Address, width_mm: int, render: RenderPages, open_: Open | None = None
    ) -> None:
        self.address = address
        self.dots = DOTS[width_mm]
        self._render = render
        self._open = open_ or open_printer

    def print(self, job: PrintJob) -> None:
        """Print a slip as often as wanted, each cut off."""
        dpi = round(self.dots / _PRINTED_MM * 25.4)
        pages = [self._printed_part(page, dpi) for page in self._render(job.pdf, dpi)]
        with self._opened() as printer:
            for _ in range(job.copies):
                for page in pages:
                    self._picture(printer, page)
                printer.cut()

    def print_lines(self, lines: Iterable[SlipLine], draw: DrawLine) -> None:
        """Print plain lines, and cut."""
        with self._opened() as printer:
            for line in lines:
                if line.code:
                    printer.qr(line.text, native=True, size=6)
                elif in_printer_fonts(line.text):
                    printer._raw(_KANJI_ON + (_LARGE if line.large else _PLAIN))
                    printer._raw(line.text.encode("gb18030") + b"\n" + _KANJI_OFF)
                else:
                    self._picture(printer, draw(line, self.dots))
            printer.cut()

    def _printed_part(self, page: PagePicture, dpi: int) -> PagePicture:
        """Without the white margins, which the head does not reach."""
        left = round(_MARGIN_MM / 25.4 * dpi)
        width = min(self.dots, page.width - left)
        rows = (page.grey[at + left : at + left + width] for at in range(0, len(page.grey), page.width))
        return PagePicture(width, page.height, b"".join(rows))

    @staticmethod
    def _picture(printer: Any, page: PagePicture) -> None:
        from escpos.image import EscposImage
        from PIL import Image

        grey = Image.frombytes("L", (page.width, page.height), page.grey)
        for top in range(0, page.height, _STRIP):
            strip = grey.crop((0, top, page.width, min(top + _STRIP, page.height)))
            dots = strip.point([0 if value < _DARK else 255 for value in range(256)])
            rows = EscposImage(dots.convert("1"))
            size = rows.width_bytes.to_bytes(2, "little") + rows.height.to_bytes(2, "little")
            printer._raw(_RASTER + size + rows.to_raster_format())

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        """The printer, closed in any case. What the library or the system says becomes one sentence."""
        try:
            from escpos.exceptions import Error
        except ImportError as fault:
            raise PrinterTrouble("thermal_not_installed") from fault
        try:
            printer = self._open(self.address)
        except (Error, OSError, RuntimeError, ValueError) as fault:  # the library lacks a driver, or a device
            raise PrinterTrouble("thermal_refused", printer=self.address.name) from fault
        try:
            printer.hw("INIT")
            yield printer
        except (Error, OSError) as fault:
            raise PrinterTrouble("thermal_refused", printer=self.address.name) from fault
        finally:
            printer.close()


def open_printer(address: Address) -> Any:
    """The real thing, opened."""
    from escpos import printer

    if address.way is Way.NETWORK:
        made: Any = printer.Network(address.name, port=address.number, timeout=_TIMEOUT)
        # Opened here: where nobody answers, the library would leave its socket behind.
        made.device = socket.create_connection((address.name, address.number), _TIMEOUT)
        return made
    if address.way is Way.SERIAL:
        made = printer.Serial(address.name, baudrate=address.number, timeout=_TIMEOUT)
    elif address.way is Way.USB:
        made = printer.Usb(address.vendor, address.product)
    else:
        made = printer.File(address.name)
    made.open()
    return made
