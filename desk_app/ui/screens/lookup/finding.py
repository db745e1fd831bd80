"""From hits and groups to the rows of a list, and the nearest thing when nothing was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from desk_app.domain.catalogue import OfferedItem, Tier
from desk_app.domain.lookup_terms import TermKind
from desk_app.ui.screens.lookup.calls import LookupCalls
from desk_app.ui.screens.lookup.shown import Group, Guide, Link, Primary, Row, Source, Way, WayKind

if TYPE_CHECKING:  # the search engine is loaded after the first paint
    from desk_app.domain.lookup import Hit

FAVOURITES = 6
LONGEST_GUESS = 12
"""Of a longer query only this much is tried piece by piece, so that a guess stays within one frame."""
SHORTEST_GUESS = 2

Offered = Callable[[str], OfferedItem | None]


def rows_of_hits(hits: Iterable[Hit], offered: Offered) -> tuple[Row, ...]:
    """Rows in the order of the search; an item that the catalogue has lost is left out."""
    found = ((hit, offered(hit.item_id)) for hit in hits)
    return tuple(_row(hit, item) for hit, item in found if item is not None)


def _row(hit: Hit, item: OfferedItem) -> Row:
    named = bool(hit.name_spans) or hit.kind is TermKind.NAME
    return Row(
        offered=item,
        name_spans=hit.name_spans,
        matched="" if named else hit.text,
        matched_spans=() if named else hit.spans,
        matched_kind=hit.kind,
        own=hit.own_list,
    )


def rows_of_items(ids: Iterable[str], offered: Offered, tier: Tier) -> tuple[Row, ...]:
    """Rows without marks, the site's own list first."""
    items = (offered(item_id) for item_id in ids)
    rows = [Row(offered=item, own=item.item.tier is tier) for item in items if item is not None]
    return tuple(sorted(rows, key=lambda row: not row.own))


def only_alike(hits: tuple[Hit, ...]) -> bool:
    """Whether every hit is a guess."""
    from desk_app.domain.lookup import MatchRank

    return bool(hits) and all(hit.rank is MatchRank.FUZZY for hit in hits)


def favourites(calls: LookupCalls) -> tuple[tuple[Row, int], ...]:
    """What this counter does most."""
    known = ((calls.offered(item_id), count) for item_id, count in calls.favourites())
    rows = [
        (Row(offered=item, own=item.item.tier is calls.site.tier), count)
        for item, count in known
        if item is not None
    ]
    return tuple(rows[:FAVOURITES])


def groups(calls: LookupCalls) -> tuple[Group, ...]:
    """Departments, then life situations."""
    departments = (Group(Source.DEPARTMENT, name, ids) for name, ids in calls.by_department().items())
    scenes = (Group(Source.SCENE, name, ids) for name, ids in calls.by_scene().items())
    return (*departments, *scenes)


def ways_out(query: str, calls: LookupCalls) -> tuple[Way, ...]:
    """What can be done when nothing was found: never a dead end."""
    ways = [Way(WayKind.BROWSE)]
    if calls.signed_in():
        ways.append(Way(WayKind.NOTE))
    guess = nearest(query, calls.search)
    return tuple(ways if guess is None else [guess, *ways])


def nearest(query: str, search: Callable[[str], tuple[Hit, ...]]) -> Way | None:
    """The longest beginning, else the longest end, of a query that finds something without guessing."""
    from desk_app.domain.lookup import MatchRank

    text = query.strip()[:LONGEST_GUESS]
    for size in range(len(text) - 1, SHORTEST_GUESS - 1, -1):
        for part in (text[:size], text[-size:]):
            hit = next((hit for hit in search(part) if hit.rank is not MatchRank.FUZZY), None)
            if hit is not None:
                return Way(WayKind.SUGGESTION, hit.text, part)
    return None


def guide_of(item: OfferedItem, calls: LookupCalls, brought: frozenset[int], came_from: str) -> Guide:
    """The guide of an item, its links resolved; a stage is not named twice among the related ones."""
    entry = item.item
    stages = {*entry.previous_stage, *entry.next_stage}
    return Guide(
        offered=item,
        site=calls.site,
        brought=brought,
        primary=Primary.START if item.mode.may_receive else Primary.REFERRAL,
        previous=_links(entry.previous_stage, calls.offered),
        next=_links(entry.next_stage, calls.offered),
        related=_links((link for link in entry.related if link not in stages), calls.offered),
        came_from=came_from,
    )


def _links(ids: Iterable[str], offered: Offered) -> tuple[Link, ...]:
    items = (offered(item_id) for item_id in ids)
    return tuple(
        Link(item.item.id, item.item.display_name, item.item.tier) for item in items if item is not None
    )
