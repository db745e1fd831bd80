"""The hand-over screen put together: what the view wishes, what the presenter decides."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desk_app.domain.errors import IllegalMove
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.handover.asking import OtherActs
from desk_app.ui.screens.handover.calls import HandoverCalls
from desk_app.ui.screens.handover.presenter import HandoverPresenter
from desk_app.ui.screens.handover.shown import HandoverShown
from desk_app.ui.screens.handover.view import HandoverView


class HandoverScreen(HandoverView):
    """A Screen with its presenter. ``told`` and ``unprinted`` are for the window."""

    told = Signal(str)
    unprinted = Signal(object, str)
    """(Batch, what is wrong)"""

    def __init__(self, calls: HandoverCalls, jobs: Jobs) -> None:
        super().__init__(calls.now)
        self.presenter = HandoverPresenter(calls, jobs, self)
        self.others = OtherActs(self.presenter)
        self.back_asked = self.presenter.back
        session = self.presenter.session
        session.pictured.connect(self.show_all)
        session.pictured.connect(self._show_problem)
        session.field_wanted.connect(self.focus_start)
        session.done.connect(self.told)
        session.unprinted.connect(self.unprinted)
        self._problem: object = None
        self._join_keys()
        self._join_field()
        self._join_panes()

    def _join_keys(self) -> None:
        presenter, others = self.presenter, self.others
        self.shown_again.connect(presenter.list.refresh)
        self.refresh_requested.connect(presenter.list.refresh)
        self.primary_requested.connect(presenter.primary)
        self.new_requested.connect(presenter.sending.begin)
        self.by_hand_requested.connect(presenter.by_hand)
        self.more_requested.connect(others.more)
        self.differ_requested.connect(others.differ)
        self.reprint_requested.connect(presenter.reprint)
        self.step_requested.connect(presenter.list.step)
        self.picked.connect(others.pick)

    def _join_field(self) -> None:
        line, presenter = self.scan.line, self.presenter
        line.given.connect(self._given)
        line.entered.connect(presenter.enter)
        line.moved.connect(presenter.move)
        line.removed.connect(presenter.remove)
        line.textEdited.connect(presenter.filter)

    def _join_panes(self) -> None:
        presenter, tallying = self.presenter, self.presenter.tallying
        self.batches.list.chosen.connect(presenter.list.choose)
        self.lines.reached.connect(lambda key: presenter.session.change(current=key))
        self.lines.taken.connect(presenter.enter)
        self.strip.remove_requested.connect(presenter.remove)
        self.strip.by_hand_requested.connect(presenter.by_hand)
        self.strip.more_requested.connect(self.others.more)
        self.strip.more.picked.connect(self.others.begin)
        self.strip.more.answered.connect(self.others.answer)
        self.way.form.changed.connect(presenter.sending.choose_way)
        self.way.form.done.connect(self._way_done)
        self.gaps.noted.connect(tallying.note)
        self.gaps.handled.connect(tallying.handle)
        self.gaps.remark_given.connect(lambda text: tallying.say(remark=text))
        self.gaps.signer_given.connect(lambda text: tallying.say(signed_by=text))
        self.gaps.field_wanted.connect(self.focus_start)
        self.gaps.back.clicked.connect(self.others.return_all)
        self.others.gap_wanted.connect(self.gaps.focus_gap)

    def _way_done(self) -> None:
        """Enter behind the last field: a new bag is opened; one being filled goes on with scanning."""
        if self.presenter.session.shown.new:
            self.primary()
        else:
            self.focus_start()

    def _given(self, text: str) -> None:
        """A number was typed: a list that is narrowed takes the row at hand, elsewhere it is a scan."""
        self.scan.line.clear()
        if self.presenter.session.shown.ready is not None:
            self.presenter.enter()
        else:
            self.presenter.scan(text)

    def _show_problem(self, shown: HandoverShown) -> None:
        """Once for each trouble: the keyboard goes where it is mended."""
        if shown.trouble is self._problem:
            return
        self._problem = shown.trouble
        if isinstance(shown.trouble, IllegalMove) and shown.trouble.code == "part_needed":
            part = str(shown.trouble.params.get("part", ""))
            if part == "express":
                self.way.form.express.line.setFocus()
            else:
                self.gaps.show_problem(part)
