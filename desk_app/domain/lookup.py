"""Look-up: from what was typed, in any spelling, to the items it may mean, the likeliest first.

Order of hits:

1. By rank: exact, prefix, word, initials, fuzzy. Whole syllables are ranked like the characters they spell.
   A match in the name of a paper, a life scene or a department is a *word* at best and comes after names
   and aliases of that rank: such a text tells about the item, it is not what the item is called.
2. Within a rank the site's own list first. So an own item that is found by guessing never hides an exact,
   prefix or word match of another list. Among guesses the closer one comes first, own list or not.
3. Then use at this counter, then name before alias before current name before the rest, then the order of
   the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desk_app.domain.catalogue import Tier
from desk_app.domain.local_words import LocalWord, local_words
from desk_app.domain.lookup_hunt import hunt
from desk_app.domain.lookup_match import Match, MatchRank
from desk_app.domain.lookup_pool import occurrences
from desk_app.domain.lookup_stock import Stock
from desk_app.domain.lookup_terms import Term, TermKind
from desk_app.domain.lookup_text import Row, words_of

__all__ = ["Hit", "Index", "MatchRank", "Span"]

Span = tuple[int, int]
_UNUSED: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found.

    ``text`` is the term that matched and ``spans`` the (start, end) parts of it to mark; ``name_spans`` are
    the parts of the item's display name to mark, empty when what was typed does not stand there (残补).
    ``own_list``: the item is of the list of the site that asks; always true when no site was named.
    ``why`` is a code made of kind and rank, such as ``alias_exact``.
    """

    item_id: str
    rank: MatchRank
    kind: TermKind
    text: str
    spans: tuple[Span, ...]
    name_spans: tuple[Span, ...]
    own_list: bool
    why: str


class Index:
    """Everything that can be found, ready to be searched; made once for a release and never changed."""

    def __init__(
        self,
        terms: Iterable[Term],
        tiers: Mapping[str, Tier],
        used: Mapping[str, int] = _UNUSED,
        sayings: Iterable[LocalWord] | None = None,
    ) -> None:
        """Index ``terms``. The first name of an item is the one that is displayed.

        ``tiers`` has every item in the order of the catalogue; terms of other items are left out. ``used``
        says how often this counter took each item. ``sayings`` are citizens' own words, ours by default.
        """
        self._stock = Stock(terms, tiers, used, local_words() if sayings is None else sayings)

    def search(self, query: str, site: Tier | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """The items that ``query`` may mean, the best first, at most ``limit``.

        Any text is a query: what has no letters, digits or characters finds nothing, and after 64 characters
        nothing more is read.
        """
        words = words_of(query)
        if not words or limit <= 0:
            return ()
        matches = hunt(self._stock, words, site, limit)
        return tuple(self._hit(match, site) for match in matches)

    def _hit(self, match: Match, site: Tier | None) -> Hit:
        item_id, kind = match.owner.item_id, match.owner.kind
        stretches = (*match.stretches, *_standing(match, match.row))
        return Hit(
            item_id=item_id,
            rank=match.rank,
            kind=kind,
            text=match.row.text,
            spans=_spans(match.row, stretches),
            name_spans=self._name_spans(match, stretches),
            own_list=site is None or self._stock.tiers[item_id] is site,
            why=f"{kind.value}_{match.rank.value}",
        )

    def _name_spans(self, match: Match, stretches: Iterable[Span]) -> tuple[Span, ...]:
        names = self._stock.names.get(match.owner.item_id, ())
        if any(match.row is name for name in names):
            return _spans(match.row, stretches)
        for name in names:
            if found := tuple(_standing(match, name)):
                return _spans(name, found)
        return ()


def _standing(match: Match, row: Row) -> Iterator[Span]:
    for reading in match.readings:
        yield from occurrences(reading, row)


def _spans(row: Row, stretches: Iterable[Span]) -> tuple[Span, ...]:
    """Stretches of units as parts of the original text, joined where they touch."""
    joined: list[Span] = []
    for start, end in sorted((row.at[start][0], row.at[end - 1][1]) for start, end in stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
