"""Pictures from outside: what is kept of them, and what is refused."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from desk_app.domain.attachments import Media
from desk_app.domain.errors import BadFile
from desk_app.exchange import pictures
from desk_app.exchange.pictures import LONGEST_SIDE, Picture, as_pdf, decode, read_picture, read_picture_file
from tests.exchange.picture_samples import saved, sheet


def pages(pdf: bytes) -> int:
    if b"locked" in pdf:
        raise ValueError("locked")
    return pdf.count(b"/Type /Page\n") if b"/Type /Page\n" in pdf else int(pdf.rpartition(b" ")[2] or b"0")


def taken(data: bytes) -> Picture:
    return read_picture(data, pages)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_every_kind_becomes_a_small_picture(kind: str) -> None:
    found = taken(saved(sheet(), kind))
    assert (found.media, found.pages) == (Media.JPEG, 1)
    assert decode(found.data).size == (600, 850)
    assert len(found.data) < 200_000


def test_the_camera_turns_and_its_metadata_stay_behind() -> None:
    photo, exif = sheet(), Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = 6, "Camera", "Li"
    found = taken(saved(photo, exif=exif))
    assert decode(found.data).size == (850, 600)
    with Image.open(io.BytesIO(found.data)) as kept:
        assert dict(kept.getexif()) == {}
    assert b"Camera" not in found.data


def test_large_ones_become_an_a4_sheet_and_clear_ones_lie_on_white() -> None:
    assert max(decode(taken(saved(sheet(3000, 4200))).data).size) == LONGEST_SIDE
    clear = decode(taken(saved(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG")).data)
    assert clear.getpixel((50, 50)) == (255, 255, 255)
    deep = decode(taken(saved(Image.new("I;16", (100, 100), 65535), "TIFF")).data)
    assert deep.getpixel((50, 50)) == (255, 255, 255)
    assert taken(saved(sheet().convert("P"), "PNG")).media is Media.JPEG


def test_a_scan_of_several_pages_is_bound() -> None:
    data = saved(sheet(), "TIFF", save_all=True, append_images=[sheet(), sheet(700, 500)])
    found = taken(data)
    assert (found.media, found.pages) == (Media.PDF, 3)
    assert found.data.startswith(b"%PDF-")
    assert b"CreationDate" not in found.data
    assert taken(data) == found


def test_a_pdf_is_kept_as_it_is() -> None:
    pdf = as_pdf((sheet(), sheet()))
    assert read_picture(pdf, lambda _pdf: 2) == Picture(pdf, Media.PDF, 2)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be as large as a town."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("picture_kind", b""),
        ("picture_kind", b"MZ\x90\x00" + bytes(500)),
        ("picture_kind", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("picture_kind", b"GIF89a" + bytes(100)),
        ("picture_broken", saved(sheet())[:4000]),
        ("picture_broken", b"\xff\xd8\xff" + bytes(500)),
        ("picture_broken", b"RIFF" + bytes(500)),
        ("picture_broken", saved(sheet(), "PNG")[:-3000]),
        ("picture_broken", b"%PDF-1.4 0"),
        ("picture_pages", b"%PDF-1.4 101"),
        ("picture_pdf_locked", b"%PDF-1.4 locked"),
        ("picture_too_small", saved(Image.new("RGB", (63, 900)))),
        ("picture_too_large", bomb(60_000, 60_000)),
        ("picture_too_large", bomb(9_400, 9_400)),
        ("picture_too_large", bomb(9_000, 9_000)),
    ],
)
def test_what_is_refused(code: str, data: bytes) -> None:
    with pytest.raises(BadFile, match=code):
        taken(data)


def test_limits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(saved(sheet()))
    assert read_picture_file(file, pages).pages == 1
    with pytest.raises(BadFile, match="picture_unreadable"):
        read_picture_file(tmp_path, pages)
    several = saved(sheet(), "TIFF", save_all=True, append_images=[sheet()])
    monkeypatch.setattr(pictures, "MOST_KEPT", 1000)
    for data in (several, as_pdf((sheet(),))):
        with pytest.raises(BadFile, match="picture_too_big"):
            taken(data)
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    with pytest.raises(BadFile, match="picture_too_big"):
        read_picture_file(file, pages)
