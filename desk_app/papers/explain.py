"""为什么是这天: the counting of a due date as a block on a slip (feature B5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desk_app.domain.worktime import DayLine, Deadline, Deadlines, LineKind, Unit

_SKIPPED = {
    LineKind.WEEKEND: "周末不计",
    LineKind.HOLIDAY: "放假不计",
    LineKind.CLOSURE: "停办不计",
    LineKind.PAUSED: "暂停不计",
}


def explained(deadlines: Deadlines | None) -> str:
    """The days of the promised deadline in groups; empty when there is nothing to count."""
    deadline = (deadlines.promised or deadlines.statutory) if deadlines else None
    if deadline is None or deadline.due is None or not deadline.days:
        return ""
    start = deadline.explanation[0].day
    unit = "工作日" if deadline.unit is Unit.WORKING else "自然日"
    parts = [f"{_day(start)}受理，次日起数{deadline.days}个{unit}", *_groups(deadline)]
    warning = ""
    if deadline.beyond_calendar:
        warning = "（放假安排尚未公布的日子先按周末算）"
    return "；".join(parts) + f"，到{_day(deadline.due)}办结。" + warning


def _groups(deadline: Deadline) -> Iterator[str]:
    run: list[DayLine] = []
    for line in deadline.explanation[1:]:
        if run and not _together(run[-1], line):
            yield _group(run)
            run = []
        run.append(line)
    if run:
        yield _group(run)


def _together(before: DayLine, line: DayLine) -> bool:
    return (
        before.kind is line.kind and before.name == line.name and line.day - before.day == timedelta(days=1)
    )


def _group(run: list[DayLine]) -> str:
    first, last = run[0], run[-1]
    days = _day(first.day) + (f"至{_day(last.day)}" if len(run) > 1 else "")
    if first.kind is LineKind.MOVED:
        return f"{days}顺延到工作日"
    if first.index is None:
        return f"{days}{first.name}{_SKIPPED.get(first.kind, '不计')}"
    numbers = f"第{first.index}" + (f"至{last.index}" if len(run) > 1 else "") + "天"
    return f"{days}{'调休上班，' if first.kind is LineKind.MAKEUP else ''}{numbers}"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
