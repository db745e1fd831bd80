"""Registers: what each column says, what each figure counts, and that both say so at the foot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import pytest

from desk_app.domain import case_ends as ends
from desk_app.domain.case_acts import HandedOver
from desk_app.domain.case_life import Carrier, DeliveryWay, RatingChannel, Refusal, Satisfaction
from desk_app.domain.cases import (
    Acting,
    CaseAccepted,
    CaseEvent,
    CaseFinished,
    CaseMaterial,
    CaseRegistered,
    CaseState,
    Channel,
    MaterialsReceived,
    MaterialState,
    fold,
)
from desk_app.domain.catalogue import CaseKind, TimeLimit
from desk_app.domain.identity import IdType
from desk_app.domain.ledger_events import LedgerLine
from desk_app.domain.register_rows import Acts, RegisterRow, Source, masked, row_of_case, row_of_ledger
from desk_app.domain.registers import (
    FIGURES,
    REGISTERS,
    Basis,
    Figure,
    Measure,
    RegisterKind,
    Tally,
    counted,
    foot,
    shown,
)
from desk_app.domain.worktime import Unit
from tests.desks import CALENDAR, LI, MATERIALS, PIN

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = NOW.date()
DUE = date(2026, 12, 1)
CASE = UUID(int=1)
ACTS = Acts("甲", "乙", "丙", "丁")


def day(days: int) -> datetime:
    return NOW + timedelta(days=days)


def row(*events: CaseEvent, due: date | None = DUE, today: date = TODAY, pin: object = PIN) -> RegisterRow:
    assert isinstance(pin, type(PIN))
    first = CaseRegistered("37107313262800193", pin, UUID(int=2), LI, Acting.SELF, Channel.COUNTER, NOW)
    return row_of_case(fold(CASE, (first, *events)), ACTS, due, CALENDAR, today)


RECEIVED = MaterialsReceived(MATERIALS, NOW)
ACCEPTED = CaseAccepted(NOW)


def finished(days: int) -> RegisterRow:
    return row(RECEIVED, ACCEPTED, CaseFinished(day(days), "发放补贴"))


def say(code: StrEnum) -> str:
    return f"<{code.value}>"


OLD = row_of_ledger(
    LedgerLine(
        *(3, date(2019, 5, 6), "张某某", "老年证", date(2019, 5, 9)),
        texts={
            "number": "旧 11010519491231002X",
            "id_number": "11010519491231002X",
            "phone": "13800000000",
            "address": "示例镇东村 1 号",
            "way": "代办",
            "clerk": "王某某",
            "rating": "满意",
            "fetched_by": "张某某",
            "remark": "电话 13800000000",
        },
    )
)


def test_a_case_is_told_with_who_did_what_and_how_long_it_took() -> None:
    early, late = finished(3), finished(8)
    assert (early.took, early.left, early.late) == (3, 2, False)
    assert (late.took, late.left, late.late) == (6, -1, True)
    assert early.finished
    assert (early.result, early.statutory_days, early.acts) == ("发放补贴", 20, ACTS)
    open_late = row(RECEIVED, ACCEPTED, today=date(2026, 12, 2))
    assert (open_late.took, open_late.left, open_late.late) == (None, -1, True)
    nothing = row()
    assert (nothing.took, nothing.finished_on, nothing.finished, nothing.materials) == (None, None, False, "")
    assert row(RECEIVED, due=None).left is None
    assert row(RECEIVED).materials == "材料1、材料2、材料3"


def test_what_came_later_is_told() -> None:
    lived = row(
        RECEIVED,
        ACCEPTED,
        HandedOver(UUID(int=5), "民政部门", Carrier.BY_HAND, day(1)),
    )
    assert lived.sent == "2026-11-25 民政部门"
    done = row(
        *(RECEIVED, ACCEPTED, CaseFinished(day(1))),
        ends.ResultDelivered(DeliveryWay.COUNTER, "李某某", day(2), id_checked=True),
        ends.CaseRated(Satisfaction.FAIR, RatingChannel.QR, day(2)),
        ends.CaseArchived("1", day(3)),
    )
    assert (done.state, done.finished, done.fetched_by) == (CaseState.DELIVERED, True, "李某某")
    assert (done.rating, done.rated_at) == (Satisfaction.FAIR, day(2))
    refused = row(RECEIVED, ends.CaseRefused(Refusal.NOT_NEEDED, "不需要办", "办法", day(1)))
    assert (refused.reason, refused.finished, refused.left, refused.late) == ("不需要办", False, None, False)


def test_a_limit_in_natural_days_is_not_compared_with_working_days() -> None:
    natural = replace(PIN, statutory=TimeLimit(20, Unit.NATURAL))
    assert row(RECEIVED, pin=natural).statutory_days is None


def test_a_deferred_paper_is_told_after_it_came_as_well() -> None:
    owing = (*MATERIALS[:2], replace(MATERIALS[2], state=MaterialState.DEFERRED))
    assert row(MaterialsReceived(owing, NOW)).deferred
    assert row(MaterialsReceived(MATERIALS, NOW, date(2026, 12, 1))).deferred
    assert not row(RECEIVED).deferred
    assert isinstance(owing[0], CaseMaterial)


def test_nothing_in_full_leaves_by_itself() -> None:
    shown_row, old = masked(finished(1)), masked(OLD)
    assert (shown_row.name, shown_row.id_number) == ("李*", "110105********002X")
    assert (shown_row.phone, shown_row.address) == ("138****0000", "示例镇东村")
    assert shown_row.number == "37107313262800193"
    assert (old.name, old.fetched_by, old.id_number) == ("张*", "张*", "110105********002X")
    assert "19491231" not in old.number
    assert "13800000000" not in old.remark
    assert masked(replace(OLD, id_type=IdType.OTHER, id_number="E12345678")).id_number == "E1*****78"


def test_an_old_line_is_what_was_written() -> None:
    assert (OLD.source, OLD.finished, OLD.finished_on) == (Source.OLD_LEDGER, True, date(2019, 5, 9))
    assert OLD.id_type is IdType.RESIDENT_ID
    assert row_of_ledger(LedgerLine(3, TODAY, "张某某", "老年证")).id_type is IdType.OTHER
    assert not row_of_ledger(LedgerLine(3, TODAY, "张某某", "老年证")).finished
    village = REGISTERS[RegisterKind.VILLAGE].columns
    cells = {column.key: column.cell(OLD, say) for column in village}
    assert (cells["way"], cells["rating"], cells["clerk"]) == ("代办", "满意", "王某某")
    full = {column.key: column.cell(OLD, say) for column in REGISTERS[RegisterKind.CASES].columns}
    assert (full["source"], full["state"], full["finished_at"]) == ("旧台账", "", date(2019, 5, 9))
    assert (full["registered_at"], full["took"]) == (date(2019, 5, 6), None)


def test_the_columns_say_what_the_case_says() -> None:
    case = replace(finished(8), rating=Satisfaction.SATISFIED)
    full = {column.title: column.cell(case, say) for column in REGISTERS[RegisterKind.CASES].columns}
    assert full["办件状态"] == "<finished>"
    assert full["办件来源"] == "<counter>"
    assert full["评价结果"] == "<satisfied>"
    assert [full[title] for title in ("接件人员", "受理人员", "审核人员", "办结人员")] == [
        "甲",
        "乙",
        "丙",
        "丁",
    ]
    assert full["申请时间"] == NOW
    late = {column.key: column.cell(case, say) for column in REGISTERS[RegisterKind.OVERDUE].columns}
    assert (late["late_days"], late["promised_due"]) == (1, DUE)
    bare = replace(case, acting=None, channel=None, rating=None, left=None)
    short = {column.key: column.cell(bare, say) for column in REGISTERS[RegisterKind.VILLAGE].columns}
    assert (short["way"], short["rating"]) == ("", "")
    assert REGISTERS[RegisterKind.CASES].columns[19].cell(bare, say) == ""
    assert REGISTERS[RegisterKind.OVERDUE].columns[6].cell(bare, say) is None
    assert {column.cell(case, say) for column in REGISTERS[RegisterKind.VILLAGE].columns} >= {"<self>"}


@pytest.mark.parametrize("kind", list(RegisterKind))
def test_every_register_has_a_title_and_columns_of_its_own(kind: RegisterKind) -> None:
    register = REGISTERS[kind]
    assert register.title.endswith("台账")
    assert len({column.key for column in register.columns}) == len(register.columns)
    assert len({column.title for column in register.columns}) == len(register.columns)


def test_each_register_holds_its_own_lines() -> None:
    void = replace(finished(1), state=CaseState.VOIDED)
    refused = replace(finished(1), state=CaseState.REFUSED)
    held = {
        kind: [register.holds(line) for line in (finished(1), finished(8), void, refused)]
        for kind, register in REGISTERS.items()
    }
    assert held == {
        RegisterKind.CASES: [True, True, True, True],
        RegisterKind.VILLAGE: [True, True, False, True],
        RegisterKind.REFUSED: [False, False, False, True],
        RegisterKind.OVERDUE: [False, True, False, False],
        RegisterKind.TAKEN_IN: [True, True, True, True],
        RegisterKind.SUPPLEMENTED: [False, False, False, False],
        RegisterKind.DEFERRED: [False, False, False, False],
        RegisterKind.HANDED_OVER: [False, False, False, False],
        RegisterKind.ORIGINALS: [False, False, False, False],
        RegisterKind.DELIVERED: [False, False, False, False],
        RegisterKind.ENDED: [False, False, True, False],
    }


def figure(key: str) -> Figure:
    return next(found for found in FIGURES if found.key == key)


IMMEDIATE = replace(finished(0), kind=CaseKind.IMMEDIATE)
VOID = replace(finished(1), state=CaseState.VOIDED, acting=Acting.VISIT, deferred=True)
REFUSED = replace(row(RECEIVED), state=CaseState.REFUSED)
LATE_OPEN = row(RECEIVED, ACCEPTED, today=date(2026, 12, 2))
ON_THE_DAY = finished(7)

LINES = (finished(3), finished(8), ON_THE_DAY, IMMEDIATE, VOID, REFUSED, LATE_OPEN, OLD)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("received", 7),
        ("accepted", 5),
        ("finished", 5),
        ("refused", 1),
        ("on_time_rate", 3 / 4),
        ("early_rate", 1 / 3),
        ("immediate_rate", 1 / 6),
        ("mean_days", (3 + 6 + 5 + 0) / 4),
        ("speed_up", 1 - 14 / 80),
        ("good_rate", None),
        ("deferred", 0),
        ("visits", 0),
        ("late_open", 1),
        ("old", 1),
    ],
)
def test_what_each_figure_counts(key: str, value: float | None) -> None:
    tally = Tally()
    assert list(counted(LINES, tally)) == list(LINES)
    assert tally.value(figure(key)) == (None if value is None else pytest.approx(value))


def test_ratings_visits_and_promises_are_counted() -> None:
    tally = Tally()
    for level in Satisfaction:
        tally.add(replace(finished(1), rating=level, acting=Acting.VISIT, deferred=True))
    assert tally.value(figure("good_rate")) == pytest.approx(3 / 5)
    assert tally.value(figure("visits")) == 5
    assert tally.value(figure("deferred")) == 5


def test_a_figure_is_never_said_without_its_sentence() -> None:
    lines = foot(Tally(), Basis.RECEIVED)
    assert lines[0][:2] == ("口径", "按收件日期归月")
    assert foot(Tally(), Basis.FINISHED)[0][1] == "按办结日期归月"
    assert [title for title, _, _ in lines[1:]] == [found.title for found in FIGURES]
    assert all(sentence for _, _, sentence in lines)
    assert {value for _, value, _ in lines[1:]} == {"0", "—"}


def test_how_a_figure_is_printed() -> None:
    assert shown(figure("on_time_rate"), 0.98765) == "98.8%"
    assert shown(figure("mean_days"), 2.25) == "2.2"
    assert shown(figure("received"), 7.0) == "7"
    assert shown(figure("good_rate"), None) == "—"
    assert {found.unit for found in FIGURES} == set(Measure)
