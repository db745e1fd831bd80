"""An import of an old ledger: once, and undone once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desk_app.domain.errors import IllegalMove
from desk_app.domain.ledger_events import LedgerField, LedgerImported, LedgerImportUndone, LedgerLine, apply

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LEDGER = UUID(int=1)
IMPORTED = LedgerImported("台账.xlsx", "ab", 3, {"name": 2}, NOW)
UNDONE = LedgerImportUndone("导错了", NOW)


def test_an_import_is_undone_with_its_reason() -> None:
    known = apply(LEDGER, None, IMPORTED)
    assert (known.rows, known.undone_at) == (3, None)
    undone = apply(LEDGER, known, UNDONE)
    assert (undone.undone_at, undone.reason, undone.sha256) == (NOW, "导错了", "ab")
    with pytest.raises(IllegalMove, match="ledger_undone_already"):
        apply(LEDGER, undone, UNDONE)


def test_what_cannot_follow() -> None:
    with pytest.raises(IllegalMove, match="ledger_not_imported"):
        apply(LEDGER, None, UNDONE)
    with pytest.raises(IllegalMove, match="ledger_imported_twice"):
        apply(LEDGER, apply(LEDGER, None, IMPORTED), IMPORTED)


def test_a_field_that_was_empty_is_empty() -> None:
    line = LedgerLine(3, date(2019, 5, 6), "李某某", "示例事项", texts={"phone": "13800000000"})
    assert line.text(LedgerField.PHONE) == "13800000000"
    assert line.text(LedgerField.REMARK) == ""
