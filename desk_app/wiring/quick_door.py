"""The ways to the quick page: a key, and three words in the command box. Light: loaded at start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.ui.theme.look import Tone
from desk_app.wiring.places import QUICK
from desk_app.wiring.speech import said

if TYPE_CHECKING:
    from desk_app.ui.screens.quick.calls import Frozen
    from desk_app.ui.screens.quick.lines import Mode
    from desk_app.ui.screens.quick.screen import QuickScreen
    from desk_app.wiring.program import Program


class QuickDoor(QObject):
    """The ways to the page: a key, and three words in the command box."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._screen: QuickScreen | None = None

    def make_page(self) -> QuickScreen:
        """The page, on its first visit."""
        from desk_app.ui.screens.quick.screen import QuickScreen
        from desk_app.wiring.quick import quick_calls

        parts = self._program.parts
        screen = QuickScreen(quick_calls(parts.desk, parts.printing), parts.jobs)
        screen.presenter.state.told.connect(lambda words: self._program.speech.say(Tone.AMBER, words))
        self._screen = screen
        return screen

    @property
    def on_show(self) -> QuickScreen | None:
        """The page, while it is the one on show."""
        return self._screen if self._program.window.frame.pages.key == QUICK else None

    def open(self, mode: Mode, item_id: str = "", frozen: Frozen | None = None) -> None:
        """Go there for something. Without anybody signed in, that comes first."""
        program = self._program
        if program.parts.desk.clerk is None:
            program.sign_in_wanted.emit(partial(self.open, mode, item_id, frozen))
            return
        program.window.frame.bar.clear()
        program.window.frame.pages.page(QUICK)
        if self._screen is None:
            raise RuntimeError("the quick page makes the quick screen")
        self._screen.presenter.begin(mode, item_id, frozen)
        program.window.frame.pages.show_page(QUICK)

    def open_ledger(self) -> None:
        """补录纸质台账."""
        from desk_app.ui.screens.quick.lines import Mode

        self.open(Mode.LEDGER)

    def open_forms(self) -> None:
        """停电应急."""
        from desk_app.ui.screens.quick.lines import Mode

        self.open(Mode.FORM)

    def start_run(self) -> None:
        """连续登记 of the item at hand, with the papers as they were dealt with; else of the last one."""
        from desk_app.ui.screens.quick.calls import Frozen
        from desk_app.ui.screens.quick.lines import Mode

        program = self._program
        if program.parts.desk.clerk is None:
            return
        presenter = program.intake_screen().presenter
        lane = presenter.session.lane
        item_id = lane.form.item_id if lane is not None else presenter.moves.last_item
        if not item_id:
            program.speech.say(Tone.BLUE, said("先选办什么事"), said("从收件页上按这个键，事项就定下来了。"))
            return
        frozen = Frozen(dict(lane.form.marks), lane.form.remark) if lane is not None else Frozen()
        if lane is not None:
            presenter.moves.hold()
        self.open(Mode.RUN, item_id, frozen)

    def scanned(self, text: str) -> bool:
        """A scan while the page is on show; False when it is not for it."""
        screen = self.on_show
        return screen is not None and screen.presenter.taking.scanned(text)
