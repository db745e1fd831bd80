"""The move table, row by row, against appendix B as it is kept in the snapshots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.domain.cases import CaseState
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.moves import MOVES, ON_THE_MARGIN, Act, move_of
from desk_app.domain.performing import allowed_acts
from tests.domain.lives import AGENT, CLERK, EVERY_EVENT, LIVES, MANAGER, NOTED, PIN, day, held, life


@pytest.mark.parametrize("state", CaseState)
def test_every_state_is_reached_by_its_events(state: CaseState) -> None:
    case = life(state)
    assert case.state is state
    assert case.lived.contradictions == ()


def test_the_table_is_appendix_b() -> None:
    found = [
        {
            "act": move.act.value,
            "event": move.event.kind,
            "from": sorted(move.sources),
            "who": move.who.value,
            "to": move.to.value if move.to else "same",
            "clock": move.clock.value,
            "papers": [paper.value for paper in move.papers],
            "guard": move.guard,
        }
        for move in MOVES
    ]
    assert found == held("moves", found)


def test_every_act_has_a_row_and_no_state_two_rows_for_one_event() -> None:
    assert {move.act for move in MOVES} == set(Act)
    pairs = [(move.event, source) for move in MOVES for source in move.sources]
    assert len(pairs) == len(set(pairs))
    assert {move.event for move in MOVES} <= {type(event) for event in EVERY_EVENT}


def test_an_archived_case_is_left_alone() -> None:
    assert all(CaseState.ARCHIVED not in move.sources for move in MOVES)
    assert move_of(NOTED, CaseState.ARCHIVED) is None
    assert move_of(NOTED, CaseState.DELIVERED) is not None


def test_after_the_end_a_case_is_delivered_rated_archived_and_nothing_else() -> None:
    after_the_end = {Act.DELIVER, Act.RATE, Act.ARCHIVE} | ON_THE_MARGIN
    for state in CaseState:
        if not life(state).open:
            found = {move.act for move in MOVES if state in move.sources}
            assert found <= after_the_end - {Act.CORRECT}, state


def test_what_each_role_may_do_in_each_state_and_mode() -> None:
    """Three weeks on, so that everything that waits for a day is due."""
    today = day(21).date()
    found = {
        f"{state.value}/{mode.value}": {
            clerk.role.value: " ".join(
                act.value
                for act in allowed_acts(life(state, replace(PIN, mode=mode)), clerk, today)
                if act not in ON_THE_MARGIN
            )
            for clerk in (CLERK, MANAGER, replace(AGENT, site=CLERK.site))
        }
        for state in LIVES
        for mode in HandlingMode
        if mode is not HandlingMode.ADVICE
    }
    assert found == held("allowed", found)
