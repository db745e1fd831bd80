"""Held transactions as tabs in the command bar: one for each citizen, at most five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.boxes import clear_layout
from desk_app.ui.widgets.ink import elided, metrics, paint_box

_PAD, _GAP = 11, 7


@dataclass(frozen=True, slots=True)
class HeldTab:
    """One transaction: masked name, item, and how long it has been waiting where that is long."""

    key: str
    name: str
    item: str
    waiting: str = ""
    current: bool = False

    @property
    def detail(self) -> str:
        """What stands behind the name."""
        return "　".join(part for part in (self.item, self.waiting) if part)


class _TabButton(QAbstractButton):
    def __init__(self, tab: HeldTab) -> None:
        super().__init__()
        self.tab = tab
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)
        self.setChecked(tab.current)
        self.setAccessibleName(f"{tab.name} {tab.detail}".strip())
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        current = look_now()
        words = metrics(current, "bodyStrong").horizontalAdvance(self.tab.name)
        detail = metrics(current, "caption").horizontalAdvance(self.tab.detail[:12])
        width = words + min(detail, 130) + current.size("icon") + 2 * _PAD + 2 * _GAP
        return QSize(width, current.size("command_box_height"))

    def minimumSizeHint(self) -> QSize:
        current = look_now()
        words = metrics(current, "bodyStrong").horizontalAdvance(self.tab.name[:3])
        return QSize(words + 2 * _PAD, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = look_now()
        on = self.isChecked()
        border = current.colour("primary" if on else "line")
        ground = current.colour("primarySoft" if on else "surfaceAlt")
        paint_box(
            painter, QRectF(self.rect()), current.size("radius_button"), ground, border, 1.5 if on else 1
        )
        left, right = float(_PAD), self.width() - _PAD
        side = current.size("icon")
        if right - left > metrics(current, "bodyStrong").horizontalAdvance(self.tab.name) + side + _GAP:
            icon = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, "user-fill" if on else "pause-circle", icon, current.colour("text2"))
            left += side + _GAP
        left = self._paint_words(painter, self.tab.name, "bodyStrong" if on else "body", "text", left, right)
        self._paint_words(painter, self.tab.detail, "caption", "text2", left + _GAP, right)

    def _paint_words(
        self, painter: QPainter, text: str, kind: str, role: str, left: float, right: float
    ) -> float:
        current = look_now()
        if right - left < metrics(current, kind).averageCharWidth() * 3:
            return left
        shown = elided(text, kind, round(right - left))
        painter.setFont(current.font(kind))
        painter.setPen(current.colour(role))
        box = QRectF(left, 0, right - left + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        return left + metrics(current, kind).horizontalAdvance(shown)


class _NewButton(QAbstractButton):
    """新办, with a dashed frame: a place that is still free."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        current = look_now()
        words = metrics(current, "body").horizontalAdvance(self.text())
        width = words + current.size("icon") + 2 * _PAD + _GAP
        return QSize(width, current.size("command_box_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        painter.setPen(QPen(current.colour("lineStrong"), 1, Qt.PenStyle.DashLine))
        radius = current.size("radius_button")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = current.size("icon")
        paint_icon(
            painter, "plus", QRectF(_PAD, (self.height() - side) / 2, side, side), current.colour("text2")
        )
        painter.setPen(current.colour("text2"))
        painter.setFont(current.font("body"))
        box = QRectF(_PAD + side + _GAP, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())


class LanesBar(QWidget):
    """The tabs. ``chosen`` gives the key of one, ``new_requested`` asks for another citizen."""

    chosen = Signal(str)
    new_requested = Signal()

    def __init__(self, new_text: str, most: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(6)
        self._new = _NewButton(new_text)
        self._new.clicked.connect(self.new_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(self._tabs)
        row.addWidget(self._new)
        row.addStretch(1)

    def show_tabs(self, tabs: Sequence[HeldTab]) -> None:
        """Show these; the sixth cannot be begun, so 新办 goes when five are there."""
        clear_layout(self._tabs)
        for tab in tabs:
            button = _TabButton(tab)
            button.clicked.connect(lambda _checked=False, key=tab.key: self.chosen.emit(key))
            self._tabs.addWidget(button)
        self._new.setVisible(len(tabs) < self._most)
