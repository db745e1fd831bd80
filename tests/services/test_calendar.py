from __future__ import annotations

from datetime import date

import pytest

from desk_app.db.store import Store
from desk_app.domain.calendar import Calendar, DayMark, MarkKind
from desk_app.domain.errors import NotAllowed
from desk_app.services.calendar import bring_years
from tests.services.desk_samples import CLERK, MANAGER, NOW

BROUGHT = Calendar(frozenset({2027}), {date(2027, 1, 1): DayMark(MarkKind.HOLIDAY, "元旦")})


def test_a_year_is_brought_in_by_who_looks_after_the_site(store: Store) -> None:
    assert store.calendar.is_working(date(2027, 1, 1)), "no notice is loaded: the weekday rule alone"
    with pytest.raises(NotAllowed):
        bring_years(store, CLERK, BROUGHT, NOW)
    assert bring_years(store, MANAGER, BROUGHT, NOW) == (2027,)
    assert not store.calendar.is_working(date(2027, 1, 1))
    assert store.verify().ok
