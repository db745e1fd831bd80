"""开窗 and 收窗: who was at which counter, and the one page that is left behind (F72, B7, B23).

A shift is a stream of its own. Closing freezes the page, so that whoever opens next reads what was true then,
and what has been settled since shows by itself in the queues.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.custody import Original
from desk_app.domain.errors import IllegalMove

LONGEST_NOTE = 500
"""Characters of the note to the next person: it has to fit on the page."""


class Loose(StrEnum):
    """What is still open when a counter closes, in the order in which the page lists it."""

    ORIGINAL = "original"
    """未退原件: it was given to a colleague to keep, or is on its way."""
    LANE = "lane"
    """An intake that was begun and is on hold."""
    CALL = "call"
    """Somebody was to be called today or earlier."""
    DUE = "due"
    """Due today, or late."""
    UNPRINTED = "unprinted"
    """A paper of a committed act never came out of the printer."""
    PARKED = "parked"
    """An entry of the case could not be applied."""


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """One line of the page. Names are masked: the page lies on a desk."""

    kind: Loose
    what: str
    """The item, or for an original the paper."""
    who: str = ""
    """Surname and stars."""
    number: str = ""
    """Receipt number; empty for what was never taken in."""
    case: UUID | None = None
    day: date | None = None
    """Day to call, day it is due, or since when an original is kept."""
    note: str = ""
    """Who keeps an original and why."""


@dataclass(frozen=True, slots=True)
class ShiftOpened:
    """开窗."""

    kind: ClassVar[str] = "shift.opened"
    version: ClassVar[int] = 1

    clerk: UUID
    name: str
    counter: str
    at: datetime
    read: UUID | None = None
    """The shift whose page was shown to who opened this one."""


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """收窗, with the page as it was then. How quick somebody was is nobody's business and is not kept."""

    kind: ClassVar[str] = "shift.closed"
    version: ClassVar[int] = 1

    note: str
    ends: tuple[LooseEnd, ...]
    at: datetime


ShiftEvent = ShiftOpened | ShiftClosed


@dataclass(frozen=True, slots=True)
class Shift:
    """One person at one counter, from opening to closing."""

    id: UUID
    clerk: UUID
    name: str
    counter: str
    opened_at: datetime
    closed_at: datetime | None = None
    note: str = ""
    ends: tuple[LooseEnd, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still runs."""
        return self.closed_at is None


def apply(shift_id: UUID, shift: Shift | None, event: ShiftEvent) -> Shift:
    """One event laid over a shift. Raises IllegalMove ``shift_open_already``, ``shift_not_open``."""
    if isinstance(event, ShiftOpened):
        if shift is not None:
            raise IllegalMove("shift_open_already")
        return Shift(shift_id, event.clerk, event.name, event.counter, event.at)
    if shift is None or not shift.open:
        raise IllegalMove("shift_not_open")
    return replace(shift, closed_at=event.at, note=event.note, ends=event.ends)


@dataclass(frozen=True, slots=True)
class Pace:
    """今日 23 件，平均 6 分: for oneself alone, never stored, never on a paper (F72)."""

    cases: int = 0
    average: timedelta | None = None
    """Of those that were taken in without a long wait; None when there was none."""


@dataclass(frozen=True, slots=True)
class Blocking:
    """An original that must be given back, or handed on, before the counter closes."""

    case: UUID
    number: str
    who: str
    original: Original


@dataclass(frozen=True, slots=True)
class ShiftPage:
    """交班一页, as it stands now."""

    shift: Shift | None
    """None while the counter is not open."""
    ends: tuple[LooseEnd, ...] = ()
    blocking: tuple[Blocking, ...] = ()
    pace: Pace = Pace()
    """For who is at the keyboard, and nobody else."""
    before: Shift | None = None
    """The last shift that was closed here, with what it left."""


_AT_ONCE = timedelta(seconds=1)
"""No hand is as quick as that: it came from a script."""
_ON_HOLD = timedelta(minutes=60)
"""Longer than this a form lay on hold; nobody worked on it all the time."""


def pace(spans: Iterable[timedelta]) -> Pace:
    """From the first key to the receipt, for each case of a day."""
    found = list(spans)
    worked = [span for span in found if _AT_ONCE < span <= _ON_HOLD]
    return Pace(len(found), sum(worked, timedelta(0)) / len(worked) if worked else None)


def begun_at_ms(form_id: UUID) -> int:
    """When a form was begun, in milliseconds since 1970: its version-7 id carries the moment."""
    return form_id.int >> 80
