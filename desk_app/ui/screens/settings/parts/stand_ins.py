"""AB岗 in the settings: given to somebody for some days, ended early."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import InputError
from desk_app.domain.stand_ins import StandIn
from desk_app.ui.screens.cases.doing.days import day_said
from desk_app.ui.screens.settings.parts.people import PeoplePart
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import Said


class StandInsPart(QObject):
    """Of the account that is chosen among the people."""

    given = Signal()
    """A period was given: its form begins afresh."""

    def __init__(self, session: SettingsSession, people: PeoplePart) -> None:
        super().__init__(session)
        self._session = session
        self._people = people

    def give(self, present: UUID, first: str, last: str) -> None:
        """The days as typed; an empty first day is today."""
        calls, absent = self._session.calls, self._people.chosen
        if absent is None:
            return
        today = calls.today()
        begins, ends = _day(first, today) or today, _day(last, today)
        if ends is None or (first.strip() and _day(first, today) is None):
            self._session.fail(InputError("day_unclear"))
            return
        work = partial(calls.give_stand_in, absent, present, begins, ends)
        self._session.begin(work, self._given)

    def end(self, stand_in: UUID) -> None:
        """Before its last day."""
        work = partial(self._session.calls.end_stand_in, stand_in)
        self._session.begin(work, lambda _nothing: self._session.tell(Said.STAND_IN_ENDED))

    def periods(self) -> tuple[StandIn, ...]:
        """Those that have not gone by."""
        return self._session.calls.stand_ins()

    def _given(self, _nothing: None) -> None:
        self._session.tell(Said.STAND_IN_GIVEN)
        self.given.emit()


def _day(text: str, today: date) -> date | None:
    return day_said(text, today) if text.strip() else None
