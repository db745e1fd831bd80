"""What may be told late, how far back, and why."""

from __future__ import annotations

from datetime import datetime

import pytest

from desk_app.domain.case_record import Case
from desk_app.domain.cases import CaseState
from desk_app.domain.errors import IllegalMove
from desk_app.domain.late_acts import check_late, is_late, last_moved
from desk_app.domain.moves import Act
from tests.domain import lives as of

ASKED = of.life(CaseState.SUPPLEMENTING)
NOW = of.day(4)


def answer(act: Act, case: Case, happened: datetime, reason: str) -> str:
    """The code of the refusal; empty where it is let through."""
    try:
        check_late(act, case, happened, reason, NOW)
    except IllegalMove as refused:
        return refused.code
    return ""


def test_the_last_act_is_the_latest_of_all() -> None:
    assert last_moved(of.life(CaseState.NOTICED)) == of.AT
    assert last_moved(ASKED) == of.day(1)
    assert last_moved(of.life(CaseState.FORWARDED)) == of.day(1)
    assert last_moved(of.life(CaseState.SUSPENDED)) == of.day(2)
    assert last_moved(of.life(CaseState.READY)) == of.day(4)


def test_an_earlier_hour_of_the_day_is_not_late() -> None:
    assert not is_late(of.day(4).replace(hour=1), NOW)
    assert is_late(of.day(3), NOW)


@pytest.mark.parametrize(
    ("act", "case", "happened", "reason", "code"),
    [
        (Act.TAKE_SUPPLEMENT, ASKED, NOW, "", ""),
        (Act.TAKE_SUPPLEMENT, ASKED, of.day(2), "邮寄来的", ""),
        (Act.TAKE_SUPPLEMENT, ASKED, of.day(1).replace(hour=1), "邮寄来的", ""),
        (Act.TAKE_SUPPLEMENT, ASKED, of.day(2), " ", "late_reason_needed"),
        (Act.TAKE_SUPPLEMENT, ASKED, of.day(0), "邮寄来的", "before_last_act"),
        (Act.TAKE_SUPPLEMENT, ASKED, of.day(5), "邮寄来的", "act_in_future"),
        (Act.ACCEPT, of.life(CaseState.RECEIVED), of.day(2), "忘了", "not_told_late"),
        (Act.ACCEPT, of.life(CaseState.RECEIVED), NOW, "", ""),
    ],
)
def test_what_is_told_late_has_its_day_and_its_reason(
    act: Act, case: Case, happened: datetime, reason: str, code: str
) -> None:
    assert answer(act, case, happened, reason) == code
