"""Cases in every state of their legal life, each with the events that led there, and who acts on them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.accounts import User
from desk_app.domain.calendar import weekday_rule
from desk_app.domain.case_life import (
    Carrier,
    Correctable,
    DeliveryWay,
    RatingChannel,
    Reach,
    Refusal,
    Satisfaction,
    Special,
    SupplementLine,
    Via,
)
from desk_app.domain.cases import (
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
    ItemPin,
    MaterialsReceived,
    MaterialState,
    NoticeGiven,
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
from desk_app.domain.people import Party
from desk_app.domain.signatures import SignedFor
from desk_app.domain.sites import Clerk, Device, Role, Site

AT = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
"""A Monday, ten o'clock at the counter."""
CALENDAR = weekday_rule((2026, 2027))
CASE, PERSON, BATCH, OTHER_BATCH = (UUID(int=n) for n in (1, 2, 3, 4))

TOWN = Site(UUID(int=10), "示例镇便民服务中心", Tier.TOWN, "371073000000", "371073")
VILLAGE = Site(UUID(int=11), "示例村便民服务点", Tier.VILLAGE, "371073001200", "371074")
CLERK = Clerk(UUID(int=20), "王某某", Role.CLERK, TOWN, Device(UUID(int=30), 1))
MANAGER = replace(CLERK, user_id=UUID(int=21), name="周某某", role=Role.MANAGER)
AUDITOR = replace(CLERK, user_id=UUID(int=22), name="陈某某", role=Role.AUDITOR)
AGENT = Clerk(UUID(int=23), "赵某某", Role.AGENT, VILLAGE, Device(UUID(int=31), 2))
VILLAGE_CLERK = replace(AGENT, user_id=UUID(int=24), role=Role.CLERK)
LEADER = User(MANAGER.user_id, MANAGER.name, Role.MANAGER)

PIN = ItemPin(
    *("1-19", "2026.11-1", "老年优待证办理", Tier.TOWN, HandlingMode.DIRECT, CaseKind.PROMISED),
    *(LegalNature.SERVICE, "民政部门", TimeLimit(5), TimeLimit(20)),
)
PROMISE = date(2026, 11, 6)


def row(number: int, state: MaterialState | None) -> CaseMaterial:
    return CaseMaterial(number, f"材料{number}", MaterialForm.ORIGINAL, 1, Need.REQUIRED, state)


WHOLE = (row(1, MaterialState.ORIGINAL), row(2, MaterialState.COPY), row(3, None))
GAPS = (row(1, MaterialState.ORIGINAL), row(2, MaterialState.MISSING))
OWING = (row(1, MaterialState.ORIGINAL), row(2, MaterialState.DEFERRED))


def day(n: int) -> datetime:
    """So many days after AT, at the same hour."""
    return AT + timedelta(days=n)


def registered(pin: ItemPin = PIN) -> CaseRegistered:
    party = Party("张某某", id_number="11010519491231002X", phone="13800000000", address="示例镇东村")
    return CaseRegistered(
        *("37107312630600196", pin, PERSON, party, Acting.SELF, Channel.COUNTER, AT),
        fields={"account": "0001"},
        remark="上午来电",
    )


RECEIVED = MaterialsReceived(WHOLE, AT)
OWING_RECEIVED = MaterialsReceived(OWING, AT, PROMISE)
ACCEPTED = CaseAccepted(AT)
OWING_ACCEPTED = CaseAccepted(AT, (2,), PROMISE)
LINES = (SupplementLine(2, "看不清", "重新复印一份", "办事指南"),)
ROWS = {2: MaterialState.COPY}
ASKED = acts.SupplementAsked(LINES, date(2026, 11, 9), day(1))
CAME = acts.SupplementReceived(ROWS, day(3))
LONGER = acts.SupplementExtended(date(2026, 11, 16), "出差未归", day(2))
RETURNED = ends.CaseReturned("11 月 10 日电话", day(8))
REFUSED = ends.CaseRefused(Refusal.NOT_COMPETENT, "不属于本站", "办事指南", day(1), "区民政部门")
SENT = acts.HandedOver(BATCH, "示例镇便民服务中心", Carrier.BY_HAND, day(1))
SIGNED = acts.HandoverSigned(BATCH, "钱某某", day(2), TOWN.id, HandlingMode.DIRECT)
SIGNED_BY_DEPARTMENT = acts.HandoverSigned(BATCH, "钱某某", day(2))
SENT_BACK = acts.HandoverRefused(BATCH, "少一页", day(2))
ACROSS = acts.SentAcross(
    Reach.NATION, "示例省示例县医保局", Via.POST, "EMS1", day(1), reply_by=date(2026, 11, 20)
)
HEARD = acts.HeardAcross(day(2), "HZ-7", date(2026, 11, 18))
ANSWERED = acts.HeardAcross(day(5), reply="已登记")
BEGUN = acts.HandlingBegun(day(1))
DEFERRED_CAME = acts.DeferredReceived(ROWS, day(2))
DEFERRAL_LONGER = acts.DeferralExtended(date(2026, 11, 9), "电话提醒", day(5))
BROKEN = ends.DeferralBroken("两次电话提醒", day(7))
AMENDMENT = acts.AmendmentAsked(LINES, date(2026, 11, 9), True, day(1))
AMENDED = acts.AmendmentReceived(ROWS, day(3))
WAIVED = acts.AmendmentWaived("按现有材料办理", day(8))
MISSED = ends.AmendmentMissed("逾期没有补", day(8))
PAUSED = acts.SpecialBegun(Special.APPRAISAL, "残疾人证管理办法", "等医院评定", 20, day(2))
RESUMED = acts.SpecialEnded("评定三级", day(7))
EXTENDED = acts.DeadlineExtended(5, "入户调查未完", LEADER.id, day(3))
REPORTED = acts.ReportedUp("区民政部门", day(3))
APPROVED = ends.CaseApproved("老年优待证", True, day(4), "示例办字〔2026〕第001号", "民政部门")
REGISTERED_ONLY = replace(APPROVED, to_fetch=False)
REJECTED = ends.CaseRejected("年龄不足", "不满六十周岁", "老年人优待规定", "民政部门", day(4))
WITHDRAWN = ends.CaseWithdrawn("本人不办了", day(1))
VOIDED = ends.CaseVoided("录错人", LEADER.id, day(1))
TERMINATED = ends.CaseTerminated("申请人去世", LEADER.id, day(1))
DELIVERED = ends.ResultDelivered(DeliveryWay.COUNTER, "张某某", day(6), id_checked=True)
RATED = ends.CaseRated(Satisfaction.VERY_SATISFIED, RatingChannel.QR, day(6))
ARCHIVED = ends.CaseArchived("2026-民政-3", day(9))
CORRECTED = ends.CaseCorrected(Correctable.PHONE, "13800000000", "13900001111", "换号", day(1))
NOTED = ends.NoteWritten("下午来过电话", day(1))
TAGGED = ends.TagsChanged(day(1), ("加急", "上门"), ())
PLANNED = ends.ContactPlanned(date(2026, 11, 12), day(1))
SAID = ends.LineSaid("decided_by", day(1))
INKED = ends.SignatureTaken(SignedFor.APPLICATION, "a" * 64, "b" * 64, day(1))
STOOD_IN = ends.StoodIn(UUID(int=29), date(2026, 11, 2), date(2026, 11, 13), day(1))

IMMEDIATE = replace(PIN, kind=CaseKind.IMMEDIATE, promised=TimeLimit(0))
COLLECTING = replace(PIN, tier=Tier.VILLAGE, mode=HandlingMode.ENTRUSTED_RECEIVE)
HELPING = replace(IMMEDIATE, mode=HandlingMode.ASSIST)

_OPEN: tuple[CaseEvent, ...] = (RECEIVED, ACCEPTED)
LIVES: Mapping[CaseState, tuple[CaseEvent, ...]] = {
    CaseState.NOTICED: (NoticeGiven(GAPS, AT),),
    CaseState.RECEIVED: (RECEIVED,),
    CaseState.FORWARDED: (RECEIVED, SENT),
    CaseState.SUPPLEMENTING: (RECEIVED, ASKED),
    CaseState.ACCEPTED: _OPEN,
    CaseState.HANDLING: (*_OPEN, BEGUN),
    CaseState.SUSPENDED: (*_OPEN, BEGUN, PAUSED),
    CaseState.AMENDING: (*_OPEN, AMENDMENT),
    CaseState.REPORTED: (*_OPEN, BEGUN, REPORTED),
    CaseState.READY: (*_OPEN, BEGUN, APPROVED),
    CaseState.DELIVERED: (*_OPEN, BEGUN, APPROVED, DELIVERED),
    CaseState.FINISHED: (*_OPEN, CaseFinished(AT, "优待证")),
    CaseState.ASSISTED: (RECEIVED, AssistanceDone(AT, "网上认证")),
    CaseState.REFUSED: (RECEIVED, REFUSED),
    CaseState.RETURNED: (RECEIVED, ASKED, RETURNED),
    CaseState.WITHDRAWN: (RECEIVED, WITHDRAWN),
    CaseState.VOIDED: (RECEIVED, VOIDED),
    CaseState.TERMINATED: (RECEIVED, TERMINATED),
    CaseState.ARCHIVED: (RECEIVED, REFUSED, ARCHIVED),
}
"""By the state they lead to."""

EVERY_EVENT: tuple[CaseEvent, ...] = (
    *(NoticeGiven(GAPS, AT), RECEIVED, ACCEPTED, AcceptanceWithdrawn("看错", AT), CaseFinished(AT)),
    *(AssistanceDone(AT), ASKED, CAME, LONGER, RETURNED, REFUSED, SENT, SIGNED, SENT_BACK, BEGUN),
    *(ACROSS, HEARD),
    *(DEFERRED_CAME, DEFERRAL_LONGER, BROKEN, AMENDMENT, AMENDED, WAIVED, MISSED, PAUSED, RESUMED),
    *(EXTENDED, REPORTED, APPROVED, REJECTED, WITHDRAWN, VOIDED, TERMINATED, DELIVERED, RATED, ARCHIVED),
    *(CORRECTED, NOTED, TAGGED, PLANNED, SAID, INKED, STOOD_IN),
)


def after(*events: CaseEvent, pin: ItemPin = PIN) -> Case:
    """The case these events leave."""
    return fold(CASE, (registered(pin), *events))


def life(state: CaseState, pin: ItemPin = PIN) -> Case:
    """A case in a state."""
    return after(*LIVES[state], pin=pin)


SNAPSHOTS = Path(__file__).with_name("snapshots")


def held(name: str, found: object) -> object:
    """What a snapshot holds; ``DESK_APP_NEW_GOLDEN=1`` writes it anew, to be read before it is committed."""
    file = SNAPSHOTS / f"{name}.json"
    if os.environ.get("DESK_APP_NEW_GOLDEN"):
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return json.loads(file.read_text("utf-8"))
