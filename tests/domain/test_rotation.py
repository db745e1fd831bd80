"""Rotation: which backups stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.rotation import Rotation, expired
from desk_app.domain.worktime import local_day

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def kept(made: list[datetime], now: datetime = NOW, rotation: Rotation | None = None) -> list[datetime]:
    gone = expired(made, now, rotation)
    return sorted(set(made) - set(gone))


def test_everything_of_the_last_day_stays() -> None:
    made = [NOW - timedelta(minutes=30 * n) for n in range(48)]
    assert expired(made, NOW) == ()


def test_of_each_earlier_day_the_last_stays() -> None:
    yesterday = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    made = [yesterday, yesterday + timedelta(hours=1), yesterday + timedelta(hours=2), NOW]
    assert kept(made) == made[2:]


def test_a_day_is_a_day_at_the_counter() -> None:
    before_midnight = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)  # 23:30 in Shanghai
    after_midnight = before_midnight + timedelta(hours=1)
    assert kept([before_midnight, after_midnight, NOW]) == [before_midnight, after_midnight, NOW]


def test_two_years_of_daily_backups_become_days_weeks_and_months() -> None:
    made = [NOW - timedelta(days=n) for n in range(800)]
    left = kept(made)
    assert made[:14] == left[-1:-15:-1]
    assert len(left) <= 14 + 8 + 24
    assert len({(day.year, day.month) for day in map(local_day, left)}) == 24
    assert NOW - left[0] > timedelta(days=690)


def test_holidays_use_up_no_backups() -> None:
    made = [NOW - timedelta(days=10 * n) for n in range(5)]
    assert expired(made, NOW, Rotation(days=5, weeks=0, months=0)) == ()


def test_a_single_old_backup_is_never_thrown_away() -> None:
    old = [NOW - timedelta(days=4000)]
    assert expired(old, NOW, Rotation(hours=0, days=0, weeks=0, months=0)) == ()


def test_nothing_from_the_future_goes() -> None:
    future = [NOW + timedelta(days=n) for n in range(1, 30)]
    past = [NOW - timedelta(days=n) for n in range(14)]
    assert expired(future, NOW, Rotation(hours=0, days=0, weeks=0, months=0)) == ()
    assert expired([*future, *past], NOW, Rotation(weeks=0, months=0)) == (), "nor does it push others out"


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        expired([datetime(2026, 11, 25, 9, 0)], datetime(2026, 11, 25, 9, 0))  # noqa: DTZ001 - what is tested


moments = st.lists(st.timedeltas(timedelta(0), timedelta(days=800)).map(lambda age: NOW - age), max_size=60)
rotations = st.builds(Rotation, st.integers(0, 48), st.integers(0, 14), st.integers(0, 8), st.integers(0, 24))


@given(moments, rotations)
def test_rotating_twice_removes_no_more(made: list[datetime], rotation: Rotation) -> None:
    assert expired(kept(made, rotation=rotation), NOW, rotation) == ()


@given(moments, rotations)
def test_the_newest_stays_and_the_number_is_bounded(made: list[datetime], rotation: Rotation) -> None:
    left = kept(made, rotation=rotation)
    recent = [moment for moment in made if moment > NOW - timedelta(hours=rotation.hours)]
    assert left[-1:] == sorted(made)[-1:]
    assert len(left) <= len(set(recent)) + rotation.days + rotation.weeks + rotation.months + 1


@given(moments)
def test_pruning_every_day_keeps_what_pruning_once_would_keep(made: list[datetime]) -> None:
    """Otherwise a month would lose its backup because some day on the way chose another one."""
    there: list[datetime] = []
    for moment in sorted(made):
        there = kept([*there, moment], now=moment)
    assert kept(there) == kept(made)
