"""Signing for what was counted, taking what came late, sending back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desk_app.domain.errors import IllegalMove
from desk_app.domain.handover import Batch, BatchLine
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.calls import BatchView, Done
from desk_app.ui.screens.handover.session import HandoverSession
from desk_app.ui.screens.handover.shown import COUNTING, Stage
from desk_app.ui.screens.handover.tally import Tally, counted, waiting_lines
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone


class Counting(QObject):
    """The acts of the receiver, and of a sender who writes down what a department signed."""

    def __init__(self, session: HandoverSession) -> None:
        super().__init__(session)
        self._session = session

    def record(self) -> None:
        """A department signed its paper: everything counts as there until it is taken off again."""
        batch = self._session.shown.batch
        if batch is None:
            return
        here = tuple(line.listed.case for line in waiting_lines(batch))
        self._session.change(recording=True, tally=Tally(seen=here))
        self._session.tell(Tone.BLUE, said("对方没签到的，选中后按 Del 取消；再填签收人"))

    def sign(self) -> None:
        """What was not scanned is shown once before anybody signs; then it is signed for."""
        session, batch = self._session, self._session.shown.batch
        if batch is None or session.shown.stage not in COUNTING:
            return
        if session.shown.unseen and not session.shown.closing:
            session.change(closing=True)
            session.tell(Tone.AMBER, said("这 {n} 件算未见原件，写清怎么办").format(n=session.shown.unseen))
            return
        if not all(gap.said for gap in session.shown.gaps):
            session.fail(IllegalMove("part_needed", part="note"))
            return
        if batch.to_site is None and not session.shown.tally.signed_by.strip():
            session.fail(IllegalMove("part_needed", part="signed_by"))
            return
        count, back = counted(batch, session.shown.tally, words.handling_words(), session.calls.me())
        session.act(partial(session.calls.receive, batch.id, count, back), self._signed)

    def _signed(self, done: Done) -> None:
        batch = done.view.batch
        self._session.change(closing=False, recording=False, tally=Tally())
        missing = len(batch.missing)
        text = said("{number} 已接收") if not missing else said("{number} 已接收，差异 {n} 处，对方能看到")
        self._session.finished(done, text.format(number=batch.number, n=missing))

    def accept_found(self) -> None:
        """What was missing came after all."""
        session, batch, line = self._session, self._session.shown.batch, self._line()
        if batch is not None and line is not None and session.shown.stage is Stage.ENDS:
            self.accept(batch, line)

    def accept(self, batch: Batch, line: BatchLine) -> None:
        """This one is here now."""
        session = self._session
        session.change(current=str(line.listed.case))
        session.act(partial(session.calls.accept, batch.id, line.listed.case), self._accepted)

    def _accepted(self, view: BatchView) -> None:
        left = len(view.batch.missing)
        text = said("找到了，已接收，还差 {n} 件") if left else said("找到了，这一批差异清了")
        self._session.finished(Done(view), text.format(n=left))

    def give_back(self, reason: str, *, everything: bool) -> None:
        """退回 one case or the whole bag."""
        session, batch, case_id = self._session, self._session.shown.batch, self._session.shown.line_key
        if batch is None:
            return
        if everything:
            session.act(partial(session.calls.give_all_back, batch.id, reason), self._back)
        elif case_id is not None:
            session.act(partial(session.calls.give_back, batch.id, case_id, reason), self._back)

    def _back(self, done: Done) -> None:
        self._session.change(closing=False, recording=False)
        self._session.finished(done, said("退回了，原因对方能看到"))

    def _line(self) -> BatchLine | None:
        shown = self._session.shown
        case_id = shown.line_key
        return shown.batch.line(case_id) if shown.batch is not None and case_id is not None else None
