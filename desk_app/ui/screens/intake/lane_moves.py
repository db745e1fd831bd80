"""Opening, holding, recalling and closing lanes; nothing typed is lost on the way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desk_app.domain.cases import Case
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm
from desk_app.domain.people import Party
from desk_app.domain.prefill import prefill, resume
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.calls import IntakeCalls
from desk_app.ui.screens.intake.finding import Finder
from desk_app.ui.screens.intake.lanes import FullStrip, Lane, Lanes
from desk_app.ui.screens.intake.saving import Autosave
from desk_app.ui.screens.intake.session import STRIP, Session


class LaneMoves(QObject):
    """Which citizen is on the screen."""

    command_box_wanted = Signal()
    """The desk is free: the cursor goes back to where everything starts."""
    item_wanted = Signal(str)
    """(number of the applicant or "") an item has to be picked for the lane on the screen."""
    full = Signal()
    """Five are taken: finish one first."""
    opened = Signal()
    """A lane is on the screen: the intake page has to be shown."""

    def __init__(self, session: Session, autosave: Autosave, finder: Finder) -> None:
        super().__init__(session)
        self._session = session
        self._autosave = autosave
        self._finder = finder
        self.last_item = ""
        """The item of the last intake, for Ctrl+R."""

    def start(self, item_id: str, id_number: str = "", id_type: IdType = IdType.RESIDENT_ID) -> bool:
        """Begin with an item, and a person when one was found first. False when all lanes are taken.

        An untouched lane, or one that waits for its item, is used before a new one is opened.
        """
        lane = self._session.lane
        if lane is not None and not id_number and (lane.blank or not lane.form.item_id):
            self.set_item(item_id)
            self.opened.emit()
            return True
        if not self._open(
            _new_form(self._session.calls, item_id, Party(id_type=id_type, id_number=id_number))
        ):
            return False
        self._session.go(fields.ID_NUMBER)
        lane = self._session.lane
        if id_number and lane is not None:
            self._finder.ask_history(lane)
        return True

    def _open(self, form: IntakeForm) -> bool:
        self._autosave.now()
        session = self._session
        if session.lanes.full:
            self._say_full()
            return False
        veiled = frozenset({fields.ID_NUMBER}) if form.applicant.id_number else frozenset()
        self.last_item = form.item_id or self.last_item
        session.move(session.lanes.opened(Lane(form, veiled=veiled), session.calls.now()))
        self.opened.emit()
        return True

    def _say_full(self) -> None:
        lane = self._session.lane
        if lane is not None:
            self._session.put(replace(lane, strip=FullStrip()))
            self._session.go(STRIP)
        self.full.emit()

    def open_person(self, id_number: str) -> bool:
        """Hold what is on the screen and take the next citizen, whose item is still to be picked."""
        if not self.start("", id_number):
            return False
        self.item_wanted.emit(id_number)
        return True

    def ask_item(self) -> None:
        """F3: let another item be picked for the lane on the screen."""
        lane = self._session.lane
        if lane is not None:
            self.item_wanted.emit(lane.form.applicant.id_number)

    def set_item(self, item_id: str) -> None:
        """Another item for the same person. Marks of the old item's papers do not carry over."""
        lane = self._session.lane
        if lane is None or lane.form.item_id == item_id:
            return
        item = self._session.calls.offered(item_id)
        form = replace(
            lane.form,
            item_id=item_id,
            release=item.release if item else "",
            marks={},
            fields={},
            promise_by=None,
            unconfirmed={name: on for name, on in lane.form.unconfirmed.items() if "." not in name},
        )
        self.last_item = item_id
        self._session.put(replace(lane, form=prefill(form, lane.history), row=0, release_changed=False))
        place = fields.first_empty_required(form)
        self._session.go(place)

    def again(self) -> None:
        """Ctrl+R: the same item for the next person. Nothing of the last person comes along."""
        lane = self._session.lane
        item_id = lane.form.item_id if lane is not None else self.last_item
        if item_id:
            self.start(item_id)

    def hold(self) -> None:
        """Ctrl+H: put aside and be free for the next one. A lane nobody typed into is not worth a tab."""
        lane = self._session.lane
        if lane is None:
            return
        if lane.blank:
            self.close()
            return
        self._autosave.now()
        self._session.move(self._session.lanes.held(self._session.calls.now()))
        self.command_box_wanted.emit()

    def show(self, at: int) -> None:
        """Recall a lane, to the very place the clerk was in."""
        self._arrive(self._session.lanes.shown(at, self._session.calls.now()))

    def step(self, by: int) -> None:
        """Ctrl+Tab: the next (1) or previous (-1) lane."""
        self._arrive(self._session.lanes.stepped(by, self._session.calls.now()))

    def _arrive(self, lanes: Lanes) -> None:
        if lanes == self._session.lanes or lanes.lane is None:
            return
        self._autosave.now()
        self._session.move(lanes)
        self.opened.emit()
        lane = lanes.lane
        self._session.cursor_wanted.emit(lane.field or fields.ID_NUMBER, lane.position)
        self._session.edited.emit()

    def close(self) -> None:
        """Done with this lane: its draft is forgotten."""
        lane = self._session.lane
        if lane is None or self._session.lanes.current is None:
            return
        self._autosave.drop(lane.id)
        self._session.move(self._session.lanes.closed(self._session.lanes.current))
        self.command_box_wanted.emit()

    def clear(self) -> None:
        """Begin this lane anew with the same item; the form gets an id of its own."""
        lane = self._session.lane
        if lane is None:
            return
        self._autosave.drop(lane.id)
        self._session.put(Lane(_new_form(self._session.calls, lane.form.item_id, Party())))
        self._session.go(fields.ID_NUMBER)

    def go_on_with(self, case: Case) -> None:
        """Go on with a case that was told what is missing, in this lane."""
        lane = self._session.lane
        if lane is None:
            return
        self._autosave.drop(lane.id)
        form = resume(lane.form, case)
        self._session.put(replace(lane, form=form, strip=None, veiled=fields.NUMBERS))
        self._session.go(fields.first_empty_required(form))


def _new_form(calls: IntakeCalls, item_id: str, applicant: Party) -> IntakeForm:
    item = calls.offered(item_id)
    return IntakeForm(calls.new_id(), item_id, item.release if item else "", applicant)
