"""The shipped catalogue as look-up sees it, and the questions that were put to it by hand.

``lookup_gold.tsv`` has a query a line and the items that may come first: citizens' words, parts of names,
pinyin, first letters, confused sounds, mistypings.
"""

from __future__ import annotations

from pathlib import Path

from desk_app.commands.resources import seed
from desk_app.domain.lookup import Index

RELEASE, TERMS = seed()
TIERS = {item.id: item.tier for item in RELEASE.items}
NAMES = {item.id: item.display_name for item in RELEASE.items}
INDEX = Index(TERMS, TIERS)


def _gold() -> tuple[tuple[str, frozenset[str]], ...]:
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((query, frozenset(items.split())) for query, items in rows)


GOLD = _gold()
