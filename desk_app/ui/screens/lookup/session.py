"""What the parts of the look-up presenter share: callables, place on the screen, what the citizen has."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.errors import DeskError
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.lookup.calls import Day, LookupCalls, TodoRow
from desk_app.ui.screens.lookup.finding import favourites, guide_of
from desk_app.ui.screens.lookup.position import Position
from desk_app.ui.screens.lookup.shown import Guide, Home, Note, Row, Shown


class Remark(StrEnum):
    """Something to be told in passing."""

    ALL_BROUGHT = "all_brought"
    """Every paper is ticked: there is nothing left to print."""
    NOTE_KEPT = "note_kept"
    NOTE_EMPTY = "note_empty"


class LookupSession(QObject):
    """State and signals; the decisions stand in :mod:`presenter` and :mod:`acts`."""

    pictured = Signal(object)
    """:class:`Shown`, after every change."""
    told = Signal(str)
    """Words for the strip: what was printed."""
    remarked = Signal(object)
    """A :class:`Remark`, to be put into words by the view."""
    query_wanted = Signal(str)
    """Text that shall stand in the command box."""
    command_wanted = Signal()
    """The act is done: the keys go back to the command box."""
    intake_requested = Signal(str)
    """Item id. May come before log-in: whoever listens asks to log in first."""
    case_requested = Signal(object)
    """Case id (UUID)."""
    queue_requested = Signal(str)
    """Key of a queue."""

    def __init__(self, calls: LookupCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls = calls
        self.jobs = jobs
        self.position = Position()
        self.brought: dict[str, frozenset[int]] = {}
        self.note: Note | None = None
        self.note_drafts: dict[str | None, str] = {}
        self.busy = False
        self.trouble: DeskError | None = None
        self._favourites: tuple[tuple[Row, int], ...] = ()
        self._todo: tuple[TodoRow, ...] | None = None
        self._todo_trouble: DeskError | None = None
        self.day = Day()

    @property
    def favourites(self) -> tuple[tuple[Row, int], ...]:
        """What this counter does most, as read when the home page was last made."""
        return self._favourites

    @property
    def item(self) -> OfferedItem | None:
        """The item whose guide is on the screen."""
        found = self.position.item_id
        return self.calls.offered(found) if found else None

    def go(self, position: Position) -> None:
        """Another face, or another entry chosen."""
        here, there = self.position, position
        if (here.page, here.item_id) != (there.page, there.item_id):
            self.note = None
        self.position = position
        self.trouble = None
        self.refresh()

    def keep_ticks_of(self, ids: set[str]) -> None:
        """Another list: what one citizen has brought must not stand ticked for the next."""
        self.brought = {item_id: ticks for item_id, ticks in self.brought.items() if item_id in ids}

    def read_home(self) -> None:
        """Read anew what the home page shows; what waits is read off the window's thread."""
        self._favourites = favourites(self.calls)
        self._todo_trouble = None
        if self.calls.signed_in():
            self.read_day()
        else:
            self._todo, self.day = None, Day()
            self.note, self.note_drafts = None, {}

    def read_day(self) -> None:
        """Read anew what waits: a commit has changed it."""
        self.jobs.run(self, self.calls.todo, self._show_todo, self._todo_failed, key="todo")
        self.jobs.run(self, self.calls.day, self._show_day, self._todo_failed, key="day")

    def _show_day(self, day: Day) -> None:
        if self.calls.signed_in():
            self.day = day
            self.refresh()

    def _show_todo(self, rows: tuple[TodoRow, ...]) -> None:
        if self.calls.signed_in():
            self._todo = rows
            self.refresh()

    def _todo_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._todo_trouble = error
        self.refresh()

    def fail(self, error: Exception) -> None:
        """Say what a person can act on; a bug goes on to the crash handler."""
        self.busy = False
        self.refresh()
        if not isinstance(error, DeskError):
            raise error
        self.trouble = error
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.pictured.emit(self.picture())

    def picture(self) -> Shown:
        """Everything as it is now."""
        place, signed_in = self.position, self.calls.signed_in()
        return Shown(
            page=place.page,
            home=self._home(signed_in),
            query=place.query,
            source=place.source,
            heading=place.heading,
            rows=place.rows,
            only_alike=place.only_alike,
            groups=place.groups,
            ways=place.ways,
            current=place.current,
            guide=self._guide(),
            note=self.note if signed_in else None,
            may_note=signed_in,
            busy=self.busy,
            trouble=self.trouble,
        )

    def _home(self, signed_in: bool) -> Home:
        return Home(
            hour=self.calls.now().astimezone(SHANGHAI).hour,
            counter=self.calls.counter,
            site=self.calls.site,
            favourites=self._favourites,
            todo=self._todo if signed_in else None,
            signed_in=signed_in,
            todo_trouble=self._todo_trouble if signed_in else None,
            day=self.day if signed_in else Day(),
        )

    def _guide(self) -> Guide | None:
        item = self.item
        if item is None:
            return None
        behind = self.calls.offered(self.position.came_from) if self.position.came_from else None
        name = behind.item.display_name if behind else ""
        return guide_of(item, self.calls, self.brought.get(item.item.id, frozenset()), name)
