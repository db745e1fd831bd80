"""A month, and the quarter or year it lies in."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain.errors import InputError
from desk_app.domain.register_period import Span, Wanted
from desk_app.domain.registers import RegisterKind


@pytest.mark.parametrize(
    ("span", "first", "before", "tag", "spoken"),
    [
        (Span.MONTH, date(2026, 11, 1), date(2026, 12, 1), "2026-11", "2026 年 11 月"),
        (Span.QUARTER, date(2026, 10, 1), date(2027, 1, 1), "2026-Q4", "2026 年第 4 季度"),
        (Span.YEAR, date(2026, 1, 1), date(2027, 1, 1), "2026", "2026 年"),
    ],
)
def test_a_stretch_of_time(span: Span, first: date, before: date, tag: str, spoken: str) -> None:
    wanted = Wanted(RegisterKind.CASES, 2026, 11, span=span)
    assert (wanted.first, wanted.before, wanted.tag, wanted.spoken) == (first, before, tag, spoken)


def test_december_ends_with_the_year() -> None:
    assert Wanted(RegisterKind.CASES, 2026, 12).before == date(2027, 1, 1)


@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (1899, 1), (2999, 1)])
def test_no_such_month(year: int, month: int) -> None:
    with pytest.raises(InputError) as refused:
        Wanted(RegisterKind.CASES, year, month)
    assert refused.value.code == "month_invalid"
