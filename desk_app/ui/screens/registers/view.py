"""The registers screen: which register at the left, its figures and lines at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.ui.screens.registers.asking import KEYS, Period, Shown
from desk_app.ui.screens.registers.leaving import LeavingShown
from desk_app.ui.screens.registers.leaving_bar.view import LeavingBar
from desk_app.ui.screens.registers.period_bar.view import PeriodBar
from desk_app.ui.screens.registers.table.view import FigureStrip, RegisterCard
from desk_app.ui.screens.registers.taking import TakingShown
from desk_app.ui.screens.registers.taking_page.view import TakingPage
from desk_app.ui.screens.registers.words import KIND_ICONS, holds_focus, kind_word
from desk_app.ui.shortcuts import Context, bind, bind_numbered
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.widgets.boxes import Card, ScrollBody, scrolled
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.tile import TileGroup, TileText

AskPath = Callable[[QWidget, str, str], str]
"""(parent, title, name filter; "" for a folder) -> a path, or "" when nothing was chosen."""
_NAV = 208
_FIGURES = ("办件量", "办结量", "按时办结率", "平均办理时长", "好评率")
_HINTS = (
    "registers.period",
    "registers.next",
    "registers.filter",
    "registers.export",
    "registers.print",
    "registers.new",
)
_TAKING_HINTS = ("primary", "registers.undo", "tab", "back")


def ask_path(parent: QWidget, title: str, names: str) -> str:
    """The system's own dialog."""
    if not names:
        return QFileDialog.getExistingDirectory(parent, title)
    return QFileDialog.getOpenFileName(parent, title, filter=names)[0]


class RegistersPanes(QWidget):
    """Where everything lies: two pages, the first with registers at the left."""

    def __init__(self, ask: AskPath = ask_path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self.period, self.card, self.figures = PeriodBar(), RegisterCard(), FigureStrip()
        self.leaving = LeavingBar(lambda: self._ask(self, self.tr("存到哪个文件夹"), ""))
        self.taking = TakingPage(lambda: self._ask(self, self.tr("选旧台账"), self.tr("表格 (*.xlsx *.csv)")))
        self.nav = TileGroup(self.tr("各种台账"), QVBoxLayout(), quiet=True)
        self.nav.show_tiles([TileText(key, kind_word(key), icon=KIND_ICONS[key]) for key in KEYS], KEYS[0])
        self.pick = PickBox(self.tr("各种台账"))
        self.pick.addItems([kind_word(key) for key in KEYS])
        self.stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        gap = look_now().size("card_gap")
        self._nav_card = Card()
        self._nav_card.body.setContentsMargins(2, 2, 2, 2)
        self._nav_card.body.addWidget(scrolled(_airy(self.nav)))
        right = QVBoxLayout()
        right.setSpacing(gap)
        right.addWidget(self.pick)
        right.addWidget(self.figures)
        right.addWidget(self.card, 1)
        panes = QHBoxLayout()
        panes.setSpacing(gap)
        panes.addWidget(self._nav_card)
        panes.addLayout(right, 1)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(gap)
        box.addWidget(self.period)
        box.addWidget(self.leaving)
        box.addLayout(panes, 1)
        self.stack.addWidget(whole)
        self.stack.addWidget(self.taking)
        across, down = look_now().size("work_padding_h"), look_now().size("work_padding_v")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(across, down, across, down)
        outer.addWidget(self.stack)

    @property
    def on_taking(self) -> bool:
        """Whether the page that takes over old ledgers is open."""
        return self.stack.currentWidget() is self.taking

    def set_layout_class(self, width: WidthClass) -> None:
        """Registers become a pick box, and figures go, where there is no room for them."""
        compact = width is WidthClass.COMPACT
        self._nav_card.setVisible(not compact)
        self._nav_card.setFixedWidth(round(_NAV * (1.25 if look_now().large else 1)))
        self.pick.setVisible(compact)
        self.figures.setVisible(not compact)
        self.card.refit()
        self.taking.refit()

    def show_list(self, shown: Shown) -> None:
        """The register as it is now."""
        self.nav.set_current(shown.key)
        self.pick.setCurrentIndex(KEYS.index(shown.key))
        self.period.show_list(shown)
        self.card.show_list(shown)
        first = [figure for figure in shown.read.figures if figure[0] in _FIGURES]
        self.figures.show_figures(first or shown.read.figures[:5])

    def focus_start(self) -> None:
        """The list of registers, or the path of the file."""
        if self.on_taking:
            self.taking.focus_start()
        elif self._nav_card.isVisibleTo(self):
            self.nav.focus_current()
        else:
            self.card.focus_lines()


class RegistersView(RegistersPanes):
    """A Screen of the window (shell/screen.py). Its parts stand as attributes and carry the wishes."""

    shown_again = Signal()
    refresh_requested = Signal()
    register_requested = Signal(str)
    step_requested = Signal(int)
    ask_requested = Signal()
    print_requested = Signal()
    take_requested = Signal()
    told = Signal(str)
    """A sentence for the strip that stands for six seconds."""
    hints_changed = Signal()

    def __init__(self, ask: AskPath = ask_path, parent: QWidget | None = None) -> None:
        super().__init__(ask, parent)
        self._back: Callable[[], bool] = lambda: False
        self._connect()

    def _connect(self) -> None:
        self.nav.chosen.connect(self.register_requested)
        self.nav.opened.connect(lambda _key: self.card.focus_lines())
        self.pick.activated.connect(lambda at: self.register_requested.emit(KEYS[at]))
        self.period.export.clicked.connect(self.ask_requested)
        self.period.print.clicked.connect(self.print_requested)
        self.period.take_over.clicked.connect(self.take_requested)
        keys = {
            "registers.filter": self._filter,
            "registers.export": self._unless_taking(self.ask_requested.emit),
            "registers.print": self._unless_taking(self.print_requested.emit),
            "registers.new": self.take_requested.emit,
            "registers.next": self._unless_taking(lambda: self.step_requested.emit(1)),
            "registers.previous": self._unless_taking(lambda: self.step_requested.emit(-1)),
        }
        bind(self, keys)
        bind_numbered(self, "registers.period", self._choose_period)

    def answer_back_by(self, back: Callable[[], bool]) -> None:
        """Who knows what is open."""
        self._back = back

    def title(self) -> str:
        """For the title bar."""
        return self.tr("台账")

    def context(self) -> Context:
        """Which keys work here."""
        return Context.REGISTERS

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        if self.on_taking:
            return _TAKING_HINTS
        return ("primary", "back") if self.leaving.isVisible() else _HINTS

    def primary(self) -> None:
        """Ctrl+Enter: export, once it was asked how; on the other page look, then take over."""
        if self.on_taking:
            self.taking.primary()
        elif self.leaving.go.isVisible():
            self.leaving.export_requested.emit()
        else:
            self.ask_requested.emit()

    def back(self) -> bool:
        """Esc, from the inside out: the question, the page, then what was typed."""
        if self._back():
            return True
        if self.card.box.text():
            self.card.text_requested.emit("")
            return True
        return False

    def refresh(self) -> None:
        """F5."""
        self.refresh_requested.emit()

    def show_leaving(self, shown: LeavingShown) -> None:
        """The question before it leaves."""
        was_in = holds_focus(self.leaving)
        self.leaving.show_leaving(shown)
        if was_in and self.leaving.isHidden():
            self.card.focus_lines()
        self.hints_changed.emit()

    def show_taking(self, shown: TakingShown) -> None:
        """The other page, or back."""
        self.taking.show_taking(shown)
        target = 1 if shown.open else 0
        if self.stack.currentIndex() != target:
            self.stack.setCurrentIndex(target)
            self.focus_start()
        self.hints_changed.emit()

    def _choose_period(self, number: int) -> None:
        periods = list(Period)
        if not self.on_taking and number <= len(periods):
            self.period.period_requested.emit(periods[number - 1])
            if periods[number - 1] is Period.CHOSEN:
                self.period.focus_month()

    def _filter(self) -> None:
        if not self.on_taking:
            self.card.focus_filter()

    def _unless_taking(self, act: Callable[[], object]) -> Callable[[], None]:
        def unless() -> None:
            if not self.on_taking:
                act()

        return unless

    def showEvent(self, event: QShowEvent) -> None:
        """Look again when the page comes into sight."""
        super().showEvent(event)
        self.shown_again.emit()


def _airy(nav: QWidget) -> QWidget:
    """Room round the ring of the tile that has the keyboard, and below the last."""
    holder = ScrollBody()
    box = QVBoxLayout(holder)
    box.setContentsMargins(6, 6, 6, 6)
    box.addWidget(nav)
    box.addStretch(1)
    return holder
