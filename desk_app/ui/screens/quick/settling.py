"""What is asked for in words: why the last one is taken back, why a form is void, how many forms to print."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.errors import DeskError
from desk_app.ui.screens.quick.lines import Mode
from desk_app.ui.screens.quick.state import Fate, QuickState, Row


class Ask(StrEnum):
    """What the page asks for."""

    WITHDRAW = "withdraw"
    VOID = "void"
    VOID_ALL = "void_all"
    COUNT = "count"


class Settling(QObject):
    """Taking back, voiding, printing."""

    asked = Signal(object, object)
    """(Ask, what it is about: a row, a number, or None)."""

    def __init__(self, state: QuickState) -> None:
        super().__init__(state)
        self._state = state
        self._about: object = None

    def undo(self) -> None:
        """Ctrl+Z: ask why the last one is taken back."""
        taken = [row for row in self._state.rows if row.fate is Fate.TAKEN]
        last = taken[-1].case if taken else None
        if last is None:
            return
        if last.state is not CaseState.ACCEPTED:
            self._state.fail(DeskError("run_not_accepted"))
            return
        self._ask(Ask.WITHDRAW, taken[-1])

    def ask_void(self, number: str) -> None:
        """Del on a form."""
        self._ask(Ask.VOID, number)

    def ask_void_all(self) -> None:
        """What is left of the forms."""
        if self._state.mode is Mode.FORM and self._state.out:
            self._ask(Ask.VOID_ALL, None)

    def ask_count(self) -> None:
        """How many forms to print."""
        if self._state.mode is Mode.FORM:
            self._ask(Ask.COUNT, None)

    def _ask(self, ask: Ask, about: object) -> None:
        self._about = about
        self.asked.emit(ask, about)

    def answered(self, ask: Ask, words: str) -> None:
        """A reason, or a number."""
        state, about = self._state, self._about
        if ask is Ask.WITHDRAW:
            self._withdraw(about, words)
        elif ask is Ask.COUNT:
            state.run(partial(state.calls.make_forms, int(words)), self._made, "quick-forms")
        else:
            numbers = (str(about),) if ask is Ask.VOID else tuple(form.number for form in state.out)
            work = partial(state.calls.void_forms, numbers, words)
            state.run(work, lambda _: state.read_out(), "quick-void")
        state.focus_start()

    def _withdraw(self, about: object, words: str) -> None:
        if isinstance(about, Row) and about.case is not None:
            work = partial(self._state.calls.withdraw, about.case.id, words)
            self._state.run(work, partial(self._withdrawn, about.id), "quick-withdraw")

    def _withdrawn(self, row_id: UUID, case: Case) -> None:
        self._state.change(row_id, fate=Fate.WITHDRAWN, case=case)

    def _made(self, problem: str) -> None:
        self._printed(problem)
        self._state.read_out()

    def set_print_at_end(self, at_end: bool) -> None:
        """Whether slips are printed for each, or together."""
        self._state.calls.set_print_at_end(at_end)
        self._state.refresh()

    def print_all(self) -> None:
        """Print every slip of this run that is still owed."""
        rows = (row for row in self._state.rows if row.fate is Fate.TAKEN)
        ids = tuple(row.case.id for row in rows if row.case is not None)
        if ids:
            self._state.run(partial(self._state.calls.print_all, ids), self._printed, "quick-print")

    def _printed(self, problem: str) -> None:
        if problem:
            self._state.told.emit(problem)
