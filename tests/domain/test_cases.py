"""Cases: what each event leaves, which moves each state allows, and what a fold may never do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.bodies import decode, encode
from desk_app.domain.cases import (
    OPEN_STATES,
    WITHDRAW_WINDOW,
    AcceptanceWithdrawn,
    Acting,
    AssistanceDone,
    Case,
    CaseAccepted,
    CaseEvent,
    CaseFinished,
    CaseMaterial,
    CaseRegistered,
    CaseState,
    Channel,
    DocumentIssued,
    DocumentReprinted,
    ItemPin,
    MaterialsReceived,
    MaterialState,
    NoticeGiven,
    NumberRevealed,
    apply,
    fold,
)
from desk_app.domain.catalogue import (
    CaseKind,
    HandlingMode,
    LegalNature,
    MaterialForm,
    Need,
    Tier,
    TimeLimit,
)
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import IllegalMove
from desk_app.domain.people import MandateKind, Party, Proxy, Relation

AT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
LATER = AT + timedelta(days=3)
PROMISE = date(2026, 12, 1)
CASE, PERSON, PAPER, OTHER_PAPER = (UUID(int=n) for n in range(1, 5))
APPLICANT = Party("张某某", id_number="11010519491231002X", phone="13800000000")
PIN = ItemPin(
    "1-19",
    "2026.1",
    "老年优待证办理",
    Tier.TOWN,
    HandlingMode.DIRECT,
    CaseKind.PROMISED,
    LegalNature.SERVICE,
    "民政办",
    TimeLimit(5),
    TimeLimit(20),
)


def row(number: int, state: MaterialState | None) -> CaseMaterial:
    return CaseMaterial(number, f"材料{number}", MaterialForm.ORIGINAL, 1, Need.REQUIRED, state)


ROWS = (row(1, MaterialState.ORIGINAL), row(2, MaterialState.DEFERRED), row(3, None))
GAPS = (row(1, MaterialState.MISSING), row(2, MaterialState.COPY))
REGISTERED = CaseRegistered("37107312632900196", PIN, PERSON, APPLICANT, Acting.SELF, Channel.COUNTER, AT)
NOTICE = NoticeGiven(GAPS, AT)
RECEIVED = MaterialsReceived(ROWS, AT, PROMISE)
ACCEPTED = CaseAccepted(AT, (2,), PROMISE)
WITHDRAWN = AcceptanceWithdrawn("看错了事项", AT)
FINISHED = CaseFinished(LATER, "优待证")
ASSISTED = AssistanceDone(LATER, "网上认证")
ISSUED = DocumentIssued(
    PAPER, DocumentKind.RECEIPT, PaperSize.A5, "示例收字〔2026〕第001号", "ab" * 32, 1, AT
)
REPRINTED = DocumentReprinted(PAPER, 2, LATER)
REVEALED = NumberRevealed("电话核对", LATER)


def after(*events: CaseEvent) -> Case:
    return fold(CASE, (REGISTERED, *events))


# The states of the first day; those of the later life are reached in test_moves.py.
STATES: dict[CaseState, Case] = {
    CaseState.NOTICED: after(NOTICE),
    CaseState.RECEIVED: after(RECEIVED),
    CaseState.ACCEPTED: after(RECEIVED, ACCEPTED),
    CaseState.FINISHED: after(RECEIVED, ACCEPTED, FINISHED),
    CaseState.ASSISTED: after(RECEIVED, ASSISTED),
}


@pytest.mark.parametrize("state", STATES)
def test_each_state_is_reached_by_its_events(state: CaseState) -> None:
    assert STATES[state].state is state
    assert STATES[state].open is (state in OPEN_STATES)


def test_a_registration_says_who_what_and_how() -> None:
    proxy = Proxy(Party("李某某"), Relation.CHILD, MandateKind.WRITTEN)
    event = replace(
        REGISTERED, acting=Acting.PROXY, proxy=proxy, fields={"account": "0001"}, remark="请上午来电"
    )
    case = fold(CASE, [event])
    assert case == Case(
        CASE,
        event.number,
        CaseState.NOTICED,
        PIN,
        PERSON,
        APPLICANT,
        Acting.PROXY,
        Channel.COUNTER,
        AT,
        proxy=proxy,
        fields={"account": "0001"},
        remark="请上午来电",
    )


def test_each_event_changes_what_it_says_and_nothing_else() -> None:
    received = replace(after(), state=CaseState.RECEIVED, materials=ROWS, received_at=AT, promise_by=PROMISE)
    accepted = replace(received, state=CaseState.ACCEPTED, accepted_at=AT)
    assert after(NOTICE) == replace(after(), materials=GAPS)
    assert after(RECEIVED) == received
    assert after(RECEIVED, ACCEPTED) == accepted
    assert after(RECEIVED, ACCEPTED, WITHDRAWN) == received
    assert after(RECEIVED, ACCEPTED, FINISHED) == replace(
        accepted, state=CaseState.FINISHED, finished_at=LATER, result="优待证"
    )
    assert after(RECEIVED, ASSISTED) == replace(
        received, state=CaseState.ASSISTED, finished_at=LATER, result="网上认证"
    )
    assert after(RECEIVED, REVEALED, REVEALED) == replace(received, reveals=2)


def test_what_is_missing_and_what_is_promised() -> None:
    assert [material.number for material in after(NOTICE).missing] == [1]
    assert [material.number for material in after(RECEIVED).deferred] == [2]
    assert after(RECEIVED).missing == ()


@pytest.mark.parametrize("events", [(), (RECEIVED,), (RECEIVED, REGISTERED)])
def test_a_case_begins_with_its_registration(events: tuple[CaseEvent, ...]) -> None:
    with pytest.raises(IllegalMove, match="not_registered"):
        fold(CASE, events)


def test_a_case_is_registered_once() -> None:
    with pytest.raises(IllegalMove, match="registered_twice"):
        after(REGISTERED)


def test_the_latest_paper_of_a_kind_counts() -> None:
    second = replace(ISSUED, document=OTHER_PAPER)
    case = after(RECEIVED, ISSUED, second)
    found = case.document(DocumentKind.RECEIPT)
    assert found is not None
    assert (found.id, found.printed, found.sha256) == (OTHER_PAPER, 1, "ab" * 32)
    assert case.document(DocumentKind.ACCEPTANCE) is None


def test_a_reprint_counts_the_paper_it_names() -> None:
    case = after(RECEIVED, ISSUED, replace(ISSUED, document=OTHER_PAPER), REPRINTED)
    assert [paper.printed for paper in case.documents] == [2, 1]
    assert case.reprint(PAPER, LATER) == DocumentReprinted(PAPER, 3, LATER)


def test_two_desks_that_printed_the_second_time_at_once_printed_three_times() -> None:
    assert after(ISSUED, REPRINTED, REPRINTED).documents[0].printed == 3


def test_a_paper_that_was_never_made_cannot_be_printed_again() -> None:
    with pytest.raises(IllegalMove, match="no_such_document"):
        after(RECEIVED, ISSUED).reprint(OTHER_PAPER, LATER)


MOVES: dict[str, Callable[[Case], object]] = {
    "finish": lambda case: case.finish("优待证", AT),
    "withdraw": lambda case: case.withdraw_acceptance("看错了", AT),
    "reprint": lambda case: case.reprint(PAPER, AT),
}

# The move table of every state: a move that is missing here is refused with the code beside it.
MOVE_TABLE: dict[CaseState, dict[str, str]] = {
    CaseState.NOTICED: {"finish": "not_accepted", "withdraw": "not_accepted", "reprint": "allowed"},
    CaseState.RECEIVED: {"finish": "not_accepted", "withdraw": "not_accepted", "reprint": "allowed"},
    CaseState.ACCEPTED: {"finish": "allowed", "withdraw": "allowed", "reprint": "allowed"},
    CaseState.FINISHED: {"finish": "not_accepted", "withdraw": "not_accepted", "reprint": "allowed"},
    CaseState.ASSISTED: {"finish": "not_accepted", "withdraw": "not_accepted", "reprint": "allowed"},
}


def outcome(move: Callable[[Case], object], case: Case) -> str:
    try:
        move(case)
    except IllegalMove as refused:
        return refused.code
    return "allowed"


@pytest.mark.parametrize("state", STATES)
def test_the_move_table_of_every_state(state: CaseState) -> None:
    case = apply(STATES[state], ISSUED)
    assert {name: outcome(move, case) for name, move in MOVES.items()} == MOVE_TABLE[state]


@pytest.mark.parametrize(
    ("waited", "reason", "code"),
    [
        (timedelta(0), "看错了", "allowed"),
        (WITHDRAW_WINDOW, " 看错了 ", "allowed"),
        (WITHDRAW_WINDOW + timedelta(seconds=1), "看错了", "withdraw_too_late"),
        (timedelta(0), "  ", "reason_needed"),
    ],
)
def test_an_acceptance_is_taken_back_within_five_minutes_and_with_a_reason(
    waited: timedelta, reason: str, code: str
) -> None:
    case = STATES[CaseState.ACCEPTED]
    assert outcome(lambda case: case.withdraw_acceptance(reason, AT + waited), case) == code
    if code == "allowed":
        event = case.withdraw_acceptance(reason, AT + waited)
        assert event == AcceptanceWithdrawn("看错了", AT + waited)
        assert apply(case, event) == STATES[CaseState.RECEIVED]


def test_too_late_says_how_many_minutes_there_were() -> None:
    with pytest.raises(IllegalMove) as caught:
        STATES[CaseState.ACCEPTED].withdraw_acceptance("看错了", LATER)
    assert caught.value.params == {"minutes": 5}


def test_a_finished_case_carries_its_result() -> None:
    case = STATES[CaseState.ACCEPTED]
    assert apply(case, case.finish("优待证", LATER)) == STATES[CaseState.FINISHED]


EVENTS: tuple[CaseEvent, ...] = (
    NOTICE,
    RECEIVED,
    ACCEPTED,
    WITHDRAWN,
    FINISHED,
    ASSISTED,
    ISSUED,
    replace(ISSUED, document=OTHER_PAPER, document_kind=DocumentKind.ACCEPTANCE),
    REPRINTED,
    REVEALED,
)
histories = st.lists(st.sampled_from(EVENTS), max_size=12)


@given(histories, histories)
def test_a_fold_goes_on_from_where_it_stopped(before: list[CaseEvent], rest: list[CaseEvent]) -> None:
    case = after(*before)
    for event in rest:
        case = apply(case, event)
    assert case == after(*before, *rest)


@given(histories)
def test_no_event_loses_a_paper_a_print_or_a_look(events: list[CaseEvent]) -> None:
    steps = list(accumulate(events, apply, initial=after()))
    for before, now in pairwise(steps):
        assert [paper.id for paper in before.documents] == [
            paper.id for paper in now.documents[: len(before.documents)]
        ]
        assert all(
            old.printed <= new.printed for old, new in zip(before.documents, now.documents, strict=False)
        )
        assert before.reveals <= now.reveals


@given(histories)
def test_what_was_registered_never_changes(events: list[CaseEvent]) -> None:
    case = after(*events)
    assert (case.number, case.item, case.applicant, case.registered_at) == (
        REGISTERED.number,
        PIN,
        APPLICANT,
        AT,
    )


@given(histories)
def test_a_case_survives_being_written_down(events: list[CaseEvent]) -> None:
    case = after(*events)
    assert decode(Case, encode(case)) == case


@pytest.mark.parametrize("event", [REGISTERED, *EVENTS], ids=lambda event: event.kind)
def test_every_event_comes_back_as_it_was_written(event: CaseEvent) -> None:
    assert decode(type(event), encode(event)) == event
    assert event.kind.startswith("case.")
