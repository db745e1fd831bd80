"""Sentences at the place where something happened: the outcome panel's head, banners with their next acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.theme.meanings import OUTCOME_LOOKS
from desk_app.ui.widgets.boxes import IconMark, clear_layout
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.ink import paint_box
from desk_app.ui.widgets.text import Text

_TONE_ICONS = {
    Tone.RED: "x-circle-fill",
    Tone.AMBER: "warning-fill",
    Tone.GREEN: "check-circle-fill",
    Tone.BLUE: "info-fill",
    Tone.GREY: "info-fill",
    Tone.PLUM: "handshake-fill",
    Tone.TEAL: "info-fill",
}


@dataclass(frozen=True, slots=True)
class NextAct:
    """A button of a banner, a toast, a strip: what it says, what it does, the key that does the same."""

    text: str
    act: Callable[[], None]
    keys: str = ""
    primary: bool = False
    icon: str = ""


def act_button(act: NextAct) -> Button:
    """The button of an act."""
    kind = ButtonKind.PRIMARY if act.primary else ButtonKind.PLAIN
    button = Button(act.text, kind, icon=act.icon, keys=act.keys, size=ButtonSize.SMALL)
    button.clicked.connect(lambda _checked=False: act.act())
    return button


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it now."""
    widget.setAccessibleName(text)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Banner(QWidget):
    """What happened, what is safe, what to do: a bar at the left, an icon, two lines, the next acts."""

    def __init__(self, tone: Tone = Tone.BLUE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = IconMark(_TONE_ICONS[tone], side=22)
        self.heading = Text("", "bodyStrong", wrap=True)
        self.detail = Text("", "body", "quiet", wrap=True)
        self._acts_holder = QWidget()
        self._acts = QHBoxLayout(self._acts_holder)
        self._acts.setContentsMargins(0, 6, 0, 0)
        self._acts.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.detail)
        words.addWidget(self._acts_holder)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(18, 11, 12, 11)
        outer.setSpacing(12)
        outer.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(words, 1)
        self.buttons: list[Button] = []

    def say(
        self, tone: Tone, heading: str, detail: str = "", acts: Sequence[NextAct] = (), icon: str = ""
    ) -> None:
        """Show and announce a message."""
        self._tone = tone
        self._icon.set_icon(icon or _TONE_ICONS[tone], "link" if tone is Tone.BLUE else tone.value)
        self.heading.setText(heading)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        clear_layout(self._acts)
        self.buttons = [act_button(act) for act in acts]
        for button in self.buttons:
            self._acts.addWidget(button)
        self._acts.addStretch(1)
        self._acts_holder.setVisible(bool(self.buttons))
        self.show()
        self.update()
        announce(self, f"{heading} {detail}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Soft ground, hairline, and the bar that says the tone by its place too."""
        painter = QPainter(self)
        current = look_now()
        ink, ground = current.tone(self._tone)
        box = QRectF(self.rect())
        radius = current.size("radius_card")
        edge = QColor(ink)
        edge.setAlphaF(1.0 if current.dark else 0.4)
        paint_box(painter, box, radius, ground, edge)
        clip = QPainterPath()
        clip.addRoundedRect(box, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(clip)
        painter.fillRect(QRectF(0, 0, current.size("banner_bar"), self.height()), ink)


class OutcomeBanner(QWidget):
    """The head of the outcome panel: a large icon, the outcome, and the reason in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._icon = OUTCOME_LOOKS["open"]
        self.title = Text("", "title", wrap=True)
        self.reason = Text("", "body", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        outer = QHBoxLayout(self)
        side = look_now().size("icon_outcome")
        outer.setContentsMargins(side + 32, 14, 14, 14)
        outer.addLayout(words, 1)
        self.setMinimumHeight(side + 30)

    def show_outcome(self, outcome: str, title: str, reason: str) -> None:
        """``outcome`` is a value of ``domain.intake.Outcome``. Announced when it changes."""
        changed = (title, reason) != (self.title.text(), self.reason.text())
        self._tone, self._icon = OUTCOME_LOOKS[outcome]
        self.title.setText(title)
        self.title.set_tone("link" if self._tone is Tone.BLUE else self._tone.value)
        self.reason.setText(reason)
        self.update()
        if changed:
            announce(self, f"{title}，{reason}" if reason else title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Soft ground with round upper corners, as it heads a card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        ink, ground = current.tone(self._tone)
        radius = current.size("radius_card")
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, radius), radius, radius)
        painter.setClipRect(self.rect())
        painter.fillPath(shape, ground)
        side = current.size("icon_outcome")
        corner = QPointF(18, (self.height() - side) / 2)
        paint_icon(painter, self._icon, QRectF(corner.x(), corner.y(), side, side), ink)
        if current.dark:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), ink)
