"""The cases screen: the list at the left, one case at the right; in a small window one behind the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.ui.messages import sentence, told
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.filter_bar.view import FilterBar
from desk_app.ui.screens.cases.no_rows.view import PATIENCE
from desk_app.ui.screens.cases.own_lists.view import ColumnsStrip, OwnBar
from desk_app.ui.screens.cases.page.view import CasePageView
from desk_app.ui.screens.cases.standing import Asking, CaseShown, Done
from desk_app.ui.screens.cases.table.view import CaseTable
from desk_app.ui.screens.originals.values import OriginalAct
from desk_app.ui.screens.originals.view import OriginalStrip
from desk_app.ui.shortcuts import Context, bind, bind_numbered
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.empty import EmptyState, SkeletonRows
from desk_app.ui.widgets.held_key import HeldKey
from desk_app.ui.words import word

_PAGE_WIDTHS = {WidthClass.WIDE: 396, WidthClass.STANDARD: 340, WidthClass.NARROW: 340}
_LARGE_PAGE = 430
_NO_LIMIT = 16_777_215
_HINTS = (
    "cases.move",
    "cases.open",
    "primary",
    "cases.more",
    "cases.note",
    "cases.copy_line",
    "cases.filter",
)


class CasePlace(Card):
    """The right card: a case, grey rows while it comes, or a line that says why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.without_padding()
        self.page = CasePageView()
        self.none = EmptyState(Drawing.SEARCH)
        self.none.say(self.tr("选一件，看它办到哪一步"))
        self.skeleton = SkeletonRows(5)
        self.skeleton.say(self.tr("正在打开这一件"))
        self.original = OriginalStrip()
        self.stack = QStackedWidget()
        for page in (self.none, self.page, self.skeleton):
            self.stack.addWidget(page)
        self.body.addWidget(self.original)
        self.body.addWidget(self.stack, 1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.skeleton))

    @property
    def has_case(self) -> bool:
        """Whether a case is on the page."""
        return self.stack.currentWidget() is self.page

    def wait(self) -> None:
        """A case is being read."""
        self._patience.start()

    def show_case(self, shown: CaseShown | None) -> None:
        """A case, or none."""
        self._patience.stop()
        if shown is None:
            self.none.say(self.tr("选一件，看它办到哪一步"))
            self.stack.setCurrentWidget(self.none)
        else:
            self.page.show_case(shown)
            self.stack.setCurrentWidget(self.page)

    def show_trouble(self, error: DeskError) -> None:
        """The case that was asked for cannot be read."""
        self._patience.stop()
        self.none.say(*told(error))
        self.stack.setCurrentWidget(self.none)


class CasesPanes(QWidget):
    """Where list and case lie: side by side, or one behind the other in a small window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters, self.list, self.place = FilterBar(), CaseTable(), CasePlace()
        self.own, self.columns = OwnBar(), ColumnsStrip()
        self.case = self.place.page
        self._compact = False
        current = look_now()
        panes = QHBoxLayout()
        panes.setSpacing(current.size("card_gap"))
        left = QVBoxLayout()
        left.setSpacing(current.size("card_gap"))
        left.addWidget(self.columns)
        left.addWidget(self.list, 1)
        panes.addLayout(left, 1)
        panes.addWidget(self.place)
        across, down = current.size("work_padding_h"), current.size("work_padding_v")
        box = QVBoxLayout(self)
        box.setContentsMargins(across, down, across, down)
        box.setSpacing(current.size("card_gap"))
        box.addWidget(self.filters)
        box.addWidget(self.own)
        box.addLayout(panes, 1)
        self.set_layout_class(WidthClass.WIDE)

    def set_layout_class(self, width: WidthClass) -> None:
        """Columns fold, the page grows narrower, and at last both lie one behind the other."""
        was_compact, self._compact = self._compact, width is WidthClass.COMPACT
        self.list.set_layout_class(width)
        self.case.set_two_columns(self._compact)
        page = _LARGE_PAGE if look_now().large else _PAGE_WIDTHS.get(width, 0)
        self.place.setMinimumWidth(0 if self._compact else page)
        self.place.setMaximumWidth(_NO_LIMIT if self._compact else page)
        if self._compact is not was_compact:
            self.turn_to_case(on=False)

    def turn_to_case(self, *, on: bool) -> None:
        """In a small window: the case in the place of the list, or back."""
        self.filters.setVisible(not (self._compact and on))
        self.own.setMaximumHeight(0 if self._compact and on else _NO_LIMIT)
        self.list.setVisible(not (self._compact and on))
        self.place.setVisible(on or not self._compact)

    @property
    def only_case(self) -> bool:
        """Whether the case lies over the list."""
        return self._compact and self.list.isHidden()


class CasesView(CasesPanes):
    """A Screen of the window (shell/screen.py). Its parts stand as attributes and carry the wishes."""

    shown_again = Signal()
    """The screen came into sight."""
    refresh_requested = Signal()
    reprint_requested = Signal(object)
    """UUID of a paper, or None for the main one."""
    withdraw_requested = Signal()
    veil_requested = Signal()
    more_requested = Signal()
    original_requested = Signal(object, object)
    """(OriginalAct, key of a line of the materials)."""
    drop_requested = Signal()
    """The own queue in force is not needed any more."""
    picked = Signal(int)
    """Alt and a number."""
    pictures_requested = Signal(object)
    """Those of the open case; UUID of the line to begin at, or None."""
    told = Signal(str)
    """A sentence for the strip that stands for six seconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CaseShown | None = None
        self.held = HeldKey(self, Qt.Key.Key_S)
        self.case.next.reprint_requested.connect(self.reprint)
        self.case.next.withdraw_requested.connect(self.withdraw_requested)
        self.case.head.copied.connect(self._copied)
        self.list.open_requested.connect(self.enter_case)
        self.columns.closed.connect(self.back)
        keys: dict[str, Callable[[], None]] = {
            "cases.filter": self.focus_filter,
            "cases.reprint": self.reprint,
            "cases.more": self.more_requested.emit,
            "cases.note": self.focus_note,
            "cases.pictures": lambda: self.pictures_requested.emit(None),
            "cases.original_take": partial(_on_material, self, OriginalAct.TAKE),
            "cases.original_back": partial(_on_material, self, OriginalAct.GIVE_BACK),
            "cases.original_keep": partial(_on_material, self, OriginalAct.HAND_ON),
            "cases.save_queue": self.own.open_line,
            "cases.drop_queue": self.drop_requested.emit,
            "cases.columns": self.columns.open,
            "cases.copy_line": self.case.phone.copy_line,
        }
        bind(self, keys)
        bind_numbered(self, "cases.pick", self.picked.emit)

    def title(self) -> str:
        """For the title bar."""
        return self.tr("办件")

    def context(self) -> Context:
        """Which keys work here."""
        return Context.CASES

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        return _HINTS

    def primary(self) -> None:
        """Ctrl+Enter."""
        if self.place.original.asks:
            self.place.original.answer()
        elif self.place.has_case:
            self.case.next.primary.click()

    def focus_start(self) -> None:
        """The list is where work begins; the case, when only that is in sight."""
        if self.only_case:
            self.case.tabs.focus_current()
        else:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """F5."""
        self.refresh_requested.emit()

    def withdraw(self) -> None:
        """Ctrl+Z."""
        self.withdraw_requested.emit()

    def reprint(self) -> None:
        """Ctrl+P: the paper chosen in 文书, else the main one."""
        self.reprint_requested.emit(self.case.tabs.chosen_paper())

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.turn_to_case(on=False)
        self.filters.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.box.selectAll()

    def focus_note(self) -> None:
        """Alt+B: the line to note with."""
        if self.place.has_case:
            self.turn_to_case(on=True)
            self.case.show_note()

    def enter_case(self) -> None:
        """Enter on a row: on to the case."""
        self.turn_to_case(on=True)
        self.case.tabs.focus_current()

    def back(self) -> bool:
        """Esc, from the inside out: the question, the paper, the full numbers, the case, what was typed."""
        shown = self._shown
        if self.place.original.asks:
            self.place.original.dropped.emit()
            self.case.tabs.focus_current()
        elif self.own.close_line() or not self.columns.isHidden():
            self.columns.hide()
            self.focus_start()
        elif shown is not None and shown.asking is not Asking.NOTHING:
            self.case.question_dropped.emit()
        elif shown is not None and shown.preview is not None:
            self.case.tabs.preview_closed.emit()
        elif shown is not None and shown.in_full is not None:
            self.veil_requested.emit()
        elif self.only_case or _holds_focus(self.place):
            self.turn_to_case(on=False)
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.filters.box.text():
            self.filters.text_requested.emit("")
        else:
            return False
        return True

    def show_case(self, shown: CaseShown | None) -> None:
        """A case, or none."""
        self._shown = shown
        self.place.show_case(shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again when the page comes into sight."""
        super().showEvent(event)
        self.shown_again.emit()

    def _copied(self, number: str) -> None:
        self.told.emit(self.tr("编号已复制：{n}").format(n=number))


def _on_material(view: CasesView, act: OriginalAct) -> None:
    """A key of the materials tab; elsewhere it means nothing."""
    tabs = view.case.tabs
    if view.place.has_case and tabs.stack.currentWidget() is tabs.materials:
        view.original_requested.emit(act, tabs.materials.current_key())


def _holds_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus)


def done_words(done: Done) -> str:
    """How an act ended, for the strip that stands for six seconds."""
    if done.withdrawn:
        return _said("受理撤回了，这件可以重新办")
    if done.acts:
        return _acts_done(done)
    if done.papers:
        return _said("打好了：{papers}").format(papers="、".join(word(kind) for kind in done.papers))
    problem = sentence(done.problem) if isinstance(done.problem, DeskError) else done.problem or ""
    return f"{words.number_text(done.number)}：{problem}"


def _acts_done(done: Done) -> str:
    text = _said("记下了：{acts}").format(acts="、".join(word(act) for act in done.acts))
    if done.papers:
        text += _said("，打好了：{papers}").format(papers="、".join(word(kind) for kind in done.papers))
    return text


def _said(text: str) -> str:
    return QCoreApplication.translate("CasesView", text)
