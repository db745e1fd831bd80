"""The strip that asks: a case already open, a second card, a full desk, a lane to be cleared."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.identity import check_resident_id
from desk_app.ui.screens.intake import editing, fields
from desk_app.ui.screens.intake.finding import Finder
from desk_app.ui.screens.intake.lane_moves import LaneMoves
from desk_app.ui.screens.intake.lanes import ClearStrip, FullStrip, Lane, OpenCaseStrip, SecondIdStrip
from desk_app.ui.screens.intake.session import STRIP, Session, without_strip


class Questions(QObject):
    """Asks before anything could be overwritten, doubled or dropped."""

    case_wanted = Signal(object)
    """Case: open its page."""

    def __init__(self, session: Session, moves: LaneMoves, finder: Finder) -> None:
        super().__init__(session)
        self._session = session
        self._moves = moves
        self._finder = finder

    def scan(self, text: str) -> bool:
        """A card or code was read. True when it was a number this screen takes."""
        lane = self._session.lane
        found = check_resident_id(text, self._session.today())
        if lane is None or not found.valid:
            return False
        number = found.normalised
        if lane.field == fields.PROXY_ID and not lane.form.proxy.id_number:
            self._take_as_proxy(lane, number)
        elif not lane.form.applicant.id_number.strip():
            self._take(lane, number)
        elif not self._same(lane, number):
            self._session.put(replace(lane, strip=SecondIdStrip(number)))
            self._session.go(STRIP)
        return True

    def _same(self, lane: Lane, number: str) -> bool:
        """The card of the citizen at the counter again: nothing to ask."""
        found = fields.check(lane.form, fields.ID_NUMBER, self._session.today())
        return found is not None and found.normalised == number

    def _take(self, lane: Lane, number: str) -> None:
        filled = editing.typed(lane, fields.ID_NUMBER, number, len(number))
        filled = replace(filled, veiled=lane.veiled | {fields.ID_NUMBER})
        self._session.put(filled)
        self._finder.ask_history(filled)

    def _take_as_proxy(self, lane: Lane, number: str) -> None:
        proxied = editing.with_proxy_number(lane, number)
        self._session.put(proxied)
        self._session.go(fields.first_empty_required(proxied.form))

    def ask_clear(self) -> None:
        """清空: ask first."""
        lane = self._session.lane
        if lane is not None:
            self._session.put(replace(lane, strip=ClearStrip()))
            self._session.go(STRIP)

    def answer(self, nth: int) -> bool:
        """Enter is 1, Alt+2 is 2, Alt+3 is 3. False when there is nothing to answer, or no such answer."""
        lane = self._session.lane
        if lane is None or lane.strip is None:
            return False
        match lane.strip:
            case OpenCaseStrip(case):
                return self._open_case(lane, case, nth)
            case SecondIdStrip(number):
                return self._second_id(lane, number, nth)
            case ClearStrip():
                return self._clear(lane, nth)
            case FullStrip():
                return self.dismiss()

    def dismiss(self) -> bool:
        """Esc: leave everything as it is."""
        lane = self._session.lane
        if lane is None or lane.strip is None:
            return False
        self._session.put(without_strip(lane))
        self._return(lane)
        return True

    def _return(self, lane: Lane) -> None:
        if isinstance(lane.strip, OpenCaseStrip):
            self._session.go(fields.first_empty_required(lane.form))
        else:
            self._session.go(lane.field or fields.ID_NUMBER, lane.position)

    def _open_case(self, lane: Lane, case: Case, nth: int) -> bool:
        if nth == 2:
            return self.dismiss()
        if nth != 1:
            return False
        if case.state is CaseState.NOTICED:
            self._moves.go_on_with(case)
        else:
            self._session.put(without_strip(lane))
            self._moves.hold()
            self.case_wanted.emit(case)
        return True

    def _second_id(self, lane: Lane, number: str, nth: int) -> bool:
        if nth not in (1, 2, 3):
            return False
        self._session.put(without_strip(lane))
        if nth == 1:
            self._moves.open_person(number)
        elif nth == 2:
            self._take_as_proxy(lane, number)
        else:
            other = editing.with_other_applicant(lane, number)
            self._session.put(other)
            self._session.cursor_wanted.emit(fields.ID_NUMBER, 0)
            self._finder.ask_history(other)
        return True

    def _clear(self, lane: Lane, nth: int) -> bool:
        if nth == 2:
            return self.dismiss()
        if nth != 1:
            return False
        self._moves.clear()
        return True
