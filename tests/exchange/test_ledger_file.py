"""Old ledgers as files: what people send is read; what is broken or hostile is refused and named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from desk_app.domain.errors import BadFile
from desk_app.exchange import ledger_file
from desk_app.exchange.ledger_file import LedgerFile, read_ledger_file

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WHEN = datetime(2019, 5, 7, 9, 30, tzinfo=None)  # noqa: DTZ001 - a spreadsheet knows no zone
ROWS = (
    ("日期", "姓名", "事项", "金额"),
    (date(2019, 5, 6), "张某某", "老年证", 12.5),
    (WHEN, "李某某", "", True),
)


def workbook(rows: Any = ROWS, sheets: int = 1) -> bytes:
    data = io.BytesIO()
    with Workbook(data, {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        for _ in range(sheets - 1):
            book.add_worksheet()
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, time | timedelta):
                    sheet.write(at, column, cell, book.add_format({"num_format": "[h]:mm:ss"}))
                else:
                    sheet.write(at, column, cell)
    return data.getvalue()


def repacked(change: Mapping[str, bytes | None], data: bytes | None = None) -> bytes:
    """A workbook with some parts exchanged or left out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or workbook())) as given, zipfile.ZipFile(made, "w") as kept:
        names = [name for name in given.namelist() if name not in change]
        for name in names:
            kept.writestr(name, given.read(name))
        for name, content in change.items():
            if content is not None:
                kept.writestr(name, content)
    return made.getvalue()


def sheet_of(rows: str, before: str = "") -> bytes:
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., LedgerFile]:
    def reading(data: bytes, name: str = "台账.xlsx") -> LedgerFile:
        path = tmp_path / name
        path.write_bytes(data)
        return read_ledger_file(path)

    return reading


Read = Callable[..., LedgerFile]


def test_a_workbook_is_read_cell_by_cell(read: Read) -> None:
    found = read(workbook())
    assert found.name == "台账.xlsx"
    assert len(found.sha256) == 64
    assert found.grid == (
        ("日期", "姓名", "事项", "金额"),
        (date(2019, 5, 6), "张某某", "老年证", 12.5),
        (WHEN, "李某某", None, True),
    )


def test_the_first_sheet_that_shows_anything_is_read(read: Read) -> None:
    assert read(workbook(sheets=3)).grid[0][1] == "姓名"


def test_rows_and_columns_keep_their_places(read: Read) -> None:
    grid = read(workbook([(), ("", "x")])).grid
    assert grid == ((None, None), (None, "x"))


def test_hours_are_no_day(read: Read) -> None:
    (row,) = read(workbook([(timedelta(hours=30), "x")])).grid
    assert isinstance(row[0], str)


def test_a_ledger_in_csv(read: Read) -> None:
    text = '日期,姓名\r\n2019-05-06,"张,某"\r\n\t37107313262800193,\r\n'
    wanted = (("日期", "姓名"), ("2019-05-06", "张,某"), ("37107313262800193", ""))
    assert read(text.encode("utf-8-sig"), "a.csv").grid == wanted
    assert read(text.encode("gb18030"), "a.CSV").grid == wanted
    assert read(text.encode("utf-16"), "a.txt").grid == wanted
    assert read("日期\t姓名\n1\t2\n".encode(), "a.txt").grid == (("日期", "姓名"), ("1", "2"))
    assert read("日期;姓名\n1;2\n".encode(), "a.csv").grid == (("日期", "姓名"), ("1", "2"))


FAR = '<row r="{row}"><c r="{ref}" t="inlineStr"><is><t>x</t></is></c></row>'
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("ledger_hostile", repacked({SHEET: sheet_of("<row/>", BOMB)})),
        ("ledger_hostile", repacked({SHEET: sheet_of("", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>")})),
        ("ledger_too_many", repacked({SHEET: sheet_of(FAR.format(row=1048576, ref="A1048576"))})),
        ("ledger_too_many", repacked({SHEET: sheet_of(FAR.format(row=1, ref="XFD1"))})),
        ("ledger_broken", repacked({SHEET: sheet_of(FAR.format(row=1, ref="A"))})),
        ("ledger_broken", repacked({SHEET: sheet_of(FAR.format(row="x", ref="A1"))})),
        ("ledger_broken", repacked({SHEET: b"<worksheet>"})),
        ("ledger_broken", repacked({"xl/_rels/workbook.xml.rels": None})),
        ("ledger_kind", repacked({"xl/workbook.xml": None})),
        ("ledger_broken", workbook()[:-200]),
        ("ledger_broken", b"PK\x03\x04" + bytes(500)),
        ("ledger_old_format", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
        ("ledger_kind", b"%PDF-1.7"),
        ("ledger_kind", b""),
        ("ledger_empty", workbook([])),
    ],
)
def test_what_is_broken_or_hostile_is_named(read: Read, code: str, data: bytes) -> None:
    with pytest.raises(BadFile, match=code):
        read(data)


def test_cells_without_an_address_are_counted_too(read: Read) -> None:
    cell = '<c t="inlineStr"><is><t>x</t></is></c>'
    assert read(repacked({SHEET: sheet_of(f"<row>{cell * 2}</row><row>{cell}</row>")})).grid[0] == ("x", "x")
    with pytest.raises(BadFile, match="ledger_too_many"):
        read(repacked({SHEET: sheet_of(f"<row>{cell * 300}</row>")}))


def test_formatting_far_out_is_no_content(read: Read) -> None:
    styled = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert read(repacked({SHEET: sheet_of(styled)})).grid == ((1.0,),)


def test_a_part_that_lies_about_its_size_or_stands_twice(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    twice = io.BytesIO(workbook())
    with zipfile.ZipFile(twice, "a") as book, pytest.warns(UserWarning, match="Duplicate"):
        book.writestr("xl/workbook.xml", b"<workbook/>")
    with pytest.raises(BadFile, match="ledger_broken"):
        read(twice.getvalue())
    monkeypatch.setattr(ledger_file, "MOST_UNPACKED", 1_000)
    with pytest.raises(BadFile, match="ledger_hostile"):
        read(workbook())


def test_what_does_not_fit_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFile, match="ledger_too_many"):
        read(b"x" + b"," * 300, "a.csv")
    monkeypatch.setattr(ledger_file, "MOST_ROWS", 2)
    with pytest.raises(BadFile, match="ledger_too_many"):
        read(b"a\nb\nc\n", "a.csv")
    with pytest.raises(BadFile, match="ledger_too_many"):
        read(workbook())
    monkeypatch.setattr(ledger_file, "MOST_BYTES", 10)
    with pytest.raises(BadFile, match="ledger_too_big"):
        read(workbook())


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("ledger_encoding", b"\xff\xff\xff\xff"),
        ("ledger_encoding", b"\xff\xfeabc"),
        ("ledger_kind", b"a,b\0c"),
        ("ledger_empty", b"\n , \n".replace(b" ", b"")),
        ("ledger_broken", b'a,"' + b"x" * 200_000),
    ],
)
def test_text_that_is_no_table(read: Read, code: str, data: bytes) -> None:
    with pytest.raises(BadFile, match=code):
        read(data, "a.csv")


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="ledger_unreadable"):
        read_ledger_file(tmp_path / "gone.xlsx")


def test_a_workbook_is_cut_anywhere_and_still_only_refused(read: Read) -> None:
    whole = workbook()
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        for data in (whole[:at], bytes(broken)):
            try:
                read(data)
            except BadFile:
                continue


def test_a_picture_in_it_is_left_out(read: Read) -> None:
    assert read(repacked({"xl/media/image1.png": b"\x89PNG"})).grid == read(workbook()).grid


def test_another_packing_is_refused(read: Read) -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as kept,
    ):
        for name in given.namelist():
            kept.writestr(name, given.read(name))
    with pytest.raises(BadFile, match="ledger_broken"):
        read(made.getvalue())


def test_a_hidden_sheet_is_passed_over(read: Read) -> None:
    data = io.BytesIO()
    with Workbook(data) as book:
        hidden, shown = book.add_worksheet(), book.add_worksheet()
        hidden.write(0, 0, "hidden")
        shown.write(0, 0, "shown")
        shown.activate()
        hidden.hide()
    assert read(data.getvalue()).grid == (("shown",),)


def test_a_fault_inside_the_reader_is_a_broken_file(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def failing(fault: BaseException) -> Callable[[object], None]:
        def load(_file: object) -> None:
            raise fault

        return load

    monkeypatch.setattr("python_calamine.load_workbook", failing(PanicException()))
    with pytest.raises(BadFile, match="ledger_broken"):
        read(workbook())
    monkeypatch.setattr("python_calamine.load_workbook", failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        read(workbook())
