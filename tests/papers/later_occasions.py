"""Requests for the further papers of a case, as the tests ask for them. Nobody in them exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from desk_app.domain.case_life import (
    Carrier,
    CaseLife,
    Closing,
    Crossing,
    Decision,
    Delivery,
    DeliveryWay,
    Extension,
    Reach,
    Refusal,
    Round,
    Special,
    SpecialProcedure,
    SupplementLine,
    Verdict,
    Via,
)
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import HandlingMode, LegalNature
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.mandates import Power
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.domain.remedies import Remedy
from desk_app.domain.worktime import Deadlines, Limit, due_date
from desk_app.papers.particulars import (
    Appointment,
    InformedPromise,
    LentPaper,
    Mandate,
    Manifest,
    ManifestLine,
    Particulars,
    Proof,
    SupplyWay,
)
from desk_app.papers.request import FURTHER_SIZES, PaperRequest
from tests.papers import samples
from tests.papers.occasions import DEFERRED
from tests.papers.samples import AT, request

D, S, M = DocumentKind, PaperSize, HandlingMode
ORGAN = "示例区人民政府"
SITE = replace(samples.SITE, review_organ=ORGAN)
BASIS = "《示例办法》第八条"
LINES = (
    SupplementLine(2, "缺首页", "首页和本人页复印件 1 份", "《示例指南》第三条"),
    SupplementLine(3, "复印件看不清"),
)
AGENT = Party("李某某", id_number="110105194912310038", phone="13900000000", address="示例镇西村 3 号")


def lived(state: CaseState, life: CaseLife, mode: HandlingMode = M.DIRECT, **changes: object) -> Case:
    nature = changes.pop("nature", LegalNature.BENEFIT)
    pin = samples.pin(mode, nature=nature)  # type: ignore[arg-type]  # a nature or the default
    case = replace(samples.case(CaseState.ACCEPTED, pin), state=state, life=life)
    return replace(case, **changes)  # type: ignore[arg-type]  # any field of a case


def asking(**changes: object) -> Round:
    plain = Round(LINES, AT, date(2026, 12, 10))
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of a round


def supplementing(**changes: object) -> Case:
    life = CaseLife(rounds=(asking(**changes),))
    after = bool(changes.get("after_acceptance"))
    state = CaseState.AMENDING if after else CaseState.SUPPLEMENTING
    return lived(state, life, accepted_at=AT if after else None)


def refused(
    refusal: Refusal = Refusal.NOT_COMPETENT,
    mode: HandlingMode = M.DIRECT,
    nature: LegalNature = LegalNature.BENEFIT,
    instead: str = "示例区医疗保障局",
) -> Case:
    closing = Closing("户籍不在本区", AT, refusal=refusal, basis=BASIS, instead=instead)
    return lived(CaseState.REFUSED, CaseLife(closing=closing), mode, accepted_at=None, nature=nature)


def deferred(mode: HandlingMode = M.DIRECT) -> Case:
    return lived(CaseState.ACCEPTED, CaseLife(), mode, materials=DEFERRED, promise_by=date(2026, 12, 3))


def decided(verdict: Verdict = Verdict.APPROVED, **changes: object) -> Case:
    against = verdict is Verdict.REJECTED
    decision = Decision(
        verdict,
        AT + timedelta(days=7),
        samples.DEPARTMENT,
        "示例民决〔2026〕12号",
        "申请人户籍登记为外区" if against else "",
        "不符合本区户籍条件" if against else "",
        BASIS if against else "",
    )
    life = CaseLife(decision=decision)
    state = changes.pop("state", CaseState.READY)
    return lived(state, life, result="高龄津贴证 1 本", **changes)  # type: ignore[arg-type]  # a state


def delivered() -> Case:
    case = decided()
    done = Delivery(DeliveryWay.COUNTER, "李某某", AT + timedelta(days=8), id_checked=True)
    life = replace(case.lived, deliveries=(done,))
    return replace(case, state=CaseState.DELIVERED, life=life)


def extended() -> Case:
    added = Extension(5, "需要跨区核对户籍", UUID(int=3), AT + timedelta(days=6))
    return lived(CaseState.HANDLING, CaseLife(extensions=(added,)))


def suspended(ended: bool = False) -> Case:
    special = SpecialProcedure(Special.APPRAISAL, BASIS, "残疾等级需要鉴定", AT + timedelta(days=2), 30)
    if ended:
        special = replace(special, ended_at=AT + timedelta(days=9), result="鉴定完成")
    state = CaseState.HANDLING if ended else CaseState.SUSPENDED
    return lived(state, CaseLife(specials=(special,)))


def longer(days: int = 10, extension: int = 5) -> Deadlines:
    return Deadlines(due_date(AT.date(), Limit(days, extension=extension), samples.CALENDAR), None)


def mandate(**changes: object) -> Particulars:
    plain = Mandate(
        samples.APPLICANT,
        AGENT,
        Relation.AGENT,
        (samples.NAME, "居民养老保险待遇资格认证"),
        reason="年事已高，行动不便",
        first=date(2026, 11, 24),
        staff_number="DB-003",
        agent_site="示例镇东村便民服务点",
        papers=(LentPaper("居民户口簿", original=True), LentPaper("高龄津贴申请表")),
    )
    return Particulars(mandate=replace(plain, **changes))  # type: ignore[arg-type]  # any field


def guardian(**changes: object) -> Particulars:
    fields: dict[str, object] = {
        "kind": MandateKind.GUARDIANSHIP,
        "relation": Relation.PARENT,
        "proof": "出生医学证明",
    }
    return mandate(**(fields | changes))


def line(number: int) -> ManifestLine:
    name = ("张某某", "李某", "王某某")[number % 3]
    return ManifestLine(
        samples.NUMBER, name, samples.NAME, number % 4 + 1, number if number % 2 else None,
        date(2026, 12, 8), "含原件" if number == 2 else "",
    )  # fmt: skip


def manifest(count: int = 5, **changes: object) -> Particulars:
    lines = tuple(line(number) for number in range(1, count + 1))
    plain = Manifest("YJ-20261124-01", samples.SITE.name, samples.DEPARTMENT, Carrier.BY_HAND, lines)
    return Particulars(manifest=replace(plain, **changes))  # type: ignore[arg-type]  # any field


BOOKED = Particulars(appointment=Appointment(date(2026, 12, 8), "9:00–9:30", "张某某", "13800000000", "A012"))
PROMISE = Particulars(
    promise=InformedPromise(
        (
            Proof("居住证明", "《示例条例》第十条", "申请人在本镇连续居住满 6 个月"),
            Proof("无工作单位证明", "《示例规定》第四条", "申请人没有用人单位"),
        ),
        "办理中与公安、人社部门核对数据，必要时入户核查",
    )
)
FIRST, EITHER = Particulars(remedy=Remedy.REVIEW_FIRST), Particulars(remedy=Remedy.EITHER)


def closed(state: CaseState, rounds: tuple[Round, ...] = (), **changes: object) -> Case:
    closing = Closing("11月30日电话联系本人，无人接听", AT + timedelta(days=8))
    return replace(lived(state, CaseLife(closing=closing, rounds=rounds)), **changes)  # type: ignore[arg-type]  # any field of a case


def broken() -> Case:
    return closed(CaseState.TERMINATED, materials=DEFERRED, promise_by=date(2026, 12, 3))


def crossing() -> Crossing:
    return Crossing(
        Reach.NATION, "示例省示例县医疗保障局", Via.POST, "EMS0001", AT, "HZ-7", date(2026, 12, 8)
    )


def further_requests(size: PaperSize) -> list[PaperRequest]:
    offered = samples.offered()
    rejected = decided(Verdict.REJECTED)
    way = Particulars(way=SupplyWay.COUNTER, corrected=("申请表出生日期",))
    return [
        made
        for made in (
            request(D.SUPPLEMENT_NOTICE, size, case=supplementing(), particulars=way),
            request(D.REFUSAL, size, site=SITE, case=refused(), particulars=FIRST),
            request(D.DEFERRAL_PROMISE, size, case=deferred(), offered=offered),
            request(D.DEFERRAL_NOTICE, size, case=deferred(M.ENTRUSTED_ACCEPT), offered=offered),
            request(D.MANDATE, size, particulars=mandate(thumb_print=True)),
            request(D.MANDATE, size, particulars=guardian()),
            request(D.HANDOVER_MANIFEST, size, particulars=manifest()),
            request(D.RESULT_NOTICE, size, case=decided()),
            request(D.NOT_CONFIRMED, size, site=SITE, case=rejected, particulars=EITHER),
            request(D.DELIVERY_RECEIPT, size, case=delivered()),
            request(
                D.EXTENSION_NOTICE,
                size,
                case=extended(),
                deadlines=longer(),
                particulars=Particulars(approver="王某某"),
            ),
            request(D.SPECIAL_PROCEDURE_NOTICE, size, case=suspended()),
            request(D.APPOINTMENT, size, offered=offered, particulars=BOOKED),
            request(D.BAG_LABEL, size, case=samples.case()),
            request(D.INFORMED_PROMISE, size, case=samples.case(), particulars=PROMISE),
            request(D.RETURN_SLIP, size, case=closed(CaseState.RETURNED, rounds=(asking(),))),
            request(
                D.CLOSING_NOTE,
                size,
                case=closed(CaseState.VOIDED),
                particulars=Particulars(approver="王某某"),
            ),
            request(D.DEFERRAL_OUTCOME, size, case=broken()),
            request(D.CROSS_TOWN, size, case=lived(CaseState.ACCEPTED, CaseLife(crossings=(crossing(),)))),
        )
        if made.size in FURTHER_SIZES[made.kind]
    ]


POWERS = frozenset({Power.SUBMIT, Power.SIGN})
