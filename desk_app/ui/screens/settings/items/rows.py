"""Rows of the list of items: what a site does with each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.catalogue import HandlingMode, OfferedItem, Tier

MODES = tuple(HandlingMode)
"""The parts of the switch, in order."""


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """What a site decides first about an item: whether it is done here, and how."""

    item_id: str
    offered: bool
    mode: HandlingMode


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One line: the item, what was decided, what else the site says of it."""

    choice: ItemChoice
    seq: int
    name: str
    initials: tuple[str, ...] = ()
    counter: str = ""
    verified: bool = False

    def matches(self, typed: str) -> bool:
        """Whether what was typed finds it: a piece of the name, initials from their start, or its number."""
        text = typed.strip().lower()
        if not text:
            return True
        begins = any(way.startswith(text) for way in self.initials)
        return text in self.name.lower() or begins or text in (str(self.seq), self.choice.item_id)


class Which(StrEnum):
    """Filters of the list."""

    ALL = "all"
    OFFERED = "offered"
    NOT_OFFERED = "not_offered"


def rows_of(
    items: Iterable[OfferedItem], tier: Tier, initials: Callable[[str], tuple[str, ...]]
) -> tuple[ItemRow, ...]:
    """The site's own list, in the order of the notice."""
    own = sorted((item for item in items if item.item.tier is tier), key=lambda item: item.item.seq)
    return tuple(
        ItemRow(
            choice=ItemChoice(item.item.id, item.offered, item.mode),
            seq=item.item.seq,
            name=item.item.display_name,
            initials=initials(item.item.display_name),
            counter=item.counter,
            verified=item.verified is not None,
        )
        for item in own
    )


def chosen(rows: Iterable[ItemRow], which: Which, typed: str) -> tuple[ItemRow, ...]:
    """The rows a filter leaves."""
    return tuple(row for row in rows if _kept(row, which) and row.matches(typed))


def _kept(row: ItemRow, which: Which) -> bool:
    return which is Which.ALL or row.choice.offered is (which is Which.OFFERED)


def counts(rows: Iterable[ItemRow]) -> dict[str, int]:
    """How many each filter leaves."""
    all_rows = tuple(rows)
    return {which.value: len(chosen(all_rows, which, "")) for which in Which}
