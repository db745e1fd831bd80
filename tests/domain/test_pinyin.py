"""Pinyin as it is typed: the table, codes, the ways to cut letters, confused sounds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from desk_app.domain.pinyin import (
    SYLLABLES,
    UNKNOWN,
    code,
    code_range,
    heard_splits,
    is_initial,
    is_syllable,
    short_splits,
    sound_code,
    sounds_like,
    splits,
)

syllables = st.sampled_from(SYLLABLES)


def test_every_common_character_has_a_syllable_of_the_table() -> None:
    read = {syllable for char in map(chr, range(0x4E00, 0x9FA6)) for syllable in lazy_pinyin(char)}
    missing = {syllable for syllable in read if syllable.isascii()} - set(SYLLABLES)
    assert missing == {"fiao", "hm", "m", "n"}  # 覅, 噷, 呒, 嗯: interjections and dialect


def test_each_syllable_has_its_own_code_and_the_codes_follow_the_alphabet() -> None:
    codes = [code(syllable) for syllable in SYLLABLES]
    assert codes == sorted(set(codes))
    assert UNKNOWN not in codes
    assert not any(one.isascii() for one in codes)


@pytest.mark.parametrize(("typed", "table"), [("lue", "lve"), ("nue", "nve")])
def test_two_spellings_of_one_syllable(typed: str, table: str) -> None:
    assert is_syllable(typed)
    assert code(typed) == code(table)
    assert code_range(typed) == (code(table), code(table))
    assert sounds_like(typed) == sounds_like(table)


@pytest.mark.parametrize("text", ["", "x", "zdsh", "a1", "老"])
def test_what_is_no_syllable_has_no_code(text: str) -> None:
    assert code(text) == UNKNOWN
    assert not is_syllable(text)


@given(syllables, st.integers(1, 6))
def test_a_range_holds_the_syllables_that_begin_so(syllable: str, size: int) -> None:
    beginning = syllable[:size]
    found = code_range(beginning)
    assert found is not None
    low, high = found
    for other in SYLLABLES:
        assert (low <= code(other) <= high) == other.startswith(beginning)


def test_no_range_for_what_begins_nothing() -> None:
    assert code_range("q1") is None
    assert code_range("vv") is None


@pytest.mark.parametrize(
    "pair",
    ["lan nan", "zao zhao", "can chan", "san shan", "lin ling", "fen feng", "pan pang", "nv nu", "cen cheng"],
)
def test_confused_sounds_are_heard_alike(pair: str) -> None:
    one, other = pair.split()
    assert sounds_like(one) == sounds_like(other)
    assert sound_code(one) == sound_code(other) != UNKNOWN


@pytest.mark.parametrize("pair", ["lan ran", "zao cao", "lin lun", "fen fan", "dong don", "ban pan"])
def test_other_sounds_are_kept_apart(pair: str) -> None:
    one, other = pair.split()
    assert sounds_like(one) != sounds_like(other)


def test_what_is_no_sound_has_no_sound_code() -> None:
    assert sound_code("xyz") == UNKNOWN


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("xian", {("xian",), ("xi", "an")}),
        ("fangan", {("fang", "an"), ("fan", "gan")}),
        ("gaol", {("gao", "l")}),
        ("gaolingjintie", {("gao", "ling", "jin", "tie")}),
        ("zh", {("zh",)}),
    ],
)
def test_letters_are_cut_into_syllables(letters: str, ways: set[tuple[str, ...]]) -> None:
    assert ways <= set(splits(letters))
    assert all("".join(way) == letters for way in splits(letters))


@pytest.mark.parametrize("letters", ["", "zdsh", "ui", "gaovx"])
def test_letters_that_spell_nothing(letters: str) -> None:
    assert splits(letters) == ()


def test_fewest_syllables_come_first_and_no_more_than_asked_for() -> None:
    lengths = [len(way) for way in splits("xianxian", most=5)]
    assert lengths == sorted(lengths)
    assert len(splits("xianxianxian", most=2)) == 2


@given(st.lists(syllables, min_size=1, max_size=5))
def test_whatever_is_spelled_can_be_read(words: list[str]) -> None:
    letters = "".join(words)
    assert all("".join(way) == letters for way in splits(letters))
    assert splits(letters)
    assert heard_splits(letters)


def test_what_confusion_makes_of_a_syllable_is_read_too() -> None:
    assert ("len",) in heard_splits("len")  # nen, said with l
    assert ("tin",) in heard_splits("tin")
    assert heard_splits("gaol") == ()
    assert not is_syllable("len")


def test_first_letters_alone_and_mixed_with_syllables() -> None:
    assert {("z", "d", "sh"), ("z", "d", "s", "h")} <= set(short_splits("zdsh"))
    assert ("gao", "l", "j", "t") in short_splits("gaoljt")
    assert ("z", "d", "b", "zh") in short_splits("zdbzh")
    assert short_splits("vi") == ()


@pytest.mark.parametrize("part", ["z", "zh", "sh", "ch", "a", "e"])
def test_what_may_stand_for_a_sound(part: str) -> None:
    assert is_initial(part)


@pytest.mark.parametrize("part", ["i", "u", "v", "zu", "", "1"])
def test_what_may_not_stand_for_a_sound(part: str) -> None:
    assert not is_initial(part)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=64))
def test_no_letters_are_too_odd(letters: str) -> None:
    for way in (*splits(letters), *heard_splits(letters), *short_splits(letters)):
        assert re.fullmatch("[a-z]+", "".join(way))
        assert "".join(way) == letters
