"""What the shift screen says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QCoreApplication

from desk_app.domain.shifts import Blocking, Loose, LooseEnd, Pace, Shift
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.cases.page.lines import Line
from desk_app.ui.screens.cases.words import number_text
from desk_app.ui.screens.shift.shown import Face, Remark, ShiftShown
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word

_TONES: dict[Loose, Tone] = {
    Loose.ORIGINAL: Tone.AMBER,
    Loose.LANE: Tone.GREY,
    Loose.CALL: Tone.BLUE,
    Loose.DUE: Tone.RED,
    Loose.UNPRINTED: Tone.RED,
    Loose.PARKED: Tone.AMBER,
}
_ICONS: dict[Loose, str] = {
    Loose.ORIGINAL: "identification-card",
    Loose.LANE: "pause-circle",
    Loose.CALL: "phone",
    Loose.DUE: "hourglass-medium",
    Loose.UNPRINTED: "printer",
    Loose.PARKED: "warning-circle",
}
_REMARKS: dict[Remark, str] = {
    Remark.OPENED: "开窗了",
    Remark.CLOSED: "收窗了，辛苦了",
    Remark.PRINTED: "交班一页打好了",
    Remark.GIVEN_BACK: "原件退还了，记下了",
    Remark.HANDED_ON: "交给谁保管，记下了",
}


def remark(code: Remark) -> str:
    """For the strip that stands for six seconds."""
    return said(_REMARKS[code])


def heading(shown: ShiftShown) -> str:
    """What the page is."""
    page = shown.page
    if page is None:
        return said("正在看还有什么没办完")
    if shown.face is Face.LEFT:
        return said("上一班留下的") if page.before else said("开窗了")
    return said("收窗：交班一页") if page.shift else said("还没开窗")


def standing(shown: ShiftShown) -> str:
    """Who, where, since when."""
    page = shown.page
    if page is None:
        return ""
    if shown.face is Face.LEFT and page.before is not None:
        return left_by(page.before)
    if page.shift is None:
        return said("开窗以后，接的件、答应的事都算在这一班里。")
    at = page.shift.opened_at.astimezone(SHANGHAI)
    place = page.shift.counter or page.shift.name
    return said("{place}，{time} 开窗").format(place=place, time=f"{at:%H:%M}")


def left_by(shift: Shift) -> str:
    """王某某 11-24 17:30 收窗."""
    at = (shift.closed_at or shift.opened_at).astimezone(SHANGHAI)
    return said("{name} {time} 收窗").format(name=shift.name, time=f"{at:%m-%d %H:%M}")


def pace_words(pace: Pace) -> str:
    """今日 23 件，平均 6 分. For oneself alone."""
    if not pace.cases:
        return ""
    text = said("今日 {n} 件").format(n=pace.cases)
    if pace.average is None:
        return text
    minutes, seconds = divmod(round(pace.average.total_seconds()), 60)
    spent = said("{n} 分").format(n=minutes) if minutes else said("{n} 秒").format(n=seconds)
    return text + said("，平均 {time}").format(time=spent)


def primary(shown: ShiftShown) -> str:
    """What Ctrl+Enter does."""
    if not shown.open:
        return said("开窗")
    return said("看过了，开始办件") if shown.face is Face.LEFT else said("收窗")


def nothing(shown: ShiftShown) -> tuple[str, str]:
    """The good news of an empty page."""
    if shown.face is Face.LEFT:
        return said("上一班没留下没办完的事"), said("直接开始办件就行。")
    return said("都办完了，可以收窗"), said("原件都退了，今天到期的都办了。")


def blocking_line(one: Blocking) -> Line:
    """An original that keeps the counter open."""
    detail = _joined(one.who, number_text(one.number))
    since = f"{one.original.since.astimezone(SHANGHAI):%m-%d %H:%M}"
    return Line(
        one.original.name,
        detail,
        said("{time} 收").format(time=since),
        tone=Tone.RED,
        icon="warning-circle-fill",
        key=blocking_key(one),
    )


def blocking_key(one: Blocking) -> UUID:
    """Names the line."""
    return uuid5(one.case, f"blocking {one.original.row}")


def end_key(end: LooseEnd) -> UUID:
    """Names the line: one case may stand under several headings."""
    return uuid5(end.case or NAMESPACE_OID, f"{end.kind.value} {end.number} {end.what} {end.who}")


def end_line(end: LooseEnd, today: date) -> Line:
    """One thing that is not finished."""
    return Line(
        end.what or said("还没选事项"),
        _joined(end.who, number_text(end.number), note_words(end)),
        day_words(end, today),
        tone=_TONES[end.kind],
        icon=_ICONS[end.kind],
        key=end_key(end),
    )


def day_words(end: LooseEnd, today: date) -> str:
    """The day that belongs to a line, in its own words."""
    if end.day is None:
        return ""
    day = f"{end.day:%m-%d}"
    if end.kind is Loose.DUE:
        return said("今日到期") if end.day == today else said("{day} 到期").format(day=day)
    return {
        Loose.CALL: said("{day} 该回访"),
        Loose.ORIGINAL: said("{day} 起"),
    }.get(end.kind, "{day}").format(day=day)


def note_words(end: LooseEnd) -> str:
    """Who keeps an original; why an entry could not be applied stays a matter for the administrator."""
    if end.kind is Loose.PARKED:
        return said("有一条记录没能并入，请管理员看看")
    return said("在 {who}").format(who=end.note) if end.kind is Loose.ORIGINAL and end.note else end.note


def group_heading(kind: Loose, ends: Iterable[LooseEnd]) -> str:
    """今天到期和逾期 3."""
    return f"{word(kind)} {sum(1 for _ in ends)}"


def said(text: str) -> str:
    """The text in the clerk's language."""
    return QCoreApplication.translate("Shift", text)


def _joined(*parts: str) -> str:
    return "　".join(part for part in parts if part)
