"""Buttons with an icon and the key that does the same."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, look_now
from desk_app.ui.widgets.ink import metrics, paint_box

_PAD, _GAP, _BAR = 14, 9, 10


class ButtonKind(StrEnum):
    """What pressing it means."""

    PLAIN = "plain"
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"
    LINK = "link"


class ButtonSize(StrEnum):
    """Heights of tokens.json: control 40, small 32, the one primary button 54."""

    NORMAL = "control"
    SMALL = "control_small"
    BIG = "primary"


_FILLS: dict[ButtonKind, tuple[str, str, str, str]] = {
    ButtonKind.PRIMARY: ("primary", "primaryHover", "primaryPressed", "onPrimary"),
    ButtonKind.SUCCESS: ("successBtn", "successBtn", "successBtn", "onSuccess"),
    ButtonKind.DANGER: ("dangerBtn", "dangerBtn", "dangerBtn", "onDanger"),
}


class Button(QPushButton):
    """A button that paints itself: icon, words, a hairline, the key (``keys``: what the caps say)."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        icon: str = "",
        keys: str = "",
        size: ButtonSize = ButtonSize.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._icon, self._keys, self._size = kind, icon, keys, size
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self._name()

    def set_words(
        self,
        text: str,
        *,
        kind: ButtonKind | None = None,
        icon: str | None = None,
        keys: str | None = None,
    ) -> None:
        """Change what the button says; never its place or key."""
        self._kind = kind or self._kind
        self._icon = self._icon if icon is None else icon
        self._keys = self._keys if keys is None else keys
        self.setText(text)
        self._name()
        self.updateGeometry()
        self.update()

    @property
    def kind(self) -> ButtonKind:
        """What pressing it means now."""
        return self._kind

    def _name(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a focused button too, as it does in lists."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        return QSize(self._content_width(with_keys=True) + 2 * _PAD, look_now().size(self._size.value))

    def minimumSizeHint(self) -> QSize:
        """In a narrow place the key is left out; the words never are."""
        return QSize(self._content_width(with_keys=False) + 2 * _PAD, look_now().size(self._size.value))

    def _content_width(self, *, with_keys: bool) -> int:
        current = look_now()
        width = metrics(current, self._type()).horizontalAdvance(self.text()) if self.text() else 0
        if self._icon:
            width += current.size("icon") + (_GAP if self.text() else 0)
        if self._keys and with_keys:
            width += 2 * _BAR + 1 + metrics(current, "caption").horizontalAdvance(self._keys) + 4
        return width

    def _type(self) -> str:
        if self._size is ButtonSize.BIG:
            return "subtitle"
        return "body" if self._kind in (ButtonKind.PLAIN, ButtonKind.LINK) else "bodyStrong"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground by kind and state, then the content in the middle."""
        painter = QPainter(self)
        current = look_now()
        ink = self._paint_ground(painter, current)
        with_keys = self._content_width(with_keys=True) + 2 * _PAD <= self.width()
        left = (self.width() - self._content_width(with_keys=with_keys)) / 2
        if self._icon:
            side = current.size("icon")
            paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
            left += side + _GAP
        left = self._paint_words(painter, current, ink, left)
        if self._keys and with_keys:
            self._paint_keys(painter, current, ink, left)

    def _paint_ground(self, painter: QPainter, current: Look) -> QColor:
        box, radius = QRectF(self.rect()), current.size("radius_button")
        if not self.isEnabled():
            paint_box(painter, box, radius, current.colour("sunken"), current.colour("line"))
            return current.colour("text3")
        if self._kind in _FILLS:
            normal, hover, pressed, ink = _FILLS[self._kind]
            role = pressed if self.isDown() else hover if self.underMouse() else normal
            paint_box(painter, box, radius, current.colour(role), None)
            return current.colour(ink)
        ground = current.colour("hover" if self.underMouse() or self.isDown() else "surface")
        if self._kind is ButtonKind.LINK:
            if self.underMouse() or self.isDown():
                paint_box(painter, box, radius, ground, None)
            return current.colour("link")
        paint_box(painter, box, radius, ground, current.colour("lineStrong"))
        return current.colour("text")

    def _paint_words(self, painter: QPainter, current: Look, ink: QColor, left: float) -> float:
        painter.setFont(current.font(self._type()))
        painter.setPen(ink)
        width = metrics(current, self._type()).horizontalAdvance(self.text())
        box = QRectF(left, 0, width + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        return left + width

    def _paint_keys(self, painter: QPainter, current: Look, ink: QColor, left: float) -> None:
        bar = QColor(current.colour("line") if self._kind is ButtonKind.PLAIN else ink)
        bar.setAlphaF(bar.alphaF() if self._kind is ButtonKind.PLAIN else 0.45)
        painter.fillRect(QRectF(left + _BAR, self.height() / 2 - 9, 1, 18), bar)
        font = current.font("caption")
        font.setBold(self._kind in _FILLS)
        painter.setFont(font)
        quiet = self._kind is ButtonKind.PLAIN and self.isEnabled()
        painter.setPen(current.colour("text2") if quiet else ink)
        box = QRectF(left + 2 * _BAR, 0, self.width() - left - 2 * _BAR, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._keys)


class PrimaryButton(Button):
    """The one primary button of a screen: 54 high, always Ctrl+Enter."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.PRIMARY,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind, icon=icon, keys="Ctrl+Enter", size=ButtonSize.BIG, parent=parent)


class IconButton(QPushButton):
    """A square button with an icon alone; its verb is its accessible name and tooltip."""

    def __init__(self, icon: str, verb: str, *, plain: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._plain = icon, plain
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_verb(icon, verb)

    def sizeHint(self) -> QSize:
        """A square target."""
        return QSize(look_now().size("control_small"), look_now().size("control_small"))

    def set_verb(self, icon: str, verb: str) -> None:
        """Another icon and what it does."""
        self._icon = icon
        self.setAccessibleName(verb)
        self.setToolTip(verb)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon, on a ground while the mouse is over it."""
        painter = QPainter(self)
        current = look_now()
        ground = current.colour("hover") if self.underMouse() else None
        border = None if self._plain else current.colour("lineStrong")
        paint_box(painter, QRectF(self.rect()), current.size("radius_input"), ground, border)
        side = current.size("icon")
        corner = (self.width() - side) / 2
        paint_icon(painter, self._icon, QRectF(corner, corner, side, side), current.colour("text2"))
