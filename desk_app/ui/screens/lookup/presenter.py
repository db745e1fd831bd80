"""The decisions of the look-up screen: what typing, moving, picking and Esc lead to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.lookup.acts import GuideActs
from desk_app.ui.screens.lookup.calls import LookupCalls
from desk_app.ui.screens.lookup.finding import groups, rows_of_items
from desk_app.ui.screens.lookup.places import again, listed, searched
from desk_app.ui.screens.lookup.position import Position
from desk_app.ui.screens.lookup.session import LookupSession
from desk_app.ui.screens.lookup.shown import Group, Page, Row, Source, WayKind


class LookupPresenter(QObject):
    """Finds items and their guides.

    ``session`` carries the signals the view and the window listen to; ``acts`` prints and notes. The command
    box stays with the window: it hands its text to :meth:`set_query`, and forwards ↑↓ to :meth:`move`, Enter
    to :meth:`take` and Esc to :meth:`back` while it has the focus.
    """

    def __init__(self, calls: LookupCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = LookupSession(calls, jobs, self)
        self.acts = GuideActs(self.session)
        self._calls = calls
        self.session.read_home()

    def set_query(self, text: str) -> None:
        """The command box changed: search; an empty box is the home page."""
        if not text.strip():
            self.session.keep_ticks_of(set())
            self.session.read_home()
            self.session.go(Position())
            return
        self._open(searched(text, self._calls))

    @property
    def _entries(self) -> int:
        return self.session.position.entries(len(self.session.favourites))

    def move(self, step: int) -> None:
        """↑ or ↓: the next entry, without wrapping round; the guide follows."""
        position = self.session.position
        count = self._entries
        if count:
            self.select(min(max(position.current + step, 0), count - 1))

    def select(self, index: int) -> None:
        """An entry was clicked or reached."""
        position = self.session.position
        if 0 <= index < self._entries and position.at(index) != position:
            self.session.go(position.at(index))

    def pick(self, nth: int) -> bool:
        """Alt+n: choose the n-th entry; on pages that only lead on, follow it. False when there is none."""
        position = self.session.position
        if not 1 <= nth <= self._entries:
            return False
        self.session.go(position.at(nth - 1))
        if position.page is not Page.ITEMS:
            self.take()
        return True

    def take(self) -> None:
        """Enter: start the chosen item, or follow what leads on."""
        position = self.session.position
        if position.page is Page.ITEMS:
            self.start()
        elif position.current < 0:
            return
        elif position.page is Page.HOME:
            self._open_favourite(position)
        elif position.page is Page.GROUPS:
            self._open_group(position.groups[position.current], position)
        else:
            self._follow(position)

    def _open_favourite(self, position: Position) -> None:
        rows = tuple(row for row, _ in self.session.favourites)
        self._open(listed(Source.FAVOURITES, "", rows, position, position.current))

    def _open_group(self, group: Group, position: Position) -> None:
        rows = rows_of_items(group.items, self._calls.offered, self._calls.site.tier)
        if rows:
            self._open(listed(group.source, group.name, rows, position))

    def _open(self, position: Position) -> None:
        self.session.keep_ticks_of({row.id for row in position.rows})
        self.session.go(position)

    def _follow(self, position: Position) -> None:
        way = position.ways[position.current]
        if way.kind is WayKind.BROWSE:
            self.browse()
        elif way.kind is WayKind.NOTE:
            self.acts.open_note()
        else:
            self.session.query_wanted.emit(way.query)
            if self.session.position is position:  # nobody put it into the box
                self.set_query(way.query)

    def start(self) -> None:
        """F2, Enter, the primary button: take papers in, or say where to go."""
        item = self.session.item
        if item is None:
            return
        if not item.mode.may_receive:
            self.acts.print_referral()
            return
        self.session.brought.pop(item.item.id, None)
        self.session.refresh()
        self.session.intake_requested.emit(item.item.id)

    def show_item(self, item_id: str) -> bool:
        """Open a guide: a link here, or F1 elsewhere in the program. False when the catalogue lacks it."""
        item = self._calls.offered(item_id)
        if item is None:
            return False
        position = self.session.position
        if position.page is Page.ITEMS:
            self.session.go(position.followed(item_id))
        else:
            row = Row(offered=item, own=item.item.tier is self._calls.site.tier)
            self._open(listed(Source.QUERY, item.item.display_name, (row,), position))
        return True

    def browse(self) -> None:
        """Departments and life situations."""
        position = self.session.position
        if position.page is not Page.GROUPS:
            found = groups(self._calls)
            self.session.go(Position(Page.GROUPS, position.query, groups=found, current=0, before=position))

    def back(self) -> bool:
        """Esc: one step back. False when nothing is left to close here: the command box is then cleared."""
        position = self.session.position
        if self.acts.close_note():
            return True
        if position.trail:
            self.session.go(replace(position, trail=position.trail[:-1]))
            return True
        if position.before is None:
            return False
        self.session.go(position.before)
        return True

    def refresh(self) -> None:
        """Somebody logged in or out, the catalogue or a case changed, F5: the same place, read anew.

        Must be called at log-out: what waits and the notes of the one who left are forgotten.
        """
        session, position = self.session, self.session.position
        session.read_home()
        if position.page is Page.ITEMS or position.page is Page.NOTHING:
            session.position = again(position, self._calls)
        session.refresh()
