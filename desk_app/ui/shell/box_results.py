"""The list below the command box: built when the first results come, not needed for the first paint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from desk_app.ui.shell.command_box import CommandBox

if TYPE_CHECKING:
    from desk_app.ui.shell.results import Popup, ResultLine

_WIDTH = 640


class BoxResults(QObject):
    """Opens, fills, places and closes the list. ``taken`` gives the key of a line."""

    taken = Signal(str)

    def __init__(self, window: QWidget, box: CommandBox) -> None:
        super().__init__(box)
        self._window, self._box = window, box
        self._popup: Popup | None = None
        box.input.numbered.connect(self._take_number)

    @property
    def popup(self) -> Popup:
        """The list itself."""
        if self._popup is None:
            from desk_app.ui.shell.results import Popup

            self._popup = Popup(self._window)
            self._popup.set_foot(_keys())
            self._popup.taken.connect(self.taken)
        return self._popup

    @property
    def shown(self) -> bool:
        """Whether it is open."""
        return self._popup is not None and self._popup.isVisible()

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show lines, the first that can be taken selected; none close the list."""
        if not lines and self._popup is None:
            return
        self.popup.show_lines(lines)
        self._box.input.takes_numbers = bool(lines)
        if lines:
            self.place()
            self.popup.select_first()

    def move(self, step: int) -> bool:
        """Move the selection; False when nothing is open."""
        if self.shown:
            self.popup.move_selection(step)
        return self.shown

    def take(self) -> bool:
        """Take the selected line; False when there is none."""
        return self.shown and self.popup.take_current()

    def _take_number(self, number: int) -> None:
        if self.shown:
            self.popup.take_number(number)

    def place(self) -> None:
        """Below the box, inside the window."""
        if not self.shown:
            return
        corner = self._box.mapTo(self._window, QPoint(0, self._box.height() + 6))
        width = min(_WIDTH, self._window.width() - corner.x() - 16)
        height = self.popup.wanted_height(self._window.height() - corner.y() - 24)
        self.popup.setGeometry(QRect(corner, QSize(width, height)))


def _said(text: str) -> str:
    return QCoreApplication.translate("CommandBar", text)


def _keys() -> list[tuple[tuple[str, ...], str]]:
    return [
        (("↑↓",), _said("移动")),
        (("#",), _said("办件")),
        (("@",), _said("人员")),
        ((">",), _said("操作")),
        (("Esc",), _said("关闭")),
    ]
