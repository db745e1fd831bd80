"""A sheet over the window, behind it a solid scrim: the overlay of keys, the few questions that need one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from desk_app.ui.shortcuts import Context, Shortcut, bind, in_context
from desk_app.ui.theme.look import OWN_RING, RING_HOME, look_now
from desk_app.ui.widgets.boxes import row, scrolled
from desk_app.ui.widgets.tag import KeyCap
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import context_word, shortcut_word

_EDGE = 28


class Sheet(QFrame):
    """The card of a dialog."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty(RING_HOME, True)


class Overlay(QWidget):
    """Covers ``below`` and takes the keyboard; Esc or a click beside the sheet closes it.

    What lies below is disabled meanwhile, so that neither Tab nor a shortcut reaches it, and has the keyboard
    back, at the same place, when the overlay closes.
    """

    closed = Signal()

    def __init__(self, below: QWidget, content: QWidget, *, widest: int = 560) -> None:
        super().__init__(below.window())
        self._below, self._widest = below, widest
        self._focus_before: QWidget | None = None
        self.sheet = Sheet(self)
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(22, 18, 22, 18)
        box.addWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        below.window().installEventFilter(self)
        self.hide()

    def open(self, focus: QWidget | None = None) -> None:
        """Show, with the keyboard on ``focus`` or on the sheet as a whole."""
        self._focus_before = QApplication.focusWidget()
        self._below.setEnabled(False)
        self._place()
        self.show()
        self.raise_()
        (focus or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Hide, and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        self._below.setEnabled(True)
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        window = self.window().rect()
        self.setGeometry(window)
        wanted = self.sheet.sizeHint()
        width = min(max(wanted.width(), 320), self._widest, window.width() - 2 * _EDGE)
        height = min(max(wanted.height(), self.sheet.heightForWidth(width)), window.height() - 2 * _EDGE)
        self.sheet.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim: solid, no blur."""
        scrim = QColor(look_now().colour("rail"))
        scrim.setAlphaF(0.6)
        QPainter(self).fillRect(self.rect(), scrim)


class KeysOverlay(QObject):
    """Shows and hides the sheet of all keys; built anew each time, for the page and look at hand."""

    def __init__(self, below: QWidget) -> None:
        super().__init__(below)
        self._below = below
        self._overlay: Overlay | None = None

    def toggle(self, first: Context) -> None:
        """Show, with the keys of a context first; again hides."""
        if self._overlay is not None:
            self._overlay.close_sheet()
            return
        title = QCoreApplication.translate("KeysOverlay", "全部按键")
        self._overlay = Overlay(self._below, keys_sheet(first, title), widest=900)
        self._overlay.closed.connect(self._closed)
        bind(self._overlay, {"keys": self._overlay.close_sheet})  # the window's own rests meanwhile
        self._overlay.open()

    def _closed(self) -> None:
        if self._overlay is not None:
            self._overlay.deleteLater()
            self._overlay = None


def keys_sheet(first: Context, title: str) -> QWidget:
    """Every key, those of the screen at hand first, in two columns."""
    page = QWidget()
    columns = QGridLayout(page)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setHorizontalSpacing(36)
    contexts = [first, *(each for each in Context if each not in (first, Context.GLOBAL)), Context.GLOBAL]
    contexts = list(dict.fromkeys(contexts))
    heights = [0, 0]
    sides = [QVBoxLayout(), QVBoxLayout()]
    for context in contexts:
        side = heights.index(min(heights))
        heights[side] += len(in_context(context)) + 2
        sides[side].addWidget(_group(context))
    for number, side_box in enumerate(sides):
        side_box.setSpacing(16)
        side_box.addStretch(1)
        columns.addLayout(side_box, 0, number)
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(14)
    box.addWidget(Text(title, "title"))
    area = scrolled(page)
    area.setMinimumHeight(min(560, page.sizeHint().height()))
    area.setMinimumWidth(page.sizeHint().width() + 20)
    box.addWidget(area, 1)
    return whole


def _group(context: Context) -> QWidget:
    group = QWidget()
    box = QVBoxLayout(group)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(Text(context_word(context), "cardTitle", "link"))
    for each in in_context(context):
        box.addWidget(_line(each))
    return group


def _line(each: Shortcut) -> QWidget:
    words = Text(shortcut_word(each.id), "body")
    words.setMinimumWidth(130)
    return row(words, KeyCap(*each.cap_texts), spacing=12, stretch_last=True)
