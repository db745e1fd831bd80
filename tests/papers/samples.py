"""Made-up cases, sites and items that the paper tests draw from. Nobody in them exists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import (
    Acting,
    Case,
    CaseMaterial,
    CaseState,
    Channel,
    ItemPin,
    MaterialState,
)
from desk_app.domain.catalogue import (
    CaseKind,
    Code,
    HandlingMode,
    LegalBasis,
    LegalNature,
    Material,
    MaterialForm,
    Need,
    Occasion,
    OfferedItem,
    Origin,
    ServiceItem,
    Tier,
    TimeLimit,
)
from desk_app.domain.documents import DocumentKind, PaperSize, Printing
from desk_app.domain.people import Party
from desk_app.domain.sites import Site
from desk_app.domain.worktime import SHANGHAI, Deadlines, Limit, due_dates
from desk_app.papers.request import PaperRequest

NUMBER = "37107312632804267"
DOCUMENT = "示例收字〔2026〕第042号"
EVENT = UUID("0193a5c2-7d1e-7a30-9c55-1f2e3d4c5b6a")
AT = datetime(2026, 11, 24, 10, 45, tzinfo=SHANGHAI)
NAME = "80周岁以上长寿老年人高龄津贴"

SITE = Site(
    id=UUID(int=7),
    name="示例镇便民服务中心",
    tier=Tier.TOWN,
    region_code="371073000000",
    point_code="371073",
    phone="0000-0000000",
    complaint_phone="0000-1111111",
    address="示例镇示例路 1 号",
    hours="工作日 8:30–12:00，13:30–17:30",
    seal_name="收件专用章",
)
APPLICANT = Party("张某某", id_number="11010519491231002X", phone="13800000000", address="示例镇东村")
DEPARTMENT = "示例区民政局"


def row(
    number: int,
    name: str,
    state: MaterialState | None = MaterialState.ORIGINAL,
    form: MaterialForm = MaterialForm.ORIGINAL,
    copies: int = 1,
    reason: str = "",
    e_licence: str = "",
) -> CaseMaterial:
    return CaseMaterial(number, name, form, copies, Need.REQUIRED, state, e_licence, "", reason)


ROWS = (
    row(1, "居民身份证", copies=0),
    row(2, "户口簿（首页、本人页）", MaterialState.E_LICENCE, MaterialForm.COPY, e_licence="居民户口簿"),
    row(3, "社会保障卡", MaterialState.COPY, MaterialForm.COPY),
    row(4, "高龄津贴申请表", form=MaterialForm.SHEET),
    row(5, "近期一寸免冠照片", copies=2),
)
GAPS = (
    replace(ROWS[0]),
    replace(ROWS[1], state=MaterialState.MISSING, reason="未带"),
    replace(ROWS[2], state=MaterialState.MISSING, reason="原卡已过期"),
    ROWS[3],
    ROWS[4],
)


def pin(
    mode: HandlingMode = HandlingMode.DIRECT,
    kind: CaseKind = CaseKind.PROMISED,
    nature: LegalNature = LegalNature.BENEFIT,
    days: int | None = 10,
) -> ItemPin:
    return ItemPin(
        "1-19", "2026.11", NAME, Tier.TOWN, mode, kind, nature, DEPARTMENT, TimeLimit(days), TimeLimit(20),
        result="高龄津贴", result_delivery="直接发放到社会保障卡",
    )  # fmt: skip


def case(
    state: CaseState = CaseState.ACCEPTED,
    item: ItemPin | None = None,
    materials: Sequence[CaseMaterial] = ROWS,
) -> Case:
    accepted = AT if state in (CaseState.ACCEPTED, CaseState.FINISHED) else None
    finished = AT if state in (CaseState.FINISHED, CaseState.ASSISTED) else None
    return Case(
        UUID(int=9), NUMBER, state, item or pin(), UUID(int=8), APPLICANT, Acting.SELF, Channel.COUNTER, AT,
        materials=tuple(materials),
        received_at=None if state is CaseState.NOTICED else AT,
        accepted_at=accepted,
        finished_at=finished,
    )  # fmt: skip


CALENDAR = Calendar(frozenset({2026}), {})


def deadlines(days: int | None = 10) -> Deadlines:
    limit = None if days is None else Limit(days)
    return due_dates(AT.date(), limit, None, CALENDAR)


MATERIALS = (
    Material(1, "居民身份证", MaterialForm.ORIGINAL, 0, Need.REQUIRED, Origin.APPLICANT),
    Material(2, "户口簿（首页、本人页）", MaterialForm.COPY, 1, Need.REQUIRED, Origin.APPLICANT,
             "居民户口簿"),
    Material(3, "社会保障卡", MaterialForm.COPY, 1, Need.REQUIRED, Origin.APPLICANT),
    Material(4, "高龄津贴申请表", MaterialForm.SHEET, 1, Need.REQUIRED, Origin.COUNTER,
             note="窗口领取，当场填写"),
    Material(5, "近期一寸免冠照片", MaterialForm.ORIGINAL, 2, Need.DEFERRABLE, Origin.APPLICANT),
    Material(6, "授权委托书", MaterialForm.ORIGINAL, 1, Need.REQUIRED, Origin.APPLICANT,
             occasion=Occasion.BY_PROXY),
    Material(7, "残疾人证", MaterialForm.COPY, 1, Need.OPTIONAL, Origin.APPLICANT, note="持证残疾人带",
             occasion=Occasion.IF_APPLICABLE),
    Material(8, "存活核验", MaterialForm.ELECTRONIC, 0, Need.REQUIRED, Origin.SHARED_CHECK),
)  # fmt: skip


def offered(mode: HandlingMode = HandlingMode.DIRECT) -> OfferedItem:
    item = ServiceItem(
        "1-19", Tier.TOWN, 19, NAME, DEPARTMENT, mode, CaseKind.PROMISED, Code("cn", "20", "公共服务"),
        (Code("cn", "1", "自然人"),), LegalNature.BENEFIT,
        materials=MATERIALS, promised=TimeLimit(10), fee="不收费", home_visit=True,
        legal_basis=(LegalBasis("中华人民共和国老年人权益保障法", articles="第三十三条"),
                     LegalBasis("某未核对文件", "示例〔2020〕1号", verified=False)),
    )  # fmt: skip
    return OfferedItem(item, "2026.11", date(2026, 11, 1), True, mode, TimeLimit(10), ())


def request(kind: DocumentKind, size: PaperSize = PaperSize.A5, **changes: object) -> PaperRequest:
    plain = PaperRequest(
        kind,
        size,
        SITE,
        Printing(DOCUMENT, EVENT, AT, "李某某"),
        "李某某",
        "03 号窗口",
        deadlines=deadlines(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of a request
