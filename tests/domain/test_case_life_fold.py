"""What each later event leaves in a case, and what happens to one that comes too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import case_life as life
from desk_app.domain.bodies import decode, encode
from desk_app.domain.cases import Case, CaseEvent, CaseFinished, CaseState, MaterialState, apply
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.signatures import Signature, SignedFor
from tests.domain import lives as of

ACCEPTED = (of.RECEIVED, of.ACCEPTED)


def test_a_first_day_case_has_no_later_life() -> None:
    case = of.after(*ACCEPTED)
    assert case.life is None
    assert case.lived == life.NO_LIFE
    assert (case.lived.round, case.lived.special, case.lived.handover) == (None, None, None)


def test_a_round_is_kept_with_its_days() -> None:
    case = of.after(of.RECEIVED, of.ASKED, of.LONGER, of.CAME)
    (kept,) = case.lived.rounds
    assert kept == life.Round(
        *(of.LINES, of.day(1), date(2026, 11, 16)), extended=True, received_at=of.day(3)
    )
    assert not kept.open


def test_what_is_asked_is_missing_until_it_comes() -> None:
    asked = of.life(CaseState.SUPPLEMENTING)
    assert [(row.number, row.reason) for row in asked.missing] == [(2, "看不清")]
    came = apply(asked, of.CAME)
    assert came.missing == ()
    assert came.materials[1].state is MaterialState.COPY
    assert came.materials[1].reason == ""


def test_a_second_round_leaves_the_first_as_it_was() -> None:
    again = replace(of.ASKED, at=of.day(4), due=date(2026, 11, 20))
    first, second = of.after(of.RECEIVED, of.ASKED, of.CAME, again).lived.rounds
    assert (first.due, first.received_at) == (date(2026, 11, 9), of.day(3))
    assert second.open


def test_an_amendment_is_a_round_after_acceptance() -> None:
    waived = of.after(*ACCEPTED, of.AMENDMENT, of.WAIVED)
    assert (waived.state, waived.lived.rounds[0].missed_at) == (CaseState.HANDLING, of.day(8))
    assert of.after(*ACCEPTED, of.AMENDMENT, of.AMENDED).state is CaseState.HANDLING
    missed = of.after(*ACCEPTED, of.AMENDMENT, of.MISSED)
    assert missed.state is CaseState.TERMINATED
    assert missed.lived.round is None


def test_a_promise_is_kept_or_broken() -> None:
    owing = (of.OWING_RECEIVED, of.OWING_ACCEPTED)
    kept = of.after(*owing, of.DEFERRED_CAME)
    assert (kept.deferred, kept.state) == ((), CaseState.ACCEPTED)
    longer = of.after(*owing, of.DEFERRAL_LONGER)
    assert (longer.promise_by, longer.lived.deferral_extended) == (date(2026, 11, 9), True)
    broken = of.after(*owing, of.BROKEN)
    assert broken.state is CaseState.TERMINATED
    assert broken.lived.closing == life.Closing("两次电话提醒", of.day(7))
    assert broken.finished_at == of.day(7)


def test_a_hand_over_changes_the_holder() -> None:
    collected = of.after(of.RECEIVED, of.SENT, pin=of.COLLECTING)
    assert collected.mode is HandlingMode.ENTRUSTED_RECEIVE
    signed = apply(collected, of.SIGNED)
    assert signed.state is CaseState.RECEIVED
    assert signed.mode is HandlingMode.DIRECT
    assert signed.lived.holder == life.Holder("示例镇便民服务中心", of.TOWN.id, HandlingMode.DIRECT)
    (leg,) = signed.lived.handovers
    assert (leg.signed_at, leg.signed_by, leg.under_way) == (of.day(2), "钱某某", False)


def test_a_refused_hand_over_is_back_where_it_was() -> None:
    back = of.after(of.RECEIVED, of.SENT, of.SENT_BACK)
    assert (back.state, back.lived.holder, back.lived.handover) == (CaseState.RECEIVED, None, None)
    assert back.lived.handovers[0].refusal == "少一页"
    accepted = of.after(*ACCEPTED, of.SENT, of.SENT_BACK)
    assert accepted.state is CaseState.ACCEPTED


def test_a_department_that_signs_begins_handling() -> None:
    case = of.after(*ACCEPTED, of.SENT, of.SIGNED_BY_DEPARTMENT)
    assert (case.state, case.mode) == (CaseState.HANDLING, None)


def test_a_special_procedure_and_an_extension_are_kept() -> None:
    case = of.after(*ACCEPTED, of.BEGUN, of.PAUSED, of.RESUMED, of.EXTENDED)
    (special,) = case.lived.specials
    assert (special.special, special.most_days, special.ended_at) == (
        life.Special.APPRAISAL,
        20,
        of.day(7),
    )
    assert case.lived.extensions == (life.Extension(5, "入户调查未完", of.LEADER.id, of.day(3)),)
    assert case.state is CaseState.HANDLING


def test_a_decision_says_how_and_on_what_grounds() -> None:
    begun = (*ACCEPTED, of.BEGUN)
    approved = of.after(*begun, of.APPROVED)
    assert approved.lived.decision == life.Decision(
        life.Verdict.APPROVED, of.day(4), "民政部门", "示例办字〔2026〕第001号"
    )
    assert (approved.state, approved.result, approved.finished_at) == (
        CaseState.READY,
        "老年优待证",
        of.day(4),
    )
    assert of.after(*begun, of.REGISTERED_ONLY).state is CaseState.DELIVERED
    rejected = of.after(*begun, of.REPORTED, of.REJECTED)
    assert rejected.state is CaseState.READY
    assert rejected.lived.reported_to == "区民政部门"
    assert rejected.lived.decision is not None
    assert rejected.lived.decision.facts == "年龄不足"


@pytest.mark.parametrize(
    ("event", "state", "closing"),
    [
        (of.WITHDRAWN, CaseState.WITHDRAWN, life.Closing("本人不办了", of.day(1))),
        (of.VOIDED, CaseState.VOIDED, life.Closing("录错人", of.day(1), of.LEADER.id)),
        (of.TERMINATED, CaseState.TERMINATED, life.Closing("申请人去世", of.day(1), of.LEADER.id)),
        (
            of.REFUSED,
            CaseState.REFUSED,
            life.Closing(
                *("不属于本站", of.day(1), None, life.Refusal.NOT_COMPETENT, "办事指南", "区民政部门")
            ),
        ),
    ],
)
def test_an_end_says_why_and_who_agreed(event: CaseEvent, state: CaseState, closing: life.Closing) -> None:
    case = of.after(of.RECEIVED, event)
    assert (case.state, case.lived.closing, case.finished_at) == (state, closing, of.day(1))


def test_an_end_closes_what_was_waited_for() -> None:
    suspended = apply(of.life(CaseState.SUSPENDED), replace(of.WITHDRAWN, at=of.day(5)))
    assert suspended.lived.special is None
    returned = of.life(CaseState.RETURNED)
    assert returned.lived.round is None
    assert returned.lived.closing == life.Closing("11 月 10 日电话", of.day(8))


def test_after_the_end_delivery_rating_and_shelf_are_kept() -> None:
    case = of.after(*of.LIVES[CaseState.DELIVERED], of.RATED, of.ARCHIVED)
    assert [found.recipient for found in case.lived.deliveries] == ["张某某"]
    assert case.lived.rating is not None
    assert case.lived.rating.level.stars == 5
    assert (case.state, case.lived.ended_as) == (CaseState.ARCHIVED, "delivered")


def test_the_five_levels_have_five_stars() -> None:
    assert [level.stars for level in life.Satisfaction] == [5, 4, 3, 2, 1]


def test_a_correction_leaves_the_old_value_beside_the_new() -> None:
    case = of.after(of.RECEIVED, of.CORRECTED)
    assert case.applicant.phone == "13900001111"
    assert case.lived.corrections == (
        life.Correction(life.Correctable.PHONE, "", "13800000000", "13900001111", "换号", of.day(1)),
    )
    remark = replace(of.CORRECTED, what=life.Correctable.REMARK, old="上午来电", new="下午来电")
    assert of.after(of.RECEIVED, remark).remark == "下午来电"
    copies = replace(of.CORRECTED, what=life.Correctable.COPIES, old="1", new="3", name="2")
    assert [row.copies for row in apply(case, copies).materials] == [1, 3, 1]
    assert apply(case, replace(copies, new="三")).materials == case.materials
    account = replace(of.CORRECTED, what=life.Correctable.FIELD, old="0001", new="0002", name="account")
    assert of.after(of.RECEIVED, account).fields == {"account": "0002"}


def test_notes_tags_and_calls_stand_on_the_margin() -> None:
    untagged = replace(of.TAGGED, added=("老人",), removed=("加急",))
    case = of.after(of.RECEIVED, of.NOTED, of.TAGGED, untagged, of.PLANNED, of.SAID, of.SAID)
    assert case.lived.notes == (life.Note("下午来过电话", of.day(1)),)
    assert case.lived.tags == ("上门", "老人")
    assert (case.lived.next_contact, case.lived.said) == (date(2026, 11, 12), 2)
    assert case.state is CaseState.RECEIVED


def test_a_signature_stands_beside_the_case() -> None:
    case = of.after(of.RECEIVED, of.INKED)
    assert case.lived.signatures == (Signature(SignedFor.APPLICATION, "a" * 64, "b" * 64, of.day(1)),)
    assert case.state is CaseState.RECEIVED


TOO_LATE: tuple[tuple[CaseState, CaseEvent], ...] = (
    (CaseState.WITHDRAWN, of.ACCEPTED),
    (CaseState.REFUSED, of.RECEIVED),
    (CaseState.DELIVERED, CaseFinished(of.day(9))),
    (CaseState.HANDLING, of.ACCEPTED),
    (CaseState.RETURNED, of.CAME),
    (CaseState.VOIDED, of.RATED),
    (CaseState.ARCHIVED, of.NOTED),
    (CaseState.RECEIVED, of.SIGNED),
    (CaseState.ACCEPTED, of.SENT_BACK),
)


@pytest.mark.parametrize(("state", "event"), TOO_LATE, ids=str)
def test_what_comes_too_late_changes_nothing_and_is_kept_in_mind(state: CaseState, event: CaseEvent) -> None:
    case = of.life(state)
    after = apply(case, event)
    assert after.lived.contradictions == (event.kind,)
    assert replace(after, life=replace(after.lived, contradictions=())).lived == case.lived
    assert replace(after, life=None) == replace(case, life=None)


ONCE: tuple[tuple[CaseState, tuple[CaseEvent, ...], CaseEvent], ...] = (
    (CaseState.HANDLING, (of.EXTENDED,), of.EXTENDED),
    (CaseState.DELIVERED, (of.RATED,), of.RATED),
    (CaseState.SUPPLEMENTING, (of.LONGER,), of.LONGER),
    (CaseState.ACCEPTED, (of.DEFERRAL_LONGER,), of.DEFERRAL_LONGER),
    (CaseState.ACCEPTED, (of.SENT,), of.SENT),
    (CaseState.FORWARDED, (), replace(of.SIGNED, batch=of.OTHER_BATCH)),
    (CaseState.FORWARDED, (), replace(of.SENT_BACK, batch=of.OTHER_BATCH)),
)


@pytest.mark.parametrize(("state", "before", "event"), ONCE, ids=str)
def test_what_two_desks_did_at_once_counts_once(
    state: CaseState, before: tuple[CaseEvent, ...], event: CaseEvent
) -> None:
    case = of.after(*of.LIVES[state], *before)
    assert case.lived.contradictions == ()
    assert apply(case, event).lived.contradictions == (event.kind,)


def test_a_round_that_is_not_there_cannot_be_lengthened() -> None:
    bare = replace(of.life(CaseState.RECEIVED), state=CaseState.SUPPLEMENTING)
    assert apply(bare, of.LONGER).lived.contradictions == (of.LONGER.kind,)


histories = st.lists(st.sampled_from(of.EVERY_EVENT), max_size=14)


@given(histories, histories)
def test_any_history_folds_and_goes_on_from_where_it_stopped(
    before: list[CaseEvent], rest: list[CaseEvent]
) -> None:
    case = of.after(*before)
    for event in rest:
        case = apply(case, event)
    assert case == of.after(*before, *rest)
    assert decode(Case, encode(case)) == case


OVER = frozenset(
    {
        *(CaseState.READY, CaseState.DELIVERED, CaseState.REFUSED, CaseState.RETURNED),
        *(CaseState.WITHDRAWN, CaseState.VOIDED, CaseState.TERMINATED, CaseState.ARCHIVED),
    }
)


@given(histories)
def test_an_end_is_never_undone_and_nothing_kept_is_lost(events: list[CaseEvent]) -> None:
    for before, now in pairwise(accumulate(events, apply, initial=of.after())):
        if before.state in OVER:
            assert now.state in OVER
            assert now.finished_at == before.finished_at
        for name in ("rounds", "specials", "extensions", "handovers", "corrections", "notes", "deliveries"):
            assert len(getattr(before.lived, name)) <= len(getattr(now.lived, name))


def test_every_event_is_among_the_samples() -> None:
    assert {type(event) for event in of.EVERY_EVENT} | set(_ON_PAPER) == set(get_args(CaseEvent))


_ON_PAPER = [
    cls
    for cls in get_args(CaseEvent)
    if cls.kind
    in {"case.registered", "case.document_issued", "case.document_reprinted", "case.number_revealed"}
]
