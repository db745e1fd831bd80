"""Codes of the domain in the words of the papers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from desk_app.domain.cases import IN_HAND, CaseMaterial, MaterialState
from desk_app.domain.catalogue import HandlingMode, LegalBasis, MaterialForm, Tier, TimeLimit
from desk_app.domain.identity import IdType
from desk_app.domain.masking import Kind, Profile, kind_of, mask
from desk_app.domain.numbers import check_receipt
from desk_app.domain.people import Party, Relation
from desk_app.domain.worktime import SHANGHAI, Unit
from desk_app.papers.fonts import OPEN_BOX, TICKED

UNKNOWN_LIMIT = "以窗口告知为准"

FORMS = {
    MaterialForm.ORIGINAL: "原件",
    MaterialForm.COPY: "复印件",
    MaterialForm.BOTH: "原件和复印件",
    MaterialForm.SHEET: "表格",
    MaterialForm.ELECTRONIC: "电子件",
}
STATES = {
    MaterialState.ORIGINAL: "原件",
    MaterialState.COPY: "复印件",
    MaterialState.E_LICENCE: "电子证照",
    MaterialState.DEFERRED: "容缺",
    MaterialState.MISSING: "未收",
    MaterialState.SHARED: "共享核验",
}
RELATIONS = {
    Relation.SPOUSE: "配偶",
    Relation.CHILD: "子女",
    Relation.PARENT: "父母",
    Relation.RELATIVE: "亲属",
    Relation.GUARDIAN: "监护人",
    Relation.NEIGHBOUR: "邻居",
    Relation.AGENT: "代办员",
    Relation.OTHER: "其他",
}
WE = {Tier.TOWN: "我中心", Tier.COMMUNITY: "我站", Tier.VILLAGE: "我点"}

_SERVICES = (
    (HandlingMode.DIRECT, "直接受理"),
    (HandlingMode.ENTRUSTED_ACCEPT, "委托受理"),
    (HandlingMode.ENTRUSTED_RECEIVE, "委托收件"),
    (HandlingMode.ASSIST, "代办"),
)
_WEEKDAYS = "一二三四五六日"
_MOST_BASES = 4


def long_date(day: date) -> str:
    """2026年12月8日, as formal papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def spoken_date(day: date) -> str:
    """12 月 8 日, as citizens are told it (experience.md §10)."""
    return f"{day.month} 月 {day.day} 日"


def weekday(day: date) -> str:
    """周二."""
    return f"周{_WEEKDAYS[day.weekday()]}"


def clock(at: datetime) -> str:
    """2026-11-24 10:45, at the counter."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def limit_words(limit: TimeLimit) -> str:
    """10个工作日, 当日, or 以窗口告知为准 when nobody knows; never 无期限."""
    if limit.days is None:
        return UNKNOWN_LIMIT
    if limit.days == 0:
        return "当日"
    return f"{limit.days}个{'工作日' if limit.unit is Unit.WORKING else '自然日'}"


def service_word(mode: HandlingMode) -> str:
    """The one service that was given, where there is no room for boxes."""
    return dict(_SERVICES).get(mode, "")


def services(mode: HandlingMode) -> str:
    """服务方式 with its box ticked (appendix A1)."""
    return "　".join(f"{TICKED if each is mode else OPEN_BOX}{word}" for each, word in _SERVICES)


def you(party: Party) -> str:
    """How the paper speaks to its reader: A1 says 你(单位)."""
    return "你单位" if party.id_type is IdType.USCC else "您"


def masked_number(party: Party) -> str:
    """The identity number as a slip may show it."""
    return mask(kind_of(party.id_type), party.id_number, Profile.SLIP) if party.id_number else ""


def masked_phone(party: Party) -> str:
    """The telephone number as a slip may show it."""
    kind = Kind.MOBILE if party.phone.startswith("1") else Kind.LANDLINE
    return mask(kind, party.phone, Profile.SLIP) if party.phone else ""


def number_words(number: str) -> str:
    """A receipt number in its printed form; any other number as it is."""
    checked = check_receipt(number)
    digits = checked.normalised
    if not checked.valid or len(digits) != 17:
        return number
    return f"{digits[:6]}-{digits[6]}-{digits[7:12]}-{digits[12:15]}-{digits[15:]}"


def received(rows: Iterable[CaseMaterial]) -> tuple[CaseMaterial, ...]:
    """Rows a receipt lists: what is here, and what was promised. Never what is missing or does not apply."""
    return tuple(row for row in rows if row.state in IN_HAND or row.state is MaterialState.DEFERRED)


def copies_words(row: CaseMaterial) -> str:
    """How many copies were handed over; a dash when none stayed here."""
    on_paper = row.state in (MaterialState.ORIGINAL, MaterialState.COPY)
    return str(row.copies) if on_paper and row.copies else "—"


def remark_words(row: CaseMaterial) -> str:
    """The last column of a receipt: 已核原件退回, 容缺, 电子证照 (appendix A1)."""
    if row.state is MaterialState.ORIGINAL and not row.copies:
        return "已核，退回"
    remarks = {
        MaterialState.E_LICENCE: "已调取",
        MaterialState.SHARED: "免提交",
        MaterialState.DEFERRED: "后补",
    }
    return remarks.get(row.state, "") if row.state else ""


def asked(form: MaterialForm, copies: int) -> str:
    """What is asked for: 复印件 1 份."""
    if not copies:
        return "带原件，看一眼就还您" if form is MaterialForm.ORIGINAL else FORMS[form]
    return f"{FORMS[form]} {copies} 份"


def named(rows: Iterable[CaseMaterial]) -> str:
    """《…》、《…》."""
    return "、".join(row.name if row.name.startswith("《") else f"《{row.name}》" for row in rows)


def bases(given: Iterable[LegalBasis]) -> str:
    """The legal bases that somebody has checked; an unchecked document number is not printed."""
    checked = [basis for basis in given if basis.verified][:_MOST_BASES]
    return "；".join(
        basis.title + (f"（{basis.doc_no}）" if basis.doc_no else "") + basis.articles for basis in checked
    )
