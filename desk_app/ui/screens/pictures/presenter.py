"""The presenter of the pictures of one case: which case, which picture. Its acts stand as attributes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.pictures.acts import Adding, Arrivals, Keeping, Mending
from desk_app.ui.screens.pictures.calls import PagePixels, PictureCalls, PicturesLoaded
from desk_app.ui.screens.pictures.session import LANE, PicturesSession
from desk_app.ui.screens.pictures.shown import Asking, PicturesShown, slots_of


class PicturesPresenter(QObject):
    """Opens a case's pictures, shows the one at hand, adds, grades and takes away."""

    praised = Signal(str, int)
    """A picture went into the slot of this name; pages."""

    def __init__(self, calls: PictureCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = PicturesSession(calls, jobs, self)
        self.adding, self.keeping, self.mending = Adding(self), Keeping(self), Mending(self)
        self.arrivals = Arrivals(self, self.adding, self)
        self._painted: UUID | None = None
        self._wanted: UUID | None = None
        self._line: UUID | None = None

    @property
    def shown(self) -> PicturesShown | None:
        """What is on the page."""
        return self.session.shown

    def open(self, case_id: UUID, line: UUID | None = None) -> None:
        """Show the pictures of a case."""
        session = self.session
        session.shown, self._painted, self._wanted = None, None, case_id
        self._line = line
        session.pictured.emit(None)
        session.jobs.run(
            self, partial(session.calls.load, case_id), self._loaded, self._unreadable, lane=LANE, key="load"
        )

    def _unreadable(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.session.fail(error)

    def come_back(self) -> None:
        """In sight again after a lock: the same case, read anew."""
        if self.shown is None and self._wanted is not None:
            self.open(self._wanted)

    def refresh(self) -> None:
        """F5: read anew, what is at hand stays."""
        if self.shown is not None:
            self.session.ask(self.session.calls.load, self._loaded, "load")

    def forget(self) -> None:
        """The screen is locked: keep no picture of anybody, only which case it was."""
        self._painted = None
        self.session.shown = None
        self.session.pictured.emit(None)

    def _loaded(self, loaded: PicturesLoaded) -> None:
        if loaded.case.id != self._wanted:
            return
        session, slots = self.session, slots_of(loaded)
        before = session.shown or PicturesShown(loaded.case, slots, self._line)
        session.shown = replace(
            before,
            case=loaded.case,
            slots=slots,
            watching=session.calls.watching(),
            camera=session.calls.camera is not None,
        )
        if session.shown.slot is None:
            first = slots[0].key if slots else None
            session.shown = replace(session.shown, line=first)
        session.pictured.emit(session.shown)
        self._show_item()

    def choose(self, line: UUID | None) -> None:
        """Another line has the keys."""
        if self.shown is not None and line != self.shown.line:
            self.session.put(line=line, trouble=None, cutting=None)
            self._show_item()

    def _show_item(self) -> None:
        item = self.shown.item if self.shown else None
        if item is None:
            self._painted = None
            self.session.put(pages=(), page=0, loading=False)
        elif item.id != self._painted:
            self._painted = item.id
            self.session.put(pages=(), page=0, loading=True)
            done = partial(self._paint, item.id)
            self.session.ask(lambda case: self.session.calls.pages(case, item.id), done, "pages")

    def _paint(self, item_id: UUID, pages: tuple[PagePixels, ...]) -> None:
        if self.shown is not None and self.shown.item is not None and self.shown.item.id == item_id:
            self.session.put(pages=pages, page=0, loading=False)

    def turn_page(self, step: int) -> None:
        """PgUp, PgDn."""
        if self.shown is not None and self.shown.pages:
            at = min(max(self.shown.page + step, 0), len(self.shown.pages) - 1)
            self.session.put(page=at)

    def again(self) -> None:
        """The picture at hand is another, or has other words on it."""
        self._painted = None
        self.refresh()

    def drop_question(self) -> bool:
        """Esc, from the inside out; False when there is nothing to drop."""
        shown = self.shown
        if shown is None:
            return False
        if shown.cutting is not None:
            self.session.put(cutting=None)
        elif shown.asking is not Asking.NOTHING:
            self.session.put(asking=Asking.NOTHING, trouble=None)
        elif shown.waiting:
            self.arrivals.pass_over()
        else:
            return False
        return True
