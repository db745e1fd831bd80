"""What each site changes of an item: the last word holds."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from desk_app.db.projections.rules import Rows, Rules
from desk_app.domain.bodies import encode
from desk_app.domain.catalogue import SiteItem
from desk_app.domain.journal import Entry
from desk_app.domain.site_acts import SiteItemChanged

TABLES = ("site_item_row",)


@dataclass(frozen=True, slots=True)
class Override:
    """One site's word on one item."""

    id: UUID
    site: UUID
    item: SiteItem


def step(_state: Override | None, entry: Entry, event: SiteItemChanged) -> Override:
    """The newest word replaces the one before."""
    return Override(entry.envelope.stream_id, entry.envelope.site, event.override)


def load(_connection: Connection, _stream_id: UUID) -> None:
    """Nothing of the word before is needed."""


def rows(state: Override, _rules: Rules) -> Rows:
    """The one row of an override."""
    body = encode(state.item)
    return [
        ("site_item_row", {"id": state.id, "site": state.site, "item_id": state.item.item_id, "body": body})
    ]
