"""The texts of look-up, sorted once: by list, by what they are to an item, by how soon they are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from desk_app.domain.catalogue import Tier
from desk_app.domain.local_words import LocalWord
from desk_app.domain.lookup_pool import Owner, Pool
from desk_app.domain.lookup_terms import Term, TermKind
from desk_app.domain.lookup_text import Row, rows_of

_KINDS = (
    TermKind.NAME,
    TermKind.ALIAS,
    TermKind.CURRENT,
    TermKind.STAGE,
    TermKind.SCENE,
    TermKind.DEPARTMENT,
    TermKind.MATERIAL,
)
"""The kinds in the order in which equal matches are shown."""
_ABOUT = frozenset({TermKind.SCENE, TermKind.DEPARTMENT, TermKind.MATERIAL})
"""Texts about an item; the other kinds are what it is called."""


class _Entry(NamedTuple):
    item_id: str
    kind: TermKind
    weight: int
    text: str
    syllables: tuple[str, ...]


class Stock:
    """All texts that can be found, in pools: what items are called, and what is said about them, by list."""

    def __init__(
        self,
        terms: Iterable[Term],
        tiers: Mapping[str, Tier],
        used: Mapping[str, int],
        sayings: Iterable[LocalWord],
    ) -> None:
        self.tiers = dict(tiers)
        entries = [entry for entry in _entries(terms, sayings) if entry.item_id in self.tiers]
        catalogue_order = {item_id: number for number, item_id in enumerate(self.tiers)}
        entries.sort(
            key=lambda entry: (
                -used.get(entry.item_id, 0),
                _KINDS.index(entry.kind),
                entry.weight,
                catalogue_order[entry.item_id],
            )
        )
        self._rows: dict[str, tuple[Row, ...]] = {}
        self.names: dict[str, tuple[Row, ...]] = {}
        for entry in entries:
            rows = self._rows.setdefault(entry.text, ()) or rows_of(entry.text, entry.syllables)
            self._rows[entry.text] = rows
            if entry.kind is TermKind.NAME:
                self.names.setdefault(entry.item_id, rows)
        self._pools = self._made_pools(entries)

    def texts_of(self, item_id: str) -> Sequence[tuple[bool, Owner, Row]]:
        """Every text of one item, what it is called first; true marks what is said about it."""
        return self._texts.get(item_id, ())

    @cached_property
    def sound_of(self) -> dict[str, str]:
        """What each Chinese character sounds like, as far as the texts tell."""
        return _sounds_of(row for rows in self._rows.values() for row in rows)

    @cached_property
    def _texts(self) -> dict[str, list[tuple[bool, Owner, Row]]]:
        texts: dict[str, list[tuple[bool, Owner, Row]]] = {}
        for (_, about), pool in sorted(self._pools.items(), key=lambda entry: entry[0][1]):
            for row, owners in zip(pool.rows, pool.owners, strict=True):
                for owner in owners:
                    texts.setdefault(owner.item_id, []).append((about, owner, row))
        return texts

    def lists(self, site: Tier | None, about: bool) -> tuple[tuple[Pool, ...], ...]:
        """The pools of the site's own list, then those of the others."""
        own = tuple(self._pools[tier, about] for tier in Tier if tier is site)
        others = tuple(self._pools[tier, about] for tier in Tier if tier is not site)
        return own, others

    def _made_pools(self, entries: Iterable[_Entry]) -> dict[tuple[Tier, bool], Pool]:
        owners: dict[tuple[Tier, bool], dict[str, list[Owner]]] = {
            (tier, about): {} for tier in Tier for about in (False, True)
        }
        for place, entry in enumerate(entries):
            group = owners[self.tiers[entry.item_id], entry.kind in _ABOUT]
            group.setdefault(entry.text, []).append(Owner(place, entry.item_id, entry.kind))
        return {key: self._pool(group) for key, group in owners.items()}

    def _pool(self, group: Mapping[str, list[Owner]]) -> Pool:
        rows = [(row, owners) for text, owners in group.items() for row in self._rows[text]]
        return Pool([row for row, _ in rows], [owners for _, owners in rows])


def _entries(terms: Iterable[Term], sayings: Iterable[LocalWord]) -> Iterator[_Entry]:
    for term in terms:
        yield _Entry(term.item_id, term.kind, 0, term.text, term.syllables)
    for saying in sayings:
        for weight, item_id in enumerate(saying.items):
            yield _Entry(item_id, TermKind.ALIAS, weight, saying.text, saying.syllables)


def _sounds_of(rows: Iterable[Row]) -> dict[str, str]:
    return {
        char: sound
        for row in rows
        for char, sound in zip(row.chars, row.sounds, strict=True)
        if not char.isascii()
    }
