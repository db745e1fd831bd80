"""Doing what the move table allows: ask for what an act needs, make its event, put it on record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desk_app.domain.case_ends import LineSaid
from desk_app.domain.cases import CaseEvent
from desk_app.domain.errors import DeskError
from desk_app.domain.moves import MOVES, Act
from desk_app.ui.screens.cases.acts import CaseActs
from desk_app.ui.screens.cases.calls import Approval
from desk_app.ui.screens.cases.case_session import CaseSession
from desk_app.ui.screens.cases.doing.asks import Answers, AskKind, Facts
from desk_app.ui.screens.cases.doing.events import event_of, told_events
from desk_app.ui.screens.cases.doing.forms import form_for
from desk_app.ui.screens.cases.doing.likely import MARGIN
from desk_app.ui.screens.cases.doing.notes import events_of
from desk_app.ui.screens.cases.standing import Asking, CaseShown, Done

_ACTS = {move.event: move.act for move in MOVES}


class CaseDoing(QObject):
    """The acts of the move table on the open case."""

    def __init__(self, session: CaseSession, acts: CaseActs) -> None:
        super().__init__(session)
        self._session = session
        self._acts = acts
        acts.act_wanted.connect(self.begin)

    def more(self) -> None:
        """F10: which other act; again puts the list away."""
        shown = self._session.shown
        if shown is None or not shown.others:
            return
        asking = Asking.NOTHING if shown.asking is Asking.MORE else Asking.MORE
        self._session.change(shown.case.id, asking=asking, form=None, trouble=None)

    def pick(self, nth: int) -> None:
        """Alt+n while the list is open."""
        shown = self._session.shown
        if shown is not None and shown.asking is Asking.MORE and nth <= len(shown.others):
            self.begin(shown.others[nth - 1])

    def begin(self, act: Act) -> None:
        """Ask for what an act needs; one that needs nothing is done at once."""
        shown = self._session.shown
        if shown is None or act not in shown.view.acts or shown.busy:
            return
        form = form_for(act, self._facts(shown))
        if form.asks:
            self._session.change(shown.case.id, asking=Asking.ACT, form=form, trouble=None)
            return
        self._record(shown, (event_of(form, Answers(), shown.case, self._session.calls.now()),))

    def answer(self, answers: Answers) -> None:
        """What the act in hand asked for was filled in."""
        shown = self._session.shown
        if shown is None or shown.form is None:
            return
        try:
            events = told_events(shown.form, answers, shown.case, self._session.calls.now())
        except DeskError as refused:
            self._session.change(shown.case.id, trouble=refused)
            return
        approving = next((ask for ask in shown.form.asks if ask.kind is AskKind.APPROVER), None)
        approver = getattr(events[-1], "approver", None)
        agreed = Approval(approver, answers.password) if approving and approver else None
        self._record(shown, events, agreed)

    def note(self, line: str) -> None:
        """The note line: a note, a call, tags."""
        shown = self._session.shown
        if shown is None:
            return
        now, today = self._session.calls.now(), shown.moment.today
        try:
            events = events_of(line, today, now)
        except DeskError as refused:
            self._session.change(shown.case.id, trouble=refused)
            return
        if events:
            self._record(shown, events)

    def said(self) -> None:
        """The telephone sentence was copied: that it was said is put on record (B25)."""
        shown = self._session.shown
        if shown is not None and shown.view.line is not None and Act.SAY_LINE in shown.view.acts:
            self._record(shown, (LineSaid(shown.view.line.line.value, self._session.calls.now()),))

    def _facts(self, shown: CaseShown) -> Facts:
        calls, view, moment = self._session.calls, shown.view, shown.moment
        due = shown.due.due if shown.due else None
        return Facts(
            view.case, moment.today, due, moment.me, view.approvers, calls.working_day, calls.promise_limit
        )

    def _record(
        self, shown: CaseShown, events: tuple[CaseEvent, ...], agreed: Approval | None = None
    ) -> None:
        work = partial(self._session.calls.act, shown.case.id, events, agreed)
        acts = tuple(_ACTS[type(event)] for event in events)
        acts = tuple(act for act in acts if act not in MARGIN) or acts  # a note beside an act says why

        def done() -> Done:
            printed = work()
            return Done(shown.case.number, printed.papers, acts=acts, problem=printed.problem)

        self._acts.run(shown, done)
