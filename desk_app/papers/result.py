"""A8a 办结通知, which is the slip to fetch the result with, and A9 送达回证 (appendix A8a, A9; mock P08).

A decision against the citizen never comes as A8a (see refusal.py). Where there is nothing to fetch the
notice sends nobody.
"""

from __future__ import annotations

from desk_app.domain.case_life import Decision, Delivery, DeliveryWay, Verdict
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, facts, signatures, who
from desk_app.papers.completion import ratings, result_of
from desk_app.papers.flow import Cell, Table, column
from desk_app.papers.fonts import Role
from desk_app.papers.forms import boxes, prose, small_print
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.roll import Roll
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span
from desk_app.papers.wording import Wording
from desk_app.papers.words import (
    RELATIONS,
    clock,
    long_date,
    masked_number,
    number_words,
    spoken_date,
    weekday,
    you,
)

_WAYS = {
    DeliveryWay.COUNTER: "窗口领取",
    DeliveryWay.AGENT: "代办员送达",
    DeliveryWay.POST: "邮寄",
    DeliveryWay.ONLINE: "网上送达",
    DeliveryWay.NOTICE: "公告送达",
}
_FAILED = ("不在家，改约　月　日", "拒收，见证人：　　　", "其他：")


def approved(request: PaperRequest) -> tuple[Case, Decision]:
    """The case and the decision for it. Raises PaperTrouble ``paper_lacks`` when there is none."""
    case = case_of(request)
    decision = case.lived.decision
    if decision is None or decision.verdict is not Verdict.APPROVED:
        raise PaperTrouble("paper_lacks", what="approval")
    return case, decision


def to_fetch(case: Case) -> bool:
    """Whether something waits for the citizen."""
    return case.state is CaseState.READY


def result_words(request: PaperRequest, case: Case) -> str:
    """What came of it: as given for this paper, as recorded in the case, else as the item has it."""
    return request.result.strip() or case.result or result_of(request, case)


def fetch_rows(request: PaperRequest, case: Case, wording: Wording) -> list[tuple[str, str]]:
    """Where, when, with what; nothing where there is nothing to fetch."""
    if not to_fetch(case):
        return [("领取方式", case.item.result_delivery)]
    site = request.site
    place = "　".join(part for part in (site.name, request.counter, site.address) if part)
    return [
        ("领取地点", place),
        ("领取时间", site.hours),
        ("带什么", wording.say("result_notice.bring")),
    ]


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """办结通知."""
    layout = snug(request, lambda scale: _notice(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def on_roll(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The same on 80 mm."""
    case, decision = approved(request)
    roll = Roll(request, ink, wording, wording.say("result_notice.title"))
    if to_fetch(case):
        roll.middle(wording.say("result_notice.voucher"), Role.STRONG, roll.type.table)
    roll.facts((("申请人", case.applicant.name), ("事　项", case.item.name)))
    roll.facts((("证　件", masked_number(case.applicant)),), Role.PLAIN)
    day = local_day(decision.at)
    if to_fetch(case):
        roll.boxed("已经办好，来领", f"{spoken_date(day)}起")
    else:
        roll.boxed("已经办好", f"{spoken_date(day)} {weekday(day)}")
    roll.facts((("结　果", result_words(request, case)), ("文　号", decision.paper_number)), Role.PLAIN)
    for word, value in fetch_rows(request, case, wording):
        if value:
            roll.paragraph(f"{word}：{value}")
    roll.rule()
    roll.codes("凭此单领取" if to_fetch(case) else "凭码可查")
    roll.paragraph(f"经办人：{request.clerk_name}　{request.counter}")
    return roll.finish()


def _notice(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, decision = approved(request)
    title, copies = wording.say("result_notice.title"), wording.say("result_notice.copies")
    layout = open_layout(request, ink, title, copies, landscape=True, scale=scale)
    if to_fetch(case):
        _voucher(layout, wording.say("result_notice.voucher"))
    addressee(layout, case.applicant.name)
    lead = wording.spans(
        "result_notice.lead",
        case.item.legal_nature,
        case.item.mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        finished=long_date(local_day(decision.at)),
    )
    prose(layout, lead)
    layout.flow.y += 1.0
    rows = [
        (("受理编号", number_words(case.number)), ("证件号码", masked_number(case.applicant))),
        (("办理结果", result_words(request, case)),),
        (("决定机关", decision.organ), ("文号", decision.paper_number)),
    ]
    facts(layout, rows + [((word, value),) for word, value in fetch_rows(request, case, wording)])
    layout.flow.y += 1.5
    if to_fetch(case):
        small_print(layout, wording.spans("result_notice.advice", role=Role.KAI), Role.KAI)
    signatures(layout, request.site.name, request.site.seal_name, [(who(layout, "经办人"), False)])
    return layout


def _voucher(layout: Layout, words: str) -> None:
    """领取凭证, below the title."""
    frame = layout.flow.frame
    layout.sheet.centred((frame.left + frame.right) / 2, layout.flow.y - 4.6, words, Role.STRONG, 11)


def lay_out_delivery(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """送达回证."""
    layout = snug(request, lambda scale: _delivery(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def served_words(request: PaperRequest, case: Case) -> str:
    """What is put into the citizen's hand: named papers, else the result with its number.

    Raises:
        PaperTrouble: ``paper_lacks`` when there is nothing yet to serve.
    """
    if request.particulars.served:
        return "；".join(request.particulars.served)
    decision = case.lived.decision
    if decision is None:
        raise PaperTrouble("paper_lacks", what="served")
    name = result_words(request, case) if decision.verdict is Verdict.APPROVED else "不予确认（批准）告知书"
    return f"{name}　{decision.paper_number}".strip()


def _delivery(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case = case_of(request)
    served = served_words(request, case)
    layout = open_layout(
        request,
        ink,
        wording.say("delivery_receipt.title"),
        wording.say("delivery_receipt.copies"),
        landscape=True,
        scale=scale,
    )
    done = case.lived.deliveries[-1] if case.lived.deliveries else None
    facts(
        layout,
        [
            (("受送达人", case.applicant.name), ("证件号码", masked_number(case.applicant))),
            (("办理事项", case.item.name),),
            (("送达文书", served),),
            (("送达方式", _ways(done)),),
            (("送达地点", "　"), ("送达时间", clock(done.at) if done else "　")),
        ],
    )
    _to_sign(layout, case, done)
    layout.flow.y += 1.5
    small_print(layout, wording.say("delivery_receipt.check"), Role.KAI)
    lines = [("送达人（签字）：", True), (who(layout, "经办人"), False)]
    signatures(layout, request.site.name, request.site.seal_name, lines)
    return layout


def _ways(done: Delivery | None) -> str:
    words = boxes((word, done is not None and way is done.way) for way, word in _WAYS.items())
    return words + (f"　单号 {done.express}" if done and done.express else "")


def _to_sign(layout: Layout, case: Case, done: Delivery | None) -> None:
    """签收, 代收, 未能送达, 备注: rows tall enough for a pen."""
    sizes = layout.type
    relation = RELATIONS[done.relation] if done and done.relation else ""
    other = done.recipient if done and done.recipient != case.applicant.name else ""
    label = column(sizes.table, 4)
    tall = Table(layout.flow, sizes.table, sizes.row * 1.5)
    signed = (Span("受送达人（签字）：　　　　　　　　　　　"), Span("日期：　　年　　月　　日"))
    tall.row([Cell("签收", label, Role.LABEL, centred=True), Cell(signed, 0.0)])
    instead = (Span(f"代收人（签字）：{other or '　　　　　　'}　　　"), Span(f"关系及理由：{relation}"))
    tall.row([Cell("代收", label, Role.LABEL, centred=True), Cell(instead, 0.0)])
    tall.close()
    plain = Table(layout.flow, sizes.table, sizes.row)
    rows = (
        ("未能送达", boxes((word, False) for word in _FAILED)),
        ("满意度", ratings()),
        ("备注", "已核对证件" if done and done.id_checked else "　"),
    )
    for word, value in rows:
        plain.row([Cell(word, label, Role.LABEL, centred=True), Cell(value, 0.0)])
    plain.close()
