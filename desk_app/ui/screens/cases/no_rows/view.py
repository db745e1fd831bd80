"""In the place of rows: nothing at first, then grey rows with a count; good news when there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.filters import Chip
from desk_app.ui.screens.cases.listing import ListShown
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.banner import NextAct
from desk_app.ui.widgets.empty import EmptyState, SkeletonRows

PATIENCE = 300
"""Milliseconds in which nothing is said about waiting (experience.md §8)."""

_NEXT = {Chip.OVERDUE: Chip.TODAY, Chip.TODAY: Chip.SOON}
"""Where to look when a list is empty; elsewhere at everything that is open."""


class RowsOrNone(QStackedWidget):
    """The rows, or what stands in their place."""

    chip_requested = Signal(object)
    """Chip."""
    text_requested = Signal(str)

    def __init__(self, rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.skeleton = SkeletonRows(6)
        self.empty = EmptyState(Drawing.TRAY)
        self.not_found = EmptyState(Drawing.SEARCH)
        for page in (rows, self.skeleton, self.empty, self.not_found):
            self.addWidget(page)
        self._shown = ListShown()
        self._said: tuple[str, str, str] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_skeleton)

    def show_list(self, shown: ListShown) -> None:
        """What the list is doing."""
        self._shown = shown
        if shown.loading and shown.fresh:
            self._say_waiting(shown)
            if not self._patience.isActive() and self.currentWidget() is not self.skeleton:
                self._patience.start()
            return
        self._patience.stop()
        self._turn_to(self._none(shown) if shown.empty else self.rows)

    def _show_skeleton(self) -> None:
        self._turn_to(self.skeleton)

    def _turn_to(self, page: QWidget) -> None:
        """The keyboard stays here when what held it goes away."""
        old, focus = self.currentWidget(), QApplication.focusWidget()
        if old is page:
            return
        held = old is not None and focus is not None and (old is focus or old.isAncestorOf(focus))
        self.setCurrentWidget(page)
        target = page.button if isinstance(page, EmptyState) else page
        if held and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_waiting(self, shown: ListShown) -> None:
        total = shown.total
        if total is None:
            self.skeleton.say(self.tr("正在打开办件，可先按 Ctrl+F 筛选"))
        else:
            self.skeleton.say(self.tr("正在打开 {n} 件，可先按 Ctrl+F 筛选").format(n=total))

    def _none(self, shown: ListShown) -> EmptyState:
        typed = shown.question.text.strip()
        if not typed:
            return self._good_news(shown)
        clear = NextAct(self.tr("清空筛选"), lambda: self.text_requested.emit(""), "Esc")
        heading = self.tr("没找到“{text}”").format(text=typed)
        return self._say(self.not_found, heading, self.tr("换个说法试试，或看全部"), clear)

    def _good_news(self, shown: ListShown) -> EmptyState:
        chip = shown.question.chip
        other = _NEXT.get(chip, Chip.OPEN)
        count = shown.counts.get(other.value, 0)
        if not count or other is chip:
            return self._say(self.empty, words.none_left(chip))
        word = words.chip_word(other)
        act = NextAct(self.tr("看{what}").format(what=word), lambda: self.chip_requested.emit(other), "Enter")
        detail = self.tr("{what}的还有 {n} 件").format(what=word, n=count)
        return self._say(self.empty, words.none_left(chip), detail, act)

    def _say(
        self, page: EmptyState, heading: str, detail: str = "", act: NextAct | None = None
    ) -> EmptyState:
        """Said once: a button made anew would lose the keyboard."""
        said = (heading, detail, act.text if act else "")
        if said != self._said:
            self._said = said
            page.say(heading, detail, act)
        return page
