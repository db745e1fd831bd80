"""时限: every limit and every named day of a case, with each day that counts or is skipped, and why (B5)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desk_app.domain.case_life import Round, SpecialProcedure
from desk_app.domain.cases import Case
from desk_app.domain.worktime import DayLine, Deadline, LineKind, local_day
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.calls import CaseView
from desk_app.ui.screens.cases.history.told import free, parts
from desk_app.ui.screens.cases.page.lines import Line
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import screen_date, word


def deadlines(view: CaseView) -> tuple[Line, ...]:
    """What the citizen is waited for first, then both limits with what moved them."""
    named = (*_round(view), *_promise(view))
    if view.notice_by is not None:
        return named + _counted(_said("受理答复"), view.notice_by, _said("收件当天，不算"))
    lines = named
    for name, deadline in (("承诺时限", view.deadlines.promised), ("法定时限", view.deadlines.statutory)):
        if deadline is not None:
            lines += _counted(_said(name), deadline, moved=_moved(view.case))
        elif view.case.accepted_at is not None:
            lines += (Line(_said(name), _said(words.UNKNOWN_LIMIT), heading=True),)
    return lines or (Line(_said("还没受理，时限没有开始"), heading=True),)


def _round(view: CaseView) -> tuple[Line, ...]:
    waiting, counted = view.case.lived.round, view.waited_until
    if waiting is None or counted is None:
        return ()
    name = _said("补办材料") if waiting.after_acceptance else _said("补正材料")
    return _named(name, waiting.due, counted, _said("告知当天，不算"))


def _promise(view: CaseView) -> tuple[Line, ...]:
    by, counted = view.case.promise_by, view.promised_until
    return () if by is None or counted is None else _named(_said("容缺材料"), by, counted)


def _named(name: str, day: date, counted: Deadline, start: str = "") -> tuple[Line, ...]:
    """A day somebody named: it is said as it is, and how many working days lead to it."""
    title = _said("{name}：{day}前").format(name=name, day=screen_date(day))
    detail = _said("共 {n} 个工作日，{how}").format(n=counted.days, how=_summary(counted))
    return (Line(title, detail, heading=True), *(_day(line, day, start) for line in counted.explanation))


def _moved(case: Case) -> tuple[Line, ...]:
    """Pauses and extensions: since when, until when, and for what reason."""
    life = case.lived
    pauses = [_special(found) for found in life.specials]
    pauses += [_pause(found) for found in life.rounds if found.pauses]
    longer = [
        Line(
            _said("延长 {n} 天").format(n=given.days),
            parts(_said("{day}批准").format(day=screen_date(local_day(given.at))), free(given.reason)),
            tone=Tone.AMBER,
        )
        for given in life.extensions
    ]
    return (*pauses, *longer)


def _special(found: SpecialProcedure) -> Line:
    title = _said("{special}期间不计时").format(special=word(found.special))
    began = screen_date(local_day(found.began_at))
    if found.ended_at is None:
        span = _said("{day}起，最多 {n} 个工作日").format(day=began, n=found.most_days)
    else:
        span = _said("{first}至{last}").format(first=began, last=screen_date(local_day(found.ended_at)))
    return Line(
        title, parts(span, free(found.reason), free(found.basis)), tone=Tone.GREY, icon="pause-circle"
    )


def _pause(found: Round) -> Line:
    over = found.received_at or found.missed_at
    began = screen_date(local_day(found.asked_at))
    until = screen_date(local_day(over)) if over else screen_date(found.due)
    span = _said("{first}至{last}").format(first=began, last=until)
    return Line(_said("等补办材料不计时"), span, tone=Tone.GREY, icon="pause-circle")


def _counted(
    name: str, deadline: Deadline, start: str = "", moved: tuple[Line, ...] = ()
) -> tuple[Line, ...]:
    heading = Line(words.deadline_title(name, deadline), _summary(deadline), heading=True)
    return (heading, *moved, *(_day(line, deadline.due, start) for line in deadline.explanation))


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
