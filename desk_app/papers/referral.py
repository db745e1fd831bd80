"""指路条: where it can be done, what to bring, whom to call, when (feature B12). Names nobody."""

from __future__ import annotations

from desk_app.papers.blocks import facts
from desk_app.papers.checklist import offered_of, to_bring
from desk_app.papers.fonts import Role
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.request import Destination, PaperRequest
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import asked


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The way, on a page."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def destination_of(request: PaperRequest) -> Destination:
    """Where to: as the desk says, else the department of the item with what the site knows of it."""
    if request.destination is not None:
        return request.destination
    offered = offered_of(request)
    return Destination(offered.item.department, offered.address, offered.phone, offered.hours)


def way_rows(request: PaperRequest, wording: Wording) -> list[tuple[str, str]]:
    """What is known of the place. Address and hours that nobody has stated are asked for by telephone."""
    to = destination_of(request)
    unknown = wording.say("referral.unknown") if to.phone else ""
    return [
        ("地址", to.address or unknown),
        ("怎么走", to.distance),
        ("电话", to.phone),
        ("时间", to.hours or unknown),
    ]


def bring_words(request: PaperRequest) -> str:
    """What to bring, in one line: names, forms, and the condition where there is one."""
    rows = to_bring(offered_of(request))
    return "；".join(
        f"{row.name}（{asked(row.form, row.copies)}{'，' + condition if condition else ''}）"
        for row, condition in rows
    )


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    offered = offered_of(request)
    layout = open_layout(request, ink, wording.say("referral.title"), scale=scale)
    sizes, flow = layout.type, layout.flow
    lead = wording.spans(
        "referral.lead", offered.item.legal_nature, offered.mode, item=offered.item.display_name
    )
    flow.paragraph(lead, sizes.body, sizes.leading)
    flow.paragraph(destination_of(request).name, sizes.title * 0.9, 1.6, role=Role.STRONG)
    flow.y += 1.5
    facts(layout, [((word, value),) for word, value in way_rows(request, wording)])
    flow.y += 3.0
    bring = bring_words(request)
    if bring:
        flow.paragraph("要带什么", sizes.body, 1.6, role=Role.STRONG)
        flow.paragraph(bring, sizes.table, 1.65)
    if offered.reference_only and bring:
        flow.paragraph(
            f"【{wording.say('reference.mark')}】{wording.say('reference.note')}", sizes.table, 1.6
        )
    flow.y += 8.0 / PT
    flow.paragraph(wording.say("referral.advice"), sizes.body, 1.6, role=Role.KAI)
    return layout
