"""What projecting needs besides the entries: the calendar, and the secret of the id hash."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.db.rows import Row
from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.clocks import case_deadlines, case_due
from desk_app.domain.errors import InputError
from desk_app.domain.identity import IdType
from desk_app.domain.people import id_key
from desk_app.domain.worktime import local_day

Rows = list[tuple[str, Row]]
"""Rows of one stream, each with the name of its table."""

_Clock = tuple[TimeLimit, TimeLimit, CaseState, date | None, date | None]


@dataclass(frozen=True, slots=True)
class Dues:
    """The dates a case's row shows."""

    due: date | None
    promised: date | None
    statutory: date | None


@dataclass(slots=True)
class Rules:
    """Shared by every fold of one store."""

    calendar: Calendar
    id_secret: bytes
    _kept: dict[_Clock, Dues] = field(default_factory=dict)
    """Many cases of a day have the same limits and stand where the others stand: counted once."""

    def id_key(self, id_type: IdType, id_number: str) -> bytes:
        """The keyed hash a person is matched by."""
        return id_key(self.id_secret, id_type, id_number)

    def dues(self, case: Case) -> Dues:
        """The dates of a case, as :mod:`desk_app.domain.clocks` counts them."""
        if case.life is not None:  # pauses and extensions are a case's own
            return self._counted(case)
        received = None if case.received_at is None else local_day(case.received_at)
        accepted = None if case.accepted_at is None else local_day(case.accepted_at)
        clock = (case.item.promised, case.item.statutory, case.state, received, accepted)
        if clock not in self._kept:
            self._kept[clock] = self._counted(case)
        return self._kept[clock]

    def _counted(self, case: Case) -> Dues:
        """None of them where they cannot be counted: a date of another age, a limit of a thousand years."""
        try:
            return self._count(case)
        except (InputError, OverflowError):
            return Dues(None, None, None)

    def _count(self, case: Case) -> Dues:
        found = case_deadlines(case, self.calendar)
        promised = found.promised.due if found.promised else None
        statutory = found.statutory.due if found.statutory else None
        return Dues(case_due(case, self.calendar), promised, statutory)


State = Any
"""What a fold carries from entry to entry; each projection has its own."""
