"""Registers as files: xlsx for people, CSV for programs; lines are written as they come.

Whatever a citizen or a clerk once typed may begin with a sign that a spreadsheet takes for a formula. In xlsx
every text is stored as text; in CSV, which has no such thing, it gets an apostrophe before it (OWASP, CSV
injection). Long rows of digits get a tab, or Excel would round them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from desk_app.domain.register_columns import Cell
from desk_app.domain.registers import PAGE_OF
from desk_app.domain.worktime import SHANGHAI

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""Characters a spreadsheet holds in one cell; a longer text is cut, not dropped."""

_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t\r\n|%]")
_LONG_NUMBER = re.compile(r"^\d{12,}$")
_HEAD_ROWS = 3


class FileKind(StrEnum):
    """What kind of file."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines: title, site and month, and the columns with their widths."""

    title: str
    subtitle: str
    columns: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A whole register. ``foot`` is asked for after the last line: figures are counted while lines pass."""

    heading: Heading
    lines: Iterable[Sequence[Cell]]
    foot: Callable[[], Iterable[tuple[str, str, str]]]
    """Title, value and sentence of each figure."""


def write_csv(path: Path, table: Table) -> int:
    """UTF-8 with its mark, so that Excel sees Chinese; how many lines were written. Raises OSError."""
    written = 0
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        rows = csv.writer(handle)
        rows.writerow([title for title, _ in table.heading.columns])
        for line in table.lines:
            rows.writerow([safe_text(_as_text(cell)) for cell in line])
            written += 1
    return written


def safe_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula, or for a number to be rounded."""
    if _LONG_NUMBER.match(text):
        return "\t" + text
    return "'" + text if _FORMULA.match(text) else text


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def write_xlsx(path: Path, table: Table) -> int:
    """A sheet ready to print: A4 landscape, headings on every page; how many lines. Raises OSError.

    What XlsxWriter keeps on disk meanwhile lies beside the file, where the same lines will lie anyway, and
    is gone in the end.
    """
    from xlsxwriter import Workbook

    with path.open("wb") as handle, TemporaryDirectory(dir=path.parent, prefix=".register-") as beside:
        options = {
            "constant_memory": True,
            "tmpdir": beside,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd hh:mm",
        }
        with Workbook(handle, options) as book:
            return _Page(book, table).write()


class _Page:
    """One sheet being written, line by line."""

    def __init__(self, book: Any, table: Table) -> None:
        self._table = table
        self._sheet: Worksheet = book.add_worksheet(_sheet_name(table.heading.title))
        self._title: Format = book.add_format({"bold": True, "font_size": 16, "align": "center"})
        self._plain: Format = book.add_format({"align": "center"})
        self._head: Format = book.add_format(
            {"bold": True, "border": 1, "text_wrap": True, "align": "center"}
        )
        self._cell: Format = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        self._day: Format = book.add_format({"border": 1, "num_format": "yyyy-mm-dd", "valign": "top"})
        self._time: Format = book.add_format({"border": 1, "num_format": "yyyy-mm-dd hh:mm", "valign": "top"})

    def write(self) -> int:
        """Everything; how many lines."""
        self._set_up()
        at = _HEAD_ROWS
        for line in self._table.lines:
            for column, cell in enumerate(line):
                self._put(at, column, cell)
            at += 1
        written = at - _HEAD_ROWS
        for title, value, sentence in self._table.foot():
            at += 1
            self._sheet.write_string(at, 0, title)
            self._sheet.write_string(at, 1, value)
            self._sheet.write_string(at, 2, sentence)
        return written

    def _set_up(self) -> None:
        sheet, heading = self._sheet, self._table.heading
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROWS - 1)
        sheet.freeze_panes(_HEAD_ROWS, 0)
        sheet.set_footer("&C" + PAGE_OF.format(page="&P", pages="&N"))
        for column, (_, width) in enumerate(heading.columns):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, heading.title, self._title)
        sheet.write_string(1, 0, heading.subtitle, self._plain)
        for column, (title, _) in enumerate(heading.columns):
            sheet.write_string(_HEAD_ROWS - 1, column, title, self._head)

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if cell is None or cell == "":
            self._sheet.write_blank(row, column, None, self._cell)
        elif isinstance(cell, str):
            self._sheet.write_string(row, column, cell[:LONGEST_CELL], self._cell)
        elif isinstance(cell, int):
            self._sheet.write_number(row, column, cell, self._cell)
        elif isinstance(cell, datetime):
            local = cell.astimezone(SHANGHAI).replace(tzinfo=None)
            self._sheet.write_datetime(row, column, local, self._time)
        else:
            self._sheet.write_datetime(row, column, cell, self._day)


def _sheet_name(title: str) -> str:
    """Excel takes 31 characters and none of these signs."""
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31]
