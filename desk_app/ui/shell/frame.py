"""How the parts of the window lie: rail at the left; bar, banner, page and hints at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.shell.command_bar import CommandBar
from desk_app.ui.shell.hint_bar import HintBar
from desk_app.ui.shell.pages import Pages
from desk_app.ui.shell.rail import Rail
from desk_app.ui.shell.screen import RailEntry
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.widgets.boxes import Canvas

if TYPE_CHECKING:
    from desk_app.ui.shell.toast import Toast
    from desk_app.ui.widgets.banner import Banner, NextAct


class Frame(QWidget):
    """Everything but a cover page. Its parts are public; wiring talks to them directly."""

    def __init__(self, window: QWidget, entries: Sequence[RailEntry], hints: HintBar) -> None:
        super().__init__(window)
        self.rail = Rail(entries)
        self.bar = CommandBar(window)
        self.pages = Pages(entries)
        self.hints = hints
        self._work = Canvas()
        inside = QVBoxLayout(self._work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._banner_room = QWidget()
        self._banner_box = QVBoxLayout(self._banner_room)
        side = look_now().size("work_padding_h")
        self._banner_box.setContentsMargins(side, 12, side, 0)
        self._banner_room.hide()
        inside.addWidget(self._banner_room)
        inside.addWidget(self.pages, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self._work, 1)
        right.addWidget(hints)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.rail)
        outer.addLayout(right, 1)

    @cached_property
    def toast(self) -> Toast:
        """The strip for what was done; built when something was."""
        from desk_app.ui.shell.toast import Toast

        return Toast(self._work)

    @cached_property
    def banner(self) -> Banner:
        """What :meth:`say_banner` fills; built when something went wrong."""
        from desk_app.ui.widgets.banner import Banner

        banner = Banner()
        self._banner_box.addWidget(banner)
        return banner

    def say_banner(self, tone: Tone, heading: str, detail: str = "", acts: Sequence[NextAct] = ()) -> None:
        """What went wrong and what to do; it stays, and pushes the page down, until :meth:`clear_banner`."""
        self.banner.say(tone, heading, detail, acts)
        self._banner_room.show()

    def hide_passing(self) -> None:
        """Put away what lies over the page: results and the strip. For when the window is covered."""
        self.bar.hide_results()
        if "toast" in self.__dict__:
            self.toast.hide()

    def clear_banner(self) -> None:
        """It was mended."""
        self._banner_room.hide()

    def set_width_class(self, width: WidthClass) -> None:
        """Fold what has no room, then lay the page out."""
        compact = width is WidthClass.COMPACT
        self.rail.set_compact(compact)
        self.hints.setVisible(not compact)
        self.bar.set_width_class(width)
        self.pages.set_width_class(width)
