"""Which backups to keep: all of the last day, then the last of each day, week and month (features.md, F95).

A monthly backup for two years also covers the six months that 网络安全法 art. 21 asks of audit records.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk_app.domain.worktime import local_day


@dataclass(frozen=True, slots=True)
class Rotation:
    """How many of each kind are kept."""

    hours: int = 24
    """Every backup younger than this stays."""
    days: int = 14
    weeks: int = 8
    months: int = 24


def expired(
    made: Iterable[datetime], now: datetime, rotation: Rotation | None = None
) -> tuple[datetime, ...]:
    """The moments whose backups may go, oldest first.

    The newest always stays. So does everything that seems to come from the future, and it takes no other's
    place: after a clock was set back nobody can tell which one is good. Raises ValueError without a zone.
    """
    past = sorted({moment for moment in made if moment <= now})
    kept = _kept(past, now, rotation or Rotation())
    return tuple(moment for moment in past if moment not in kept)


def _kept(past: list[datetime], now: datetime, rotation: Rotation) -> set[datetime]:
    periods: tuple[tuple[Callable[[date], Hashable], int], ...] = (
        (lambda day: day, rotation.days),
        (lambda day: day.isocalendar()[:2], rotation.weeks),
        (lambda day: (day.year, day.month), rotation.months),
    )
    kept = {*past[-1:], *(moment for moment in past if moment > now - timedelta(hours=rotation.hours))}
    return kept.union(*(_last_of_each(past, period, count) for period, count in periods))


def _last_of_each(moments: list[datetime], period: Callable[[date], Hashable], count: int) -> set[datetime]:
    """The last moment of each of the newest ``count`` periods that have any: a holiday uses none up."""
    last = {period(local_day(moment)): moment for moment in moments}
    return set(sorted(last.values())[-count:]) if count else set()
