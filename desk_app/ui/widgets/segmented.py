"""One of a few choices, side by side; the arrow keys move."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, look_now
from desk_app.ui.widgets.ink import metrics, paint_box

_PAD = 14


@dataclass(frozen=True, slots=True)
class Choice:
    """One part: what it stands for, what it says."""

    key: str
    text: str
    icon: str = ""


class Segmented(QWidget):
    """A row of exclusive choices in one frame. ``chosen`` says that a person chose, never that code did."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice], *, small: bool = False) -> None:
        super().__init__()
        self._name, self._choices, self._small = name, tuple(choices), small
        self._current = self._choices[0].key
        self._off: frozenset[str] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._say()

    @property
    def current(self) -> str:
        """The key of the choice in force."""
        return self._current

    def set_current(self, key: str) -> None:
        """Put a choice in force, without a signal."""
        self._current = key
        self._say()
        self.update()

    def set_disabled_choices(self, keys: Collection[str]) -> None:
        """Choices that cannot be made now; they stay visible and do nothing."""
        self._off = frozenset(keys)
        self.update()

    def _say(self) -> None:
        text = next((choice.text for choice in self._choices if choice.key == self._current), "")
        self.setAccessibleName(f"{self._name} {text}".strip())

    def _choose(self, key: str) -> None:
        if key in self._off or key == self._current:
            return
        self.set_current(key)
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the next one that can be chosen."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [choice.key for choice in self._choices]
        onward = keys[keys.index(self._current) :: step][1:]
        for key in onward:
            if key not in self._off:
                self._choose(key)
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The part under the mouse."""
        for choice, box in zip(self._choices, self._parts(), strict=True):
            if box.contains(event.position()):
                self._choose(choice.key)

    def sizeHint(self) -> QSize:
        """Room for all words."""
        size = "control_small" if self._small else "control"
        return QSize(round(sum(self._widths())), look_now().size(size))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def _widths(self) -> list[float]:
        current = look_now()
        measure = metrics(current, "bodyStrong")
        icon = current.size("icon") + 6
        return [
            measure.horizontalAdvance(choice.text) + 2 * _PAD + (icon if choice.icon else 0)
            for choice in self._choices
        ]

    def _parts(self) -> list[QRectF]:
        """Parts share what room there is, each at least as wide as its words."""
        widths = self._widths()
        spare = max(0.0, self.width() - sum(widths)) / len(widths)
        boxes, left = [], 0.0
        for width in widths:
            boxes.append(QRectF(left, 0, width + spare, self.height()))
            left += width + spare
        return boxes

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, parts, hairlines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        frame = QRectF(self.rect())
        radius = current.size("radius_input")
        paint_box(painter, frame, radius, current.colour("surface"), None)
        clip = QPainterPath()
        clip.addRoundedRect(frame, radius, radius)
        painter.setClipPath(clip)
        for choice, box in zip(self._choices, self._parts(), strict=True):
            self._paint_part(painter, current, choice, box)
        painter.setClipping(False)
        paint_box(painter, frame, radius, None, current.colour("lineStrong"))

    def _paint_part(self, painter: QPainter, current: Look, choice: Choice, box: QRectF) -> None:
        on, off = choice.key == self._current, choice.key in self._off or not self.isEnabled()
        if on or off:
            painter.fillRect(box, current.colour("primary" if on and not off else "sunken"))
        ink = current.colour("text3" if off else "onPrimary" if on else "text")
        kind = "bodyStrong" if on else "body"
        words = metrics(current, kind).horizontalAdvance(choice.text)
        side = current.size("icon") if choice.icon else 0
        left = box.center().x() - (words + (side + 6 if side else 0)) / 2
        if choice.icon:
            paint_icon(painter, choice.icon, QRectF(left, box.center().y() - side / 2, side, side), ink)
            left += side + 6
        painter.setFont(current.font(kind))
        painter.setPen(ink)
        painter.drawText(QRectF(left, 0, words + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, choice.text)
        if box.left() > 0:
            painter.setPen(QPen(current.colour("line"), 1))
            painter.drawLine(box.topLeft(), box.bottomLeft())
