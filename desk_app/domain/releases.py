"""What changed from one release to the next, and what that means for work already begun.

Ids hold an annex and a running number, so one row put into next year's list moves every number after it.
The comparison therefore goes by name first, inside one tier, and trusts an equal id only when the names
still look alike (B19). What it cannot be sure of it offers as a suggestion for a person to confirm.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum

from desk_app.domain.catalogue import Material, Release, ServiceItem

SAME_ID_LIKENESS = 0.6
"""Least likeness of names for an equal id to be taken as the same item under a new name."""
SUGGESTION_LIKENESS = 0.5

DRAFT_FIELDS = (
    "materials",
    "conditions",
    "mode",
    "kind",
    "promised",
    "statutory",
    "fee",
    "name",
    "status_note",
)
"""What a clerk who is half through a case must be told, most pressing first (F22)."""

_KEYS = frozenset({"id", "seq"})  # a moved number is reported as a move, not as a change of content


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an item, by its name in `ServiceItem`, before and after."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class PaperChange:
    """One row of the paper list: added (``before`` None), dropped (``after`` None) or worded otherwise."""

    before: Material | None
    after: Material | None


@dataclass(frozen=True, slots=True)
class ItemChange:
    """The same item in two releases; ``old_id`` and ``new_id`` differ when its number moved."""

    old_id: str
    new_id: str
    fields: tuple[FieldChange, ...]
    papers: tuple[PaperChange, ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether the official name changed."""
        return any(change.field == "name" for change in self.fields)


@dataclass(frozen=True, slots=True)
class Match:
    """A dropped item that may live on as an added one. ``likeness`` of the names, in percent."""

    old_id: str
    new_id: str
    likeness: int


@dataclass(frozen=True, slots=True)
class ReleaseDiff:
    """The difference of two releases. An id in ``removed`` and in ``added`` went to another item."""

    old_version: str
    new_version: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[ItemChange, ...]
    suggestions: tuple[Match, ...]
    bundles_changed: bool
    pairs: Mapping[str, str]
    """Old id to new id of every item that lives on, changed or not."""

    @property
    def renamed(self) -> tuple[ItemChange, ...]:
        """Items under a new name."""
        return tuple(change for change in self.changed if change.renamed)

    @property
    def moved(self) -> tuple[ItemChange, ...]:
        """Items under a new number."""
        return tuple(change for change in self.changed if change.old_id != change.new_id)

    @property
    def is_empty(self) -> bool:
        """Whether the two releases say the same."""
        return not (self.added or self.removed or self.changed or self.bundles_changed)


class Fate(StrEnum):
    """What became of an item that a draft was begun under."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class DraftNews:
    """What to tell the clerk who finishes a draft pinned to an older release.

    ``numbers`` leads from each old row of the paper list to its row in the new one, so that what was ticked
    stays ticked; a row that is gone leads to None.
    """

    fate: Fate
    new_id: str | None
    points: tuple[FieldChange, ...] = ()
    papers: tuple[PaperChange, ...] = ()
    numbers: tuple[tuple[int, int | None], ...] = ()
    suggestion: Match | None = None


def diff(old: Release, new: Release) -> ReleaseDiff:
    """The difference between two releases."""
    pairs = _pair(old, new)
    olds, news = _by_id(old), _by_id(new)
    removed = tuple(item_id for item_id in olds if item_id not in pairs)
    taken = set(pairs.values())
    added = tuple(item_id for item_id in news if item_id not in taken)
    changes = [_change(olds[old_id], news[new_id]) for old_id, new_id in pairs.items()]
    return ReleaseDiff(
        old_version=old.version,
        new_version=new.version,
        added=added,
        removed=removed,
        changed=tuple(change for change in changes if change.fields or change.old_id != change.new_id),
        suggestions=_suggest([olds[old_id] for old_id in removed], [news[new_id] for new_id in added]),
        bundles_changed=old.bundles != new.bundles,
        pairs=pairs,
    )


def changes_for(item_id: str, old: Release, new: Release) -> DraftNews:
    """What a draft or a lane begun under ``old`` has to be told when ``new`` is in force.

    An item that ``old`` does not know is reported as removed: nothing can be carried over.
    """
    found = diff(old, new)
    new_id = found.pairs.get(item_id)
    before = old.item(item_id)
    after = None if new_id is None else new.item(new_id)
    if before is None or after is None:
        suggestion = next((match for match in found.suggestions if match.old_id == item_id), None)
        return DraftNews(Fate.REMOVED, None, suggestion=suggestion)
    change = _change(before, after)
    by_name = {point.field: point for point in change.fields}
    if not change.papers:
        by_name.pop("materials", None)  # rows in another order only: the numbers say enough
    points = tuple(by_name[name] for name in DRAFT_FIELDS if name in by_name)
    fate = Fate.CHANGED if points else Fate.SAME
    return DraftNews(fate, new_id, points, change.papers, _numbers(before, after))


def _by_id(release: Release) -> dict[str, ServiceItem]:
    return {item.id: item for item in release.items}


def plain_name(name: str) -> str:
    """A name without the differences that are none: width of characters, brackets, spaces, letter case."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in folded if not char.isspace())


def _pair(old: Release, new: Release) -> dict[str, str]:
    """Old id to new id: equal names in one tier first, then equal ids whose names look alike."""
    pairs = _pair_by_name(old.items, new.items)
    news, taken = _by_id(new), set(pairs.values())
    for item in old.items:
        other = news.get(item.id)
        if item.id in pairs or other is None or other.id in taken or other.tier is not item.tier:
            continue
        if _likeness(item, other) >= SAME_ID_LIKENESS:
            pairs[item.id] = other.id
    return {item.id: pairs[item.id] for item in old.items if item.id in pairs}


def _pair_by_name(olds: Iterable[ServiceItem], news: Iterable[ServiceItem]) -> dict[str, str]:
    """Names that stand once in a tier of both lists; a name that stands twice proves nothing."""
    before, after = _by_name(olds), _by_name(news)
    pairs = {}
    for key, ids in before.items():
        others = after.get(key, [])
        if len(ids) == 1 and len(others) == 1:
            pairs[ids[0]] = others[0]
    return pairs


def _by_name(items: Iterable[ServiceItem]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for item in items:
        found.setdefault((item.tier, plain_name(item.display_name)), []).append(item.id)
    return found


def _likeness(one: ServiceItem, other: ServiceItem) -> float:
    names = plain_name(one.display_name), plain_name(other.display_name)
    return SequenceMatcher(None, *names, autojunk=False).ratio()


def _suggest(removed: Iterable[ServiceItem], added: list[ServiceItem]) -> tuple[Match, ...]:
    """The best partner for each dropped item, best pairs first, each item used once."""
    candidates = [
        (_likeness(gone, come), gone.id, come.id)
        for gone in removed
        for come in added
        if gone.tier is come.tier and gone.category.code == come.category.code
    ]
    used: set[tuple[str, str]] = set()
    matches = []
    for likeness, old_id, new_id in sorted(candidates, key=lambda found: -found[0]):
        keys = {("old", old_id), ("new", new_id)}
        if likeness >= SUGGESTION_LIKENESS and not keys & used:
            used |= keys
            matches.append(Match(old_id, new_id, round(likeness * 100)))
    return tuple(matches)


def _change(before: ServiceItem, after: ServiceItem) -> ItemChange:
    changes = tuple(
        FieldChange(part.name, getattr(before, part.name), getattr(after, part.name))
        for part in fields(ServiceItem)
        if part.name not in _KEYS and getattr(before, part.name) != getattr(after, part.name)
    )
    return ItemChange(before.id, after.id, changes, _paper_changes(before, after))


def _paper_changes(before: ServiceItem, after: ServiceItem) -> tuple[PaperChange, ...]:
    olds = {paper.number: paper for paper in before.materials}
    news = {paper.number: paper for paper in after.materials}
    changes = []
    for old_number, new_number in _numbers(before, after):
        old, new = olds[old_number], None if new_number is None else news.pop(new_number)
        if new is None or _content(old) != _content(new):
            changes.append(PaperChange(old, new))
    return (*changes, *(PaperChange(None, paper) for paper in news.values()))


def _content(paper: Material) -> tuple[object, ...]:
    return tuple(getattr(paper, part.name) for part in fields(Material) if part.name != "number")


def _numbers(before: ServiceItem, after: ServiceItem) -> tuple[tuple[int, int | None], ...]:
    """Rows of the two paper lists that are the same paper, by name; equal names go in order."""
    free: dict[str, list[int]] = {}
    for paper in after.materials:
        free.setdefault(plain_name(paper.name), []).append(paper.number)
    found: list[tuple[int, int | None]] = []
    for paper in before.materials:
        partners = free.get(plain_name(paper.name), [])
        found.append((paper.number, partners.pop(0) if partners else None))
    return tuple(found)
