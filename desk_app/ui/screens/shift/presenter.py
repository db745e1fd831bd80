"""The decisions of the shift screen: which face, what was asked, what is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.journal import Stream
from desk_app.domain.shifts import Blocking, Shift, ShiftPage
from desk_app.domain.worktime import local_day
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.originals.values import OriginalAct, OriginalAnswer, OriginalAsk
from desk_app.ui.screens.shift.calls import ShiftCalls
from desk_app.ui.screens.shift.shown import Face, Remark, ShiftShown


class ShiftPresenter(QObject):
    """One page with two faces. While one act runs a second press does nothing."""

    pictured = Signal(object)
    """ShiftShown."""
    remarked = Signal(object)
    """Remark."""
    work_wanted = Signal()
    """The page was read, or the counter is closed: back to where everything starts."""

    def __init__(self, calls: ShiftCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls = calls
        self._jobs = jobs
        self.shown = ShiftShown(local_day(calls.now()))
        self.originals = ShiftOriginals(self)
        self._in_sight = False
        unsubscribe = calls.subscribe(self._changed)
        self.destroyed.connect(unsubscribe)

    def begin(self) -> None:
        """The page came into sight."""
        self._in_sight = True
        self.tell(today=local_day(self.calls.now()), trouble=None, asking=None)
        self.refresh()

    def turn(self) -> None:
        """The page was asked for: it shows what closing needs."""
        self.tell(face=Face.CLOSING, asking=None, trouble=None)

    def leave(self) -> None:
        """Another page is on show: what was left was read."""
        self._in_sight = False
        self.turn()

    def forget(self) -> None:
        """The screen is locked or somebody else signs in: keep nothing of a citizen."""
        self.shown = ShiftShown(local_day(self.calls.now()))
        self.pictured.emit(self.shown)

    def refresh(self) -> None:
        """F5: read anew."""
        self._jobs.run(self, self.calls.page, self._arrived, self._failed, key="shift")

    def open(self) -> None:
        """开窗: then the page shows what the last shift left. One that is open stays open."""
        self.tell(face=Face.LEFT, asking=None)
        if not self.shown.busy:
            self.do(self.calls.open, lambda _shift: self.remarked.emit(Remark.OPENED))

    def primary(self) -> None:
        """Ctrl+Enter: go to work, open, or close."""
        shown = self.shown
        if shown.page is None or shown.busy:
            return
        if not shown.open:
            self.open()
        elif shown.face is Face.LEFT:
            self.work_wanted.emit()
        else:
            note = shown.note
            self.do(lambda: self.calls.close(note), self._closed)

    def type_note(self, note: str) -> None:
        """The note to the next person, kept at every key."""
        self.shown = replace(self.shown, note=note)

    def print_page(self) -> None:
        """Ctrl+P: the page as it stands on the screen."""
        shift = self.shown.on_paper
        if shift is not None and not self.shown.busy:
            work = partial(self.calls.print_page, shift)
            self.do(work, lambda _: self.remarked.emit(Remark.PRINTED), lane="files")

    def _closed(self, _shift: Shift) -> None:
        self.tell(note="")
        self.work_wanted.emit()
        self.remarked.emit(Remark.CLOSED)  # said on the page that is in sight then

    def do(self, work: Callable[[], object], done: Callable[..., None], lane: str = "store") -> None:
        """One act, off the window's thread; then everything is read anew."""
        if self.shown.busy:
            return
        self.tell(busy=True, trouble=None)

        def finished(answer: object) -> None:
            self.tell(busy=False)
            done(answer)
            self.refresh()

        self._jobs.run(self, work, finished, self._failed, lane)

    def _arrived(self, page: ShiftPage) -> None:
        self.tell(page=page)

    def _failed(self, error: Exception) -> None:
        self.tell(busy=False)
        if not isinstance(error, DeskError):
            raise error
        if error.code != "shift_open_already":  # then what was left is shown, and that is what was asked for
            self.tell(trouble=error)
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        if self._in_sight and changes.kinds & {Stream.CASE, Stream.CUSTODY, Stream.SHIFT}:
            self.refresh()

    def tell(self, **changes: object) -> None:
        """Change what is shown."""
        self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self.pictured.emit(self.shown)


class ShiftOriginals(QObject):
    """Giving originals back, or leaving them with somebody, so that the counter can close."""

    def __init__(self, shift: ShiftPresenter) -> None:
        super().__init__(shift)
        self._shift = shift

    def ask(self, act: OriginalAct, one: Blocking) -> None:
        """Into whose hands an original goes."""
        original = one.original
        self._shift.tell(asking=OriginalAsk(act, one.case, original.row, original.name), trouble=None)

    def drop_question(self) -> bool:
        """Esc; False when nothing was asked."""
        if self._shift.shown.asking is None:
            return False
        self._shift.tell(asking=None, trouble=None)
        return True

    def answer(self, answer: OriginalAnswer) -> None:
        """It was said."""
        given = answer.ask.act is OriginalAct.GIVE_BACK
        remark = Remark.GIVEN_BACK if given else Remark.HANDED_ON

        def done(_: None) -> None:
            self._shift.tell(asking=None)
            self._shift.remarked.emit(remark)

        self._shift.do(partial(self._shift.calls.original, answer), done)
