"""An assistance case from the first call to the call back: its stages, and who is owed a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desk_app.domain.assistance import Assistance, Stage, apply, check_event, check_opened
from desk_app.domain.assistance_events import (
    AgentAccepted,
    AgentAssigned,
    AssistCaseLinked,
    AssistChannel,
    AssistEvent,
    AssistFinished,
    AssistKind,
    AssistOpened,
    AssistOutcome,
    AssistResumed,
    AssistSuspended,
    AssistTerminated,
    CalledBack,
    ComplaintSettled,
    FeedbackGiven,
    Group,
    ProgressNoted,
    TerminatedWhy,
)
from desk_app.domain.calendar import Calendar
from desk_app.domain.errors import DeskError, IllegalMove, InputError
from desk_app.domain.mandates import Matter
from desk_app.domain.people import Party

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MINE, AGENT, MANDATE, CASE = (UUID(int=n) for n in (1, 2, 3, 4))
WEEKDAYS = Calendar(frozenset({2026}), {})
OPENED = AssistOpened(
    number="DB20261124-007",
    kinds=(
        AssistKind.HOME_VISIT,
        AssistKind.ERRAND,
    ),
    citizen=Party("张某某", id_number="11010519491231002X"),
    matters=(Matter("1-1", "特困人员供养申请"),),
    channel=AssistChannel.PHONE,
    area="南村",
    groups=(Group.ELDERLY,),
    at=NOW,
)
ASSIGNED, ACCEPTED = AgentAssigned(AGENT, "李某某", NOW), AgentAccepted(NOW, MANDATE)
TOLD = FeedbackGiven(AssistChannel.PHONE, "材料已送到镇里", NOW)
NODE = ProgressNoted("已送到镇里", True, NOW)
DONE = AssistFinished(AssistOutcome.DONE, "", NOW)
BEGUN = (OPENED, ASSIGNED, ACCEPTED)


def lived(*events: AssistEvent) -> Assistance:
    known: Assistance | None = None
    for event in events:
        known = apply(MINE, known, event)
    assert known is not None
    return known


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ((OPENED,), Stage.WAITING),
        ((OPENED, ASSIGNED), Stage.WAITING),
        (BEGUN, Stage.UNDER_WAY),
        ((*BEGUN, ProgressNoted("约好上门", False, NOW)), Stage.UNDER_WAY),
        ((*BEGUN, NODE), Stage.FEEDBACK_DUE),
        ((*BEGUN, NODE, TOLD), Stage.UNDER_WAY),
        ((*BEGUN, DONE), Stage.FEEDBACK_DUE),
        ((*BEGUN, DONE, TOLD), Stage.DONE),
        ((*BEGUN, AssistTerminated(TerminatedWhy.WITHDRAWN, "自己去办了", NOW), TOLD), Stage.DONE),
        ((*BEGUN, ASSIGNED), Stage.WAITING),
    ],
)
def test_the_board_shows_where_it_stands(events: tuple[AssistEvent, ...], stage: Stage) -> None:
    assert lived(*events).stage is stage


def test_the_word_is_owed_from_the_first_node_on() -> None:
    later = ProgressNoted("又到一步", True, datetime(2026, 11, 26, 2, 0, tzinfo=UTC))
    owing = lived(*BEGUN, NODE, later)
    assert owing.feedback_by(WEEKDAYS) == date(2026, 11, 27)
    assert lived(*BEGUN, NODE, TOLD).feedback_by(WEEKDAYS) is None


def test_an_errand_stands_on_a_mandate_and_the_rest_does_not() -> None:
    with pytest.raises(IllegalMove, match="mandate_needed"):
        lived(OPENED, ASSIGNED, AgentAccepted(NOW))
    help_only = replace(OPENED, kinds=(AssistKind.HELP,))
    assert lived(help_only, ASSIGNED, AgentAccepted(NOW)).stage is Stage.UNDER_WAY
    assert lived(*BEGUN).mandate == MANDATE
    assert lived(*BEGUN, ASSIGNED).mandate is None


def test_it_carries_several_applications_each_once() -> None:
    linked = AssistCaseLinked(CASE, "37107312632812345", NOW)
    other = AssistCaseLinked(UUID(int=5), "37107312632812346", NOW)
    assert lived(OPENED).cases == ()
    assert lived(*BEGUN, linked, other, linked).cases == (CASE, UUID(int=5))


def test_suspended_it_rests_until_it_is_resumed() -> None:
    rest = AssistSuspended("等户口簿", None, NOW)
    resting = lived(*BEGUN, rest)
    assert resting.stage is Stage.FEEDBACK_DUE
    for event in (NODE, DONE, rest):
        with pytest.raises(IllegalMove, match="assist_suspended"):
            apply(MINE, resting, event)
    assert apply(MINE, resting, AssistResumed(NOW)).suspended is None
    with pytest.raises(IllegalMove, match="assist_not_suspended"):
        lived(*BEGUN, AssistResumed(NOW))


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ((OPENED, OPENED), "assist_known_already"),
        ((ASSIGNED,), "assist_unknown"),
        ((OPENED, ACCEPTED), "assist_unassigned"),
        ((OPENED, ASSIGNED, NODE), "assist_not_accepted"),
        ((*BEGUN, DONE, NODE), "assist_over"),
        ((*BEGUN, CalledBack(AssistChannel.PHONE, 5, "", NOW)), "assist_not_over"),
        ((*BEGUN, DONE, ComplaintSettled("当面道歉", NOW)), "nothing_to_settle"),
    ],
)
def test_what_cannot_follow_is_refused(events: tuple[AssistEvent, ...], code: str) -> None:
    with pytest.raises(DeskError, match=code):
        lived(*events)


def test_a_bad_score_is_settled_by_a_day_and_called_back() -> None:
    nobody, bad = (
        CalledBack(AssistChannel.PHONE, None, "", NOW),
        CalledBack(AssistChannel.PHONE, 2, "等太久", NOW),
    )
    unhappy = lived(*BEGUN, DONE, TOLD, nobody, bad, nobody)
    assert unhappy.score == 2
    assert unhappy.complaint_open
    assert unhappy.settle_by(WEEKDAYS) == date(2026, 12, 1)
    settled = apply(MINE, unhappy, ComplaintSettled("已上门说明", NOW))
    assert not settled.complaint_open
    assert settled.settle_by(WEEKDAYS) is None
    assert lived(*BEGUN, DONE, bad, ComplaintSettled("说明", NOW), bad).complaint_open
    assert not lived(*BEGUN, DONE, CalledBack(AssistChannel.VISIT, 5, "", NOW)).complaint_open
    assert lived(*BEGUN, DONE).score is None


@pytest.mark.parametrize(
    "opened",
    [
        replace(OPENED, kinds=()),
        replace(OPENED, citizen=Party()),
        replace(OPENED, area=" "),
        replace(OPENED, matters=()),
    ],
)
def test_nothing_is_begun_without_its_facts(opened: AssistOpened) -> None:
    with pytest.raises(InputError, match="part_needed"):
        check_opened(opened)


def test_advice_needs_no_matter() -> None:
    asked = replace(OPENED, kinds=(AssistKind.CONSULT,), matters=())
    check_opened(asked)
    assert not lived(asked).needs_mandate


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (ProgressNoted(" ", True, NOW), "part_needed"),
        (FeedbackGiven(AssistChannel.PHONE, "", NOW), "part_needed"),
        (ComplaintSettled("", NOW), "part_needed"),
        (AssistSuspended("", None, NOW), "part_needed"),
        (AssistTerminated(TerminatedWhy.OTHER, "", NOW), "part_needed"),
        (AssistFinished(AssistOutcome.NOT_DONE, "", NOW), "part_needed"),
        (CalledBack(AssistChannel.PHONE, 6, "", NOW), "score_range"),
    ],
)
def test_words_that_are_missing_are_refused(event: AssistEvent, code: str) -> None:
    with pytest.raises(InputError, match=code):
        check_event(event)


@pytest.mark.parametrize(
    "event",
    [
        NODE,
        DONE,
        ASSIGNED,
        CalledBack(AssistChannel.PHONE, None, "", NOW),
        CalledBack(AssistChannel.PHONE, 1, "", NOW),
    ],
)
def test_whole_events_are_taken(event: AssistEvent) -> None:
    check_event(event)
