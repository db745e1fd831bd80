"""The hand-over screen: batches at the left, the bag in the middle, its paper or its gaps at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.batch_list.view import BatchListCard
from desk_app.ui.screens.handover.gap_cards.view import GapPane
from desk_app.ui.screens.handover.lines.view import LinesTable
from desk_app.ui.screens.handover.rows import rows_of
from desk_app.ui.screens.handover.scan.view import ScanCard
from desk_app.ui.screens.handover.shown import COUNTING, HandoverShown, Stage
from desk_app.ui.screens.handover.steps.view import Steps, step_of
from desk_app.ui.screens.handover.strip.view import Strip
from desk_app.ui.screens.handover.way.view import WayPane
from desk_app.ui.shortcuts import Context, bind, bind_numbered
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import ElidedText

_RIGHT = {WidthClass.WIDE: 344, WidthClass.STANDARD: 316, WidthClass.NARROW: 300, WidthClass.COMPACT: 270}
_LEFT = {WidthClass.WIDE: 252, WidthClass.STANDARD: 222, WidthClass.NARROW: 204, WidthClass.COMPACT: 0}
_FILLING_HINTS = ("handover.take", "handover.remove", "handover.by_hand", "primary", "handover.new", "back")
_COUNTING_HINTS = (
    *("handover.take", "handover.by_hand", "handover.differ", "primary"),
    *("handover.more", "handover.step", "back"),
)


class HandoverPanes(QWidget):
    """Where everything lies. Made in the order in which Tab goes through it."""

    def __init__(self) -> None:
        super().__init__()
        self.scan = ScanCard()
        self.way, self.gaps = WayPane(), GapPane()
        self.lines, self.strip = LinesTable(), Strip()
        self.batches = BatchListCard()
        self.heading = ElidedText("", "title")
        self.tag, self.steps = Tag("", Tone.BLUE), Steps()
        self.right = QStackedWidget()
        self.right.addWidget(self.way)
        self.right.addWidget(self.gaps)
        self._lay_out()

    def _lay_out(self) -> None:
        current = look_now()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading)
        head.addWidget(self.tag)
        head.addStretch(1)
        head.addWidget(self.steps)
        bag = Card().without_padding()
        bag.body.addWidget(self.lines, 1)
        bag.body.addWidget(self.strip)
        middle = QVBoxLayout()
        middle.setSpacing(current.size("card_gap"))
        middle.addWidget(self.scan)
        middle.addWidget(bag, 1)
        panes = QHBoxLayout()
        panes.setSpacing(current.size("card_gap"))
        panes.addWidget(self.batches)
        panes.addLayout(middle, 1)
        panes.addWidget(self.right)
        across, down = current.size("work_padding_h"), current.size("work_padding_v")
        box = QVBoxLayout(self)
        box.setContentsMargins(across, down, across, down)
        box.setSpacing(current.size("card_gap"))
        box.addLayout(head)
        box.addLayout(panes, 1)

    def set_layout_class(self, width: WidthClass) -> None:
        """The list folds first, then columns of the table; the button never."""
        larger = 1.2 if look_now().large else 1.0
        self.batches.setVisible(width is not WidthClass.COMPACT)
        self.batches.setFixedWidth(round(_LEFT[width] * larger))
        self.right.setFixedWidth(round(_RIGHT[width] * larger))
        self.steps.setVisible(width is not WidthClass.COMPACT)
        self.lines.set_layout_class(width)
        self.strip.set_layout_class(width)


class HandoverView(HandoverPanes):
    """A Screen of the window (shell/screen.py). Its parts stand as attributes and carry the wishes."""

    shown_again = Signal()
    refresh_requested = Signal()
    primary_requested = Signal()
    new_requested = Signal()
    by_hand_requested = Signal()
    remove_requested = Signal()
    more_requested = Signal()
    differ_requested = Signal()
    reprint_requested = Signal()
    step_requested = Signal(int)
    picked = Signal(int)
    hints_changed = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._shown = HandoverShown()
        self.back_asked: Callable[[], bool] = lambda: False
        """Esc: handed in by the screen; whether there was something to close."""
        keys = {
            "handover.new": self.new_requested.emit,
            "handover.by_hand": self.by_hand_requested.emit,
            "handover.more": self.more_requested.emit,
            "handover.differ": self.differ_requested.emit,
            "handover.reprint": self.reprint_requested.emit,
            "handover.step": lambda: self.step_requested.emit(1),
            "handover.step_back": lambda: self.step_requested.emit(-1),
        }
        bind(self, keys)
        bind_numbered(self, "handover.pick", self.picked.emit)
        for pane in (self.way, self.gaps):
            pane.primary.clicked.connect(self.primary_requested)
        self.batches.new_requested.connect(self.new_requested)

    def title(self) -> str:
        """For the title bar."""
        return self.tr("交接")

    def context(self) -> Context:
        """Which keys work here."""
        return Context.HANDOVER

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        return _COUNTING_HINTS if self._shown.stage in COUNTING | {Stage.ENDS} else _FILLING_HINTS

    def primary(self) -> None:
        """Ctrl+Enter; what was typed beside the field is taken over first."""
        self.scan.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.primary_requested.emit()

    def focus_start(self) -> None:
        """The field: everything is done from it."""
        self.scan.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """F5."""
        self.refresh_requested.emit()

    def back(self) -> bool:
        """Esc, from the inside out: what was typed, then whatever is open."""
        if self.scan.line.hasFocus() and self.scan.line.text():
            self.scan.line.clear()
            self.scan.line.textEdited.emit("")
            return True
        closed = self.back_asked()
        if closed:
            self.focus_start()
        return closed

    def show_all(self, shown: HandoverShown) -> None:
        """Everything as it is now."""
        stage_changed = shown.stage is not self._shown.stage
        was_new, self._shown = self._shown.new, shown
        rows = rows_of(shown)
        heading, tag = words.title(shown)
        self.heading.setText(heading)
        self.tag.set_tag(tag, Tone.BLUE)
        self.steps.show_step(step_of(shown))
        self.batches.show_batches(shown, self._now())
        self.scan.show_scan(shown, next((row.spoken for row in rows if row.key == shown.current), ""))
        self.lines.show_lines(shown, rows)
        self.strip.show_strip(shown)
        receiving = shown.stage in COUNTING | {Stage.ENDS}
        self.right.setCurrentWidget(self.gaps if receiving else self.way)
        (self.gaps if receiving else self.way).show_pane(shown)
        if shown.new and not was_new:
            self.way.form.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if stage_changed:
            self.hints_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again when the page comes into sight."""
        super().showEvent(event)
        self.shown_again.emit()
