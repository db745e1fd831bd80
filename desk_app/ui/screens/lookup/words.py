"""What the look-up screen says: every sentence that is put together, for eyes and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.catalogue import (
    CaseKind,
    HandlingMode,
    LegalBasis,
    Material,
    Need,
    Occasion,
    OfferedItem,
    Tier,
    TimeLimit,
)
from desk_app.domain.errors import DeskError, PaperTrouble
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.sites import Site
from desk_app.ui.messages import told
from desk_app.ui.screens.lookup.calls import QueueRow, TodoRow
from desk_app.ui.screens.lookup.session import Remark
from desk_app.ui.screens.lookup.shown import (
    Group,
    Guide,
    Home,
    Link,
    Primary,
    Row,
    Shown,
    Source,
    Way,
    WayKind,
)
from desk_app.ui.words import screen_date, word

_HERE: dict[Tier, str] = {Tier.TOWN: "本镇", Tier.COMMUNITY: "本社区", Tier.VILLAGE: "本村"}
_DONE: dict[HandlingMode, str] = {
    HandlingMode.DIRECT: "可办",
    HandlingMode.ENTRUSTED_ACCEPT: "受理",
    HandlingMode.ENTRUSTED_RECEIVE: "收件转报",
    HandlingMode.ASSIST: "帮办",
    HandlingMode.ADVICE: "只咨询",
}
_ELSEWHERE: dict[Tier, str] = {
    Tier.TOWN: "到镇便民服务中心办",
    Tier.COMMUNITY: "到社区办",
    Tier.VILLAGE: "到村便民服务点办",
}
_PLACES: dict[Tier, str] = {
    Tier.TOWN: "镇便民服务中心",
    Tier.COMMUNITY: "社区便民服务站",
    Tier.VILLAGE: "村便民服务点",
}
_NEAR: dict[Tier, str] = {Tier.TOWN: "镇", Tier.COMMUNITY: "社区", Tier.VILLAGE: "村"}
_SHORT_DEPARTMENTS = {
    "人力资源社会保障": "人社",
    "医疗保障": "医保",
    "卫生健康": "卫健",
    "住房城乡建设": "住建",
    "退役军人事务": "退役军人",
}
_MATCHED: dict[TermKind, str] = {
    TermKind.ALIAS: "也叫“{text}”",
    TermKind.CURRENT: "现称“{text}”",
    TermKind.MATERIAL: "要带“{text}”",
    TermKind.SCENE: "“{text}”这类事",
    TermKind.DEPARTMENT: "{text}的事",
    TermKind.STAGE: "同一件事：{text}",
}
_REMARKS: dict[Remark, str] = {
    Remark.ALL_BROUGHT: "材料都带齐了，不用打告知书",
    Remark.NOTE_KEPT: "记下了",
    Remark.NOTE_EMPTY: "先写几个字再记",
}
UNKNOWN_LIMIT = "以窗口告知为准"


def said(text: str) -> str:
    """The text in the clerk's language."""
    return QCoreApplication.translate("Lookup", text)


def greeting(home: Home) -> str:
    """03 号窗口，上午好."""
    return said("{who}，{greeting}").format(who=home.counter or home.site.name, greeting=_by_hour(home.hour))


def lead(home: Home) -> str:
    """已办 41 件，平均 4 分 10 秒。直接打字或扫码即可开始。 The first part is for oneself alone."""
    begin, day = said("直接打字或扫码即可开始。"), home.day
    if not day.done:
        return begin
    text = said("今日 {n} 件").format(n=day.done)
    if day.seconds:
        text += said("，平均 {time}").format(time=duration(day.seconds))
    return f"{text}。{begin}"


def duration(seconds: int) -> str:
    """4 分 10 秒; whole minutes without seconds."""
    minutes, rest = divmod(seconds, 60)
    parts = (
        said("{n} 分").format(n=minutes) if minutes else "",
        said("{n} 秒").format(n=rest) if rest else "",
    )
    return " ".join(part for part in parts if part)


def queue_sentence(row: QueueRow, nth: int) -> str:
    """待补正，3 件，Ctrl+Shift+2, for a screen reader."""
    return said("{word}，{n} 件，Ctrl+Shift+{key}").format(word=row.word, n=row.count, key=nth)


def _by_hour(hour: int) -> str:
    if 5 <= hour < 8:
        return said("早上好")
    if 8 <= hour < 11:
        return said("上午好")
    if 11 <= hour < 13:
        return said("中午好")
    return said("下午好") if 13 <= hour < 18 else said("晚上好")


def list_title(shown: Shown) -> str:
    """“ylbx” 找到 9 项; 民政，18 项."""
    count = len(shown.rows)
    if shown.source is Source.FAVOURITES:
        return said("本窗口常办")
    if shown.heading:
        return said("{heading}，{count} 项").format(heading=shown.heading, count=count)
    return said("“{query}” 找到 {count} 项").format(query=shown.query.strip(), count=count)


def list_remark(shown: Shown) -> str:
    """How the list is ordered, or that all in it is only alike."""
    if shown.only_alike:
        return said("没有一模一样的，这些相近")
    return said("本站的在前") if shown.source is Source.QUERY and not shown.heading else ""


def section(own: bool, tier: Tier) -> str:
    """Heading between the site's own list and the others."""
    return said("{here}能办").format(here=said(_HERE[tier])) if own else said("其他地方能办")


def place(row: Row, site: Site) -> str:
    """Where it is done, in a few words: 本镇可办, 到社区办."""
    if row.own or row.offered.mode is not HandlingMode.ADVICE:
        return said(_HERE[site.tier]) + said(_DONE[row.offered.mode])
    return said(_ELSEWHERE[row.offered.item.tier])


def short_limit(offered: OfferedItem) -> str:
    """The promise in a few words."""
    if offered.promised.days is not None:
        return days(offered.promised)
    return said("当场办结") if offered.item.kind is CaseKind.IMMEDIATE else UNKNOWN_LIMIT


def days(limit: TimeLimit) -> str:
    """10 个工作日; 当场办结 for none at all."""
    if not limit.days:
        return said("当场办结")
    return said("{days} 个{unit}").format(days=limit.days, unit=word(limit.unit))


def short_department(name: str) -> str:
    """人社 for 人力资源社会保障, and so on."""
    return _SHORT_DEPARTMENTS.get(name, name)


def row_line(row: Row, site: Site) -> str:
    """The second line of a row."""
    parts = (short_limit(row.offered), place(row, site), short_department(row.offered.item.department))
    return " · ".join(parts)


def matched(row: Row) -> tuple[str, int]:
    """Why a row is here though its name was not met, and where in it the text that was met begins."""
    pattern = said(_MATCHED.get(row.matched_kind, "{text}"))
    return (pattern.format(text=row.matched), pattern.index("{")) if row.matched else ("", 0)


def row_sentence(row: Row, number: int, site: Site) -> str:
    """A row for a screen reader."""
    parts = [
        str(number),
        row.offered.item.display_name,
        word(row.offered.mode),
        *row_line(row, site).split(" · "),
    ]
    return "，".join([*parts, matched(row)[0]]).rstrip("，")


def todo_sentence(row: TodoRow) -> str:
    """A waiting case for a screen reader."""
    return "，".join((word(row.lamp), row.text, row.item, row.name_masked, row.number))


def favourite_sentence(row: Row, count: int) -> str:
    """A favourite for a screen reader."""
    return said("{name}，办过 {count} 件").format(name=row.offered.item.display_name, count=count)


def group_line(group: Group) -> str:
    """民政 18 项."""
    return said("{name}，{count} 项").format(name=group.name, count=len(group.items))


def way_words(way: Way) -> str:
    """What a way out says."""
    if way.kind is WayKind.SUGGESTION:
        return said("是不是要找“{text}”（{query}）").format(text=way.text, query=way.query)
    return (
        said("按部门浏览全部事项") if way.kind is WayKind.BROWSE else said("记下没找到的事项，稍后答复群众")
    )


def subtitle(offered: OfferedItem) -> str:
    """Kind, department, id, release."""
    item = offered.item
    edition = said("指南 {day} 版").format(day=offered.published.isoformat())
    number = said("事项 {id}").format(id=item.id)
    return "  |  ".join((f"{item.category.label} · {item.department}", number, edition))


def standing(offered: OfferedItem) -> str:
    """参考, or who verified it and when."""
    if offered.verified is None:
        return said("参考")
    return said("{by} 已核定 {day}").format(by=offered.verified.by, day=offered.verified.on.isoformat())


def standing_note(offered: OfferedItem) -> str:
    """What 参考 means, for a tooltip."""
    return said("本站还没核定这份指南，以主管部门公布的为准") if offered.reference_only else ""


def facts(offered: OfferedItem) -> tuple[tuple[str, str, str], ...]:
    """The four boxes: title, value, the small line below."""
    item = offered.item
    ways = "、".join(item.channels)
    return (
        (said("承诺时限"), short_limit(offered), limit_note(offered)),
        (said("收费"), item.fee or said("以窗口告知为准"), ""),
        (said("办理方式"), _first_ways(item.channels), _way_note(offered, ways)),
        (said("结果"), item.result or said("以窗口告知为准"), item.result_delivery),
    )


def limit_note(offered: OfferedItem) -> str:
    """The statutory limit beside the promise, or that the kind of case is not verified."""
    item = offered.item
    if item.statutory.days is not None:
        return said("法定 {days}").format(days=days(item.statutory))
    if offered.promised.days is None and item.kind is CaseKind.IMMEDIATE:
        return UNKNOWN_LIMIT
    return item.promised_note


def _first_ways(channels: tuple[str, ...]) -> str:
    if not channels:
        return UNKNOWN_LIMIT
    if len(channels) <= 2:
        return "、".join(channels)
    return said("{ways}等 {count} 种").format(ways="、".join(channels[:2]), count=len(channels))


def _way_note(offered: OfferedItem, ways: str) -> str:
    known = {"", "不详", "无"}
    across = "" if offered.item.cross_region in known else offered.item.cross_region
    home = said("可上门") if offered.item.home_visit else ""
    short = "、".join(part for part in (across, home) if part)
    return short or (ways if len(offered.item.channels) > 2 else "")


def materials_note(offered: OfferedItem) -> str:
    """5 项材料，其中 4 项可用电子证照."""
    rows = offered.item.materials
    if not rows:
        return ""
    electronic = sum(bool(row.e_licence) for row in rows)
    if not electronic:
        return said("{count} 项材料").format(count=len(rows))
    return said("{count} 项材料，其中 {electronic} 项可用电子证照").format(
        count=len(rows), electronic=electronic
    )


def need_word(row: Material) -> str:
    """必要, 可容缺, 符合时, 代办时, 免提交."""
    if row.exempt:
        return said("免提交")
    if row.occasion is Occasion.BY_PROXY:
        return said("代办时")
    return word(Need.OPTIONAL if row.occasion is Occasion.IF_APPLICABLE else row.need)


def copies_word(row: Material) -> str:
    """How many are handed over."""
    return str(row.copies) if row.copies else "—"


def material_sentence(row: Material, brought: bool) -> str:
    """A paper for a screen reader."""
    state = "" if row.exempt else said("已带") if brought else said("没带")
    licence = said("可用电子证照 {name}").format(name=row.e_licence) if row.e_licence else ""
    copies = said("{copies} 份").format(copies=row.copies) if row.copies else ""
    parts = (str(row.number), row.name, word(row.form), copies, need_word(row), licence, state, row.note)
    return "，".join(part for part in parts if part)


def brought_note(guide: Guide) -> str:
    """How many papers are here, once one is ticked."""
    asked = [row for row in guide.offered.item.materials if not row.exempt]
    if not guide.brought:
        return said("群众带了哪样就勾哪样（空格或数字键），告知书只打没带的")
    return said("已带 {here} 样，还差 {left} 样").format(
        here=len(guide.brought), left=len([row for row in asked if row.number not in guide.brought])
    )


def place_title(guide: Guide) -> str:
    """Who does it: this site, or the kind of site that does."""
    offered, site = guide.offered, guide.site
    if offered.mode is not HandlingMode.ADVICE:
        counter = offered.counter
        return said("{site} {counter}").format(site=site.name, counter=counter) if counter else site.name
    return said(_PLACES[offered.item.tier]) if offered.item.tier is not site.tier else offered.item.department


def place_lines(guide: Guide) -> tuple[str, ...]:
    """Hours, telephone and address, as far as they are known; of the other place only what is certain."""
    offered, site = guide.offered, guide.site
    here = offered.mode is not HandlingMode.ADVICE
    hours, phone, address = (
        own or (general if here else "")
        for own, general in (
            (offered.hours, site.hours),
            (offered.phone, site.phone),
            (offered.address, site.address),
        )
    )
    lines = [hours, said("咨询 {phone}").format(phone=phone) if phone else "", address]
    complaint = offered.complaint_phone or (site.complaint_phone if here else "")
    lines.append(said("监督投诉 {phone}").format(phone=complaint) if complaint else "")
    told = tuple(line for line in lines if line)
    return told or (
        (said("电话和地址还没填，可在设置里补上"),) if here else (said("具体地点以当地公布的为准"),)
    )


def basis_line(basis: LegalBasis) -> str:
    """One legal basis."""
    number = f"（{basis.doc_no}）" if basis.doc_no else ""
    return f"{_quoted(basis.title)}{number}{basis.articles}"


def _quoted(title: str) -> str:
    return title if title.startswith("《") else f"《{title}》"


def link_words(link: Link, site: Site) -> str:
    """The name of another item, and where it is done when that is not here."""
    if link.tier is site.tier:
        return link.name
    return said("{name}（{where}）").format(name=link.name, where=said(_NEAR[link.tier]))


def primary_words(guide: Guide) -> str:
    """The primary button."""
    if guide.primary is Primary.REFERRAL:
        return said("打指路条")
    return said("开始代办收件") if guide.offered.mode is HandlingMode.ASSIST else said("开始收件")


def remark(code: Remark) -> str:
    """Something told in passing."""
    return said(_REMARKS[code])


def trouble(error: DeskError) -> tuple[str, str]:
    """What went wrong. Here no case hangs on a paper, so nothing is said of one."""
    heading, advice = told(error)
    if isinstance(error, PaperTrouble):
        advice = said("勾选的都还在。看看打印机，再打一次。")
    return heading, advice


def release_line(offered: OfferedItem) -> str:
    """Which release of the catalogue this is."""
    return said("事项目录 {version}，{day} 发布").format(
        version=offered.release, day=screen_date(offered.published)
    )
