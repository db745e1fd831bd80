"""What stands behind the wishes of the registers screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.db.durable import disk_faults
from desk_app.domain.register_columns import Cell
from desk_app.domain.register_rows import RegisterRow, Source, masked, row_of_ledger
from desk_app.domain.registers import REGISTERS, Tally, foot
from desk_app.domain.worktime import SHANGHAI, local_day
from desk_app.ui.screens.registers.calls import (
    Asked,
    Cancelled,
    ColumnShown,
    LedgerLook,
    Left,
    LineShown,
    Order,
    RegisterRead,
    RegistersCalls,
    Report,
    Said,
    TakenBefore,
)
from desk_app.ui.screens.registers.screen import RegistersScreen
from desk_app.ui.words import word
from desk_app.wiring.returns_sheet import read_returns, returns_table

if TYPE_CHECKING:
    from desk_app.wiring.bridge import ChangesBridge
    from desk_app.wiring.desk import Desk
    from desk_app.wiring.printing import Printing
    from desk_app.wiring.program import Program

FOLDER = "exports"
SAMPLES = 5
_EVERY = 100
"""Lines between two reports of how far it is."""


class Stopped(Exception):
    """The work was cancelled; nobody hears of it."""


def registers_calls(desk: Desk, printing: Printing, bridge: ChangesBridge) -> RegistersCalls:
    """Everything the registers screen may ask for."""
    wiring = RegistersWiring(desk, printing)
    return RegistersCalls(
        today=lambda: local_day(desk.now()),
        folder=lambda: str(desk.folder.path / FOLDER),
        read=wiring.read,
        export=wiring.export,
        print=wiring.print_out,
        preview=wiring.preview,
        take_over=wiring.take_over,
        undo=wiring.undo,
        imports=wiring.imports,
        subscribe=bridge.follow,
    )


def registers_page(program: Program) -> RegistersScreen:
    """The registers as a page of the window."""
    parts = program.parts
    screen = RegistersScreen(registers_calls(parts.desk, parts.printing, program.bridge), parts.jobs)
    screen.told.connect(program.speech.praise)
    screen.hints_changed.connect(program.window.refresh_hints)
    return screen


class RegistersWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def read(self, asked: Asked, report: Report, cancelled: Cancelled) -> RegisterRead:
        """A register with its figures, masked."""
        from desk_app.services import registers

        desk = self._desk
        if asked.returns:
            return read_returns(desk, asked.wanted)
        register, tally, lines = (
            REGISTERS[asked.wanted.kind],
            Tally(asked.wanted.with_back),
            list[LineShown](),
        )
        with desk.open_store.read() as reader:
            found = registers.rows(reader, desk.present_clerk, asked.wanted, local_day(desk.now()))
            for at, row in enumerate(watched(found, report, cancelled)):
                tally.add(row)
                cells = tuple(cell_text(column.cell(row, word)) for column in register.columns)
                old = row.source is Source.OLD_LEDGER
                lines.append(LineShown(at, cells, word(row.state) if row.state else "", old))
        columns = tuple(ColumnShown(each.title, each.width) for each in register.columns)
        return RegisterRead(columns, tuple(lines), foot(tally, asked.wanted.basis))

    def export(self, order: Order, report: Report, cancelled: Cancelled) -> Left:
        """A file with a name that tells of nobody."""
        from desk_app.services import registers

        desk, wanted = self._desk, order.asked.wanted
        folder = Path(order.folder)
        with disk_faults():
            folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{file_name(order.asked)}.{order.ending}"
        store, clerk, now = desk.open_store, desk.present_clerk, desk.now()
        if order.asked.returns:
            lines = registers.export_table(
                store, clerk, wanted, target, returns_table(desk, wanted), now, "returns_why"
            )
            return Left(str(target), lines)
        purpose = None if order.purpose is None else registers.Purpose(order.purpose)
        done = registers.export_register(
            *(store, clerk, wanted, target, word, now, purpose),
            watched=lambda lines: watched(lines, report, cancelled),
        )
        return Left(str(target), done.lines, done.masked)

    def print_out(self, asked: Asked, report: Report, cancelled: Cancelled) -> Left:
        """On paper, masked."""
        from desk_app.wiring.register_print import print_register

        return print_register(self._desk, self._printing, asked, self.read(asked, report, cancelled))

    def preview(self, path: str, said: Said) -> LedgerLook:
        """What is in a file."""
        from desk_app.services import ledgers

        desk = self._desk
        found = ledgers.preview(desk.open_store, desk.present_clerk, Path(path), said, desk.now())
        reading = found.reading
        samples = (masked(row_of_ledger(line)) for line in reading.lines[:SAMPLES])
        return LedgerLook(
            name=found.name,
            headings=found.headings,
            columns=reading.columns.of,
            absent=reading.columns.absent,
            problems=reading.problems,
            lines=len(reading.lines),
            skipped=reading.skipped,
            samples=tuple((row.day.isoformat(), row.name, row.item) for row in samples),
            taken_already=found.taken_already,
        )

    def take_over(self, path: str, said: Said) -> int:
        """All of it or nothing."""
        from desk_app.services import ledgers

        desk = self._desk
        store, clerk = desk.open_store, desk.present_clerk
        return ledgers.take_over(store, clerk, Path(path), said, desk.now()).rows

    def undo(self, import_id: UUID, reason: str) -> None:
        """Hide it again."""
        from desk_app.services import ledgers

        desk = self._desk
        ledgers.undo(desk.open_store, desk.present_clerk, import_id, reason, desk.now())

    def imports(self) -> tuple[TakenBefore, ...]:
        """What was taken over, the newest first."""
        desk = self._desk
        with desk.open_store.read() as reader:
            found = reader.ledgers.imports(desk.present_clerk.site.id)
        return tuple(
            TakenBefore(one.id, one.file_name, one.rows, one.at, one.undone_at is not None, one.reason)
            for one in reversed(found)
        )


def watched(lines: Iterable[RegisterRow], report: Report, cancelled: Cancelled) -> Iterator[RegisterRow]:
    """The same lines, with word of how far it is; ends the work when nobody waits for it any more."""
    for at, line in enumerate(lines):
        if at % _EVERY == 0:
            if cancelled():
                raise Stopped
            report(at, 0)
        yield line


def file_name(asked: Asked) -> str:
    """A name without anything about a person."""
    title = "returns-why" if asked.returns else asked.wanted.kind.value.replace("_", "-")
    return f"{asked.wanted.tag}-{title}"


def cell_text(cell: Cell) -> str:
    """A cell as it reads."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
