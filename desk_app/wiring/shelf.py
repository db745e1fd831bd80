"""The catalogue on the desk: releases, the site's own changes laid over them, and the look-up index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desk_app.db.profile_file import ProfileFolder
from desk_app.domain.catalogue import OfferedItem, Release, SiteItem, Tier
from desk_app.domain.lookup_terms import Term
from desk_app.paths import resource

if TYPE_CHECKING:
    from desk_app.domain.lookup import Hit, Index
    from desk_app.services.catalogue import Offer

CATALOGUE = "catalogue/reference.json"
MOST_HITS = 40


class Shelf:
    """Works before anybody signs in, and before there is a profile at all."""

    def __init__(self, folder: ProfileFolder, tier: Tier, *, has_site: bool) -> None:
        self._folder = folder
        self._tier = tier
        self._has_site = has_site
        self._offer: Offer | None = None
        self._index: Index | None = None
        self._terms: tuple[Term, ...] = ()
        self.used: dict[str, int] = {}
        """How often each item was done here; ranks look-up."""

    @property
    def offer(self) -> Offer:
        """What this site offers; before log-in with the changes cached beside the store."""
        if self._offer is None:
            from desk_app.services.catalogue import cached_overrides

            return self.lay(cached_overrides(self._folder.overrides_file))
        return self._offer

    def lay(self, overrides: tuple[SiteItem, ...]) -> Offer:
        """Lay the site's own changes over the release in force."""
        from desk_app.services.catalogue import make_offer

        self._offer = make_offer(self._release(), self._tier, overrides)
        self._index = None
        return self._offer

    def _release(self) -> Release:
        if self._has_site:
            from desk_app.db.catalogue_file import seed_catalogue

            file = seed_catalogue(resource(CATALOGUE), self._folder.catalogue_file)
            self._terms = file.terms()
            return file.current()
        from desk_app.domain.catalogue_plain import release_from_plain, terms_from_plain

        # What ships with the program was checked when it was made; a start need not do it again.
        document = json.loads(resource(CATALOGUE).read_text("utf-8"))
        self._terms = terms_from_plain(document["terms"])
        return release_from_plain(document["release"])

    def item(self, item_id: str) -> OfferedItem | None:
        """An item as the site offers it, or None when the catalogue has lost it."""
        return self.offer.items.get(item_id)

    @property
    def index(self) -> Index:
        """The look-up index; made on first use, some milliseconds."""
        if self._index is None:
            from desk_app.domain.lookup import Index

            tiers = {item_id: offered.item.tier for item_id, offered in self.offer.items.items()}
            self._index = Index(self._terms, tiers, self.used)
        return self._index

    def make_ready(self) -> None:
        """Make the tables of look-up before anybody waits for them: some milliseconds for each way to ask."""
        for query in ("y", "医保", "yibaoq"):  # initials, characters, a mistyping
            self.search(query)

    def search(self, query: str, limit: int = MOST_HITS) -> tuple[Hit, ...]:
        """Find items; quick."""
        return self.index.search(query, self._tier, limit)
