"""The rows of the table: what was put in, what was counted, or what could be put in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from desk_app.domain.case_list import CaseLine
from desk_app.domain.handover import BatchLine, LineState
from desk_app.domain.handover_events import Travels
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.shown import COUNTING, FILLING, HandoverShown, Stage
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word


class Cell(IntEnum):
    """Columns, in their order."""

    NTH = 0
    NUMBER = 1
    SHORT_NUMBER = 2
    """The last groups, where there is no room for all."""
    ITEM = 3
    APPLICANT = 4
    COPIES = 5
    ORIGINALS = 6
    STATUS = 7


_UNTOLD = (Cell.NTH, Cell.SHORT_NUMBER)


@dataclass(frozen=True, slots=True)
class Row:
    """One line, ready to paint."""

    key: str
    cells: tuple[str, ...]
    """Texts by :class:`Cell`."""
    tone: Tone
    """Of the status."""
    icon: str
    tinted: bool
    """Whether the whole row stands on the ground of its tone: something differs."""
    spoken: str


@dataclass(frozen=True, slots=True)
class _Status:
    text: str
    tone: Tone
    icon: str
    tinted: bool = False


def rows_of(shown: HandoverShown) -> tuple[Row, ...]:
    """What the table shows now."""
    if shown.ready is not None:
        return tuple(_ready(nth, line) for nth, line in enumerate(shown.ready, 1))
    batch = shown.batch
    if batch is None:
        return ()
    listed = tuple(_line(nth, line, _status(line, shown)) for nth, line in enumerate(batch.lines, 1))
    extra = shown.tally.extra if shown.stage in COUNTING else tuple(one.what for one in batch.extra)
    return (*listed, *(_extra(what) for what in extra))


def _line(nth: int, line: BatchLine, status: _Status) -> Row:
    listed = line.listed
    originals = sum(1 for paper in listed.papers if paper.travels is Travels.ORIGINAL)
    cells = (
        str(nth),
        *words.numbers(listed.number),
        listed.item,
        listed.applicant,
        words.copies_text(line),
        said("{n} 份").format(n=originals) if originals else "—",
        status.text,
    )
    return _row(str(listed.case), cells, status)


def _row(key: str, cells: tuple[str, ...], status: _Status) -> Row:
    told = (cell for at, cell in enumerate(cells) if at not in _UNTOLD and cell != "—")
    spoken = said("，").join(told)
    return Row(key, cells, status.tone, status.icon, status.tinted, spoken)


def _extra(what: str) -> Row:
    status = _Status(said("清单外多出"), Tone.PLUM, "plus-circle", tinted=True)
    return _row(what, (said("多"), *words.numbers(what), "—", "—", "—", "—", status.text), status)


def _ready(nth: int, line: CaseLine) -> Row:
    status = _Status(word(line.state), Tone.BLUE, "tray")
    due = line.due.isoformat() if line.due else "—"
    cells = (
        str(nth),
        *words.numbers(line.number),
        line.item_name,
        line.applicant,
        due,
        "—",
        status.text,
    )
    return _row(str(line.id), cells, status)


def _status(line: BatchLine, shown: HandoverShown) -> _Status:
    if shown.stage in FILLING:
        return _Status(said("已装入"), Tone.GREEN, "check-circle-fill")
    if shown.stage in COUNTING and line.state is LineState.LISTED:
        return _counted(line.listed.case, shown)
    if line.state is LineState.ACCEPTED and line.difference is not None:
        return _Status(said("已接收，不符"), Tone.AMBER, "warning-fill", tinted=True)
    return _state_looks()[line.state]


def _counted(case_id: UUID, shown: HandoverShown) -> _Status:
    tally = shown.tally
    if case_id in tally.notes:
        return _Status(tally.notes[case_id] or said("材料不符"), Tone.AMBER, "warning-fill", tinted=True)
    if case_id in tally.seen:
        return _Status(said("相符"), Tone.GREEN, "check-circle-fill")
    if shown.stage is Stage.CLOSE:
        return _Status(said("未见原件"), Tone.RED, "x-circle-fill", tinted=True)
    return _Status(said("还没扫到"), Tone.GREY, "hourglass-medium")


def _state_looks() -> dict[LineState, _Status]:
    return {
        LineState.LISTED: _Status(said("在清单里"), Tone.GREY, "truck"),
        LineState.HERE: _Status(said("已到"), Tone.GREEN, "check-circle-fill"),
        LineState.MISSING: _Status(said("未见原件"), Tone.RED, "x-circle-fill", tinted=True),
        LineState.ACCEPTED: _Status(said("已接收"), Tone.GREEN, "check-circle-fill"),
        LineState.RETURNED: _Status(said("已退回"), Tone.GREY, "arrow-counter-clockwise"),
    }
