"""Pages of a PDF as pictures, for the preview and for the printer (docs/decisions/0001)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: one byte each in grey, else four (RGBA); rows without padding."""

    width: int
    height: int
    data: bytes
    gray: bool


def page_pictures(pdf: bytes, dpi: float, gray: bool = True) -> list[Picture]:
    """Every page at this resolution, in order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(page, dpi, gray) for page in document]
    finally:
        document.close()


def page_images(pdf: bytes, dpi: int) -> list[Image]:
    """Every page in colour as an image to draw on."""
    from PIL.Image import frombytes

    pages = page_pictures(pdf, dpi, gray=False)
    return [frombytes("RGBX", (page.width, page.height), page.data).convert("RGB") for page in pages]


def page_count(pdf: bytes) -> int:
    """How many pages. Raises ValueError for what is no readable PDF: broken, or locked by a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fault:
        raise ValueError("not a readable PDF") from fault
    try:
        return len(document)
    finally:
        document.close()


def _picture(page: object, dpi: float, gray: bool) -> Picture:
    bitmap = page.render(scale=dpi / 72, grayscale=gray, rev_byteorder=True, prefer_bgrx=True)  # type: ignore[attr-defined]  # pypdfium2 ships no types
    row = bitmap.width * bitmap.n_channels
    raw = bytes(bitmap.buffer)
    rows = (raw[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    data = raw if bitmap.stride == row else b"".join(rows)
    if not gray:
        data = _opaque(data)
    return Picture(bitmap.width, bitmap.height, data, gray)


def _opaque(pixels: bytes) -> bytes:
    """The fourth byte of RGBx is undefined; paper is not transparent."""
    whole = bytearray(pixels)
    whole[3::4] = b"\xff" * (len(whole) // 4)
    return bytes(whole)


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, as a reader would copy it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
