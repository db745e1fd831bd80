"""A shift from opening to closing, and how quick a day was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from desk_app.domain.errors import IllegalMove
from desk_app.domain.numbers import uuid7
from desk_app.domain.shifts import Loose, LooseEnd, Pace, ShiftClosed, ShiftOpened, apply, begun_at_ms, pace

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SHIFT = UUID(int=1)
OPENED = ShiftOpened(UUID(int=2), "经办甲", "03 号窗口", NOW)
LEFT = LooseEnd(Loose.CALL, "老年优待证", "张*", "37107313262800193", UUID(int=3), NOW.date())
CLOSED = ShiftClosed("记得打电话", (LEFT,), NOW + timedelta(hours=8))


def test_a_shift_is_opened_and_closed_with_its_page() -> None:
    opened = apply(SHIFT, None, OPENED)
    assert opened.open
    assert (opened.name, opened.counter) == ("经办甲", "03 号窗口")
    closed = apply(SHIFT, opened, CLOSED)
    assert not closed.open
    assert (closed.note, closed.ends, closed.closed_at) == ("记得打电话", (LEFT,), CLOSED.at)


def test_a_shift_is_opened_once_and_closed_once() -> None:
    opened = apply(SHIFT, None, OPENED)
    with pytest.raises(IllegalMove, match="shift_open_already"):
        apply(SHIFT, opened, OPENED)
    with pytest.raises(IllegalMove, match="shift_not_open"):
        apply(SHIFT, None, CLOSED)
    with pytest.raises(IllegalMove, match="shift_not_open"):
        apply(SHIFT, apply(SHIFT, opened, CLOSED), CLOSED)


def test_the_pace_leaves_out_what_lay_on_hold() -> None:
    minutes = [timedelta(minutes=each) for each in (4, 8, 300, -1)]
    assert pace(minutes) == Pace(4, timedelta(minutes=6))
    assert pace([timedelta(hours=9)]) == Pace(1)
    assert pace([]) == Pace()


def test_an_id_tells_when_its_form_was_begun() -> None:
    assert begun_at_ms(uuid7(1_234_567, bytes(10))) == 1_234_567
