"""The rail at the left: where one can go. Icon and word always, except where the window is very narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.shell.screen import RailEntry
from desk_app.ui.shortcuts import shortcut
from desk_app.ui.theme.icons import CODES, paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import metrics, paint_box
from desk_app.ui.widgets.seal import Seal


class RailButton(QAbstractButton):
    """One place to go."""

    def __init__(self, entry: RailEntry) -> None:
        super().__init__()
        self.entry = entry
        self._badge = 0
        self.compact = False
        self.setText(entry.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{entry.text}　{shortcut(entry.shortcut).key_text}")
        self.set_badge(0)

    @property
    def badge(self) -> int:
        """How many things wait there."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """How many things wait for me there."""
        self._badge = count
        self.setAccessibleName(f"{self.entry.text} {count}" if count else self.entry.text)
        self.update()

    def sizeHint(self) -> QSize:
        """Icon above word."""
        current = look_now()
        return QSize(current.size("rail") - 16, current.size("rail_item") - (14 if self.compact else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, word, badge; filled where one is."""
        painter = QPainter(self)
        current = look_now()
        on = self.isChecked()
        if on or self.underMouse():
            ground = QColor(current.colour("railActive"))
            ground.setAlphaF(1.0 if on else 0.35)
            paint_box(painter, QRectF(self.rect()), current.size("radius_button"), ground, None)
        ink = current.colour("onRailActive" if on else "railText")
        side = current.size("icon_rail")
        words = 0 if self.compact else metrics(current, "caption").height() + 3
        top = (self.height() - side - words) / 2
        filled = f"{self.entry.icon}-fill"
        name = filled if on and filled in CODES else self.entry.icon
        paint_icon(painter, name, QRectF((self.width() - side) / 2, top, side, side), ink)
        if not self.compact:
            font = current.font("caption")
            font.setBold(on)
            painter.setFont(font)
            painter.setPen(ink)
            box = QRectF(0, top + side + 3, self.width(), words)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())
        if self._badge:
            self._paint_badge(painter, top)

    def _paint_badge(self, painter: QPainter, top: float) -> None:
        current = look_now()
        text = str(self._badge) if self._badge < 100 else "99+"
        height = metrics(current, "caption").height()
        width = max(height, metrics(current, "caption").horizontalAdvance(text) + 9)
        box = QRectF(self.width() / 2 + 6, max(2.0, top - 6), width, height)
        paint_box(painter, box, height / 2, current.colour("dangerBtn"), None)
        font = current.font("caption")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(current.colour("onDanger"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """All places; ``chosen`` says that a person wants to go to one."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 10)
        box.setSpacing(4)
        box.addWidget(Seal(36), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(10)
        for entry in (each for each in entries if not (each.at_foot or each.hidden or each.under)):
            box.addWidget(self._add(entry))
        box.addStretch(1)
        for entry in (each for each in entries if each.at_foot):
            box.addWidget(self._add(entry))
        self._group.buttonClicked.connect(self._clicked)
        self._under = {entry.key: entry.under for entry in entries if entry.under}
        self._compact = False
        self._fit()

    def _add(self, entry: RailEntry) -> RailButton:
        button = self._buttons[entry.key] = RailButton(entry)
        self._group.addButton(button)
        return button

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailButton):
            self.chosen.emit(button.entry.key)

    def set_current(self, key: str) -> None:
        """Mark where one is."""
        button = self._buttons.get(self._under.get(key, key))
        if button is not None:
            button.setChecked(True)
        elif (before := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            before.setChecked(False)
            self._group.setExclusive(True)

    def set_badge(self, key: str, count: int) -> None:
        """How many things wait for me at a place."""
        self._buttons[key].set_badge(count)

    def waiting(self, key: str) -> int:
        """What the badge of a place says."""
        return self._buttons[key].badge

    def set_compact(self, compact: bool) -> None:
        """Icons alone, 64 wide."""
        self._compact = compact
        for button in self._buttons.values():
            button.compact = compact
            button.updateGeometry()
            button.update()
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(look_now().size("rail_compact" if self._compact else "rail"))

    def changeEvent(self, event: QEvent) -> None:
        """A new look has another width."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
