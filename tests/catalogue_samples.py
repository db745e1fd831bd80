"""A small catalogue for tests, and the real one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from desk_app.domain.catalogue import (
    Bundle,
    BundleMaterial,
    CaseKind,
    Code,
    Confidence,
    ConfidenceLevel,
    Faq,
    HandlingMode,
    LegalBasis,
    LegalNature,
    Material,
    MaterialForm,
    Need,
    Occasion,
    Origin,
    Release,
    ServiceItem,
    Tier,
    TimeLimit,
)
from desk_app.domain.lookup_terms import Term, TermKind

RESOURCE = Path(__file__).parents[1] / "resources" / "catalogue" / "reference.json"

FORM = Material(1, "申请表", MaterialForm.SHEET, 1, Need.REQUIRED, Origin.COUNTER)
CARD = Material(2, "身份证", MaterialForm.ORIGINAL, 1, Need.REQUIRED, Origin.AUTHORITY, "居民身份证")
BILL = Material(3, "费用票据", MaterialForm.COPY, 1, Need.DEFERRABLE, Origin.APPLICANT, note="可后补")
CHECK = Material(
    4,
    "低保身份",
    MaterialForm.ELECTRONIC,
    0,
    Need.OPTIONAL,
    Origin.SHARED_CHECK,
    "",
    "",
    Occasion.IF_APPLICABLE,
)

TOWN_ITEM = ServiceItem(
    id="1-1",
    tier=Tier.TOWN,
    seq=1,
    name="高龄津贴",
    department="民政",
    mode=HandlingMode.DIRECT,
    kind=CaseKind.PROMISED,
    category=Code("national", "20", "公共服务"),
    service_object=(Code("national", "1", "自然人"),),
    legal_nature=LegalNature.BENEFIT,
    current_name="高龄老人津贴",
    status_note="说明",
    scene="老年人",
    legal_basis=(LegalBasis("某办法", "某发〔2021〕1号", "第三条", 2021),),
    conditions=("年满80周岁",),
    materials=(FORM, CARD, BILL, CHECK),
    steps=("受理", "审核"),
    statutory=TimeLimit(20, source="某办法第五条"),
    promised=TimeLimit(10),
    fee="不收费",
    result="按月发放",
    related=("2-1",),
    previous_stage=("2-1",),
    aliases=("老人钱",),
    faqs=(Faq("何时发？", "次月。"),),
    confidence=Confidence(ConfidenceLevel.HIGH),
    codes={"catalog_code": "0" * 12},
    elements={"task_type": "20"},
)
STAGE_ITEM = replace(
    TOWN_ITEM,
    id="2-1",
    tier=Tier.COMMUNITY,
    name="高龄津贴申请",
    mode=HandlingMode.ENTRUSTED_RECEIVE,
    related=("1-1",),
    previous_stage=(),
    next_stage=("1-1",),
)
BUNDLE = Bundle(
    "养老一件事", "老人", ("1-1",), "先后", "注意", (BundleMaterial("身份证", True, ("1-1", "2-1")),)
)
RELEASE = Release("2026.11-1", date(2026, 11, 24), "示例目录", (TOWN_ITEM, STAGE_ITEM), (BUNDLE,))
TERMS = (
    Term("1-1", TermKind.NAME, "高龄津贴", ("gao", "ling", "jin", "tie")),
    Term("1-1", TermKind.ALIAS, "80岁 App", ("80", "sui", "app")),
    Term("2-1", TermKind.NAME, "高龄津贴申请", ("gao", "ling", "jin", "tie", "shen", "qing")),
)


def item(**changes: object) -> ServiceItem:
    """The town item with other values."""
    return replace(TOWN_ITEM, **changes)  # type: ignore[arg-type]  # replace cannot be typed by name


def release(*items: ServiceItem, version: str = "2026.12-1") -> Release:
    """A later release of these items, without bundles."""
    return Release(version, date(2026, 12, 1), "示例目录", items)
