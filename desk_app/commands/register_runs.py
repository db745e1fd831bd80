"""What ``desk-app register`` and ``desk-app import`` do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

from desk_app.commands.session import Session, open_session
from desk_app.commands.verb import Answer, Arguments, Run, Surroundings, text
from desk_app.domain.errors import InputError
from desk_app.domain.ledger import Reading, field_columns
from desk_app.domain.ledger_events import LedgerField, LedgerImport
from desk_app.domain.register_columns import Cell
from desk_app.domain.register_period import Span, Wanted
from desk_app.domain.register_rows import masked, row_of_ledger
from desk_app.domain.registers import Basis, RegisterKind, Tally, foot
from desk_app.domain.worktime import SHANGHAI, local_day
from desk_app.services import ledgers, registers
from desk_app.services.registers import Purpose

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
SAMPLES = 5
"""Lines of a preview that are shown, masked."""
MOST_PROBLEMS = 200


def register(_surroundings: Surroundings) -> Run:
    """``desk-app register``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        action = text(arguments, "action")
        if action not in ("export", "show", "figures"):
            raise InputError("argument_not_type", argument="action")
        wanted = _wanted(arguments)
        with open_session(arguments, around) as session:
            if action == "export":
                yield _export(arguments, session, wanted, around.now())
            elif action == "show":
                yield from _show(session, wanted, around.now())
            else:
                yield _figures(session, wanted, around.now())

    return run


def _wanted(arguments: Arguments) -> Wanted:
    found = _MONTH.fullmatch(text(arguments, "month"))
    if found is None:
        raise InputError("month_invalid")
    kind = _member(RegisterKind, text(arguments, "kind", RegisterKind.CASES.value), "kind")
    basis = _member(Basis, text(arguments, "by", Basis.RECEIVED.value), "by")
    span = _member(Span, text(arguments, "span", Span.MONTH.value), "span")
    return Wanted(kind, int(found[1]), int(found[2]), basis, span, bool(arguments.get("with-back")))


def _member(kind: type[Any], value: str, argument: str) -> Any:
    try:
        return kind(value)
    except ValueError as fault:
        raise InputError("argument_not_type", argument=argument) from fault


def _say(code: StrEnum) -> str:
    from desk_app.ui.words import word_for

    return word_for(type(code).__name__, code.value)


def _export(arguments: Arguments, session: Session, wanted: Wanted, now: datetime) -> Answer:
    purpose = Purpose(text(arguments, "purpose", "")) if arguments.get("reveal") else None
    target = Path(text(arguments, "out"))
    done = registers.export_register(session.store, session.clerk, wanted, target, _say, now, purpose)
    return {
        "file": str(target),
        "lines": done.lines,
        "masked": done.masked,
        "figures": {title: value for title, value, _ in done.figures},
    }


def _show(session: Session, wanted: Wanted, now: datetime) -> Iterator[Answer]:
    with session.store.read() as reader:
        for row in registers.rows(reader, session.clerk, wanted, local_day(now)):
            cells = registers.lines_of(row, wanted, _say)
            yield {key: _plain(cell) for key, cell in cells.items()}


def _plain(cell: Cell) -> str | int | None:
    if isinstance(cell, datetime):
        return cell.astimezone(SHANGHAI).isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell


def _figures(session: Session, wanted: Wanted, now: datetime) -> Answer:
    tally = Tally(wanted.with_back)
    with session.store.read() as reader:
        for row in registers.rows(reader, session.clerk, wanted, local_day(now)):
            tally.add(row)
    values = {figure.key: tally.value(figure) for figure in tally.figures}
    told = {title: f"{value}（{sentence}）" for title, value, sentence in foot(tally, wanted.basis)}
    return {"figures": values, "told": told}


def ledger(_surroundings: Surroundings) -> Run:
    """``desk-app import``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        action = text(arguments, "action")
        with open_session(arguments, around) as session:
            if action == "preview":
                yield _preview(arguments, session, around.now())
            elif action == "run":
                yield _run(arguments, session, around.now())
            elif action == "undo":
                yield _undo(arguments, session, around.now())
            elif action == "list":
                yield from _list(session)
            else:
                raise InputError("argument_not_type", argument="action")

    return run


def _preview(arguments: Arguments, session: Session, now: datetime) -> Answer:
    path, said = Path(text(arguments, "file")), _columns(arguments)
    found = ledgers.preview(session.store, session.clerk, path, said, now)
    reading = found.reading
    return {
        "file": found.name,
        "taken_already": found.taken_already,
        "heading": reading.columns.heading + 1,
        "columns": {known.value: at + 1 for known, at in reading.columns.of.items()},
        "absent": [known.value for known in reading.columns.absent],
        "ignored": list(reading.ignored),
        "lines": len(reading.lines),
        "skipped": reading.skipped,
        "wrong": len(reading.problems),
        "problems": _problems(reading),
        "samples": _samples(reading),
    }


def _problems(reading: Reading) -> list[Answer]:
    return [
        {
            "row": problem.row,
            "column": problem.column,
            "field": problem.field.value,
            "flaw": problem.flaw.value,
            "message": f"{_say(problem.field)}：{_say(problem.flaw)}",
        }
        for problem in reading.problems[:MOST_PROBLEMS]
    ]


def _samples(reading: Reading) -> list[Answer]:
    rows = (masked(row_of_ledger(line)) for line in reading.lines[:SAMPLES])
    return [{"day": row.day.isoformat(), "name": row.name, "item": row.item} for row in rows]


def _columns(arguments: Arguments) -> dict[LedgerField, int | None]:
    """Columns as a JSON object or as ``FIELD=COLUMN, …``; 0 or null says that there is none."""
    given = arguments.get("columns", {})
    if isinstance(given, str):
        given = dict(part.strip().partition("=")[::2] for part in given.split(",") if part.strip())
    if not isinstance(given, Mapping):
        raise InputError("argument_not_type", argument="columns")
    try:
        return field_columns((str(name), int(column or 0) or None) for name, column in given.items())
    except (ValueError, TypeError) as fault:
        raise InputError("argument_not_type", argument="columns") from fault


def _run(arguments: Arguments, session: Session, now: datetime) -> Answer:
    path, said = Path(text(arguments, "file")), _columns(arguments)
    return _told(ledgers.take_over(session.store, session.clerk, path, said, now))


def _undo(arguments: Arguments, session: Session, now: datetime) -> Answer:
    try:
        ledger_id = UUID(text(arguments, "import"))
    except ValueError as fault:
        raise InputError("argument_not_type", argument="import") from fault
    reason = text(arguments, "reason")
    return _told(ledgers.undo(session.store, session.clerk, ledger_id, reason, now))


def _list(session: Session) -> Iterator[Answer]:
    with session.store.read() as reader:
        found = reader.ledgers.imports(session.clerk.site.id)
    yield from map(_told, found)


def _told(found: LedgerImport) -> Answer:
    return {
        "import": str(found.id),
        "file": found.file_name,
        "lines": found.rows,
        "at": found.at.astimezone(SHANGHAI).isoformat(),
        "undone_at": None if found.undone_at is None else found.undone_at.astimezone(SHANGHAI).isoformat(),
        "reason": found.reason,
    }
