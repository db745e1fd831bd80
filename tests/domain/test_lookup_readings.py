"""What a query may mean."""

from __future__ import annotations

import pytest

from desk_app.domain.lookup_readings import Reading, heard, shortened, spelled
from desk_app.domain.pinyin import code, sound_code

SOUNDS = {"高": sound_code("gao"), "龄": sound_code("ling"), "金": sound_code("jin")}


def texts(readings: tuple[Reading, ...]) -> list[tuple[str, ...]]:
    return [tuple(token.text for token in reading.tokens) for reading in readings]


def test_characters_have_one_reading() -> None:
    assert texts(spelled(("高龄", "津贴"))) == [("高", "龄", "津", "贴")]
    assert shortened(("高龄",)) == ()


def test_letters_are_read_as_they_are_and_as_syllables() -> None:
    found = spelled(("gaoling",))
    assert texts(found)[:2] == [tuple("gaoling"), ("gao", "ling")]
    assert not found[1].unfinished


def test_blanks_between_syllables_make_no_difference() -> None:
    assert spelled(("gao", "ling")) == spelled(("gaoling",))


def test_the_last_syllable_may_go_on() -> None:
    unfinished = [reading for reading in spelled(("gaolin",)) if reading.unfinished]
    assert {reading.tokens[-1].low for reading in unfinished} >= {code("ling")}
    wide = [reading for reading in spelled(("gaol",)) if reading.unfinished]
    assert ("gao", "l") in texts(tuple(wide))
    assert any(reading.tokens[-1].low < reading.tokens[-1].high for reading in wide)


def test_a_lone_syllable_goes_on_one_by_one() -> None:
    lone = [reading for reading in spelled(("li",)) if reading.unfinished]
    assert all(reading.tokens[0].low == reading.tokens[0].high for reading in lone)
    assert {reading.tokens[0].low for reading in lone} == {
        code(syllable) for syllable in "lia lian liang liao lie lin ling liu".split()
    }


@pytest.mark.parametrize("letter", ["z", "zh", "g"])
def test_a_lone_first_letter_spells_nothing(letter: str) -> None:
    assert texts(spelled((letter,))) == [tuple(letter)]
    assert (letter,) in texts(shortened((letter,)))


def test_an_unfinished_syllable_that_is_no_first_letter_is_spelled() -> None:
    literal, *others = spelled(("zho",))
    assert texts((literal,)) == [("z", "h", "o")]
    assert {reading.tokens[0].low for reading in others} == {code("zhong"), code("zhou")}
    assert all(reading.unfinished for reading in others)


def test_mixed_runs_multiply() -> None:
    assert ("医", "保", "zhuan", "wai") in texts(spelled(("医保zhuanwai",)))
    assert ("8", "0", "sui") in texts(spelled(("80sui",)))
    assert ("残", "j", "r") in texts(shortened(("残jr",)))


def test_only_the_end_of_the_whole_query_may_be_unfinished() -> None:
    assert texts(spelled(("gaol医保",))) == [("g", "a", "o", "l", "医", "保")]
    assert not any(reading.unfinished for reading in spelled(("gao医l",)))
    assert any(reading.unfinished for reading in spelled(("gao医lia",)))


def test_first_letters_and_mixtures() -> None:
    found = texts(shortened(("gaoljt",)))
    assert ("gao", "l", "j", "t") in found
    assert ("gao", "ling") not in texts(shortened(("gaoling",)))  # that is spelled


def test_readings_are_few() -> None:
    assert len(spelled(("xianxian医xianxian保xianxian",))) <= 24


@pytest.mark.parametrize(
    ("query", "views"),
    [("高龄", {"chars"}), ("80岁", {"chars", "codes", "firsts"}), ("低bao", {"chars", "codes", "firsts"})],
)
def test_anchors_are_the_stretches_that_can_be_searched(query: str, views: set[str]) -> None:
    for reading in spelled((query,)):
        for anchor in reading.anchors:
            assert len(anchor.needle) + len(anchor.rest) >= len(reading.tokens)
    assert {anchor.view for reading in spelled((query,)) for anchor in reading.anchors} == views


def test_two_letters_of_one_sound_are_compared_after_the_search() -> None:
    reading = next(found for found in shortened(("zdsh",)) if len(found.tokens) == 3)
    (anchor,) = reading.anchors
    assert (anchor.needle, [at for at, _ in anchor.rest]) == ("zds", [2])


def test_what_is_heard() -> None:
    assert heard(("gaolin",), {})[0] == sound_code("gao") + sound_code("ling")
    assert heard(("高金",), SOUNDS) == (sound_code("gao") + sound_code("jin"),)
    assert heard(("高lin",), SOUNDS) == (sound_code("gao") + sound_code("ling"),)
    assert len(heard(("xian高xian",), SOUNDS)) == 4
    assert heard(("80高",), SOUNDS) == ("80" + sound_code("gao"),)


def test_a_character_nobody_knows_has_no_sound() -> None:
    assert heard(("高鼉",), SOUNDS) == ()
    assert heard(("zdsh",), SOUNDS) == ()
