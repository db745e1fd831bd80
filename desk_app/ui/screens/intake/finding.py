"""Finding the citizen: history by number, people by name or telephone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.people import Person
from desk_app.domain.prefill import History
from desk_app.ui.screens.intake import editing, fields
from desk_app.ui.screens.intake.lanes import Lane
from desk_app.ui.screens.intake.session import STRIP, Session

_LEAST = {fields.NAME: 2, fields.PHONE: 4}
"""Characters after which asking is worth while: one would find half the town."""


class Finder(QObject):
    """Asks the store who this is, and lays the answer over the lane that asked."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def ask_history(self, lane: Lane) -> None:
        """The number holds: what is known of its bearer? Asked once for each number."""
        found = fields.check(lane.form, fields.ID_NUMBER, self._session.today())
        number = found.normalised if found else ""
        if not number or lane.asked == number:
            return
        self._session.change(lane.id, lambda now: replace(now, asked=number, typed_since=False))
        work = partial(self._session.calls.history, lane.form.applicant.id_type, number)
        done = partial(self._history_came, lane.id, number)
        failed = partial(self._history_failed, lane.id)
        self._session.jobs.run(self, work, done, failed, lane="store", key=f"history:{lane.id}")

    def _history_came(self, form_id: UUID, number: str, history: History) -> None:
        at = self._session.lanes.find(form_id)
        if at is None or self._session.lanes.all[at].asked != number:
            return
        self._session.change(form_id, lambda lane: editing.with_history(lane, history, lane.form.item_id))
        self._move_on(form_id)

    def _history_failed(self, form_id: UUID, error: Exception) -> None:
        self._move_on(form_id)
        self._session.fail(error, form_id)

    def _move_on(self, form_id: UUID) -> None:
        """To the first thing to be done, unless the clerk has gone somewhere else meanwhile."""
        lane = self._session.lane
        if lane is None or lane.id != form_id or lane.field != fields.ID_NUMBER or lane.typed_since:
            return
        self._session.put(editing.left(lane, fields.ID_NUMBER, self._session.today()))
        if lane.strip is not None:
            self._session.go(STRIP)
        else:
            self._session.go(fields.first_empty_required(lane.form))

    def suggest(self, lane: Lane, name: str) -> None:
        """Look for the owner of a name or telephone number that is typed before any id."""
        text = fields.text_of(lane.form, name).strip()
        if lane.form.applicant.id_number or len(text) < _LEAST.get(name, len(text) + 1):
            return
        work = partial(self._session.calls.people, text)
        done = partial(self._people_came, lane.id, name, text)
        self._session.jobs.run(self, work, done, self._session.fail, lane="store", key=f"people:{lane.id}")

    def _people_came(self, form_id: UUID, name: str, text: str, found: tuple[Person, ...]) -> None:
        def offered(lane: Lane) -> Lane:
            still = fields.text_of(lane.form, name).strip() == text and lane.field == name
            return replace(lane, found=found if still else ())

        self._session.change(form_id, offered)
