"""A5 容缺受理承诺书 and 容缺受理通知书, two copies each (domain.md, appendix A5; mock P04).

The four promises are fixed here. Listed is only what the applicant must bring later: never what the counter
verifies by shared data. A promise is made by the applicant in person, so no proxy finds a line to sign on;
for who cannot act a guardian signs. A 即办件 has neither paper.
"""

from __future__ import annotations

from datetime import date

from desk_app.domain.cases import Case, CaseMaterial
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.people import MandateKind
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, facts, signatures, who
from desk_app.papers.flow import column
from desk_app.papers.fonts import Role
from desk_app.papers.forms import Column, Half, boxes, lower_half, prose, rows_table
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.particulars import SupplyWay
from desk_app.papers.remedy import accepted_case, acceptor, entrusted, promised_case
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span
from desk_app.papers.wording import Wording
from desk_app.papers.words import asked, long_date, masked_number, masked_phone, named, weekday, you

_WAYS = {
    SupplyWay.COUNTER: "到窗口",
    SupplyWay.AGENT: "交代办员",
    SupplyWay.POST: "邮寄",
    SupplyWay.ONLINE: "网上提交",
}
_MOST_NAMED = 60
_LATE = "逾期未补齐的，终止本次办理、退还材料，可以重新申请。"


def owed(request: PaperRequest, case: Case) -> tuple[tuple[CaseMaterial, ...], date]:
    """What the applicant must bring, and until when: deferred rows but for those the counter verifies.

    Raises:
        PaperTrouble: ``paper_lacks`` when nothing, or no day, was promised.
    """
    guide = {row.number: row for row in request.offered.item.materials} if request.offered else {}
    rows = tuple(row for row in case.deferred if row.number not in guide or not guide[row.number].exempt)
    if not rows:
        raise PaperTrouble("paper_lacks", what="deferred")
    if case.promise_by is None:
        raise PaperTrouble("paper_lacks", what="promise_by")
    return rows, case.promise_by


def promises(request: PaperRequest, case: Case) -> tuple[str, ...]:
    """The four sentences of appendix A5."""
    rows, by = owed(request, case)
    how = boxes((word, way is request.particulars.way) for way, word in _WAYS.items())
    return (
        "一、已知悉告知内容；",
        f"二、所缺材料{named(rows)}于{long_date(by)}前，以下列方式补齐：{how}；",
        "三、所补材料真实；",
        "四、逾期未补齐的，同意终止本次办理、退还材料，可重新申请；提供虚假材料的，依法处理。",
    )


def lay_out_promise(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """承诺书, with the reminder the applicant takes home."""
    case = promised_case(request)
    layout = snug(request, lambda scale: _promise(request, case, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def lay_out_notice(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """通知书: accepted all the same, with what is owed and what follows."""
    case = promised_case(request)
    accepted_case(request)
    layout = snug(request, lambda scale: _notice(request, case, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def _table(layout: Layout, rows: tuple[CaseMaterial, ...], by: date) -> None:
    size = layout.type.table
    columns = (
        Column("序", column(size, 1.4), centred=True),
        Column("容缺材料"),
        Column("形式、份数", column(size, 6.0), centred=True),
        Column("补交期限", column(size, 7.2), centred=True, role=Role.STRONG),
    )
    lines = ((row.name, asked(row.form, row.copies), long_date(by)) for row in rows)
    rows_table(layout, columns, ((str(place), *line) for place, line in enumerate(lines, start=1)))


def _who(layout: Layout, case: Case) -> None:
    facts(
        layout,
        [
            (("申请人", case.applicant.name), ("联系电话", masked_phone(case.applicant))),
            (("证件号码", masked_number(case.applicant)),),
            (("办理事项", case.item.name),),
        ],
    )


def _promise(request: PaperRequest, case: Case, ink: Ink, wording: Wording, scale: float) -> Layout:
    rows, by = owed(request, case)
    layout = open_layout(
        request,
        ink,
        wording.say("deferral_promise.title"),
        wording.say("deferral_promise.copies"),
        scale=scale,
        clear=True,
    )
    _who(layout, case)
    layout.flow.y += 1.5
    _table(layout, rows, by)
    prose(layout, wording.spans("deferral_promise.lead", case.item.legal_nature, case.item.mode))
    for sentence in promises(request, case):
        prose(layout, sentence)
    layout.flow.y += 1.5
    guardian = case.proxy is not None and case.proxy.mandate is MandateKind.GUARDIANSHIP
    promisor = "法定代理人（签字、捺印）：" if guardian else "承诺人（签字、捺印）："
    lines = [(promisor, True), ("日期：", True), (who(layout, "经办人"), False)]
    signatures(layout, request.site.name, request.site.seal_name, lines)
    lower_half(layout, _reminder(request, case, wording))
    return layout


def _reminder(request: PaperRequest, case: Case, wording: Wording) -> Half:
    rows, by = owed(request, case)
    text = [Span(f"{case.applicant.name}：请于"), Span(f"{long_date(by)}（{weekday(by)}）", Role.STRONG)]
    what = named(rows)
    if len(what) > _MOST_NAMED:
        what = f"{len(rows)} 项材料，见承诺书"
    text += [Span("前补交"), Span(what, Role.STRONG), Span("。")]
    phone = request.site.phone.strip()
    if phone:
        text.append(Span(wording.say("deferral_promise.ask", phone=phone)))
    return Half("裁切线　下联交承诺人，补交时带来", wording.say("deferral_promise.stub_title"), tuple(text))


def _notice(request: PaperRequest, case: Case, ink: Ink, wording: Wording, scale: float) -> Layout:
    rows, by = owed(request, case)
    unit, seal = acceptor(request, case)
    layout = open_layout(
        request,
        ink,
        wording.say("deferral_notice.title"),
        wording.say("deferral_notice.copies"),
        scale=scale,
        clear=True,
    )
    addressee(layout, case.applicant.name)
    lead = wording.spans(
        "deferral_notice.lead",
        case.item.legal_nature,
        case.item.mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
    )
    prose(layout, lead)
    layout.flow.y += 1.5
    _table(layout, rows, by)
    prose(layout, _LATE)
    layout.flow.y += 2.0
    lines = [*entrusted(request, case), (who(layout, "经办人"), False)]
    signatures(layout, unit, seal, [*lines, ("签收人（签字）：", True), ("签收日期：", True)])
    return layout
