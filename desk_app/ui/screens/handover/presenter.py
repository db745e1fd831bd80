"""The decisions of the hand-over screen: what a scan, a key or a button means just now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.handover import Batch, BatchLine
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.handover.batches import BatchList
from desk_app.ui.screens.handover.calls import Done, HandoverCalls, Target
from desk_app.ui.screens.handover.counting import Counting
from desk_app.ui.screens.handover.filling import Filling
from desk_app.ui.screens.handover.rows import rows_of
from desk_app.ui.screens.handover.sending import Sending
from desk_app.ui.screens.handover.session import HandoverSession
from desk_app.ui.screens.handover.shown import COUNTING, FILLING, Asking, More, Stage
from desk_app.ui.screens.handover.tallying import Tallying
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone

SHORTEST = 2
"""Last digits that are enough to name an envelope of a batch."""


class HandoverPresenter(QObject):
    """The parts stand as attributes: ``list`` is the left side, ``session`` carries the state.

    ``sending`` and ``filling`` are the sender's acts, ``tallying`` and ``counting`` the receiver's.
    """

    def __init__(self, calls: HandoverCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = HandoverSession(calls, jobs, self)
        self.list = BatchList(self.session)
        self.sending, self.filling = Sending(self.session), Filling(self.session)
        self.counting, self.tallying = Counting(self.session), Tallying(self.session)

    def scan(self, text: str) -> None:
        """A code, or a number typed and ended by Enter."""
        if not text.strip():
            return
        shown = self.session.shown
        line = _line_of(shown.batch, text) if shown.batch is not None else None
        if line is not None and shown.batch is not None and shown.stage in COUNTING | {Stage.ENDS}:
            self._line_found(shown.batch, line)
            return
        self.session.ask(partial(self.session.calls.target, text.strip()), self._meant)

    def _line_found(self, batch: Batch, line: BatchLine) -> None:
        if self.session.shown.stage is Stage.ENDS:
            self.counting.accept(batch, line)
        else:
            self.tallying.found(line)

    def _meant(self, target: Target) -> None:
        shown = self.session.shown
        if target.batch is not None:
            self.session.open(target.batch)
        elif shown.stage in FILLING:
            self._put_in(target)
        elif shown.stage in COUNTING | {Stage.ENDS} and shown.batch is not None:
            line = next((one for one in shown.batch.lines if one.listed.case == target.case), None)
            if line is not None:
                self._line_found(shown.batch, line)
            elif target.number and shown.stage is not Stage.ENDS:
                self.tallying.besides(target.number)
            else:
                self.session.tell(Tone.AMBER, said("这一批里没有这件"))
        else:
            self.session.tell(Tone.AMBER, said("先打开一批，或按 Ctrl+N 新开一批，再扫"))

    def _put_in(self, target: Target) -> None:
        if target.case is not None:
            self.filling.put_in(target.case, target.number)
        elif len(target.cases) == 1:
            self.filling.put_in(target.cases[0].id, target.cases[0].number)
        elif target.cases:
            self.filling.offer(target.cases)
            self.session.tell(Tone.BLUE, said("有 {n} 件对得上，选一件回车").format(n=len(target.cases)))
        else:
            self.session.tell(Tone.AMBER, said("没找到这件，换个说法试试"))

    def primary(self) -> None:
        """Ctrl+Enter."""
        shown, stage = self.session.shown, self.session.shown.stage
        if stage is Stage.NEW:
            self.sending.open()
        elif shown.view is not None and shown.view.owed and stage not in COUNTING:
            self.print_owed()
        elif stage in FILLING:
            (self.sending.send if stage is Stage.CHECK else self.sending.check)()
        elif stage in COUNTING:
            self.counting.sign()
        elif stage is Stage.ENDS:
            self.counting.accept_found()
        else:
            (self.counting.record if More.RECORD in shown.more else self.sending.begin)()

    def by_hand(self) -> None:
        """Ctrl+J: from a list while filling, the row at hand while counting."""
        stage = self.session.shown.stage
        if stage in FILLING:
            self.filling.list_ready()
        elif stage in COUNTING:
            self.tallying.by_hand()

    def remove(self) -> None:
        """Del."""
        shown = self.session.shown
        if shown.ready is None and shown.stage in FILLING:
            self.session.change(checking=False)
            self.filling.take_out()
        elif shown.stage in COUNTING:
            self.tallying.take_off()

    def enter(self) -> None:
        """Enter with nothing typed."""
        if self.session.shown.ready is not None:
            self.filling.take_ready()

    def filter(self, text: str) -> None:
        """What stands in the field changed, while it narrows the list."""
        if self.session.shown.ready is not None:
            self.filling.list_ready(text)

    def move(self, by: int) -> None:
        """The arrows."""
        keys = [row.key for row in rows_of(self.session.shown)]
        if not keys:
            return
        here = keys.index(self.session.shown.current) if self.session.shown.current in keys else -1
        self.session.change(current=keys[min(max(here + by, 0), len(keys) - 1)])

    def back(self) -> bool:
        """Esc, from the inside out; False when there was nothing to close."""
        shown = self.session.shown
        if shown.asking is not Asking.NOTHING:
            self.session.change(asking=Asking.NOTHING, trouble=None)
        elif shown.ready is not None:
            self.session.change(ready=None, filter="")
            self.session.keep_current()
        elif shown.new:
            self.session.change(new=False, trouble=None)
            self.session.draw()
        elif shown.checking or shown.closing:
            self.session.change(checking=False, closing=False, trouble=None)
        elif shown.recording:
            self.session.change(recording=False, trouble=None)
        else:
            return False
        return True

    def print_owed(self) -> None:
        """What a committed act still owes."""
        self._print(self.session.calls.print_owed, said("打好了"))

    def reprint(self) -> None:
        """Ctrl+P."""
        shown = self.session.shown
        if shown.batch is not None and shown.batch.papers:
            self._print(self.session.calls.reprint, said("补打好了"))

    def _print(self, work: Callable[[UUID], Done], praise: str) -> None:
        batch = self.session.shown.batch
        if batch is not None:
            self.session.act(partial(work, batch.id), lambda done: self.session.finished(done, praise))


def _line_of(batch: Batch, text: str) -> BatchLine | None:
    """The only line whose number ends in these digits; a whole number needs no store."""
    digits = "".join(char for char in text if char.isdigit())
    if len(digits) < SHORTEST or len(digits) < len("".join(text.replace("-", "").split())):
        return None
    found = [line for line in batch.lines if line.listed.number.endswith(digits)]
    return found[0] if len(found) == 1 else None
