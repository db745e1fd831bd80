"""The window of the desk. It knows screens by :class:`Screen` alone and decides nothing.

``app.py`` hands in the entries of the rail, the look and the clocks, talks to the parts of :attr:`frame`
(``rail``, ``bar``, ``pages``, ``banner``, ``toast``, ``hints``) and listens to the wishes below. A page is
built on its first visit. Nothing here imports more than Qt, so that the first paint is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desk_app.ui.shell.frame import Frame
from desk_app.ui.shell.hint_bar import HintBar
from desk_app.ui.shell.screen import RailEntry
from desk_app.ui.shortcuts import Context, bind, bind_numbered
from desk_app.ui.theme.look import WidthClass, width_class
from desk_app.ui.theme.switch import LookSwitch

if TYPE_CHECKING:
    from desk_app.domain.scans import ScanMarks
    from desk_app.ui.shell.overlay import KeysOverlay

SMALLEST = QSize(900, 500)


def _said(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


class MainWindow(QMainWindow):
    """Frame, or a page that covers it. The signals are what a person asked for by key or click."""

    scanned = Signal(str)
    lock_requested = Signal()
    lane_new_requested = Signal()
    lane_hold_requested = Signal()
    lane_step_requested = Signal(int)
    run_requested = Signal()
    """连续登记."""
    same_item_requested = Signal()
    withdraw_requested = Signal()
    queue_requested = Signal(int)
    """A queue of the home page by its key, from 1."""
    shift_open_requested = Signal()
    closing = Signal()

    def __init__(
        self,
        switch: LookSwitch,
        entries: Sequence[RailEntry],
        now: Callable[[], datetime],
        clock: Callable[[], float],
        site_name: str = "",
    ) -> None:
        super().__init__()
        self._switch = switch
        self._width = WidthClass.WIDE
        self.frame = Frame(self, entries, HintBar(site_name, now))
        self._layers = QStackedWidget()
        self._layers.addWidget(self.frame)
        self._keys_overlay: KeysOverlay | None = None
        self.setCentralWidget(self._layers)
        self.setMinimumSize(SMALLEST)
        self.setWindowTitle(_said("便民服务工作台"))
        self._clock = clock
        self.scan_marks: ScanMarks | None = None
        """How the scanner of this desk is set up."""
        self.settled = False
        """Whether the keyboard is followed: true right after the first paint."""
        self._connect()
        bind(self.frame, _frame_keys(self))
        places = (each for each in entries if each.shortcut)
        bind(self.frame, {each.shortcut: partial(self.frame.pages.show_page, each.key) for each in places})
        bind_numbered(self.frame, "go.queue", self.queue_requested.emit)
        bind(self, {"full_screen": self._toggle_full_screen} | _look_keys(switch))

    def _connect(self) -> None:
        bar, pages = self.frame.bar, self.frame.pages
        self.frame.rail.chosen.connect(pages.show_page)
        pages.shown.connect(self._page_shown)
        bar.edited.connect(pages.set_query)
        bar.moved.connect(pages.move_selection)
        bar.submitted.connect(lambda _text: pages.take_selected())
        bar.escaped.connect(pages.back)
        bar.lanes.new_requested.connect(self.lane_new_requested)
        self._switch.changed.connect(lambda _look: self._lay_out())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the first paint does not need comes right after it."""
        super().paintEvent(event)
        if not self.settled:
            QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Follow the keyboard: the focus ring, stray typing, scans."""
        from desk_app.ui.shell.typing import KeyTraffic
        from desk_app.ui.theme.focus_ring import FocusRing

        if self.settled:
            return
        self.settled = True
        FocusRing(self)
        traffic = KeyTraffic(self, self.frame.bar.box.input, self._clock, lambda: self.scan_marks)
        traffic.scanned.connect(self.scanned)

    def _page_shown(self, key: str) -> None:
        self.frame.rail.set_current(key)
        self.refresh_hints()

    def refresh_hints(self) -> None:
        """The page's keys or its title changed."""
        page = self.frame.pages.screen_on_show
        if page is not None:
            self.frame.hints.show_hints(page.hints())
            self.setWindowTitle(f"{page.title()} · {_said('便民服务工作台')}")

    def cover(self, page: QWidget | None) -> None:
        """Show a page in place of everything (first run, lock); None uncovers. A cover is solid."""
        while (old := self._layers.widget(1)) is not None:
            self._layers.removeWidget(old)
            old.deleteLater()
        if page is None:
            self.frame.pages.focus_start()
            return
        self.frame.hide_passing()
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keys(self) -> None:
        """Every key there is, those of this page first; again closes it."""
        if self._keys_overlay is None:
            from desk_app.ui.shell.overlay import KeysOverlay

            self._keys_overlay = KeysOverlay(self.frame)
        page = self.frame.pages.screen_on_show
        self._keys_overlay.toggle(Context.GLOBAL if page is None else page.context())

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _lay_out(self) -> None:
        self._width = width_class(self.width(), self._switch.look)
        self.frame.set_width_class(self._width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold at the widths of experience.md, and only there."""
        super().resizeEvent(event)
        if width_class(self.width(), self._switch.look) is not self._width:
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing inside wanted."""
        if event.key() == Qt.Key.Key_Escape and self._layers.currentIndex() == 0:
            self.frame.pages.back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so, for what must be saved first."""
        self.closing.emit()
        super().closeEvent(event)


def _frame_keys(window: MainWindow) -> dict[str, Callable[[], None]]:
    """Keys that rest while the window is covered."""
    pages = window.frame.pages

    def guide() -> None:
        if not pages.show_guide():
            window.show_keys()

    return {
        "command": window.frame.bar.focus_box,
        "primary": pages.primary,
        "lane.new": window.lane_new_requested.emit,
        "lane.hold": window.lane_hold_requested.emit,
        "lane.next": partial(window.lane_step_requested.emit, 1),
        "lane.previous": partial(window.lane_step_requested.emit, -1),
        "lane.same_item": window.same_item_requested.emit,
        "quick.run": window.run_requested.emit,
        "withdraw": window.withdraw_requested.emit,
        "guide": guide,
        "keys": window.show_keys,
        "refresh": pages.refresh,
        "lock": window.lock_requested.emit,
        "shift.open": window.shift_open_requested.emit,
    }


def _look_keys(switch: LookSwitch) -> dict[str, Callable[[], None]]:
    """Keys that work on a cover page too."""
    return {"large_type": switch.toggle_large, "contrast": switch.toggle_contrast}
