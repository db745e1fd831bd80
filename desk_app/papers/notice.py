"""A4a 一次性告知: only what is missing, why, and where to get it (domain.md, appendix A4a; feature B3).

Nothing was received, so there is no deadline and no consequence on this paper. With a case it names the
citizen and keeps a receipt for the counter; without one it is printed from look-up (checklist.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.domain.catalogue import OfferedItem, TimeLimit
from desk_app.papers.blocks import addressee, facts, reference_mark, signatures, who
from desk_app.papers.flow import Cell, Table, column, draw_line
from desk_app.papers.fonts import TICKED, Role
from desk_app.papers.furniture import (
    Layout,
    case_number,
    cut_across,
    finish_pages,
    open_layout,
    qr,
    sign_line,
    snug,
)
from desk_app.papers.gaps import Gap, gaps_of
from desk_app.papers.often import often_line
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span, break_lines
from desk_app.papers.wording import Wording
from desk_app.papers.words import UNKNOWN_LIMIT, bases, limit_words, you

_RECEIPT_HEIGHT = 31.0
_MOST_NAMED = 60


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The notice for a case in which something is missing."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case = case_of(request)
    item = case.item
    layout = open_layout(request, ink, wording.say("notice.title"), wording.say("notice.copies"), scale=scale)
    sizes = layout.type
    if item.reference_only:
        reference_mark(layout, wording)
    addressee(layout, case.applicant.name)
    lead = wording.spans("notice.lead", item.legal_nature, item.mode, you=you(case.applicant), item=item.name)
    layout.flow.paragraph(lead, sizes.body, sizes.leading * 0.92, indent=2.0)
    layout.flow.y += 1.5
    often_line(layout)
    missing, found = gaps_of(case, request.offered)
    gap_table(layout, missing)
    found_line(layout, found)
    after = _after(wording, item.promised)
    facts(layout, where_rows(request, wording, request.offered, after))
    layout.flow.y += 1.0
    signatures(
        layout,
        request.site.name,
        request.site.seal_name,
        [(who(layout, "告知人"), False), ("申请人（签收）：", True)],
    )
    _receipt(layout, wording, missing)
    return layout


def gap_table(layout: Layout, missing: Sequence[Gap]) -> None:
    """序号｜还要补的材料｜要求｜为什么、怎么办."""
    sizes, width = layout.type, layout.flow.frame.width
    table = Table(layout.flow, sizes.table, sizes.row)
    number = column(sizes.table, 1.4)
    columns = (("序", number), ("还要补的材料", width * 0.27), ("要求", width * 0.2), ("为什么、怎么办", 0.0))
    table.header([Cell(word, wide, Role.LABEL, centred=True) for word, wide in columns])
    for place, gap in enumerate(missing, start=1):
        values = (str(place), gap.name, gap.asked, gap.how)
        table.row(
            [
                Cell(value, wide, centred=at == 0)
                for at, (value, (_, wide)) in enumerate(zip(values, columns, strict=True))
            ]
        )
    table.close()
    layout.flow.y += 1.5


def found_line(layout: Layout, found: Sequence[str]) -> None:
    """已经看过，来时一并带上."""
    if found:
        ticked = "　".join(f"{TICKED}{name}" for name in found)
        spans = (Span("已经看过，来时一并带上：", Role.STRONG), Span(ticked))
        layout.flow.paragraph(spans, layout.type.table, 1.5)
        layout.flow.y += 1.5


def where_rows(
    request: PaperRequest, wording: Wording, offered: OfferedItem | None, after: str
) -> list[tuple[tuple[str, str], ...]]:
    """Where, when, what next, and whom to call; what the site has not stated is left out."""
    site = request.site
    phone = (offered.phone if offered else "") or site.phone.strip()
    counter = (offered.counter if offered else "") or request.counter
    address = (offered.address if offered else "") or site.address
    visit = "notice.stay" if offered and offered.item.home_visit else "notice.call"
    return [
        (("在哪儿办", "　".join(part for part in (site.name, counter, address) if part)),),
        (("什么时间", (offered.hours if offered else "") or site.hours),),
        (("带齐以后", after),),
        (("不便出门", wording.say(visit, phone=phone) if phone else ""),),
        (("依据", bases(offered.item.legal_basis) if offered else ""),),
    ]


def _after(wording: Wording, promised: TimeLimit) -> str:
    limit = limit_words(promised)
    if promised.days is None:
        return wording.say("notice.after", limit="，").split("；")[0] + f"；办结时限{UNKNOWN_LIMIT}"
    return wording.say("notice.after", limit=limit)


def _receipt(layout: Layout, wording: Wording, missing: Sequence[Gap]) -> None:
    """The lower part, which the counter keeps."""
    flow, sheet, request = layout.flow, layout.sheet, layout.request
    case = case_of(request)
    size = min(layout.type.table, 12.5)
    side = 15.0
    names = "、".join(gap.name for gap in missing)
    if len(names) > _MOST_NAMED:
        names = f"{len(missing)} 项，见上联"
    text = (Span(f"{case.applicant.name}　{case.item.name}　", Role.BODY), Span(f"缺：{names}", Role.BODY))
    lines = break_lines(text, sheet.fonts, (flow.frame.width - side - 3.0) * PT, size)
    step = size * 1.45 / PT
    tall = max(_RECEIPT_HEIGHT, 16.0 + step * (len(lines) + 1))
    flow.keep(min(tall, flow.frame.bottom - flow.frame.top))
    top = max(flow.y, flow.frame.bottom - tall)
    cut_across(sheet, flow.frame.left, flow.frame.right, top + 2.0, "裁切线　下联窗口留存", layout.type.foot)
    qr(sheet, request, flow.frame.right - side, top + 6.0, side)
    y = top + 10.0
    at = sheet.text(flow.frame.left, y, "一次性告知回执", Role.STRONG, size)
    sheet.text(at + 4.0, y, case_number(request), Role.LABEL, size * 0.9)
    for line in lines:
        y += step
        draw_line(sheet, flow.frame.left, y, line, size)
    y += step
    end = sign_line(sheet, flow.frame.left, y, wording.say("notice.understood"), size, 30.0)
    sheet.text(end + 2.0, y, "　月　　日", Role.BODY, size)
    flow.y = max(flow.frame.bottom, y)
