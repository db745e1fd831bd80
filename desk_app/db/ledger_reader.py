"""Reading old ledgers that were taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from desk_app.db.tables import ledger_import_row, ledger_row
from desk_app.domain.bodies import decode
from desk_app.domain.errors import NotFound
from desk_app.domain.ledger_events import LedgerImport, LedgerLine

_SEEN = ledger_import_row.c.undone == 0


class Ledgers:
    """Imports of this store, and their lines."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect

    def imports(self, site: UUID) -> tuple[LedgerImport, ...]:
        """Every import of a site, undone ones included, oldest first."""
        rows = ledger_import_row.c
        wanted = select(rows.body).where(rows.site == site).order_by(rows.id)
        return tuple(decode(LedgerImport, body) for body in self._connect().scalars(wanted))

    def get(self, ledger_id: UUID) -> LedgerImport:
        """One import. Raises NotFound ``no_such_import``."""
        rows = ledger_import_row.c
        body = self._connect().scalar(select(rows.body).where(rows.id == ledger_id))
        if body is None:
            raise NotFound("no_such_import")
        return decode(LedgerImport, body)

    def holds(self, site: UUID, sha256: str) -> bool:
        """Whether this very file was taken over and not undone."""
        rows = ledger_import_row.c
        same = select(rows.id).where(rows.site == site, rows.sha256 == sha256, _SEEN)
        return self._connect().scalar(same.limit(1)) is not None

    def lines(self, site: UUID, first: date, before: date, *, finished: bool = False) -> Iterator[LedgerLine]:
        """Lines of a stretch of days in their order; ``finished`` goes by the day they ended."""
        wanted = _between(select(ledger_row.c.body), site, first, before, finished)
        day = ledger_row.c.finished if finished else ledger_row.c.day
        result = self._connect().execute(
            wanted.order_by(day, ledger_row.c.ledger, ledger_row.c.number),
            execution_options={"yield_per": 500},
        )
        for row in result:
            yield decode(LedgerLine, row.body)

    def count(self, site: UUID, first: date, before: date, *, finished: bool = False) -> int:
        """How many lines :meth:`lines` gives."""
        counting = _between(select(func.count()).select_from(ledger_row), site, first, before, finished)
        return int(self._connect().scalar(counting) or 0)


def _between(statement: Select[Any], site: UUID, first: date, before: date, finished: bool) -> Select[Any]:
    day = ledger_row.c.finished if finished else ledger_row.c.day
    seen = statement.join(ledger_import_row, ledger_import_row.c.id == ledger_row.c.ledger).where(_SEEN)
    return seen.where(ledger_row.c.site == site, day >= first.isoformat(), day < before.isoformat())
