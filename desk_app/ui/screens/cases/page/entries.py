"""What the four tabs of a case say, as lines."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desk_app.domain.case_list import TimelineEntry
from desk_app.domain.cases import Case, CaseMaterial, MaterialState
from desk_app.domain.documents import IssuedDocument
from desk_app.domain.worktime import DayLine, Deadline, LineKind
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.calls import CaseView
from desk_app.ui.screens.cases.history.telling import told
from desk_app.ui.screens.cases.history.told import Told
from desk_app.ui.screens.cases.page.lines import Line
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.meanings import MATERIAL_LOOKS
from desk_app.ui.words import citizen_date, screen_date, word


def history(view: CaseView, today: date) -> tuple[Line, ...]:
    """经过, newest first."""
    papers = {paper.id: paper.kind for paper in view.case.documents}
    return tuple(_event(entry, told(entry, papers), today) for entry in reversed(view.timeline))


def _event(entry: TimelineEntry, happened: Told, today: date) -> Line:
    detail = "　".join(part for part in (happened.detail, entry.actor_name) if part)
    return Line(happened.title, detail, words.moment_text(entry.at, today), tone=happened.tone)


def materials(case: Case) -> tuple[Line, ...]:
    """材料, in the order of the guide; a paper that does not apply is left out."""
    return tuple(_material(row, case.promise_by) for row in case.materials if row.state is not None)


def material_count(case: Case) -> int:
    """How many papers the tab names."""
    return sum(row.state is not None for row in case.materials)


def _material(row: CaseMaterial, promise_by: date | None) -> Line:
    tone, icon = MATERIAL_LOOKS[row.state.value] if row.state else (Tone.GREY, "")
    details = [row.note, row.reason]
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


def deadlines(view: CaseView) -> tuple[Line, ...]:
    """时限: both limits with every day that counts or is skipped, and why (B5)."""
    if view.notice_by is not None:
        return _counted(_said("受理答复"), view.notice_by, _said("收件当天，不算"))
    lines: tuple[Line, ...] = ()
    for name, deadline in (("承诺时限", view.deadlines.promised), ("法定时限", view.deadlines.statutory)):
        if deadline is not None:
            lines += _counted(_said(name), deadline)
        elif view.case.accepted_at is not None:
            lines += (Line(_said(name), _said(words.UNKNOWN_LIMIT), heading=True),)
    return lines or (Line(_said("还没受理，时限没有开始"), heading=True),)


def _counted(name: str, deadline: Deadline, start: str = "") -> tuple[Line, ...]:
    heading = Line(words.deadline_title(name, deadline), _summary(deadline), heading=True)
    return (heading, *(_day(line, deadline.due, start) for line in deadline.explanation))


def _summary(deadline: Deadline) -> str:
    found = deadline.summary
    skipped = []
    if found.weekends:
        skipped.append(_said("{n} 个周末").format(n=found.weekends))
    skipped += found.holidays
    if found.closure_days:
        skipped.append(_said("本站休息 {n} 天").format(n=found.closure_days))
    if found.paused_days:
        skipped.append(_said("暂停 {n} 天").format(n=found.paused_days))
    text = _said("当天不算，从第二天起数")
    if skipped:
        text += _said("，跳过 {what}").format(what="、".join(skipped))
    if deadline.beyond_calendar and deadline.last_loaded_day is not None:
        year = deadline.last_loaded_day.year + 1
        text += _said("。{year} 年放假安排还没公布，先按周末推算").format(year=year)
    return text


def _day(line: DayLine, due: date | None, start: str) -> Line:
    reason = f"{word(line.kind)}（{line.name}）" if line.name else word(line.kind)
    if line.kind is LineKind.START:
        reason = start or reason
    if line.index is None:
        return Line(screen_date(line.day), right=reason, tone=Tone.GREY, strong=False)
    last = line.day == due
    tag = _said("第 {n} 天").format(n=line.index)
    if line.kind is not LineKind.COUNTED:
        tag = f"{tag}，{reason}"
    return Line(screen_date(line.day), tag=tag, tone=Tone.AMBER if last else Tone.BLUE, strong=last)


def _said(text: str) -> str:
    return QCoreApplication.translate("CasePage", text)
