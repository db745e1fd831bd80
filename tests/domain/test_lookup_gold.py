"""How often the right item comes first: for hand-written questions, and for every text mistyped."""

from __future__ import annotations

import random

import pytest

from desk_app.domain.lookup_terms import Term, TermKind
from tests.lookup_gold import GOLD, INDEX, TERMS, TIERS

ABOUT = {TermKind.MATERIAL, TermKind.SCENE, TermKind.DEPARTMENT, TermKind.STAGE}


def ids(query: str, limit: int) -> list[str]:
    return [hit.item_id for hit in INDEX.search(query, limit=limit)]


def test_the_gold_list_is_long_and_names_real_items() -> None:
    assert len({query for query, _ in GOLD}) == len(GOLD) >= 200
    assert {item for _, items in GOLD for item in items} <= TIERS.keys()


def test_the_right_item_comes_first_or_among_the_first_three() -> None:
    firsts = {query: ids(query, limit=3) for query, _ in GOLD}
    wrong = [query for query, items in GOLD if not items & set(firsts[query][:1])]
    missed = [query for query, items in GOLD if not items & set(firsts[query])]
    assert len(wrong) <= 0.05 * len(GOLD), wrong
    assert len(missed) <= 0.02 * len(GOLD), missed


CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能"


def written(term: Term, way: str) -> str:
    if way == "hanzi":
        return term.text[:24]
    return "".join(term.syllables if way == "pinyin" else (one[0] for one in term.syllables))[:24]


def mistyped(text: str, chance: random.Random) -> str:
    characters = "abcdefghijklmnopqrstwxyz" if text.isascii() else CHARACTERS
    at = chance.randrange(len(text))
    kind = chance.choice(("wrong", "missing", "extra", "swapped"))
    if kind == "swapped":
        at = min(at, len(text) - 2)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    rest = text[at:] if kind == "extra" else text[at + 1 :]
    return text[:at] + ("" if kind == "missing" else chance.choice(characters)) + rest


@pytest.mark.parametrize(("way", "least"), [("hanzi", 3), ("pinyin", 8), ("initials", 4)])
def test_one_mistyping_keeps_the_item_among_the_first_ten(way: str, least: int) -> None:
    chance = random.Random(20261124)
    called = [term for term in TERMS if term.kind not in ABOUT]
    owners: dict[str, set[str]] = {}
    for term in called:
        owners.setdefault(written(term, way), set()).add(term.item_id)
    asked = [text for text in chance.choices(sorted(owners), k=500) if len(text) >= least]
    missed = [
        (text, query)
        for text in asked
        if not owners[text] & set(ids(query := mistyped(text, chance), limit=10))
    ]
    assert len(asked) > 250
    assert len(missed) <= 0.04 * len(asked), missed
