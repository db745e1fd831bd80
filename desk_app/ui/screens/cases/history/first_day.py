"""The first day's entries: registered, told, received, accepted, ended; papers and looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk_app.domain.cases import (
    AcceptanceWithdrawn,
    Acting,
    AssistanceDone,
    CaseAccepted,
    CaseFinished,
    CaseRegistered,
    Channel,
    DocumentIssued,
    MaterialsReceived,
    MaterialState,
    NoticeGiven,
    NumberRevealed,
)
from desk_app.ui.screens.cases.history.told import Told, free, parts, said
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import citizen_date, word


def _came(event: CaseRegistered) -> str:
    if event.proxy is not None:
        return said("{how}（{relation}）").format(how=word(event.acting), relation=word(event.proxy.relation))
    if event.channel is Channel.COUNTER or event.acting is Acting.VISIT:
        return word(event.acting)
    return word(event.channel)


def _names(event: NoticeGiven | MaterialsReceived, state: MaterialState) -> list[str]:
    return [row.name for row in event.materials if row.state is state]


def _missing(event: NoticeGiven) -> str:
    names = _names(event, MaterialState.MISSING)
    return said("缺 {n} 份：{names}").format(n=len(names), names="、".join(names))


def _received(event: MaterialsReceived) -> str:
    deferred = _names(event, MaterialState.DEFERRED)
    count = sum(row.state is not None for row in event.materials) - len(deferred)
    if deferred:
        text = said("材料 {n} 份，容缺 {m} 份：{names}")
        return text.format(n=count, m=len(deferred), names="、".join(deferred))
    return said("材料 {n} 份齐全").format(n=count)


def _accepted(event: CaseAccepted) -> Told:
    if not event.deferred:
        return Told(said("受理"), free(event.word), Tone.BLUE)
    detail = said("容缺 {n} 份").format(n=len(event.deferred))
    if event.promise_by:
        detail += said("，{day}前补交").format(day=citizen_date(event.promise_by))
    return Told(said("容缺受理"), parts(detail, free(event.word)), Tone.AMBER)


FIRST_DAY: Mapping[type[Any], Callable[[Any], Told]] = {
    CaseRegistered: lambda event: Told(said("登记"), _came(event), Tone.GREY),
    NoticeGiven: lambda event: Told(said("一次性告知"), _missing(event), Tone.AMBER),
    MaterialsReceived: lambda event: Told(said("收件"), _received(event), Tone.BLUE),
    CaseAccepted: _accepted,
    AcceptanceWithdrawn: lambda event: Told(said("撤回受理"), free(event.reason), Tone.RED),
    CaseFinished: lambda event: Told(said("办结"), free(event.result), Tone.GREEN),
    AssistanceDone: lambda event: Told(said("帮办完成"), free(event.what), Tone.GREEN),
    DocumentIssued: lambda event: Told(
        said("打印{paper}").format(paper=word(event.document_kind)), event.number, Tone.GREY
    ),
    NumberRevealed: lambda event: Told(said("看了完整号码"), free(event.purpose), Tone.PLUM),
}
