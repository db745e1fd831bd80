"""The catalogue as one site offers it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.db.durable import write_durably
from desk_app.domain.bodies import from_plain, to_plain
from desk_app.domain.catalogue import OfferedItem, Release, SiteItem, Tier, offer
from desk_app.domain.errors import NotAllowed, NotFound
from desk_app.domain.site_acts import ConsultationNoted, SiteItemChanged, site_item_stream
from desk_app.domain.sites import Clerk, Right

if TYPE_CHECKING:
    from desk_app.db.store import Store


@dataclass(frozen=True, slots=True)
class Offer:
    """Every item of a release, laid under one site's own changes."""

    release: Release
    tier: Tier
    items: Mapping[str, OfferedItem]

    def get(self, item_id: str) -> OfferedItem:
        """One item. Raises NotFound."""
        found = self.items.get(item_id)
        if found is None:
            raise NotFound("no_such_item")
        return found


def make_offer(release: Release, tier: Tier, overrides: Iterable[SiteItem] = ()) -> Offer:
    """Lay the overrides over the release."""
    changed = {override.item_id: override for override in overrides}
    items = {item.id: offer(item, release, tier, changed.get(item.id)) for item in release.items}
    return Offer(release, tier, items)


def change_site_item(store: Store, clerk: Clerk, override: SiteItem, now: datetime) -> None:
    """Record how this site handles an item. Raises NotAllowed."""
    change_site_items(store, clerk, (override,), now)


def change_site_items(store: Store, clerk: Clerk, overrides: Iterable[SiteItem], now: datetime) -> None:
    """Record how this site handles several items, as one act. Raises NotAllowed."""
    if not clerk.may(Right.MANAGE_SITE):
        raise NotAllowed("right_missing", right=Right.MANAGE_SITE.value)
    with store.write(clerk, now) as tx:
        for override in overrides:
            tx.record(SiteItemChanged(override), site_item_stream(clerk.site.id, override.item_id))


def note_consultation(store: Store, clerk: Clerk, question: str, item_id: str, now: datetime) -> None:
    """Record that somebody asked; a look-up never ends with nothing."""
    with store.write(clerk, now) as tx:
        tx.record(ConsultationNoted(question.strip(), now, item_id), tx.new_id(now))


def cache_overrides(path: Path, overrides: Iterable[SiteItem]) -> None:
    """Keep the site's changes beside the store for look-up before log-in; they hold no personal data."""
    rows = [to_plain(override) for override in overrides]
    write_durably(path, json.dumps(rows, ensure_ascii=False).encode())


def cached_overrides(path: Path) -> tuple[SiteItem, ...]:
    """What was kept last; nothing where there is no cache or it is broken: the journal has the truth."""
    try:
        return tuple(from_plain(SiteItem, row) for row in json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return ()
