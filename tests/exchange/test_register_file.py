"""Registers as files: what stands in them is text, whatever it looks like."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from python_calamine import load_workbook

from desk_app.domain.register_columns import Cell
from desk_app.domain.worktime import SHANGHAI
from desk_app.exchange.register_file import LONGEST_CELL, Heading, Table, safe_text, write_csv, write_xlsx

HEADING = Heading("办件台账", "示例镇　2026 年 11 月", (("姓名", 10), ("时间", 17), ("天数", 8)))
AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LINES: tuple[tuple[Cell, ...], ...] = (
    ("=HYPERLINK(1)", AT, 3),
    ("11010519491231002X", date(2026, 11, 25), None),
    ("", None, -1),
)


def table(lines: Sequence[Sequence[Cell]] = LINES) -> Table:
    return Table(HEADING, lines, lambda: (("按时办结率", "98.8%", "按时 ÷ 办结"),))


def test_a_workbook_holds_titles_lines_and_the_foot(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    assert write_xlsx(target, table()) == 3
    book = load_workbook(str(target))
    assert book.sheet_names == ["办件台账"]
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert [row[0] for row in rows[:3]] == ["办件台账", HEADING.subtitle, "姓名"]
    assert rows[3] == ["=HYPERLINK(1)", AT.astimezone(SHANGHAI).replace(tzinfo=None), 3.0]
    assert rows[4] == ["11010519491231002X", date(2026, 11, 25), ""]
    assert rows[5] == ["", "", -1.0]
    assert rows[-1] == ["按时办结率", "98.8%", "按时 ÷ 办结"]
    assert [found.name for found in tmp_path.iterdir()] == ["a.xlsx"]


def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path) -> None:
    import zipfile

    target = tmp_path / "a.xlsx"
    write_xlsx(target, table([("=1+1", "https://example.cn", "@x")]))
    with zipfile.ZipFile(target) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_a_long_text_is_cut_and_a_strange_one_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_xlsx(target, table([("长" * (LONGEST_CELL + 5), "\x01𠮷", "")]))
    row = load_workbook(str(target)).get_sheet_by_index(0).to_python(skip_empty_area=False)[3]
    assert len(str(row[0])) == LONGEST_CELL
    assert "𠮷" in str(row[1])


def test_csv_for_excel_and_for_programs(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    assert write_csv(target, table()) == 3
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.reader(handle))
    assert rows == [
        ["姓名", "时间", "天数"],
        ["'=HYPERLINK(1)", "2026-11-24 10:00", "3"],
        ["11010519491231002X", "2026-11-25", ""],
        ["", "", "'-1"],
    ]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1", "'=1"),
        ("＝1", "'＝1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("|calc", "'|calc"),
        ("37107313262800193", "\t37107313262800193"),
        ("13800000000", "13800000000"),
        ("张*", "张*"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_take_for_something_else(text: str, safe: str) -> None:
    assert safe_text(text) == safe


def test_lines_that_fail_leave_no_hidden_files(tmp_path: Path) -> None:
    def lines() -> Iterator[Sequence[Cell]]:
        yield ("a", None, None)
        raise OSError("the disk")

    for write in (write_xlsx, write_csv):
        with pytest.raises(OSError, match="the disk"):
            write(tmp_path / "b", Table(HEADING, lines(), tuple))
    assert [found.name for found in tmp_path.iterdir()] == ["b"]


def test_a_place_that_refuses_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        write_xlsx(tmp_path / "gone" / "a.xlsx", table())
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_xlsx(tmp_path / "a.xlsx", table())
