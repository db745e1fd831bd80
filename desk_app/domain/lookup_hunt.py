"""One search, stage by stage: as typed, word by word, by first letters, by guess.

Each stage is tried only while there is room for more hits; `desk_app/domain/lookup.py` tells the order that
results from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import heappush, heapreplace
from itertools import chain, islice

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
from desk_app.domain.lookup_pool import Found, Owner, Place, Pool
from desk_app.domain.lookup_readings import Reading, heard, shortened, spelled
from desk_app.domain.lookup_stock import Stock
from desk_app.domain.lookup_text import runs_of

_FEW = 3
"""With fewer hits than this, mistypings are thought of."""
_SAME_SOUND, _MISTYPED, _IN_PART = range(3)
"""How far a guess goes, nearest first."""
_MOST_GUESSED = 200

_SPELLED = {Place.WHOLE: MatchRank.EXACT, Place.START: MatchRank.PREFIX, Place.INSIDE: MatchRank.WORD}
_NEAR = {place: near for near, place in enumerate(Place)}
_VOWELS = frozenset("aeiouv")
"""Where letters with vowels spell something, they are hardly meant as first letters."""


class _Quota:
    """Takes owners until no further one can be among the first ``most`` items."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._items: set[str] = set()
        self._places: list[int] = []
        """A heap of the places taken, negated: the last place is on top."""

    def takes(self, owner: Owner) -> bool:
        """Whether this owner may still be among the first."""
        if len(self._places) == self._most:
            if owner.place >= -self._places[0]:
                return False
            if owner.item_id not in self._items:
                heapreplace(self._places, -owner.place)
        elif owner.item_id not in self._items:
            heappush(self._places, -owner.place)
        self._items.add(owner.item_id)
        return True


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
        self._meet(spelled(words), _SPELLED, MatchRank.WORD)

    def _as_shortened(self, words: tuple[str, ...]) -> None:
        if not self._best or _VOWELS.isdisjoint("".join(words)):
            self._meet(shortened(words), dict.fromkeys(Place, MatchRank.INITIALS), MatchRank.INITIALS)

    def _meet(
        self, readings: Sequence[Reading], ranks: Mapping[Place, MatchRank], about_rank: MatchRank
    ) -> None:
        """Enter what stands in the names of items, the best places first, then what is said about them."""
        called = self._standing(readings, about=False)
        for place, rank in ranks.items():
            self._meet_at(place, called, rank)
        if len(self._best) < self._limit:
            self._meet_at(Place.INSIDE, self._standing(readings, about=True), about_rank, about=True)

    def _standing(self, readings: Sequence[Reading], *, about: bool) -> list[tuple[Pool, list[Reading]]]:
        """The pools in the order of finding, each with the readings that it may hold."""
        return [
            (pool, [reading for reading in readings if pool.may_hold(reading)])
            for pool in self._pools(about=about)
        ]

    def _meet_at(
        self,
        place: Place,
        standing: Sequence[tuple[Pool, Sequence[Reading]]],
        rank: MatchRank,
        *,
        about: bool = False,
    ) -> None:
        order = RANKS.index(rank)
        near = _NEAR[place] if rank is MatchRank.INITIALS and not about else 0
        for pool, readings in standing:
            if sum(match.key[:2] <= (order, about) for match in self._best.values()) >= self._limit:
                return  # what the other pools hold comes after all these
            quota = _Quota(self._limit)
            for reading in readings:
                if not (reading.unfinished and place is Place.WHOLE):
                    self._meet_first(pool, reading, place, quota, rank, about, near)

    def _meet_first(
        self,
        pool: Pool,
        reading: Reading,
        place: Place,
        quota: _Quota,
        rank: MatchRank,
        grade: int,
        near: int,
    ) -> None:
        """Enter the items that the quota takes; texts and owners of each stand in the order of finding."""
        for found in pool.matches(reading, place):
            owners = pool.owners[found.row]
            if not quota.takes(owners[0]):
                return
            self._enter(rank, grade, near, owners[0], pool, found, (reading,))
            for owner in islice(owners, 1, None):
                if not quota.takes(owner):
                    break
                self._enter(rank, grade, near, owner, pool, found, (reading,))

    def _pools(self, *, about: bool) -> Iterator[Pool]:
        return chain(*self._stock.lists(self._site, about))

    def _enter(
        self,
        rank: MatchRank,
        grade: int,
        near: int,
        owner: Owner,
        pool: Pool,
        found: Found,
        readings: tuple[Reading, ...] = (),
    ) -> None:
        known = self._best.get(owner.item_id)
        key = (RANKS.index(rank), int(grade), self._elsewhere(owner.item_id), near, owner.place)
        if known is None or key < known.key:
            stretches = ((found.start, found.end),)
            self._best[owner.item_id] = Match(key, rank, owner, pool.rows[found.row], stretches, readings)

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
        """Think of mistypings when nothing was found, or little that may be chance."""
        if self._best and not self._may_be_chance(words):
            return
        readings = sorted(spelled(words), key=lambda reading: len(reading.tokens))
        if readings and not self._best:
            for tables in two_words(self._stock, readings[0]):
                self._meet_all(tables)
        self._guess_whole(words)
        runs = _runs(words)
        if not self._best and len(runs) > 1:
            self._meet_all([senses_of_word(self._stock, run) or self._guessed_senses(run) for run in runs])
        if readings and not self._best and len(words) == 1:  # blanks say that all words must be met
            for share, found in most_of(known_parts(self._stock, readings[0]), len(readings[0].tokens)):
                self._keep_senses(MatchRank.FUZZY, 10 * _IN_PART, round(-1000 * share), found)

    def _may_be_chance(self, words: tuple[str, ...]) -> bool:
        """Few hits, and those by first letters, or by two characters that stand inside longer texts."""
        ranks = {match.rank for match in self._best.values()}
        typed = "".join(words)
        pair = ranks == {MatchRank.WORD} and len(typed) == 2 and not typed.isascii()
        return len(self._best) < min(_FEW, self._limit) and (pair or ranks == {MatchRank.INITIALS})

    def _guess_whole(self, words: tuple[str, ...]) -> None:
        kinds = (False,) if self._best else (False, True)  # beside hits, only what items are called
        for sounds in heard(words, self._stock.sound_of):
            self._guess(_SAME_SOUND, kinds, partial(Pool.sounding, sounds=sounds))
        typed = "".join(words)
        for view, place in _views_for(typed):
            places = partial(Pool.near, view=view, typed=typed, place=place)
            self._guess(_MISTYPED, kinds, places, place)

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
        self,
        cost: int,
        kinds: Sequence[bool],
        places: Callable[[Pool], Iterator[Found]],
        widest: Place = Place.INSIDE,
    ) -> None:
        """Enter guesses, a whole text before a beginning before a part."""
        for about in kinds:
            for pool in self._pools(about=about):
                for found in places(pool):
                    shape = _NEAR[pool.place_of(found)]
                    if shape <= _NEAR[widest]:
                        grade = 10 * cost + 3 * about + shape
                        for owner in pool.owners[found.row][: self._limit]:
                            self._enter(MatchRank.FUZZY, grade, 0, owner, pool, found)


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
