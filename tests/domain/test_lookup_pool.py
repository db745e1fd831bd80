"""Places of readings and of mistypings in a pool of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.lookup_pool import Found, Owner, Place, Pool, View, occurrences
from desk_app.domain.lookup_readings import Reading, shortened, spelled
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.lookup_text import rows_of
from desk_app.domain.pinyin import sound_code

TEXTS = (
    ("高龄津贴", "gao ling jin tie"),
    ("八十岁以上高龄补贴", "ba shi sui yi shang gao ling bu tie"),
    ("老年证", "lao nian zheng"),
    ("重度残疾人护理补贴", "zhong du can ji ren hu li bu tie"),
    ("廉租房、廉租房补贴", "lian zu fang lian zu fang bu tie"),
)
ROWS = [rows_of(text, tuple(spelled_out.split()))[0] for text, spelled_out in TEXTS]
POOL = Pool(ROWS, [[Owner(number, f"1-{number}", TermKind.NAME)] for number in range(len(ROWS))])


def met(query: str, place: Place, *, short: bool = False) -> set[tuple[int, int, int]]:
    readings = (shortened if short else spelled)((query,))
    return {(at.row, at.start, at.end) for reading in readings for at in POOL.matches(reading, place)}


@pytest.mark.parametrize("query", ["高龄", "gaoling", "gao龄", "高ling"])
def test_characters_and_syllables_stand_in_the_same_places(query: str) -> None:
    assert met(query, Place.INSIDE) == {(0, 0, 2), (1, 5, 7)}
    assert met(query, Place.START) == {(0, 0, 2)}
    assert met(query, Place.WHOLE) == set()


@pytest.mark.parametrize("query", ["老年证", "laonianzheng", "老nian证"])
def test_whole_texts(query: str) -> None:
    assert met(query, Place.WHOLE) == {(2, 0, 3)}


@pytest.mark.parametrize("query", ["lnz", "laonz", "lnzh"])
def test_first_letters(query: str) -> None:
    assert met(query, Place.WHOLE, short=True) == {(2, 0, 3)}


def test_every_place_in_a_text_is_found() -> None:
    assert met("廉租房", Place.INSIDE) == {(4, 0, 3), (4, 3, 6)}
    (reading,) = spelled(("租房",))
    assert list(occurrences(reading, ROWS[4])) == [(1, 3), (4, 6)]
    assert list(occurrences(reading, ROWS[0])) == []


def test_a_reading_too_long_for_the_rest_of_a_text_does_not_stand_there() -> None:
    assert met("证lao", Place.INSIDE) == set()
    assert met("du重", Place.INSIDE) == set()
    assert met("zlao", Place.INSIDE, short=True) == set()


def test_the_quick_question_never_says_no_to_what_stands() -> None:
    for query in ("高龄", "gaoling", "津贴", "廉租房", "bt"):
        for reading in (*spelled((query,)), *shortened((query,))):
            if any(True for _ in POOL.matches(reading, Place.INSIDE)):
                assert POOL.may_hold(reading)
    assert not POOL.may_hold(spelled(("龄高",))[0])


def test_which_part_of_its_text_a_match_is() -> None:
    assert POOL.place_of(Found(2, 0, 3)) is Place.WHOLE
    assert POOL.place_of(Found(2, 0, 2)) is Place.START
    assert POOL.place_of(Found(2, 1, 3)) is Place.INSIDE


def test_what_sounds_alike() -> None:
    sounds = sound_code("lao") + sound_code("lian")
    assert list(POOL.sounding(sounds)) == [Found(2, 0, 2)]


@pytest.mark.parametrize(
    "typed", ["高岭津贴", "高津贴", "高高龄津贴", "龄高津贴", "高津龄贴", "高龄津", "高龄津帖", "高龄津贴贴"]
)
def test_one_mistyping(typed: str) -> None:
    assert 0 in {found.row for found in POOL.near("chars", typed, Place.INSIDE)}


def test_a_mistyped_short_word_must_be_a_whole_text_or_its_beginning() -> None:
    assert {found.row for found in POOL.near("chars", "老证", Place.WHOLE)} == {2}
    begun = set(POOL.near("chars", "重堵", Place.WHOLE))
    assert {POOL.place_of(found) for found in begun} == {Place.START}  # the caller leaves these out
    assert not set(POOL.near("chars", "疾堵", Place.WHOLE))
    assert {found.row for found in POOL.near("firsts", "lmz", Place.START)} == {2, 4}  # lnz, and lzf


def test_mistyped_letters_lead_back_to_characters() -> None:
    assert Found(2, 0, 3) in set(POOL.near("letters", "laoninazheng", Place.INSIDE))


ALPHABET = "abc"
words = st.text(alphabet=ALPHABET, min_size=3, max_size=7)


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[str, str]:
    word = draw(words)
    at = draw(st.integers(0, len(word) - 1))
    char = draw(st.sampled_from(ALPHABET + "x"))
    kind = draw(st.sampled_from(("wrong", "missing", "extra", "swapped")))
    if kind == "swapped":
        return word, word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    rest = word[at:] if kind == "extra" else word[at + 1 :]
    return word, word[:at] + ("" if kind == "missing" else char) + rest


@given(mistyped(), st.text(alphabet="yz", max_size=3), st.text(alphabet="yz", max_size=3))
def test_whatever_is_one_mistyping_away_is_found_where_it_stands(
    pair: tuple[str, str], before: str, after: str
) -> None:
    word, typed = pair
    view = View([before + word + after], 2)
    stretches = {(start, end) for _, start, end in view.near(typed, Place.INSIDE)}
    exact = {at for _, at in view.places(typed, Place.INSIDE)}
    start, end = len(before), len(before) + len(word)
    near = {(start + left, end + right) for left in (0, 1) for right in (-1, 0, 1)}
    assert stretches & near or exact


@given(words, st.lists(words, min_size=1, max_size=4))
def test_a_stretch_is_never_further_away_than_one_mistyping(typed: str, texts: list[str]) -> None:
    for number, start, end in View(texts, 3).near(typed, Place.INSIDE):
        assert 0 <= start <= end <= len(texts[number])
        assert _distance(typed, texts[number][start:end]) <= 1


def _distance(one: str, other: str) -> int:
    """Edit distance with swaps of neighbours, by the book."""
    rows = [list(range(len(other) + 1))]
    for i, left in enumerate(one, start=1):
        row = [i]
        for j, right in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


@given(words, st.lists(words, min_size=1, max_size=4), st.sampled_from(Place))
def test_places_are_those_of_a_plain_search(needle: str, texts: list[str], place: Place) -> None:
    found = set(View(texts, 2).places(needle, place))
    expected = {
        (number, at)
        for number, text in enumerate(texts)
        for at in range(len(text))
        if text.startswith(needle, at)
        and (place is Place.INSIDE or at == 0)
        and (place is not Place.WHOLE or text == needle)
    }
    assert found == expected


def test_a_reading_of_nothing_is_not_asked_for() -> None:
    assert Reading(()).anchors == ()
