"""What projecting needs besides the entries: the calendar, and the secret of the id hash."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.db.rows import Row
from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.clocks import case_deadlines, case_due, deadlines_from, notice_deadline
from desk_app.domain.identity import IdType
from desk_app.domain.people import id_key
from desk_app.domain.worktime import Deadlines, local_day

Rows = list[tuple[str, Row]]
"""Rows of one stream, each with the name of its table."""

_Limits = tuple[TimeLimit, TimeLimit, date]


@dataclass(frozen=True, slots=True)
class Dues:
    """The dates a case's row shows."""

    due: date | None
    promised: date | None
    statutory: date | None


@dataclass(slots=True)
class Rules:
    """Shared by every fold of one store; many cases of a day have the same limits, so dates are kept."""

    calendar: Calendar
    id_secret: bytes
    _deadlines: dict[_Limits, Deadlines] = field(default_factory=dict)
    _notices: dict[date, date | None] = field(default_factory=dict)

    def id_key(self, id_type: IdType, id_number: str) -> bytes:
        """The keyed hash a person is matched by."""
        return id_key(self.id_secret, id_type, id_number)

    def dues(self, case: Case) -> Dues:
        """The dates of a case, as :func:`desk_app.domain.clocks.case_due` and its siblings give them."""
        # A case with pauses, extensions or rounds has dates of its own; most have none and share theirs.
        lived = case.life is not None
        found = case_deadlines(case, self.calendar) if lived else self._limits(case)
        promised = found.promised.due if found.promised else None
        statutory = found.statutory.due if found.statutory else None
        due = case_due(case, self.calendar) if lived else self._due(case, found)
        return Dues(due, promised, statutory)

    def _due(self, case: Case, found: Deadlines) -> date | None:
        if case.state is CaseState.RECEIVED and case.received_at is not None:
            return self._notice(local_day(case.received_at))
        governing = found.governing
        return governing.due if governing is not None and case.open else None

    def _limits(self, case: Case) -> Deadlines:
        if case.accepted_at is None:
            return Deadlines(None, None)
        wanted = (case.item.promised, case.item.statutory, local_day(case.accepted_at))
        if wanted not in self._deadlines:
            self._deadlines[wanted] = deadlines_from(*wanted, self.calendar)
        return self._deadlines[wanted]

    def _notice(self, received: date) -> date | None:
        if received not in self._notices:
            self._notices[received] = notice_deadline(received, self.calendar).due
        return self._notices[received]


State = Any
"""What a fold carries from entry to entry; each projection has its own."""
