"""Calendar files: the seed that comes with the program, and a year that a site brings in itself.

A file is UTF-8 JSON, one row for each day that differs from the weekday rule::

    {"format": "desk-calendar", "version": 1, "source": "where the days were read", "years": [2027],
     "days": [["2027-01-01", "holiday", "元旦"], ["2027-01-09", "makeup", "元旦"]]}

Kinds are ``holiday``, ``makeup`` (a weekend day worked) and ``closure`` (this site is shut). A wrong calendar
makes wrong promises for a year, so a file is taken as a whole or refused as a whole, with the row at fault:
dates must belong to the years listed (or to the December before: the notice for 2024 gave days of December
2023), none may stand twice, a make-up day must lie on a weekend, and each year must have holidays at all.
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import NoReturn

from desk_app.domain.calendar import Calendar, DayMark, MarkKind, is_weekend
from desk_app.domain.errors import BadFile

FORMAT = "desk-calendar"
VERSION = 1
MOST_BYTES = 1_000_000
"""A century of notices takes a fifth of this."""

_FIRST_YEAR, _LAST_YEAR = 1949, 2999
_LONGEST_NAME = 40
_KINDS = {kind.value: kind for kind in MarkKind}


def read_calendar(path: Path) -> Calendar:
    """The calendar in a file.

    Raises:
        BadFile: ``calendar_unreadable`` when the file cannot be opened, else as `parse_calendar`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise BadFile("calendar_unreadable") from fault
    return parse_calendar(data)


def parse_calendar(data: bytes) -> Calendar:
    """The calendar in the bytes of a file.

    Raises:
        BadFile: ``calendar_too_big``, ``calendar_not_json``, ``calendar_format`` (another kind of file),
            ``calendar_too_new`` (``version``), ``calendar_years``, ``calendar_year_empty`` (``year``). With
            the ``row`` at fault, counted from 1: ``calendar_row``, ``calendar_date``, ``calendar_kind``,
            ``calendar_name``, ``calendar_twice``, ``calendar_outside``,
            ``calendar_makeup_weekday`` (and its ``day``).
    """
    content = _document(data)
    years = _years(content.get("years"))
    rows = content.get("days")
    if not isinstance(rows, list):
        raise BadFile("calendar_format")
    days: dict[date, DayMark] = {}
    for number, row in enumerate(rows, start=1):
        day, mark = _mark(number, row, years)
        if day in days:
            raise BadFile("calendar_twice", row=number)
        days[day] = mark
    _refuse_empty_years(years, days)
    return Calendar(years, days)


def import_years(current: Calendar, path: Path) -> Calendar:
    """The current calendar with the years of a file in place of its own; the site's closures are kept.

    Raises:
        BadFile: as `read_calendar`; the current calendar is then as good as before.
    """
    return current.with_years(read_calendar(path))


def dump_calendar(calendar: Calendar, source: str) -> bytes:
    """A file that `parse_calendar` reads back as this calendar: the same bytes each time, one day a line."""
    head = {"format": FORMAT, "version": VERSION, "source": source, "years": sorted(calendar.years)}
    rows = [
        json.dumps([day.isoformat(), mark.kind.value, mark.name], ensure_ascii=False)
        for day, mark in sorted(calendar.days.items())
    ]
    opening = json.dumps(head, ensure_ascii=False).removesuffix("}")
    return "".join([opening, ', "days": [\n', ",\n".join(rows), "\n]}\n"]).encode()


def _document(data: bytes) -> dict[str, object]:
    if len(data) > MOST_BYTES:
        raise BadFile("calendar_too_big", most=MOST_BYTES)
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as fault:
        raise BadFile("calendar_not_json") from fault
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BadFile("calendar_format")
    version = content.get("version")
    if type(version) is not int or version < 1:
        raise BadFile("calendar_format")
    if version > VERSION:
        raise BadFile("calendar_too_new", version=version)
    return content


def _refuse_constant(_text: str) -> NoReturn:
    raise ValueError("not JSON: NaN or Infinity")


def _years(value: object) -> frozenset[int]:
    if not isinstance(value, list) or not value:
        raise BadFile("calendar_years")
    years = {year for year in value if type(year) is int and _FIRST_YEAR <= year <= _LAST_YEAR}
    if len(years) != len(value):
        raise BadFile("calendar_years")
    return frozenset(years)


def _mark(number: int, row: object, years: frozenset[int]) -> tuple[date, DayMark]:
    match row:
        case [str(day_text), str(kind_text), str(name)]:
            day = _date(number, day_text)
        case _:
            raise BadFile("calendar_row", row=number)
    kind = _KINDS.get(kind_text)
    if kind is None:
        raise BadFile("calendar_kind", row=number)
    if not _is_plain(name):
        raise BadFile("calendar_name", row=number, most=_LONGEST_NAME)
    if day.year not in years and not (day.month == 12 and day.year + 1 in years):
        raise BadFile("calendar_outside", row=number)
    if kind is MarkKind.MAKEUP and not is_weekend(day):
        raise BadFile("calendar_makeup_weekday", row=number, day=day.isoformat())
    return day, DayMark(kind, name)


def _date(number: int, text: str) -> date:
    # Stricter than date.fromisoformat, which also takes 20270101 and 2027-W01-1.
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise BadFile("calendar_date", row=number)
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise BadFile("calendar_date", row=number) from fault


def _is_plain(name: str) -> bool:
    """One line of visible text: no control, bidirectional or unassigned characters, no blank ends."""
    good_length = 0 < len(name) <= _LONGEST_NAME and name == name.strip()
    return good_length and not any(unicodedata.category(char).startswith("C") for char in name)


def _refuse_empty_years(years: frozenset[int], days: dict[date, DayMark]) -> None:
    filled = {day.year for day, mark in days.items() if mark.kind is MarkKind.HOLIDAY}
    for year in sorted(years - filled):
        raise BadFile("calendar_year_empty", year=year)
