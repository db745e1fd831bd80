"""Queries of several words: each word finds items by any of their texts; what counts is who has them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log2

from desk_app.domain.lookup_match import MatchRank
from desk_app.domain.lookup_pool import Owner, Place
from desk_app.domain.lookup_readings import Reading, shortened, spelled
from desk_app.domain.lookup_stock import Stock
from desk_app.domain.lookup_text import Row

_SHORTEST_PART = 2
"""A single character says too little to be a word of its own when the clerk has set no blank."""
_ENOUGH_UNITS = 4
"""So many units of a sentence that we understand are enough, however long the sentence is."""
_NEAR_BEST = 0.5


@dataclass(frozen=True, slots=True)
class Sense:
    """Where a word stands in a text of an item."""

    rank: MatchRank
    about: bool
    owner: Owner
    row: Row
    stretch: tuple[int, int]
    readings: tuple[Reading, ...]
    """What to mark in the item's name; empty for a guess."""


Senses = dict[str, Sense]
"""Item to the first text in which the word stands."""


def senses_of_word(stock: Stock, word: str) -> Senses:
    """The items that a word finds as it is spelled, else by its first letters."""
    return senses(stock, spelled((word,)), MatchRank.WORD) or senses(
        stock, shortened((word,)), MatchRank.INITIALS
    )


def senses(stock: Stock, readings: Sequence[Reading], rank: MatchRank) -> Senses:
    """The items in whose texts a reading stands; what they are called before what is said of them."""
    found: Senses = {}
    for about in (False, True):
        for pool in chain(*stock.lists(None, about)):
            for reading in readings:
                for at in pool.matches(reading, Place.INSIDE):
                    for owner in pool.owners[at.row]:
                        if owner.item_id not in found:
                            stretch = (at.start, at.end)
                            found[owner.item_id] = Sense(
                                rank, about, owner, pool.rows[at.row], stretch, (reading,)
                            )
    return found


def with_all(tables: Sequence[Senses]) -> Iterator[tuple[Sense, ...]]:
    """The senses of every item that each of the words finds."""
    smallest = min(tables, key=len)
    for item_id in smallest:
        if all(item_id in table for table in tables):
            yield tuple(table[item_id] for table in tables)


def known_parts(stock: Stock, reading: Reading) -> tuple[Reading, ...]:
    """The stretches of a reading, from left to right and each as long as possible, that stand somewhere."""
    parts, at = [], 0
    while at < len(reading.tokens):
        size = _longest_known(stock, reading, at)
        if size >= _SHORTEST_PART:
            parts.append(_part(reading, at, at + size))
        at += max(size, 1)
    return tuple(parts)


def _longest_known(stock: Stock, reading: Reading, at: int) -> int:
    size = 0
    while at + size < len(reading.tokens) and _stands(stock, _part(reading, at, at + size + 1)):
        size += 1
    return size


def _part(reading: Reading, start: int, end: int) -> Reading:
    return Reading(reading.tokens[start:end])


def _stands(stock: Stock, part: Reading) -> bool:
    pools = chain(*stock.lists(None, about=False), *stock.lists(None, about=True))
    return any(True for pool in pools for _ in pool.matches(part, Place.INSIDE))


def most_of(tables: Sequence[Senses], typed: int) -> Iterator[tuple[float, tuple[Sense, ...]]]:
    """The items that most of the parts find, with how much that says (0 to 1 of the best).

    Long parts say more than short ones, and parts that few items have more than those of many. Nothing
    when too little of what was typed (``typed`` units) is understood.
    """
    scores: dict[str, float] = {}
    kept: dict[str, list[Sense]] = {}
    for table in tables:
        for item_id, sense in table.items():
            size = _size(sense)
            scores[item_id] = scores.get(item_id, 0.0) + size * size / log2(2 + len(table))
            kept.setdefault(item_id, []).append(sense)
    best = max(scores.values(), default=0.0)
    for item_id, found in kept.items():
        understood = sum(map(_size, found))
        if (understood >= _ENOUGH_UNITS or 2 * understood >= typed) and scores[item_id] >= _NEAR_BEST * best:
            yield scores[item_id] / best, tuple(found)


def _size(sense: Sense) -> int:
    return sense.stretch[1] - sense.stretch[0]
