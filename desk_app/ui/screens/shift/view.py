"""The shift screen: what is unfinished at the left; the counter, and the note that is left, at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.shifts import Blocking, Loose
from desk_app.ui.messages import told
from desk_app.ui.screens.cases.page.lines import Line, LineList
from desk_app.ui.screens.originals.values import OriginalAct
from desk_app.ui.screens.originals.view import OriginalStrip
from desk_app.ui.screens.shift import words
from desk_app.ui.screens.shift.shown import Face, ShiftShown
from desk_app.ui.shortcuts import Context, bind
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, CardFoot, CardHead, ScrollBody, scrolled
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.empty import EmptyState, SkeletonRows
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text

_SIDE_WIDTHS = {WidthClass.WIDE: 396, WidthClass.STANDARD: 360, WidthClass.NARROW: 340}
_LARGE_SIDE = 440
_HINTS = (
    "shift.move",
    "shift.case",
    "shift.give_back",
    "shift.hand_on",
    "shift.note",
    "shift.print",
    "primary",
)


class ShiftSide(Card):
    """The right card: who is at the counter since when, the note, the one primary button."""

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        self.heading = Text("", "subtitle", wrap=True)
        self.standing = Text("", "body", "quiet", wrap=True)
        self.pace = Text("", "body", wrap=True)
        self.left_note = Text("", "bodyStrong", wrap=True)
        self.banner = Banner(Tone.RED)
        self.banner.hide()
        self.strip = OriginalStrip()
        self.note_label = Text(words.said("留言给下一班"), "caption", "quiet")
        self.note = InputLine(words.said("留言给下一班"))
        self.note.setPlaceholderText(words.said("比如：王某某明早来取户口簿"))
        self.primary = Button("", ButtonKind.PRIMARY, keys="Ctrl+Enter", size=ButtonSize.BIG)
        self.print = Button(words.said("打印交班一页"), icon="printer", keys="Ctrl+P", size=ButtonSize.SMALL)
        inside = ScrollBody()
        box = QVBoxLayout(inside)
        padding = look_now().size("card_padding")
        box.setContentsMargins(padding, 14, padding, 14)
        box.setSpacing(8)
        for part in (
            self.heading,
            self.standing,
            self.pace,
            self.left_note,
            self.banner,
            self.strip,
            self.note_label,
            self.note,
        ):
            box.addWidget(part)
        box.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        foot = CardFoot()
        lines = QVBoxLayout()
        lines.setSpacing(8)
        lines.addWidget(self.primary)
        lines.addWidget(self.print)
        foot.row.addLayout(lines, 1)
        self.set_foot(foot)

    def show_shift(self, shown: ShiftShown) -> None:
        """All of it."""
        page, closing = shown.page, shown.face is Face.CLOSING
        self.heading.setText(words.heading(shown))
        self.standing.setText(words.standing(shown))
        pace = words.pace_words(page.pace) if page and closing else ""
        self.pace.setText(pace)
        self.pace.setVisible(bool(pace))
        left = page.before.note if page and page.before and not closing else ""
        self.left_note.setText(words.said("留言：{note}").format(note=left) if left else "")
        self.left_note.setVisible(bool(left))
        for part in (self.note_label, self.note):
            part.setVisible(closing and shown.open)
        if self.note.text() != shown.note:
            self.note.setText(shown.note)
        self.primary.set_words(words.primary(shown))
        self.primary.setEnabled(page is not None and not shown.busy)
        self.print.setVisible(page is not None and (page.shift if closing else page.before) is not None)
        self.strip.ask(shown.asking)
        self._show_trouble(shown.trouble)

    def _show_trouble(self, trouble: DeskError | None) -> None:
        part = "" if trouble is None else str(trouble.params.get("part", ""))
        self.strip.set_problem(part)
        if trouble is None:
            self.banner.hide()
        else:
            self.banner.say(Tone.RED, *told(trouble))


class UnfinishedList(QStackedWidget):
    """The lines with their headings, good news, or grey rows while they are read."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShiftShown | None = None
        self._from_the_top = True
        self.list = LineList(words.said("没办完的事"))
        self.none, self.skeleton = EmptyState(Drawing.TRAY), SkeletonRows(6)
        for part in (self.list, self.none, self.skeleton):
            self.addWidget(part)

    def show_shift(self, shown: ShiftShown) -> None:
        """What the page lists."""
        before, self._shown = self._shown, shown
        arrived = before is None or before.page is not shown.page
        if before is None or before.face is not shown.face:
            self.begin_at_the_top()
        if shown.page is None:
            self.setCurrentWidget(self.skeleton)
            return
        lines = _lines(shown)
        self.list.show_lines(lines)
        if lines and (self._from_the_top or not self.list.currentIndex().isValid()):
            self._from_the_top = self._from_the_top and not arrived
            first = next(at for at, line in enumerate(lines) if line.key is not None)
            self.list.setCurrentIndex(self.list.lines.index(first, 0))
        if not lines:
            self.none.say(*words.nothing(shown))
        focused = self.none.hasFocus() or self.skeleton.hasFocus() or self.list.hasFocus()
        self.setCurrentWidget(self.list if lines else self.none)
        if focused:
            self.take_focus()

    def begin_at_the_top(self) -> None:
        """What comes next is begun with its first line: what keeps the counter open stands there."""
        self._from_the_top = True

    def blocking(self) -> Blocking | None:
        """The original that keeps the counter open, where the current line is one."""
        shown, key = self._shown, self.list.current_key()
        if shown is None or shown.page is None or shown.face is Face.LEFT:
            return None
        return next((one for one in shown.page.blocking if words.blocking_key(one) == key), None)

    def case(self) -> UUID | None:
        """The case of the current line; None for what was never taken in."""
        one, key = self.blocking(), self.list.current_key()
        ends = self._shown.ends if self._shown else ()
        end = next((end for end in ends if words.end_key(end) == key), None)
        return one.case if one else end.case if end else None

    def take_focus(self) -> None:
        """The keyboard to what is in sight."""
        target: QWidget = self.list if self.currentWidget() is self.list else self.none
        if self.currentWidget() is self.skeleton:
            target = self.skeleton
        target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _lines(shown: ShiftShown) -> list[Line]:
    page, lines = shown.page, []
    if page is not None and shown.face is Face.CLOSING and page.blocking:
        head = words.said("先退这些原件，才能收窗 {n}").format(n=len(page.blocking))
        lines = [Line(head, heading=True), *map(words.blocking_line, page.blocking)]
    for kind in Loose:
        ends = [end for end in shown.ends if end.kind is kind]
        if ends:
            lines.append(Line(words.group_heading(kind, ends), heading=True))
            lines.extend(words.end_line(end, shown.today) for end in ends)
    return lines


class ShiftView(QWidget):
    """A Screen of the window (shell/screen.py). Its parts stand as attributes and carry the wishes."""

    entered = Signal()
    left = Signal()
    refresh_requested = Signal()
    primary_requested = Signal()
    print_requested = Signal()
    original_requested = Signal(object, object)
    """(OriginalAct, Blocking)."""
    case_requested = Signal(object)
    """UUID."""
    question_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = False
        self.unfinished, self.side = UnfinishedList(), ShiftSide()
        card = Card().without_padding()
        card.set_head(CardHead(words.said("没办完的事")))
        card.body.addWidget(self.unfinished, 1)
        current = look_now()
        across, down = current.size("work_padding_h"), current.size("work_padding_v")
        box = QHBoxLayout(self)
        box.setContentsMargins(across, down, across, down)
        box.setSpacing(current.size("card_gap"))
        box.addWidget(card, 1)
        box.addWidget(self.side)
        self._connect()

    def _connect(self) -> None:
        self.unfinished.list.opened.connect(lambda _key: self._open())
        self.side.primary.clicked.connect(self.primary)
        self.side.print.clicked.connect(self.print_requested)
        self.side.strip.dropped.connect(self.question_dropped)
        keys = {
            "shift.give_back": lambda: self._original(OriginalAct.GIVE_BACK),
            "shift.hand_on": lambda: self._original(OriginalAct.HAND_ON),
            "shift.note": self.focus_note,
            "shift.print": self.print_requested.emit,
        }
        bind(self, keys)

    def title(self) -> str:
        """For the title bar."""
        return self.tr("交班")

    def context(self) -> Context:
        """Which keys work here."""
        return Context.SHIFT

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        return _HINTS

    def primary(self) -> None:
        """Ctrl+Enter: the answer of the question that is open, else the one button."""
        if self.side.strip.asks:
            self.side.strip.answer()
        else:
            self.primary_requested.emit()

    def focus_start(self) -> None:
        """Work begins with what is unfinished."""
        self.unfinished.take_focus()

    def refresh(self) -> None:
        """F5."""
        self.refresh_requested.emit()

    def back(self) -> bool:
        """Esc: the question; then the note is left for the list."""
        if self.side.strip.asks:
            self.question_dropped.emit()
            self.focus_start()
            return True
        return False

    def set_layout_class(self, width: WidthClass) -> None:
        """The right card grows narrower."""
        side = _LARGE_SIDE if look_now().large else _SIDE_WIDTHS.get(width, 330)
        self.side.setFixedWidth(side)

    def focus_note(self) -> None:
        """Alt+B."""
        if not self.side.note.isHidden():
            self.side.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_shift(self, shown: ShiftShown) -> None:
        """Everything; a question that was answered gives the keyboard back to the list."""
        asked, self._asked = self._asked, shown.asking is not None
        self.unfinished.show_shift(shown)
        self.side.show_shift(shown)
        if asked and not self._asked and self.isVisible():
            self.focus_start()

    def _original(self, act: OriginalAct) -> None:
        one = self.unfinished.blocking()
        if one is not None:
            self.original_requested.emit(act, one)

    def _open(self) -> None:
        """Enter: the case of the line."""
        case = self.unfinished.case()
        if case is not None:
            self.case_requested.emit(case)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again when the page comes into sight."""
        super().showEvent(event)
        self.unfinished.begin_at_the_top()
        self.entered.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """It was read."""
        super().hideEvent(event)
        self.left.emit()
