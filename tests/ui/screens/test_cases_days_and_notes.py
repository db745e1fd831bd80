"""Days and notes as clerks type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.case_ends import ContactPlanned, NoteWritten, TagsChanged
from desk_app.domain.errors import InputError
from desk_app.ui.screens.cases.doing.days import day_said
from desk_app.ui.screens.cases.doing.notes import events_of
from tests.ui.screens.cases_world import NOW

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("今天", date(2026, 11, 24)),
        ("明天", date(2026, 11, 25)),
        ("大后天", date(2026, 11, 27)),
        ("周三", date(2026, 11, 25)),
        ("@周三", date(2026, 11, 25)),
        ("周二", date(2026, 12, 1)),
        ("星期一", date(2026, 11, 30)),
        ("周日", date(2026, 11, 29)),
        ("礼拜天", date(2026, 11, 29)),
        ("下周三", date(2026, 12, 2)),
        ("下下周一", date(2026, 12, 7)),
        ("+3", date(2026, 11, 27)),
        ("＋3 天", date(2026, 11, 27)),
        ("12-08", date(2026, 12, 8)),
        ("12月8日", date(2026, 12, 8)),
        ("12 月 8 日", date(2026, 12, 8)),
        ("11.24", date(2026, 11, 24)),
        ("1-5", date(2027, 1, 5)),
        ("2026-12-08", date(2026, 12, 8)),
        ("2027年1月5日", date(2027, 1, 5)),
        ("2-30", None),
        ("2026-13-01", None),
        ("改天", None),
        ("", None),
        ("周八", None),
        ("٣-٤", None),
    ],
)
def test_a_day_is_read_as_it_is_said(said: str, day: date | None) -> None:
    assert day_said(said, TUESDAY) == day


@given(st.text(max_size=20), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_nothing_typed_breaks_the_reading(text: str, today: date) -> None:
    found = day_said(text, today)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("line", "events"),
    [
        ("", ()),
        ("  问过户口簿 ", (NoteWritten("问过户口簿", NOW),)),
        ("@周三", (ContactPlanned(date(2026, 11, 25), NOW),)),
        ("@下次联系周三", (ContactPlanned(date(2026, 11, 25), NOW),)),
        ("@", (ContactPlanned(None, NOW),)),
        ("＠取消", (ContactPlanned(None, NOW),)),
        ("#加急 #上门", (TagsChanged(NOW, ("加急", "上门")),)),
        ("#-加急", (TagsChanged(NOW, (), ("加急",)),)),
        (
            "@周三 问户口簿 #上门",
            (
                TagsChanged(NOW, ("上门",)),
                ContactPlanned(date(2026, 11, 25), NOW),
                NoteWritten("问户口簿", NOW),
            ),
        ),
        ("信箱a@b.c 留了", (NoteWritten("信箱a@b.c 留了", NOW),)),
    ],
)
def test_one_line_is_a_note_a_call_and_tags(line: str, events: tuple[object, ...]) -> None:
    assert events_of(line, TUESDAY, NOW) == events


@pytest.mark.parametrize(
    ("line", "code"), [("@改天", "day_unclear"), ("#", "tag_empty"), ("#-", "tag_empty")]
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(line: str, code: str) -> None:
    with pytest.raises(InputError, match=code):
        events_of(line, TUESDAY, NOW)
