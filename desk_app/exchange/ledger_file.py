"""An old ledger as a file, xlsx or CSV: its cells, or a clear refusal.

Such files come from memory sticks and chat groups, and nothing in them is believed. A workbook is a zip of
XML, so it is first unpacked within limits, its XML is checked for entities and for cells that lie absurdly
far out, and only then what was checked, and nothing else, is handed to calamine; macros, links and pictures
never get that far. Formulas are not computed: what was last shown counts.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.parsers import expat

from desk_app.domain.errors import BadFile
from desk_app.domain.ledger import Cell

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
MOST_PARTS = 2_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
_MOST_CELLS = 2_000_000

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How .xls files begin, and password-protected workbooks."""
_ZIP = b"PK\x03\x04"
_ENCODINGS = ("utf-8-sig", "gb18030")
_XML = (".xml", ".rels")
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ZIP_FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """What a file holds."""

    name: str
    sha256: str
    grid: tuple[tuple[Cell, ...], ...]


def read_ledger_file(path: Path) -> LedgerFile:
    """The first sheet that shows anything, cell by cell. Nothing is changed.

    Raises:
        BadFile: ``ledger_unreadable`` (cannot be opened), ``ledger_too_big`` (``most`` megabytes),
            ``ledger_old_format`` (.xls or protected by a password), ``ledger_kind`` (neither kind),
            ``ledger_broken``, ``ledger_hostile`` (it would burst), ``ledger_too_many`` (``most`` rows),
            ``ledger_encoding``, ``ledger_empty``.
    """
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as fault:
        raise BadFile("ledger_unreadable") from fault
    if len(data) > MOST_BYTES:
        raise BadFile("ledger_too_big", most=MOST_BYTES // 1_000_000)
    grid = _grid(data, path.suffix.lower())
    if not any(cell not in (None, "") for row in grid for cell in row):
        raise BadFile("ledger_empty")
    return LedgerFile(path.name, hashlib.sha256(data).hexdigest(), grid)


def _grid(data: bytes, suffix: str) -> tuple[tuple[Cell, ...], ...]:
    if data.startswith(_OLD_OFFICE):
        raise BadFile("ledger_old_format")
    if data.startswith(_ZIP):
        return _workbook(data)
    if suffix not in (".csv", ".txt"):
        raise BadFile("ledger_kind")
    return _csv(data)


def _csv(data: bytes) -> tuple[tuple[Cell, ...], ...]:
    text = _decoded(data)
    if "\0" in text:
        raise BadFile("ledger_kind")
    head = text[:4_000]
    separator = max(",\t;", key=head.count)
    rows: list[tuple[Cell, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(tuple(cell.lstrip("\t") for cell in row))
            _require_size(len(rows), len(row))
    except csv.Error as fault:
        raise BadFile("ledger_broken") from fault
    return tuple(rows)


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFile("ledger_encoding")


def _require_size(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise BadFile("ledger_too_many", most=MOST_ROWS)


def _workbook(data: bytes) -> tuple[tuple[Cell, ...], ...]:
    checked = _unpacked(data)
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        book = load_workbook(checked)
        for sheet in book.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                rows = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                if rows:
                    return _cells(rows)
    except (CalamineError, OSError, ValueError) as fault:
        raise BadFile("ledger_broken") from fault
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # how a fault inside the reader comes over from Rust
            raise
        raise BadFile("ledger_broken") from fault
    raise BadFile("ledger_empty")


def _cells(rows: list[list[Any]]) -> tuple[tuple[Cell, ...], ...]:
    _require_size(len(rows), max(map(len, rows)))
    return tuple(tuple(map(_cell, row)) for row in rows)


def _cell(value: Any) -> Cell:
    """A time of day or a stretch of time is no day: it is kept as it reads."""
    return str(value) if isinstance(value, time | timedelta) else _plain(value)


def _plain(value: Any) -> Cell:
    found: Cell = value if isinstance(value, str | int | float | date | datetime) else None
    return None if found == "" else found


def _unpacked(data: bytes) -> io.BytesIO:
    """The XML of a workbook, each part unpacked within limits and checked, in a new, plain zip."""
    clean = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(clean, "w") as kept:
            _require_bounded(given)
            for part in given.infolist():
                if part.filename.lower().endswith(_XML):
                    content = _bounded(given, part)
                    _Check().run(content)
                    kept.writestr(part.filename, content)
    except (*_ZIP_FAULTS, RuntimeError, EOFError, ValueError, OSError) as fault:
        raise BadFile("ledger_broken") from fault
    clean.seek(0)
    return clean


def _bounded(given: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """A part, never more of it than it says it has: what lies about its size fails its checksum."""
    with given.open(part) as handle:
        return handle.read(part.file_size)


def _require_bounded(given: zipfile.ZipFile) -> None:
    parts, names = given.infolist(), [name.lower() for name in given.namelist()]
    if len(set(names)) < len(names) or any(part.compress_type not in _PACKED for part in parts):
        raise BadFile("ledger_broken")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BadFile("ledger_hostile")
    if "xl/workbook.xml" not in names:
        raise BadFile("ledger_kind")


class _Check:
    """One part of a workbook: sound XML without entities, and cells where a ledger could have them.

    A reader makes room for everything between the first cell and the last, so a single cell at the far corner
    of a sheet would fill the memory.
    """

    def __init__(self) -> None:
        self._row = self._column = self._cells = self._far_row = self._far_column = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._begin
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartDoctypeDeclHandler = self._refuse

    def run(self, content: bytes) -> None:
        """Raise BadFile for what is not to be trusted."""
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as fault:
            raise BadFile("ledger_broken") from fault

    def _refuse(self, *_declared: object) -> None:
        raise BadFile("ledger_hostile")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif local == "c":
            self._place(attributes.get("r"))
        elif local in ("v", "is"):
            self._hold()

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
            return
        letters = reference.rstrip("0123456789")
        self._row = int(reference[len(letters) :])
        self._column = 0
        for letter in letters:
            self._column = self._column * 26 + ord(letter.upper()) - 64

    def _hold(self) -> None:
        """A cell that holds something: only these make room."""
        self._cells += 1
        self._far_row = max(self._far_row, self._row)
        self._far_column = max(self._far_column, self._column)
        if self._far_row > MOST_ROWS or self._far_column > MOST_COLUMNS or self._cells > _MOST_CELLS:
            raise BadFile("ledger_too_many", most=MOST_ROWS)
