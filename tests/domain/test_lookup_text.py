"""Texts and queries as look-up compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.lookup_text import LONGEST_QUERY, Row, rows_of, runs_of, words_of
from desk_app.domain.pinyin import UNKNOWN, code, sound_code


def only(text: str, spelled: str) -> Row:
    (row,) = rows_of(text, tuple(spelled.split()))
    return row


def test_punctuation_case_and_width_make_no_difference() -> None:
    row = only("“两癌”（HPV）筛查", "liang ai hpv shai cha")
    assert row.chars == "两癌hpv筛查"
    assert row.at == ((1, 2), (2, 3), (5, 6), (6, 7), (7, 8), (9, 10), (10, 11))
    assert row.codes == code("liang") + code("ai") + "hpv" + code("shai") + code("cha")
    assert row.firsts == "lahpvsc"
    assert row.letters == "liangaihpvshaicha"
    assert row.sounds == sound_code("lian") + sound_code("ai") + "hpv" + sound_code("sai") + sound_code("ca")


def test_full_width_letters_stand_for_themselves() -> None:
    row = only("Ａ证", "a zheng")
    assert (row.chars, row.firsts, row.codes[0]) == ("a证", "az", "a")


def test_a_syllable_that_is_missing_or_unknown_meets_nothing() -> None:
    row = only("老年𠮷", "lao nian xx")
    assert row.codes[-1] == UNKNOWN
    assert only("老年", "lao").firsts == "l?"
    assert only("老年", "lao").letters == "lao"


@pytest.mark.parametrize("text", ["", "（）", "——", " "])
def test_a_text_without_units_has_no_row(text: str) -> None:
    assert rows_of(text, ()) == ()


@pytest.mark.parametrize(
    ("text", "spelled", "other"),
    [
        ("80岁以上", "80 sui yi shang", "八十岁以上"),
        ("60周岁", "60 zhou sui", "六十周岁"),
        ("100岁", "100 sui", "一百岁"),
        ("18岁", "18 sui", "十八岁"),
        ("7级", "7 ji", "七级"),
        ("八十岁补贴", "ba shi sui bu tie", "80岁补贴"),
        ("满六十五岁", "man liu shi wu sui", "满65岁"),
        ("二胎", "er tai", "2胎"),
        ("一百二十岁", "yi bai er shi sui", "120岁"),
        ("十岁", "shi sui", "10岁"),
        ("百岁老人", "bai sui lao ren", "100岁老人"),
    ],
)
def test_a_number_is_found_written_either_way(text: str, spelled: str, other: str) -> None:
    row, rewritten = rows_of(text, tuple(spelled.split()))
    assert row.chars == text
    assert rewritten.chars == other
    assert (rewritten.at[0][0], rewritten.at[-1][1]) == (0, len(text))


def test_every_number_of_a_text_is_rewritten() -> None:
    _, rewritten = rows_of("60岁至80岁", ("60", "sui", "zhi", "80", "sui"))
    assert rewritten.chars == "六十岁至八十岁"
    assert rewritten.letters == "liushisuizhibashisui"
    assert rewritten.at[:3] == ((0, 2), (0, 2), (2, 3))


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("一二级残补", "yi er ji can bu"),
        ("1958年", "1958 nian"),
        ("111岁", "111 sui"),
        ("0岁", "0 sui"),
        ("一喷三防", "yi pen san fang"),
    ],
)
def test_what_is_no_number_of_years_stays_as_it_is(text: str, spelled: str) -> None:
    assert only(text, spelled).chars == text


def test_letters_lead_back_to_units() -> None:
    row = only("高龄津贴", "gao ling jin tie")
    assert row.letters[3:7] == "ling"
    assert row.units_of_letters(3, 7) == (1, 2)
    assert row.units_of_letters(2, 8) == (0, 3)
    assert row.units_of_letters(0, 13) == (0, 4)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("  低保 申请 ", ("低保", "申请")),
        ("医保（居民）", ("医保", "居民")),
        ("ＹＬＢＸ", ("ylbx",)),
        ("８０岁", ("80岁",)),
        ("xi'an", ("xi", "an")),
        ("lÜ", ("lv",)),
        ("低\x00保\u202e", ("低", "保")),
        ("", ()),
        ("。，！\n", ()),
        ("\ud800", ()),
    ],
)
def test_words_of_a_query(query: str, words: tuple[str, ...]) -> None:
    assert words_of(query) == words


def test_a_long_query_is_cut() -> None:
    assert words_of(" " * 10 + "低" * 1_000_000) == ("低" * LONGEST_QUERY,)
    assert len("".join(words_of("\ufdfa" * 64))) <= LONGEST_QUERY  # one character that stands for eighteen


@given(st.text(max_size=80))
def test_words_are_clean_whatever_is_typed(query: str) -> None:
    for word in words_of(query):
        assert word.isalnum()
        assert words_of(word) == (word,) or not word.isascii()


@pytest.mark.parametrize(
    ("word", "runs"),
    [("医保zhuanwai", ("医保", "zhuanwai")), ("80sui", ("80", "sui")), ("低保", ("低保",)), ("", ())],
)
def test_runs_of_a_word(word: str, runs: tuple[str, ...]) -> None:
    assert runs_of(word) == runs
