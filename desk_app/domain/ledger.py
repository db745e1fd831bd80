"""Reading an old ledger: which column is what, and what is wrong with each line (F98).

A sheet comes as it was kept for years: a title above the headings, a column nobody needs, days written in
five ways. What cannot be read is named with its row and column; nothing is guessed inside a line, and a file
with one bad line is not taken over at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desk_app.domain.errors import BadFile
from desk_app.domain.ledger_events import LedgerField, LedgerLine

Cell = str | int | float | bool | date | datetime | None
Grid = Sequence[Sequence[Cell]]

LONGEST_TEXT = 500
FIRST_DAY = date(1949, 10, 1)
_HEADING_WITHIN = 20
"""Rows in which the headings must be found: titles and notes stand above them."""
_FEWEST_HEADINGS = 2


class Flaw(StrEnum):
    """What is wrong with a cell."""

    EMPTY = "empty"
    NOT_A_DAY = "not_a_day"
    DAY_OUT_OF_RANGE = "day_out_of_range"
    TOO_LONG = "too_long"
    HIDDEN = "hidden"
    """Control or direction-changing characters: not what it looks like."""
    DIGITS_LOST = "digits_lost"
    """A spreadsheet made a number of it, and its last digits are gone for good."""
    ENDS_BEFORE = "ends_before"
    """The end lies before the beginning."""


REQUIRED = (LedgerField.DAY, LedgerField.NAME, LedgerField.ITEM)

ALIASES: Mapping[LedgerField, tuple[str, ...]] = {
    LedgerField.NUMBER: ("办件编号", "业务编号", "受理编号", "编号", "流水号", "受理号"),
    LedgerField.DAY: (
        *(
            "日期",
            "登记日期",
            "受理日期",
            "收件日期",
            "申请日期",
            "办理日期",
            "登记时间",
            "受理时间",
            "申请时间",
        ),
        *("收件时间", "接件时间", "时间", "来访日期"),
    ),
    LedgerField.NAME: (
        *(
            "姓名",
            "申请人",
            "办事群众",
            "服务对象",
            "申请人姓名",
            "群众姓名",
            "办事人",
            "来访人",
            "申请人名称",
        ),
        *("当事人", "名称", "委托人"),
    ),
    LedgerField.ID_NUMBER: (
        "身份证号",
        "身份证号码",
        "证件编号",
        "证件号码",
        "身份证",
        "公民身份号码",
        "证件号",
    ),
    LedgerField.PHONE: ("电话", "联系电话", "联系方式", "手机", "手机号", "手机号码", "电话号码"),
    LedgerField.ADDRESS: ("住址", "地址", "家庭住址", "居住地址", "村居", "所在村", "现住址"),
    LedgerField.ITEM: (
        *(
            "事项",
            "事项名称",
            "办理事项",
            "服务事项",
            "业务名称",
            "代办事项",
            "申请事项",
            "办事事项",
            "业务事项",
        ),
        "办理内容",
    ),
    LedgerField.WAY: ("方式", "办理方式", "服务方式", "类型", "服务类型"),
    LedgerField.MATERIALS: ("材料", "申请材料", "收取材料", "所交材料", "提交材料"),
    LedgerField.CLERK: ("受理人", "经办人", "代办员", "接件人员", "受理人员", "工作人员", "登记人", "代办人"),
    LedgerField.SENT: ("转送时间去向", "转送时间", "去向", "转送去向", "转办", "上报时间", "移交时间"),
    LedgerField.FINISHED: ("办结时间", "办结日期", "完成时间", "完成日期", "办结"),
    LedgerField.RESULT: ("结果", "办理结果", "办结情况", "处理结果", "办理情况"),
    LedgerField.FETCHED_BY: ("领取人签字", "领取人", "领取签字", "签收人", "签字", "签收"),
    LedgerField.RATING: ("满意度", "评价", "评价结果", "是否满意"),
    LedgerField.REMARK: ("备注", "说明", "附注"),
    LedgerField.PAGE: ("册页", "册页号", "页码", "页号", "册号", "卷页", "卷册", "册数页数"),
}

_FIELD_OF = {alias: field_ for field_, aliases in ALIASES.items() for alias in aliases}
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_NOISE = re.compile(r"[\W_]+")
_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[\sT]+\d{1,2}[:：时].*)?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_HIDDEN_KINDS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_EXACT_DIGITS = 15
"""Digits a spreadsheet keeps of a number; what is longer was rounded."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the headings stand, and which column (from 0) holds what."""

    heading: int
    """Row of the headings, from 0; −1 where there are none."""
    of: Mapping[LedgerField, int]

    @property
    def absent(self) -> tuple[LedgerField, ...]:
        """What a ledger must have and this one has not."""
        return tuple(wanted for wanted in REQUIRED if wanted not in self.of)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, by row and column of the sheet, both from 1."""

    row: int
    column: int
    field: LedgerField
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole sheet as it was read."""

    columns: Columns
    lines: tuple[LedgerLine, ...]
    problems: tuple[Problem, ...]
    skipped: int = 0
    """Empty rows."""
    ignored: tuple[str, ...] = field(default=())
    """Headings nobody knew; what stands below them is not taken over."""

    def require_sound(self) -> None:
        """Raise BadFile where a column is missing, nothing is there, or one line is wrong: all or nothing."""
        if self.columns.absent:
            raise BadFile("ledger_columns_missing", ledger_field=self.columns.absent[0].value)
        if self.problems:
            first, count = self.problems[0], len(self.problems)
            raise BadFile("ledger_rows_wrong", count=count, row=first.row, column=first.column)
        if not self.lines:
            raise BadFile("ledger_empty")


def guess_columns(grid: Grid) -> Columns:
    """The row that looks most like headings, and what each column seems to hold."""
    best = Columns(-1, {})
    for at, row in enumerate(grid[:_HEADING_WITHIN]):
        found: dict[LedgerField, int] = {}
        for column, cell in enumerate(row):
            known = _FIELD_OF.get(_key(cell))
            if known is not None:
                found.setdefault(known, column)
        if len(found) > len(best.of):
            best = Columns(at, found)
    return best if len(best.of) >= _FEWEST_HEADINGS else Columns(-1, {})


def with_columns(guessed: Columns, said: Mapping[LedgerField, int | None]) -> Columns:
    """The guess put right by a person: a column (from 0) for a field, None for "there is none"."""
    merged = {**guessed.of, **said}
    return Columns(guessed.heading, {known: at for known, at in merged.items() if at is not None})


def headings_of(grid: Grid, columns: Columns) -> tuple[str, ...]:
    """What stands above each column, for a person to choose by; the first row where there are no headings."""
    if not grid:
        return ()
    widest = max(map(len, grid))
    row = grid[max(columns.heading, 0)]
    return tuple(_text(row[at]) if at < len(row) else "" for at in range(widest))


def _key(cell: Cell) -> str:
    if not isinstance(cell, str):
        return ""
    plain = unicodedata.normalize("NFKC", cell)
    return _NOISE.sub("", _BRACKETS.sub("", plain))


def read_grid(grid: Grid, columns: Columns, today: date) -> Reading:
    """Every line below the headings."""
    lines: list[LedgerLine] = []
    problems: list[Problem] = []
    skipped = 0
    for at, row in enumerate(grid[columns.heading + 1 :], columns.heading + 1):
        if not any(_text(cell) for cell in row):
            skipped += 1
            continue
        read = _Line(at, row, columns, today)
        line = read.line()
        problems += read.problems
        if line is not None:
            lines.append(line)
    return Reading(columns, tuple(lines), tuple(problems), skipped, _ignored(grid, columns))


def _ignored(grid: Grid, columns: Columns) -> tuple[str, ...]:
    if columns.heading < 0:
        return ()
    known = set(columns.of.values())
    headings = enumerate(grid[columns.heading])
    return tuple(_text(cell) for at, cell in headings if at not in known and _text(cell))


class _Line:
    """One row while it is read; every flaw of it is found, not only the first."""

    def __init__(self, at: int, row: Sequence[Cell], columns: Columns, today: date) -> None:
        self._at = at
        self._row = row
        self._columns = columns
        self._today = today
        self.problems: list[Problem] = []

    def line(self) -> LedgerLine | None:
        """The line, or None where something is wrong with it."""
        day = self._day(LedgerField.DAY, needed=True)
        finished = self._day(LedgerField.FINISHED, needed=False)
        name, item = self._needed(LedgerField.NAME), self._needed(LedgerField.ITEM)
        texts = {known.value: said for known in _AS_WRITTEN if (said := self._said(known))}
        if day and finished and finished < day:
            self._wrong(LedgerField.FINISHED, Flaw.ENDS_BEFORE)
        if self.problems or day is None:
            return None
        return LedgerLine(self._at + 1, day, name, item, finished, texts)

    def _cell(self, known: LedgerField) -> Cell:
        at = self._columns.of.get(known)
        return None if at is None or at >= len(self._row) else self._row[at]

    def _needed(self, known: LedgerField) -> str:
        said = self._said(known)
        if not said and not self._is_wrong(known):
            self._wrong(known, Flaw.EMPTY)
        return said

    def _said(self, known: LedgerField) -> str:
        cell = self._cell(known)
        text = _text(cell)
        flaw = _flaw(cell, text)
        if flaw is not None:
            self._wrong(known, flaw)
            return ""
        return text

    def _day(self, known: LedgerField, *, needed: bool) -> date | None:
        cell = self._cell(known)
        if not _text(cell):
            if needed:
                self._wrong(known, Flaw.EMPTY)
            return None
        found = day_of(cell)
        if found is None:
            self._wrong(known, Flaw.NOT_A_DAY)
        elif not FIRST_DAY <= found <= self._today:
            self._wrong(known, Flaw.DAY_OUT_OF_RANGE)
        else:
            return found
        return None

    def _is_wrong(self, known: LedgerField) -> bool:
        return any(problem.field is known for problem in self.problems)

    def _wrong(self, known: LedgerField, flaw: Flaw) -> None:
        column = self._columns.of.get(known, -1) + 1
        self.problems.append(Problem(self._at + 1, column, known, flaw))


_AS_WRITTEN = tuple(known for known in LedgerField if known not in (*REQUIRED, LedgerField.FINISHED))


def day_of(cell: Cell) -> date | None:
    """The day of a cell: a date, or one of the ways people write it. A year is never guessed."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = unicodedata.normalize("NFKC", _text(cell))
    found = _DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def _text(cell: Cell) -> str:
    """What a cell shows; whole numbers without the .0 a spreadsheet keeps them with."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**18:
        return str(int(cell))
    return str(cell).strip().removeprefix("'").strip()


def _flaw(cell: Cell, text: str) -> Flaw | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= 10**_EXACT_DIGITS:
        return Flaw.DIGITS_LOST
    if re.fullmatch(r"\d\.\d+[eE]\+\d+", text):
        return Flaw.DIGITS_LOST
    if len(text) > LONGEST_TEXT:
        return Flaw.TOO_LONG
    if any(unicodedata.category(char) in _HIDDEN_KINDS and char not in "\n\t\r" for char in text):
        return Flaw.HIDDEN
    return None


def taken_columns(columns: Columns) -> dict[str, int]:
    """What was read from which column (from 1), as the import keeps it."""
    return {known.value: at + 1 for known, at in columns.of.items()}


def field_columns(said: Iterable[tuple[str, int | None]]) -> dict[LedgerField, int | None]:
    """Names of fields and columns (from 1; None for none) as a person gave them. Raises ValueError."""
    found: dict[LedgerField, int | None] = {}
    for name, column in said:
        if column is not None and column < 1:
            raise ValueError("columns are counted from 1")
        found[LedgerField(name)] = None if column is None else column - 1
    return found
