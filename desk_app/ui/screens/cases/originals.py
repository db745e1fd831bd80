"""Originals of the open case: taken, given back, left with somebody (F45)."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.cases import Case
from desk_app.domain.custody import OUT_OF_HAND
from desk_app.domain.errors import DeskError, IllegalMove
from desk_app.ui.screens.cases.case_session import CaseSession
from desk_app.ui.screens.cases.page.originals import row_of
from desk_app.ui.screens.originals.values import OriginalAct, OriginalAnswer, OriginalAsk


class CaseOriginals(QObject):
    """One question at a time. What was done shows when the store says so."""

    asked = Signal(object)
    """OriginalAsk, or None."""
    refused = Signal(str)
    """The part of the answer that does not do; empty for another trouble."""
    done = Signal(object)
    """OriginalAct."""

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._session = session

    def begin(self, act: OriginalAct, key: UUID | None) -> None:
        """A key on a line of the materials: ask what it needs, or do it."""
        shown = self._session.shown
        row = row_of(shown.case, key) if shown else None
        if shown is None or row is None:
            return
        ask = OriginalAsk(act, shown.case.id, row.number, row.name)
        if act in (OriginalAct.TAKE, OriginalAct.CHECK):
            self.answer(OriginalAnswer(ask))
            return
        held = {known.row for known in shown.view.originals if known.state in OUT_OF_HAND}
        if row.number in held:
            self._session.change(shown.case.id, trouble=None)
            self.asked.emit(ask)
        else:
            self._session.change(shown.case.id, trouble=IllegalMove("original_not_held"))

    def drop(self) -> None:
        """Esc."""
        self.asked.emit(None)

    def answer(self, answer: OriginalAnswer) -> None:
        """It was said."""
        session, shown = self._session, self._session.shown
        if shown is None:
            return
        work, case = partial(session.calls.original, answer), shown.case
        session.change(case.id, trouble=None)
        session.jobs.run(self, work, lambda _: self._done(answer.ask.act), partial(self._failed, case))

    def _done(self, act: OriginalAct) -> None:
        self.asked.emit(None)
        self.done.emit(act)

    def _failed(self, case: Case, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._session.change(case.id, trouble=error)
        self.refused.emit(str(error.params.get("part", "")))
