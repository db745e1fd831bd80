"""What the screen shows: frozen pictures, made anew after every change. Words are found in the view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desk_app.domain.catalogue import OfferedItem, Tier
from desk_app.domain.errors import DeskError
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.sites import Site
from desk_app.ui.screens.lookup.calls import Day, TodoRow

if TYPE_CHECKING:  # the search engine is loaded after the first paint
    from desk_app.domain.lookup import Span


class Page(StrEnum):
    """Which of the four faces the screen has now."""

    HOME = "home"
    ITEMS = "items"
    """A list at the left, the guide of one of its items at the right."""
    NOTHING = "nothing"
    """Nothing was found: three ways out."""
    GROUPS = "groups"
    """Departments and life situations to browse."""


class Source(StrEnum):
    """Where a list of items comes from."""

    QUERY = "query"
    DEPARTMENT = "department"
    SCENE = "scene"
    FAVOURITES = "favourites"


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list."""

    offered: OfferedItem
    name_spans: tuple[Span, ...] = ()
    """Parts of the display name to mark."""
    matched: str = ""
    """The text that was met where it is not the name: what citizens call it, a paper it asks for."""
    matched_spans: tuple[Span, ...] = ()
    matched_kind: TermKind = TermKind.NAME
    own: bool = True
    """Whether it stands in the list of this site."""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.offered.item.id


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together: one department's, or those of one life situation."""

    source: Source
    name: str
    items: tuple[str, ...]


class WayKind(StrEnum):
    """What can be done when nothing was found."""

    SUGGESTION = "suggestion"
    BROWSE = "browse"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Way:
    """One way out. A suggestion names the text that was met and the part of the query that met it."""

    kind: WayKind
    text: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Another item to turn to."""

    item_id: str
    name: str
    tier: Tier


class Primary(StrEnum):
    """What the one primary button of a guide does."""

    START = "start"
    """开始收件: papers may be taken in here."""
    REFERRAL = "referral"
    """指路条: it is done elsewhere."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The right pane."""

    offered: OfferedItem
    site: Site
    brought: frozenset[int]
    """Numbers of the papers the citizen has with him."""
    primary: Primary
    previous: tuple[Link, ...] = ()
    next: tuple[Link, ...] = ()
    related: tuple[Link, ...] = ()
    came_from: str = ""
    """Name of the item whose link led here; "" when it was picked from the list."""


@dataclass(frozen=True, slots=True)
class Note:
    """The line in which a consult note is written."""

    about: str | None
    """Item id; None for what was not found."""
    text: str
    """What it begins with: what was typed before, so that nothing is lost."""


@dataclass(frozen=True, slots=True)
class Home:
    """The page before anything was typed."""

    hour: int
    counter: str
    site: Site
    favourites: tuple[tuple[Row, int], ...]
    todo: tuple[TodoRow, ...] | None
    """None while it is being read."""
    signed_in: bool
    todo_trouble: DeskError | None = None
    day: Day = Day()  # noqa: RUF009 - an empty day never changes


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything."""

    page: Page
    home: Home
    query: str = ""
    source: Source = Source.QUERY
    heading: str = ""
    """The name of a group that is browsed."""
    rows: tuple[Row, ...] = ()
    only_alike: bool = False
    """Every hit is a guess: nothing was met as it was typed."""
    groups: tuple[Group, ...] = ()
    ways: tuple[Way, ...] = ()
    current: int = -1
    """Which favourite, row, group or way has the keys; -1 for none."""
    guide: Guide | None = None
    note: Note | None = None
    may_note: bool = False
    busy: bool = False
    """A paper is being made or a note kept: the buttons wait."""
    trouble: DeskError | None = None
