"""通办转送单 (F38): where the citizen's matter was sent, how, under which number, and when an answer comes.

异地代收代办 changes nothing about who decides (国办发〔2020〕35号): the paper says that this place only took
the papers in and sent them on, so that nobody waits here for a decision.
"""

from __future__ import annotations

from desk_app.domain.case_life import Crossing, Reach, Via
from desk_app.domain.cases import Case
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, facts, signatures, who
from desk_app.papers.fonts import Role
from desk_app.papers.forms import prose
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.roll import Roll
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import long_date, spoken_date, you

_REACH = {Reach.PROVINCE: "全省通办", Reach.NATION: "跨省通办"}
_VIA = {Via.POST: "邮寄", Via.PLATFORM: "平台流转"}
_NUMBER = {Via.POST: "邮寄单号", Via.PLATFORM: "平台编号"}
_UNTOLD = "对方告知后，我们打电话告诉您"


def crossing_of(request: PaperRequest) -> tuple[Case, Crossing]:
    """The case and where it was sent last. Raises PaperTrouble ``paper_lacks`` when it was not."""
    case = case_of(request)
    if not case.lived.crossings:
        raise PaperTrouble("paper_lacks", what="crossing")
    return case, case.lived.crossings[-1]


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """On a page."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def on_roll(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The same on 80 mm."""
    case, crossing = crossing_of(request)
    roll = Roll(request, ink, wording, wording.say("cross_town.title"))
    roll.facts((("申请人", case.applicant.name), ("事　项", case.item.name)))
    roll.boxed(f"已转到{crossing.to}", _when(crossing))
    roll.facts((("转送", spoken_date(local_day(crossing.sent_at))), ("方式", _VIA[crossing.via])), Role.PLAIN)
    for word, value in _numbers(crossing):
        roll.paragraph(f"{word}：{value}")
    roll.rule()
    roll.codes("凭码可查")
    roll.paragraph(wording.say("cross_town.advice"))
    roll.paragraph(f"经办人：{request.clerk_name}　{request.counter}")
    return roll.finish()


def _when(crossing: Crossing) -> str:
    if crossing.reply:
        return f"已答复：{crossing.reply}"
    return f"最晚 {spoken_date(crossing.reply_by)}答复" if crossing.reply_by else _UNTOLD


def _numbers(crossing: Crossing) -> list[tuple[str, str]]:
    """What can be asked by: the number it went under, and the one it was given there."""
    pairs = ((_NUMBER[crossing.via], crossing.number), ("回执号", crossing.receipt))
    return [(word, value) for word, value in pairs if value.strip()]


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, crossing = crossing_of(request)
    title, copies = wording.say("cross_town.title"), wording.say("cross_town.copies")
    layout = open_layout(request, ink, title, copies, scale=scale, clear=True)
    addressee(layout, case.applicant.name)
    spans = wording.spans(
        "cross_town.lead",
        case.item.legal_nature,
        case.item.mode,
        Role.BODY,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        reach=_REACH[crossing.reach],
        to=crossing.to,
    )
    prose(layout, spans)
    layout.flow.y += 1.0
    facts(
        layout,
        [
            (("转往", crossing.to),),
            (("转送日期", long_date(local_day(crossing.sent_at))), ("方式", _VIA[crossing.via])),
            *((pair,) for pair in _numbers(crossing)),
            (("对方答复", _when(crossing)),),
        ],
    )
    layout.flow.y += 1.5
    prose(layout, wording.say("cross_town.advice"), Role.KAI)
    layout.flow.y += 1.0
    lines = [(who(layout, "经办人"), False), ("签收人（签字）：", True), ("日期：", True)]
    signatures(layout, request.site.name, request.site.seal_name, lines)
    return layout
