"""Queries of several words: each word finds items by any of their texts; what counts is who has them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log2

from desk_app.domain.lookup_match import MatchRank
from desk_app.domain.lookup_pool import Found, Owner, Place, Pool, occurrences
from desk_app.domain.lookup_readings import Reading, shortened, spelled
from desk_app.domain.lookup_stock import Stock
from desk_app.domain.lookup_text import Row, runs_of

_SHORTEST = 2
"""A single character says too little to be a word of its own where the clerk has set no blank."""
_LONGEST_CUT = 16
"""Longer queries are sentences: they are not tried as two words."""
_MOST_SENSES = 120
"""A word that so many items have need not be followed further: the other words decide."""
_ENOUGH_UNITS, _ENOUGH_SHARE = 3, 1 / 3
"""How much of a sentence must be understood before it leads anywhere."""
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

    @property
    def size(self) -> int:
        """How many units of the text were met."""
        return self.stretch[1] - self.stretch[0]


@dataclass(frozen=True, slots=True)
class Senses:
    """The items a word finds, each with one sense. A word that is too common is cut short: ask `of`."""

    stock: Stock
    readings: tuple[Reading, ...]
    rank: MatchRank
    by_item: dict[str, Sense]

    def __bool__(self) -> bool:
        return bool(self.by_item)

    def of(self, item_id: str) -> Sense | None:
        """The sense for one item."""
        known = self.by_item.get(item_id)
        if known is not None or len(self.by_item) < _MOST_SENSES:
            return known
        for about, owner, row in self.stock.texts_of(item_id):
            for reading in self.readings:
                for stretch in occurrences(reading, row):
                    return Sense(self.rank, about, owner, row, stretch, (reading,))
        return None


def runs_of_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, cut where the script changes too."""
    return tuple(run for word in words for run in runs_of(word))


def senses_of_word(stock: Stock, word: str) -> Senses:
    """The items that a word finds as it is spelled, else by its first letters."""
    return senses(stock, spelled((word,)), MatchRank.WORD) or senses(
        stock, shortened((word,)), MatchRank.INITIALS
    )


def senses(stock: Stock, readings: tuple[Reading, ...], rank: MatchRank) -> Senses:
    """The items in whose texts a reading stands; what they are called before what is said of them."""
    found: dict[str, Sense] = {}
    for about, pool, reading, at in _everywhere(stock, readings):
        for owner in pool.owners[at.row]:
            if owner.item_id not in found:
                stretch = (at.start, at.end)
                found[owner.item_id] = Sense(rank, about, owner, pool.rows[at.row], stretch, (reading,))
        if len(found) >= _MOST_SENSES:
            break
    return Senses(stock, readings, rank, found)


def _everywhere(stock: Stock, readings: Iterable[Reading]) -> Iterator[tuple[bool, Pool, Reading, Found]]:
    for about in (False, True):
        for pool in chain(*stock.lists(None, about)):
            for reading in readings:
                for at in pool.matches(reading, Place.INSIDE):
                    yield about, pool, reading, at


def with_all(tables: Sequence[Senses]) -> Iterator[tuple[Sense, ...]]:
    """The senses of every item that each of the words finds."""
    for item_id in min(tables, key=lambda table: len(table.by_item)).by_item:
        found = tuple(sense for table in tables if (sense := table.of(item_id)) is not None)
        if len(found) == len(tables):
            yield found


def two_words(stock: Stock, reading: Reading) -> Iterator[tuple[Senses, Senses]]:
    """Every way to read a query without blanks as two words that both stand somewhere (低保申请)."""
    size = len(reading.tokens)
    for cut in range(_SHORTEST, min(size, _LONGEST_CUT) - _SHORTEST + 1):
        left, right = _part(reading, 0, cut), _part(reading, cut, size)
        if not _stands(stock, left):
            return
        if _stands(stock, right):
            yield senses(stock, (left,), MatchRank.WORD), senses(stock, (right,), MatchRank.WORD)


def known_parts(stock: Stock, reading: Reading) -> list[Senses]:
    """The stretches of a sentence, from left to right and each as long as possible, that stand somewhere."""
    parts, at = [], 0
    while at < len(reading.tokens):
        size = _longest_known(stock, reading, at)
        if size >= _SHORTEST:
            parts.append(senses(stock, (_part(reading, at, at + size),), MatchRank.FUZZY))
        at += max(size, 1)
    return parts


def _longest_known(stock: Stock, reading: Reading, at: int) -> int:
    size = 0
    while at + size < len(reading.tokens) and _stands(stock, _part(reading, at, at + size + 1)):
        size += 1
    return size


def _part(reading: Reading, start: int, end: int) -> Reading:
    return Reading(reading.tokens[start:end])


def _stands(stock: Stock, part: Reading) -> bool:
    return any(True for _ in _everywhere(stock, (part,)))


def most_of(tables: Sequence[Senses], typed: int) -> Iterator[tuple[float, tuple[Sense, ...]]]:
    """The items that have most of the parts, with how much that says (0 to 1 of the best).

    Long parts say more than short ones, and parts that few items have more than those of many. Nothing
    when too little of what was typed (``typed`` units) is understood.
    """
    scores: dict[str, float] = {}
    kept: dict[str, list[Sense]] = {}
    for table in tables:
        for item_id, sense in table.by_item.items():
            scores[item_id] = scores.get(item_id, 0.0) + sense.size**2 / log2(2 + len(table.by_item))
            kept.setdefault(item_id, []).append(sense)
    best = max(scores.values(), default=0.0)
    for item_id, found in kept.items():
        understood = sum(sense.size for sense in found)
        enough = understood >= min(_ENOUGH_UNITS, _ENOUGH_SHARE * typed)
        if enough and scores[item_id] >= _NEAR_BEST * best:
            yield scores[item_id] / best, tuple(found)
