"""The bar at the foot: the keys that work now at the left, site and clock at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from desk_app.ui.shortcuts import shortcut
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import caps_size, metrics, paint_caps
from desk_app.ui.words import screen_date, shortcut_word

_PAD, _GAP, _BETWEEN = 16, 7, 20
_TICK_MS = 5_000


class HintBar(QFrame):
    """Painted in one go; a hint that no longer fits is left out, the clock never is."""

    def __init__(self, site_name: str, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._site, self._now = site_name, now
        self._hints: tuple[tuple[tuple[str, ...], str], ...] = ()
        self._shown_clock = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)
        self._tick()
        self._fit()

    def set_site(self, name: str) -> None:
        """The site's name, once it is known."""
        self._site = name
        self._tick()

    def show_hints(self, names: Sequence[str]) -> None:
        """Ids of the keys that work now."""
        self._hints = tuple((shortcut(name).cap_texts, shortcut_word(name)) for name in names)
        self.setAccessibleName("，".join(f"{'+'.join(caps)} {words}" for caps, words in self._hints))
        self.update()

    @property
    def clock_text(self) -> str:
        """Site, date and time as shown."""
        moment = self._now()
        when = f"{screen_date(moment.date())} {moment:%H:%M}"
        return f"{self._site} · {when}" if self._site else when

    def _tick(self) -> None:
        text = self.clock_text
        if text != self._shown_clock:
            self._shown_clock = text
            self.update()

    def _fit(self) -> None:
        self.setFixedHeight(look_now().size("hint_bar"))

    def changeEvent(self, event: QEvent) -> None:
        """A new look has another height."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hints while they fit, then the clock."""
        super().paintEvent(event)
        painter = QPainter(self)
        current = look_now()
        measure = metrics(current, "caption")
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        baseline = (self.height() + measure.ascent() - measure.descent()) / 2
        clock = measure.horizontalAdvance(self._shown_clock)
        painter.drawText(QPointF(self.width() - _PAD - clock, baseline), self._shown_clock)
        left, right = float(_PAD), self.width() - _PAD - clock - _BETWEEN
        for caps, words in self._hints:
            width = caps_size(caps).width() + _GAP + measure.horizontalAdvance(words)
            if left + width > right:
                break
            taken = paint_caps(painter, QPointF(left, self.height() / 2), caps)
            painter.drawText(QPointF(left + taken + _GAP, baseline), words)
            left += width + _BETWEEN
