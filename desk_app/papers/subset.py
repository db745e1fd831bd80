"""The part of a font that one PDF carries: numbering, outlines, widths and the way back to Unicode."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from typing import Any

from desk_app.papers.fonts import OPEN_BOX, TICKED, FontChain
from desk_app.papers.truetype import Face

_MOST_IN_BLOCK = 100
"""Entries a bfchar block may hold (Adobe technical note 5014)."""
_EM = 1000
_SYMBOLIC, _FORCE_BOLD = 1 << 2, 1 << 18
_NO_HINTS = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")


class Subset:
    """Characters of one face used in one document. Text is written in two-byte codes (Identity-H)."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        """Name of the font inside the PDF, such as D1."""
        self._codes: dict[str, str] = {}
        self._glyphs = [0]

    def encode(self, text: str) -> str:
        """The hexadecimal string that shows the text; every character must be in the face."""
        codes = self._codes
        for char in text:
            if char not in codes:
                codes[char] = f"{len(self._glyphs):04X}"
                self._glyphs.append(self.face.glyph(ord(OPEN_BOX if char == TICKED else char)))
        return "".join([codes[char] for char in text])

    def to_unicode(self) -> str:
        """The ToUnicode map; beyond the BMP a code maps to a pair of surrogates (ISO 32000-1, 9.10.3)."""
        rows = [f"<{code}> <{char.encode('utf-16-be').hex().upper()}>" for char, code in self._codes.items()]
        blocks = [rows[at : at + _MOST_IN_BLOCK] for at in range(0, len(rows), _MOST_IN_BLOCK)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )

    def font_file(self) -> bytes:
        """A TrueType file with these glyphs only."""
        glyphs, outlines = self._closed()
        head = bytearray(self.face.table("head"))
        struct.pack_into(">h", head, 50, 1)
        hhea = bytearray(self.face.table("hhea"))
        struct.pack_into(">H", hhea, 34, len(glyphs))
        maxp = bytearray(self.face.table("maxp"))
        struct.pack_into(">H", maxp, 4, len(glyphs))
        metrics = (
            word for glyph in glyphs for word in (self.face.raw_advance(glyph), self.face.side_bearing(glyph))
        )
        places, at = [0], 0
        for outline in outlines:
            at += len(outline)
            places.append(at)
        tables = {
            "glyf": b"".join(outlines),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": struct.pack(f">{2 * len(glyphs)}H", *metrics),
            "loca": struct.pack(f">{len(places)}I", *places),
            "maxp": bytes(maxp),
        }
        return _file(tables)

    def add_to(self, document: Any) -> None:
        """Put the font and all it needs into the document, and its name into the page resources."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

        name = PDFName(f"{self._tag()}+{self.face.name}")
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(
                    PDFDictionary(self._descriptor(document, name)), f"{self.resource}.descriptor"
                ),
                "CIDToGIDMap": PDFName("Identity"),
                "DW": _EM,
                "W": PDFArray(list(self._widths())),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant, f"{self.resource}.cid")]),
                "ToUnicode": _stream(document, self.to_unicode().encode(), f"{self.resource}.unicode"),
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.resource] = document.Reference(font, self.resource)

    def _widths(self) -> Iterator[object]:
        """Runs of glyphs that are not one em wide, each as its first code and its widths."""
        from reportlab.pdfbase.pdfdoc import PDFArray

        run: list[int] = []
        for code, glyph in enumerate([*self._glyphs, -1]):
            width = _EM if glyph < 0 else self.face.advance(glyph)
            if width != _EM:
                run.append(width)
            elif run:
                yield code - len(run)
                yield PDFArray(run)
                run = []

    def _descriptor(self, document: Any, name: object) -> dict[str, object]:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

        face = self.face
        return {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _SYMBOLIC | (_FORCE_BOLD if face.bold else 0),
            "FontBBox": PDFArray(list(face.box)),
            "ItalicAngle": 0,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.ascent,
            "StemV": 120 if face.bold else 80,
            "FontFile2": _stream(document, self.font_file(), f"{self.resource}.file", with_length=True),
        }

    def _closed(self) -> tuple[list[int], list[bytes]]:
        """The glyphs with all their parts, and their outlines padded to four bytes."""
        glyphs = list(self._glyphs)
        numbers: dict[int, int] = {}
        outlines: list[bytes] = []
        at = 0
        while at < len(glyphs):
            outline = self.face.outline(glyphs[at])
            for part in outline.parts:
                if part not in numbers:
                    numbers[part] = len(glyphs)
                    glyphs.append(part)
            outlines.append(outline.renumbered(numbers) if outline.parts else outline.data)
            at += 1
        return glyphs, [outline + b"\0" * (-len(outline) % 4) for outline in outlines]

    def _tag(self) -> str:
        digest = hashlib.sha256("".join(self._codes).encode()).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6])


class Ink:
    """The fonts of one document: every sheet drawn with the same ink shares them."""

    def __init__(self, fonts: FontChain) -> None:
        self.fonts = fonts
        self.subsets: dict[Face, Subset] = {}

    def subset(self, face: Face) -> Subset:
        """What of a face this document uses; a new one gets the next name."""
        if face not in self.subsets:
            self.subsets[face] = Subset(face, f"D{len(self.subsets) + 1}")
        return self.subsets[face]


def _stream(document: Any, content: bytes, name: str, *, with_length: bool = False) -> object:
    from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress

    stream = PDFStream(content=content, filters=[PDFZCompress])
    if with_length:
        stream.dictionary["Length1"] = len(content)
    return document.Reference(stream, name)


def _file(tables: dict[str, bytes]) -> bytes:
    count = len(_NO_HINTS)
    power = count.bit_length() - 1
    head = struct.pack(">4s4H", b"\0\1\0\0", count, 16 << power, power, 16 * (count - (1 << power)))
    at = len(head) + 16 * count
    entries, body = [], []
    for tag in _NO_HINTS:
        table = tables[tag]
        entries.append(struct.pack(">4s3I", tag.encode(), 0, at, len(table)))
        padded = table + b"\0" * (-len(table) % 4)
        body.append(padded)
        at += len(padded)
    return head + b"".join(entries) + b"".join(body)
