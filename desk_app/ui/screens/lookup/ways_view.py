"""Pages that lead on: the ways out when nothing was found, and departments and life situations."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.home_view import line_list
from desk_app.ui.screens.lookup.item_delegate import NUMBERED
from desk_app.ui.screens.lookup.line_delegate import LineEntry
from desk_app.ui.screens.lookup.note_row import NoteRow
from desk_app.ui.screens.lookup.row_list import RowList
from desk_app.ui.screens.lookup.shown import Group, Shown, Source, Way, WayKind
from desk_app.ui.theme.look import Tone, WidthClass
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, CardHead, ScrollBody, scrolled
from desk_app.ui.widgets.empty import Picture
from desk_app.ui.widgets.text import Text

_ICONS = {
    WayKind.SUGGESTION: "magnifying-glass",
    WayKind.BROWSE: "squares-four",
    WayKind.NOTE: "note-pencil",
}
_WIDEST = 640


def _caps(nth: int) -> tuple[str, ...]:
    return ("Alt", str(nth)) if nth <= NUMBERED else ()


class NothingView(ScrollBody):
    """没找到: what was typed, and three ways out."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.heading = Text("", "title", wrap=True)
        self.detail = Text(words.said("换个说法试试，或用下面的办法"), "body", "quiet", wrap=True)
        self.list = line_list(words.said("没找到时的办法"))
        self.trouble = Banner(Tone.RED)
        self.trouble.hide()
        self.note = NoteRow()
        self.card = Card()
        self.card.setMaximumWidth(_WIDEST)
        head = QHBoxLayout()
        head.setSpacing(16)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.heading)
        titles.addWidget(self.detail)
        head.addLayout(titles, 1)
        head.addWidget(Picture(Drawing.SEARCH))
        self.card.body.setContentsMargins(20, 18, 20, 20)
        self.card.body.setSpacing(14)
        self.card.body.addLayout(head)
        frame = Card().without_padding()
        frame.body.addWidget(self.list)
        self.card.body.addWidget(frame)
        self.card.body.addWidget(self.trouble)
        self.card.body.addWidget(self.note)
        self._place(self.card)
        self.list.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self.chosen)

    def _place(self, card: Card) -> None:
        inside = ScrollBody()
        box = QVBoxLayout(inside)
        box.setContentsMargins(6, 20, 6, 14)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 8)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    def show_ways(self, shown: Shown) -> None:
        """Show them."""
        self.heading.setText(words.said("没找到“{query}”").format(query=shown.query.strip()))
        self.list.show_entries([_way_line(way, nth) for nth, way in enumerate(shown.ways, 1)], shown.current)
        self.note.show_note(shown.note, busy=shown.busy)
        self.trouble.setVisible(shown.trouble is not None)
        if shown.trouble is not None:
            self.trouble.say(Tone.RED, *words.trouble(shown.trouble))


def _way_line(way: Way, nth: int) -> LineEntry:
    text = words.way_words(way)
    return LineEntry(text=text, sentence=text, caps=_caps(nth), icon=_ICONS[way.kind])


class GroupsView(ScrollBody):
    """按部门 at the left, 按场景 at the right; the keys run through both."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        titles = (words.said("按部门"), words.said("按生活场景"))
        self.lists = tuple(line_list(title) for title in titles)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(14)
        for title, rows in zip(titles, self.lists, strict=True):
            card = Card().without_padding()
            card.set_head(CardHead(title))
            card.body.addWidget(rows)
            self._box.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        self._departments = 0
        for at, rows in enumerate(self.lists):
            rows.chosen.connect(lambda nth, at=at: self.chosen.emit(self._flat(at, nth)))
            rows.opened.connect(lambda nth, at=at: self.opened.emit(self._flat(at, nth)))
            rows.clicked.connect(lambda index, at=at: self.opened.emit(self._flat(at, index.row())))
        self._place()

    def _place(self) -> None:
        self._inside = ScrollBody()
        box = QVBoxLayout(self._inside)
        box.setContentsMargins(6, 6, 6, 14)
        box.addLayout(self._box)
        box.addStretch(1)
        self.area = scrolled(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _flat(self, at: int, nth: int) -> int:
        return nth + (self._departments if at else 0)

    def show_groups(self, shown: Shown) -> None:
        """Show them; the one with the keys is kept in sight."""
        groups = [(group, nth) for nth, group in enumerate(shown.groups, 1)]
        departments = [pair for pair in groups if pair[0].source is Source.DEPARTMENT]
        self._departments = len(departments)
        for at, part in enumerate((departments, groups[len(departments) :])):
            first = self._departments if at else 0
            self.lists[at].show_entries([_group_line(*pair) for pair in part], shown.current - first)
            if 0 <= shown.current - first < len(part):
                self._show(self.lists[at])

    def _show(self, rows: RowList) -> None:
        middle = rows.viewport().mapTo(self._inside, rows.visualRect(rows.currentIndex()).center())
        self.area.ensureVisible(0, middle.y(), 0, 60)

    def set_layout_class(self, width: WidthClass) -> None:
        """Under one another where it is narrow."""
        compact = width is WidthClass.COMPACT
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
        for rows in self.lists:
            rows.refit()


def _group_line(group: Group, nth: int) -> LineEntry:
    count = words.said("{count} 项").format(count=len(group.items))
    return LineEntry(text=group.name, sentence=words.group_line(group), right=count, caps=_caps(nth))
