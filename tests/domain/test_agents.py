"""Who is on the roster, who is there, and who takes the place of somebody away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desk_app.domain.agents import (
    Agent,
    AgentAway,
    AgentChanged,
    AgentEnrolled,
    AgentEvent,
    AgentFacts,
    AgentLeft,
    Background,
    Duty,
    apply,
    check_agent,
    who_serves,
)
from desk_app.domain.errors import IllegalMove, InputError

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
FACTS = AgentFacts("李某某", "13800000000", "南村", (Duty.AGENT,), Background.CADRE)
ONE, TWO, THREE = (UUID(int=n) for n in (1, 2, 3))


def agent(agent_id: UUID, facts: AgentFacts, *events: AgentEvent) -> Agent:
    known = apply(agent_id, None, AgentEnrolled(facts, NOW))
    for event in events:
        known = apply(agent_id, known, event)
    return known


def test_the_roster_keeps_what_was_said_last() -> None:
    known = agent(ONE, FACTS, AgentChanged(replace(FACTS, area="北村"), NOW + timedelta(days=1)))
    assert known.facts.area == "北村"
    assert known.changed_at == NOW + timedelta(days=1)


def test_nobody_is_enrolled_twice_and_who_left_stays_gone() -> None:
    gone = agent(ONE, FACTS, AgentLeft(FRIDAY, NOW))
    with pytest.raises(IllegalMove, match="agent_known_already"):
        apply(ONE, gone, AgentEnrolled(FACTS, NOW))
    for before in (None, gone):
        with pytest.raises(IllegalMove, match="agent_gone"):
            apply(ONE, before, AgentChanged(FACTS, NOW))
    assert gone.serves_on(FRIDAY - timedelta(days=1))
    assert not gone.serves_on(FRIDAY)


def test_an_appointment_has_a_first_and_a_last_day() -> None:
    known = agent(ONE, replace(FACTS, first=MONDAY, last=FRIDAY))
    day = timedelta(days=1)
    assert [known.serves_on(at) for at in (MONDAY - day, MONDAY, FRIDAY, FRIDAY + day)] == [
        *(False, True, True, False)
    ]


def test_the_stand_in_is_asked_while_somebody_is_away() -> None:
    away = agent(ONE, FACTS, AgentAway(MONDAY, FRIDAY, TWO, NOW))
    other = agent(TWO, replace(FACTS, name="王某某", area="北村"))
    third = agent(THREE, replace(FACTS, name="张某某", duties=(Duty.HELP,)))
    roster = (third, other, away)
    assert who_serves(roster, "南村", Duty.AGENT, MONDAY) == (other,)
    assert who_serves(roster, "南村", Duty.AGENT, FRIDAY + timedelta(days=1)) == (away,)
    assert who_serves(roster, "南村", Duty.HELP, MONDAY) == (third,)


def test_a_stand_in_who_is_away_or_gone_is_not_asked() -> None:
    away = agent(ONE, FACTS, AgentAway(MONDAY, FRIDAY, TWO, NOW))
    also_away = agent(TWO, replace(FACTS, area="北村"), AgentAway(MONDAY, MONDAY, None, NOW))
    assert who_serves((away, also_away), "南村", Duty.AGENT, MONDAY) == ()
    assert who_serves((away,), "南村", Duty.AGENT, MONDAY) == ()


def test_what_was_told_last_of_an_absence_counts() -> None:
    told = agent(ONE, FACTS, AgentAway(MONDAY, FRIDAY, TWO, NOW), AgentAway(MONDAY, MONDAY, THREE, NOW))
    absence = told.away_on(MONDAY)
    assert absence is not None
    assert absence.stand_in == THREE


def test_facts_are_kept_tidy() -> None:
    tidy = check_agent(replace(FACTS, name=" 李某某 ", phone="+86 138 0000 0000"))
    assert (tidy.name, tidy.phone) == ("李某某", "13800000000")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (replace(FACTS, name=" "), "part_needed"),
        (replace(FACTS, area=""), "part_needed"),
        (replace(FACTS, duties=()), "part_needed"),
        (replace(FACTS, first=FRIDAY, last=MONDAY), "agent_days"),
        (replace(FACTS, phone="138"), "agent_phone"),
    ],
)
def test_what_is_missing_is_refused(facts: AgentFacts, code: str) -> None:
    with pytest.raises(InputError, match=code):
        check_agent(facts)


def test_a_period_without_a_last_day_goes_on() -> None:
    assert check_agent(replace(FACTS, first=FRIDAY)).last is None
    assert check_agent(replace(FACTS, first=MONDAY, last=FRIDAY)).last == FRIDAY
