"""Several short paragraphs under one another, each with a mark or its number: conditions, steps, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.ink import metrics, paint_tag, tag_size
from desk_app.ui.widgets.paragraph import Paragraph

_GAP, _BETWEEN = 9, 7


@dataclass(frozen=True, slots=True)
class Point:
    """One paragraph. ``lead`` stands above it in stronger type, ``tag`` behind its last words."""

    text: str
    lead: str = ""
    tag: str = ""
    tag_tone: Tone = Tone.AMBER


class Points(QWidget):
    """Paragraphs as one widget: a label for each would cost too much at every key."""

    def __init__(self, icon: str = "", role: str = "green", *, numbered: bool = False, kind: str = "body") -> None:
        super().__init__()
        self._icon, self._role, self._numbered, self._kind = icon, role, numbered, kind
        self._points: tuple[Point, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def points(self) -> tuple[Point, ...]:
        """What it says."""
        return self._points

    def show_points(self, points: Sequence[Point]) -> None:
        """Say something else."""
        if tuple(points) == self._points:
            return
        self._points = tuple(points)
        self.setAccessibleName("；".join(_sentence(point) for point in self._points))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all paragraphs."""
        heights = [self._height(lead, text) for lead, text in map(self._laid_out(width), self._points)]
        return round(sum(heights) + _BETWEEN * max(0, len(heights) - 1))

    def sizeHint(self) -> QSize:
        """As high as its width asks for."""
        width = max(self.width(), 160)
        return QSize(160, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Some words a line."""
        return QSize(120, look_now().pixels[self._kind])

    def _text_left(self) -> int:
        if self._icon:
            return look_now().size("icon") + _GAP
        return metrics(look_now(), self._kind).horizontalAdvance("88.") + _GAP if self._numbered else 0

    def _laid_out(self, width: int):  # type: ignore[no-untyped-def]
        room = width - self._text_left()

        def both(point: Point) -> tuple[Paragraph | None, Paragraph]:
            lead = Paragraph(point.lead, "bodyStrong", room) if point.lead else None
            return lead, Paragraph(point.text, self._kind, room)

        return both
