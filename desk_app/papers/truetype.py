"""TrueType files, read only as far as a slip needs them, and subsets of them for a PDF.

Why not reportlab's own font class: it reads a Chinese font in 50 to 170 ms and holds all of it in memory,
copies the whole outline table for every subset, and writes a wrong ToUnicode beyond the BMP (𠮷 comes back as
another character). This one maps the file, finds a glyph by bisection, copies only outlines that are printed.

Formats: OpenType 1.9 (cmap 4 and 12, glyf, hmtx, loca, TTC). CFF outlines are refused, because FontFile2
cannot hold them (ISO 32000-1, table 126).
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from pathlib import Path

from desk_app.domain.errors import PaperTrouble
from desk_app.papers.outline import Outline, read_outline

_COLLECTION = b"ttcf"
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_EMBEDDING_FORBIDDEN = 0x0002
_NO_SUBSETTING = 0x0100
_POSTSCRIPT_NAME = 6
_BEST_MAPS = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


class Face:
    """One face of a font file. Widths and metrics are in 1/1000 em.

    Raises:
        PaperTrouble: ``font_unusable``, when the file is no TrueType font, is damaged, or forbids embedding.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = _directory(self._data, index)
            self._read_metrics()
            self._map = _character_map(self._data, self._tables["cmap"][0])
            self.name = _postscript_name(self._data, self._tables) or path.stem
        except (OSError, KeyError, ValueError, IndexError, struct.error) as error:
            raise PaperTrouble("font_unusable", font=path.name) from error
        self._glyphs: dict[int, Outline] = {}

    def glyph(self, code: int) -> int:
        """The glyph of a code point; 0 when the font has none."""
        return self._map.glyph(code)

    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen."""
        return self._scaled(self.raw_advance(glyph))

    def table(self, tag: str) -> bytes:
        """A table as it stands in the file; empty when there is none."""
        place = self._tables.get(tag)
        return self._data[place[0] : place[0] + place[1]] if place else b""

    def outline(self, glyph: int) -> Outline:
        """The outline of a glyph; kept, because the next slip prints the same words."""
        if glyph not in self._glyphs:
            start, end = self._places[glyph], self._places[glyph + 1]
            base = self._tables["glyf"][0]
            self._glyphs[glyph] = read_outline(self._data[base + start : base + end], self.units_per_em)
        return self._glyphs[glyph]

    def side_bearing(self, glyph: int) -> int:
        """Left side bearing in font units, as an unsigned 16-bit word."""
        if glyph < self._full:
            return self._advances[glyph * 2 + 1]
        at = self._tables["hmtx"][0] + self._full * 4 + (glyph - self._full) * 2
        return int.from_bytes(self._data[at : at + 2], "big")

    def raw_advance(self, glyph: int) -> int:
        """Advance in font units."""
        return self._advances[min(glyph, self._full - 1) * 2]

    def _read_metrics(self) -> None:
        head, hhea, os2 = self.table("head"), self.table("hhea"), self.table("OS/2")
        self.units_per_em: int = struct.unpack_from(">H", head, 18)[0]
        self.box = tuple(self._scaled(value) for value in struct.unpack_from(">4h", head, 36))
        self.ascent, self.descent = (self._scaled(value) for value in struct.unpack_from(">2h", hhea, 4))
        self._full: int = struct.unpack_from(">H", hhea, 34)[0]
        weight, _, rights = struct.unpack_from(">3H", os2, 4)
        if (rights & _EMBEDDING_FORBIDDEN and not rights & 0x000C) or rights & _NO_SUBSETTING:
            raise ValueError("the licence bits of the font forbid embedding a part of it")
        self.bold = weight >= 600
        self._advances = _words("H", self.table("hmtx")[: self._full * 4])
        loca = self.table("loca")
        long_places = struct.unpack_from(">h", head, 50)[0]
        places = _words("I" if long_places else "H", loca)
        self._places = places if long_places else array("I", (place * 2 for place in places))

    def _scaled(self, value: int) -> int:
        return round(value * 1000 / self.units_per_em)


class _Segments:
    """A cmap as sorted segments: constant memory, some comparisons for each new character."""

    def __init__(self, firsts: array[int], lasts: array[int]) -> None:
        self._firsts = firsts
        self._lasts = lasts

    def glyph(self, code: int) -> int:
        at = bisect_right(self._firsts, code) - 1
        if at < 0 or code > self._lasts[at]:
            return 0
        return self._in_segment(at, code)

    def _in_segment(self, at: int, code: int) -> int:
        raise NotImplementedError


class _Groups(_Segments):
    """Format 12."""

    def __init__(self, data: mmap.mmap, at: int) -> None:
        count = struct.unpack_from(">I", data, at + 12)[0]
        rows = _words("I", data[at + 16 : at + 16 + count * 12])
        super().__init__(rows[0::3], rows[1::3])
        self._glyphs = rows[2::3]

    def _in_segment(self, at: int, code: int) -> int:
        return self._glyphs[at] + code - self._firsts[at]


class _Ranges(_Segments):
    """Format 4; its segments are sorted by their ends."""

    def __init__(self, data: mmap.mmap, at: int) -> None:
        length, _, double = struct.unpack_from(">3H", data, at + 2)
        count = double // 2
        words = _words("H", data[at + 14 : at + (length & ~1)])
        super().__init__(words[count + 1 : 2 * count + 1], words[:count])
        self._deltas = words[2 * count + 1 : 3 * count + 1]
        self._offsets = words[3 * count + 1 :]
        self._count = count

    def _in_segment(self, at: int, code: int) -> int:
        offset = self._offsets[at]
        if not offset:
            return (code + self._deltas[at]) & 0xFFFF
        place = at + offset // 2 + code - self._firsts[at]
        glyph = self._offsets[place] if place < len(self._offsets) else 0
        return (glyph + self._deltas[at]) & 0xFFFF if glyph else 0


def _words(kind: str, data: bytes) -> array[int]:
    size = array(kind).itemsize
    if size != {"H": 2, "I": 4}[kind]:
        raise ValueError("this platform has other sizes of integers")
    words: array[int] = array(kind, data[: len(data) // size * size])
    if sys.byteorder == "little":
        words.byteswap()
    return words


def _directory(data: mmap.mmap, index: int) -> dict[str, tuple[int, int]]:
    start = 0
    if data[:4] == _COLLECTION:
        if index >= struct.unpack_from(">I", data, 8)[0]:
            raise ValueError("the collection has fewer faces")
        start = struct.unpack_from(">I", data, 12 + 4 * index)[0]
    if data[start : start + 4] not in _TRUETYPE:
        raise ValueError("no TrueType outlines")
    count = struct.unpack_from(">H", data, start + 4)[0]
    entries = (struct.unpack_from(">4s3I", data, start + 12 + 16 * n) for n in range(count))
    return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in entries}


def _character_map(data: mmap.mmap, at: int) -> _Segments:
    count = struct.unpack_from(">H", data, at + 2)[0]
    offers = [struct.unpack_from(">HHI", data, at + 4 + 8 * n) for n in range(count)]
    places = {(platform, encoding): at + offset for platform, encoding, offset in offers}
    for wanted in _BEST_MAPS:
        if wanted in places:
            place = places[wanted]
            kind = struct.unpack_from(">H", data, place)[0]
            if kind in (4, 12):
                return _Groups(data, place) if kind == 12 else _Ranges(data, place)
    raise ValueError("no Unicode map of a format in use")


def _postscript_name(data: mmap.mmap, tables: dict[str, tuple[int, int]]) -> str:
    at = tables["name"][0]
    count, strings = struct.unpack_from(">2H", data, at + 2)
    for n in range(count):
        platform, _, _, what, length, offset = struct.unpack_from(">6H", data, at + 6 + 12 * n)
        if what == _POSTSCRIPT_NAME:
            raw = data[at + strings + offset : at + strings + offset + length]
            name = raw.decode("latin-1" if platform == 1 else "utf-16-be")
            return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_"))
    return ""
