"""Tags, key caps, chips of state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Scheme, Tone, look_now
from desk_app.ui.theme.meanings import MODE_LOOKS
from desk_app.ui.widgets.ink import caps_size, metrics, paint_box, paint_caps, paint_tag, tag_size
from desk_app.ui.words import word_for


class Tag(QWidget):
    """A word on a soft ground, with an icon where it has one. It is read, never pressed."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.GREY,
        icon: str = "",
        *,
        outlined: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outlined = outlined
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_tag(text, tone, icon)

    def set_tag(self, text: str, tone: Tone, icon: str = "") -> None:
        """Say something else; an empty text hides the tag."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self._appear(bool(text))
        self.updateGeometry()
        self.update()

    def _appear(self, wanted: bool) -> None:
        if not wanted:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
        else:  # a layout will show it; showing it now would open a window
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def tone(self) -> Tone:
        """What it means."""
        return self._tone

    def sizeHint(self) -> QSize:
        """Room for the tag alone."""
        return tag_size(self._text, self._icon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tag."""
        at = QPointF(0, self.height() / 2)
        paint_tag(QPainter(self), at, self._text, self._tone, self._icon, outlined=self._outlined)


class ModeTag(Tag):
    """How a site handles an item: 直接办理, 委托受理, 委托收件, 帮办代办, 仅咨询."""

    def __init__(self, mode: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_mode(mode)

    def set_mode(self, mode: str) -> None:
        """A value of ``HandlingMode``; empty hides the tag."""
        tone, icon = MODE_LOOKS.get(mode, (Tone.GREY, ""))
        self.set_tag(word_for("HandlingMode", mode), tone, icon)


class KeyCap(QWidget):
    """The keys of one chord."""

    def __init__(self, *caps: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps: Sequence[str] = caps
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("+".join(caps))

    def sizeHint(self) -> QSize:
        """Room for the caps."""
        return caps_size(self._caps)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The caps."""
        paint_caps(QPainter(self), QPointF(0, self.height() / 2), self._caps)


class StatusChip(QAbstractButton):
    """A round chip in the command bar that says a state and opens more about it: 本机, 已同步 10:42."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.GREY, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("round", True)
        self.set_state(text, tone, icon)

    def set_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Another state."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        measure = metrics(look_now(), "caption")
        icon = measure.height() + 6 if self._icon else 0
        return QSize(measure.horizontalAdvance(self.text()) + icon + 24, look_now().size("control_small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words on the soft ground of the tone."""
        painter = QPainter(self)
        current = look_now()
        ink, ground = current.tone(self._tone)
        border = ink if current.scheme is Scheme.HIGH_CONTRAST else None
        paint_box(painter, QRectF(self.rect()), self.height() / 2, ground, border)
        left = 12.0
        if self._icon:
            side = metrics(current, "caption").height()
            paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
            left += side + 6
        painter.setFont(current.font("caption"))
        painter.setPen(ink)
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
