"""A presenter of the cases screen in a world, with what it showed last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.worktime import soon_until
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.cases.filters import Moment
from desk_app.ui.screens.cases.listing import ListShown, RowsRead
from desk_app.ui.screens.cases.presenter import CasesPresenter
from desk_app.ui.screens.cases.rows import Row
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.screens.cases.standing import CaseShown, Done
from tests.ui.screens.cases_world import CALENDAR, ME, NOW, Kept, World
from tests.ui.screens.late_jobs import LateJobs

TODAY = NOW.date()
MOMENT = Moment(TODAY, soon_until(TODAY, CALENDAR), ME)


class Desk:
    """A presenter in a world, with what it showed last."""

    def __init__(self, world: World, parent: QObject, jobs: InlineJobs | None = None) -> None:
        self.world = world
        self.jobs = jobs or InlineJobs()
        self.jobs.setParent(parent)
        self.presenter = CasesPresenter(world.calls(), self.jobs, parent)
        self.rows: list[Row] = []
        self.reads: list[RowsRead] = []
        self.list = ListShown()
        self._case: CaseShown | None = None
        self.done: list[Done] = []
        self.heard: list[tuple[str, object]] = []
        listing, page = self.presenter.listing, self.presenter.page
        listing.replaced.connect(self._replace)
        listing.appended.connect(self._append)
        listing.changed.connect(self._see_list)
        page.session.pictured.connect(self._see_case)
        page.session.done.connect(self.done.append)
        page.opening.connect(lambda what: self.heard.append(("opening", what)))
        page.not_opened.connect(lambda what: self.heard.append(("not_opened", what)))
        page.acts.resume_wanted.connect(lambda what: self.heard.append(("resume", what)))
        self.presenter.case_called.connect(lambda what: self.heard.append(("called", what)))

    def _replace(self, read: RowsRead) -> None:
        self.rows = list(read.rows)
        self.reads.append(read)

    def _append(self, read: RowsRead) -> None:
        self.rows.extend(read.rows)
        self.reads.append(read)

    def _see_list(self, shown: ListShown) -> None:
        self.list = shown

    def _see_case(self, shown: CaseShown | None) -> None:
        self._case = shown

    def case(self) -> CaseShown | None:
        """What the page shows."""
        return self._case

    def see(self) -> CaseShown:
        """What the page shows, of a case."""
        assert self._case is not None
        return self._case

    @property
    def ids(self) -> list[UUID]:
        return [row.id for row in self.rows]

    def said(self, what: str) -> list[object]:
        return [thing for name, thing in self.heard if name == what]


def opened(world: World, owner: QObject, kept: Kept) -> Desk:
    desk = Desk(world, owner)
    desk.presenter.show_case(kept.id)
    return desk


def open_screen(qtbot: QtBot, world: World, size: tuple[int, int], *, late: bool = False) -> CasesScreen:
    """The screen in a window of its own, active, with the keyboard where work begins."""
    jobs = LateJobs() if late else InlineJobs()
    screen = CasesScreen(world.calls(), jobs)
    jobs.setParent(screen)
    screen.setProperty("jobs", jobs)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is screen)
    screen.focus_start()
    return screen


def words_of(widget: QWidget) -> str:
    """Everything that stands on a part of the screen."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def accepted_now(world: World, **more: object) -> Kept:
    """A case accepted a minute ago."""
    kept = world.add("accepted", 0, **more)
    kept.story = [replace(event, at=world.now - timedelta(seconds=60)) for event in kept.story]
    return kept
