"""The counting of a date in words: every day once, in groups."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain.calendar import Calendar, DayMark, MarkKind
from desk_app.domain.worktime import Deadlines, Limit, Pause, Unit, due_date
from desk_app.papers.explain import explained

CALENDAR = Calendar(
    frozenset({2026}),
    {
        date(2026, 11, 26): DayMark(MarkKind.HOLIDAY, "示例节"),
        date(2026, 11, 28): DayMark(MarkKind.MAKEUP, "示例节"),
        date(2026, 12, 3): DayMark(MarkKind.CLOSURE, "盘点"),
    },
)


def words(limit: Limit, *pauses: Pause, start: date = date(2026, 11, 24)) -> str:
    return explained(Deadlines(due_date(start, limit, CALENDAR, pauses), None))


@pytest.mark.parametrize(
    ("limit", "pauses", "said"),
    [
        (
            Limit(7),
            (Pause(date(2026, 12, 1), date(2026, 12, 2)),),
            "11月24日受理，次日起数7个工作日；11月25日第1天；11月26日示例节放假不计；11月27日第2天；"
            "11月28日调休上班，第3天；11月29日周末不计；11月30日第4天；12月1日至12月2日暂停不计；"
            "12月3日盘点停办不计；12月4日第5天；12月5日至12月6日周末不计；12月7日至12月8日第6至7天，到12月8日办结。",
        ),
        (
            Limit(2, Unit.NATURAL),
            (),
            "11月24日受理，次日起数2个自然日；11月25日第1天；11月26日第2天；11月27日顺延到工作日，到11月27日办结。",
        ),
    ],
)
def test_each_day_has_its_reason(limit: Limit, pauses: tuple[Pause, ...], said: str) -> None:
    assert words(limit, *pauses) == said


def test_days_beyond_the_calendar_are_marked() -> None:
    assert "放假安排尚未公布" in words(Limit(10), start=date(2026, 12, 25))


def test_nothing_is_explained_where_nothing_is_counted() -> None:
    assert explained(None) == ""
    assert explained(Deadlines(None, None)) == ""
    assert words(Limit(0)) == ""
    assert words(Limit(3), Pause(date(2026, 11, 25))) == ""


def test_the_limit_of_the_law_stands_in() -> None:
    lawful = due_date(date(2026, 11, 24), Limit(1), CALENDAR)
    assert "次日起数1个工作日" in explained(Deadlines(None, lawful))
