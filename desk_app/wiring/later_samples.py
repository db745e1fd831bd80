"""The papers of a case's later life, from a supplement to the delivery, and those beside a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from desk_app.domain import case_life as life
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.documents import DocumentKind as Kind
from desk_app.domain.people import Party, Relation
from desk_app.domain.remedies import Remedy
from desk_app.domain.worktime import local_day
from desk_app.papers import particulars as parts
from desk_app.papers.request import PaperRequest
from desk_app.wiring.samples import CITIZEN, Samples

AGENT = Party("钱某某", id_number="11010519491231002X", phone="13900000000", address="示例镇西村 00 号")
ORGAN, BASIS, APPROVER = "示例区人民政府", "《示例办法》第八条", "周某某"


def later_requests(made: Samples) -> Iterator[tuple[str, PaperRequest]]:
    """Each under its kind."""
    for kind, case, said in (*_while_it_runs(made), *_at_its_end(made), *_beside(made)):
        request = made.of_case(kind, case)
        site = replace(request.site, review_organ=ORGAN)
        yield kind.value, replace(request, site=site, particulars=said)


_Wanted = tuple[Kind, Case, parts.Particulars]


def _lived(made: Samples, state: CaseState, lived: life.CaseLife) -> Case:
    return replace(made.accepted(made.item), state=state, life=lived)


def _while_it_runs(made: Samples) -> Iterator[_Wanted]:
    at, day = made.moment, local_day(made.moment)
    lines = (life.SupplementLine(3, "缺一位家庭成员的", "原件 1 份", BASIS), life.SupplementLine(4, "缺首页"))
    rounds = life.CaseLife(rounds=(life.Round(lines, at, day + timedelta(days=14)),))
    case = replace(_lived(made, CaseState.SUPPLEMENTING, rounds), accepted_at=None)
    way = parts.Particulars(way=parts.SupplyWay.COUNTER, corrected=("申请表上的出生日期",))
    yield Kind.SUPPLEMENT_NOTICE, case, way
    yield Kind.DEFERRAL_PROMISE, made.deferred(), parts.PLAIN
    yield Kind.DEFERRAL_NOTICE, made.deferred(), parts.PLAIN
    added = life.Extension(5, "需要跨区核对户籍", UUID(int=3), at + timedelta(days=6))
    case = _lived(made, CaseState.HANDLING, life.CaseLife(extensions=(added,)))
    yield Kind.EXTENSION_NOTICE, case, parts.Particulars(approver=APPROVER)
    longer = replace(made.deferred(), life=life.CaseLife(deferral_extended=True))
    yield Kind.DEFERRAL_OUTCOME, longer, parts.PLAIN
    sent = life.Crossing(
        *(life.Reach.NATION, "示例省示例县医疗保障局", life.Via.POST, "EMS0000000"),
        *(at + timedelta(days=1), "HZ-2026-0007", day + timedelta(days=14)),
    )
    yield Kind.CROSS_TOWN, _lived(made, CaseState.ACCEPTED, life.CaseLife(crossings=(sent,))), parts.PLAIN
    special = life.SpecialProcedure(life.Special.APPRAISAL, BASIS, "需要入户调查", at + timedelta(days=2), 30)
    case = _lived(made, CaseState.SUSPENDED, life.CaseLife(specials=(special,)))
    yield Kind.SPECIAL_PROCEDURE_NOTICE, case, parts.PLAIN


def _at_its_end(made: Samples) -> Iterator[_Wanted]:
    at = made.moment + timedelta(days=7)
    closing = life.Closing(
        "户籍不在本区", at, refusal=life.Refusal.NOT_COMPETENT, basis=BASIS, instead="示例区医疗保障局"
    )
    case = replace(_lived(made, CaseState.REFUSED, life.CaseLife(closing=closing)), accepted_at=None)
    yield Kind.REFUSAL, case, parts.Particulars(remedy=Remedy.REVIEW_FIRST)
    ended = life.Closing("本人电话要求撤回", at)
    case = _lived(made, CaseState.WITHDRAWN, life.CaseLife(closing=ended))
    yield Kind.CLOSING_NOTE, case, parts.PLAIN
    lines = (life.SupplementLine(4, "缺首页"),)
    rounds = (life.Round(lines, made.moment, local_day(made.moment) + timedelta(days=7)),)
    ended = life.Closing("12 月 2 日、3 日两次电话联系，无人接听", at)
    case = _lived(made, CaseState.RETURNED, life.CaseLife(rounds=rounds, closing=ended))
    yield Kind.RETURN_SLIP, replace(case, accepted_at=None), parts.PLAIN
    good = life.Decision(life.Verdict.APPROVED, at, "示例区民政局", "示例民决〔2026〕12号")
    done = life.Delivery(life.DeliveryWay.COUNTER, AGENT.name, at + timedelta(days=1), id_checked=True)
    ready = replace(_lived(made, CaseState.READY, life.CaseLife(decision=good)), result="低保证 1 本")
    yield Kind.RESULT_NOTICE, ready, parts.PLAIN
    handed = life.CaseLife(decision=good, deliveries=(done,))
    yield Kind.DELIVERY_RECEIPT, replace(ready, state=CaseState.DELIVERED, life=handed), parts.PLAIN
    bad = replace(
        good, verdict=life.Verdict.REJECTED, facts="家庭收入高于标准", reasons="不符合条件", basis=BASIS
    )
    case = replace(ready, life=life.CaseLife(decision=bad))
    yield Kind.NOT_CONFIRMED, case, parts.Particulars(remedy=Remedy.EITHER)


def _beside(made: Samples) -> Iterator[_Wanted]:
    """A mandate, a batch, a bag, an appointment, a promise."""
    case, day = made.accepted(made.item), local_day(made.moment)
    name, site = made.item.item.display_name, "示例镇便民服务中心"
    papers = (parts.LentPaper("居民户口簿", original=True), parts.LentPaper("申请书"))
    mandate = parts.Mandate(
        CITIZEN, AGENT, Relation.AGENT, (name,), reason="行动不便", first=day, staff_number="DB-003",
        agent_site="示例镇东村便民服务点", papers=papers,
    )  # fmt: skip
    yield Kind.MANDATE, case, parts.Particulars(mandate=mandate)
    lines = tuple(
        parts.ManifestLine(case.number, who, name, 6, due=day + timedelta(days=14))
        for who in ("张某某", "钱某某", "孙某某")
    )
    manifest = parts.Manifest("YJ-20261124-01", site, "示例区民政局", life.Carrier.BY_HAND, lines)
    yield Kind.HANDOVER_MANIFEST, case, parts.Particulars(manifest=manifest)
    yield Kind.BAG_LABEL, case, parts.PLAIN
    expected = parts.Appointment(day + timedelta(days=14), "9:00–9:30", CITIZEN.name, CITIZEN.phone, "A012")
    yield Kind.APPOINTMENT, case, parts.Particulars(appointment=expected)
    proofs = (parts.Proof("居住证明", "《示例条例》第十条", "申请人在本镇连续居住满 6 个月"),)
    promise = parts.InformedPromise(proofs, "办理中与公安部门核对数据，必要时入户核查")
    yield Kind.INFORMED_PROMISE, case, parts.Particulars(promise=promise)
