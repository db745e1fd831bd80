"""A case as a row of the list: every text made once, so that painting is a look-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from desk_app.domain.case_list import CaseLine
from desk_app.domain.cases import CaseState
from desk_app.domain.worktime import ClockState, Lamp
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.filters import Moment
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.meanings import CASE_STATE_TONES
from desk_app.ui.words import word


class Cell(IntEnum):
    """Columns of the list, in their order."""

    LAMP = 0
    NUMBER = 1
    SHORT_NUMBER = 2
    """The last groups, where there is no room for all."""
    ITEM = 3
    APPLICANT = 4
    STATE = 5
    DUE = 6
    LEFT = 7
    CLERK = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list, ready to paint."""

    id: UUID
    cells: tuple[str, ...]
    """Texts by :class:`Cell`."""
    lamp: Lamp | None
    """None: no clock runs, so there is no lamp."""
    state_tone: Tone
    left_tone: Tone
    spoken: str
    """The row as a sentence, for a screen reader."""


def lamp_for(state: CaseState, due: date | None, clock: ClockState, moment: Moment) -> Lamp | None:
    """The lamp of a case by its due date: the same ranges as the chips, so both always agree.

    A pause ends by itself after its longest time, and the due date counts it in: where that date is near, the
    lamp lights although nobody has ended the pause. Only while the citizen is waited for before acceptance
    the desk owes nothing, however late they are.
    """
    if clock is ClockState.DONE:
        return Lamp.DONE
    standing = clock is ClockState.PAUSED
    if due is None or state is CaseState.SUPPLEMENTING:
        return Lamp.PAUSED if standing else None
    if due <= moment.today:
        return Lamp.DUE if due == moment.today else Lamp.OVERDUE
    if due <= moment.soon_until:
        return Lamp.SOON
    return Lamp.PAUSED if standing else Lamp.OK


def row_of(line: CaseLine, moment: Moment, days_left: int) -> Row:
    """The row of a case today. ``days_left`` is only looked at when the case has a due date."""
    lamp = lamp_for(line.state, line.due, line.clock, moment)
    left, tone = words.left_words(line, lamp, days_left, moment.today)
    state = word(line.state)
    item = f"{word(line.back)} · {line.item_name}" if line.back else line.item_name
    due = words.day_text(line.due)
    number = words.number_text(line.number)
    short = words.short_number(line.number)
    spoken = (word(lamp) if lamp else "", left, item, line.applicant, state)
    return Row(
        id=line.id,
        cells=("", number, short, item, line.applicant, state, due, left, line.clerk_name),
        lamp=lamp,
        state_tone=CASE_STATE_TONES[line.state.value],
        left_tone=tone,
        spoken="，".join(part for part in spoken if part and part != "—"),
    )
