"""The papers that exist on an 80 mm roll, each a short form of its page."""

from __future__ import annotations

from desk_app.domain.worktime import local_day
from desk_app.papers.checklist import lead, offered_of, title_of, to_bring
from desk_app.papers.completion import assisted_case, finished_case, ratings, result_of
from desk_app.papers.explain import explained
from desk_app.papers.fonts import OPEN_BOX, TICKED, Role
from desk_app.papers.gaps import Gap, gaps_at_look_up, gaps_of
from desk_app.papers.notice import where_rows
from desk_app.papers.receipt import case_of, due_of, only_received, proof_of_receipt
from desk_app.papers.referral import bring_words, destination_of, way_rows
from desk_app.papers.request import PaperRequest
from desk_app.papers.roll import Roll, material_words
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import (
    UNKNOWN_LIMIT,
    asked,
    clock,
    limit_words,
    masked_number,
    masked_phone,
    received,
    service_word,
    spoken_date,
    weekday,
    you,
)

_ASK = "凭码查进度"


def receipt(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """A1 on a roll."""
    case = case_of(request)
    roll = Roll(request, ink, wording, wording.say("receipt.title"))
    roll.facts((("申请人", case.applicant.name),))
    roll.facts(
        (("证　件", masked_number(case.applicant)), ("电　话", masked_phone(case.applicant))), Role.PLAIN
    )
    roll.facts((("事　项", case.item.name),))
    roll.facts((("收　件", clock(case.received_at or case.registered_at)),), Role.PLAIN)
    roll.facts((("方　式", service_word(case.item.mode)),), Role.PLAIN)
    _date_box(roll)
    rows = received(case.materials)
    roll.paragraph(f"收到材料 {len(rows)} 项", Role.STRONG)
    for place, row in enumerate(rows, start=1):
        roll.pair(f"{place} {row.name}", material_words(row))
    if case.remark.strip():
        roll.paragraph("备注：" + case.remark.strip())
    roll.rule()
    if only_received(case):
        roll.paragraph(proof_of_receipt(request), Role.STRONG)
    else:
        roll.paragraph(wording.say("receipt.counted", case.item.legal_nature, case.item.mode))
        counting = explained(request.deadlines) if request.printing.explain_due else ""
        if counting:
            roll.paragraph("这个日子怎么来的：" + counting)
    roll.rule()
    roll.codes(_ASK)
    if request.site.phone.strip():
        roll.paragraph(wording.say("receipt.advice_open" if only_received(case) else "receipt.advice"))
    roll.paragraph(f"收件人：{request.clerk_name}　{request.counter}")
    return roll.finish()


def _date_box(roll: Roll) -> None:
    request = roll.request
    case = case_of(request)
    if only_received(case):
        proof_of_receipt(request)
        if request.notice_by:
            day = request.notice_by
            roll.boxed("最迟告知是否受理", f"{spoken_date(day)} {weekday(day)}")
        return
    deadline = due_of(request)
    due = deadline.due if deadline else None
    if due is None:
        roll.boxed("什么时候办好", UNKNOWN_LIMIT)
    else:
        roll.boxed("最晚办好", f"{spoken_date(due)} {weekday(due)}")


def notice(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """A4a on a roll."""
    case = case_of(request)
    roll = Roll(request, ink, wording, wording.say("notice.title"))
    if case.item.reference_only:
        _reference(roll)
    roll.paragraph(f"{case.applicant.name}：")
    words = wording.spans(
        "notice.lead",
        case.item.legal_nature,
        case.item.mode,
        Role.PLAIN,
        you=you(case.applicant),
        item=case.item.name,
    )
    roll.paragraph(words)
    missing, found = gaps_of(case, request.offered)
    _gaps(roll, missing, found)
    limit = limit_words(case.item.promised)
    roll.facts(
        [(word, value) for ((word, value),) in where_rows(request, wording, request.offered, limit)],
        Role.PLAIN,
    )
    roll.rule()
    roll.codes("带上本单来办")
    roll.sign("申请人（签收）：")
    return roll.finish()


def checklist(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """要带什么 on a roll."""
    offered = offered_of(request)
    roll = Roll(request, ink, wording, title_of(request, wording))
    if offered.reference_only:
        _reference(roll)
    if offered.item.status_note:
        roll.paragraph("请注意：" + offered.item.status_note, Role.STRONG)
    missing, found = gaps_at_look_up(offered, request.in_hand or frozenset())
    roll.paragraph(lead(request, wording, bool(missing), Role.PLAIN))
    if request.in_hand is None:
        roll.rule()
        for row, condition in to_bring(offered):
            roll.pair(f"{OPEN_BOX}{row.name}", condition)
            roll.paragraph("　" + asked(row.form, row.copies))
        roll.rule()
    else:
        _gaps(roll, missing, found)
    rows = [
        (word, value)
        for ((word, value),) in where_rows(request, wording, offered, limit_words(offered.promised))
    ]
    roll.facts([*rows, ("收不收费", offered.item.fee)], Role.PLAIN)
    roll.rule()
    roll.codes("带上本单来办")
    return roll.finish()


def _reference(roll: Roll) -> None:
    roll.paragraph(
        f"【{roll.wording.say('reference.mark')}】{roll.wording.say('reference.note')}", Role.STRONG
    )


def _gaps(roll: Roll, missing: tuple[Gap, ...], found: tuple[str, ...]) -> None:
    roll.rule()
    for place, gap in enumerate(missing, start=1):
        roll.paragraph(f"{place} {gap.name}", Role.STRONG)
        roll.paragraph("。".join(part for part in (gap.asked, gap.how) if part))
    roll.rule()
    if found:
        roll.paragraph("已经看过，来时一并带上：" + "　".join(f"{TICKED}{name}" for name in found))
        roll.rule()


def completion(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """办结凭单 on a roll."""
    case = finished_case(request)
    roll = Roll(request, ink, wording, wording.say("completion.title"))
    roll.facts((("申请人", case.applicant.name), ("事　项", case.item.name)))
    roll.facts((("证　件", masked_number(case.applicant)),), Role.PLAIN)
    if case.finished_at:
        day = local_day(case.finished_at)
        roll.boxed("已经办好", f"{spoken_date(day)} {weekday(day)}")
    roll.facts((("结　果", result_of(request, case)), ("领　取", case.item.result_delivery)), Role.PLAIN)
    roll.paragraph("满意度：" + ratings())
    roll.rule()
    roll.codes("凭码可查")
    roll.paragraph(f"经办人：{request.clerk_name}　{request.counter}")
    roll.sign("签收人（签字）：")
    return roll.finish()


def assistance(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """帮办记录 on a roll."""
    case = assisted_case(request)
    item = case.item
    roll = Roll(request, ink, wording, wording.say("assistance.title"))
    roll.facts((("申请人", case.applicant.name), ("事　项", item.name)))
    roll.facts(
        (
            ("帮　办", request.result.strip() or item.name),
            ("完　成", clock(case.finished_at) if case.finished_at else ""),
        ),
        Role.PLAIN,
    )
    roll.paragraph(wording.say("assistance.limits", item.legal_nature, item.mode, department=item.department))
    roll.paragraph("满意度：" + ratings())
    roll.rule()
    roll.codes("凭码可查")
    roll.paragraph(f"帮办人：{request.clerk_name}　{request.counter}")
    roll.sign("本人（签字）：")
    return roll.finish()


def referral(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """指路条 on a roll."""
    offered = offered_of(request)
    roll = Roll(request, ink, wording, wording.say("referral.title"))
    words = wording.spans(
        "referral.lead", offered.item.legal_nature, offered.mode, Role.PLAIN, item=offered.item.display_name
    )
    roll.paragraph(words)
    roll.boxed("请到", destination_of(request).name)
    roll.facts(way_rows(request, wording), Role.PLAIN)
    roll.rule()
    bring = bring_words(request)
    if bring:
        roll.paragraph("要带什么", Role.STRONG)
        roll.paragraph(bring)
    if offered.reference_only and bring:
        _reference(roll)
    roll.paragraph(wording.say("referral.advice"), Role.STRONG)
    roll.codes("凭码可查")
    return roll.finish()
