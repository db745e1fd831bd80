"""What a search has found so far: one match an item, with a key that orders them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.lookup_pool import Owner
from desk_app.domain.lookup_readings import Reading
from desk_app.domain.lookup_text import Row


class MatchRank(StrEnum):
    """How well a text was met, best first."""

    EXACT = "exact"
    PREFIX = "prefix"
    WORD = "word"
    INITIALS = "initials"
    FUZZY = "fuzzy"


RANKS = tuple(MatchRank)
Key = tuple[int, int, int, int, int]
"""Rank, grade within the rank, another list than the site's, closeness, place in the stock."""


@dataclass(frozen=True, slots=True)
class Match:
    """An item, the row that led to it, and the stretches (start, end) of units that matched.

    The smaller ``key``, the earlier the item is shown. ``readings`` tell what to mark in its name.
    """

    key: Key
    rank: MatchRank
    owner: Owner
    row: Row
    stretches: tuple[tuple[int, int], ...]
    readings: tuple[Reading, ...] = ()
