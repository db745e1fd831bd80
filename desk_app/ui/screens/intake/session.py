"""The state of the intake screen, shared by the parts of its presenter: lanes, and what stands round them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.errors import DeskError
from desk_app.domain.worktime import Deadlines, local_day
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.intake.calls import IntakeCalls, PageImage
from desk_app.ui.screens.intake.editing import promised
from desk_app.ui.screens.intake.lanes import Lane, Lanes
from desk_app.ui.screens.intake.shown import LaneTab, Surroundings, picture, tab

STRIP = "strip"
"""Name of the question strip as a place for the cursor."""


class Session(QObject):
    """Lanes and their surroundings. Every change goes through here, so every change is shown and saved."""

    pictured = Signal(object)
    """Shown, or None when no lane is on the screen."""
    tabs_changed = Signal(object)
    """tuple[LaneTab, ...]."""
    cursor_wanted = Signal(str, int)
    """(name of the place, position in it)."""
    failed = Signal(object)
    """DeskError that belongs to no lane."""
    edited = Signal()
    """The form on the screen changed: save it, draw it."""

    def __init__(self, calls: IntakeCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls = replace(calls, deadlines=_remembered(calls.deadlines))
        self.jobs = jobs
        self.lanes = Lanes()
        self.pages: dict[UUID, tuple[PageImage, ...]] = {}
        self.busy: frozenset[UUID] = frozenset()
        self.revealed: frozenset[str] = frozenset()
        self.troubles: dict[UUID, DeskError] = {}
        self._tabs: tuple[LaneTab, ...] = ()

    @property
    def lane(self) -> Lane | None:
        """The lane on the screen, unless it is being committed."""
        lane = self.lanes.lane
        return None if lane is None or lane.id in self.busy else lane

    def today(self) -> date:
        """The date at the counter."""
        return local_day(self.calls.now())

    def item_of(self, lane: Lane) -> OfferedItem | None:
        """The item of a lane as it is offered today."""
        return self.calls.offered(lane.form.item_id)

    def put(self, lane: Lane) -> None:
        """The lane on the screen has changed."""
        before = self.lanes.lane
        if before is None or self.lanes.current is None:
            return
        if replace(before.form, cursor="") != replace(lane.form, cursor=""):
            self.troubles.pop(before.id, None)
        self.lanes = self.lanes.put(self.lanes.current, self._with_promise(lane))
        self.refresh()
        self.edited.emit()

    def change(self, form_id: UUID, how: Callable[[Lane], Lane]) -> None:
        """Change a lane wherever it is; an answer for one that is gone or being committed came too late."""
        at = self.lanes.find(form_id)
        if at is None or form_id in self.busy:
            return
        if at == self.lanes.current:
            self.put(how(self.lanes.all[at]))
        else:
            self.lanes = self.lanes.put(at, how(self.lanes.all[at]))
            self.refresh()

    def _with_promise(self, lane: Lane) -> Lane:
        item = self.item_of(lane)
        if item is None:
            return lane
        return promised(lane, item, lambda: self.calls.promise_default(item, self.today()))

    def move(self, lanes: Lanes) -> None:
        """Another lane, or none, is on the screen."""
        self.lanes = lanes
        self.revealed = frozenset()
        alive = {lane.id for lane in lanes.all}
        self.pages = {form_id: pages for form_id, pages in self.pages.items() if form_id in alive}
        self.troubles = {form_id: error for form_id, error in self.troubles.items() if form_id in alive}
        self.refresh()

    def go(self, name: str, position: int = 0) -> None:
        """Send the cursor to a place."""
        lane = self.lane
        if lane is not None and name != STRIP:
            self.put(lane.at(name, position))
        self.cursor_wanted.emit(name, position)

    def fail(self, error: Exception, form_id: UUID | None = None) -> None:
        """Say what a person can act on, in the lane it belongs to; a bug goes on to the crash handler."""
        if not isinstance(error, DeskError):
            raise error
        lane = self.lanes.lane
        target = form_id or (lane.id if lane else None)
        if target is None or self.lanes.find(target) is None:
            self.failed.emit(error)
            return
        self.troubles[target] = error
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it is now."""
        lane = self.lanes.lane
        shown = None if lane is None else picture(lane, self.calls, self._around(lane))
        self.pictured.emit(shown)
        self.tell_tabs()

    def tell_tabs(self) -> None:
        """Say who is at the desk and how long each waits, when that is no longer what was said."""
        tabs = self._tabs_now()
        if tabs != self._tabs:
            self._tabs = tabs
            self.tabs_changed.emit(tabs)

    def _around(self, lane: Lane) -> Surroundings:
        return Surroundings(
            self.pages.get(lane.id, ()), self.troubles.get(lane.id), lane.id in self.busy, self.revealed
        )

    def _tabs_now(self) -> tuple[LaneTab, ...]:
        now = self.calls.now()
        return tuple(
            tab(lane, self._item_name(lane), current=at == self.lanes.current, now=now)
            for at, lane in enumerate(self.lanes.all)
        )

    def _item_name(self, lane: Lane) -> str:
        item = self.item_of(lane)
        return item.item.display_name if item else ""


def _remembered(ask: Callable[[OfferedItem, date], Deadlines]) -> Callable[[OfferedItem, date], Deadlines]:
    """The last answer again while the question is the same: it is asked at every key, and walks every day."""
    last: list[tuple[OfferedItem, date, Deadlines]] = []

    def answer(item: OfferedItem, day: date) -> Deadlines:
        if not (last and last[0][0] is item and last[0][1] == day):
            last[:] = [(item, day, ask(item, day))]
        return last[0][2]

    return answer


def without_strip(lane: Lane) -> Lane:
    """The question is answered."""
    return replace(lane, strip=None)
