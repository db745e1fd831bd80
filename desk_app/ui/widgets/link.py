"""A link: an arrow and a name that wraps, pressed by mouse, Space or Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import paint_box
from desk_app.ui.widgets.paragraph import Paragraph, extent

_GAP, _AIR = 8, 3


class WrapLink(QAbstractButton):
    """A link of as many lines as its words need."""

    def __init__(self, icon: str = "arrow-right", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, text: str, *, icon: str = "") -> None:
        """What the link says, and another icon."""
        self._icon = icon or self._icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least a target that a mouse can hit."""
        words = extent(self.text(), "body", width - self._text_left())
        return max(words.height + 2 * _AIR, look_now().size("min_target"))

    def sizeHint(self) -> QSize:
        """As high as its width asks for."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """Some words a line."""
        return QSize(100, look_now().size("min_target"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as it does in lists."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def _text_left(self) -> int:
        return look_now().size("icon") + _GAP

    def _laid_out(self, width: int) -> Paragraph:
        return Paragraph(self.text(), "body", width - self._text_left())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Arrow and words; a ground while the mouse is over it."""
        painter = QPainter(self)
        current = look_now()
        if self.underMouse() or self.isDown():
            box = QRectF(self.rect())
            paint_box(painter, box, current.size("radius_button"), current.colour("hover"), None)
        words = self._laid_out(self.width())
        top = (self.height() - words.height) / 2
        side = current.size("icon")
        ink = current.colour("link")
        paint_icon(painter, self._icon, QRectF(0, top + (words.line_height - side) / 2, side, side), ink)
        words.paint(painter, self._text_left(), top, ink)
