"""What the parts of the settings share: callables, and how work, trouble and success are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.domain.sites import Right
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.settings.calls import SettingsCalls
from desk_app.ui.screens.settings.shown import Said

T = TypeVar("T")


class SettingsSession(QObject):
    """State and signals; the decisions stand in the parts."""

    changed = Signal()
    """Something is to be shown."""
    site_changed = Signal()
    """Site, items, calendar or catalogue are not what they were: other screens read anew."""
    copy_wanted = Signal(str)
    """Text for the clipboard."""

    def __init__(self, calls: SettingsCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls, self.jobs = calls, jobs
        self.busy = False
        self.trouble: DeskError | None = None
        self.said = Said.NOTHING
        self.text = ""
        self._waiting: list[Callable[[], None]] = []

    def may(self, right: Right) -> bool:
        """Whether who is at the keyboard holds a right."""
        return self.calls.may(right)

    def clear(self) -> None:
        """What was told belongs to another page, or to what was done before."""
        self.trouble, self.said, self.text = None, Said.NOTHING, ""

    def tell(self, said: Said, text: str = "") -> None:
        """Say what was done."""
        self.said, self.text = said, text

    def when_free(self, act: Callable[[], None]) -> None:
        """Do it now, or as soon as what is under way has ended: nothing that was typed is passed over."""
        if self.busy:
            self._waiting.append(act)
        else:
            act()

    def _go_on(self) -> None:
        self.changed.emit()
        if self._waiting and not self.busy:
            self._waiting.pop(0)()

    def begin(self, work: Callable[[], T], done: Callable[[T], None], lane: str = "store") -> None:
        """Do something slow with the buttons locked. Nothing is begun while something else is under way."""
        if self.busy:
            return
        self.clear()
        self.busy = True
        self.changed.emit()

        def finished(result: T) -> None:
            self.busy = False
            done(result)
            self._go_on()

        self.jobs.run(self, work, finished, self.fail, lane)

    def read(self, work: Callable[[], T], done: Callable[[T], None], key: str, lane: str = "files") -> None:
        """Read something for a page; a later question of the same key makes an earlier one void."""

        def arrived(result: T) -> None:
            done(result)
            self.changed.emit()

        self.jobs.run(self, work, arrived, self.fail, lane, key)

    def keep(self, work: Callable[[], None], key: str, then: Callable[[], None] = lambda: None) -> None:
        """Save in passing, without locking anything; the last of several wins. ``then`` follows it.

        On the lane that keeps the order: all of these lie in one file, where no two writers may meet.
        """
        self.clear()
        self.jobs.run(self, work, lambda _nothing: self._kept(then), self.fail, key=key)

    def _kept(self, then: Callable[[], None]) -> None:
        then()
        self.tell(Said.SAVED)
        self.changed.emit()

    def fail(self, error: Exception) -> None:
        """Say what a person can act on; a bug goes on to the crash handler."""
        self.busy = False
        if not isinstance(error, DeskError):
            self.changed.emit()
            raise error
        self.clear()
        self.trouble = error
        self._go_on()
