"""What the cases screen says: chips, what is left of a limit, what happened to a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desk_app.domain.back_entry import BackEntry
from desk_app.domain.case_list import CaseLine, CaseSort
from desk_app.domain.cases import (
    CaseState,
)
from desk_app.domain.catalogue import CaseKind
from desk_app.domain.worktime import SHANGHAI, Deadline, Lamp
from desk_app.ui.screens.cases.filters import Chip
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import screen_date, word

UNKNOWN_LIMIT = "以窗口告知为准"

_CHIPS: dict[Chip, str] = {
    Chip.OPEN: "全部在办",
    Chip.MINE: "我经办",
    Chip.STAND_IN: "代同事办",
    Chip.OVERDUE: "逾期",
    Chip.TODAY: "今日到期",
    Chip.SOON: "3 日内到期",
    Chip.TO_ACCEPT: "待接件",
    Chip.SUPPLEMENTS: "待补正",
    Chip.TO_FINISH: "待办结",
    Chip.PROMISES_DUE: "容缺到期",
    Chip.READY: "待领取",
    Chip.TO_CALL: "待回访",
    Chip.ORIGINALS: "未退原件",
    Chip.NOTICED: "待补齐",
    Chip.DEFERRED: "容缺待补",
    Chip.WAIT_OTHERS: "等别人的",
    Chip.WAIT_CITIZEN: "等群众的",
    Chip.RECEIVED_TODAY: "今日收件",
    Chip.ENDED: "已办结",
}
_NONE_LEFT: dict[Chip, str] = {
    Chip.OPEN: "手头没有在办的件",
    Chip.MINE: "您经办的件都办完了",
    Chip.STAND_IN: "同事名下没有在办的件",
    Chip.OVERDUE: "没有逾期的办件",
    Chip.TODAY: "今天没有到期的件",
    Chip.SOON: "3 日内没有到期的件",
    Chip.TO_ACCEPT: "收来的件都答复过了",
    Chip.SUPPLEMENTS: "没有等补正的件",
    Chip.TO_FINISH: "受理的件都办结了",
    Chip.PROMISES_DUE: "没有到期还没补的容缺材料",
    Chip.READY: "办好的结果都领走了",
    Chip.TO_CALL: "今天没有要回访的件",
    Chip.ORIGINALS: "原件都退还了",
    Chip.WAIT_OTHERS: "没有等别人的件",
    Chip.WAIT_CITIZEN: "没有等群众的件",
    Chip.NOTICED: "没有等群众补材料的件",
    Chip.DEFERRED: "容缺的材料都补齐了",
    Chip.RECEIVED_TODAY: "今天还没收件",
    Chip.ENDED: "还没有办结的件",
}
_SORTS: dict[CaseSort, str] = {
    CaseSort.DUE: "按到期",
    CaseSort.RECEIVED: "按收件时间",
    CaseSort.NUMBER: "按编号",
}


def chip_word(chip: Chip) -> str:
    """What a chip says."""
    return _said(_CHIPS[chip])


def stand_in_word(names: Sequence[str]) -> str:
    """代 张某某 办; of several, how many."""
    if len(names) > 1:
        return _said("代 {n} 位同事办").format(n=len(names))
    return _said("代 {name} 办").format(name=names[0]) if names else chip_word(Chip.STAND_IN)


def none_left(chip: Chip) -> str:
    """The good news of an empty list."""
    return _said(_NONE_LEFT[chip])


def sort_word(sort: CaseSort) -> str:
    """What an order is called."""
    return _said(_SORTS[sort])


def lamp_word(lamp: Lamp) -> str:
    """What a lamp means."""
    return word(lamp)


def back_words(back: BackEntry | None) -> str:
    """补录 册 3 页 12 号 5: where the paper is that was typed; nothing for what happened at the keyboard."""
    if back is None:
        return ""
    parts = zip((_said("册"), _said("页"), _said("号")), back.reference, strict=True)
    return " ".join((word(back.source), *(f"{name} {said}" for name, said in parts if said)))


def number_text(digits: str) -> str:
    """A receipt number in its groups; anything else as it is."""
    if len(digits) != 17 or not digits.isdigit():
        return digits
    return f"{digits[:6]}-{digits[6]}-{digits[7:12]}-{digits[12:15]}-{digits[15:]}"


def short_number(digits: str) -> str:
    """Its last three groups: day, number of the day, check. The point is the same all over a list."""
    return number_text(digits).split("-", 2)[-1]


def left_words(line: CaseLine, lamp: Lamp | None, days_left: int, today: date) -> tuple[str, Tone]:
    """What is left of a limit, and how that reads. ``days_left`` counts working days, negative when late."""
    if lamp is Lamp.DONE:
        return (_said("即办"), Tone.GREEN) if line.kind is CaseKind.IMMEDIATE else ("—", Tone.GREY)
    if line.state is CaseState.SUPPLEMENTING:
        return waited_words(line.due, today)
    if lamp is Lamp.PAUSED:
        return _said("暂停计时"), Tone.GREY
    if lamp is None:
        return _said("等补齐" if line.state is CaseState.NOTICED else UNKNOWN_LIMIT), Tone.GREY
    return running_words(lamp, days_left)


def waited_words(due: date | None, today: date) -> tuple[str, Tone]:
    """Until when the citizen is waited for, and whether that day has gone by."""
    if due is None:
        return _said("等补正"), Tone.GREY
    late = due < today
    return (_said("补正过期") if late else _said("等补正")), Tone.RED if late else Tone.AMBER


def running_words(lamp: Lamp, days_left: int) -> tuple[str, Tone]:
    """What is left of a limit that runs. Late since a day off is late by no working day."""
    if lamp is Lamp.DUE:
        return _said("今日到期"), Tone.RED
    if lamp is Lamp.OVERDUE:
        return (_said("逾期 {n} 天").format(n=-days_left) if days_left else _said("逾期")), Tone.RED
    return _said("剩 {n} 天").format(n=days_left), Tone.AMBER if lamp is Lamp.SOON else Tone.GREEN


def lamp_sentence(lamp: Lamp, days_left: int) -> tuple[str, Tone]:
    """The same with its unit, for the head of the page."""
    words, tone = running_words(lamp, days_left)
    if lamp in (Lamp.OK, Lamp.SOON):
        words = _said("剩 {n} 个工作日").format(n=days_left)
    return words, tone


def day_text(day: date | None) -> str:
    """MM-DD, as a list shows a day."""
    return f"{day:%m-%d}" if day else "—"


def moment_text(at: datetime, today: date) -> str:
    """MM-DD HH:MM at the counter; another year is named."""
    local = at.astimezone(SHANGHAI)
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d %H:%M}"


def deadline_title(name: str, deadline: Deadline) -> str:
    """承诺时限：10 个工作日，2026-12-08 周二到期."""
    end = screen_date(deadline.due) + _said("到期") if deadline.due else _said("暂停计时")
    return _said("{name}：{days} 个{unit}，{end}").format(
        name=name, days=deadline.days, unit=word(deadline.unit), end=end
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("Cases", text)
