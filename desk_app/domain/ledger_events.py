"""Old ledgers taken over from spreadsheets, as events (F98).

A line of an old ledger is history, not a case: it has no receipt number of ours, no clock and no paper. Each
line is an entry of its own, so that one person's line can be redacted; whether a whole import was undone is
said once, in the import's own stream, and decides whether its lines are seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.errors import IllegalMove


class LedgerField(StrEnum):
    """What a column of an old ledger can hold (domain.md §12, the simple village ledger)."""

    NUMBER = "number"
    DAY = "day"
    NAME = "name"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    ADDRESS = "address"
    ITEM = "item"
    WAY = "way"
    """方式: 咨询, 帮办, 代办, 上门, as it was written."""
    MATERIALS = "materials"
    CLERK = "clerk"
    SENT = "sent"
    """转送时间/去向, as it was written."""
    FINISHED = "finished"
    RESULT = "result"
    FETCHED_BY = "fetched_by"
    RATING = "rating"
    REMARK = "remark"
    PAGE = "page"
    """册/页: where the line stands on paper, as it was written (feature F25)."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of an old ledger, its days read and everything else as it was written."""

    row: int
    """Row of the sheet, from 1: what somebody looks up in the file."""
    day: date
    name: str
    item: str
    finished: date | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    """The other fields that were filled, by :class:`LedgerField`."""

    def text(self, wanted: LedgerField) -> str:
        """What stood in a field; empty where nothing did."""
        return self.texts.get(wanted.value, "")


@dataclass(frozen=True, slots=True)
class LedgerImported:
    """A whole file was taken over."""

    kind: ClassVar[str] = "ledger.imported"
    version: ClassVar[int] = 1

    file_name: str
    sha256: str
    rows: int
    columns: Mapping[str, int]
    """Which column of the sheet (from 1) was read as what."""
    at: datetime


@dataclass(frozen=True, slots=True)
class LedgerRowTaken:
    """One line of it."""

    kind: ClassVar[str] = "ledger.row_taken"
    version: ClassVar[int] = 1

    ledger: UUID
    line: LedgerLine


@dataclass(frozen=True, slots=True)
class LedgerImportUndone:
    """The import was a mistake: its lines are seen no more, and stay in the journal."""

    kind: ClassVar[str] = "ledger.import_undone"
    version: ClassVar[int] = 1

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LedgerImport:
    """An import as its events leave it."""

    id: UUID
    file_name: str
    sha256: str
    rows: int
    at: datetime
    undone_at: datetime | None = None
    reason: str = ""


def apply(
    ledger_id: UUID, known: LedgerImport | None, event: LedgerImported | LedgerImportUndone
) -> LedgerImport:
    """One event laid over an import. Raises IllegalMove for what cannot follow."""
    if isinstance(event, LedgerImported):
        if known is not None:
            raise IllegalMove("ledger_imported_twice")
        return LedgerImport(ledger_id, event.file_name, event.sha256, event.rows, event.at)
    if known is None:
        raise IllegalMove("ledger_not_imported")
    if known.undone_at is not None:
        raise IllegalMove("ledger_undone_already")
    return LedgerImport(known.id, known.file_name, known.sha256, known.rows, known.at, event.at, event.reason)
