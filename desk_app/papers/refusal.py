"""A3 不予受理通知书 and A8b 不予确认(批准)告知书 (domain.md, appendix A3, A8b).

The reasons of a refusal are a closed list, and their words stand here. What income or grade of disability
decides is told by A8b, after acceptance, by the deciding organ; nobody can take it for a slip to fetch with.
"""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.case_life import Closing, Decision, Refusal, Verdict
from desk_app.domain.cases import Case
from desk_app.domain.catalogue import LegalNature
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, facts, signatures, who
from desk_app.papers.forms import prose
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.receipt import case_of
from desk_app.papers.remedy import acceptor, entrusted, remedy_line
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import long_date, number_words, you

_REASONS = {
    Refusal.NOT_COMPETENT: "本事项不在{department}的职权范围内",
    Refusal.NOT_NEEDED: "本事项依法不需要办理",
    Refusal.NOT_ENTITLED: "申请主体不适格",
    Refusal.STILL_DEFECTIVE: "申请材料经补正仍不符合法定形式",
}
_ORGAN_SEAL = "公章"


def refused(request: PaperRequest) -> tuple[Case, Closing, Refusal]:
    """The case, how it was closed, and the reason of the list.

    Raises:
        PaperTrouble: ``paper_lacks`` when the application was not refused.
    """
    case = case_of(request)
    closing = case.lived.closing
    if closing is None or closing.refusal is None:
        raise PaperTrouble("paper_lacks", what="refusal")
    return case, closing, closing.refusal


def rejected(request: PaperRequest) -> tuple[Case, Decision]:
    """The case and the decision against it. Raises PaperTrouble ``paper_lacks`` when there is none."""
    case = case_of(request)
    decision = case.lived.decision
    if decision is None or decision.verdict is not Verdict.REJECTED:
        raise PaperTrouble("paper_lacks", what="rejection")
    return case, decision


def reason_words(case: Case, closing: Closing, refusal: Refusal) -> str:
    """The reason of the list, with what was found in this case."""
    words = _REASONS[refusal].format(department=case.item.department)
    return f"{words}（{closing.reason}）" if closing.reason.strip() else words


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """不予受理通知书."""
    return _finished(request, lambda scale: _refusal(request, ink, wording, scale))


def lay_out_rejection(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """不予确认(批准)告知书."""
    return _finished(request, lambda scale: _rejection(request, ink, wording, scale))


def rejection_title(request: PaperRequest, wording: Wording) -> str:
    """不予批准 for a benefit, 不予确认 for the rest."""
    case, _ = rejected(request)
    benefit = case.item.legal_nature is LegalNature.BENEFIT
    return wording.say("not_confirmed.title_benefit" if benefit else "not_confirmed.title")


def _finished(request: PaperRequest, build: Callable[[float], Layout]) -> Sheet:
    layout = snug(request, build)
    finish_pages(layout)
    return layout.sheet


def _refusal(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, closing, refusal = refused(request)
    unit, seal = acceptor(request, case)
    layout = open_layout(
        request,
        ink,
        wording.say("refusal.title"),
        wording.say("refusal.copies"),
        landscape=True,
        scale=scale,
    )
    addressee(layout, case.applicant.name)
    nature, mode = case.item.legal_nature, case.item.mode
    lead = wording.spans(
        "refusal.lead",
        nature,
        mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        reason=reason_words(case, closing, refusal),
        basis=closing.basis,
    )
    prose(layout, lead)
    if closing.instead.strip():
        prose(layout, wording.spans("refusal.instead", nature, mode, to=closing.instead.strip()))
    remedy = remedy_line(request, case)
    if remedy:
        prose(layout, remedy)
    layout.flow.y += 2.0
    lines = [*entrusted(request, case), (who(layout, "经办人"), False)]
    signatures(layout, unit, seal, [*lines, ("签收人（签字）：", True), ("签收日期：", True)])
    return layout


def _rejection(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, decision = rejected(request)
    layout = open_layout(
        request,
        ink,
        rejection_title(request, wording),
        wording.say("not_confirmed.copies"),
        scale=scale,
        clear=True,
    )
    addressee(layout, case.applicant.name)
    benefit = case.item.legal_nature is LegalNature.BENEFIT
    lead = wording.spans(
        "not_confirmed.lead",
        case.item.legal_nature,
        case.item.mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        verdict="不予批准" if benefit else "不予确认",
    )
    prose(layout, lead)
    layout.flow.y += 1.0
    rows = (
        ("受理编号", number_words(case.number)),
        ("决定文号", decision.paper_number),
        ("查明事实", decision.facts),
        ("理由", decision.reasons),
        ("依据", decision.basis),
        ("决定日期", long_date(local_day(decision.at))),
    )
    facts(layout, [((word, value),) for word, value in rows])
    layout.flow.y += 1.5
    remedy = remedy_line(request, case)
    if remedy:
        prose(layout, remedy)
    layout.flow.y += 2.0
    passed_on = [] if decision.organ == request.site.name else [(f"转交：{request.site.name}", False)]
    lines = [*passed_on, ("签收人（签字）：", True), ("签收日期：", True)]
    signatures(layout, decision.organ, _ORGAN_SEAL, lines)
    return layout
