"""补录: an act that happened on paper is entered later, with its own time (F25, B17).

What is entered so is marked for ever. Its clocks start on the day it was taken in, not on
the day it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desk_app.domain.catalogue import ServiceItem
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import SHANGHAI, local_day

EMERGENCY_HOURS = 24
"""Within how many hours of the act an emergency form is entered (domain.md, A14)."""
FIRST_DAY = date(2000, 1, 1)
"""Where an item does not say since when it is in force: no receipt number is older."""
IN_FORCE_SINCE = "plan_effective_date"
"""计划生效日期 among the further elements of an item (domain.md §1.4)."""


class BackSource(StrEnum):
    """What it was on before it was typed."""

    LEDGER = "ledger"
    """A paper ledger of earlier days: kept apart from the counts of the days' work."""
    EMERGENCY = "emergency"
    """An emergency form of an outage: the day's work, written by hand."""


@dataclass(frozen=True, slots=True)
class BackEntry:
    """Where the paper is that was typed: who doubts a line must find it again."""

    source: BackSource
    book: str = ""
    """册."""
    page: str = ""
    """页."""
    line: str = ""
    """号, as the ledger counts its lines."""

    @property
    def reference(self) -> tuple[str, str, str]:
        """册, 页, 号."""
        return self.book, self.page, self.line


def in_force_since(item: ServiceItem) -> date:
    """The first day somebody can have asked for this item."""
    try:
        return date.fromisoformat(item.elements.get(IN_FORCE_SINCE, ""))
    except ValueError:
        return FIRST_DAY


def require_back_entry(clerk: Clerk, back: BackEntry, item: ServiceItem, at: datetime, now: datetime) -> None:
    """Raise what speaks against entering this act later.

    A ledger of earlier days is entered by who leads the site, because it changes closed months; an emergency
    form by whoever receives.

    Raises:
        NotAllowed: ``right_missing``.
        IllegalMove: ``act_in_future``; ``back_before_item`` for a day on which there was no such item;
            ``back_without_page`` for a ledger line that nobody could find again.
    """
    needed = Right.MANAGE_SITE if back.source is BackSource.LEDGER else Right.RECEIVE
    if not clerk.may(needed):
        raise NotAllowed("right_missing", right=needed.value)
    if at > now:
        raise IllegalMove("act_in_future")
    since = in_force_since(item)
    if local_day(at) < since:
        raise IllegalMove("back_before_item", since=since.isoformat())
    if back.source is BackSource.LEDGER and not (back.book.strip() and back.page.strip()):
        raise IllegalMove("back_without_page")


_WHEN = re.compile(
    r"(?:(?:(?P<year>[0-9]{4})[-./年])?(?P<month>[0-9]{1,2})[-./月](?P<day>[0-9]{1,2})日?)?"
    r"[ T]*(?:(?P<hour>[0-9]{1,2})[:：]?(?P<minute>[0-9]{2}))?"
)


def read_moment(typed: str, now: datetime) -> datetime | None:
    """The moment somebody wrote: 14:30, 1430, 11-24 14:30, 2026-11-24, 2026-11-24 14:30; None for others.

    What is left out is filled so that the moment has passed: a time alone is today's or yesterday's, a day
    without its year this year's or the last one's. A day alone begins at midnight.
    """
    found = _WHEN.fullmatch(typed.strip())
    if found is None or not typed.strip():
        return None
    here = now.astimezone(SHANGHAI)
    try:
        clock = time(int(found["hour"] or 0), int(found["minute"] or 0))
        if found["day"] is None:
            at = datetime.combine(here.date(), clock, SHANGHAI)
            return at if at <= here else at - timedelta(days=1)
        year = int(found["year"] or here.year)
        at = datetime.combine(date(year, int(found["month"]), int(found["day"])), clock, SHANGHAI)
        return at if found["year"] or at <= here else at.replace(year=year - 1)
    except ValueError:
        return None


def entered_late(at: datetime, now: datetime) -> bool:
    """Whether an emergency form was entered later than it should have been."""
    return now - at > timedelta(hours=EMERGENCY_HOURS)
