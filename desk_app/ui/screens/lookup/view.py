"""The look-up screen: four pages, and the keys that work on them. It decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.sites import Site
from desk_app.ui.screens.lookup.home_view import HomeView
from desk_app.ui.screens.lookup.items_view import ItemsView
from desk_app.ui.screens.lookup.shown import Page, Primary, Shown
from desk_app.ui.screens.lookup.ways_view import GroupsView, NothingView
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.widgets.boxes import ScrollBody

GUIDE_DELAY_MS = 25
"""While keys come in faster than this, only the list is filled anew: it is what the clerk looks at."""


class LookupView(QWidget):
    """Shows a :class:`Shown`; wishes go out as signals."""

    selected = Signal(int)
    """An entry was reached with the arrow keys or the mouse, from 0."""
    pick_requested = Signal(int)
    """An entry shall be chosen or followed, from 1: Alt+n, a click on what leads on."""
    guide_filled = Signal()
    """The guide shows what the list says; for measurements and the tour."""

    def __init__(self, site: Site, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self.home = HomeView()
        self.items = ItemsView(site)
        self.nothing = NothingView()
        self.groups = GroupsView()
        self._pages: dict[Page, ScrollBody] = {
            Page.HOME: self.home,
            Page.ITEMS: self.items,
            Page.NOTHING: self.nothing,
            Page.GROUPS: self.groups,
        }
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page)
        box = QVBoxLayout(self)
        current = look_now()
        across, down = current.size("work_padding_h"), current.size("work_padding_v")
        box.setContentsMargins(across, down, across, down)
        box.addWidget(self.stack)
        self._guide_timer = QTimer(self)
        self._guide_timer.setSingleShot(True)
        self._guide_timer.setInterval(GUIDE_DELAY_MS)
        self._guide_timer.timeout.connect(self.fill_guide)
        self._connect()

    def _connect(self) -> None:
        self.items.list.chosen.connect(self.selected)
        self.home.favourites.list.chosen.connect(self.selected)
        self.groups.chosen.connect(self.selected)
        self.nothing.chosen.connect(self.selected)
        self.home.favourites.list.clicked.connect(lambda index: self.pick_requested.emit(index.row() + 1))
        for opens in (self.home.favourites.list.opened, self.groups.opened, self.nothing.opened):
            opens.connect(lambda nth: self.pick_requested.emit(nth + 1))

    @property
    def shown(self) -> Shown | None:
        """What is on the screen."""
        return self._shown

    def show_all(self, shown: Shown) -> None:
        """Show everything; a guide of another item is filled when the keys have come to rest."""
        before, self._shown = self._shown, shown
        if shown.page is Page.HOME:
            self.home.show_home(shown.home, shown.current)
        elif shown.page is Page.ITEMS:
            self.items.show_list(shown)
            self._show_guide(before, shown)
        elif shown.page is Page.NOTHING:
            self.nothing.show_ways(shown)
        else:
            self.groups.show_groups(shown)
        self.stack.setCurrentWidget(self._pages[shown.page])

    def _show_guide(self, before: Shown | None, shown: Shown) -> None:
        same_item = (
            before is not None
            and before.guide is not None
            and shown.guide is not None
            and before.guide.offered is shown.guide.offered
        )
        noting = before is not None and before.note != shown.note
        if noting or (same_item and not self._guide_timer.isActive()):
            self.fill_guide()  # the next key belongs into the note's line: it must be there by then
        else:
            self._guide_timer.start()

    def fill_guide(self) -> None:
        """Fill the guide now."""
        self._guide_timer.stop()
        if self._shown is not None and self._shown.page is Page.ITEMS:
            self.items.show_guide(self._shown)
            self.guide_filled.emit()

    def set_layout_class(self, width: WidthClass) -> None:
        """Lay out for this much room, also after the look has changed."""
        self.home.set_layout_class(width)
        self.items.set_layout_class(width)
        self.groups.set_layout_class(width)

    def hints(self) -> Sequence[str]:
        """Keys that work on the page that is shown."""
        shown = self._shown
        if shown is None:
            return _HINTS[Page.HOME]
        silent = set() if shown.may_note else {"lookup.note"}
        if shown.guide is not None and shown.guide.primary is Primary.REFERRAL:
            silent.add("lookup.take")
        return tuple(name for name in _HINTS[shown.page] if name not in silent)


_HINTS: dict[Page, tuple[str, ...]] = {
    Page.HOME: ("command", "lookup.pick", "go.queue", "lane.next", "shift.open", "keys"),
    Page.ITEMS: (
        "lookup.move",
        "lookup.pick",
        "lookup.take",
        "lookup.checklist",
        "lookup.referral",
        "lookup.note",
        "back",
    ),
    Page.NOTHING: ("lookup.move", "lookup.pick", "back"),
    Page.GROUPS: ("lookup.move", "lookup.pick", "back"),
}
