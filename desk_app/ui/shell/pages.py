"""The pages of the window: built on the first visit, one on show, asked only through :class:`Screen`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk_app.ui.shell.screen import GoesBack, HasGuide, RailEntry, Refreshes, Screen, TakesQuery
from desk_app.ui.theme.look import WidthClass
from desk_app.ui.theme.switch import styled_when_whole


class Pages(QStackedWidget):
    """``shown`` gives the key of the page that came on show."""

    shown = Signal(str)
    refused = Signal(str)
    """A page that is closed now; the key of what was asked for."""

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self._built: dict[str, QWidget] = {}
        # The same pages, seen by what they can do: Qt's metaclass keeps a type checker from joining both.
        self._screens: dict[str, object] = {}
        self._width = WidthClass.WIDE
        self.key = ""
        self.is_open: Callable[[str], bool] = lambda _key: True
        """Whether a page may be shown now; handed in by whoever knows who is at the keyboard."""

    def page(self, key: str) -> QWidget:
        """The page of an entry, built when it was not there yet."""
        if key not in self._built:
            with styled_when_whole():
                page = self._built[key] = self._entries[key].make()
                self._screens[key] = page
                self.addWidget(page)
        return self._built[key]

    def show_page(self, key: str) -> None:
        """Bring a page on show; the keyboard goes where its work begins."""
        if not self.is_open(key):
            self.refused.emit(key)
            return
        page = self.page(key)
        if not isinstance(self._screens[key], Screen):
            raise TypeError(f"the page {key} lacks a method of Screen")
        self.key = key
        self.setCurrentWidget(page)
        self.set_width_class(self._width)
        self.focus_start()
        self.shown.emit(key)

    @property
    def screen_on_show(self) -> Screen | None:
        """The page on show, or None before the first."""
        page = self._screens.get(self.key)
        return page if isinstance(page, Screen) else None

    def set_width_class(self, width: WidthClass) -> None:
        """Lay the page on show out anew; the others follow when they come on show."""
        self._width = width
        if (page := self.screen_on_show) is not None:
            page.set_layout_class(width)

    def primary(self) -> None:
        """Ctrl+Enter."""
        if (page := self.screen_on_show) is not None:
            page.primary()

    def focus_start(self) -> None:
        """The keyboard to where work begins."""
        if (page := self.screen_on_show) is not None:
            page.focus_start()

    def set_query(self, text: str) -> None:
        """The command box changed, for a page that answers it."""
        if isinstance(page := self._screens.get(self.key), TakesQuery):
            page.set_query(text)

    def move_selection(self, step: int) -> None:
        """An arrow in the command box."""
        if isinstance(page := self._screens.get(self.key), TakesQuery):
            page.move_selection(step)

    def take_selected(self) -> None:
        """Enter in the command box."""
        if isinstance(page := self._screens.get(self.key), TakesQuery):
            page.take_selected()

    def show_guide(self) -> bool:
        """F1; False when the page has no guide of its own."""
        if isinstance(page := self._screens.get(self.key), HasGuide):
            page.show_guide()
            return True
        return False

    def refresh(self) -> None:
        """F5."""
        if isinstance(page := self._screens.get(self.key), Refreshes):
            page.refresh()

    def back(self) -> None:
        """Esc: the innermost thing closes; at last the keyboard goes to the start of the page."""
        page = self._screens.get(self.key)
        if not (isinstance(page, GoesBack) and page.back()):
            self.focus_start()
