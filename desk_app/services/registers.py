"""Registers of a month and a site, as lines or as a file; masked, unless somebody may and says why."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from heapq import merge
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.db.durable import disk_faults, put_in_place
from desk_app.domain.accounts import RecordsExported
from desk_app.domain.errors import InputError, NotAllowed
from desk_app.domain.register_columns import Cell, Say
from desk_app.domain.register_period import Wanted
from desk_app.domain.register_rows import Acts, RegisterRow, masked, row_of_case, row_of_ledger
from desk_app.domain.registers import REGISTERS, SUBTITLE, Basis, Tally, counted, foot
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import SHANGHAI, local_day
from desk_app.exchange.register_file import FileKind, Heading, Table, write_csv, write_xlsx

if TYPE_CHECKING:
    from desk_app.db.register_reader import RegisterCase
    from desk_app.db.store import Reader, Store
    from desk_app.domain.calendar import Calendar

_DECIDED = ("case.rejected", "case.approved")
_FINISHED = ("case.finished", "case.assistance_done", "case.refused", *_DECIDED)


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why numbers leave in full; a purpose without words is none."""

    words: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many lines, and the figures at the foot."""

    lines: int
    figures: tuple[tuple[str, str, str], ...]
    masked: bool


Watch = Callable[[Iterable[RegisterRow]], Iterable[RegisterRow]]


def watched_by_nobody(lines: Iterable[RegisterRow]) -> Iterable[RegisterRow]:
    """The same lines."""
    return lines


def rows(
    reader: Reader, clerk: Clerk, wanted: Wanted, today: date, *, full: bool = False
) -> Iterator[RegisterRow]:
    """The lines of a register in the order of their days, within one moment of the store.

    ``full`` shows names and numbers: ask :func:`require_full` first.
    """
    finished = wanted.basis is Basis.FINISHED
    first, before = wanted.first, wanted.before
    found = reader.register_cases.between(
        clerk.site.id, _midnight(first), _midnight(before), finished=finished
    )
    counters = {clerk.device.id: clerk.device.counter}
    cases = (_row(one, counters.get(one.device, ""), reader.calendar, today) for one in found)
    old = map(row_of_ledger, reader.ledgers.lines(clerk.site.id, first, before, finished=finished))
    by_day = merge(cases, old, key=lambda row: (row.finished_on or row.day) if finished else row.day)
    holds = REGISTERS[wanted.kind].holds
    for row in by_day:
        if holds(row):
            yield row if full else masked(row)


def _row(one: RegisterCase, counter: str, calendar: Calendar, today: date) -> RegisterRow:
    row = row_of_case(one.case, _acts(one), one.promised_due, calendar, today, one.originals)
    return replace(row, counter=counter) if counter else row


def require_full(clerk: Clerk, purpose: Purpose) -> None:
    """Raise NotAllowed, or InputError ``purpose_missing``, before anything leaves unmasked."""
    if not clerk.may(Right.EXPORT_UNMASKED):
        raise NotAllowed("right_missing", right=Right.EXPORT_UNMASKED.value)
    if not purpose.words.strip():
        raise InputError("purpose_missing")


def export_register(
    store: Store,
    clerk: Clerk,
    wanted: Wanted,
    target: Path,
    say: Say,
    now: datetime,
    purpose: Purpose | None = None,
    watched: Watch = watched_by_nobody,
) -> Exported:
    """Write a register into a file, whole or not at all; that it left is on record first.

    The ending of ``target`` says which kind of file. ``purpose`` given means full numbers. ``watched`` sees
    the lines pass and may end it by raising; then no file is left.
    Raises NotAllowed, InputError (``purpose_missing``, ``register_kind`` for another ending), StoreTrouble.
    """
    kind = _file_kind(target)
    if purpose is not None:
        require_full(clerk, purpose)
    note_leaving(store, clerk, wanted, purpose, now)
    tally, today = Tally(wanted.with_back), local_day(now)
    with store.read() as reader:
        lines = watched(counted(rows(reader, clerk, wanted, today, full=purpose is not None), tally))
        register = REGISTERS[wanted.kind]
        table = Table(
            _heading(clerk, wanted),
            ([column.cell(row, say) for column in register.columns] for row in lines),
            lambda: foot(tally, wanted.basis),
        )
        written = _write_whole(target, kind, table)
    return Exported(written, foot(tally, wanted.basis), purpose is None)


def export_table(
    store: Store, clerk: Clerk, wanted: Wanted, target: Path, table: Table, now: datetime, what: str
) -> int:
    """Write a table in which nobody is named, on record first; how many lines. Raises as above."""
    kind = _file_kind(target)
    note_leaving(store, clerk, wanted, None, now, what)
    return _write_whole(target, kind, table)


def _write_whole(target: Path, kind: FileKind, table: Table) -> int:
    """The whole file, or nothing of it."""
    draft = target.with_name(f"{target.name}.new")
    with disk_faults():
        try:
            written = write_xlsx(draft, table) if kind is FileKind.XLSX else write_csv(draft, table)
            _sync(draft)
            put_in_place(draft, target)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
    return written


def _sync(draft: Path) -> None:
    with draft.open("rb+") as handle:
        os.fsync(handle.fileno())


def _file_kind(target: Path) -> FileKind:
    try:
        return FileKind(target.suffix.lower().removeprefix("."))
    except ValueError as fault:
        raise InputError("register_kind") from fault


def note_leaving(
    store: Store, clerk: Clerk, wanted: Wanted, purpose: Purpose | None, now: datetime, way: str = "register"
) -> None:
    """On record before the first byte leaves: how many lines there were to take from.

    ``way`` says how it leaves: ``register`` as a file, ``register_print`` on paper.
    """
    what = f"{way}/{wanted.kind.value}/{wanted.tag}"
    finished = wanted.basis is Basis.FINISHED
    with store.write(clerk, now) as tx:
        span = (_midnight(wanted.first), _midnight(wanted.before))
        most = tx.register_cases.count(clerk.site.id, *span, finished=finished)
        most += tx.ledgers.count(clerk.site.id, wanted.first, wanted.before, finished=finished)
        words = "" if purpose is None else purpose.words.strip()
        tx.record(RecordsExported(what, most, purpose is None, words, now), tx.new_id(now))


def _heading(clerk: Clerk, wanted: Wanted) -> Heading:
    register = REGISTERS[wanted.kind]
    subtitle = SUBTITLE.format(site=clerk.site.name, period=wanted.spoken)
    return Heading(
        register.title, subtitle, tuple((column.title, column.width) for column in register.columns)
    )


def lines_of(row: RegisterRow, wanted: Wanted, say: Say) -> dict[str, Cell]:
    """A line by the keys of its columns, for a screen or a program."""
    return {column.key: column.cell(row, say) for column in REGISTERS[wanted.kind].columns}


def _acts(one: RegisterCase) -> Acts:
    def last(kinds: tuple[str, ...]) -> str:
        return next((one.actors[kind] for kind in kinds if kind in one.actors), "")

    return Acts(one.clerk, last(("case.accepted",)), last(_DECIDED), last(_FINISHED))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
