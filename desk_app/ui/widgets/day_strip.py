"""The counted days of a deadline as a strip of small boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desk_app.ui.theme.look import Look, look_now
from desk_app.ui.widgets.ink import metrics, paint_box

_GAP = 3


class DayKind(StrEnum):
    """What a day is to the deadline."""

    START = "start"
    COUNTED = "counted"
    SKIPPED = "skipped"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class DayBox:
    """One day: weekday above, day of the month below, and the sentence shown on pointing at it."""

    upper: str
    lower: str
    kind: DayKind
    tip: str = ""


class DayStrip(QWidget):
    """Days in rows. More than ``most_rows`` rows fold in the middle: first days, …, last days."""

    def __init__(self, parent: QWidget | None = None, most_rows: int = 2) -> None:
        super().__init__(parent)
        self._days: tuple[DayBox, ...] = ()
        self._most_rows = most_rows
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, days: Sequence[DayBox], sentence: str = "") -> None:
        """Show these days; ``sentence`` says the same to a screen reader."""
        self._days = tuple(days)
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()

    def _box(self) -> QSize:
        current = look_now()
        width = metrics(current, "caption").horizontalAdvance("00") + 7
        return QSize(width, 2 * metrics(current, "caption").height() + 3)

    def _columns(self, width: int) -> int:
        return max(3, (width + _GAP) // (self._box().width() + _GAP))

    def _shown(self, width: int) -> list[DayBox | None]:
        """The days that fit; None stands for those left out."""
        room = self._columns(width) * self._most_rows
        days: list[DayBox | None] = list(self._days)
        if len(days) <= room:
            return days
        tail = self._columns(width)
        return [*days[: room - tail - 1], None, *days[-tail:]]

    def _places(self) -> list[tuple[QRectF, DayBox | None]]:
        columns, box = self._columns(self.width()), self._box()
        shown = self._shown(self.width())
        spread = (self.width() + _GAP) / columns - _GAP if len(shown) >= columns else box.width()
        width = min(spread, box.width() * 1.35)
        return [
            (
                QRectF(
                    (at % columns) * (width + _GAP),
                    (at // columns) * (box.height() + _GAP),
                    width,
                    box.height(),
                ),
                day,
            )
            for at, day in enumerate(shown)
        ]

    def heightForWidth(self, width: int) -> int:
        """As many rows as the days need."""
        rows = -(-len(self._shown(width)) // self._columns(width))
        return max(0, rows * (self._box().height() + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        """One row of seven days, unless the width says otherwise."""
        width = max(self.width(), 7 * (self._box().width() + _GAP))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return QSize(3 * (self._box().width() + _GAP), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The boxes."""
        painter = QPainter(self)
        current = look_now()
        for place, day in self._places():
            if day is None:
                painter.setPen(current.colour("text3"))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "⋯")
            else:
                _paint_day(painter, current, place, day)

    def event(self, event: QEvent) -> bool:
        """Pointing at a day says why it counts or not."""
        if isinstance(event, QHelpEvent):
            found = [day for place, day in self._places() if day and place.contains(event.pos())]
            QToolTip.showText(event.globalPos(), found[0].tip if found else "", self)
            return True
        return super().event(event)


_LOOKS: dict[DayKind, tuple[str, str, str]] = {
    DayKind.START: ("surface", "primary", "link"),
    DayKind.COUNTED: ("primarySoft", "", "link"),
    DayKind.SKIPPED: ("sunken", "", "text3"),
    DayKind.DUE: ("primary", "", "onPrimary"),
}


def _paint_day(painter: QPainter, current: Look, place: QRectF, day: DayBox) -> None:
    fill, border, ink = _LOOKS[day.kind]
    edge = current.colour(border) if border else None
    if edge is None and current.scheme.value == "high_contrast" and day.kind is not DayKind.DUE:
        edge = current.colour("line") if day.kind is DayKind.COUNTED else None
    paint_box(painter, place, 3, current.colour(fill), edge, 1.5)
    font = current.font("caption")
    font.setBold(day.kind in (DayKind.START, DayKind.DUE))
    painter.setFont(font)
    painter.setPen(current.colour(ink))
    half = place.height() / 2
    upper = QRectF(place.left(), place.top() + 1, place.width(), half)
    painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, day.upper)
    painter.drawText(upper.translated(0, half - 1), Qt.AlignmentFlag.AlignCenter, day.lower)
