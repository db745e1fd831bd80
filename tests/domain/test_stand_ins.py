"""AB岗: given for some days, ended by itself or earlier."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.stand_ins import LONGEST, StandInEnded, StandInGiven, apply, check_period

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
PERIOD, MONDAY, FRIDAY = UUID(int=1), date(2026, 11, 23), date(2026, 11, 27)
GIVEN = StandInGiven(UUID(int=2), "经办甲", UUID(int=3), "经办乙", MONDAY, FRIDAY, NOW)


def test_it_holds_from_the_first_day_to_the_last() -> None:
    given = apply(PERIOD, None, GIVEN)
    day = timedelta(days=1)
    assert [given.holds_on(at) for at in (MONDAY - day, MONDAY, FRIDAY, FRIDAY + day)] == [
        *(False, True, True, False)
    ]
    assert not apply(PERIOD, given, StandInEnded(NOW)).holds_on(MONDAY)


def test_it_is_given_once_and_ended_once() -> None:
    given = apply(PERIOD, None, GIVEN)
    with pytest.raises(IllegalMove, match="stand_in_known_already"):
        apply(PERIOD, given, GIVEN)
    for over in (None, apply(PERIOD, given, StandInEnded(NOW))):
        with pytest.raises(IllegalMove, match="stand_in_over"):
            apply(PERIOD, over, StandInEnded(NOW))


def test_the_days_must_lie_ahead_and_be_a_quarter_at_most() -> None:
    check_period(MONDAY, MONDAY, MONDAY)
    check_period(MONDAY, MONDAY + LONGEST - timedelta(days=1), FRIDAY)
    for first, last, today in ((FRIDAY, MONDAY, MONDAY), (MONDAY, MONDAY, FRIDAY)):
        with pytest.raises(InputError, match="stand_in_days"):
            check_period(first, last, today)
    with pytest.raises(InputError, match="stand_in_too_long"):
        check_period(MONDAY, MONDAY + LONGEST, MONDAY)
