"""A fact in a box: what it is, its value in stronger type, and a small line below."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.paragraph import Extent, Paragraph, extent

_PAD_X, _PAD_Y = 15, 10
_SHORT = 8
"""Characters up to which a value stands in larger type."""


class Fact(QWidget):
    """Title, value, note. What has no room (a third line of the value) ends in … and is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ("", "", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> tuple[str, str, str]:
        """Title, value, note."""
        return self._words

    def say(self, title: str, value: str, note: str = "") -> None:
        """Show a fact."""
        self._words = (title, value, note)
        self.setAccessibleName("，".join(part for part in self._words if part))
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def _kinds(self) -> tuple[tuple[str, str, int], ...]:
        """Text, step of the type scale and most lines of each part."""
        title, value, note = self._words
        kind = "subtitle" if len(value) <= _SHORT else "bodyStrong"
        return (title, "caption", 1), (value, kind, 2), (note, "caption", 1)

    def _extents(self, width: int) -> list[Extent]:
        room = width - 2 * _PAD_X
        return [extent(text, kind, room, most_lines=most) for text, kind, most in self._kinds]

    def _tell(self) -> None:
        cut = any(part.cut for part in self._extents(self.width()))
        self.setToolTip("\n".join(part for part in self._words[1:] if part) if cut else "")

    def hasHeightForWidth(self) -> bool:
        """The value wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Three parts and their air."""
        title, value, note = self._extents(width)
        return title.height + value.height + (note.height if self._words[2] else 0) + 2 * _PAD_Y

    def sizeHint(self) -> QSize:
        """As high as its width asks for."""
        return QSize(150, self.heightForWidth(max(self.width(), 150)))

    def minimumSizeHint(self) -> QSize:
        """Room for a short value."""
        return QSize(110, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may cut, or no longer."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title, value, note from top to bottom."""
        painter = QPainter(self)
        current = look_now()
        top, room = float(_PAD_Y), self.width() - 2 * _PAD_X
        for (text, kind, most), role in zip(self._kinds, ("text2", "text", "text2"), strict=True):
            part = Paragraph(text, kind, room, most_lines=most)
            part.paint(painter, _PAD_X, top, current.colour(role))
            top += part.height
