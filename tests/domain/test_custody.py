"""Originals: who holds each, and that nobody keeps an identity card."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from desk_app.domain.custody import (
    Custody,
    CustodyEvent,
    CustodyState,
    OriginalArrived,
    OriginalChecked,
    OriginalGivenBack,
    OriginalHandedOn,
    OriginalSent,
    OriginalTaken,
    apply,
    never_kept,
)
from desk_app.domain.errors import IllegalMove

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
CASE, SITE, BATCH = UUID(int=1), UUID(int=2), UUID(int=3)
TAKEN = OriginalTaken(2, "户口簿", "示例镇", SITE, NOW)
SENT = OriginalSent(2, BATCH, "民政部门", NOW)
BACK = OriginalGivenBack(2, "张某某", NOW)


def lived(*events: CustodyEvent) -> Custody:
    custody = Custody(CASE)
    for event in events:
        custody = apply(custody, event)
    return custody


@pytest.mark.parametrize(
    ("name", "never"),
    [
        ("居民身份证", True),
        ("申请人身份证原件及复印件", True),
        ("身份证复印件", False),
        ("社会保障卡", True),
        ("银行卡或存折", True),
        ("户口簿", False),
        ("", False),
    ],
)
def test_what_nobody_may_keep(name: str, never: bool) -> None:
    assert never_kept(name) is never


def test_an_original_is_followed_from_hand_to_hand() -> None:
    taken = lived(TAKEN)
    assert [(one.state, one.holder, one.site) for one in taken.held] == [(CustodyState.HELD, "示例镇", SITE)]
    on_way = lived(TAKEN, SENT)
    assert [(one.state, one.holder, one.batch) for one in on_way.held] == [
        (CustodyState.ON_WAY, "民政部门", BATCH)
    ]
    arrived = lived(TAKEN, SENT, OriginalArrived(2, "民政部门", NOW))
    assert [(one.state, one.site, one.batch) for one in arrived.held] == [(CustodyState.HELD, None, None)]
    returned = lived(TAKEN, SENT, OriginalArrived(2, "示例镇", NOW, SITE), BACK)
    original = returned.original(2)
    assert original is not None
    assert (original.state, original.holder, returned.held) == (CustodyState.GIVEN_BACK, "张某某", ())


def test_a_look_keeps_nothing_and_an_original_can_come_again() -> None:
    seen = lived(OriginalChecked(5, "居民身份证", NOW), OriginalChecked(1, "结婚证", NOW))
    assert [one.row for one in seen.originals] == [1, 5]
    assert seen.held == ()
    assert seen.original(9) is None
    assert lived(OriginalChecked(2, "户口簿", NOW), TAKEN, BACK, TAKEN).held


@pytest.mark.parametrize(
    ("code", "events"),
    [
        ("original_never_kept", (OriginalTaken(1, "居民身份证", "示例镇", SITE, NOW),)),
        ("original_held_already", (TAKEN, TAKEN)),
        ("original_held_already", (TAKEN, OriginalChecked(2, "户口簿", NOW))),
        ("original_not_held", (SENT,)),
        ("original_not_held", (BACK,)),
        ("original_not_held", (OriginalChecked(2, "户口簿", NOW), BACK)),
        ("original_not_held", (TAKEN, BACK, BACK)),
        ("part_needed", (TAKEN, OriginalGivenBack(2, " ", NOW))),
    ],
)
def test_what_cannot_follow(code: str, events: tuple[CustodyEvent, ...]) -> None:
    with pytest.raises(IllegalMove, match=code):
        lived(*events)


def test_an_original_stays_over_night_only_with_somebody_and_a_reason() -> None:
    handed = OriginalHandedOn(2, "负责人", "明天一早来取", NOW, UUID(int=8))
    kept = apply(apply(Custody(CASE), TAKEN, UUID(int=7)), handed, UUID(int=7)).held[0]
    assert (kept.holder, kept.keeper, kept.reason) == ("负责人", UUID(int=8), "明天一早来取")
    assert kept.state is CustodyState.HELD
    for wrong in (replace(handed, to=" "), replace(handed, reason="")):
        with pytest.raises(IllegalMove, match="part_needed"):
            lived(TAKEN, wrong)
    for before in ((), (TAKEN, SENT), (TAKEN, BACK)):
        with pytest.raises(IllegalMove, match="original_not_held"):
            lived(*before, handed)


def test_who_took_it_answers_for_it_until_it_leaves() -> None:
    me, receiver = UUID(int=7), UUID(int=8)
    taken = apply(Custody(CASE), TAKEN, me)
    assert taken.held[0].keeper == me
    sent = apply(taken, SENT, me)
    assert sent.held[0].keeper is None
    assert apply(sent, OriginalArrived(2, "示例镇", NOW, SITE), receiver).held[0].keeper == receiver
    assert apply(sent, OriginalArrived(2, "民政部门", NOW), receiver).held[0].keeper is None
