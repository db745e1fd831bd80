"""通办: where a case was sent, what came back, and that nobody sends it twice meanwhile (F38)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain import case_acts as acts
from desk_app.domain.case_life import Via
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import IllegalMove
from desk_app.domain.moves import Act
from desk_app.domain.paper_dues import later_papers_due
from desk_app.domain.performing import allowed_acts, perform
from desk_app.domain.phone_lines import Line, phone_line
from tests.domain.lives import (
    ACROSS,
    ANSWERED,
    CALENDAR,
    CLERK,
    HEARD,
    IMMEDIATE,
    LIVES,
    SENT,
    after,
    day,
    life,
)

ACCEPTED = LIVES[CaseState.ACCEPTED]
TODAY = date(2026, 11, 4)


def refused(case: Case, event: acts.SentAcross | acts.HeardAcross) -> str:
    with pytest.raises(IllegalMove) as fault:
        perform(case, event, CLERK, CALENDAR)
    return fault.value.code


@pytest.mark.parametrize("state", [CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.HANDLING])
def test_a_case_that_belongs_elsewhere_is_sent_and_stays_where_it_is(state: CaseState) -> None:
    case = life(state)
    assert Act.SEND_ACROSS in allowed_acts(case, CLERK, TODAY)
    assert Act.HEAR_ACROSS not in allowed_acts(case, CLERK, TODAY)
    (event,) = perform(case, ACROSS, CLERK, CALENDAR)
    sent = after(*LIVES[state], event)
    assert sent.state is state
    assert (sent.lived.crossing and sent.lived.crossing.to) == ACROSS.to
    assert Act.SEND_ACROSS not in allowed_acts(sent, CLERK, TODAY)
    assert Act.HEAR_ACROSS in allowed_acts(sent, CLERK, TODAY)


def test_what_is_said_anew_replaces_what_was_known() -> None:
    case = after(*ACCEPTED, ACROSS, HEARD)
    crossing = case.lived.crossings[0]
    assert (crossing.receipt, crossing.reply_by, crossing.heard, crossing.open) == (
        *("HZ-7", date(2026, 11, 18)),
        *(1, True),
    )
    answered = after(*ACCEPTED, ACROSS, HEARD, ANSWERED)
    crossing = answered.lived.crossings[0]
    assert (crossing.receipt, crossing.reply, crossing.open) == ("HZ-7", "已登记", False)
    again = after(*ACCEPTED, ACROSS, ANSWERED, replace(ACROSS, to="示例省示例市医保局", at=day(6)))
    assert [found.open for found in again.lived.crossings] == [False, True]
    heard = after(*ACCEPTED, ACROSS, ANSWERED, replace(ACROSS, at=day(6)), HEARD)
    assert [found.heard for found in heard.lived.crossings] == [1, 1]


def test_what_two_desks_did_apart_is_kept_as_a_contradiction() -> None:
    twice = after(*ACCEPTED, ACROSS, ACROSS)
    assert (len(twice.lived.crossings), twice.lived.contradictions) == (1, ("case.sent_across",))
    nothing_sent = after(*ACCEPTED, HEARD)
    assert nothing_sent.lived.contradictions == ("case.heard_across",)


def test_what_is_missing_is_asked_for() -> None:
    case = life(CaseState.ACCEPTED)
    assert refused(case, replace(ACROSS, to=" ")) == "part_needed"
    assert refused(case, replace(ACROSS, number=" ")) == "part_needed"
    assert perform(case, replace(ACROSS, via=Via.PLATFORM, number=""), CLERK, CALENDAR)
    assert refused(case, replace(ACROSS, reply_by=date(2026, 11, 1))) == "day_too_early"
    assert refused(case, HEARD) == "not_across"
    sent = after(*ACCEPTED, ACROSS)
    assert refused(sent, ACROSS) == "already_across"
    assert refused(sent, acts.HeardAcross(day(2))) == "part_needed"
    assert refused(sent, replace(HEARD, reply_by=date(2026, 11, 1))) == "day_too_early"
    assert perform(sent, acts.HeardAcross(day(2), reply_by=date(2026, 11, 9)), CLERK, CALENDAR)
    assert refused(after(*ACCEPTED, SENT), ACROSS) == "under_way"
    assert refused(after(*ACCEPTED, pin=IMMEDIATE), ACROSS) == "not_for_immediate"


def test_the_telephone_says_where_it_is() -> None:
    said = phone_line(after(*ACCEPTED, ACROSS), TODAY, CALENDAR)
    assert said.line is Line.ACROSS
    assert said.blanks == {
        "on": date(2026, 11, 3),
        "to": "示例省示例县医保局",
        "via": "post",
        "number": "EMS1",
        "day": date(2026, 11, 20),
    }
    assert phone_line(after(*ACCEPTED, ACROSS, HEARD), TODAY, CALENDAR).blanks["receipt"] == "HZ-7"
    assert phone_line(after(*ACCEPTED, ACROSS, ANSWERED), TODAY, CALENDAR).line is Line.DECIDED_BY


def test_the_citizen_is_told_each_time_something_is_known() -> None:
    def owed(*events: acts.SentAcross | acts.HeardAcross) -> tuple[DocumentKind, ...]:
        return later_papers_due(after(*ACCEPTED, *events))

    assert owed() == ()
    assert owed(ACROSS) == owed(ACROSS, HEARD) == (DocumentKind.CROSS_TOWN,)
