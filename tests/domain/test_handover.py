"""A batch: what may follow what, who may do it, and that both copies of a manifest say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from desk_app.domain.case_life import Carrier
from desk_app.domain.cases import (
    Acting,
    CaseMaterial,
    CaseRegistered,
    Channel,
    MaterialsReceived,
    MaterialState,
)
from desk_app.domain.cases import fold as fold_case
from desk_app.domain.catalogue import MaterialForm, Need
from desk_app.domain.custody import Custody, CustodyState, Original
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.handover import (
    MOST_LINES,
    Batch,
    BatchAct,
    BatchState,
    LineState,
    allowed_acts,
    fold,
    manifest_digest,
    require,
)
from desk_app.domain.handover_events import (
    BatchAddressed,
    BatchDropped,
    BatchOpened,
    BatchReceived,
    BatchSent,
    Difference,
    Extra,
    HandoverEvent,
    LineAccepted,
    LineAdded,
    LineRemoved,
    LineReturned,
    ManifestIssued,
    ManifestLine,
    ManifestPaper,
    ManifestReprinted,
    PaperPart,
    Travels,
)
from desk_app.domain.manifests import Count, manifest_line, parts_due, receipt_of
from desk_app.domain.people import Party
from desk_app.domain.sites import Clerk, Device, Role
from tests.desks import CLERK, DEVICE, PIN, SITE

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
BATCH, ONE, TWO, THREE = (UUID(int=number) for number in (500, 1, 2, 3))
VILLAGE = replace(SITE, id=UUID(int=77), name="东村便民服务点")
AT_VILLAGE = Clerk(UUID(int=78), "代办甲", Role.AGENT, VILLAGE, Device(UUID(int=79), 2))
AUDITOR = Clerk(UUID(int=80), "审计", Role.AUDITOR, SITE, DEVICE)

OPENED = BatchOpened("B1", VILLAGE.id, VILLAGE.name, SITE.name, Carrier.BY_HAND, NOW, SITE.id)
SENT = BatchSent("代办甲", "", NOW)
COUNTED = BatchReceived("钱某某", NOW)


def listed(case: UUID, number: str = "", copies: int = 1) -> ManifestLine:
    papers = (
        ManifestPaper(1, "申请表", Travels.ORIGINAL, copies),
        ManifestPaper(2, "居民身份证", Travels.CHECKED, 1),
    )
    return ManifestLine(case, number or f"n{case.int}", "张*", "示例事项", papers)


def added(*cases: UUID) -> tuple[LineAdded, ...]:
    return tuple(LineAdded(listed(case), NOW) for case in cases)


def made(*events: HandoverEvent) -> Batch:
    return fold(BATCH, (OPENED, *events))


def test_a_bag_is_filled_sent_counted_and_settled() -> None:
    batch = made(*added(ONE, TWO), LineAdded(listed(THREE), NOW), LineRemoved(TWO, NOW))
    assert [line.listed.case for line in batch.lines] == [ONE, THREE]
    assert batch.state is BatchState.OPEN
    assert batch.line(ONE).listed.copies == 1
    sent = made(*added(ONE, THREE), replace(SENT, express="SF1"))
    assert (sent.state, sent.express, sent.handed_by) == (BatchState.SENT, "SF1", "代办甲")
    assert sent.sent_at == NOW
    counted = replace(
        COUNTED,
        missing=(ONE,),
        extra=(Extra("多一本户口簿"),),
        differing=(Difference(THREE, "少一页"),),
    )
    received = made(*added(ONE, THREE), SENT, counted)
    assert received.state is BatchState.RECEIVED
    assert [line.listed.case for line in received.missing] == [ONE]
    assert [line.listed.case for line in received.differing] == [THREE]
    assert [found.what for found in received.extra] == ["多一本户口簿"]
    answers = (LineAccepted(THREE, NOW), LineReturned(ONE, "没收到", NOW))
    settled = made(*added(ONE, THREE), SENT, counted, *answers)
    assert settled.state is BatchState.SETTLED
    assert [(line.state, line.reason) for line in settled.lines] == [
        (LineState.RETURNED, "没收到"),
        (LineState.ACCEPTED, ""),
    ]


def test_what_went_back_before_the_count_is_not_counted() -> None:
    batch = made(*added(ONE, TWO), SENT, LineReturned(ONE, "不归我们", NOW), COUNTED)
    assert [line.state for line in batch.lines] == [LineState.RETURNED, LineState.HERE]
    all_back = made(*added(ONE), SENT, LineReturned(ONE, "不归我们", NOW))
    assert all_back.state is BatchState.SETTLED


REFUSED: tuple[tuple[str, tuple[HandoverEvent, ...]], ...] = (
    ("batch_opened_twice", (OPENED,)),
    ("already_in_batch", added(ONE, ONE)),
    ("not_in_batch", (LineRemoved(ONE, NOW),)),
    ("batch_not_open", (*added(ONE), SENT, *added(TWO))),
    ("batch_not_open", (*added(ONE), SENT, LineRemoved(ONE, NOW))),
    ("batch_not_open", (*added(ONE), SENT, SENT)),
    ("batch_not_under_way", (*added(ONE), COUNTED)),
    ("batch_not_under_way", (*added(ONE), LineReturned(ONE, "x", NOW))),
    ("batch_not_received", (*added(ONE), SENT, LineAccepted(ONE, NOW))),
    ("not_in_batch", (*added(ONE), SENT, LineReturned(TWO, "x", NOW))),
    (
        "line_settled",
        (*added(ONE, TWO), SENT, COUNTED, LineAccepted(ONE, NOW), LineReturned(ONE, "x", NOW)),
    ),
)


@pytest.mark.parametrize(("code", "events"), REFUSED)
def test_what_cannot_follow_is_set_aside_with_its_reason(
    code: str, events: tuple[HandoverEvent, ...]
) -> None:
    with pytest.raises(IllegalMove, match=code):
        made(*events)


def test_a_list_has_an_end_and_a_beginning() -> None:
    with pytest.raises(IllegalMove, match="batch_not_opened"):
        fold(BATCH, ())
    with pytest.raises(IllegalMove, match="batch_not_opened"):
        fold(BATCH, added(ONE))
    with pytest.raises(IllegalMove, match="batch_full"):
        made(*added(*(UUID(int=number) for number in range(1, MOST_LINES + 2))))


def test_both_copies_say_the_same() -> None:
    batch = made(*added(ONE, TWO))
    digest = manifest_digest(batch)
    assert digest == manifest_digest(made(*added(ONE, TWO)))
    assert digest != manifest_digest(made(*added(TWO, ONE)))
    assert digest != manifest_digest(made(LineAdded(listed(ONE, copies=2), NOW), *added(TWO)))
    assert batch.digest_holds
    assert made(*added(ONE, TWO), replace(SENT, digest=digest)).digest_holds
    assert not made(*added(ONE), replace(SENT, digest=digest)).digest_holds


def test_who_may_do_what() -> None:
    batch = made(*added(ONE))
    by_sender = (BatchAct.ADD, BatchAct.REMOVE, BatchAct.ADDRESS, BatchAct.SEND, BatchAct.DROP)
    assert allowed_acts(batch, AT_VILLAGE) == by_sender
    assert allowed_acts(batch, CLERK) == ()
    assert allowed_acts(batch, AUDITOR) == ()
    sent = made(*added(ONE), SENT)
    assert allowed_acts(sent, CLERK) == (BatchAct.RECEIVE, BatchAct.RETURN)
    assert allowed_acts(sent, AT_VILLAGE) == ()
    counted = made(*added(ONE), SENT, COUNTED)
    assert allowed_acts(counted, CLERK) == (BatchAct.ACCEPT, BatchAct.RETURN)


def test_what_a_department_signed_is_written_down_by_the_sender() -> None:
    to_department = replace(OPENED, to="民政部门", to_site=None)
    sent = fold(BATCH, (to_department, *added(ONE), SENT))
    assert BatchAct.RECEIVE in allowed_acts(sent, AT_VILLAGE)
    with pytest.raises(IllegalMove, match="not_the_receiver"):
        require(sent, CLERK, BatchAct.RECEIVE)


def test_a_refusal_says_why() -> None:
    batch = made(*added(ONE))
    with pytest.raises(NotAllowed, match="right_missing"):
        require(batch, AUDITOR, BatchAct.ADD)
    with pytest.raises(IllegalMove, match="batch_of_another"):
        require(batch, CLERK, BatchAct.ADD)
    with pytest.raises(IllegalMove, match="batch_not_under_way"):
        require(batch, CLERK, BatchAct.RECEIVE)
    require(batch, AT_VILLAGE, BatchAct.SEND)


def row(number: int, name: str, state: MaterialState | None) -> CaseMaterial:
    return CaseMaterial(number, name, MaterialForm.ORIGINAL, number, Need.REQUIRED, state)


def test_the_manifest_lists_what_lies_in_the_bag() -> None:
    rows = (
        row(1, "居民身份证", MaterialState.ORIGINAL),
        row(2, "户口簿", MaterialState.ORIGINAL),
        row(3, "结婚证", MaterialState.ORIGINAL),
        row(4, "身份证复印件", MaterialState.COPY),
        row(5, "残疾证", MaterialState.E_LICENCE),
        row(6, "收入证明", MaterialState.DEFERRED),
        row(7, "核查", MaterialState.SHARED),
        row(8, "诊断书", MaterialState.ORIGINAL),
        row(9, "不适用", None),
    )
    who = Party("欧阳某某")
    registered = CaseRegistered("37107313262800193", PIN, ONE, who, Acting.SELF, Channel.COUNTER, NOW)
    case = fold_case(ONE, (registered, MaterialsReceived(rows, NOW)))
    kept = Original(8, "诊断书", CustodyState.HELD, NOW)
    looked_at = Original(3, "结婚证", CustodyState.CHECKED, NOW)
    line = manifest_line(case, Custody(ONE, (looked_at, kept)), NOW.date(), " 急件 ")
    assert (line.applicant, line.item, line.remark) == ("欧阳*", PIN.name, "急件")
    assert line.due == NOW.date()
    assert [(paper.row, paper.travels) for paper in line.papers] == [
        (1, Travels.CHECKED),
        (2, Travels.ORIGINAL),
        (3, Travels.CHECKED),
        (4, Travels.COPY),
        (5, Travels.ELECTRONIC),
        (8, Travels.ORIGINAL),
    ]
    assert line.copies == 2 + 4 + 5 + 8


def test_a_count_names_what_was_not_scanned() -> None:
    batch = made(*added(ONE, TWO, THREE), SENT, LineReturned(THREE, "x", NOW))
    difference = Difference(TWO, "少一页")
    said = {ONE: " 明早补送 ", TWO: "x"}
    count = Count(" 钱某某 ", (), (Extra("x"),), (difference,), said, " 雨天 ")
    found = receipt_of(batch, count, NOW)
    assert (found.signed_by, found.missing, found.remark) == ("钱某某", (ONE,), "雨天")
    assert [one.case for one in found.differing] == [TWO]
    assert found.absences == (Difference(ONE, "明早补送"),)
    with pytest.raises(IllegalMove, match="part_needed"):
        receipt_of(batch, Count(" ", (ONE,)), NOW)
    with pytest.raises(IllegalMove, match="part_needed"):
        receipt_of(batch, Count("钱某某", (ONE,), (), (Difference(TWO, ""),)), NOW)
    with pytest.raises(IllegalMove, match="not_in_batch"):
        receipt_of(batch, Count("钱某某", (ONE,), (), (Difference(UUID(int=9), "x"),)), NOW)


def test_what_was_said_of_a_missing_case_stays_once_it_is_found() -> None:
    counted = replace(
        COUNTED, missing=(ONE,), absences=(Difference(ONE, "明早补送"),), remark="雨天，袋子湿了"
    )
    received = made(*added(ONE, TWO), SENT, counted)
    assert (received.missing[0].absence, received.remark) == ("明早补送", "雨天，袋子湿了")
    found = made(*added(ONE, TWO), SENT, counted, LineAccepted(ONE, NOW))
    assert (found.missing, found.line(ONE).absence) == ((), "明早补送")


def test_a_bag_goes_another_way_until_it_leaves() -> None:
    elsewhere = BatchAddressed("区人社部门", Carrier.POST, NOW, express="SF2")
    batch = made(*added(ONE), elsewhere)
    assert (batch.to, batch.to_site, batch.carrier, batch.express) == (
        *("区人社部门", None),
        *(Carrier.POST, "SF2"),
    )
    with pytest.raises(IllegalMove, match="batch_not_open"):
        made(*added(ONE), SENT, elsewhere)


def test_an_empty_bag_is_given_up_with_its_reason() -> None:
    dropped = made(BatchDropped("开错了", NOW))
    assert (dropped.state, dropped.dropped) == (BatchState.DROPPED, "开错了")
    assert allowed_acts(dropped, AT_VILLAGE) == ()
    with pytest.raises(IllegalMove, match="batch_not_empty"):
        made(*added(ONE), BatchDropped("开错了", NOW))
    with pytest.raises(IllegalMove, match="batch_not_open"):
        made(*added(ONE), SENT, BatchDropped("开错了", NOW))


def issued(part: PaperPart, number: int = 1) -> ManifestIssued:
    return ManifestIssued(UUID(int=number), part, f"示例移字〔2026〕第{number:03}号", "ab", 1, NOW)


def test_each_end_owes_its_papers_once() -> None:
    stub, bag, receipt = PaperPart
    assert parts_due(made(*added(ONE)), VILLAGE.id) == ()
    sent = made(*added(ONE), SENT)
    assert parts_due(sent, VILLAGE.id) == (stub, bag)
    assert parts_due(sent, SITE.id) == ()
    printed = made(*added(ONE), SENT, issued(stub), issued(bag, 2), COUNTED)
    assert parts_due(printed, VILLAGE.id) == ()
    assert parts_due(printed, SITE.id) == (receipt,)
    back = made(*added(ONE), SENT, LineReturned(ONE, "不归我们", NOW))
    assert parts_due(back, SITE.id) == (receipt,)


def test_reprints_are_counted() -> None:
    again = ManifestReprinted(UUID(int=2), 2, NOW)
    batch = made(*added(ONE), SENT, issued(PaperPart.STUB), issued(PaperPart.BAG, 2), again)
    assert [(paper.part, paper.printed) for paper in batch.papers] == [
        (PaperPart.STUB, 1),
        (PaperPart.BAG, 2),
    ]
