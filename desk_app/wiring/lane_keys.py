"""Keys and tabs of the window that concern lanes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.wiring.places import CASES, INTAKE

if TYPE_CHECKING:
    from desk_app.ui.screens.intake.screen import IntakeScreen
    from desk_app.wiring.program import Program


class LaneKeys(QObject):
    """Ctrl+T, Ctrl+H, Ctrl+Tab, Ctrl+R and Ctrl+Z, wherever the keyboard is."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        window = program.window
        window.lane_new_requested.connect(self.new)
        window.lane_hold_requested.connect(lambda: self._do(lambda screen: screen.presenter.moves.hold()))
        window.lane_step_requested.connect(
            lambda by: self._do(lambda screen: screen.presenter.moves.step(by))
        )
        window.same_item_requested.connect(lambda: self._do(lambda screen: screen.presenter.moves.again()))
        window.run_requested.connect(program.quick.start_run)
        window.withdraw_requested.connect(self.withdraw)
        window.frame.bar.lanes.chosen.connect(self._recall)

    def _do(self, act: Callable[[IntakeScreen], object]) -> None:
        """Without anybody signed in there are no lanes."""
        if self._program.parts.desk.clerk is not None:
            act(self._program.intake_screen())

    def new(self) -> None:
        """Another citizen: hold what is on the screen, and start where everything starts."""
        self._do(lambda screen: screen.presenter.moves.hold())
        self._program.free()

    def _recall(self, key: str) -> None:
        self._do(lambda screen: screen.show_tab(key))

    def all_taken(self) -> None:
        """No place is left. The intake asks to finish one; with nobody on its screen the window has to."""
        program = self._program
        if program.intake_screen().presenter.session.lane is not None:
            program.window.frame.pages.show_page(INTAKE)
        else:
            program.speech.say_full()

    @property
    def can_withdraw(self) -> bool:
        """Whether the last act of this desk was an acceptance."""
        intake = self._program.intake
        return intake is not None and intake.presenter.submission.can_withdraw

    def withdraw(self) -> None:
        """Ctrl+Z: the case on show, or the last acceptance of this desk."""
        program = self._program
        pages = program.window.frame.pages
        if program.quick.on_show is not None:
            program.quick.on_show.presenter.settling.undo()
            return
        if pages.key == CASES and program.cases is not None:
            program.cases.withdraw()
        elif self.can_withdraw:
            pages.show_page(INTAKE)
            program.intake_screen().presenter.submission.ask_withdraw()
