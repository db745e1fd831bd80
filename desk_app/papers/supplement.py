"""A4b 补正材料告知书: what was received falls short, told once and all at once (domain.md, appendix A4b).

Another paper than A4a: something was received, so there is a day and a consequence, and both are fixed here.
A round asked after acceptance has another consequence: the item's rule decides, and the clocks may stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.domain.case_life import Round
from desk_app.domain.cases import Case
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, signatures, who
from desk_app.papers.flow import column
from desk_app.papers.fonts import Role
from desk_app.papers.forms import Column, Half, boxes, lower_half, prose, rows_table, small_print
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.often import often_line
from desk_app.papers.particulars import SupplyWay
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.roll import Roll
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span
from desk_app.papers.wording import Wording
from desk_app.papers.words import asked, long_date, spoken_date, weekday, you

_WAYS = {
    SupplyWay.COUNTER: "窗口",
    SupplyWay.ONLINE: "网上",
    SupplyWay.POST: "邮寄",
    SupplyWay.AGENT: "代办员上门",
}
_MOST_NAMED = 60


def round_of(request: PaperRequest) -> tuple[Case, Round]:
    """The case and its latest round. Raises PaperTrouble ``paper_lacks`` when nothing was asked."""
    case = case_of(request)
    if not case.lived.rounds:
        raise PaperTrouble("paper_lacks", what="round")
    return case, case.lived.rounds[-1]


def lines_of(case: Case, asking: Round) -> list[tuple[str, str, str, str]]:
    """Paper, problem, what is asked for (form and copies), basis; in the order they were asked."""
    rows = {row.number: row for row in case.materials}
    lines = []
    for line in asking.lines:
        row = rows.get(line.number)
        wanted = line.requirement or (asked(row.form, row.copies) if row else "")
        lines.append((row.name if row else str(line.number), line.problem, wanted, line.basis))
    return lines


def consequence(asking: Round) -> str:
    """Until when, and what follows: the words of appendix A4b; after acceptance those of appendix B."""
    until = f"请于**{long_date(asking.due)}**前补正；"
    if not asking.after_acceptance:
        return (
            until + "逾期未补正的，退还材料、终结本次办理，不影响补齐后再次申请；确有困难可在期满前申请延期。"
        )
    standing = "等待补正期间暂停计算办理时限。" if asking.pauses else "等待补正期间办理时限照常计算。"
    return until + "逾期未补正的，按本事项的规定以现有材料作出决定或者终止办理。" + standing


def ways(request: PaperRequest) -> str:
    """补正方式, ticked when it is known."""
    return boxes((word, way is request.particulars.way) for way, word in _WAYS.items())


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The notice, with the receipt the counter keeps."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def on_roll(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The same on 80 mm."""
    case, asking = round_of(request)
    roll = Roll(request, ink, wording, wording.say("supplement_notice.title"))
    roll.paragraph(f"{case.applicant.name}：")
    roll.paragraph(_lead(case, asking, wording, Role.PLAIN))
    roll.boxed("请在这天前补正", f"{spoken_date(asking.due)} {weekday(asking.due)}")
    for place, (name, problem, wanted, basis) in enumerate(lines_of(case, asking), start=1):
        roll.paragraph(f"{place} {name}", Role.STRONG)
        for word, value in (("问题：", problem), ("要求：", wanted), ("依据：", basis)):
            if value:
                roll.paragraph(word + value)
    roll.rule()
    for words in _corrected(request):
        roll.paragraph(words)
    roll.paragraph(tuple(_strong(consequence(asking), Role.PLAIN)))
    roll.paragraph("补正方式：" + ways(request))
    roll.rule()
    roll.codes("补正时带来")
    roll.paragraph(f"告知人：{request.clerk_name}　{request.counter}")
    roll.sign("被告知人（签字）：")
    return roll.finish()


def _lead(case: Case, asking: Round, wording: Wording, role: Role = Role.BODY) -> tuple[Span, ...]:
    key = "supplement_notice.lead_after" if asking.after_acceptance else "supplement_notice.lead"
    return wording.spans(
        key,
        case.item.legal_nature,
        case.item.mode,
        role,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
    )


def _corrected(request: PaperRequest) -> Iterator[str]:
    if request.particulars.corrected:
        yield "已当场更正，不用再补：" + "；".join(request.particulars.corrected)


def _strong(text: str, role: Role = Role.BODY) -> Iterator[Span]:
    for at, part in enumerate(text.split("**")):
        if part:
            yield Span(part, Role.STRONG if at % 2 else role)


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, asking = round_of(request)
    layout = open_layout(
        request,
        ink,
        wording.say("supplement_notice.title"),
        wording.say("supplement_notice.copies"),
        scale=scale,
        clear=True,
    )
    addressee(layout, case.applicant.name)
    prose(layout, _lead(case, asking, wording), leading=0.92)
    layout.flow.y += 1.5
    often_line(layout)
    wide, size = layout.flow.frame.width, layout.type.table
    columns = (
        Column("序", column(size, 1.4), centred=True),
        Column("需补正、更正的材料", wide * 0.27),
        Column("存在的问题", wide * 0.22),
        Column("补正要求", wide * 0.22),
        Column("依据"),
    )
    lines = lines_of(case, asking)
    rows_table(layout, columns, ((str(place), *line) for place, line in enumerate(lines, start=1)))
    for words in _corrected(request):
        small_print(layout, words)
    prose(layout, tuple(_strong(consequence(asking))), leading=0.92)
    small_print(layout, "补正方式：" + ways(request))
    layout.flow.y += 1.0
    signatures(
        layout,
        request.site.name,
        request.site.seal_name,
        [(who(layout, "告知人"), False), ("被告知人（签字）：", True)],
    )
    lower_half(layout, _receipt(case, asking, wording))
    return layout


def _receipt(case: Case, asking: Round, wording: Wording) -> Half:
    names = "、".join(name for name, *_ in lines_of(case, asking))
    if len(names) > _MOST_NAMED:
        names = f"{len(asking.lines)} 项，见上联"
    text = (
        Span(f"{case.applicant.name}　{case.item.name}　需补正：{names}　期限 "),
        Span(f"{asking.due}", Role.STRONG),
    )
    return Half("裁切线　下联窗口留存", "补正告知回执", text, wording.say("supplement_notice.understood"))
