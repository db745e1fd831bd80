"""How a case ended without a decision, told in writing (appendix B): 退件单, 说明, and what became of a 容缺.

None of the three takes anything away: each says that the papers go back and that one may apply again. What is
returned is listed, so that the citizen can check it; what was promised and never came is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desk_app.domain.case_life import Closing
from desk_app.domain.cases import Case, CaseMaterial, CaseState, MaterialState
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.paper_dues import deferral_broken
from desk_app.domain.worktime import local_day
from desk_app.papers.blocks import addressee, facts, signatures, who
from desk_app.papers.flow import column
from desk_app.papers.fonts import Role
from desk_app.papers.forms import Column, prose, rows_table
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.receipt import case_of
from desk_app.papers.remedy import promised_case
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import STATES, long_date, named, number_words, you

_NOTES = {
    CaseState.WITHDRAWN: "withdrawn",
    CaseState.VOIDED: "voided",
    CaseState.TERMINATED: "terminated",
}
_ON_PAPER = (MaterialState.ORIGINAL, MaterialState.COPY)


def lay_out_return(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """退件单: asked for in time, never came."""
    return _finished(request, lambda scale: _return(request, ink, wording, scale))


def lay_out_note(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """说明 of a withdrawal, of an entry made by mistake, of an end for another reason."""
    return _finished(request, lambda scale: _note(request, ink, wording, scale))


def lay_out_deferral(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """容缺: more time, given once, or the end."""
    return _finished(request, lambda scale: _deferral(request, ink, wording, scale))


def note_title(request: PaperRequest, wording: Wording) -> str:
    """撤回说明, 作废说明, 终止办理说明."""
    return wording.say(f"closing_note.title_{_NOTES[_closed(request, *_NOTES)[0].state]}")


def deferral_title(request: PaperRequest, wording: Wording) -> str:
    """容缺延期告知书, or 容缺逾期告知书."""
    ended = deferral_broken(case_of(request))
    return wording.say("deferral_outcome.title" if ended else "deferral_outcome.title_longer")


def _closed(request: PaperRequest, *states: CaseState) -> tuple[Case, Closing]:
    """The case and how it was closed. Raises PaperTrouble ``paper_lacks`` when it was not, or otherwise."""
    case = case_of(request)
    closing = case.lived.closing
    if closing is None or case.state not in states:
        raise PaperTrouble("paper_lacks", what="closing")
    return case, closing


def _finished(request: PaperRequest, build: Callable[[float], Layout]) -> Sheet:
    layout = snug(request, build)
    finish_pages(layout)
    return layout.sheet


def _return(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, closing = _closed(request, CaseState.RETURNED)
    layout = _opened(request, ink, wording.say("return_slip.title"), wording.say("return_slip.copies"), scale)
    asked = case.lived.rounds[-1] if case.lived.rounds else None
    due = long_date(asked.due) if asked else ""
    _lead(layout, case, wording, "return_slip.lead", due=due)
    facts(
        layout,
        [
            (("退件日期", long_date(local_day(closing.at))),),
            (("联系记录", closing.reason),),
        ],
    )
    _given_back(layout, case)
    return _signed(layout, case)


def _note(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, closing = _closed(request, *_NOTES)
    layout = _opened(request, ink, note_title(request, wording), wording.say("closing_note.copies"), scale)
    _lead(layout, case, wording, f"closing_note.{_NOTES[case.state]}")
    approver = request.particulars.approver.strip()
    facts(
        layout,
        [
            (("日期", long_date(local_day(closing.at))),),
            (("原因", closing.reason),),
            (("批准人", approver),),
        ],
    )
    _given_back(layout, case)
    return _signed(layout, case)


def _deferral(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case = promised_case(request)
    ended = deferral_broken(case)
    if case.promise_by is None or not (ended or case.lived.deferral_extended):
        raise PaperTrouble("paper_lacks", what="promise_by")
    copies = wording.say("deferral_outcome.copies")
    layout = _opened(request, ink, deferral_title(request, wording), copies, scale)
    key = "deferral_outcome.lead" if ended else "deferral_outcome.longer"
    _lead(layout, case, wording, key, missing=named(case.deferred), by=long_date(case.promise_by))
    rows: list[tuple[tuple[str, str], ...]] = [(("受理编号", number_words(case.number)),)]
    closing = case.lived.closing
    if ended and closing is not None:
        rows = [
            (("终止日期", long_date(local_day(closing.at))),),
            (("提醒记录", closing.reason),),
        ]
    facts(layout, rows)
    if ended:
        _given_back(layout, case)
    return _signed(layout, case)


def _opened(request: PaperRequest, ink: Ink, title: str, copies: str, scale: float) -> Layout:
    return open_layout(request, ink, title, copies, scale=scale, clear=True)


def _lead(layout: Layout, case: Case, wording: Wording, key: str, **blanks: str) -> None:
    addressee(layout, case.applicant.name)
    spans = wording.spans(
        key,
        case.item.legal_nature,
        case.item.mode,
        Role.BODY,
        you=you(case.applicant),
        date=long_date(local_day(case.received_at or case.registered_at)),
        item=case.item.name,
        **blanks,
    )
    prose(layout, spans)
    layout.flow.y += 1.0


def _given_back(layout: Layout, case: Case) -> None:
    """The papers that go back; nothing where nothing stayed here."""
    rows: Iterable[CaseMaterial] = [row for row in case.materials if row.state in _ON_PAPER and row.copies]
    listed = [
        (str(at), row.name, STATES[row.state] if row.state else "", str(row.copies))
        for at, row in enumerate(rows, start=1)
    ]
    if not listed:
        return
    layout.flow.y += 1.5
    size = layout.type.table
    columns = (
        Column("序", column(size, 1.4), centred=True),
        Column("退还的材料"),
        Column("形式", column(size, 3.4), centred=True),
        Column("份数", column(size, 2.4), centred=True),
    )
    rows_table(layout, columns, listed)


def _signed(layout: Layout, case: Case) -> Layout:
    request = layout.request
    layout.flow.y += 2.0
    lines = [(who(layout, "经办人"), False), ("材料收回人（签字）：", True), ("日期：", True)]
    if not any(row.state in _ON_PAPER and row.copies for row in case.materials):
        lines[1] = ("签收人（签字）：", True)
    signatures(layout, request.site.name, request.site.seal_name, lines)
    return layout
