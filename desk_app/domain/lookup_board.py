"""The hits of one search: one match an item, the best one, and the order among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappush, heapreplace
from itertools import chain

from desk_app.domain.catalogue import Tier
from desk_app.domain.lookup_match import RANKS, Match, MatchRank
from desk_app.domain.lookup_parts import Sense, Senses, with_all
from desk_app.domain.lookup_pool import Found, Owner, Pool
from desk_app.domain.lookup_readings import Reading
from desk_app.domain.lookup_stock import Stock

_ALL_WORDS = 2
"""The grade of a query met word by word: after names (0) and what is said about items (1)."""


class Board:
    """What a search has found so far, for a site and up to a number of hits."""

    def __init__(self, stock: Stock, site: Tier | None, limit: int) -> None:
        self.stock = stock
        self.site = site
        self.limit = limit
        self.best: dict[str, Match] = {}

    def __len__(self) -> int:
        return len(self.best)

    @property
    def is_full(self) -> bool:
        """Whether there are as many hits as were asked for; better ones may still replace them."""
        return len(self.best) >= self.limit

    def hits(self) -> list[Match]:
        """The best matches in order."""
        return sorted(self.best.values(), key=lambda match: match.key)[: self.limit]

    def ranks(self) -> set[MatchRank]:
        """The ranks of the hits so far."""
        return {match.rank for match in self.best.values()}

    def settles(self, rank: MatchRank, grade: int) -> bool:
        """Whether enough hits are as good as this or better, so that later ones of the kind cannot count."""
        worst = (RANKS.index(rank), grade)
        return sum(match.key[:2] <= worst for match in self.best.values()) >= self.limit

    def pools(self, *, about: bool) -> Iterator[Pool]:
        """The pools in the order of finding, the site's own list first."""
        return chain(*self.stock.lists(self.site, about))

    def enter(
        self,
        rank: MatchRank,
        grade: int,
        near: int,
        owner: Owner,
        pool: Pool,
        found: Found,
        readings: tuple[Reading, ...] = (),
    ) -> None:
        """Keep a match of one text, unless the item has a better one."""
        key = (RANKS.index(rank), grade, self._elsewhere(owner.item_id), near, owner.place)
        known = self.best.get(owner.item_id)
        if known is None or key < known.key:
            stretches = ((found.start, found.end),)
            self.best[owner.item_id] = Match(key, rank, owner, pool.rows[found.row], stretches, readings)

    def enter_all_words(self, tables: Sequence[Senses]) -> None:
        """Keep the items that each of the words finds."""
        for found in with_all(tables):
            rank = max((sense.rank for sense in found), key=RANKS.index)
            self.enter_senses(rank, _ALL_WORDS + sum(sense.about for sense in found), found)

    def enter_senses(self, rank: MatchRank, grade: int, found: tuple[Sense, ...]) -> None:
        """Keep a match made of senses of one item; the text shown is rather what the item is called."""
        main = min(found, key=lambda sense: (sense.about, sense.owner))
        key = (RANKS.index(rank), grade, self._elsewhere(main.owner.item_id), 0, main.owner.place)
        known = self.best.get(main.owner.item_id)
        if known is None or key < known.key:
            stretches = tuple(sorted({sense.stretch for sense in found if sense.row is main.row}))
            readings = tuple(reading for sense in found for reading in sense.readings)
            self.best[main.owner.item_id] = Match(key, rank, main.owner, main.row, stretches, readings)

    def _elsewhere(self, item_id: str) -> int:
        return int(self.site is not None and self.stock.tiers[item_id] is not self.site)


class Quota:
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
