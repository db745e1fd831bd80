"""The page before anything was typed: greeting, three hints, what waits, what this counter does most."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from desk_app.ui.messages import sentence
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.calls import Day, TodoRow
from desk_app.ui.screens.lookup.line_delegate import LineDelegate, LineEntry
from desk_app.ui.screens.lookup.queues_view import QueueStrip
from desk_app.ui.screens.lookup.row_list import RowList, RowsModel
from desk_app.ui.screens.lookup.shown import Home, Row
from desk_app.ui.speed_words import forms_words
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.theme.marks import LampShape
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, CardHead, IconMark, ScrollBody, scrolled
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.text import Text

_ACROSS = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom
_LARGE_ACROSS = 1100
_LOW = 720
"""Where the queues and what waits would not both be seen, the hints give way."""


class Hint(Card):
    """One way to begin."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__()
        self.body.setContentsMargins(18, 16, 18, 16)
        self.body.setSpacing(3)
        self.body.addWidget(IconMark(icon, "link", 26))
        self.body.addSpacing(7)
        self.body.addWidget(Text(title, "subtitle"))
        self.body.addWidget(Text(text, "caption", "quiet", wrap=True))
        self.body.addStretch(1)
        self.setAccessibleName(f"{title}，{text}")


def line_list(name: str) -> RowList:
    """A list of lines in a page that scrolls as a whole."""
    return RowList(name, RowsModel(_sentence), LineDelegate()).as_high_as_rows()


def _sentence(entry: object) -> str:
    return entry.sentence if isinstance(entry, LineEntry) else ""


class TodoCard(Card):
    """今日待我处理. Hidden while nobody is logged in."""

    opened = Signal(object)
    """Case id."""

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        self._rows: tuple[TodoRow, ...] = ()
        self._count = Text("", "caption", "quiet")
        head = CardHead(words.said("今日待我处理"))
        head.add_right(self._count)
        self.set_head(head)
        self.list = line_list(words.said("今日待我处理"))
        self.message = Text("", "body", "quiet", wrap=True)
        self.message.setContentsMargins(16, 14, 16, 16)
        self.body.addWidget(self.list)
        self.body.addWidget(self.message)
        self.body.addStretch(1)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(lambda index: self._open(index.row()))

    def show_home(self, home: Home) -> None:
        """Rows, good news, what went wrong, or nothing while they are being read."""
        self.setVisible(home.signed_in)
        self._rows = home.todo or ()
        self.list.show_entries([_todo_line(row) for row in self._rows])
        self.list.setVisible(bool(self._rows))
        self._count.setText(words.said("全部 {count}").format(count=len(self._rows)) if self._rows else "")
        self.message.setVisible(not self._rows)
        if home.todo_trouble is not None:
            self.message.setText(sentence(home.todo_trouble))
        elif home.todo is None:
            self.message.setText(words.said("正在读取待办"))
        else:
            self.message.setText(words.said("都处理完了，没有等着您的件"))

    def _open(self, nth: int) -> None:
        if 0 <= nth < len(self._rows):
            self.opened.emit(self._rows[nth].case_id)


def _todo_line(row: TodoRow) -> LineEntry:
    return LineEntry(
        text=f"{row.name_masked} · {row.item}",
        sentence=words.todo_sentence(row),
        lead=row.number,
        right=row.text,
        lamp=LampShape(row.lamp.value),
    )


class FavouritesCard(Card):
    """本窗口常办."""

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        self.set_head(CardHead(words.said("本窗口常办")))
        self.list = line_list(words.said("本窗口常办"))
        self.message = Text(words.said("办过的事项会排在这里"), "body", "quiet", wrap=True)
        self.message.setContentsMargins(16, 14, 16, 16)
        self.body.addWidget(self.list)
        self.body.addWidget(self.message)
        self.body.addStretch(1)

    def show_home(self, home: Home, current: int) -> None:
        """Items by use."""
        entries = [_favourite_line(row, count, nth) for nth, (row, count) in enumerate(home.favourites, 1)]
        self.list.show_entries(entries, current)
        self.list.setVisible(bool(entries))
        self.message.setVisible(not entries)


def _favourite_line(row: Row, count: int, nth: int) -> LineEntry:
    return LineEntry(
        text=row.offered.item.display_name,
        sentence=words.favourite_sentence(row, count),
        right=words.said("{count} 件").format(count=count) if count else "",
        caps=("Alt", str(nth)),
    )


class HomeView(ScrollBody):
    """The whole page; it scrolls where the window is low."""

    browse_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.greeting = Text("", "date")
        self.lead = Text("", "body", "quiet", wrap=True)
        self.browse = Button(
            words.said("按部门、按场景浏览"), ButtonKind.PLAIN, icon="squares-four", size=ButtonSize.SMALL
        )
        self.hints = (
            Hint(
                "qr-code",
                words.said("直接扫码"),
                words.said("扫身份证、社保卡、收件凭证，光标在哪里都能识别"),
            ),
            Hint("keyboard", words.said("打拼音首字母"), words.said("如 gljt 高龄津贴、ybba 医保备案")),
            Hint("chat-text", words.said("换个说法也行"), words.said("“老年证”“残补”“异地看病”都能找到事项")),
        )
        self.queues = QueueStrip()
        self.forms = Banner(Tone.AMBER)
        self.forms.hide()
        self.shift = Button("", ButtonKind.PLAIN, icon="door", size=ButtonSize.SMALL, keys="Ctrl+Shift+O")
        self.todo = TodoCard()
        self.favourites = FavouritesCard()
        self._hints_box, self._cards_box = QBoxLayout(_ACROSS), QBoxLayout(_ACROSS)
        self._narrow = False
        self._lay_out()
        self.browse.clicked.connect(self.browse_requested)

    def _lay_out(self) -> None:
        for hint in self.hints:
            self._hints_box.addWidget(hint, 1)
        self._cards_box.addWidget(self.todo, 1, Qt.AlignmentFlag.AlignTop)
        self._cards_box.addWidget(self.favourites, 1, Qt.AlignmentFlag.AlignTop)
        inside = ScrollBody()
        box = QVBoxLayout(inside)
        box.setContentsMargins(6, 20, 6, 14)
        box.setSpacing(14)
        box.addLayout(self._head())
        box.addWidget(self.forms)
        box.addWidget(self.queues)
        for part in (self._hints_box, self._cards_box):
            part.setSpacing(14)
            box.addLayout(part)
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    def _head(self) -> QHBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.greeting)
        lines.addWidget(self.lead)
        head = QHBoxLayout()
        head.addLayout(lines, 1)
        head.addWidget(self.shift, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def show_home(self, home: Home, current: int) -> None:
        """Show it."""
        self.greeting.setText(words.greeting(home))
        self.lead.setText(words.lead(home))
        self.queues.show_queues(home.day.queues)
        self._show_shift(home.day.shift_open)
        self._show_forms(home.day)
        self.todo.show_home(home)
        self.favourites.show_home(home, current)

    def _show_forms(self, day: Day) -> None:
        """Emergency forms nobody has accounted for; said once, not at every look."""
        if not day.forms_out:
            self.forms.hide()
            return
        heading, detail = forms_words(day.forms_out, late=day.forms_late)
        if self.forms.isHidden() or self.forms.heading.text() != heading:
            self.forms.say(Tone.RED if day.forms_late else Tone.AMBER, heading, detail)

    def _show_shift(self, is_open: bool | None) -> None:
        """The button of the counter: what it does next, and its key."""
        self.shift.setVisible(is_open is not None)
        keys = "Ctrl+Shift+W" if is_open else "Ctrl+Shift+O"
        self.shift.set_words(words.said("收窗" if is_open else "开窗"), keys=keys)

    def set_layout_class(self, width: WidthClass) -> None:
        """Cards under one another where it is narrow."""
        self._narrow = width is WidthClass.COMPACT
        self._fold()
        for card in (self.todo, self.favourites):
            card.list.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """大字 needs more room for two cards side by side."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        low = bool(self.queues.tiles) and self.height() < _LOW
        for hint in self.hints:
            hint.setVisible(not low)
        narrow = self._narrow or (look_now().large and self.width() < _LARGE_ACROSS)
        self._cards_box.setDirection(_DOWN if narrow else _ACROSS)
