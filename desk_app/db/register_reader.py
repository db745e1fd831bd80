"""Cases as a register lists them: a stretch of time of one site, streamed, with who did what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, func, select, tuple_

from desk_app.db.rows import day_or_none, micros, pairs
from desk_app.db.tables import actor, case_row, case_snapshot, custody_row, entry
from desk_app.domain.bodies import decode
from desk_app.domain.cases import Case
from desk_app.domain.custody import Original
from desk_app.domain.journal import Stream

BATCH = 500


@dataclass(frozen=True, slots=True)
class RegisterCase:
    """A case, its dates, and the names of those who acted on it."""

    case: Case
    clerk: str
    promised_due: date | None
    statutory_due: date | None
    device: UUID
    originals: tuple[Original, ...] = ()
    actors: dict[str, str] = field(default_factory=dict)
    """Kind of event to the name of who did it last; empty where this store never met them."""


class RegisterCases:
    """Streams cases in the order of the day they are counted by."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect

    def count(self, site: UUID, first: datetime, before: datetime, *, finished: bool = False) -> int:
        """How many cases :meth:`between` gives."""
        counting = select(func.count()).select_from(case_row).where(*_asked(site, first, before, finished))
        return int(self._connect().scalar(counting) or 0)

    def between(
        self, site: UUID, first: datetime, before: datetime, *, finished: bool = False
    ) -> Iterator[RegisterCase]:
        """Cases of a site registered (or ``finished``) from an instant on and before another."""
        key = _key(finished)
        order = tuple_(key, case_row.c.recent)
        wanted = (
            select(case_row, case_snapshot.c.body, actor.c.name.label("clerk_name"))
            .join(case_snapshot, case_snapshot.c.id == case_row.c.id)
            .outerjoin(actor, actor.c.id == case_row.c.clerk)
            .where(*_asked(site, first, before, finished))
            .order_by(key, case_row.c.recent)
            .limit(BATCH)
        )
        page: Sequence[Row[Any]] = self._connect().execute(wanted).all()
        while page:
            yield from self._told(page)
            last = page[-1]._mapping
            behind = order > tuple_(last[key.name], last["recent"])
            page = self._connect().execute(wanted.where(behind)).all()

    def _told(self, page: Sequence[Row[Any]]) -> Iterator[RegisterCase]:
        ids = [row.id for row in page]
        acted, originals = self._acted(ids), self._originals(ids)
        for row in page:
            yield RegisterCase(
                decode(Case, row.body),
                row.clerk_name or "",
                day_or_none(row.promised_due),
                day_or_none(row.statutory_due),
                row.device,
                tuple(originals.get(row.id, ())),
                acted.get(row.id, {}),
            )

    def _originals(self, cases: list[UUID]) -> dict[UUID, list[Original]]:
        rows = custody_row.c
        wanted = select(rows.case_id, rows.body).where(rows.case_id.in_(cases)).order_by(rows.number)
        found: dict[UUID, list[Original]] = {}
        for row in self._connect().execute(wanted):
            found.setdefault(row.case_id, []).append(decode(Original, row.body))
        return found

    def _acted(self, cases: list[UUID]) -> dict[UUID, dict[str, str]]:
        names = pairs(self._connect(), select(actor.c.id, actor.c.name))
        wanted = select(entry.c.stream_id, entry.c.kind, entry.c.actor).where(
            entry.c.stream_id.in_(cases), entry.c.stream == Stream.CASE.value
        )
        acted: dict[UUID, dict[str, str]] = {}
        for row in self._connect().execute(wanted.order_by(entry.c.seq.is_(None), entry.c.seq)):
            acted.setdefault(row.stream_id, {})[row.kind] = names.get(row.actor, "")
        return acted


def _key(finished: bool) -> Any:
    return case_row.c.finished_at if finished else case_row.c.registered_at


def _asked(site: UUID, first: datetime, before: datetime, finished: bool) -> list[ColumnElement[bool]]:
    key = _key(finished)
    return [case_row.c.site == site, key >= micros(first), key < micros(before)]
