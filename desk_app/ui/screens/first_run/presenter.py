"""The decisions of the first run: what may follow what, and what is saved when."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.first_run.calls import FirstRunCalls, Step
from desk_app.ui.screens.first_run.items_part import ItemsPart
from desk_app.ui.screens.first_run.people_part import PeoplePart
from desk_app.ui.screens.first_run.printing_part import PrintingPart
from desk_app.ui.screens.first_run.session import FirstRunSession
from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.screens.first_run.site_part import SitePart

STEPS = tuple(Step)


class FirstRunPresenter(QObject):
    """Pages in order. ``session`` carries the signals for the program: ``finished`` and ``demo_ready``."""

    pictured = Signal(object)
    """:class:`Shown`, after every change."""

    def __init__(self, calls: FirstRunCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = FirstRunSession(calls, jobs, self)
        self.site = SitePart(self.session)
        self.people = PeoplePart(self.session)
        self.items = ItemsPart(self.session)
        self.printing = PrintingPart(self.session)
        self.session.changed.connect(lambda: self.pictured.emit(self.picture()))

    def start(self) -> None:
        """Show the page where it was left."""
        self._arrive(self.session.progress.step)

    def _arrive(self, step: Step) -> None:
        self.session.go(step)
        if step is Step.ITEMS:
            self.items.load()
        elif step is Step.PRINTING:
            self.printing.load()

    def next(self) -> None:
        """The primary button of a page."""
        step = self.session.progress.step
        if self.session.busy:
            return
        if step is Step.TRIAL:
            self.finish()
        elif step is Step.PEOPLE and not self.session.progress.made:
            self.people.make()
        elif step is Step.ITEMS:
            self.items.save(lambda: self._arrive(Step.PRINTING))
        elif self._may_leave(step):
            self._arrive(STEPS[STEPS.index(step) + 1])

    def _may_leave(self, step: Step) -> bool:
        if step is Step.SITE:
            return self.site.complete()
        return step is not Step.PEOPLE or self.people.complete()

    def back(self) -> None:
        """Alt+←. Nothing is lost: decisions about items are saved on the way."""
        at = STEPS.index(self.session.progress.step)
        if at and not self.session.busy:
            self.items.save(lambda: self._arrive(STEPS[at - 1]))

    def go(self, step: Step) -> None:
        """A page that was reached before, or the one that comes next."""
        if step is self.session.progress.step or self.session.busy or step not in self.reachable:
            return
        self.items.save(lambda: self._arrive(step))

    @property
    def reachable(self) -> frozenset[Step]:
        """Pages that may be opened now."""
        progress = self.session.progress
        if progress.made and progress.sheet_kept:
            return frozenset(STEPS)
        if progress.made or progress.step is Step.PEOPLE:
            return frozenset({Step.SITE, Step.PEOPLE})
        return frozenset({Step.SITE})

    def leave(self) -> None:
        """The window closes: what was decided about items is saved."""
        if not self.session.busy:
            self.items.save(lambda: None)

    def make_demo(self) -> None:
        """先看演示: a made-up site beside the real one, to be looked at first."""
        session = self.session
        if session.busy:
            return
        session.busy, session.trouble, session.demo = True, None, (0, 0)
        session.changed.emit()
        session.jobs.run_long(
            session,
            session.calls.make_demo,
            self._demo_made,
            self._demo_goes_on,
            session.fail,
            key="demo",
        )

    def _demo_goes_on(self, done: int, total: int) -> None:
        self.session.demo = (done, total)
        self.session.changed.emit()

    def _demo_made(self, _nothing: None) -> None:
        self.session.busy, self.session.demo = False, None
        self.session.changed.emit()
        self.session.demo_ready.emit()

    def finish(self) -> None:
        """开始使用."""
        session = self.session
        if not session.busy:
            session.jobs.run(session, session.calls.finish, self._finished, session.fail, key="progress")

    def _finished(self, _nothing: None) -> None:
        """Nothing is shown any more: the program may have put the page away by now."""
        self.session.finished.emit()

    def picture(self) -> Shown:
        """Everything as it is now."""
        session = self.session
        at = STEPS.index(session.progress.step)
        done = set(STEPS[:at]) | ({Step.SITE} if session.progress.made else set())
        if session.progress.made and session.progress.sheet_kept:
            done.add(Step.PEOPLE)
        return Shown(
            step=session.progress.step,
            done=frozenset(done),
            reachable=self.reachable,
            site=self.site.shown(),
            people=self.people.shown(),
            items=self.items.rows,
            printing=self.printing.shown(),
            busy=session.busy,
            trouble=session.trouble,
            said=session.said,
            demo=session.demo,
            offers_demo=not session.progress.made,
        )
