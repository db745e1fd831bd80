"""Inputs: one line with a word at its right end, a password, a choice from a list, a tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import metrics

_EDGE, _GAP = 12, 6


class InputLine(QLineEdit):
    """A line to type into. A short word may stand at its right end: 校验正确, 还差 1 位, 沿用上次."""

    left = Signal()
    """The keyboard went elsewhere: now is the time to check and to save."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trailing, self._role, self._icon = "", "text3", ""
        self.setAccessibleName(name)

    @property
    def trailing(self) -> str:
        """The word at the right end."""
        return self._trailing

    def set_trailing(self, text: str, role: str = "text3", icon: str = "") -> None:
        """Show a word at the right end; ``role`` is a colour of the look."""
        if (text, role, icon) == (self._trailing, self._role, self._icon):
            return
        self._trailing, self._role, self._icon = text, role, icon
        self.setAccessibleDescription(text)
        self.setTextMargins(0, 0, self._trailing_width(), 0)
        self.update()

    def set_problem(self, on: bool) -> None:
        """A red frame while what stands here does not hold."""
        if bool(self.property("problem")) is not on:
            self.setProperty("problem", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def _trailing_width(self) -> int:
        if not self._trailing and not self._icon:
            return 0
        current = look_now()
        words = metrics(current, "caption").horizontalAdvance(self._trailing) if self._trailing else 0
        return words + (current.size("icon") + _GAP if self._icon else 0) + _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, then the word beside what was typed."""
        super().paintEvent(event)
        width = self._trailing_width()
        if not width:
            return
        painter = QPainter(self)
        current = look_now()
        ink = current.colour(self._role)
        left = float(self.width() - _EDGE - width + _GAP)
        if self._icon:
            side = current.size("icon")
            paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
            left += side + _GAP
        painter.setFont(current.font("caption"))
        painter.setPen(ink)
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._trailing)


class PasswordLine(InputLine):
    """A password, hidden until the eye at its right end is pressed. Never offered to an input method."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.setMaxLength(256)
        self._show_eye()

    def _show_eye(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.set_trailing("", "text2", "eye" if hidden else "eye-slash")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The eye shows or hides what was typed."""
        if event.position().x() < self.width() - _EDGE - self._trailing_width():
            super().mousePressEvent(event)
            return
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show_eye()


class NoteBox(QPlainTextEdit):
    """Some lines of plain text; Tab leaves it."""

    left = Signal()

    def __init__(self, name: str = "", lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._lines = lines

    def sizeHint(self) -> QSize:
        """Room for the lines asked for."""
        return QSize(200, self.fontMetrics().lineSpacing() * self._lines + 22)

    def minimumSizeHint(self) -> QSize:
        """One line less than asked for."""
        return QSize(80, self.fontMetrics().lineSpacing() * max(1, self._lines - 1) + 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class PickBox(QComboBox):
    """A choice from a list. The wheel scrolls the page and never changes a choice by accident."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and its caret."""
        super().paintEvent(event)
        side = look_now().size("icon")
        box = QRect(QPoint(self.width() - side - 10, (self.height() - side) // 2), QSize(side, side))
        paint_icon(QPainter(self), "caret-down", box, look_now().colour("text2"))


class Tick(QCheckBox):
    """A box to tick."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and a tick that is a shape and not only a colour."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        paint_icon(QPainter(self), "check", box.adjusted(2, 2, -2, -2), look_now().colour("onPrimary"))
