"""办结凭单 of a 即办件 (appendix A8a, in short), and 帮办记录, which is no acceptance (appendix B)."""

from __future__ import annotations

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.errors import IllegalMove
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, facts, signatures, who
from desk_app.papers.fonts import OPEN_BOX, Role
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import clock, long_date, masked_number, masked_phone, number_words, services, you

_RATINGS = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")


def finished_case(request: PaperRequest) -> Case:
    """The case, when it is at its end as a 办结. Raises IllegalMove ``not_finished`` otherwise."""
    case = case_of(request)
    if case.state is not CaseState.FINISHED or case.finished_at is None:
        raise IllegalMove("not_finished")
    return case


def assisted_case(request: PaperRequest) -> Case:
    """The case, when it ended as assistance. Raises IllegalMove ``not_assisted`` otherwise."""
    case = case_of(request)
    if case.state is not CaseState.ASSISTED or case.finished_at is None:
        raise IllegalMove("not_assisted")
    return case


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """办结凭单."""
    case = finished_case(request)
    layout = snug(request, lambda scale: _completion(request, case, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def lay_out_assistance(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """帮办记录."""
    case = assisted_case(request)
    layout = snug(request, lambda scale: _assistance(request, case, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def result_of(request: PaperRequest, case: Case) -> str:
    """What came of it, in the words given at the desk or else the item's own."""
    return request.result.strip() or case.item.result or "已办结"


def ratings() -> str:
    """好差评 for the pen, five levels."""
    return "　".join(f"{OPEN_BOX}{word}" for word in _RATINGS)


def _completion(request: PaperRequest, case: Case, ink: Ink, wording: Wording, scale: float) -> Layout:
    layout = open_layout(
        request,
        ink,
        wording.say("completion.title"),
        wording.say("completion.copies"),
        landscape=True,
        scale=scale,
    )
    accepted = clock(case.accepted_at) if case.accepted_at else ""
    finished = clock(case.finished_at) if case.finished_at else ""
    facts(
        layout,
        [
            (("申请人", case.applicant.name), ("证件号码", masked_number(case.applicant))),
            (("办理事项", case.item.name),),
            (("受理编号", number_words(case.number)), ("联系电话", masked_phone(case.applicant))),
            (("受理时间", accepted), ("办结时间", finished)),
            (("办理结果", result_of(request, case)),),
            (("领取方式", case.item.result_delivery),),
            (("满意度", ratings()),),
        ],
    )
    layout.flow.y += 1.5
    layout.flow.paragraph(wording.say("completion.check"), layout.type.table, 1.5, role=Role.KAI)
    signatures(
        layout,
        request.site.name,
        request.site.seal_name,
        [(who(layout, "经办人"), False), ("签收人（签字）：", True), ("签收日期：", True)],
    )
    return layout


def _assistance(request: PaperRequest, case: Case, ink: Ink, wording: Wording, scale: float) -> Layout:
    item = case.item
    layout = open_layout(
        request,
        ink,
        wording.say("assistance.title"),
        wording.say("assistance.copies"),
        landscape=True,
        scale=scale,
    )
    sizes, flow = layout.type, layout.flow
    addressee(layout, case.applicant.name)
    lead = wording.spans(
        "assistance.lead",
        item.legal_nature,
        item.mode,
        you=you(case.applicant),
        date=long_date(local_day(case.registered_at)),
        item=item.name,
    )
    flow.paragraph(lead, sizes.body, sizes.leading, indent=2.0)
    limits = wording.say("assistance.limits", item.legal_nature, item.mode, department=item.department)
    flow.paragraph(limits, sizes.body, sizes.leading, indent=2.0)
    flow.y += 1.0
    facts(
        layout,
        [
            (("服务方式", services(item.mode)),),
            (("帮办内容", request.result.strip() or item.name),),
            (("完成时间", clock(case.finished_at) if case.finished_at else ""),),
            (("满意度", ratings()),),
        ],
    )
    signatures(layout, request.site.name, "", [(who(layout, "帮办人"), False), ("本人（签字）：", True)])
    return layout
