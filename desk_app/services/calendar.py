"""The site's own calendar: years it brings in, days it closes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid5

from desk_app.domain.calendar import Calendar
from desk_app.domain.errors import NotAllowed
from desk_app.domain.site_acts import CalendarEdited
from desk_app.domain.sites import Clerk, Right

if TYPE_CHECKING:
    from desk_app.db.store import Store


def bring_years(store: Store, clerk: Clerk, brought: Calendar, now: datetime) -> tuple[int, ...]:
    """Record the years of a calendar file; due dates are computed anew from then on. Raises NotAllowed."""
    if not clerk.may(Right.MANAGE_SITE):
        raise NotAllowed("right_missing", right=Right.MANAGE_SITE.value)
    years = tuple(sorted(brought.years))
    days = {day: mark for day, mark in brought.days.items() if day.year in brought.years}
    with store.write(clerk, now) as tx:
        tx.record(CalendarEdited(days, years), uuid5(clerk.site.id, "calendar"))
    return years
