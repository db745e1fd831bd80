"""The decisions of the quick page. Its parts stand as attributes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.quick.calls import Frozen, QuickCalls
from desk_app.ui.screens.quick.lines import Mode
from desk_app.ui.screens.quick.settling import Settling
from desk_app.ui.screens.quick.state import QuickState
from desk_app.ui.screens.quick.taking import Taking


class QuickPresenter(QObject):
    """``state`` carries what is shown, ``taking`` types and takes, ``settling`` asks for reasons."""

    def __init__(self, calls: QuickCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = QuickState(calls, jobs, self)
        self.taking = Taking(self.state)
        self.settling = Settling(self.state)

    def begin(self, mode: Mode, item_id: str = "", frozen: Frozen | None = None) -> None:
        """Come here for something."""
        self.state.begin(mode, item_id, frozen or Frozen())
        if mode is Mode.FORM:
            self.state.read_out()
        self.state.refresh()
        self.state.focus_start()
