"""Days as clerks type them: 周三, 下周三, 明天, 12-08, 12月8日, 2026-12-08, +3."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

_NEAR = {"今天": 0, "明天": 1, "后天": 2, "大后天": 3}
_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(r"(下+)?(?:周|星期|礼拜)([一二三四五六日天])")
_AFTER = re.compile(r"\+(\d{1,3})天?", re.ASCII)
_WHOLE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})[-./月](\d{1,2})日?", re.ASCII)
_WEEK = 7


def day_said(text: str, today: date) -> date | None:
    """The day that is meant, or None. A weekday alone is the next one to come, never today.

    A day without its year is the next one to come, today included.
    """
    plain = unicodedata.normalize("NFKC", "".join(text.split())).removeprefix("@")
    if plain in _NEAR:
        return today + timedelta(days=_NEAR[plain])
    for pattern, read in _READINGS:
        found = pattern.fullmatch(plain)
        if found is not None:
            return read(found, today)
    return None


def _weekday(found: re.Match[str], today: date) -> date:
    later, letter = found.groups()
    wanted = _WEEKDAYS.index("日" if letter == "天" else letter)
    if later:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=_WEEK * len(later) + wanted)
    ahead = (wanted - today.weekday()) % _WEEK
    return today + timedelta(days=ahead or _WEEK)


def _after(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=int(found.group(1)))


def _whole(found: re.Match[str], _today: date) -> date | None:
    return _date(*map(int, found.groups()))


def _short(found: re.Match[str], today: date) -> date | None:
    month, day = map(int, found.groups())
    this_year = _date(today.year, month, day)
    if this_year is not None and this_year < today:
        return _date(today.year + 1, month, day)
    return this_year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_WEEKDAY, _weekday),
    (_AFTER, _after),
    (_WHOLE, _whole),
    (_SHORT, _short),
)
