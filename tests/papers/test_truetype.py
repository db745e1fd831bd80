"""Font files, read and cut down; reportlab's own reader is the second opinion."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile, TTFontParser

from desk_app.domain.errors import PaperTrouble
from desk_app.papers.fonts import FontChain, Role
from desk_app.papers.outline import Outline, read_outline
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink, Subset
from desk_app.papers.truetype import Face

SAMPLE = "张某某AaWi1234，。《（—…·□"


@pytest.mark.parametrize(
    "name", ["NotoSerifSC_400Regular", "NotoSansSC_700Bold", "LXGWWenKai-Regular", "HanaMinA"]
)
def test_glyphs_and_widths_agree_with_reportlab(name: str, font_folder: Path) -> None:
    face = Face(font_folder / f"{name}.ttf")
    other = TTFontFile(str(font_folder / f"{name}.ttf"))
    for char in SAMPLE:
        glyph = face.glyph(ord(char))
        assert glyph == other.charToGlyph[ord(char)]
        assert face.advance(glyph) == pytest.approx(other.charWidths[ord(char)], abs=1)
    assert face.glyph(0x10FFFD) == 0
    assert face.bold == ("Bold" in name)


def glyph_count(data: bytes) -> int:
    parser: Any = TTFontParser(io.BytesIO(data))
    return int(struct.unpack_from(">H", parser.get_table("maxp"), 4)[0])


def test_a_subset_is_a_font_that_another_reader_accepts(font_folder: Path) -> None:
    face = Face(font_folder / "HanaMinA.ttf")
    subset = Subset(face, "D1")
    subset.encode("张某某é")
    data = subset.font_file()
    parser = TTFontParser(io.BytesIO(data))
    assert set(parser.table) == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert glyph_count(data) == 4
    assert len(data) < 4000


def test_codes_are_given_once_and_lead_back_beyond_the_bmp(font_folder: Path) -> None:
    subset = Subset(Face(font_folder / "HanaMinB.ttf"), "D1")
    assert subset.encode("𠮷𪚥𠮷") == "000100020001"
    assert "<0001> <D842DFB7>" in subset.to_unicode()
    assert "<0002> <D869DEA5>" in subset.to_unicode()


def test_the_way_back_comes_in_blocks_of_a_hundred(font_folder: Path) -> None:
    subset = Subset(Face(font_folder / "NotoSansSC_400Regular.ttf"), "D1")
    subset.encode("".join(chr(0x4E00 + at) for at in range(250)))
    counts = [line.split()[0] for line in subset.to_unicode().splitlines() if line.endswith("beginbfchar")]
    assert counts == ["100", "100", "50"]


def test_an_outline_moves_by_less_than_half_a_step_and_its_hints_go(font_folder: Path) -> None:
    triangle = struct.pack(">hhhhh", 1, 0, 0, 101, 203) + struct.pack(">HH", 2, 3) + b"abc"
    triangle += bytes((0x01, 0x01, 0x01)) + struct.pack(">hhh", 0, 101, -50) + struct.pack(">hhh", 0, 0, 203)
    outline = read_outline(triangle, 1000)
    assert b"abc" not in outline.data
    again = read_outline(outline.data, 1000)
    assert again == outline
    # x: 0, 100, 52 (steps 0, +100, -48); y: 0, 0, 204, on a grid of four
    assert outline.data.endswith(bytes((100, 48, 204)))


def test_far_points_keep_their_long_steps() -> None:
    line = struct.pack(">hhhhh", 1, 0, 0, 900, 0) + struct.pack(">HH", 3, 0) + bytes((0x01 | 0x20 | 0x08, 3))
    line += struct.pack(">hhhh", 0, 900, -900, 900)
    outline = read_outline(line, 1000)
    assert struct.pack(">h", 900) in outline.data
    assert read_outline(outline.data, 1000) == outline


def test_blank_glyphs_are_nothing() -> None:
    assert read_outline(b"", 1000) == Outline(b"")
    assert read_outline(struct.pack(">hhhhhH", 0, 0, 0, 0, 0, 0), 1000) == Outline(b"")


def test_composites_name_their_parts_anew_and_lose_their_hints() -> None:
    head = struct.pack(">hhhhh", -1, 0, 0, 10, 10)
    first = struct.pack(">HHbb", 0x20 | 0x08, 7, 1, 1) + b"\1\1"
    second = struct.pack(">HHhh", 0x20 | 0x01 | 0x40, 8, 1, 1) + b"\1\1\1\1"
    third = struct.pack(">HHbb", 0x100 | 0x80, 9, 1, 1) + b"\1" * 8
    outline = read_outline(head + first + second + third + b"\0\2hi", 1000)
    assert outline.parts == (7, 8, 9)
    assert not outline.data.endswith(b"hi")
    renamed = outline.renumbered({7: 1, 8: 2, 9: 3})
    assert struct.pack(">HH", 0x20 | 0x08, 1) in renamed
    assert struct.pack(">HH", 0x80, 3) in renamed


def test_a_composite_brings_its_parts_into_the_subset(font_folder: Path) -> None:
    face = Face(font_folder / "LXGWWenKai-Regular.ttf")
    composite = next(chr(code) for code in range(0xA0, 0x3000) if face.outline(face.glyph(code)).parts)
    subset = Subset(face, "D1")
    subset.encode(composite)
    assert glyph_count(subset.font_file()) > 2


def _file(tables: dict[str, bytes], kind: bytes = b"\0\1\0\0") -> bytes:
    at = 12 + 16 * len(tables)
    entries, body = b"", b""
    for tag, table in tables.items():
        entries += struct.pack(">4sIII", tag.encode(), 0, at + len(body), len(table))
        body += table
    return kind + struct.pack(">4H", len(tables), 0, 0, 0) + entries + body


def _tiny(cmap: bytes, rights: int = 0, name: bytes = b"") -> dict[str, bytes]:
    """A font of three glyphs, 1000 units to the em, with 16-bit places."""
    return {
        "head": bytes(18)
        + struct.pack(">H", 1000)
        + bytes(16)
        + struct.pack(">4h", 0, 0, 9, 9)
        + bytes(6)
        + b"\0\0",
        "hhea": struct.pack(">Ihh", 0x10000, 800, -200) + bytes(26) + struct.pack(">H", 2),
        "OS/2": struct.pack(">HhHHH", 4, 500, 400, 5, rights),
        "hmtx": struct.pack(">HhHhh", 500, 1, 600, 2, 3),
        "loca": struct.pack(">4H", 0, 0, 0, 0),
        "glyf": b"",
        "maxp": struct.pack(">IH", 0x10000, 3),
        "name": name or struct.pack(">3H", 0, 0, 6),
        "cmap": cmap,
    }


def _format_4() -> bytes:
    """A and B by delta, C by an offset into the glyph array, D in a segment whose offset leads nowhere."""
    ends, starts = (0x42, 0x43, 0x44, 0xFFFF), (0x41, 0x43, 0x44, 0xFFFF)
    deltas = (-0x40 & 0xFFFF, 0, 0, 1)
    offsets = (0, 6, 2000, 0)
    table = struct.pack(">7H", 4, 0, 0, 8, 0, 0, 0) + struct.pack(">4HH", *ends, 0)
    table += struct.pack(">12H", *starts, *deltas, *offsets) + struct.pack(">H", 2)
    table = table[:2] + struct.pack(">H", len(table)) + table[4:]
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table


def test_the_older_map_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "tiny.ttf"
    path.write_bytes(_file(_tiny(_format_4())))
    face = Face(path)
    assert [face.glyph(ord(char)) for char in "ABCDE@"] == [1, 2, 2, 0, 0, 0]
    assert [face.advance(glyph) for glyph in (0, 1, 2)] == [500, 600, 600]
    assert [face.side_bearing(glyph) for glyph in (0, 1, 2)] == [1, 2, 3]
    assert face.name == "tiny"
    assert face.table("none") == b""
    assert face.outline(1) == Outline(b"")


def test_a_mac_name_will_do(tmp_path: Path) -> None:
    name = struct.pack(">3H", 0, 1, 18) + struct.pack(">6H", 1, 0, 0, 6, 6, 0) + b"Ti ny!"
    path = tmp_path / "x.ttf"
    path.write_bytes(_file(_tiny(_format_4(), name=name)))
    assert Face(path).name == "Tiny"


def test_a_collection_offers_its_faces(tmp_path: Path) -> None:
    font = _file(_tiny(_format_4()))
    path = tmp_path / "two.ttc"
    # The table offsets in the file are counted from its start: keep the font there and the header apart.
    header = b"ttcf" + struct.pack(">III", 0x10000, 1, 16)
    tables = _tiny(_format_4())
    shifted = _file(tables)
    count = len(tables)
    moved = bytearray(shifted)
    for at in range(count):
        place = 12 + 16 * at + 8
        struct.pack_into(">I", moved, place, struct.unpack_from(">I", shifted, place)[0] + len(header))
    path.write_bytes(header + bytes(moved))
    assert Face(path).glyph(ord("A")) == 1
    assert font[:4] == b"\0\1\0\0"
    with pytest.raises(PaperTrouble, match="font_unusable"):
        Face(path, 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"OTTO" + bytes(100),
        _file(_tiny(_format_4(), rights=0x0002)),
        _file(_tiny(_format_4(), rights=0x0100)),
        _file(_tiny(struct.pack(">HHHHIH", 0, 1, 3, 1, 12, 6))),
        _file(_tiny(struct.pack(">HHHHI", 0, 1, 1, 0, 12))),
        _file({"head": b""}),
    ],
    ids=["empty", "cff", "restricted", "no subsetting", "old map", "no unicode", "torn"],
)
def test_what_cannot_be_embedded_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.ttf"
    path.write_bytes(content)
    with pytest.raises(PaperTrouble, match="font_unusable"):
        Face(path)
    with pytest.raises(PaperTrouble, match="font_unusable"):
        Face(tmp_path / "absent.ttf")


def test_sheets_of_one_ink_share_their_subsets(fonts: FontChain) -> None:
    ink = Ink(fonts)
    for _ in range(2):
        Sheet(ink, 100, 100).text(10, 10, "张", Role.BODY, 12)
    assert [subset.resource for subset in ink.subsets.values()] == ["D1"]
