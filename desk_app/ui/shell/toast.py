"""One strip for six seconds: what was done, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner, NextAct

LASTS_MS = 6_000
_WIDTH, _EDGE = 640, 16


class Toast(Banner):
    """Lies above the foot of its parent. The keyboard never goes to it; its act has a key of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._parent = parent
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)

    def show_for_a_while(
        self, tone: Tone, heading: str, detail: str = "", acts: Sequence[NextAct] = (), icon: str = ""
    ) -> None:
        """Show; a later one takes the place of an earlier one."""
        self.say(tone, heading, detail, [replace(act, act=self._then_hide(act)) for act in acts], icon)
        self._place()
        self.raise_()
        self._timer.start(LASTS_MS)

    def _then_hide(self, act: NextAct) -> _Once:
        return _Once(act, self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        parent = self._parent
        width = min(_WIDTH, parent.width() - 2 * _EDGE)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - _EDGE, width, height)


class _Once:
    """An act of the strip: the strip goes, then the act is done."""

    def __init__(self, act: NextAct, toast: Toast) -> None:
        self._act, self._toast = act, toast

    def __call__(self) -> None:
        self._toast.hide()
        self._act.act()
