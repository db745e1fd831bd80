"""Reading an old ledger: headings in strange places, days written in five ways, every flaw named."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.errors import BadFile
from desk_app.domain.ledger import (
    ALIASES,
    Cell,
    Columns,
    Flaw,
    Reading,
    day_of,
    field_columns,
    guess_columns,
    headings_of,
    read_grid,
    taken_columns,
    with_columns,
)
from desk_app.domain.ledger_events import LedgerField as F

TODAY = date(2026, 11, 24)
HEADINGS: tuple[Cell, ...] = (
    "序号",
    "日 期",
    "姓名（签字）",
    "身份证号",
    "电话",
    "事项名称",
    "办结时间",
    "备注",
)
TITLE: tuple[Cell, ...] = ("东村便民服务台账", None, None, None, None, None, None, None)


def line(*cells: Cell) -> tuple[Cell, ...]:
    return (1, *cells)


GOOD = line("2019.5.6", "张某某", "11010519491231002X", 13800000000.0, "老年证", "2019年5月9日", "'=加急")


def read(*rows: tuple[Cell, ...]) -> Reading:
    grid = (TITLE, HEADINGS, *rows)
    return read_grid(grid, guess_columns(grid), TODAY)


def flaws(reading: Reading) -> list[tuple[int, int, F, Flaw]]:
    return [(found.row, found.column, found.field, found.flaw) for found in reading.problems]


def test_headings_are_found_below_a_title() -> None:
    found = guess_columns((TITLE, HEADINGS, GOOD))
    assert found.heading == 1
    assert found.of == {
        **{F.DAY: 1, F.NAME: 2, F.ID_NUMBER: 3, F.PHONE: 4, F.ITEM: 5},
        **{F.FINISHED: 6, F.REMARK: 7},
    }
    assert found.absent == ()
    assert taken_columns(found)["day"] == 2


def test_every_alias_is_known_once() -> None:
    known = [alias for aliases in ALIASES.values() for alias in aliases]
    assert len(known) == len(set(known))
    assert set(ALIASES) == set(F)


def test_without_headings_nothing_is_guessed() -> None:
    assert guess_columns(((1, "a"), ("姓名", 5))) == Columns(-1, {})
    assert guess_columns(()) == Columns(-1, {})
    bare = with_columns(Columns(-1, {}), {F.DAY: 0, F.NAME: 1, F.ITEM: 2})
    reading = read_grid((("2019-05-06", "张某某", "老年证"),), bare, TODAY)
    assert [found.row for found in reading.lines] == [1]
    assert reading.ignored == ()


def test_a_person_may_say_otherwise() -> None:
    guessed = Columns(0, {F.NAME: 1, F.DAY: 2})
    assert with_columns(guessed, {F.NAME: 4, F.DAY: None, F.ITEM: 3}).of == {F.NAME: 4, F.ITEM: 3}
    assert with_columns(guessed, {F.DAY: None}).absent == (F.DAY, F.ITEM)
    assert field_columns([("name", 2), ("day", None)]) == {F.NAME: 1, F.DAY: None}
    with pytest.raises(ValueError, match="colour"):
        field_columns([("colour", 2)])
    with pytest.raises(ValueError, match="from 1"):
        field_columns([("name", 0)])


def test_a_line_is_read_as_it_was_written() -> None:
    reading = read(GOOD, (None,) * 8, ("", " "), line("2020-01-02", "李某某", None, None, "高龄津贴"))
    first, second = reading.lines
    assert (first.row, first.day, first.finished) == (3, date(2019, 5, 6), date(2019, 5, 9))
    assert (first.name, first.item) == ("张某某", "老年证")
    assert first.texts == {"id_number": "11010519491231002X", "phone": "13800000000", "remark": "=加急"}
    assert (second.row, second.finished, dict(second.texts)) == (6, None, {})
    assert (reading.skipped, reading.problems, reading.ignored) == (2, (), ("序号",))
    reading.require_sound()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2019, 5, 6), date(2019, 5, 6)),
        (datetime(2019, 5, 6, 9, 30, tzinfo=UTC), date(2019, 5, 6)),
        ("2019.5.6", date(2019, 5, 6)),
        ("2019-05-06", date(2019, 5, 6)),
        ("2019/5/6", date(2019, 5, 6)),
        ("2019年5月6日", date(2019, 5, 6)),
        ("２０１９年５月６", date(2019, 5, 6)),
        ("2019-05-06 09:30", date(2019, 5, 6)),
        ("20190506", date(2019, 5, 6)),
        (20190506.0, date(2019, 5, 6)),
        ("5月6日", None),
        ("2019-02-30", None),
        ("去年", None),
        ("", None),
        (None, None),
        (True, None),
    ],
)
def test_days_as_people_write_them(cell: Cell, day: date | None) -> None:
    assert day_of(cell) == day


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (("", "张某某", "", "", "老年证"), (2, F.DAY, Flaw.EMPTY)),
        (("5月6日", "张某某", "", "", "老年证"), (2, F.DAY, Flaw.NOT_A_DAY)),
        (("2027-01-01", "张某某", "", "", "老年证"), (2, F.DAY, Flaw.DAY_OUT_OF_RANGE)),
        (("1949-09-30", "张某某", "", "", "老年证"), (2, F.DAY, Flaw.DAY_OUT_OF_RANGE)),
        (("2019-05-06", " ", "", "", "老年证"), (3, F.NAME, Flaw.EMPTY)),
        (("2019-05-06", "张\u202e某", "", "", "老年证"), (3, F.NAME, Flaw.HIDDEN)),
        (("2019-05-06", "张" * 501, "", "", "老年证"), (3, F.NAME, Flaw.TOO_LONG)),
        (("2019-05-06", "张某某", 110105194912310000.0, "", "老年证"), (4, F.ID_NUMBER, Flaw.DIGITS_LOST)),
        (("2019-05-06", "张某某", "1.10105E+17", "", "老年证"), (4, F.ID_NUMBER, Flaw.DIGITS_LOST)),
        (("2019-05-06", "张某某", "", "", None), (6, F.ITEM, Flaw.EMPTY)),
        (("2019-05-06", "张某某", "", "", "老年证", "2019-05-05"), (7, F.FINISHED, Flaw.ENDS_BEFORE)),
        (("2019-05-06", "张某某", "", "", "老年证", "快了"), (7, F.FINISHED, Flaw.NOT_A_DAY)),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column(
    cells: tuple[Cell, ...], wanted: tuple[int, F, Flaw]
) -> None:
    reading = read(GOOD, line(*cells))
    assert flaws(reading) == [(4, *wanted)]
    with pytest.raises(BadFile, match="ledger_rows_wrong") as fault:
        reading.require_sound()
    assert fault.value.params == {"count": 1, "row": 4, "column": wanted[0]}


def test_every_flaw_of_a_line_is_found_at_once() -> None:
    reading = read(line("", "", "", "", ""))
    assert [flaw for *_, flaw in flaws(reading)] == [Flaw.EMPTY] * 3
    assert reading.lines == ()


def test_a_column_that_is_not_there_is_told_before_its_lines() -> None:
    grid: tuple[tuple[Cell, ...], ...] = (("姓名", "电话", "备注"), ("张某某", "1", "x"))
    reading = read_grid(grid, guess_columns(grid), TODAY)
    assert reading.problems[0].column == 0
    with pytest.raises(BadFile, match="ledger_columns_missing") as fault:
        reading.require_sound()
    assert fault.value.params == {"ledger_field": "day"}


def test_a_sheet_of_headings_alone_is_empty() -> None:
    with pytest.raises(BadFile, match="ledger_empty"):
        read().require_sound()


CELLS = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.dates()),
    st.datetimes(),
)


@given(st.lists(st.lists(CELLS, max_size=9), max_size=9))
def test_whatever_stands_in_a_sheet_it_is_read_or_named(rows: list[list[Cell]]) -> None:
    grid = (HEADINGS, *rows)
    reading = read_grid(grid, guess_columns(grid), TODAY)
    told = {problem.row for problem in reading.problems} | {found.row for found in reading.lines}
    assert len(told) + reading.skipped == len(grid) - 1 - reading.columns.heading


def test_an_empty_sheet_has_no_headings() -> None:
    assert headings_of((), Columns(-1, {})) == ()
