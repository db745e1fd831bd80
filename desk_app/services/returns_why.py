"""What people came twice for, over one site's own cases (features F10 and B16)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk_app.domain.returns_why import LOOKED_BACK, Why, ranked, worth_telling

if TYPE_CHECKING:
    from desk_app.db.store import Reader
    from desk_app.domain.sites import Clerk


def often_lacking(reader: Reader, clerk: Clerk, item_id: str, now: datetime) -> tuple[Why, ...]:
    """The few papers that people most often had to come again for with this item, to be told the next one.

    Counted at this site, within the last year; empty while too few ever did.
    """
    first = now - timedelta(days=LOOKED_BACK)
    return worth_telling(ranked(reader.returns.lacks(clerk.site.id, first, now, item_id)))


def lacked_by_item(reader: Reader, clerk: Clerk, now: datetime) -> dict[str, tuple[str, ...]]:
    """Like :func:`often_lacking`, for every item at once: names of papers by item id."""
    first = now - timedelta(days=LOOKED_BACK)
    by_item: dict[str, list[Why]] = {}
    for why in why_they_returned(reader, clerk, first, now):
        by_item.setdefault(why.item_id, []).append(why)
    told = {
        item_id: tuple(why.material for why in worth_telling(found)) for item_id, found in by_item.items()
    }
    return {item_id: names for item_id, names in told.items() if names}


def why_they_returned(reader: Reader, clerk: Clerk, first: datetime, before: datetime) -> tuple[Why, ...]:
    """Every paper somebody came again for within a stretch of time, most often first."""
    return ranked(reader.returns.lacks(clerk.site.id, first, before))
