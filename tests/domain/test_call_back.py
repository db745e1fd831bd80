"""A bad rating opens a call-back with a due date (F83)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk_app.domain.case_ends import ContactPlanned
from desk_app.domain.case_life import Satisfaction
from desk_app.domain.cases import CaseState
from desk_app.domain.performing import CALL_BACK_DAYS, perform
from desk_app.domain.worktime import Limit, due_date, local_day
from tests.domain import lives as of

DELIVERED = of.life(CaseState.DELIVERED)


def test_a_bad_rating_opens_a_call_back_with_a_due_date() -> None:
    rated = replace(of.RATED, level=Satisfaction.DISSATISFIED)
    opened = perform(DELIVERED, rated, of.AGENT, of.CALENDAR)
    due = due_date(local_day(rated.at), Limit(CALL_BACK_DAYS), of.CALENDAR).due
    assert opened == (rated, ContactPlanned(due, rated.at))
    assert perform(DELIVERED, of.RATED, of.AGENT, of.CALENDAR) == (of.RATED,)


def test_a_call_that_is_planned_sooner_stands() -> None:
    rated = replace(of.RATED, level=Satisfaction.VERY_DISSATISFIED)
    sooner = of.after(*of.LIVES[CaseState.DELIVERED], replace(of.PLANNED, at=of.day(6)))
    assert perform(sooner, rated, of.AGENT, of.CALENDAR) == (rated,)
    later = of.after(*of.LIVES[CaseState.DELIVERED], replace(of.PLANNED, on=date(2027, 6, 1), at=of.day(6)))
    assert len(perform(later, rated, of.AGENT, of.CALENDAR)) == 2
