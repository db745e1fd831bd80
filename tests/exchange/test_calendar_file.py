"""Calendar files: a good one is read whole, a bad one is refused whole, with the row at fault."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.calendar import Calendar, DayMark, MarkKind
from desk_app.domain.errors import BadFile
from desk_app.exchange.calendar_file import (
    MOST_BYTES,
    dump_calendar,
    import_years,
    parse_calendar,
    read_calendar,
)

NEW_YEAR = ["2027-01-01", "holiday", "元旦"]


def content(**changes: object) -> bytes:
    good: dict[str, object] = {
        "format": "desk-calendar",
        "version": 1,
        "source": "test",
        "years": [2027],
        "days": [NEW_YEAR],
    }
    return json.dumps({**good, **changes}, ensure_ascii=False).encode()


def refusal(data: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(BadFile) as caught:
        parse_calendar(data)
    return caught.value.code, caught.value.params


def test_a_year_is_read_with_its_holidays_make_up_days_and_closures() -> None:
    days = [NEW_YEAR, ["2027-01-09", "makeup", "元旦"], ["2027-03-10", "closure", "山会"]]
    calendar = parse_calendar(content(days=days))
    assert calendar == Calendar(
        frozenset({2027}),
        {
            date(2027, 1, 1): DayMark(MarkKind.HOLIDAY, "元旦"),
            date(2027, 1, 9): DayMark(MarkKind.MAKEUP, "元旦"),
            date(2027, 3, 10): DayMark(MarkKind.CLOSURE, "山会"),
        },
    )


def test_a_notice_may_speak_of_the_december_before_its_year() -> None:
    days = [["2026-12-31", "holiday", "元旦"], NEW_YEAR]
    assert not parse_calendar(content(days=days)).is_working(date(2026, 12, 31))


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parse_calendar(b"\xef\xbb\xbf" + content()).years == {2027}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "calendar_not_json"),
        (b"\xff\xfe{\x00}\x00", "calendar_not_json"),
        (content()[:-5], "calendar_not_json"),
        (b'{"format": NaN}', "calendar_not_json"),
        (b'{"version": ' + b"9" * 5000 + b"}", "calendar_not_json"),
        (b"[" * 100_000, "calendar_not_json"),
        (b" " * (MOST_BYTES + 1), "calendar_too_big"),
        (b"[]", "calendar_format"),
        (b"PK\x03\x04", "calendar_not_json"),
        (content(format="desk-catalogue"), "calendar_format"),
        (content(version="1"), "calendar_format"),
        (content(version=True), "calendar_format"),
        (content(version=0), "calendar_format"),
        (content(days={"2027-01-01": "holiday"}), "calendar_format"),
        (content(version=2), "calendar_too_new"),
        (content(years=[]), "calendar_years"),
        (content(years=2027), "calendar_years"),
        (content(years=["2027"]), "calendar_years"),
        (content(years=[True]), "calendar_years"),
        (content(years=[2027, 2027]), "calendar_years"),
        (content(years=[20270]), "calendar_years"),
        (content(years=[[2027]]), "calendar_years"),
        (content(days=[]), "calendar_year_empty"),
        (content(days=[["2027-01-09", "makeup", "元旦"]]), "calendar_year_empty"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, code: str) -> None:
    assert refusal(data)[0] == code


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("2027-01-02", "calendar_row"),
        (["2027-01-02", "holiday"], "calendar_row"),
        (["2027-01-02", "holiday", None], "calendar_row"),
        ({"date": "2027-01-02"}, "calendar_row"),
        (["20270102", "holiday", "元旦"], "calendar_date"),
        (["2027-W01-1", "holiday", "元旦"], "calendar_date"),
        (["2027-02-29", "holiday", "元旦"], "calendar_date"),
        (["２０２７-01-02", "holiday", "元旦"], "calendar_date"),
        (["2027-01-02\n", "holiday", "元旦"], "calendar_date"),
        (["2027-01-02", "Holiday", "元旦"], "calendar_kind"),
        (["2027-01-02", "working", "元旦"], "calendar_kind"),
        (["2027-01-02", "holiday", ""], "calendar_name"),
        (["2027-01-02", "holiday", " 元旦"], "calendar_name"),
        (["2027-01-02", "holiday", "元" * 41], "calendar_name"),
        (["2027-01-02", "holiday", "元\u202e旦"], "calendar_name"),
        (["2027-01-02", "holiday", "元\n旦"], "calendar_name"),
        (["2027-01-02", "holiday", "元\ud800旦"], "calendar_name"),
        (["2026-11-30", "holiday", "元旦"], "calendar_outside"),
        (["2028-01-01", "holiday", "元旦"], "calendar_outside"),
        (NEW_YEAR, "calendar_twice"),
    ],
)
def test_a_bad_row_is_named(row: object, code: str) -> None:
    data = json.dumps(json.loads(content()) | {"days": [NEW_YEAR, row]}).encode()
    assert refusal(data) == (code, {"row": 2} | ({"most": 40} if code == "calendar_name" else {}))


def test_a_make_up_day_on_a_weekday_is_a_slip_of_the_pen() -> None:
    days = [NEW_YEAR, ["2027-01-08", "makeup", "元旦"]]
    assert refusal(content(days=days)) == ("calendar_makeup_weekday", {"row": 2, "day": "2027-01-08"})


def test_the_empty_year_is_named() -> None:
    assert refusal(content(years=[2027, 2028])) == ("calendar_year_empty", {"year": 2028})


def test_a_missing_file_and_a_folder_are_refused_in_words(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(BadFile) as caught:
            read_calendar(path)
        assert caught.value.code == "calendar_unreadable"


def test_an_endless_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(50 * MOST_BYTES)
    with pytest.raises(BadFile) as caught:
        read_calendar(path)
    assert caught.value.code == "calendar_too_big"


def test_a_site_brings_in_its_own_year_and_keeps_its_closures(tmp_path: Path) -> None:
    path = tmp_path / "2027.json"
    path.write_bytes(content())
    fair = DayMark(MarkKind.CLOSURE, "山会")
    current = Calendar(frozenset({2026}), {date(2027, 3, 10): fair})
    calendar = import_years(current, path)
    assert calendar.years == {2026, 2027}
    assert calendar.why(date(2027, 1, 1)).name == "元旦"
    assert calendar.days[date(2027, 3, 10)] == fair


def test_a_dump_has_one_day_a_line_and_the_same_bytes_each_time() -> None:
    data = dump_calendar(parse_calendar(content(days=[["2027-01-02", "holiday", "元旦"], NEW_YEAR])), "来源")
    assert data.decode().splitlines()[1:] == [
        '["2027-01-01", "holiday", "元旦"],',
        '["2027-01-02", "holiday", "元旦"]',
        "]}",
    ]
    assert dump_calendar(parse_calendar(data), "来源") == data


@given(
    st.dictionaries(
        st.dates(date(2027, 1, 2), date(2027, 12, 31)),
        st.builds(
            DayMark,
            st.sampled_from([MarkKind.HOLIDAY, MarkKind.CLOSURE]),
            st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40),
        ),
    )
)
def test_what_is_dumped_is_read_back(marks: dict[date, DayMark]) -> None:
    holiday = {date(2027, 1, 1): DayMark(MarkKind.HOLIDAY, "元旦")}
    calendar = Calendar(frozenset({2027}), holiday | marks)
    assert parse_calendar(dump_calendar(calendar, "test")) == calendar


@given(st.integers(0, len(content())), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_refused_but_never_crashes(at: int, noise: bytes) -> None:
    good = content()
    outcome = ""
    try:
        parse_calendar(good[:at] + noise + good[at + len(noise) :])
    except BadFile as refused:
        outcome = refused.code
    assert outcome == "" or outcome.startswith("calendar_")
