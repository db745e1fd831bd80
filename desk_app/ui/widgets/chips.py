"""Filter chips with counts, in as many lines as they need; and the layout that wraps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QWidget,
)

from desk_app.ui.theme.look import look_now
from desk_app.ui.theme.marks import LampShape, paint_lamp
from desk_app.ui.widgets.ink import metrics, paint_box


@dataclass(frozen=True, slots=True)
class ChipText:
    """One chip. ``count`` is left out while it is unknown."""

    key: str
    text: str
    count: int | None = None
    lamp: LampShape | None = None


class Flow(QLayout):
    """Left to right, then the next line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Across only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest one."""
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((hint.width() for hint in hints), default=0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        left, top, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > rect.x() and left + size.width() > rect.x() + rect.width():
                left, top, line = rect.x(), top + line + self.spacing(), 0
            if apply:
                item.setGeometry(QRect(left, top, min(size.width(), rect.width()), size.height()))
            left += size.width() + self.spacing()
            line = max(line, size.height())
        return top + line - rect.y()


class Chip(QAbstractButton):
    """A round button with a count; filled while it is the one in force."""

    def __init__(self, chip: ChipText) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("round", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_chip(chip)

    def set_chip(self, chip: ChipText) -> None:
        """New words or a new count."""
        self.chip = chip
        self.setText(chip.text)
        counted = "" if chip.count is None else f" {chip.count}"
        self.setAccessibleName(chip.text + counted)
        self.updateGeometry()
        self.update()

    def _count(self) -> str:
        return "" if self.chip.count is None else str(self.chip.count)

    def sizeHint(self) -> QSize:
        """Lamp, words, count."""
        current = look_now()
        measure = metrics(current, "bodyStrong")
        width = measure.horizontalAdvance(self.text()) + 2 * 14
        if self._count():
            width += measure.horizontalAdvance(self._count()) + 7
        if self.chip.lamp is not None:
            width += current.size("lamp_inline") + 7
        return QSize(width, current.size("control_small") + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Filled when in force, else an outline."""
        painter = QPainter(self)
        current = look_now()
        on = self.isChecked()
        ground = "primary" if on else "hover" if self.underMouse() else "surface"
        border = None if on else current.colour("lineStrong")
        paint_box(painter, QRectF(self.rect()), self.height() / 2, current.colour(ground), border)
        left = 14.0
        if self.chip.lamp is not None:
            side = current.size("lamp_inline")
            paint_lamp(painter, self.chip.lamp, QRectF(left, (self.height() - side) / 2, side, side))
            left += side + 7
        painter.setPen(current.colour("onPrimary" if on else "text"))
        painter.setFont(current.font("bodyStrong" if on else "body"))
        box = QRectF(left, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(current.font("bodyStrong"))
        counted = QRectF(0, 0, self.width() - 14, self.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(counted, right, self._count())


class ChipRow(QWidget):
    """Exclusive filters. ``chosen`` is emitted when a person chose one; the arrow keys move between them.

    Those of ``rare`` are out of sight while they count nothing, unless in force or under the keyboard.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        chips: Sequence[ChipText],
        rare: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rare = frozenset(rare)
        self._group = QButtonGroup(self)
        self._flow = Flow(self)
        self._chips: dict[str, Chip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for text in chips:
            chip = self._chips[text.key] = Chip(text)
            self._group.addButton(chip)
            self._flow.addWidget(chip)
        next(iter(self._chips.values())).setChecked(True)
        self._group.buttonToggled.connect(self._toggled)
        self._quiet = False
        self._thin_out()

    @property
    def current(self) -> str:
        """The key of the filter in force."""
        return next(key for key, chip in self._chips.items() if chip.isChecked())

    def set_current(self, key: str) -> None:
        """Put a filter in force, without a signal."""
        self._quiet = True
        self._chips[key].setChecked(True)
        self._quiet = False
        self._thin_out()

    def set_text(self, key: str, text: str) -> None:
        """Other words on a chip."""
        old = self._chips[key].chip
        if old.text != text:
            self._chips[key].set_chip(ChipText(old.key, text, old.count, old.lamp))

    def set_counts(self, counts: dict[str, int]) -> None:
        """New numbers; chips that are not named keep theirs."""
        for key, count in counts.items():
            old = self._chips[key].chip
            self._chips[key].set_chip(ChipText(old.key, old.text, count, old.lamp))
        self._thin_out()

    def focus_current(self) -> None:
        """Give the keyboard to the filter in force."""
        self._chips[self.current].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _thin_out(self) -> None:
        for key in self._rare:
            chip = self._chips[key]
            chip.setVisible(bool(chip.chip.count) or chip.isChecked() or chip.hasFocus())

    def _toggled(self, _button: QAbstractButton, on: bool) -> None:
        if on and not self._quiet:
            self.chosen.emit(self.current)
