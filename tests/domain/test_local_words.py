"""Citizens' own words: each is spelled, points at items that exist, and finds the one it means."""

from __future__ import annotations

import pytest

from desk_app.domain.local_words import LocalWord, local_words, without_fillers
from installers.catalogue_terms import syllables
from tests.lookup_gold import INDEX, TIERS


def test_there_are_many_and_none_stands_twice() -> None:
    texts = [word.text for word in local_words()]
    assert len(texts) >= 150
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("word", local_words(), ids=lambda word: word.text)
def test_a_saying_finds_its_item(word: LocalWord) -> None:
    assert set(word.items) <= TIERS.keys()
    assert len(word.items) == len(set(word.items))
    assert word.items[0] in [hit.item_id for hit in INDEX.search(word.text, limit=3)]
    typed = "".join(word.syllables)
    assert word.items[0] in [hit.item_id for hit in INDEX.search(typed, limit=3)]


@pytest.mark.parametrize("word", local_words(), ids=lambda word: word.text)
def test_a_saying_is_spelled_as_it_is_said(word: LocalWord) -> None:
    assert word.syllables == syllables(word.text)


def test_fillers_are_left_out_and_cut_words() -> None:
    assert without_fillers(("我失业了怎么办",)) == ("失业",)
    assert without_fillers(("老年证", "在哪办")) == ("老年证",)
    assert without_fillers(("怎么办",)) == ()
    assert without_fillers(("低保",)) == ("低保",)
