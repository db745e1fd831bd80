"""The counter's day: what waits, opened by key; 开窗 and 收窗; word of what a commit changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk_app.domain.journal import Stream
from desk_app.domain.worktime import local_day
from desk_app.wiring.places import CASES, LOOKUP, SHIFT

if TYPE_CHECKING:
    from desk_app.domain.changes import Changes
    from desk_app.ui.screens.shift.screen import ShiftScreen
    from desk_app.wiring.program import Program


class DayKeys(QObject):
    """Queues, and the shift. Each needs somebody to be signed in; who is not is asked first."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._desk = program.parts.desk
        self._pages = program.window.frame.pages
        self.shift: ShiftScreen | None = None
        self._stale = False
        program.window.queue_requested.connect(self.open_nth_queue)
        program.window.shift_open_requested.connect(self.open_shift)
        program.bridge.follow(self._hear_changes)
        self._pages.shown.connect(self._page_shown)

    def shift_page(self) -> QWidget:
        """The shift screen, made when somebody opens it."""
        from desk_app.ui.screens.shift.screen import ShiftScreen
        from desk_app.wiring.shift import shift_calls

        program = self._program
        calls = shift_calls(self._desk, program.parts.printing, program.bridge)
        screen = ShiftScreen(calls, program.parts.jobs)
        screen.told.connect(program.speech.praise)
        screen.case_requested.connect(program.open_case)
        screen.presenter.work_wanted.connect(program.free)
        self.shift = screen
        return screen

    def open_nth_queue(self, nth: int) -> None:
        """Ctrl+Shift+n."""
        from desk_app.wiring.queues import QUEUES

        self.open_queue(QUEUES[nth - 1][0].value)

    def open_queue(self, key: str) -> None:
        """A queue of the home page, with the keyboard in its list."""
        from desk_app.wiring.queues import question_of

        program = self._program
        if self._desk.clerk is None:
            program.sign_in_wanted.emit(partial(self.open_queue, key))
            return
        program.window.frame.bar.clear()
        self._pages.show_page(CASES)
        if program.cases is not None:
            program.cases.show_queue(question_of(key))

    def open_shift(self) -> None:
        """开窗, and what the last shift left."""
        if self._desk.clerk is None:
            self._program.sign_in_wanted.emit(self.open_shift)
            return
        self.show_shift()
        if self.shift is not None:
            self.shift.presenter.open()

    def show_shift(self) -> None:
        """交班一页."""
        self._program.window.frame.bar.clear()
        self._pages.show_page(SHIFT)

    def turn_the_sign(self) -> None:
        """The button of the home page: open the counter, or look at what closing it needs."""
        lookup = self._program.lookup
        if lookup is not None and lookup.presenter.session.day.shift_open:
            self.show_shift()
        else:
            self.open_shift()

    def forget(self) -> None:
        """The screen is locked: keep nothing of a citizen."""
        if self.shift is not None:
            self.shift.presenter.forget()

    def _hear_changes(self, changes: Changes) -> None:
        """A commit: what waits, and who stands in for whom, may have changed; read what is looked at."""
        if Stream.STAND_IN in changes.kinds:
            self._program.parts.jobs.run(self, self._read_covers, lambda _: None, key="covers")
        self._stale = True
        if self._pages.key == LOOKUP:
            self._page_shown(LOOKUP)

    def _page_shown(self, key: str) -> None:
        lookup = self._program.lookup
        if key == SHIFT and self.shift is not None:
            self.shift.presenter.turn()  # also when what was left is on show already
        if key == LOOKUP and self._stale and lookup is not None and self._desk.clerk is not None:
            self._stale = False
            lookup.presenter.session.read_day()

    def _read_covers(self) -> None:
        with self._desk.open_store.read() as reader:
            self._desk.covers.read(reader, local_day(self._desk.now()))
