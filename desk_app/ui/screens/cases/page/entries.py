"""What the four tabs of a case say, as lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from desk_app.domain.attachments import Slot, SlotKind
from desk_app.domain.case_list import TimelineEntry
from desk_app.domain.cases import Case, CaseMaterial, MaterialState
from desk_app.domain.documents import IssuedDocument
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.calls import CaseView
from desk_app.ui.screens.cases.history.telling import told
from desk_app.ui.screens.cases.history.told import Told
from desk_app.ui.screens.cases.page.lines import Line
from desk_app.ui.screens.pictures.shown import row_key
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.meanings import MATERIAL_LOOKS
from desk_app.ui.words import citizen_date, word


def history(view: CaseView, today: date) -> tuple[Line, ...]:
    """经过, newest first."""
    papers = {paper.id: paper.kind for paper in view.case.documents}
    return tuple(_event(entry, told(entry, papers), today) for entry in reversed(view.timeline))


def _event(entry: TimelineEntry, happened: Told, today: date) -> Line:
    detail = "　".join(part for part in (happened.detail, entry.actor_name) if part)
    return Line(happened.title, detail, words.moment_text(entry.at, today), tone=happened.tone)


def materials(view: CaseView) -> tuple[Line, ...]:
    """材料, in the order of the guide; a paper that does not apply is left out."""
    case = view.case
    rows = (row for row in case.materials if row.state is not None)
    return tuple(
        replace(
            _material(row, case.promise_by, _pictures(view, row.number)), key=row_key(case.id, row.number)
        )
        for row in rows
    )


def _pictures(view: CaseView, number: int) -> str:
    """How many pages of a row lie here as pictures, and how far the last can be trusted."""
    if view.pictures is None:
        return ""
    held = view.pictures.of(Slot(SlotKind.MATERIAL, number))
    if not held:
        return ""
    pages = sum(item.content.pages for item in held)
    return _said("图 {n} 页，{grade}").format(n=pages, grade=word(held[-1].grade))


def material_count(case: Case) -> int:
    """How many papers the tab names."""
    return sum(row.state is not None for row in case.materials)


def _material(row: CaseMaterial, promise_by: date | None, pictures: str) -> Line:
    tone, icon = MATERIAL_LOOKS[row.state.value] if row.state else (Tone.GREY, "")
    details = [row.note, row.reason, pictures]
    if row.state is MaterialState.DEFERRED and promise_by is not None:
        details.append(_said("{day}前补交").format(day=citizen_date(promise_by)))
    tag = word(row.state) if row.state else ""
    title = f"{row.number}. {row.name}"
    return Line(
        title, "　".join(part for part in details if part), tag=tag, tone=tone, icon=icon, strong=False
    )


def papers(view: CaseView, today: date) -> tuple[Line, ...]:
    """文书, newest first; those that are still owed stand on top."""
    owed = tuple(
        Line(word(kind), _said("还没打出来"), tag=_said("没打"), tone=Tone.RED, icon="warning-circle-fill")
        for kind in view.papers_due
    )
    return owed + tuple(_paper(paper, today) for paper in reversed(view.case.documents))


def _paper(paper: IssuedDocument, today: date) -> Line:
    detail = "　".join((paper.number, words.moment_text(paper.at, today)))
    times = _said("打过 {n} 次").format(n=paper.printed)
    return Line(word(paper.kind), detail, times, tone=Tone.BLUE, icon="file-text", key=paper.id)


def _said(text: str) -> str:
    return QCoreApplication.translate("CasePage", text)
