"""要带什么, and 一次性告知 from ticked papers: printed at look-up, before anyone is a case (features B3, F8).

Names nobody. Until the site has verified the guide it says 参考 (issue: unverified guides on paper).
"""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.domain.catalogue import Material, Need, Occasion, OfferedItem
from desk_app.domain.errors import PaperTrouble
from desk_app.papers.blocks import facts, reference_mark
from desk_app.papers.flow import Cell, Table, column
from desk_app.papers.fonts import OPEN_BOX, Role
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.gaps import gaps_at_look_up, how_to_get
from desk_app.papers.notice import found_line, gap_table, where_rows
from desk_app.papers.often import often_line
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span
from desk_app.papers.wording import Wording
from desk_app.papers.words import asked, limit_words


def offered_of(request: PaperRequest) -> OfferedItem:
    """The item a paper of look-up is about. Raises PaperTrouble ``paper_lacks`` when there is none."""
    if request.offered is None:
        raise PaperTrouble("paper_lacks", what="offered")
    return request.offered


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The whole list, or what is missing of it."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def title_of(request: PaperRequest, wording: Wording) -> str:
    """要带什么, or 一次性告知书 once papers were ticked."""
    return wording.say("checklist.title" if request.in_hand is None else "notice.title")


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    offered = offered_of(request)
    layout = open_layout(request, ink, title_of(request, wording), scale=scale)
    sizes, flow = layout.type, layout.flow
    if offered.reference_only:
        reference_mark(layout, wording)
    if offered.item.status_note:
        flow.paragraph("请注意：" + offered.item.status_note, sizes.table, 1.5, role=Role.STRONG)
    missing, found = gaps_at_look_up(offered, request.in_hand or frozenset())
    flow.paragraph(lead(request, wording, bool(missing)), sizes.body, sizes.leading * 0.92)
    flow.y += 1.0
    often_line(layout)
    if request.in_hand is None:
        _list(layout, offered)
    elif missing:
        gap_table(layout, missing)
    if request.in_hand is not None:
        found_line(layout, found)
    rows = [*where_rows(request, wording, offered, f"受理后{limit_words(offered.promised)}办结")]
    if offered.promised.days is None:
        rows[2] = (("多久办好", limit_words(offered.promised)),)
    if offered.item.fee:
        rows.insert(3, (("收不收费", offered.item.fee),))
    facts(layout, rows)
    if offered.reminder:
        flow.y += 1.0
        flow.paragraph("提醒：" + offered.reminder, sizes.table, 1.5, role=Role.KAI)
    return layout


def lead(request: PaperRequest, wording: Wording, lacking: bool, role: Role = Role.BODY) -> tuple[Span, ...]:
    """The sentence above the list."""
    offered = offered_of(request)
    key = "notice.lead_open" if lacking else "notice.nothing"
    if request.in_hand is None:
        key = "checklist.lead"
    return wording.spans(key, offered.item.legal_nature, offered.mode, role, item=offered.item.display_name)


def _list(layout: Layout, offered: OfferedItem) -> None:
    sizes, width = layout.type, layout.flow.frame.width
    table = Table(layout.flow, sizes.table, sizes.row)
    box = column(sizes.table, 1)
    columns = (("", box), ("材料", width * 0.36), ("要求", width * 0.22), ("说明", 0.0))
    table.header([Cell(word, wide, Role.LABEL, centred=True) for word, wide in columns])
    for row, condition in to_bring(offered):
        hint = "。".join(part for part in (condition, how_to_get(row)) if part)
        values = (OPEN_BOX, row.name, asked(row.form, row.copies), hint)
        table.row(
            [
                Cell(value, wide, centred=at == 0)
                for at, (value, (_, wide)) in enumerate(zip(values, columns, strict=True))
            ]
        )
    table.close()
    layout.flow.y += 1.5


def to_bring(offered: OfferedItem) -> Iterator[tuple[Material, str]]:
    """Each row a citizen may have to bring, with the condition under which it is asked."""
    for row in offered.item.materials:
        if row.exempt:
            continue
        if row.occasion is Occasion.BY_PROXY:
            yield row, "别人代办时带"
        elif row.occasion is Occasion.IF_APPLICABLE or row.need is Need.OPTIONAL:
            yield row, "符合时带"
        elif row.need is Need.DEFERRABLE:
            yield row, "可以后补"
        else:
            yield row, ""
