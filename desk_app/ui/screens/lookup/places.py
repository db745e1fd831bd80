"""Making a position: by a search, from a group, from the favourites, and the same one anew."""

from __future__ import annotations

import re
from dataclasses import replace

from desk_app.ui.screens.lookup.calls import LookupCalls
from desk_app.ui.screens.lookup.finding import only_alike, rows_of_hits, rows_of_items, ways_out
from desk_app.ui.screens.lookup.position import Position
from desk_app.ui.screens.lookup.shown import Page, Row, Source


def searched(text: str, calls: LookupCalls) -> Position:
    """What a query leads to: a list, or the ways out."""
    hits = calls.search(text)
    rows = rows_of_hits(hits, calls.offered)
    if not rows and names_no_item(text):
        return Position()
    if not rows:
        return Position(Page.NOTHING, text, ways=ways_out(text, calls), current=0)
    return Position(Page.ITEMS, text, rows=rows, only_alike=only_alike(hits), current=0)


_NO_ITEM = re.compile(r"[#@>＃＠＞].*|[0-9][0-9Xx*\s-]*", re.DOTALL)


def names_no_item(text: str) -> bool:
    """Whether a text is a number, or narrowed to cases, people, commands: the list below the box answers.

    Nothing is claimed to be missing then, and a citizen's number never becomes what somebody asked for.
    """
    return _NO_ITEM.fullmatch(text.strip()) is not None


def listed(
    source: Source, heading: str, rows: tuple[Row, ...], before: Position, current: int = 0
) -> Position:
    """A list that was not typed; Esc leads back to where it was opened."""
    return Position(
        Page.ITEMS, before.query, source, heading, rows=rows, current=current, before=before.at(-1)
    )


def again(position: Position, calls: LookupCalls) -> Position:
    """The same place read anew; what was chosen and followed stays, as far as it still exists."""
    if position.page is Page.NOTHING or (position.source is Source.QUERY and not position.heading):
        fresh = replace(searched(position.query, calls), before=position.before)
    else:
        rows = rows_of_items((row.id for row in position.rows), calls.offered, calls.site.tier)
        fresh = replace(position, rows=rows)
    if fresh.page is not Page.ITEMS:
        return fresh
    chosen = replace(position, trail=()).item_id
    trail = tuple(item_id for item_id in position.trail if calls.offered(item_id))
    return replace(_holding(fresh, chosen), trail=trail)


def _holding(position: Position, item_id: str) -> Position:
    """The entry of this item chosen again; the first where it is gone."""
    places = [at for at, row in enumerate(position.rows) if row.id == item_id]
    return position.at(places[0] if places else min(0, len(position.rows) - 1))
