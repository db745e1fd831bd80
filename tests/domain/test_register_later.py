"""Rounds, legs, deliveries and originals as registers tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from desk_app.domain import case_ends as ends
from desk_app.domain.case_acts import HandedOver, HandoverSigned, SupplementAsked, SupplementReceived
from desk_app.domain.case_life import Carrier, DeliveryWay, SupplementLine
from desk_app.domain.cases import (
    Acting,
    CaseAccepted,
    CaseEvent,
    CaseFinished,
    CaseRegistered,
    Channel,
    MaterialsReceived,
    MaterialState,
    fold,
)
from desk_app.domain.custody import CustodyState, Original
from desk_app.domain.register_columns import Cell
from desk_app.domain.register_rows import Acts, RegisterRow, masked, row_of_case
from desk_app.domain.registers import REGISTERS, RegisterKind
from tests.desks import CALENDAR, LI, MATERIALS, PIN
from tests.domain.test_registers import ACCEPTED, CASE, DUE, NOW, RECEIVED, TODAY, day, say

BATCH = UUID(int=5)
LINES = (SupplementLine(1, "看不清，电话 13800000000"), SupplementLine(2, "没签字"))


def told(*events: CaseEvent, originals: tuple[Original, ...] = ()) -> RegisterRow:
    first = CaseRegistered("37107313262800193", PIN, UUID(int=2), LI, Acting.SELF, Channel.COUNTER, NOW)
    return row_of_case(fold(CASE, (first, *events)), Acts("甲"), DUE, CALENDAR, TODAY, originals)


def cells(kind: RegisterKind, row: RegisterRow) -> dict[str, Cell]:
    assert REGISTERS[kind].holds(row)
    return {column.key: column.cell(row, say) for column in REGISTERS[kind].columns}


def test_a_round_of_supplements() -> None:
    waiting = told(RECEIVED, SupplementAsked(LINES, date(2026, 12, 9), day(1)))
    found = cells(RegisterKind.SUPPLEMENTED, waiting)
    assert found["asked"] == "材料1：看不清，电话 13800000000；材料2：没签字"
    assert (found["asked_on"], found["supplement_due"]) == (date(2026, 11, 25), date(2026, 12, 9))
    assert found["supplemented_on"] is None
    assert "13800000000" not in str(cells(RegisterKind.SUPPLEMENTED, masked(waiting))["asked"])
    states = {1: MaterialState.COPY, 2: MaterialState.ORIGINAL}
    came = told(
        RECEIVED, SupplementAsked(LINES, date(2026, 12, 9), day(1)), SupplementReceived(states, day(2))
    )
    assert came.later.supplemented_on == date(2026, 11, 26)


def test_a_promised_paper() -> None:
    owing = (*MATERIALS[:2], replace(MATERIALS[2], state=MaterialState.DEFERRED))
    row = told(MaterialsReceived(owing, NOW, date(2026, 12, 1)), CaseAccepted(NOW, (3,), date(2026, 12, 1)))
    found = cells(RegisterKind.DEFERRED, row)
    assert (found["owed"], found["promise_by"]) == ("材料3", date(2026, 12, 1))


def test_a_leg_of_the_way() -> None:
    sent = HandedOver(BATCH, "民政部门", Carrier.BY_HAND, day(1))
    signed = HandoverSigned(BATCH, "钱某某", day(2), differences="少一页")
    found = cells(RegisterKind.HANDED_OVER, told(RECEIVED, ACCEPTED, sent, signed))
    assert (found["sent_to"], found["carrier"], found["signed_by"]) == ("民政部门", "<by_hand>", "钱某某")
    assert (found["signed_on"], found["differences"]) == (date(2026, 11, 26), "少一页")
    assert (found["sent_back_on"], found["sent_back_why"]) == (None, "")
    assert masked(told(RECEIVED, ACCEPTED, sent, signed)).later.signed_by == "钱*"
    assert told(RECEIVED).later.carrier is None


def test_a_delivery() -> None:
    given = ends.ResultDelivered(DeliveryWay.COUNTER, "李某某", day(2), id_checked=True)
    found = cells(RegisterKind.DELIVERED, told(RECEIVED, ACCEPTED, CaseFinished(day(1)), given))
    assert (found["delivery"], found["id_checked"]) == ("<counter>", "已核验")
    seen = replace(given, id_checked=False)
    unseen = told(RECEIVED, ACCEPTED, CaseFinished(day(1)), seen)
    assert cells(RegisterKind.DELIVERED, unseen)["id_checked"] == "未核验"
    columns = {column.key: column for column in REGISTERS[RegisterKind.DELIVERED].columns}
    assert columns["id_checked"].cell(told(RECEIVED), say) == ""
    assert columns["delivery"].cell(told(RECEIVED), say) == ""


def test_an_end_without_a_decision() -> None:
    found = cells(RegisterKind.ENDED, told(RECEIVED, ends.CaseWithdrawn("不办了", day(1))))
    assert (found["ended"], found["reason"]) == ("<withdrawn>", "不办了")
    assert found["ended_on"] == date(2026, 11, 25)


def test_originals_that_an_office_kept() -> None:
    kept = Original(1, "户口簿", CustodyState.HELD, NOW)
    back = Original(2, "结婚证", CustodyState.GIVEN_BACK, NOW)
    seen = Original(3, "身份证", CustodyState.CHECKED, NOW)
    found = cells(RegisterKind.ORIGINALS, told(RECEIVED, originals=(kept, back, seen)))
    assert (found["originals"], found["originals_out"]) == ("户口簿、结婚证", 1)
    none = told(RECEIVED, originals=(seen,))
    assert not REGISTERS[RegisterKind.ORIGINALS].holds(none)
    assert none.later.originals_out is None
