"""Pictures from outside: what they really are, within limits, and in one shape for the store.

A file's name proves nothing, its first bytes and a whole decoding do. Pictures come from telephones and
memory sticks: one may be broken, hostile, or a bomb that unpacks to gigabytes; each is refused with a reason
and nothing is changed. What is kept is a new JPEG at about 200 dots an inch of an A4 sheet, with the camera's
turn applied and its metadata (place, time, owner) left behind. A PDF is kept as it is.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from desk_app.domain.attachments import Media
from desk_app.domain.errors import BadFile

MOST_BYTES = 40_000_000
MOST_PIXELS = 80_000_000
"""A telephone's largest; decoded it is 240 MB, and one is decoded at a time."""
MOST_PAGES = 100
MOST_KEPT = 20_000_000
"""Bytes of one attachment in the store."""
LONGEST_SIDE = 2339
"""Pixels: an A4 sheet at 200 dots an inch."""
LEAST_SIDE = 64
QUALITY = 80

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
_HEADS = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"RIFF",
)
_PDF = b"%PDF-"
_BOMBS = (Image.DecompressionBombWarning, Image.DecompressionBombError)
warnings.simplefilter("error", Image.DecompressionBombWarning)  # a bomb is refused, not remarked upon

CountPages = Callable[[bytes], int]
"""Pages of a PDF; raises ValueError for one that cannot be opened (papers/picture.py)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the store keeps."""

    data: bytes
    media: Media
    pages: int


def read_picture_file(path: Path, count_pages: CountPages) -> Picture:
    """A file as the store would keep it; the file stays as it is. Raises BadFile as :func:`read_picture`."""
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as fault:
        raise BadFile("picture_unreadable") from fault
    return read_picture(data, count_pages)


def read_picture(data: bytes, count_pages: CountPages) -> Picture:
    """Bytes as the store would keep them.

    Raises:
        BadFile: ``picture_too_big`` (``most`` megabytes), ``picture_kind`` (neither picture nor PDF),
            ``picture_broken``, ``picture_too_large`` (``most`` megapixels), ``picture_too_small``,
            ``picture_pages`` (``most`` pages), ``picture_pdf_locked``.
    """
    if len(data) > MOST_BYTES:
        raise BadFile("picture_too_big", most=MOST_BYTES // 1_000_000)
    if data[:1024].lstrip().startswith(_PDF):
        return _pdf(data, count_pages)
    if not data.startswith(_HEADS):
        raise BadFile("picture_kind")
    return _picture(data)


def _pdf(data: bytes, count_pages: CountPages) -> Picture:
    if len(data) > MOST_KEPT:
        raise BadFile("picture_too_big", most=MOST_KEPT // 1_000_000)
    try:
        pages = count_pages(data)
    except ValueError as fault:
        raise BadFile("picture_pdf_locked") from fault
    _require_pages(pages)
    return Picture(data, Media.PDF, pages)


def _require_pages(pages: int) -> None:
    if pages < 1:
        raise BadFile("picture_broken")
    if pages > MOST_PAGES:
        raise BadFile("picture_pages", most=MOST_PAGES)


def _picture(data: bytes) -> Picture:
    """Every fault of a decoder means one thing: this is no picture that anybody should look at."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            _require_measure(opened.size)
            frames = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
            _require_pages(frames)
            pages = [_jpeg(frame) for frame in _frames(opened, frames)]
    except BadFile:
        raise
    except _BOMBS as fault:
        raise BadFile("picture_too_large", most=MOST_PIXELS // 1_000_000) from fault
    except Exception as fault:
        raise BadFile("picture_broken") from fault
    if len(pages) == 1:
        return Picture(pages[0], Media.JPEG, 1)
    return _bound(pages)


def _frames(opened: Any, frames: int) -> Iterator[Any]:
    if frames == 1:
        yield opened
        return
    for frame in ImageSequence.Iterator(opened):
        _require_measure(frame.size)
        yield frame


def _require_measure(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise BadFile("picture_too_large", most=MOST_PIXELS // 1_000_000)
    if min(width, height) < LEAST_SIDE:
        raise BadFile("picture_too_small")


def _jpeg(frame: Any) -> bytes:
    if frame.format == "JPEG":
        frame.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    turned = ImageOps.exif_transpose(frame)
    return encode(_on_white(turned))


def _on_white(image: Image.Image) -> Image.Image:
    """In colour, and where it is transparent on white, as paper is."""
    if image.mode in ("I;16", "I", "F"):
        image = image.convert("F").point(lambda value: value / 257).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(ground, clear).convert("RGB")
    return image.convert("RGB")


def encode(image: Image.Image) -> bytes:
    """A page as a JPEG of sane size, without metadata."""
    small = image.copy()
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", small.size)
    bare.paste(small)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True, dpi=(200, 200))
    return out.getvalue()


def decode(jpeg: bytes) -> Image.Image:
    """A picture that the store kept."""
    image = Image.open(io.BytesIO(jpeg), formats=("JPEG",))
    image.load()
    return image.convert("RGB")


def _bound(pages: list[bytes]) -> Picture:
    """Several pages of one scan as one PDF, each still the JPEG it was made into."""
    first, *rest = (decode(page) for page in pages)
    data = as_pdf((first, *rest))
    if len(data) > MOST_KEPT:
        raise BadFile("picture_too_big", most=MOST_KEPT // 1_000_000)
    return Picture(data, Media.PDF, len(pages))


def as_pdf(pages: tuple[Image.Image, ...]) -> bytes:
    """Pages as a PDF that says nothing about when and by what it was made."""
    out = io.BytesIO()
    first, *rest = pages
    first.save(
        out,
        "PDF",
        save_all=True,
        append_images=rest,
        resolution=200.0,
        quality=QUALITY,
        creationDate=None,
        modDate=None,
    )
    return out.getvalue()
