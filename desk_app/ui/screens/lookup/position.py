"""Where the clerk is on the screen: a value, so that going back is taking the one before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk_app.ui.screens.lookup.shown import Group, Page, Row, Source, Way


@dataclass(frozen=True, slots=True)
class Position:
    """One face of the screen with what stands on it."""

    page: Page = Page.HOME
    query: str = ""
    source: Source = Source.QUERY
    heading: str = ""
    rows: tuple[Row, ...] = ()
    only_alike: bool = False
    groups: tuple[Group, ...] = ()
    ways: tuple[Way, ...] = ()
    current: int = -1
    trail: tuple[str, ...] = ()
    """Items opened by links, the one on the screen last."""
    before: Position | None = None
    """Where Esc leads; None where the command box has to be cleared."""

    @property
    def item_id(self) -> str:
        """The item whose guide is on the screen; "" for none."""
        if self.trail:
            return self.trail[-1]
        inside = self.page is Page.ITEMS and 0 <= self.current < len(self.rows)
        return self.rows[self.current].id if inside else ""

    @property
    def came_from(self) -> str:
        """The item whose link led to the one on the screen; "" for none."""
        if len(self.trail) > 1:
            return self.trail[-2]
        return replace(self, trail=()).item_id if self.trail else ""

    def entries(self, favourites: int) -> int:
        """How many things ↑↓ and Alt+n reach; exactly one of the tuples is filled at a time."""
        return favourites if self.page is Page.HOME else len(self.rows or self.groups or self.ways)

    def at(self, index: int) -> Position:
        """The same face with another entry chosen; what links opened is left."""
        return replace(self, current=index, trail=())

    def followed(self, item_id: str) -> Position:
        """A link was followed; one that leads back shortens the trail."""
        if item_id in self.trail:
            return replace(self, trail=self.trail[: self.trail.index(item_id) + 1])
        if self.page is Page.ITEMS and item_id == replace(self, trail=()).item_id:
            return replace(self, trail=())
        return replace(self, trail=(*self.trail, item_id))
