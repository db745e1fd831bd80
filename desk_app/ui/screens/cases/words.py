"""What the cases screen says: chips, what is left of a limit, what happened to a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desk_app.domain.case_list import CaseLine, CaseSort, TimelineEntry
from desk_app.domain.cases import (
    AcceptanceWithdrawn,
    Acting,
    AssistanceDone,
    CaseAccepted,
    CaseFinished,
    CaseRegistered,
    CaseState,
    Channel,
    DocumentIssued,
    DocumentReprinted,
    MaterialsReceived,
    MaterialState,
    NoticeGiven,
    NumberRevealed,
)
from desk_app.domain.catalogue import CaseKind
from desk_app.domain.documents import DocumentKind
from desk_app.domain.masking import Kind, mask
from desk_app.domain.worktime import SHANGHAI, Deadline, Lamp
from desk_app.ui.screens.cases.filters import Chip
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import citizen_date, screen_date, word

UNKNOWN_LIMIT = "以窗口告知为准"

_CHIPS: dict[Chip, str] = {
    Chip.OPEN: "全部在办",
    Chip.MINE: "我经办",
    Chip.OVERDUE: "逾期",
    Chip.TODAY: "今日到期",
    Chip.SOON: "3 日内到期",
    Chip.DEFERRED: "容缺待补",
    Chip.NOTICED: "待补齐",
    Chip.RECEIVED_TODAY: "今日收件",
    Chip.ENDED: "已办结",
}
_NONE_LEFT: dict[Chip, str] = {
    Chip.OPEN: "手头没有在办的件",
    Chip.MINE: "您经办的件都办完了",
    Chip.OVERDUE: "没有逾期的办件",
    Chip.TODAY: "今天没有到期的件",
    Chip.SOON: "3 日内没有到期的件",
    Chip.DEFERRED: "容缺的材料都补齐了",
    Chip.NOTICED: "没有等群众补材料的件",
    Chip.RECEIVED_TODAY: "今天还没收件",
    Chip.ENDED: "还没有办结的件",
}
_SORTS: dict[CaseSort, str] = {
    CaseSort.DUE: "按到期",
    CaseSort.RECEIVED: "按收件时间",
    CaseSort.NUMBER: "按编号",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of the history in words."""

    title: str
    detail: str
    tone: Tone


def chip_word(chip: Chip) -> str:
    """What a chip says."""
    return _said(_CHIPS[chip])


def none_left(chip: Chip) -> str:
    """The good news of an empty list."""
    return _said(_NONE_LEFT[chip])


def sort_word(sort: CaseSort) -> str:
    """What an order is called."""
    return _said(_SORTS[sort])


def lamp_word(lamp: Lamp) -> str:
    """What a lamp means."""
    return word(lamp)


def number_text(digits: str) -> str:
    """A receipt number in its groups; anything else as it is."""
    if len(digits) != 17 or not digits.isdigit():
        return digits
    return f"{digits[:6]}-{digits[6]}-{digits[7:12]}-{digits[12:15]}-{digits[15:]}"


def short_number(digits: str) -> str:
    """Its last three groups: day, number of the day, check. The point is the same all over a list."""
    return number_text(digits).split("-", 2)[-1]


def left_words(line: CaseLine, lamp: Lamp | None, days_left: int) -> tuple[str, Tone]:
    """What is left of a limit, and how that reads. ``days_left`` counts working days, negative when late."""
    if lamp is Lamp.DONE:
        return (_said("即办"), Tone.GREEN) if line.kind is CaseKind.IMMEDIATE else ("—", Tone.GREY)
    if lamp is None:
        return _said("等补齐" if line.state is CaseState.NOTICED else UNKNOWN_LIMIT), Tone.GREY
    return running_words(lamp, days_left)


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


def told(entry: TimelineEntry, papers: Mapping[UUID, DocumentKind]) -> Told:
    """One entry of the history. ``papers`` names the kind of each paper of the case."""
    event = entry.event
    if isinstance(event, DocumentReprinted):
        kind = papers.get(event.document)
        title = _said("补打{paper}").format(paper=word(kind) if kind else _said("文书"))
        return Told(title, _said("第 {n} 次").format(n=event.nth), Tone.GREY)
    teller = _TELLERS.get(type(event))
    if teller is None:
        return Told(_said("有一条记录读不了"), _said("已单独留存，其他照常"), Tone.RED)
    return teller(event)


def _came(event: CaseRegistered) -> str:
    if event.proxy is not None:
        return _said("{how}（{relation}）").format(
            how=word(event.acting), relation=word(event.proxy.relation)
        )
    if event.channel is Channel.COUNTER or event.acting is Acting.VISIT:
        return word(event.acting)
    return word(event.channel)


def _names(event: NoticeGiven | MaterialsReceived, state: MaterialState) -> list[str]:
    return [row.name for row in event.materials if row.state is state]


def _missing(event: NoticeGiven) -> str:
    names = _names(event, MaterialState.MISSING)
    return _said("缺 {n} 份：{names}").format(n=len(names), names="、".join(names))


def _received(event: MaterialsReceived) -> str:
    deferred = _names(event, MaterialState.DEFERRED)
    count = sum(row.state is not None for row in event.materials) - len(deferred)
    if deferred:
        text = _said("材料 {n} 份，容缺 {m} 份：{names}")
        return text.format(n=count, m=len(deferred), names="、".join(deferred))
    return _said("材料 {n} 份齐全").format(n=count)


def _accepted(event: CaseAccepted) -> Told:
    if not event.deferred:
        return Told(_said("受理"), "", Tone.BLUE)
    detail = _said("容缺 {n} 份").format(n=len(event.deferred))
    if event.promise_by:
        detail += _said("，{day}前补交").format(day=citizen_date(event.promise_by))
    return Told(_said("容缺受理"), detail, Tone.AMBER)


def _free(text: str) -> str:
    """What a clerk typed may hold a number."""
    return mask(Kind.TEXT, text)


_TELLERS: dict[type, Callable[[Any], Told]] = {
    CaseRegistered: lambda event: Told(_said("登记"), _came(event), Tone.GREY),
    NoticeGiven: lambda event: Told(_said("一次性告知"), _missing(event), Tone.AMBER),
    MaterialsReceived: lambda event: Told(_said("收件"), _received(event), Tone.BLUE),
    CaseAccepted: _accepted,
    AcceptanceWithdrawn: lambda event: Told(_said("撤回受理"), _free(event.reason), Tone.RED),
    CaseFinished: lambda event: Told(_said("办结"), _free(event.result), Tone.GREEN),
    AssistanceDone: lambda event: Told(_said("帮办完成"), _free(event.what), Tone.GREEN),
    DocumentIssued: lambda event: Told(
        _said("打印{paper}").format(paper=word(event.document_kind)), event.number, Tone.GREY
    ),
    NumberRevealed: lambda event: Told(_said("看了完整号码"), _free(event.purpose), Tone.PLUM),
}


def _said(text: str) -> str:
    return QCoreApplication.translate("Cases", text)
