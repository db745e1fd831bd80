"""The bar at the top, the same on every screen: box, held tabs, chips of state, who is at the counter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desk_app.ui.shell.command_box import CommandBox
from desk_app.ui.shell.lanes_bar import LanesBar
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.widgets.ink import metrics, paint_box
from desk_app.ui.widgets.tag import StatusChip

if TYPE_CHECKING:
    from desk_app.ui.shell.results import Popup, ResultLine

_POPUP_WIDTH = 640


def _said(text: str) -> str:
    return QCoreApplication.translate("CommandBar", text)


class IdentityChip(QAbstractButton):
    """Who works here: a badge, the counter or name, and the role below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = self._detail = ""
        self.compact = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_identity(self, badge: str, name: str, detail: str) -> None:
        """One or two characters for the badge; name; what stands below it."""
        self._badge, self._detail = badge, detail
        self.setText(name)
        self.setAccessibleName(f"{name} {detail}".strip())
        self.setToolTip(self.accessibleName())
        self.setVisible(bool(name))
        self.updateGeometry()
        self.update()

    def _circle(self) -> int:
        return look_now().size("control_small") + 2

    def sizeHint(self) -> QSize:
        """Badge and two short lines."""
        current = look_now()
        words = max(
            metrics(current, "bodyStrong").horizontalAdvance(self.text()),
            metrics(current, "caption").horizontalAdvance(self._detail),
        )
        width = self._circle() + (0 if self.compact else words + 8)
        return QSize(width + 2, current.size("command_box_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Badge, name, detail."""
        painter = QPainter(self)
        current = look_now()
        side = self._circle()
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        paint_box(painter, circle, side / 2, current.colour("primarySoft"), None)
        painter.setFont(current.font("bodyStrong"))
        painter.setPen(current.colour("link"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._badge)
        if self.compact:
            return
        half = self.height() / 2
        upper = QRectF(side + 8, 0, self.width(), half + 1)
        painter.setPen(current.colour("text"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        painter.drawText(upper.translated(0, half), Qt.AlignmentFlag.AlignTop, self._detail)


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
        self._window = window
        self.box = CommandBox()
        self.lanes = LanesBar(_said("新办"))
        self.status = StatusChip()
        self.status.hide()
        self.identity = IdentityChip()
        self.identity.hide()
        self._popup: Popup | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(12)
        for widget, stretch in ((self.box, 0), (self.lanes, 1), (self.status, 0), (self.identity, 0)):
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
        typed.numbered.connect(self._take_number)
        self.box.focus_left.connect(self.hide_results)

    @property
    def popup(self) -> Popup:
        """The list; built when the first results come, because the first paint does not need it."""
        if self._popup is None:
            from desk_app.ui.shell.results import Popup

            self._popup = Popup(self._window)
            self._popup.set_foot(_popup_keys())
            self._popup.taken.connect(self._taken)
        return self._popup

    @property
    def results_shown(self) -> bool:
        """Whether the list is open."""
        return self._popup is not None and self._popup.isVisible()

    def text(self) -> str:
        """What stands in the box."""
        return self.box.input.text()

    def focus_box(self) -> None:
        """Ctrl+K: the keyboard to the box, its text selected."""
        self.box.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.input.selectAll()

    def clear(self) -> None:
        """Empty the box and close the list; said to those who follow the text."""
        self.hide_results()
        if self.text():
            self.box.input.clear()
            self.edited.emit("")

    def show_results(self, lines: Sequence[ResultLine]) -> None:
        """Show a list below the box; no lines close it. Alt+1…9 then belong to the list."""
        if not lines and self._popup is None:
            return
        self.popup.show_lines(lines)
        self.box.input.takes_numbers = bool(lines)
        if lines:
            self._place_popup()
            self.popup.select_first()

    def hide_results(self) -> None:
        """Close the list; what was typed stays."""
        self.show_results(())

    def _take_number(self, number: int) -> None:
        if self.results_shown:
            self.popup.take_number(number)

    def _move(self, step: int) -> None:
        if self.results_shown:
            self.popup.move_selection(step)
        else:
            self.moved.emit(step)

    def _submit(self) -> None:
        if not (self.results_shown and self.popup.take_current()):
            self.submitted.emit(self.text())

    def _escape(self) -> None:
        if self.text() or self.results_shown:
            self.clear()
        else:
            self.escaped.emit()

    def _taken(self, key: str) -> None:
        self.clear()
        self.result_taken.emit(key)

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
        self._place_popup()

    def changeEvent(self, event: QEvent) -> None:
        """A new look has other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _place_popup(self) -> None:
        if not self.results_shown:
            return
        corner = self.box.mapTo(self._window, QPoint(0, self.box.height() + 6))
        width = min(_POPUP_WIDTH, self._window.width() - corner.x() - 16)
        height = self.popup.wanted_height(self._window.height() - corner.y() - 24)
        self.popup.setGeometry(QRect(corner, QSize(width, height)))


def _popup_keys() -> list[tuple[tuple[str, ...], str]]:
    return [
        (("↑↓",), _said("移动")),
        (("#",), _said("办件")),
        (("@",), _said("人员")),
        ((">",), _said("操作")),
        (("Esc",), _said("关闭")),
    ]
