"""One search, stage by stage: as typed, word by word, by first letters, by guess.

Each stage is tried only while there is room for more hits; `desk_app/domain/lookup.py` tells the order that
results from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from desk_app.domain.catalogue import Tier
from desk_app.domain.local_words import without_fillers
from desk_app.domain.lookup_match import RANKS, Match, MatchRank
from desk_app.domain.lookup_parts import (
    Sense,
    Senses,
    known_parts,
    most_of,
    senses_of_word,
    two_words,
    with_all,
)
from desk_app.domain.lookup_pool import Found, Place, Pool
from desk_app.domain.lookup_readings import Reading, heard, shortened, spelled
from desk_app.domain.lookup_stock import Stock
from desk_app.domain.lookup_text import runs_of

_FEW = 3
"""With fewer hits than this, mistypings are thought of."""
_SAME_SOUND, _MISTYPED, _IN_PART = range(3)
"""How far a guess goes, nearest first."""
_MOST_GUESSED = 200

_SHAPES = tuple(Place)


class Hunt:
    """The state of one search; `run` once."""

    def __init__(self, stock: Stock, site: Tier | None, limit: int) -> None:
        self._stock = stock
        self._site = site
        self._limit = limit
        self._best: dict[str, Match] = {}

    def run(self, words: tuple[str, ...]) -> list[Match]:
        """The matches for these words, the best first, at most ``limit``."""
        for stage in (self._as_spelled, self._word_by_word, self._as_shortened):
            if len(self._best) < self._limit:
                stage(words)
        core = without_fillers(words)
        if not self._best and core not in ((), words) and (found := self._run_core(core)):
            return found
        self._as_guessed(words)
        return sorted(self._best.values(), key=lambda match: match.key)[: self._limit]

    def _run_core(self, core: tuple[str, ...]) -> list[Match]:
        """A question put as a sentence: what is left without 我, 怎么办 and the like, a *word* at best."""
        found = Hunt(self._stock, self._site, self._limit).run(core)
        return [replace(match, rank=max(match.rank, MatchRank.WORD, key=RANKS.index)) for match in found]

    def _as_spelled(self, words: tuple[str, ...]) -> None:
        readings = spelled(words)
        finished = tuple(reading for reading in readings if not reading.unfinished)
        self._take(finished, MatchRank.EXACT, Place.WHOLE)
        self._take(readings, MatchRank.PREFIX, Place.START)
        self._take(readings, MatchRank.WORD, Place.INSIDE)
        self._take(readings, MatchRank.WORD, Place.INSIDE, about=True)

    def _as_shortened(self, words: tuple[str, ...]) -> None:
        readings = shortened(words)
        for near, place in enumerate(Place):
            self._take(readings, MatchRank.INITIALS, place, near=near)
        self._take(readings, MatchRank.INITIALS, Place.INSIDE, about=True)

    def _take(
        self,
        readings: Sequence[Reading],
        rank: MatchRank,
        place: Place,
        *,
        about: bool = False,
        near: int = 0,
    ) -> None:
        """Enter the first matches of every pool, unless there are enough better ones."""
        if len(self._best) >= self._limit:
            return
        for pool in chain(*self._stock.lists(self._site, about)):
            for reading in readings:
                firsts: set[str] = set()
                for found in pool.matches(reading, place):
                    self._enter(rank, int(about), near, pool, found, (reading,))
                    firsts.add(pool.owners[found.row][0].item_id)
                    if len(firsts) >= self._limit:
                        break

    def _enter(
        self,
        rank: MatchRank,
        grade: int,
        near: int,
        pool: Pool,
        found: Found,
        readings: tuple[Reading, ...] = (),
    ) -> None:
        """Keep the match for the owners of the row. They stand in order: more than ``limit`` cannot win."""
        stretches = ((found.start, found.end),)
        for owner in pool.owners[found.row][: self._limit]:
            key = (RANKS.index(rank), grade, self._elsewhere(owner.item_id), near, owner.place)
            known = self._best.get(owner.item_id)
            if known is None or key < known.key:
                row = pool.rows[found.row]
                self._best[owner.item_id] = Match(key, rank, owner, row, stretches, readings)

    def _elsewhere(self, item_id: str) -> int:
        return int(self._site is not None and self._stock.tiers[item_id] is not self._site)

    def _word_by_word(self, words: tuple[str, ...]) -> None:
        """All words must be met, each in any text of the item."""
        if len(words) > 1:
            self._meet_all([senses_of_word(self._stock, word) for word in words])
        runs = _runs(words)
        if not self._best and len(runs) > 1 and runs != words:
            self._meet_all([senses_of_word(self._stock, run) for run in runs])

    def _meet_all(self, tables: Sequence[Senses]) -> None:
        for found in with_all(tables):
            rank = max((sense.rank for sense in found), key=RANKS.index)
            self._keep_senses(rank, 2 + sum(sense.about for sense in found), 0, found)

    def _keep_senses(self, rank: MatchRank, grade: int, near: int, found: tuple[Sense, ...]) -> None:
        """One match for senses of one item; the text shown is that of the name, when it is among them."""
        main = min(found, key=lambda sense: (sense.about, sense.owner))
        stretches = tuple(sorted({sense.stretch for sense in found if sense.row is main.row}))
        key = (RANKS.index(rank), grade, self._elsewhere(main.owner.item_id), near, main.owner.place)
        readings = tuple(reading for sense in found for reading in sense.readings)
        known = self._best.get(main.owner.item_id)
        if known is None or key < known.key:
            self._best[main.owner.item_id] = Match(key, rank, main.owner, main.row, stretches, readings)

    def _as_guessed(self, words: tuple[str, ...]) -> None:
        """Think of mistypings, unless something was found by its beginning or enough by a part."""
        good = (MatchRank.EXACT, MatchRank.PREFIX)
        if len(self._best) >= min(_FEW, self._limit) or any(m.rank in good for m in self._best.values()):
            return
        readings = sorted(spelled(words), key=lambda reading: len(reading.tokens))
        if readings and not self._best:
            for tables in two_words(self._stock, readings[0]):
                self._meet_all(tables)
        self._guess_whole(words)
        runs = _runs(words)
        if not self._best and len(runs) > 1:
            self._meet_all([senses_of_word(self._stock, run) or self._guessed_senses(run) for run in runs])
        if readings and not self._best:
            for share, found in most_of(known_parts(self._stock, readings[0]), len(readings[0].tokens)):
                self._keep_senses(MatchRank.FUZZY, 10 * _IN_PART, round(-1000 * share), found)

    def _guess_whole(self, words: tuple[str, ...]) -> None:
        for sounds in heard(words, self._stock.sound_of):
            self._guess(_SAME_SOUND, partial(Pool.sounding, sounds=sounds))
        typed = "".join(words)
        for view, place in _views_for(typed):
            self._guess(_MISTYPED, partial(Pool.near, view=view, typed=typed, place=place), place)

    def _guessed_senses(self, word: str) -> Senses:
        """What a single mistyped word may mean."""
        guess = Hunt(self._stock, None, _MOST_GUESSED)
        guess._guess_whole((word,))
        found = {
            item_id: Sense(match.rank, False, match.owner, match.row, match.stretches[0], ())
            for item_id, match in guess._best.items()
        }
        return Senses(self._stock, (), MatchRank.FUZZY, found)

    def _guess(
        self, cost: int, places: Callable[[Pool], Iterator[Found]], widest: Place = Place.INSIDE
    ) -> None:
        """Enter guesses, a whole text before a beginning before a part."""
        for about in (False, True):
            for pool in chain(*self._stock.lists(self._site, about)):
                for found in places(pool):
                    size = len(pool.rows[found.row].chars)
                    shape = 0 if found.end - found.start == size else 1 if found.start == 0 else 2
                    if shape <= _SHAPES.index(widest):
                        self._enter(MatchRank.FUZZY, 10 * cost + 3 * about + shape, 0, pool, found)


def _runs(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, cut where the script changes too."""
    return tuple(run for word in words for run in runs_of(word))


def _views_for(typed: str) -> Iterator[tuple[str, Place]]:
    """Which spellings of the texts are compared for mistypings, and how much of a text must be met.

    The shorter the query, the more there is that looks like it.
    """
    size = len(typed)
    if not typed.isascii():
        if size > 1:
            yield "chars", Place.INSIDE if size > 2 else Place.WHOLE
        return
    if size >= 5:
        yield "letters", Place.INSIDE
    if size >= 3:
        yield "firsts", Place.INSIDE if size > 3 else Place.START
