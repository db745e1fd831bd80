"""Receipt printers, held to the bytes they get: compared, and read back as a printer would."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desk_app.devices.printers import PagePicture, PrintJob
from desk_app.devices.thermal import (
    DOTS,
    Address,
    SlipLine,
    ThermalPrinter,
    Way,
    in_printer_fonts,
    open_printer,
    read_address,
)
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import InputError, PrinterTrouble
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain, find_fonts
from desk_app.papers.picture import page_pictures
from desk_app.papers.slip_line import line_page
from desk_app.paths import font_dirs
from tests.papers.samples import case, request

INIT, CUT = b"\x1b@", b"\x1bd\x06\x1dV\x00"
ADDRESS = Address(Way.NETWORK, "printer")


def render(pdf: bytes, dpi: int) -> Sequence[PagePicture]:
    return [PagePicture(page.width, page.height, page.data) for page in page_pictures(pdf, dpi)]


def no_pages(_pdf: bytes, _dpi: int) -> Sequence[PagePicture]:
    return []


def job(copies: int = 1, pdf: bytes = b"") -> PrintJob:
    return PrintJob(UUID(int=1), "test", pdf, PaperSize.ROLL80, copies)


class Caught:
    """A dummy printer whose bytes stay readable after it was closed."""

    def __init__(self) -> None:
        from escpos.printer import Dummy

        self.printer: Any = Dummy()

    def open(self, _address: Address) -> Any:
        return self.printer

    @property
    def stream(self) -> bytes:
        return bytes(self.printer.output)


def pictures(stream: bytes) -> list[tuple[int, int, bytes]]:
    """Every GS v 0 of a stream as (bytes across, rows, bits)."""
    found = []
    at = stream.find(b"\x1dv0\x00")
    while at >= 0:
        across = int.from_bytes(stream[at + 4 : at + 6], "little")
        rows = int.from_bytes(stream[at + 6 : at + 8], "little")
        found.append((across, rows, stream[at + 8 : at + 8 + across * rows]))
        at = stream.find(b"\x1dv0\x00", at + 8 + across * rows)
    return found


@pytest.fixture(scope="module")
def fonts() -> FontChain:
    return find_fonts(font_dirs())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.168.1.50", Address(Way.NETWORK, "192.168.1.50", 9100)),
        (" printer.local:515 ", Address(Way.NETWORK, "printer.local", 515)),
        ("COM3", Address(Way.SERIAL, "COM3", 9600)),
        ("serial:/dev/ttyUSB0@19200", Address(Way.SERIAL, "/dev/ttyUSB0", 19200)),
        ("usb:0416:5011", Address(Way.USB, "usb:0416:5011", vendor=0x0416, product=0x5011)),
        ("/dev/usb/lp0", Address(Way.FILE, "/dev/usb/lp0")),
        ("file:slips.bin", Address(Way.FILE, "slips.bin")),
    ],
)
def test_an_address_is_read_as_it_is_typed(text: str, address: Address) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize("text", ["", "printer:0", "printer:70000", "打印机", "a b", "usb:12:34:56"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="thermal_address"):
        read_address(text)


def test_plain_lines_are_text_in_the_printers_own_code() -> None:
    caught = Caught()
    lines = (SlipLine("收件凭证", large=True), SlipLine("张某某 3 份"), SlipLine("ABC1", code=True))
    ThermalPrinter(ADDRESS, 80, no_pages, caught.open).print_lines(
        lines, lambda *_: PagePicture(8, 1, b"\0" * 8)
    )
    assert caught.stream == (
        INIT
        + b"\x1c&\x1c!\x0c\x1b!\x30"
        + bytes.fromhex("cad5bcfec6bed6a4")
        + b"\n\x1c."
        + b"\x1c&\x1c!\x00\x1b!\x00"
        + bytes.fromhex("d5c5c4b3c4b3")
        + b" 3 "
        + bytes.fromhex("b7dd")
        + b"\n\x1c."
        + b"\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x03\x001E0\x1d(k\x07\x001P0ABC1\x1d(k\x03\x001Q0"
        + CUT
    )
    assert "收件凭证".encode("gb18030") in caught.stream


def test_a_rare_character_goes_out_as_a_picture(fonts: FontChain) -> None:
    rare = "王𬺈"
    assert in_printer_fonts("王某某")
    assert not in_printer_fonts(rare)
    asked: list[int] = []

    def as_picture(line: SlipLine, dots: int) -> PagePicture:
        asked.append(dots)
        (page,) = render(line_page(line.text, 72.0, fonts, large=line.large), 203)
        return page

    caught = Caught()
    ThermalPrinter(ADDRESS, 80, no_pages, caught.open).print_lines((SlipLine(rare),), as_picture)
    assert asked == [DOTS[80]]
    ((across, rows, bits),) = pictures(caught.stream)
    assert (across, len(bits)) == (72, across * rows)
    assert any(bits)
    assert rare.encode("gb18030") not in caught.stream


@pytest.mark.parametrize(("width", "across"), [(80, 72), (58, 48)])
def test_a_slip_goes_out_as_its_archived_page(width: int, across: int, fonts: FontChain) -> None:
    pdf = draw(request(DocumentKind.RECEIPT, PaperSize.ROLL80, case=case()), fonts).pdf
    caught = Caught()
    ThermalPrinter(ADDRESS, width, render, caught.open).print(job(2, pdf))
    found = pictures(caught.stream)
    assert {wide for wide, _, _ in found} == {across}
    assert max(rows for _, rows, _ in found) <= 480
    half = len(found) // 2
    assert found[:half] == found[half:], "two copies"
    assert caught.stream.startswith(INIT)
    assert caught.stream.count(CUT) == 2
    dpi = round(DOTS[width] / 72 * 25.4)
    (page,) = render(pdf, dpi)
    assert sum(rows for _, rows, _ in found[:half]) == page.height
    left = round(4 / 25.4 * dpi)
    for row in (0, page.height // 2, page.height - 1):
        line = page.grey[row * page.width + left : row * page.width + left + across * 8]
        wanted = [value < 150 for value in line]
        bits = b"".join(part for _, _, part in found[:half])[row * across : (row + 1) * across]
        printed = [bool(byte >> (7 - bit) & 1) for byte in bits for bit in range(8)]
        assert printed[: len(wanted)] == wanted


def test_a_printer_on_the_network_gets_the_same_bytes() -> None:
    got: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            line, _ = server.accept()
            with line:
                while part := line.recv(4096):
                    got.append(part)

        listener = threading.Thread(target=listen)
        listener.start()
        address = read_address(f"127.0.0.1:{server.getsockname()[1]}")
        ThermalPrinter(address, 80, no_pages).print_lines((SlipLine("好"),), unused)
        listener.join(10)
    assert b"".join(got) == INIT + b"\x1c&\x1c!\x00\x1b!\x00" + "好".encode("gb18030") + b"\n\x1c." + CUT


def unused(_line: SlipLine, _dots: int) -> PagePicture:
    raise AssertionError("no picture is wanted")


def test_a_device_file_takes_the_bytes(tmp_path: Path) -> None:
    target = tmp_path / "lp0"
    target.touch()
    ThermalPrinter(Address(Way.FILE, str(target)), 80, no_pages).print_lines((SlipLine("a"),), unused)
    assert target.read_bytes().endswith(b"a\n\x1c." + CUT)


def test_nobody_there_is_a_sentence_and_no_crash() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    printer = ThermalPrinter(Address(Way.NETWORK, "127.0.0.1", port), 80, no_pages)
    with pytest.raises(PrinterTrouble, match="thermal_refused") as told:
        printer.print(job())
    assert told.value.params == {"printer": "127.0.0.1"}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (Address(Way.SERIAL, "/dev/ttyNOWHERE", 9600), "/dev/ttyNOWHERE"),
        (Address(Way.USB, "usb:0000:0001", vendor=0, product=1), "usb:0000:0001"),
        (Address(Way.FILE, "/nowhere/lp0"), "/nowhere/lp0"),
    ],
)
def test_every_way_that_leads_nowhere_is_told(address: Address, name: str) -> None:
    with pytest.raises(PrinterTrouble) as told:
        ThermalPrinter(address, 80, no_pages).print(job())
    assert told.value.params.get("printer", name) == name


def test_trouble_while_printing_closes_the_printer() -> None:
    class Jammed:
        closed = False

        def hw(self, _what: str) -> None:
            raise OSError("jam")

        def close(self) -> None:
            self.closed = True

    jammed = Jammed()
    opened: Callable[[Address], Any] = lambda _address: jammed  # noqa: E731
    with pytest.raises(PrinterTrouble, match="thermal_refused"):
        ThermalPrinter(ADDRESS, 58, no_pages, opened).print(job())
    assert jammed.closed
    assert callable(open_printer)
