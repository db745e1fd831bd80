"""The converter's own judgements about the 93 items, each with its reason; build_catalogue.py checks them.

Everything else in the catalogue is carried over from the notice and the guides as it stands there.
"""

from __future__ import annotations

from desk_app.domain.catalogue import (
    CaseKind,
    ConfidenceLevel,
    HandlingMode,
    LegalNature,
    MaterialForm,
    Need,
    Origin,
    Tier,
)
from desk_app.domain.worktime import Unit

TIERS = {1: Tier.TOWN, 2: Tier.COMMUNITY, 3: Tier.VILLAGE}
LEVELS = {Tier.TOWN: "镇级", Tier.COMMUNITY: "社区", Tier.VILLAGE: "村级"}
LIST_LENGTHS = {1: 58, 2: 28, 3: 7}

MODES = {
    "直接办理": HandlingMode.DIRECT,
    "委托受理": HandlingMode.ENTRUSTED_ACCEPT,
    "委托收件": HandlingMode.ENTRUSTED_RECEIVE,
    "帮办代办": HandlingMode.ASSIST,
    "仅咨询": HandlingMode.ADVICE,
}
KINDS = {"即办件": CaseKind.IMMEDIATE, "承诺件": CaseKind.PROMISED}
PROJECT_TYPES = {CaseKind.IMMEDIATE: "1", CaseKind.PROMISED: "2"}
FORMS = {
    "原件": MaterialForm.ORIGINAL,
    "复印件": MaterialForm.COPY,
    "原件及复印件": MaterialForm.BOTH,
    "表格": MaterialForm.SHEET,
    "电子": MaterialForm.ELECTRONIC,
}
NEEDS = {"必要": Need.REQUIRED, "非必要": Need.OPTIONAL, "容缺": Need.DEFERRABLE}
ORIGINS = {
    "申请人自备": Origin.APPLICANT,
    "政府部门核发": Origin.AUTHORITY,
    "窗口提供": Origin.COUNTER,
    "数据共享核验": Origin.SHARED_CHECK,
}
UNITS = {"工作日": Unit.WORKING, "自然日": Unit.NATURAL}
LEVELS_OF_CONFIDENCE = {
    "high": ConfidenceLevel.HIGH,
    "medium": ConfidenceLevel.MEDIUM,
    "low": ConfidenceLevel.LOW,
}

PROXY_PAPERS = frozenset({"授权委托书及代办人身份证", "亲属代办材料"})
"""Rows that apply only when somebody else comes on the citizen's behalf. A guardian acts by law and needs no
mandate (appendix A6), so the proof of guardianship applies in its situation, not by proxy."""

STRAY_DOC_NUMBERS = {("3-4", "人社部发〔2019〕84号")}
"""Numbers a guide lists as unverified although no row of its legal basis has them; kept as a question."""

NO_CURRENT_NAME = {"1-29": "（已取消，无对应法定事项）"}
"""The guide says that there is no current name; the status note of the item says why."""

BENEFIT, CONFIRMATION, SERVICE = LegalNature.BENEFIT, LegalNature.CONFIRMATION, LegalNature.SERVICE

# The nature of an item decides the wording of its papers and whether a remedy line is printed (domain.md,
# appendix A3): printed for payments, confirmations and registrations, not for queries, printing, advice,
# commercial insurance and charity. The notice calls all 93 公共服务 (type 20), whatever they are by law.
LEGAL_NATURES: tuple[tuple[LegalNature, str, str], ...] = (
    (BENEFIT, "social assistance: 低保, 特困, 临时救助, 低收入认定", "1-1 1-2 1-12 2-1 2-2 2-3 2-4"),
    (BENEFIT, "medical assistance in money", "1-13 1-16"),
    (BENEFIT, "the state pays the premium of a group, under medical assistance", "2-8 2-24 2-25"),
    (BENEFIT, "relief after a disaster", "1-14 1-15"),
    (BENEFIT, "the two disability allowances", "1-17 1-18 2-22 2-28 3-6 3-7"),
    (BENEFIT, "public funds for disabled people's rehabilitation and aids", "1-32 1-33 1-34 1-37 2-23"),
    (BENEFIT, "public funds for disabled people's trade and study", "1-35 1-36"),
    (BENEFIT, "allowances and paid services for the old", "1-19 1-20 2-18 2-26 2-27"),
    (BENEFIT, "public housing and rent subsidy", "2-5"),
    (BENEFIT, "monthly payment to former conscripts", "1-21"),
    (BENEFIT, "rewards and support under the population law", "2-11 2-12 2-15 2-16"),
    (BENEFIT, "pension granted, and its subsidy for landless farmers", "1-6 1-9 3-3"),
    (BENEFIT, "refund of medical costs: an insurance benefit", "1-42 1-43 1-44 1-51 1-52 1-53"),
    (BENEFIT, "farming support paid or given in kind", "3-1"),
    (CONFIRMATION, "the standing of former soldiers and their families", "1-22 1-23 1-24 1-25"),
    (CONFIRMATION, "a birth beyond three is examined and reported up", "1-3 2-10"),
    (CONFIRMATION, "registration of births and of persons of that age", "1-27 1-28 2-9 2-17"),
    (CONFIRMATION, "registration of work and unemployment", "1-4"),
    (CONFIRMATION, "entry, change and end of an insurance relation", "1-5 1-7 1-8 1-38 2-20"),
    (CONFIRMATION, "entitlement to go on drawing a pension", "1-10 2-19 3-2 3-4"),
    (
        CONFIRMATION,
        "treatment away from home on record: payment depends on it",
        "1-39 1-40 1-41 1-48 1-49 1-50",
    ),
    (CONFIRMATION, "a card confirms age and the rights that go with it", "1-26"),
    (SERVICE, "query or print-out of one's own record", "1-11 1-45 1-46 1-47 1-54 1-55 1-56 1-57"),
    (SERVICE, "advice", "1-58"),
    (SERVICE, "abolished by State Council decree 747: explanation is left", "1-29 1-30"),
    (SERVICE, "commercial insurance, joined of one's own will", "2-6 2-13"),
    (SERVICE, "charity: the donor's rules decide", "1-31 2-7 3-5"),
    (SERVICE, "a health check is booked", "2-14"),
    (SERVICE, "national defence, outside review and suit; the site helps on the web page", "2-21"),
)
