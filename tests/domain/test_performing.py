"""Every act through the door: what is let through, and the code of what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from desk_app.domain.accounts import User
from desk_app.domain.case_ends import StoodIn
from desk_app.domain.case_life import Carrier, Correctable, DeliveryWay, Refusal
from desk_app.domain.cases import (
    WITHDRAW_WINDOW,
    AcceptanceWithdrawn,
    AssistanceDone,
    Case,
    CaseAccepted,
    CaseEvent,
    CaseFinished,
    CaseState,
    MaterialState,
    NoticeGiven,
    apply,
)
from desk_app.domain.catalogue import HandlingMode, Need, Tier
from desk_app.domain.errors import DeskError, InvalidIdentity, NotAllowed
from desk_app.domain.identity import IdType
from desk_app.domain.moves import Act, move_of
from desk_app.domain.people import Relation
from desk_app.domain.performing import acceptance_of, allowed_acts, correction_of, perform
from desk_app.domain.sites import Clerk
from tests.domain import lives as of

RECEIVED = of.life(CaseState.RECEIVED)
ACCEPTED = of.life(CaseState.ACCEPTED)
HANDLING = of.life(CaseState.HANDLING)
ASKED = of.life(CaseState.SUPPLEMENTING)
AMENDING = of.life(CaseState.AMENDING)
SENT = of.life(CaseState.FORWARDED)
READY = of.life(CaseState.READY)
OWING = of.after(of.OWING_RECEIVED, of.OWING_ACCEPTED)
SENT_ON = of.after(of.RECEIVED, of.ACCEPTED, of.SENT)
AT_DEPARTMENT = of.after(of.RECEIVED, of.SENT, of.SIGNED_BY_DEPARTMENT, pin=of.COLLECTING)
AT_TOWN = of.after(of.RECEIVED, of.SENT, of.SIGNED, pin=of.COLLECTING)
DECIDED_THERE = of.after(
    *(of.RECEIVED, of.SENT, of.SIGNED_BY_DEPARTMENT, CaseAccepted(of.day(3), word="电话"), of.BEGUN),
    pin=of.COLLECTING,
)


def code(case: Case, event: CaseEvent, clerk: Clerk = of.CLERK) -> str:
    """Why it is refused, or that it is done; an approval is always at hand."""
    try:
        events = perform(case, event, clerk, of.CALENDAR, approver=of.LEADER)
    except DeskError as refused:
        part = refused.params.get("part")
        return f"{refused.code} {part}" if part else refused.code
    assert events == (event,)
    moved = apply(case, event)
    assert moved.lived.contradictions == ()
    return "done"


_FOLLOWS = replace(of.WHOLE[1], need=Need.DEFERRABLE)
FOLLOWING = of.after(replace(of.RECEIVED, materials=(of.WHOLE[0], _FOLLOWS, of.WHOLE[2])), of.ASKED)
PUT_OFF = apply(FOLLOWING, replace(of.CAME, rows={2: MaterialState.DEFERRED}))
LET_THROUGH: tuple[tuple[Case, CaseEvent, Clerk], ...] = (
    (RECEIVED, of.ASKED, of.CLERK),
    (RECEIVED, of.ASKED, replace(of.AGENT, site=of.TOWN)),
    (ASKED, of.CAME, of.AGENT),
    (ASKED, of.LONGER, of.CLERK),
    (ASKED, of.RETURNED, of.CLERK),
    (RECEIVED, acceptance_of(RECEIVED, of.day(1)), of.CLERK),
    (ACCEPTED, AcceptanceWithdrawn("看错了事项", of.AT + WITHDRAW_WINDOW), of.CLERK),
    (RECEIVED, of.REFUSED, of.CLERK),
    (RECEIVED, of.SENT, of.AGENT),
    (ACCEPTED, of.SENT, of.AGENT),
    (SENT, of.SIGNED, of.CLERK),
    (SENT_ON, of.SIGNED_BY_DEPARTMENT, of.CLERK),
    (SENT, of.SENT_BACK, of.CLERK),
    (SENT_ON, of.SENT_BACK, of.CLERK),
    (AT_TOWN, acceptance_of(AT_TOWN, of.day(3)), of.CLERK),
    (AT_DEPARTMENT, acceptance_of(AT_DEPARTMENT, of.day(3), "受字 12 号"), of.VILLAGE_CLERK),
    (ACCEPTED, of.BEGUN, of.CLERK),
    (OWING, of.DEFERRED_CAME, of.AGENT),
    (OWING, of.DEFERRAL_LONGER, of.CLERK),
    (OWING, of.BROKEN, of.CLERK),
    (HANDLING, of.AMENDMENT, of.CLERK),
    (AMENDING, of.AMENDED, of.AGENT),
    (AMENDING, of.WAIVED, of.CLERK),
    (AMENDING, of.MISSED, of.CLERK),
    (HANDLING, of.PAUSED, of.CLERK),
    (of.life(CaseState.SUSPENDED), of.RESUMED, of.CLERK),
    (HANDLING, of.EXTENDED, of.CLERK),
    (HANDLING, of.REPORTED, of.CLERK),
    (HANDLING, of.APPROVED, of.CLERK),
    (of.life(CaseState.REPORTED), of.REGISTERED_ONLY, of.CLERK),
    (HANDLING, of.REJECTED, of.CLERK),
    (DECIDED_THERE, of.APPROVED, of.VILLAGE_CLERK),
    (of.after(of.RECEIVED, of.ACCEPTED, pin=of.IMMEDIATE), CaseFinished(of.AT), of.CLERK),
    (of.after(of.RECEIVED, pin=of.HELPING), AssistanceDone(of.AT), of.AGENT),
    (HANDLING, of.WITHDRAWN, of.AGENT),
    (of.life(CaseState.NOTICED), of.WITHDRAWN, of.AGENT),
    (HANDLING, of.VOIDED, of.CLERK),
    (HANDLING, of.VOIDED, of.MANAGER),
    (HANDLING, of.TERMINATED, of.CLERK),
    (READY, of.DELIVERED, of.AGENT),
    (READY, replace(of.DELIVERED, way=DeliveryWay.POST, express="EA123456789CN", id_checked=False), of.AGENT),
    (READY, replace(of.DELIVERED, way=DeliveryWay.ONLINE, id_checked=False), of.AGENT),
    (of.life(CaseState.DELIVERED), of.RATED, of.AGENT),
    (of.life(CaseState.DELIVERED), of.ARCHIVED, of.AGENT),
    (HANDLING, of.CORRECTED, of.AGENT),
    (HANDLING, correction_of(HANDLING, Correctable.NAME, "李某某", "写错", of.day(1)), of.AGENT),
    (HANDLING, correction_of(HANDLING, Correctable.PHONE, "", "停机", of.day(1)), of.AGENT),
    (HANDLING, correction_of(HANDLING, Correctable.ADDRESS, "示例镇西村", "搬家", of.day(1)), of.AGENT),
    (HANDLING, correction_of(HANDLING, Correctable.REMARK, "下午来电", "改", of.day(1)), of.AGENT),
    (HANDLING, correction_of(HANDLING, Correctable.FIELD, "2", "改", of.day(1), "account"), of.AGENT),
    (HANDLING, correction_of(HANDLING, Correctable.COPIES, "02", "多给一份", of.day(1), "2"), of.AGENT),
    (READY, replace(of.DELIVERED, recipient="李某某", relation=Relation.CHILD), of.AGENT),
    (FOLLOWING, replace(of.CAME, rows={2: MaterialState.DEFERRED}), of.AGENT),
    (PUT_OFF, acceptance_of(PUT_OFF, of.day(4), promise_by=date(2026, 11, 10)), of.CLERK),
    (HANDLING, of.ACROSS, of.AGENT),
    (of.after(of.RECEIVED, of.ACROSS), of.HEARD, of.AGENT),
    *((READY, event, of.AGENT) for event in (of.NOTED, of.TAGGED, of.PLANNED, of.SAID, of.INKED)),
    (READY, replace(of.PLANNED, on=None), of.AGENT),
)


def name(value: object) -> str:
    return value.kind if hasattr(value, "kind") else str(getattr(value, "state", ""))


@pytest.mark.parametrize(("case", "event", "clerk"), LET_THROUGH, ids=name)
def test_what_is_let_through(case: Case, event: CaseEvent, clerk: Clerk) -> None:
    assert code(case, event, clerk) == "done"
    move = move_of(event, case.state)
    assert move is not None
    assert move.act in allowed_acts(case, clerk, event.at.date())


def test_every_act_is_let_through_somewhere() -> None:
    found = {move.act for case, event, _ in LET_THROUGH if (move := move_of(event, case.state))}
    assert found == set(Act) - {Act.GIVE_NOTICE, Act.RECEIVE}


LINE = of.LINES[0]
MENDED = of.after(of.RECEIVED, of.ASKED, of.CAME)
STILL = replace(of.REFUSED, refusal=Refusal.STILL_DEFECTIVE, at=of.day(4))
REFUSALS: tuple[tuple[Case, CaseEvent, str], ...] = (
    (ACCEPTED, of.ASKED, "no_such_move"),
    (of.life(CaseState.ARCHIVED), of.NOTED, "no_such_move"),
    (of.life(CaseState.NOTICED), of.RECEIVED, "no_such_move"),
    (of.life(CaseState.NOTICED), NoticeGiven(of.GAPS, of.AT), "no_such_move"),
    (HANDLING, of.STOOD_IN, "no_such_move"),
    (HANDLING, replace(of.NOTED, at=of.day(-1)), "before_registration"),
    (RECEIVED, replace(of.ASKED, lines=()), "list_empty"),
    (RECEIVED, replace(of.ASKED, lines=(replace(LINE, number=9),)), "no_such_material"),
    (RECEIVED, replace(of.ASKED, lines=(LINE, LINE)), "told_twice"),
    (RECEIVED, replace(of.ASKED, lines=(replace(LINE, problem=" "),)), "part_needed problem"),
    (RECEIVED, replace(of.ASKED, due=of.day(1).date()), "day_too_early"),
    (HANDLING, replace(of.AMENDMENT, lines=()), "list_empty"),
    (ASKED, replace(of.CAME, rows={}), "supplement_incomplete"),
    (ASKED, replace(of.CAME, rows={2: MaterialState.MISSING}), "not_in_hand"),
    (ASKED, replace(of.CAME, rows={9: MaterialState.COPY}), "no_such_material"),
    (ASKED, replace(of.LONGER, reason=""), "reason_needed"),
    (ASKED, replace(of.LONGER, due=date(2026, 11, 9)), "day_too_early"),
    (ASKED, replace(of.LONGER, at=of.day(8)), "asked_too_late"),
    (apply(ASKED, of.LONGER), of.LONGER, "already_extended"),
    (ASKED, replace(of.RETURNED, at=of.day(7)), "not_due_yet"),
    (ASKED, replace(of.RETURNED, contact=" "), "part_needed contact"),
    (of.after(of.RECEIVED, of.ASKED, pin=of.COLLECTING), of.RETURNED, "held_elsewhere"),
    (replace(RECEIVED, materials=of.GAPS), of.ACCEPTED, "papers_missing"),
    (RECEIVED, replace(of.ACCEPTED, deferred=(2,)), "deferred_differs"),
    (RECEIVED, replace(of.ACCEPTED, promise_by=of.PROMISE), "deferred_differs"),
    (of.after(of.OWING_RECEIVED), of.ACCEPTED, "deferred_differs"),
    (of.after(of.OWING_RECEIVED), replace(of.OWING_ACCEPTED, promise_by=None), "deferred_differs"),
    (PUT_OFF, acceptance_of(PUT_OFF, of.day(4)), "deferred_differs"),
    (PUT_OFF, acceptance_of(PUT_OFF, of.day(4), promise_by=date(2026, 11, 16)), "beyond_deadline"),
    (ASKED, replace(of.CAME, rows={2: MaterialState.DEFERRED}), "not_in_hand"),
    (
        replace(FOLLOWING, item=of.IMMEDIATE),
        replace(of.CAME, rows={2: MaterialState.DEFERRED}),
        "not_in_hand",
    ),
    (
        of.after(of.RECEIVED, of.ACCEPTED, of.AMENDMENT),
        replace(of.AMENDED, rows={2: MaterialState.DEFERRED}),
        "not_in_hand",
    ),
    (AT_DEPARTMENT, of.ACCEPTED, "word_needed"),
    (AT_DEPARTMENT, of.REFUSED, "word_needed"),
    (
        of.after(of.RECEIVED, pin=replace(of.PIN, mode=HandlingMode.ASSIST)),
        of.ACCEPTED,
        "mode_may_not_accept",
    ),
    (
        of.after(of.RECEIVED, of.SENT, replace(of.SIGNED, site=of.VILLAGE.id)),
        of.ACCEPTED,
        "held_elsewhere",
    ),
    (ACCEPTED, AcceptanceWithdrawn("错", of.AT + timedelta(minutes=6)), "withdraw_too_late"),
    (ACCEPTED, AcceptanceWithdrawn("错", of.day(1)), "withdraw_too_late"),
    (ACCEPTED, AcceptanceWithdrawn(" ", of.AT), "reason_needed"),
    (SENT_ON, AcceptanceWithdrawn("错", of.AT), "under_way"),
    (RECEIVED, replace(of.REFUSED, reason=""), "reason_needed"),
    (RECEIVED, replace(of.REFUSED, basis=""), "part_needed basis"),
    (RECEIVED, replace(of.REFUSED, instead=""), "part_needed instead"),
    (RECEIVED, STILL, "not_supplemented"),
    (MENDED, STILL, "done"),
    (RECEIVED, replace(of.SENT, to=" "), "part_needed to"),
    (RECEIVED, replace(of.SENT, carrier=Carrier.POST), "part_needed express"),
    (RECEIVED, replace(of.SENT, carrier=Carrier.POST, express="EA123456789CN"), "done"),
    (SENT_ON, of.SENT, "under_way"),
    (SENT_ON, of.BEGUN, "under_way"),
    (SENT_ON, of.PAUSED, "under_way"),
    (SENT_ON, of.AMENDMENT, "under_way"),
    (ACCEPTED, of.SIGNED, "not_under_way"),
    (ACCEPTED, of.SENT_BACK, "not_under_way"),
    (SENT, replace(of.SIGNED, batch=of.OTHER_BATCH), "other_batch"),
    (SENT, replace(of.SENT_BACK, batch=of.OTHER_BATCH), "other_batch"),
    (SENT, replace(of.SENT_BACK, reason=""), "reason_needed"),
    (SENT, replace(of.SIGNED, signed_by=""), "part_needed signed_by"),
    (SENT, replace(of.SIGNED, mode=None), "part_needed mode"),
    (SENT, replace(of.SIGNED, site=None), "part_needed site"),
    (SENT, replace(of.SIGNED, site=of.VILLAGE.id), "not_the_receiver"),
    (ACCEPTED, of.DEFERRED_CAME, "nothing_deferred"),
    (OWING, replace(of.DEFERRED_CAME, rows={1: MaterialState.COPY}), "not_deferred"),
    (OWING, replace(of.DEFERRED_CAME, rows={}), "not_deferred"),
    (OWING, replace(of.DEFERRAL_LONGER, at=of.day(4)), "not_due_yet"),
    (OWING, replace(of.DEFERRAL_LONGER, reminder=""), "part_needed reminder"),
    (OWING, replace(of.DEFERRAL_LONGER, promise_by=of.day(5).date()), "day_too_early"),
    (OWING, replace(of.DEFERRAL_LONGER, promise_by=date(2026, 11, 10)), "beyond_deadline"),
    (apply(OWING, of.DEFERRAL_LONGER), replace(of.DEFERRAL_LONGER, at=of.day(8)), "already_extended"),
    (OWING, replace(of.BROKEN, at=of.day(3)), "not_due_yet"),
    (OWING, replace(of.BROKEN, reminder=""), "part_needed reminder"),
    (AMENDING, replace(of.WAIVED, at=of.day(7)), "not_due_yet"),
    (AMENDING, replace(of.WAIVED, reason=""), "reason_needed"),
    (AMENDING, replace(of.MISSED, at=of.day(7)), "not_due_yet"),
    (AMENDING, replace(of.MISSED, reason=""), "reason_needed"),
    (HANDLING, replace(of.PAUSED, basis=""), "part_needed basis"),
    (HANDLING, replace(of.PAUSED, reason=""), "reason_needed"),
    (HANDLING, replace(of.PAUSED, most_days=0), "special_too_long"),
    (HANDLING, replace(of.PAUSED, most_days=181), "special_too_long"),
    (HANDLING, replace(of.EXTENDED, days=0), "extension_too_long"),
    (HANDLING, replace(of.EXTENDED, days=11), "extension_too_long"),
    (HANDLING, replace(of.EXTENDED, reason=""), "reason_needed"),
    (HANDLING, replace(of.EXTENDED, approver=UUID(int=99)), "approval_needed"),
    (HANDLING, replace(of.EXTENDED, approver=of.CLERK.user_id), "approver_is_handler"),
    (apply(HANDLING, of.EXTENDED), of.EXTENDED, "already_extended"),
    (HANDLING, replace(of.REPORTED, to=""), "part_needed to"),
    (HANDLING, replace(of.APPROVED, result=""), "part_needed result"),
    (DECIDED_THERE, replace(of.APPROVED, organ=""), "word_needed"),
    (DECIDED_THERE, replace(of.APPROVED, paper_number=""), "word_needed"),
    (DECIDED_THERE, of.REJECTED, "word_needed"),
    (HANDLING, replace(of.REJECTED, facts=""), "part_needed facts"),
    (HANDLING, replace(of.REJECTED, reasons=""), "part_needed reasons"),
    (HANDLING, replace(of.REJECTED, basis=""), "part_needed basis"),
    (HANDLING, replace(of.REJECTED, organ=""), "part_needed organ"),
    (ACCEPTED, CaseFinished(of.AT), "immediate_only"),
    (of.after(of.RECEIVED, of.ACCEPTED, pin=of.IMMEDIATE), of.EXTENDED, "not_for_immediate"),
    (of.after(of.RECEIVED, of.ACCEPTED, pin=of.IMMEDIATE), of.PAUSED, "not_for_immediate"),
    (of.after(of.RECEIVED, of.ACCEPTED, pin=of.IMMEDIATE), of.AMENDMENT, "not_for_immediate"),
    (RECEIVED, AssistanceDone(of.AT), "not_assisting"),
    (HANDLING, replace(of.WITHDRAWN, reason=" "), "reason_needed"),
    (HANDLING, replace(of.VOIDED, reason=""), "reason_needed"),
    (HANDLING, replace(of.VOIDED, approver=UUID(int=99)), "approval_needed"),
    (HANDLING, replace(of.TERMINATED, approver=UUID(int=99)), "approval_needed"),
    (READY, replace(of.DELIVERED, recipient=""), "part_needed recipient"),
    (READY, replace(of.DELIVERED, id_checked=False), "id_not_checked"),
    (READY, replace(of.DELIVERED, way=DeliveryWay.AGENT, id_checked=False), "id_not_checked"),
    (READY, replace(of.DELIVERED, way=DeliveryWay.POST), "part_needed express"),
    (READY, replace(of.DELIVERED, recipient="李某某"), "part_needed relation"),
    (apply(of.life(CaseState.DELIVERED), of.RATED), of.RATED, "already_rated"),
    (of.life(CaseState.VOIDED), of.RATED, "no_such_move"),
    (READY, of.CORRECTED, "no_such_move"),
    (HANDLING, replace(of.CORRECTED, reason=""), "reason_needed"),
    (HANDLING, replace(of.CORRECTED, old="13700000000"), "changed_meanwhile"),
    (HANDLING, replace(of.CORRECTED, new="13800000000"), "nothing_changed"),
    (HANDLING, replace(of.CORRECTED, new="139"), "field_invalid"),
    (HANDLING, replace(of.CORRECTED, new="139 0000 1111"), "field_invalid"),
    (HANDLING, correction_of(HANDLING, Correctable.NAME, "李\u202e某", "错", of.day(1)), "field_invalid"),
    (HANDLING, correction_of(HANDLING, Correctable.FIELD, "2", "错", of.day(1)), "part_needed name"),
    (HANDLING, correction_of(HANDLING, Correctable.COPIES, "2", "错", of.day(1)), "part_needed name"),
    (HANDLING, correction_of(HANDLING, Correctable.COPIES, "0", "错", of.day(1), "2"), "field_invalid"),
    (HANDLING, correction_of(HANDLING, Correctable.COPIES, "两", "错", of.day(1), "2"), "field_invalid"),
    (HANDLING, correction_of(HANDLING, Correctable.COPIES, "1", "错", of.day(1), "2"), "nothing_changed"),
    (READY, replace(of.NOTED, text=" "), "part_needed text"),
    (READY, replace(of.NOTED, text="字" * 501), "note_too_long"),
    (READY, replace(of.TAGGED, added=()), "part_needed tag"),
    (READY, replace(of.TAGGED, removed=(" ",)), "part_needed tag"),
    (READY, replace(of.PLANNED, on=of.AT.date()), "day_too_early"),
    (READY, replace(of.SAID, line=""), "part_needed line"),
)


@pytest.mark.parametrize(("case", "event", "wanted"), REFUSALS, ids=name)
def test_what_is_refused_and_why(case: Case, event: CaseEvent, wanted: str) -> None:
    assert code(case, event) == wanted


COMMUNITY = replace(of.CLERK, site=replace(of.TOWN, tier=Tier.COMMUNITY))
AT_COMMUNITY = replace(of.PIN, tier=Tier.COMMUNITY)


@pytest.mark.parametrize(
    ("case", "event", "clerk", "wanted"),
    [
        (RECEIVED, of.SENT, of.AUDITOR, "right_missing"),
        (RECEIVED, of.ACCEPTED, replace(of.AGENT, site=of.TOWN), "right_missing"),
        (ASKED, of.RETURNED, of.VILLAGE_CLERK, "held_elsewhere"),
        (AT_TOWN, of.ACCEPTED, of.VILLAGE_CLERK, "held_elsewhere"),
        (of.after(of.RECEIVED, pin=of.COLLECTING), of.ACCEPTED, of.VILLAGE_CLERK, "mode_may_not_accept"),
        (of.after(of.RECEIVED, pin=AT_COMMUNITY), replace(of.ACCEPTED, at=of.day(1)), COMMUNITY, "done"),
        (
            of.after(of.RECEIVED, of.ACCEPTED, of.BEGUN, pin=AT_COMMUNITY),
            of.APPROVED,
            COMMUNITY,
            "decided_above",
        ),
    ],
)
def test_who_may_where(case: Case, event: CaseEvent, clerk: Clerk, wanted: str) -> None:
    assert code(case, event, clerk) == wanted


def test_an_organisation_has_another_kind_of_name() -> None:
    party = replace(HANDLING.applicant, id_type=IdType.USCC, name="示例合作社")
    case = replace(HANDLING, applicant=party)
    event = correction_of(case, Correctable.NAME, "示例镇示例合作社（分社）", "改名", of.day(1))
    assert perform(case, event, of.AGENT, of.CALENDAR) == (event,)


def test_a_correction_is_brought_into_its_stored_shape() -> None:
    event = correction_of(HANDLING, Correctable.PHONE, " 139 0000-1111 ", "换号", of.day(1))
    assert event == of.CORRECTED


def test_a_refused_name_says_which_field() -> None:
    event = correction_of(HANDLING, Correctable.PHONE, "139", "换号", of.day(1))
    with pytest.raises(InvalidIdentity) as caught:
        perform(HANDLING, event, of.AGENT, of.CALENDAR)
    assert caught.value.params["field"] == "phone"


@pytest.mark.parametrize(
    ("approver", "wanted"),
    [
        (None, "approval_needed"),
        (replace(of.LEADER, enabled=False), "approver_may_not"),
        (replace(of.LEADER, role=of.CLERK.role), "approver_may_not"),
    ],
)
def test_an_approval_is_given_by_who_leads(approver: User | None, wanted: str) -> None:
    for event in (of.EXTENDED, of.VOIDED, of.TERMINATED):
        with pytest.raises(NotAllowed, match=wanted):
            perform(HANDLING, event, of.CLERK, of.CALENDAR, approver=approver)


def test_who_handles_does_not_approve_the_own_extension() -> None:
    with pytest.raises(NotAllowed, match="approver_is_handler"):
        perform(HANDLING, of.EXTENDED, of.MANAGER, of.CALENDAR, approver=of.LEADER)
    assert perform(HANDLING, of.VOIDED, of.MANAGER, of.CALENDAR, approver=of.LEADER) == (of.VOIDED,)


def test_a_stand_in_acts_under_the_own_name_and_leaves_a_trace() -> None:
    events = perform(ACCEPTED, of.BEGUN, of.CLERK, of.CALENDAR, covering=of.STOOD_IN)
    assert events == (of.STOOD_IN, of.BEGUN)
    case = apply(apply(ACCEPTED, events[0]), events[1])
    assert (case.state, [found.absent for found in case.lived.stand_ins]) == (
        CaseState.HANDLING,
        [of.STOOD_IN.absent],
    )


@pytest.mark.parametrize(
    ("covering", "wanted"),
    [
        (replace(of.STOOD_IN, absent=of.CLERK.user_id), "stands_in_for_self"),
        (replace(of.STOOD_IN, last=of.AT.date()), "not_standing_in_today"),
        (replace(of.STOOD_IN, first=of.day(5).date()), "not_standing_in_today"),
    ],
)
def test_a_stand_in_has_a_period_and_somebody_to_stand_in_for(covering: StoodIn, wanted: str) -> None:
    with pytest.raises(NotAllowed, match=wanted):
        perform(ACCEPTED, of.BEGUN, of.CLERK, of.CALENDAR, covering=covering)


def test_a_stand_in_has_no_more_rights_than_the_own() -> None:
    with pytest.raises(NotAllowed, match="right_missing"):
        perform(ACCEPTED, of.BEGUN, replace(of.AGENT, site=of.TOWN), of.CALENDAR, covering=of.STOOD_IN)


def test_an_acceptance_copies_what_is_owed() -> None:
    owing = of.after(of.OWING_RECEIVED)
    assert acceptance_of(owing, of.AT) == of.OWING_ACCEPTED
    assert acceptance_of(RECEIVED, of.AT, "受字 1 号") == CaseAccepted(of.AT, word="受字 1 号")
