"""The bar at the top, the same on every screen: box, held tabs, chips of state, who is at the counter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.ui.shell.box_results import BoxResults
from desk_app.ui.shell.command_box import CommandBox
from desk_app.ui.shell.identity_chip import IdentityChip
from desk_app.ui.shell.lanes_bar import LanesBar
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.widgets.tag import StatusChip

if TYPE_CHECKING:
    from desk_app.ui.shell.results import ResultLine


def _said(text: str) -> str:
    return QCoreApplication.translate("CommandBar", text)


class CommandBar(QFrame):
    """Says what was typed (:attr:`edited`), taken (:attr:`result_taken`) or asked for; decides nothing."""

    edited = Signal(str)
    moved = Signal(int)
    submitted = Signal(str)
    """Enter, when no list was open to take from."""
    escaped = Signal()
    """Esc in an empty box: back to the page."""
    result_taken = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.box = CommandBox()
        self.lanes = LanesBar(_said("新办"))
        self.status = StatusChip()
        self.status.hide()
        self.reader = StatusChip()
        self.reader.hide()
        self.customer = StatusChip()
        self.customer.hide()
        self.identity = IdentityChip()
        self.identity.hide()
        self.results = BoxResults(window, self.box)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(12)
        chips = ((self.status, 0), (self.reader, 0), (self.customer, 0), (self.identity, 0))
        for widget, stretch in ((self.box, 0), (self.lanes, 1), *chips):
            self._row.addWidget(widget, stretch)
        self._connect()
        self._width = WidthClass.WIDE
        self._fit()

    def _connect(self) -> None:
        typed = self.box.input
        typed.textEdited.connect(lambda _text: self.edited.emit(typed.text()))
        typed.moved.connect(self._move)
        typed.submitted.connect(self._submit)
        typed.escaped.connect(self._escape)
        self.results.taken.connect(self._taken)
        self.box.focus_left.connect(self.hide_results)

    @property
    def results_shown(self) -> bool:
        """Whether the list is open."""
        return self.results.shown

    def text(self) -> str:
        """What stands in the box."""
        return self.box.input.text()

    def focus_box(self) -> None:
        """Ctrl+K: the keyboard to the box, its text selected."""
        self.box.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.input.selectAll()

    def put_query(self, text: str) -> None:
        """Put a text into the box, as if it had been typed."""
        self.box.input.setText(text)
        self.edited.emit(text)

    def clear(self) -> None:
        """Empty the box and close the list; said to those who follow the text."""
        self.hide_results()
        if self.text():
            self.box.input.clear()
            self.edited.emit("")

    def show_results(self, lines: Sequence[ResultLine]) -> None:
        """Show a list below the box; no lines close it. Alt+1…9 then belong to the list."""
        self.results.show_lines(lines)

    def hide_results(self) -> None:
        """Close the list; what was typed stays."""
        self.results.show_lines(())

    def _move(self, step: int) -> None:
        if not self.results.move(step):
            self.moved.emit(step)

    def _submit(self) -> None:
        if not self.results.take():
            self.submitted.emit(self.text())

    def _escape(self) -> None:
        if self.text() or self.results.shown:
            self.clear()
        else:
            self.escaped.emit()

    def _taken(self, key: str) -> None:
        """Say what was taken, then empty the box: who follows the text forgets the lines with it."""
        self.result_taken.emit(key)
        self.clear()

    def set_width_class(self, width: WidthClass) -> None:
        """Narrow windows get a narrow box and a badge without words."""
        self._width = width
        self._fit()

    def _fit(self) -> None:
        current = look_now()
        self.setFixedHeight(current.size("command_bar"))
        compact = self._width is WidthClass.COMPACT
        roomy = self._width in (WidthClass.WIDE, WidthClass.STANDARD)
        self.box.set_words(
            _said("搜事项、人员、办件号，或直接扫码") if roomy else _said("搜事项、人员，或扫码")
        )
        room = {WidthClass.COMPACT: 280, WidthClass.NARROW: current.size("command_box_compact")}
        self.box.set_room(room.get(self._width, current.size("command_box")))
        self.identity.compact = compact
        self.identity.updateGeometry()
        self.results.place()

    def changeEvent(self, event: QEvent) -> None:
        """A new look has other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
