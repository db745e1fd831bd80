"""Several short paragraphs under one another, each with a mark or a number: conditions, steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.ink import metrics, paint_tag, tag_size
from desk_app.ui.widgets.paragraph import Paragraph, extent

_GAP, _BETWEEN = 9, 7


@dataclass(frozen=True, slots=True)
class Point:
    """One paragraph. ``lead`` stands above it in stronger type, ``tag`` behind its last words."""

    text: str
    lead: str = ""
    tag: str = ""
    tag_tone: Tone = Tone.AMBER


class _Room:
    """How a point lies within a width."""

    def __init__(self, point: Point, kind: str, width: float) -> None:
        self.lead = extent(point.lead, "bodyStrong", width).height if point.lead else 0
        self.text = extent(point.text, kind, width)
        self.first_line = extent(point.lead, "bodyStrong", width).line if point.lead else self.text.line
        tag = tag_size(point.tag)
        self.tag_below = bool(point.tag) and self.text.last_line + _GAP + tag.width() > width
        self.height = self.lead + self.text.height + (tag.height() if self.tag_below else 0)


class Points(QWidget):
    """Paragraphs as one widget: a label for each would cost too much at every key."""

    def __init__(
        self,
        icon: str = "",
        role: str = "green",
        *,
        numbered: bool = False,
        kind: str = "body",
        ink: str = "text",
    ) -> None:
        super().__init__()
        self._icon, self._role, self._numbered = icon, role, numbered
        self._kind, self._ink = kind, ink
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
        heights = [room.height for room in self._rooms(width)]
        return round(sum(heights) + _BETWEEN * max(0, len(heights) - 1))

    def sizeHint(self) -> QSize:
        """As high as its width asks for."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """Some words a line."""
        return QSize(120, look_now().pixels[self._kind])

    def _text_left(self) -> int:
        if self._icon:
            return look_now().size("icon") + _GAP
        return metrics(look_now(), self._kind).horizontalAdvance("88.") + 4 if self._numbered else 0

    def _rooms(self, width: int) -> list[_Room]:
        return [_Room(point, self._kind, width - self._text_left()) for point in self._points]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks and paragraphs, of those that are in sight."""
        painter = QPainter(self)
        top = 0.0
        for number, (point, room) in enumerate(zip(self._points, self._rooms(self.width()), strict=True), 1):
            if top <= event.rect().bottom() and top + room.height >= event.rect().top():
                self._paint_mark(painter, number, top, room.first_line)
                self._paint_point(painter, point, room, top)
            top += room.height + _BETWEEN

    def _paint_point(self, painter: QPainter, point: Point, room: _Room, top: float) -> None:
        current, left = look_now(), self._text_left()
        width = self.width() - left
        if point.lead:
            Paragraph(point.lead, "bodyStrong", width).paint(painter, left, top, current.colour("text"))
        ink = current.colour("text2" if point.lead else self._ink)
        Paragraph(point.text, self._kind, width).paint(painter, left, top + room.lead, ink)
        if not point.tag:
            return
        bottom = top + room.lead + room.text.height
        at = QPointF(left + room.text.last_line + _GAP, bottom - room.text.line / 2)
        if room.tag_below:
            at = QPointF(left, bottom + tag_size(point.tag).height() / 2)
        paint_tag(painter, at, point.tag, point.tag_tone)

    def _paint_mark(self, painter: QPainter, number: int, top: float, line: float) -> None:
        current = look_now()
        if self._icon:
            side = current.size("icon")
            box = QRectF(0, top + (line - side) / 2, side, side)
            paint_icon(painter, self._icon, box, current.colour(self._role))
        elif self._numbered:
            painter.setFont(current.font(self._kind))
            painter.setPen(current.colour("text3"))
            painter.drawText(QRectF(0, top, 60, line), Qt.AlignmentFlag.AlignVCenter, f"{number}.")


def _sentence(point: Point) -> str:
    return "，".join(part for part in (point.lead, point.text, point.tag) if part)
