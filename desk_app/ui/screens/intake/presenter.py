"""The decisions of the intake screen. Its parts stand as attributes, each with one thought of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from desk_app.domain.cases import Acting, MaterialState
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.intake import editing, fields
from desk_app.ui.screens.intake.calls import IntakeCalls
from desk_app.ui.screens.intake.cards import Cards
from desk_app.ui.screens.intake.finding import Finder
from desk_app.ui.screens.intake.lane_moves import LaneMoves
from desk_app.ui.screens.intake.lanes import Lane
from desk_app.ui.screens.intake.questions import Questions
from desk_app.ui.screens.intake.restoring import Restoring
from desk_app.ui.screens.intake.revealing import Revealing
from desk_app.ui.screens.intake.saving import Autosave, Previews
from desk_app.ui.screens.intake.session import Session
from desk_app.ui.screens.intake.submission import Submission


class IntakePresenter(QObject):
    """What typing, marking and picking do to the lane on the screen.

    ``moves`` opens and recalls lanes, ``questions`` asks in the strip and takes scans, ``cards`` fills in
    what a card says, ``submission`` commits
    and takes back, ``restoring`` brings drafts back, ``revealing`` shows a full number while a key is held,
    ``autosave`` and ``previews`` work by themselves. ``session`` carries the signals the view
    listens to: ``pictured``, ``tabs_changed``, ``cursor_wanted``, ``failed``.
    """

    def __init__(self, calls: IntakeCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session(calls, jobs, self)
        self.autosave = Autosave(self.session)
        self.previews = Previews(self.session)
        self._finder = Finder(self.session)
        self.moves = LaneMoves(self.session, self.autosave, self._finder)
        self.questions = Questions(self.session, self.moves, self._finder)
        self.cards = Cards(self.session, self.questions)
        self.submission = Submission(self.session, self.autosave)
        self.restoring = Restoring(self.session, self.moves)
        self.revealing = Revealing(self.session)
        self.submission.committed.connect(self._desk_is_free)

    def _desk_is_free(self) -> None:
        """The cursor goes back to where everything starts, unless another citizen is on the screen."""
        if self.session.lanes.current is None:
            self.moves.command_box_wanted.emit()

    def typed(self, name: str, text: str, position: int) -> None:
        """A key changed a box. A whole number that holds moves on by itself."""
        lane = self.session.lane
        if lane is None:
            self.session.refresh()
            return
        lane = editing.typed(lane, name, text, position)
        self.session.put(lane)
        if name == fields.ID_NUMBER and fields.whole(lane.form, name, self.session.today()):
            self._finder.ask_history(lane)
        elif name == fields.PROXY_ID and fields.whole(lane.form, name, self.session.today()):
            self.advance(name)
        else:
            self._finder.suggest(lane, name)

    def entered(self, name: str, position: int) -> None:
        """The cursor came into a place, or moved in it."""
        lane = self.session.lane
        if lane is not None and lane.form.cursor != f"{name}:{position}":
            self.session.put(editing.entered(lane, name, position))

    def left(self, name: str) -> None:
        """The cursor left a place: tidy, judge and save it."""
        lane = self.session.lane
        if lane is None:
            return
        lane = editing.left(lane, name, self.session.today())
        self.session.put(lane)
        if name == fields.ID_NUMBER:
            self._finder.ask_history(lane)
        self.autosave.now()

    def advance(self, name: str) -> None:
        """Enter in a box: the next place."""
        self.left(name)
        lane = self.session.lane
        if lane is not None and lane.field == name:
            item = self.session.item_of(lane)
            extra = tuple(f.name for f in self.session.calls.item_fields(item)) if item else ()
            self.session.go(fields.after(name, fields.order(lane.form, extra)))

    def chose(self, name: str, value: str) -> None:
        """One of a few fixed answers was picked (由谁来办, relation, mandate, kind of paper)."""
        lane = self.session.lane
        if lane is not None:
            self.session.put(editing.chose(lane, name, value))
            self.autosave.now()

    def mark(self, number: int, state: MaterialState) -> None:
        """Y F D R Q, or a click on one of the five parts."""
        lane = self.session.lane
        item = self.session.item_of(lane) if lane else None
        if lane is not None and item is not None:
            self.session.put(editing.marked(lane, item, number, state))
            self.autosave.now()

    def reason(self, number: int, text: str) -> None:
        """Why a paper is missing or comes later."""
        lane = self.session.lane
        if lane is not None:
            self.session.put(editing.reasoned(lane, number, text))

    def pick_row(self, number: int) -> None:
        """A row of the paper list has the keys."""
        lane = self.session.lane
        if lane is not None and lane.row != number:
            self.session.put(replace(lane, row=number))

    def take_all(self) -> None:
        """F4: all rows not looked at are here; the keys go to the list, where exceptions are marked."""
        lane = self.session.lane
        item = self.session.item_of(lane) if lane else None
        if lane is not None and item is not None:
            self.session.put(editing.taken_all(lane, item))
            self.autosave.now()
            self.session.go(fields.MATERIALS)

    def promise(self, day: date) -> None:
        """Until when the deferred papers are promised."""
        lane = self.session.lane
        if lane is not None:
            self.session.put(replace(lane, form=replace(lane.form, promise_by=day)))

    def choose(self, nth: int) -> bool:
        """Alt+n: the n-th answer of what is asked or offered now. False when nothing is."""
        lane = self.session.lane
        if lane is None:
            return False
        if lane.strip is not None:
            return self.questions.answer(nth)
        if nth <= len(lane.found):
            self._take_person(lane, nth)
            return True
        offered = lane.history.household if lane.form.acting is Acting.PROXY and lane.form.proxy.empty else ()
        if nth <= len(offered):
            proxied = editing.with_proxy(lane, offered[nth - 1])
            self.session.put(proxied)
            self.session.go(fields.MANDATE)
            return True
        return False

    def _take_person(self, lane: Lane, nth: int) -> None:
        taken = editing.with_person(lane, lane.found[nth - 1]).at(fields.ID_NUMBER)
        self.session.put(taken)
        self._finder.ask_history(taken)
