"""Search terms of the catalogue, with pinyin made once, here, so that the desk needs no pinyin library.

pypinyin reads most of this vocabulary rightly; READINGS holds what it does not, or what must not change
when the package does. tests/test_build_catalogue.py spells out every character with several readings that
occurs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pypinyin import lazy_pinyin, load_phrases_dict

from desk_app.domain.catalogue import Release, ServiceItem
from desk_app.domain.lookup_terms import Term, TermKind, spans

READINGS = {
    "军人参保": "jun ren can bao",
    "人参保": "ren can bao",
    "参保": "can bao",
    "参核": "can he",
    "参试": "can shi",
    "参战": "can zhan",
    "重度": "zhong du",
    "重残": "zhong can",
    "重病": "zhong bing",
    "重建": "chong jian",
    "长期": "chang qi",
    "长寿": "chang shou",
    "家长": "jia zhang",
    "银行": "yin hang",
    "行驶证": "xing shi zheng",
    "结扎": "jie za",
    "宫颈": "gong jing",
    "供养": "gong yang",
    "核销": "he xiao",
}
"""Phrases whose characters have several readings."""

SHORTEST_PART = 4
"""Shorter parts of a current name (住院/…) are no names of their own and would outrank real ones."""

load_phrases_dict(
    {phrase: [[reading] for reading in spelled.split()] for phrase, spelled in READINGS.items()}
)


def terms_of(release: Release, scenes: Mapping[str, Iterable[str]]) -> tuple[Term, ...]:
    """Every text each item is found by, in the order of the items, no text twice for one item.

    ``scenes`` gives for an item id the life situations it belongs to, besides its own group.
    """
    names = {item.id: item.display_name for item in release.items}
    terms: list[Term] = []
    for item in release.items:
        seen: set[str] = set()
        for kind, text in _texts(item, names, scenes.get(item.id, ())):
            if text and text not in seen:
                seen.add(text)
                terms.append(Term(item.id, kind, text, syllables(text)))
    return tuple(terms)


def _texts(
    item: ServiceItem, names: Mapping[str, str], scenes: Iterable[str]
) -> Iterator[tuple[TermKind, str]]:
    yield TermKind.NAME, item.display_name
    yield TermKind.NAME, item.name
    for text in item.aliases:
        yield TermKind.ALIAS, text
    for text in _current_names(item.current_name):
        yield TermKind.CURRENT, text
    for target in (*item.previous_stage, *item.next_stage):
        yield TermKind.STAGE, names[target]
    for text in (item.scene, *scenes):
        yield TermKind.SCENE, text
    yield TermKind.DEPARTMENT, item.department
    for paper in item.materials:
        yield TermKind.MATERIAL, paper.name


def _current_names(text: str) -> Iterator[str]:
    """The whole, and each name in it: several stand side by side, or one after the case it is for."""
    yield text
    for part in re.split("[/；]", text):
        name = part.rpartition("：")[2]
        if len(name) >= SHORTEST_PART:
            yield name


def syllables(text: str) -> tuple[str, ...]:
    """One syllable for each Chinese character, one entry for each run of letters or digits (see `Term`)."""
    chinese = iter(_readings(text))
    found = []
    for start, end in spans(text):
        part = text[start:end]
        found.append(part.lower() if part.isascii() else next(chinese))
    return tuple(found)


def _readings(text: str) -> list[str]:
    """The readings of the Chinese characters of a text, read run by run so that phrases stay together."""
    runs = "".join(char if char.isalpha() and not char.isascii() else " " for char in text).split()
    found: list[str] = []
    for run in runs:
        read = lazy_pinyin(run)
        if len(read) != len(run) or not all(re.fullmatch("[a-z]+", syllable) for syllable in read):
            raise SystemExit(f"no reading for {run}")
        found += read
    return found
