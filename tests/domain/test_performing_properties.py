"""What holds for any sequence of acts: what the door lets through folds, and an end is an end."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.cases import Case, CaseEvent, CaseState, apply
from desk_app.domain.errors import DeskError, IllegalMove, NotAllowed
from desk_app.domain.moves import MOVES, ON_THE_MARGIN, Act, move_of
from desk_app.domain.performing import perform
from tests.domain import lives as of

BY_EVENT = {type(event): event for event in of.EVERY_EVENT}
EVERY_ACT = [BY_EVENT[move.event] for move in MOVES]


@given(st.sampled_from(list(CaseState)), st.lists(st.sampled_from(EVERY_ACT), max_size=12))
def test_any_sequence_of_allowed_acts_folds_without_contradiction(
    state: CaseState, wishes: list[CaseEvent]
) -> None:
    case, events = of.life(state), list(of.LIVES[state])
    for number, wish in enumerate(wishes):
        event = replace(wish, at=max(wish.at, of.day(number)))
        try:
            done = perform(case, event, of.CLERK, of.CALENDAR, approver=of.LEADER)
        except DeskError:
            continue
        events += done
        case = of.after(*events)
        assert case.lived.contradictions == ()
        assert case_after_one_by_one(events) == case


def case_after_one_by_one(events: list[CaseEvent]) -> Case:
    case = of.after()
    for event in events:
        case = apply(case, event)
    return case


@given(
    st.sampled_from([state for state in CaseState if not of.life(state).open]),
    st.sampled_from(EVERY_ACT),
    st.integers(0, 30),
)
def test_no_act_is_possible_after_an_end_but_those_of_the_table(
    state: CaseState, wish: CaseEvent, days: int
) -> None:
    case = of.life(state)
    event = replace(wish, at=of.day(days))
    try:
        perform(case, event, of.CLERK, of.CALENDAR, approver=of.LEADER)
    except (IllegalMove, NotAllowed):
        return
    move = move_of(event, state)
    assert move is not None
    assert move.act in {Act.DELIVER, Act.RATE, Act.ARCHIVE} | (ON_THE_MARGIN - {Act.CORRECT})
    assert not apply(case, event).open
