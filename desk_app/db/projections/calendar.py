"""The site's calendar: the years the program brings, with the site's own edits laid over them, in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, and_, bindparam, or_, select, update

from desk_app.db.projections.cases import due_columns
from desk_app.db.projections.rules import Rules
from desk_app.db.tables import case_row, case_snapshot
from desk_app.domain.bodies import decode
from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Case
from desk_app.domain.site_acts import CalendarEdited

_BATCH = 500


def edited(base: Calendar, edits: Iterable[CalendarEdited]) -> Calendar:
    """The calendar after these edits."""
    for edit in edits:
        brought = Calendar(base.years | set(edit.years), base.days)
        base = brought.with_edits(edit.days)
    return base


def refresh_dues(connection: Connection, rules: Rules, since: date | None = None) -> None:
    """Compute the due dates of cases anew; with ``since``, only of those an edit of that day can move."""
    wanted = select(case_row.c.recent, case_snapshot.c.body).join(
        case_snapshot, case_snapshot.c.id == case_row.c.id
    )
    if since is not None:
        day = since.isoformat()
        running = and_(case_row.c.is_open == 1, case_row.c.due >= day)
        wanted = wanted.where(or_(running, case_row.c.promised_due >= day, case_row.c.statutory_due >= day))
    last = -1
    while True:
        page = wanted.where(case_row.c.recent > last).order_by(case_row.c.recent).limit(_BATCH)
        found = connection.execute(page).all()
        if not found:
            return
        last = found[-1].recent
        _write(connection, rules, [(row.recent, row.body) for row in found])


_SET = (
    update(case_row)
    .where(case_row.c.recent == bindparam("which"))
    .values({name: bindparam(name) for name in ("due", "promised_due", "statutory_due")})
)


def _write(connection: Connection, rules: Rules, found: list[tuple[int, str]]) -> None:
    rows = [{"which": recent, **due_columns(decode(Case, body), rules)} for recent, body in found]
    connection.execute(_SET, rows)
