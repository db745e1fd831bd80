"""A1 收件凭证: what was received, in two parts, one to keep and one to take away (domain.md, appendix A1).

A5 across with the citizen's stub at the right, A4 with the stub below. Needs a case; and, when acceptance is
still open, ``notice_by``. The sentence on which a citizen's right hangs is fixed here: no site can edit it.
"""

from __future__ import annotations

from desk_app.domain.cases import Acting, Case, CaseState
from desk_app.domain.documents import PaperSize
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.worktime import Deadline, local_day
from desk_app.papers.blocks import single_file
from desk_app.papers.explain import explained
from desk_app.papers.flow import Cell, Table, column, draw_line
from desk_app.papers.fonts import Role
from desk_app.papers.furniture import (
    SEAL_HEIGHT,
    SEAL_WIDTH,
    Layout,
    case_number,
    cut_across,
    cut_down,
    finish_pages,
    open_layout,
    printed_on,
    qr,
    seal,
    sign_line,
    snug,
)
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span, break_lines
from desk_app.papers.wording import Wording
from desk_app.papers.words import (
    RELATIONS,
    STATES,
    UNKNOWN_LIMIT,
    WE,
    copies_words,
    long_date,
    masked_number,
    masked_phone,
    received,
    remark_words,
    services,
    spoken_date,
    you,
)

Fact = tuple[str, str, Role]
"""Label, value, and how the value is set."""

_FIRST_RIGHT = 141.5
_CUT = 147.0
_STUB_LEFT = 152.5
_CUT_A4 = 208.0


def case_of(request: PaperRequest) -> Case:
    """The case a paper is about. Raises PaperTrouble ``paper_lacks`` when there is none."""
    if request.case is None:
        raise PaperTrouble("paper_lacks", what="case")
    return request.case


def only_received(case: Case) -> bool:
    """Whether nobody has accepted the case yet, so that the slip proves receipt and nothing else."""
    return case.accepted_at is None and case.state not in (CaseState.FINISHED, CaseState.ASSISTED)


def proof_of_receipt(request: PaperRequest) -> str:
    """The sentence of appendix A1, word for word."""
    if request.notice_by is None:
        raise PaperTrouble("paper_lacks", what="notice_by")
    department = case_of(request).item.department
    return f"本凭证仅证明收到材料，是否受理由{department}决定，最迟于{long_date(request.notice_by)}前告知。"


def due_of(request: PaperRequest) -> Deadline | None:
    """The deadline a citizen is told: the promised one, else that of the law."""
    known = request.deadlines
    return (known.promised or known.statutory) if known else None


def till_when(request: PaperRequest) -> tuple[str, str]:
    """Label and value of the date that matters on a receipt."""
    case = case_of(request)
    if only_received(case):
        proof_of_receipt(request)
        return "最迟告知", f"{request.notice_by} 前告知是否受理"
    deadline = due_of(request)
    if deadline is None:
        return "应办结", UNKNOWN_LIMIT
    return "应办结", f"{deadline.due} 前" if deadline.due else "暂停计时，另行告知"


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """Both parts of the receipt."""
    layout = snug(request, lambda scale: _both_parts(request, ink, wording, scale))
    finish_pages(layout, right=_FIRST_RIGHT if request.size is PaperSize.A5 else 0.0)
    return layout.sheet


def _both_parts(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    across = request.size is PaperSize.A5
    layout = open_layout(
        request,
        ink,
        wording.say("receipt.title"),
        wording.say("receipt.copies"),
        landscape=True,
        first_right=_FIRST_RIGHT if across else 0.0,
        first_bottom=0.0 if across else _CUT_A4 - 6.0,
        scale=scale,
    )
    # The stub goes first: it belongs to the first page, wherever the rest will end.
    (_stub_across if across else _stub_below)(layout, wording)
    _materials(layout, wording)
    _below(layout, wording)
    return layout


def _materials(layout: Layout, wording: Wording) -> None:
    request, sizes = layout.request, layout.type
    case = case_of(request)
    table = Table(layout.flow, sizes.table, sizes.row)
    label = column(sizes.table, 4)
    for row in single_file(layout, _facts(request)):
        cells: list[Cell] = []
        for word, value, role in row:
            cells += [
                Cell(word, label, Role.LABEL, centred=True),
                Cell(value, 0.0, role),
            ]
        table.row(cells)
    lead = wording.spans(
        "receipt.lead",
        case.item.legal_nature,
        case.item.mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        site=request.site.name,
        we=WE[request.site.tier],
    )
    table.row([Cell(lead, 0.0)])
    narrow = column(sizes.table, 2)
    columns = (
        ("序", column(sizes.table, 1.4)),
        ("收到材料", 0.0),
        ("形式", column(sizes.table, 4)),
        ("份数", narrow),
        ("页数", narrow),
        ("备注", column(sizes.table, 5)),
    )
    table.header([Cell(word, width, Role.LABEL, centred=True) for word, width in columns], strong=True)
    papers = received(case.materials)
    for place, paper in enumerate(papers, start=1):
        values = (
            str(place),
            paper.name,
            STATES[paper.state] if paper.state else "",
            copies_words(paper),
            "",
            remark_words(paper),
        )
        table.row(
            [Cell(value, width, centred=width > 0) for value, (_, width) in zip(values, columns, strict=True)]
        )
    if not papers:
        table.row([Cell("（本事项不用交材料）", 0.0, centred=True)])
    table.close()


def _facts(request: PaperRequest) -> list[tuple[Fact, ...]]:
    case = case_of(request)
    body = Role.BODY
    facts: list[tuple[Fact, ...]] = [
        (("申请人", case.applicant.name, body), ("证件号码", masked_number(case.applicant), body)),
        (("联系电话", masked_phone(case.applicant), body), (*till_when(request), Role.STRONG)),
        (("服务方式", services(case.item.mode), body),),
    ]
    if case.acting is Acting.PROXY and case.proxy:
        who = f"{case.proxy.party.name}（{RELATIONS[case.proxy.relation]}）"
        facts.insert(1, (("交件人", who, body), ("证件号码", masked_number(case.proxy.party), body)))
    return facts


def _below(layout: Layout, wording: Wording) -> None:
    request, flow, sizes = layout.request, layout.flow, layout.type
    case = case_of(request)
    flow.y += 1.4
    if case.remark.strip():
        flow.paragraph("备注：" + case.remark.strip(), sizes.table, 1.4)
    counting = explained(request.deadlines) if request.printing.explain_due else ""
    if counting and not only_received(case):
        flow.paragraph("这个日子怎么来的：" + counting, sizes.foot + 0.5, 1.4, role=Role.KAI)
    flow.keep(SEAL_HEIGHT if request.site.seal_name else 4 * sizes.table * 1.5 / PT)
    seal(layout, request.site.name, printed_on(request), request.site.seal_name, flow.y)
    wide = flow.frame.width - SEAL_WIDTH
    if only_received(case):
        flow.paragraph(proof_of_receipt(request), sizes.table, 1.4, role=Role.STRONG, width=wide)
    else:
        words = wording.say("receipt.counted", case.item.legal_nature, case.item.mode)
        flow.paragraph(words, sizes.table, 1.4, width=wide)
    if only_received(case) and request.forward_by:
        words = wording.say("receipt.forward", date=long_date(request.forward_by), to=case.item.department)
        flow.paragraph(words, sizes.table, 1.4, width=wide)
    _signatures(layout, wide)


def _signatures(layout: Layout, width: float) -> None:
    request, flow, size = layout.request, layout.flow, layout.type.table
    counter = f"（{request.counter}）" if request.counter else ""
    flow.paragraph(f"收件人：{request.clerk_name}{counter}", size, 1.75, width=width)
    step = size * 1.75 / PT
    flow.keep(step)
    sign_line(flow.sheet, flow.frame.left, flow.y + step * 0.75, "交件人（签字）：", size, 30.0)
    flow.y += step


def _stub_across(layout: Layout, wording: Wording) -> None:
    sheet, request = layout.sheet, layout.request
    page = sheet.pages[0]
    cut_down(sheet, _CUT, 0.0, page.height, "裁切线", 9)
    left, right = _STUB_LEFT, page.width - 7.0
    middle = (left + right) / 2
    sheet.centred(middle, 13.5, wording.say("receipt.stub_title"), Role.TITLE, 15, 3.5)
    y = 19.5
    for line in break_lines(request.site.name, sheet.fonts, (right - left) * PT, 9.5, Role.LABEL):
        draw_line(sheet, middle - line.width / PT / 2, y, line, 9.5)
        y += 4.4
    qr(sheet, request, middle - 14.5, y - 1.0, 29.0)
    y += 33.2
    sheet.centred(middle, y, "凭码查进度", Role.STRONG, 11)
    sheet.centred(middle, y + 5.0, case_number(request), Role.LABEL, 9.5)
    sheet.line(left, y + 8.0, right, y + 8.0, 0.6)
    _stub_lines(layout, wording, left, right, y + 14.0, page.height - 8.0)


def _stub_below(layout: Layout, wording: Wording) -> None:
    sheet, request = layout.sheet, layout.request
    page = sheet.pages[0]
    left, right = 20.0, page.width - 20.0
    cut_across(sheet, 0.0, page.width, _CUT_A4, "裁切线　下联群众带走", 9)
    top = _CUT_A4 + 9.0
    sheet.text(left, top + 3.0, wording.say("receipt.stub_title"), Role.TITLE, 16, 4)
    y = top + 9.5
    for line in break_lines(request.site.name, sheet.fonts, (right - left - 42.0) * PT, 10, Role.LABEL):
        draw_line(sheet, left, y, line, 10)
        y += 4.6
    qr(sheet, request, right - 29.0, top - 2.0, 29.0)
    sheet.centred(right - 14.5, top + 31.5, "凭码查进度", Role.STRONG, 11)
    sheet.right(right, top + 36.5, case_number(request), Role.LABEL, 9.5)
    _stub_lines(layout, wording, left, right - 42.0, y + 3.0, page.height - 26.0)


def stub_facts(request: PaperRequest) -> tuple[tuple[str, str, Role], ...]:
    """What the citizen takes home: who, what, till when, how many papers. In spoken words."""
    case = case_of(request)
    if only_received(case):
        proof_of_receipt(request)
        till = ("告　知", spoken_date(request.notice_by) + "前" if request.notice_by else "", Role.STRONG)
    else:
        deadline = due_of(request)
        due = deadline.due if deadline else None
        till = ("办　好", spoken_date(due) + "前" if due else UNKNOWN_LIMIT, Role.STRONG)
    return (
        ("申请人", case.applicant.name, Role.BODY),
        ("事　项", case.item.name, Role.BODY),
        ("收　件", spoken_date(local_day(case.received_at or case.registered_at)), Role.BODY),
        till,
        ("材　料", f"{len(received(case.materials))} 项", Role.BODY),
    )


def _stub_lines(layout: Layout, wording: Wording, left: float, right: float, y: float, bottom: float) -> None:
    """Facts above, advice at the foot; smaller until both fit, because a stub has no second page."""
    sheet, request = layout.sheet, layout.request
    advice = "receipt.advice_open" if only_received(case_of(request)) else "receipt.advice"
    phone = request.site.phone.strip()
    wide = (right - left) * PT
    size = layout.type.table if layout.type.table <= 12.5 else 15.0
    while True:
        facts = [
            break_lines((Span(f"{word}：", role), Span(value, role)), sheet.fonts, wide, size, role)
            for word, value, role in stub_facts(request)
        ]
        tail = break_lines(wording.say(advice), sheet.fonts, wide, size) if phone else ()
        step = size * 1.55 / PT
        tall = sum(map(len, facts)) * step + (len(tail) + 1) * step
        if y + tall <= bottom or size < 5:
            break
        size *= 0.94
    for lines in facts:
        for line in lines:
            draw_line(sheet, left, y, line, size)
            y += step
    if phone:
        y = max(y, bottom - len(tail) * step)
        for line in tail:
            draw_line(sheet, left, y, line, size)
            y += step
        sheet.text(left, y, phone, Role.STRONG, size)
