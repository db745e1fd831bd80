"""A case as a row of the list: every text made once, so that painting is a look-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from desk_app.domain.case_list import CaseLine
from desk_app.domain.cases import CaseState
from desk_app.domain.worktime import Lamp
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.filters import Moment
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.meanings import CASE_STATE_TONES
from desk_app.ui.words import word

_ENDED = frozenset({CaseState.FINISHED, CaseState.ASSISTED})


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


def lamp_for(due: date | None, *, ended: bool, moment: Moment) -> Lamp | None:
    """The lamp of a case by its due date alone: the same ranges as the chips, so both always agree."""
    if ended:
        return Lamp.DONE
    if due is None:
        return None
    if due <= moment.today:
        return Lamp.DUE if due == moment.today else Lamp.OVERDUE
    return Lamp.SOON if due <= moment.soon_until else Lamp.OK


def row_of(line: CaseLine, moment: Moment, days_left: int) -> Row:
    """The row of a case today. ``days_left`` is only looked at when the case has a due date."""
    ended = line.state in _ENDED
    lamp = lamp_for(line.due, ended=ended, moment=moment)
    left, tone = words.left_words(line, lamp, days_left)
    state = word(line.state)
    due = words.day_text(line.due)
    number = words.number_text(line.number)
    short = words.short_number(line.number)
    spoken = (word(lamp) if lamp else "", left, line.item_name, line.applicant, state)
    return Row(
        id=line.id,
        cells=("", number, short, line.item_name, line.applicant, state, due, left, line.clerk_name),
        lamp=lamp,
        state_tone=CASE_STATE_TONES[line.state.value],
        left_tone=tone,
        spoken="，".join(part for part in spoken if part and part != "—"),
    )
