"""A10 延期告知书 and 特别程序告知书: why a day moves, for how long, who agreed (appendix A10, B).

A 即办件 has neither. 公示 and 入户调查 stop no clock, so neither is among the kinds of special procedure.
"""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.case_life import Extension, Special, SpecialProcedure
from desk_app.domain.cases import Case
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.worktime import Deadline, local_day
from desk_app.papers.blocks import addressee, facts, signatures, who
from desk_app.papers.explain import explained
from desk_app.papers.fonts import Role
from desk_app.papers.forms import prose
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.receipt import due_of
from desk_app.papers.remedy import accepted_case, promised_case
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import long_date, number_words, you

_SPECIALS = {
    Special.HEARING: "听证",
    Special.TENDER: "招标",
    Special.AUCTION: "拍卖",
    Special.INSPECTION: "检验",
    Special.TESTING: "检测",
    Special.QUARANTINE: "检疫",
    Special.APPRAISAL: "鉴定",
    Special.EXPERT_REVIEW: "专家评审",
}


def extension_of(request: PaperRequest) -> tuple[Case, Extension]:
    """The case and its extension.

    Raises:
        PaperTrouble: ``paper_lacks`` when no day was added, or nobody is named who agreed.
        IllegalMove: for a 即办件, and for a case that was not accepted.
    """
    case = promised_case(request)
    accepted_case(request)
    if not case.lived.extensions:
        raise PaperTrouble("paper_lacks", what="extension")
    if not request.particulars.approver.strip():
        raise PaperTrouble("paper_lacks", what="approver")
    return case, case.lived.extensions[-1]


def special_of(request: PaperRequest) -> tuple[Case, SpecialProcedure]:
    """The case and its latest special procedure. Raises as :func:`extension_of`."""
    case = promised_case(request)
    accepted_case(request)
    if not case.lived.specials:
        raise PaperTrouble("paper_lacks", what="special")
    return case, case.lived.specials[-1]


def lay_out_extension(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """延期告知书."""
    return _finished(request, lambda scale: _extension(request, ink, wording, scale))


def lay_out_special(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """特别程序告知书: begun, or ended and the clocks going on."""
    return _finished(request, lambda scale: _special(request, ink, wording, scale))


def _finished(request: PaperRequest, build: Callable[[float], Layout]) -> Sheet:
    layout = snug(request, build)
    finish_pages(layout)
    return layout.sheet


def _due(deadline: Deadline | None) -> str:
    return long_date(deadline.due) if deadline and deadline.due else ""


def _extension(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, extension = extension_of(request)
    layout = _opened(request, case, ink, wording, "extension_notice", scale)
    approver = request.particulars.approver.strip()
    lead = wording.spans(
        "extension_notice.lead",
        case.item.legal_nature,
        case.item.mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        reason=extension.reason,
        approver=approver,
        days=str(extension.days),
    )
    prose(layout, lead)
    due = _due(due_of(request))
    rows = [
        (("受理编号", number_words(case.number)), ("延长", f"{extension.days}个工作日")),
        (("原因", extension.reason),),
        (("批准人", approver), ("批准日期", long_date(local_day(extension.at)))),
        (("新的截止", due or "暂停计时，恢复后另行告知"),),
    ]
    layout.flow.y += 1.0
    facts(layout, rows)
    return _signed(layout)


def _special(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, special = special_of(request)
    layout = _opened(request, case, ink, wording, "special_procedure_notice", scale)
    ended = special.ended_at
    key = "special_procedure_notice.back" if ended else "special_procedure_notice.lead"
    kind = _SPECIALS[special.special]
    lead = wording.spans(
        key,
        case.item.legal_nature,
        case.item.mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        special=kind,
        basis=special.basis,
        days=str(special.most_days),
    )
    prose(layout, lead)
    layout.flow.y += 1.0
    rows = [
        (("受理编号", number_words(case.number)), ("程序种类", kind)),
        (("启动理由", special.reason),),
        (("依据", special.basis),),
        (
            ("开始日期", long_date(local_day(special.began_at))),
            ("最长时间", f"{special.most_days}个工作日"),
        ),
    ]
    if ended:
        rows.append((("结束日期", long_date(local_day(ended))), ("结果", special.result)))
        rows.append((("新的截止", _due(due_of(request))),))
    facts(layout, rows)
    return _signed(layout)


def _opened(
    request: PaperRequest, case: Case, ink: Ink, wording: Wording, paper: str, scale: float
) -> Layout:
    title, copies = wording.say(f"{paper}.title"), wording.say(f"{paper}.copies")
    layout = open_layout(request, ink, title, copies, landscape=True, scale=scale)
    addressee(layout, case.applicant.name)
    return layout


def _signed(layout: Layout) -> Layout:
    request = layout.request
    counting = explained(request.deadlines) if request.printing.explain_due else ""
    if counting:
        layout.flow.y += 1.0
        layout.flow.paragraph("这个日子怎么来的：" + counting, layout.type.table, 1.5, role=Role.KAI)
    layout.flow.y += 2.0
    lines = [(who(layout, "经办人"), False), ("签收人（签字）：", True), ("签收日期：", True)]
    signatures(layout, request.site.name, request.site.seal_name, lines)
    return layout
