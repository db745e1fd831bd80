"""A2 受理通知书, and its 容缺 form (domain.md, appendix A2).

Needs an accepted case of a mode that may accept: a counter that only collects papers cannot promise
anything. The due date comes with no sentence about deducted time: 公示 and 入户调查 lie inside the limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.domain.cases import Case
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.errors import IllegalMove
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, signatures, who
from desk_app.papers.explain import explained
from desk_app.papers.fonts import Role
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span
from desk_app.papers.wording import Wording
from desk_app.papers.words import limit_words, long_date, named, you

_SEAL = "受理专用章"


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The notice of acceptance.

    Raises:
        IllegalMove: ``not_accepted`` for a case nobody accepted; ``cannot_accept`` in a mode without the
            right to.
    """
    case = case_of(request)
    if not case.item.mode.may_accept:
        raise IllegalMove("cannot_accept", mode=case.item.mode.value)
    if case.accepted_at is None:
        raise IllegalMove("not_accepted")
    layout = snug(request, lambda scale: _whole(request, case, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def _whole(request: PaperRequest, case: Case, ink: Ink, wording: Wording, scale: float) -> Layout:
    layout = open_layout(
        request,
        ink,
        wording.say("acceptance.title", case.item.legal_nature, case.item.mode),
        wording.say("acceptance.copies"),
        landscape=True,
        scale=scale,
    )
    sizes = layout.type
    addressee(layout, case.applicant.name)
    layout.flow.paragraph(tuple(_body(request, case, wording)), sizes.body, sizes.leading, indent=2.0)
    phone = request.site.phone.strip()
    ask = wording.say("acceptance.ask" if phone else "acceptance.ask_here", phone=phone)
    layout.flow.paragraph(ask, sizes.body, sizes.leading, indent=2.0)
    counting = explained(request.deadlines) if request.printing.explain_due else ""
    if counting:
        layout.flow.paragraph("这个日子怎么来的：" + counting, sizes.table, 1.5, indent=2.0, role=Role.KAI)
    _signed(layout, case)
    return layout


def _body(request: PaperRequest, case: Case, wording: Wording) -> Iterator[Span]:
    nature, mode = case.item.legal_nature, case.item.mode
    key = "acceptance.tolerance" if case.deferred else "acceptance.complete"
    yield from wording.spans(
        key,
        nature,
        mode,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        missing=named(case.deferred),
    )
    if case.deferred:
        supply = "acceptance.supply" if case.promise_by else "acceptance.supply_open"
        by = long_date(case.promise_by) if case.promise_by else ""
        yield from wording.spans(supply, nature, mode, date=by)
    yield from _limit(request, case, wording)
    if case.item.result_delivery:
        yield from wording.spans("acceptance.delivery", nature, mode, how=case.item.result_delivery)


def _limit(request: PaperRequest, case: Case, wording: Wording) -> tuple[Span, ...]:
    if case.item.kind is CaseKind.IMMEDIATE:
        return wording.spans("acceptance.same_day", case.item.legal_nature)
    known = request.deadlines
    if known and known.promised:
        key = "acceptance.promised" if known.promised.due else "acceptance.paused"
        due = long_date(known.promised.due) if known.promised.due else ""
        return wording.spans(key, case.item.legal_nature, limit=limit_words(case.item.promised), due=due)
    if known and known.statutory and known.statutory.due:
        return wording.spans(
            "acceptance.statutory",
            case.item.legal_nature,
            limit=limit_words(case.item.statutory),
            due=long_date(known.statutory.due),
        )
    return wording.spans("acceptance.unknown", case.item.legal_nature)


def _signed(layout: Layout, case: Case) -> None:
    """In the name of the department where the counter accepts on its behalf (domain.md §2.5)."""
    site = layout.request.site
    entrusted = case.item.mode is HandlingMode.ENTRUSTED_ACCEPT
    lines = [(f"受委托受理单位：{site.name}", False)] if entrusted else []
    lines += [(who(layout, "经办人"), False), ("签收人（签字）：", True), ("签收日期：", True)]
    unit = case.item.department if entrusted else site.name
    layout.flow.y += 2.0
    signatures(layout, unit, _SEAL if entrusted else site.seal_name, lines)
