"""The list of what was found, and beside it the guide; tabs where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout

from desk_app.domain.sites import Site
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.guide_view import GuideView
from desk_app.ui.screens.lookup.item_delegate import ItemDelegate, Numbered
from desk_app.ui.screens.lookup.row_list import Heading, RowList, RowsModel
from desk_app.ui.screens.lookup.shown import Row, Shown
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.widgets.boxes import Card, CardHead, ScrollBody
from desk_app.ui.widgets.text import ElidedText

_LIST_WIDTHS = {WidthClass.WIDE: 452, WidthClass.STANDARD: 392, WidthClass.NARROW: 372}
_LARGE_LIST, _LARGE_BESIDE = 440, 1040
_NO_LIMIT = 16777215
"""QWIDGETSIZE_MAX: Qt's word for no largest size."""


def entries_of(rows: tuple[Row, ...], shown: Shown) -> list[object]:
    """Numbered rows, with a heading where own items and others meet."""
    entries: list[object] = []
    own = True
    for number, row in enumerate(rows, 1):
        if row.own is not own:
            entries.append(Heading(words.section(row.own, shown.home.site.tier)))
            own = row.own
        entries.append(Numbered(row, number))
    return entries


class ItemsView(ScrollBody):
    """Left the list, right the guide."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site
        self.list = RowList(words.said("找到的事项"), RowsModel(self._sentence), ItemDelegate(site))
        self.remark = ElidedText("", "caption", "quiet")
        self._head = CardHead("")
        self._head.add_right(self.remark)
        self.card = Card().without_padding()
        self.card.set_head(self._head)
        self.card.body.addWidget(self.list)
        self.guide = GuideView()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(words.said("列表或指南"))
        self.tabs.addTab("")
        self.tabs.addTab(words.said("指南"))
        self.tabs.setDrawBase(False)
        self.tabs.hide()
        self._class = WidthClass.WIDE
        panes = QHBoxLayout()
        panes.setSpacing(12)
        panes.addWidget(self.card)
        panes.addWidget(self.guide, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.tabs)
        box.addLayout(panes, 1)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.tabs.currentChanged.connect(lambda _at: self._show_tab())

    def _sentence(self, entry: object) -> str:
        if not isinstance(entry, Numbered):
            return ""
        return words.row_sentence(entry.row, entry.number, self._site)

    def show_list(self, shown: Shown) -> None:
        """The list at once; the guide may come a moment later (:meth:`show_guide`)."""
        title = words.list_title(shown)
        self._head.title_text.setText(title)
        self.card.setAccessibleName(title)
        self.tabs.setTabText(0, title)
        self.remark.setText(words.list_remark(shown))
        self.list.show_entries(entries_of(shown.rows, shown), shown.current)

    def show_guide(self, shown: Shown) -> None:
        """The guide of the chosen item."""
        if shown.guide is not None:
            self.guide.show_guide(shown.guide, shown)

    def open_guide(self) -> None:
        """F1: the guide has the keys."""
        if self.tabs.isVisible():
            self.tabs.setCurrentIndex(1)
        self.guide.focus_papers()

    def set_layout_class(self, width: WidthClass) -> None:
        """A list of fixed width beside the guide, or tabs."""
        self._class = width
        self.guide.set_layout_class(width)
        self._fold()
        self.list.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """大字 needs more room for both."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        large = look_now().large
        tabbed = self._class is WidthClass.COMPACT or (large and self.width() < _LARGE_BESIDE)
        self.tabs.setVisible(tabbed)
        if tabbed:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(_NO_LIMIT)
        else:
            self.card.setFixedWidth(_LARGE_LIST if large else _LIST_WIDTHS[self._class])
        self._show_tab()

    def _show_tab(self) -> None:
        tabbed = not self.tabs.isHidden()
        self.card.setVisible(not tabbed or self.tabs.currentIndex() == 0)
        self.guide.setVisible(not tabbed or self.tabs.currentIndex() == 1)
