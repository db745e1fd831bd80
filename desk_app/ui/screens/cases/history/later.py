"""The later entries: supplements, pauses, hand-overs, the decision, what came after, what was noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.case_life import Correctable, DeliveryWay
from desk_app.domain.masking import Kind, mask
from desk_app.ui.screens.cases.history.told import Told, free, parts, said
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import citizen_date, word

Teller = Callable[[Any], Told]


def _before(day: date) -> str:
    return said("{day}前补来").format(day=citizen_date(day))


def _by(day: date | None) -> str:
    return said("{day}前答复").format(day=citizen_date(day)) if day else ""


def _asked(title: str) -> Teller:
    def told(event: acts.SupplementAsked | acts.AmendmentAsked) -> Told:
        count = said("{n} 份材料").format(n=len(event.lines))
        problems = "；".join(free(line.problem) for line in event.lines)
        return Told(said(title), parts(count, problems, _before(event.due)), Tone.AMBER)

    return told


def _came(title: str) -> Teller:
    def told(event: acts.SupplementReceived | acts.AmendmentReceived | acts.DeferredReceived) -> Told:
        return Told(said(title), said("到了 {n} 份").format(n=len(event.rows)), Tone.BLUE)

    return told


def _plain(title: str, part: str, tone: Tone) -> Teller:
    """One part of what was said, as it was typed."""
    return lambda event: Told(said(title), free(getattr(event, part)), tone)


_MIDDLE: Mapping[type[Any], Teller] = {
    acts.SupplementAsked: _asked("告知补正"),
    acts.SupplementReceived: _came("收到补正"),
    acts.SupplementExtended: lambda event: Told(
        said("补正延期"), parts(_before(event.due), free(event.reason)), Tone.AMBER
    ),
    acts.AmendmentAsked: _asked("要求补办"),
    acts.AmendmentReceived: _came("收到补办材料"),
    acts.AmendmentWaived: _plain("按现有材料办", "reason", Tone.AMBER),
    acts.DeferredReceived: _came("容缺补齐"),
    acts.DeferralExtended: lambda event: Told(
        said("容缺延期"), parts(_before(event.promise_by), free(event.reminder)), Tone.AMBER
    ),
    acts.HandedOver: lambda event: Told(
        said("移交"), parts(event.to, word(event.carrier), event.express), Tone.PLUM
    ),
    acts.HandoverSigned: lambda event: Told(
        said("签收"), parts(event.signed_by, free(event.differences)), Tone.BLUE
    ),
    acts.HandoverRefused: _plain("拒收退回", "reason", Tone.RED),
    acts.SentAcross: lambda event: Told(
        said("{reach}，转到{to}").format(reach=word(event.reach), to=event.to),
        parts(word(event.via), event.number, event.receipt, _by(event.reply_by)),
        Tone.PLUM,
    ),
    acts.HeardAcross: lambda event: Told(
        said("外地有回音"), parts(event.receipt, _by(event.reply_by), free(event.reply)), Tone.BLUE
    ),
    acts.HandlingBegun: lambda _event: Told(said("开始办理"), "", Tone.BLUE),
    acts.SpecialBegun: lambda event: Told(
        said("{special}开始").format(special=word(event.special)),
        parts(said("最多 {n} 个工作日").format(n=event.most_days), free(event.reason), free(event.basis)),
        Tone.GREY,
    ),
    acts.SpecialEnded: _plain("特别程序结束", "result", Tone.BLUE),
    acts.DeadlineExtended: lambda event: Told(
        said("延长期限"), parts(said("{n} 天").format(n=event.days), free(event.reason)), Tone.AMBER
    ),
    acts.ReportedUp: _plain("转报上级", "to", Tone.PLUM),
}


def _refused(event: ends.CaseRefused) -> Told:
    instead = said("可以到{place}去办").format(place=event.instead) if event.instead else ""
    detail = parts(word(event.refusal), free(event.reason), instead, free(event.word))
    return Told(said("不予受理"), detail, Tone.RED)


def _delivered(event: ends.ResultDelivered) -> Told:
    checked = said("核对了证件") if event.id_checked else ""
    sent = said("单号 {n}").format(n=event.express) if event.way is DeliveryWay.POST else ""
    name = mask(Kind.NAME, event.recipient)
    who = (
        said("{name}（{relation}）").format(name=name, relation=word(event.relation))
        if event.relation
        else name
    )
    return Told(said("送达"), parts(word(event.way), who, checked, sent), Tone.GREEN)


def _rejected(event: ends.CaseRejected) -> Told:
    return Told(said("办结（不通过）"), parts(event.organ, free(event.reasons), event.paper_number), Tone.RED)


_ENDS: Mapping[type[Any], Teller] = {
    ends.CaseRefused: _refused,
    ends.CaseReturned: _plain("逾期退件", "contact", Tone.RED),
    ends.DeferralBroken: _plain("容缺逾期，终止", "reminder", Tone.RED),
    ends.AmendmentMissed: _plain("补办逾期，终止", "reason", Tone.RED),
    ends.CaseApproved: lambda event: Told(
        said("办结（通过）"), parts(free(event.result), event.organ, event.paper_number), Tone.GREEN
    ),
    ends.CaseRejected: _rejected,
    ends.CaseWithdrawn: _plain("申请人撤回", "reason", Tone.GREY),
    ends.CaseVoided: _plain("作废", "reason", Tone.RED),
    ends.CaseTerminated: _plain("异常终止", "reason", Tone.RED),
    ends.ResultDelivered: _delivered,
    ends.CaseRated: lambda event: Told(
        said("评价"), parts(word(event.level), word(event.channel), free(event.comment)), Tone.TEAL
    ),
    ends.CaseArchived: _plain("归档", "place", Tone.GREY),
}

_KINDS = {Correctable.NAME: Kind.NAME, Correctable.PHONE: Kind.MOBILE, Correctable.ADDRESS: Kind.ADDRESS}


def _corrected(event: ends.CaseCorrected) -> Told:
    kind = _KINDS.get(event.what, Kind.TEXT)
    old, new = (mask(kind, value) or said("（空）") for value in (event.old, event.new))
    change = said("{old} 改成 {new}").format(old=old, new=new)
    if event.what is Correctable.COPIES:
        change = said("第 {n} 项，{change}").format(n=event.name, change=change)
    own = event.name if event.what is Correctable.FIELD else ""
    title = said("更正{what}").format(what=own or word(event.what))
    return Told(title, parts(change, free(event.reason)), Tone.AMBER)


def _tags(event: ends.TagsChanged) -> Told:
    removed = said("去掉 {tags}").format(tags="、".join(event.removed)) if event.removed else ""
    return Told(said("标签"), parts(free("、".join(event.added)), free(removed)), Tone.GREY)


def _planned(event: ends.ContactPlanned) -> Told:
    day = citizen_date(event.on) if event.on else said("不用再联系")
    return Told(said("下次联系"), day, Tone.TEAL)


def _stood_in(event: ends.StoodIn) -> Told:
    days = said("{first}到{last}").format(first=citizen_date(event.first), last=citizen_date(event.last))
    return Told(said("替同事办（AB 岗）"), days, Tone.PLUM)


_MARGIN: Mapping[type[Any], Teller] = {
    ends.CaseCorrected: _corrected,
    ends.NoteWritten: _plain("记一笔", "text", Tone.GREY),
    ends.TagsChanged: _tags,
    ends.ContactPlanned: _planned,
    ends.LineSaid: lambda _event: Told(said("电话答复过"), "", Tone.TEAL),
    ends.SignatureTaken: lambda event: Told(said("在客屏上签名"), word(event.purpose), Tone.TEAL),
    ends.StoodIn: _stood_in,
}

LATER: Mapping[type[Any], Teller] = {**_MIDDLE, **_ENDS, **_MARGIN}
