"""Which font draws which character, and that every name can be printed and read back (feature B15)."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import GlyphMissing, PaperTrouble
from desk_app.domain.people import Party
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain, FontFile, Role, find_fonts, missing_characters, printable
from tests.papers import samples
from tests.papers.occasions import SLIPS
from tests.papers.reading import text_of

EXTENSIONS = {
    "A": range(0x3400, 0x4DB6),
    "B": range(0x20000, 0x2A6D7),
    "C": range(0x2A700, 0x2B735),
    "D": range(0x2B740, 0x2B81E),
    "E": range(0x2B820, 0x2CEA2),
}
"""Extension F is only partly in the fonts at hand: a site asks missing_characters."""


def rare_names() -> list[str]:
    """200 made-up names, 40 from each extension, spread evenly over it."""
    names = []
    for block in EXTENSIONS.values():
        step = len(block) // 80
        chars = [chr(block[place * step]) for place in range(80)]
        names += [f"张{chars[at]}{chars[at + 1]}" for at in range(0, 80, 2)]
    return names


def test_two_hundred_rare_names_print_and_read_back(fonts: FontChain) -> None:
    names = rare_names()
    assert len(names) == 200
    assert missing_characters("".join(names), fonts) == ()
    rows = tuple(samples.row(number, name) for number, name in enumerate(names, start=1))
    paper = draw(samples.request(DocumentKind.RECEIPT, case=samples.case(materials=rows)), fonts)
    text = text_of(paper.pdf)
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("name", ["𠮷某某", "㛃某", "张𪚥", "阿卜杜拉·买买提", "李龘"])
def test_a_rare_name_stands_whole_on_every_size(name: str, fonts: FontChain) -> None:
    case = replace(samples.case(), applicant=Party(name))
    for size in SLIPS:
        assert name in text_of(draw(samples.request(DocumentKind.RECEIPT, size, case=case), fonts).pdf)


def test_the_fonts_of_rare_characters_are_opened_only_for_them(font_folder: Path) -> None:
    chain = find_fonts([font_folder])
    draw(samples.request(DocumentKind.RECEIPT, case=samples.case()), chain)
    assert not [name for name in chain.opened() if name.startswith("Hana")]
    draw(samples.request(DocumentKind.RECEIPT, case=replace(samples.case(), applicant=Party("张𫝀"))), chain)
    assert "HanaMinB.ttf" in chain.opened()


def test_what_no_font_has_is_said_before_printing(fonts: FontChain) -> None:
    assert missing_characters("张\U0003fffd某\ue123\ue123\n某", fonts) == ("\ue123",)
    case = replace(samples.case(), applicant=Party("张\ue123\uf0f0"))
    for size in SLIPS:
        with pytest.raises(GlyphMissing) as told:
            draw(samples.request(DocumentKind.RECEIPT, size, case=case), fonts)
        assert told.value.params == {"codes": "U+E123 U+F0F0"}


def test_a_chain_without_rare_fonts_says_so_too(font_folder: Path) -> None:
    chain = FontChain({Role.BODY: [FontFile(font_folder / "NotoSerifSC_400Regular.ttf")]})
    assert missing_characters("张𪚥", chain) == ("𪚥",)


def test_text_falls_into_runs_and_the_role_comes_first(fonts: FontChain) -> None:
    runs = [(face.name, text) for face, text in fonts.runs("张𫝀某\ue123", Role.BODY)]
    assert runs == [
        ("NotoSerifSC-Regular", "张"),
        ("HanaMinB", "𫝀"),
        ("NotoSerifSC-Regular", "某"),
    ]
    assert fonts.runs("张", Role.KAI)[0][0].name == "LXGWWenKai-Regular"
    assert fonts.width("张某", Role.BODY, 10) == pytest.approx(20)
    assert fonts.advances("张\ue123", Role.BODY) == [1000, 0]


def test_no_font_at_all_is_a_clear_fault(tmp_path: Path) -> None:
    with pytest.raises(PaperTrouble, match="fonts_missing"):
        find_fonts([tmp_path, tmp_path / "nowhere"])


def test_a_broken_font_is_passed_over(font_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "simfang.ttf").write_bytes(b"\0\1\0\0 this is no font")
    shutil.copy(font_folder / "NotoSansSC_400Regular.ttf", tmp_path)
    chain = find_fonts([tmp_path])
    assert chain.runs("张", Role.BODY)[0][0].name == "NotoSansSC-Regular"


def test_earlier_folders_win_and_case_does_not_matter(font_folder: Path, tmp_path: Path) -> None:
    shutil.copy(font_folder / "LXGWWenKai-Regular.ttf", tmp_path / "SIMFANG.TTF")
    chain = find_fonts([tmp_path, font_folder])
    assert chain.runs("张", Role.BODY)[0][0].name == "LXGWWenKai-Regular"


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        ("张某某", "张某某"),
        ("张\u200b某\u202e某", "张某某"),
        ("甲\r\n乙\r丙\t丁", "甲\n乙\n丙 丁"),
        ("葛\U000e0100城\ufe00", "葛城"),
        ("ABC（全角　空格）", "ABC（全角　空格）"),
        ("e\u0301", "é"),
    ],
)
def test_what_cannot_be_seen_is_not_printed(given: str, stands: str) -> None:
    assert printable(given) == stands
