"""What comes next for a case, in one sentence over the buttons.

It speaks of what the primary button does: where an act is the likely next step the sentence is that act's,
else it says what is waited for. A limit that has gone by is told behind it, never in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.moves import Act
from desk_app.domain.worktime import Lamp
from desk_app.ui.screens.cases.standing import CaseShown, NextStep
from desk_app.ui.words import citizen_date


def next_sentence(shown: CaseShown) -> str:
    """What comes next."""
    if shown.step is NextStep.PRINT_DUE:
        return _said("下一步：把没打出来的文书打出来")
    told = _BY_ACT.get(shown.first) if shown.first and shown.step is NextStep.ACT else None
    text = told(shown) if told else _waited_for(shown)
    return text + _said("。已经逾期，先打电话说明") if shown.lamp is Lamp.OVERDUE else text


def _waited_for(shown: CaseShown) -> str:
    state = shown.case.state
    return _said(_PLAIN[state]) if state in _PLAIN else _TOLD[state](shown)


def _noticed(shown: CaseShown) -> str:
    return _said("下一步：等补齐 {n} 份材料，人来了接着办").format(n=len(shown.case.missing))


def _received(shown: CaseShown) -> str:
    return _said("下一步：等{who}决定是否受理").format(who=_decider(shown.case))


def _decider(case: Case) -> str:
    holder = case.lived.holder
    return (holder.name if holder else "") or case.item.department or _said("主管部门")


def _forwarded(shown: CaseShown) -> str:
    leg = shown.case.lived.handover
    return _said("下一步：等{to}签收").format(to=leg.to if leg else _said("对方"))


def _waiting(shown: CaseShown) -> str:
    found = shown.case.lived.round
    if found is None:
        return _said("下一步：等群众补材料")
    text = _LATE if _late(shown) else "下一步：{day}前收齐补来的 {n} 份材料，逾期先打电话"
    return _said(text).format(day=citizen_date(found.due), n=len(found.lines))


_LATE = "下一步：{day}到期没补来，先打电话；补来了照收，不来按 F10 作逾期处理"


def _late(shown: CaseShown) -> bool:
    found = shown.case.lived.round
    return found is not None and shown.moment.today > found.due


def _running(shown: CaseShown) -> str:
    due = shown.due.due if shown.due else None
    if due is None:
        return _said("下一步：部门办理，时限以窗口告知为准")
    return _said("下一步：部门办理，最晚 {day}办好").format(day=citizen_date(due))


def _deferred(shown: CaseShown) -> str:
    case = shown.case
    if case.promise_by is None:
        return _said("下一步：收齐 {n} 份容缺材料").format(n=len(case.deferred))
    late = shown.moment.today > case.promise_by
    text = (
        "下一步：{day}到期，{n} 份容缺材料没补来，先打电话" if late else "下一步：{day}前补交 {n} 份容缺材料"
    )
    return _said(text).format(day=citizen_date(case.promise_by), n=len(case.deferred))


def _accepting(shown: CaseShown) -> str:
    day = shown.view.notice_by.due if shown.view.notice_by else None
    if day is None:
        return _said("下一步：看过材料就受理")
    return _said("下一步：看过材料就受理，最晚 {day}答复").format(day=citizen_date(day))


def _by_the_end(text: str) -> Callable[[CaseShown], str]:
    """The act, and by when the case has to be done."""

    def told(shown: CaseShown) -> str:
        due = shown.due.due if shown.due else None
        end = _said("，最晚 {day}办好").format(day=citizen_date(due)) if due else ""
        return _said(text) + end

    return told


def _suspended(shown: CaseShown) -> str:
    special = shown.case.lived.special
    days = special.most_days if special else 0
    return _said("下一步：特别程序完了就接着办，最多 {n} 个工作日").format(n=days)


def _reported(shown: CaseShown) -> str:
    return _said("下一步：等{to}的结果").format(to=shown.case.lived.reported_to or _said("上级"))


_TOLD: Mapping[CaseState, Callable[[CaseShown], str]] = {
    CaseState.NOTICED: _noticed,
    CaseState.RECEIVED: _received,
    CaseState.FORWARDED: _forwarded,
    CaseState.SUPPLEMENTING: _waiting,
    CaseState.AMENDING: _waiting,
    CaseState.ACCEPTED: lambda shown: _deferred(shown) if shown.case.deferred else _running(shown),
    CaseState.HANDLING: lambda shown: _deferred(shown) if shown.case.deferred else _running(shown),
    CaseState.SUSPENDED: _suspended,
    CaseState.REPORTED: _reported,
}
_BY_ACT: Mapping[Act, Callable[[CaseShown], str]] = {
    Act.ASSIST: lambda _shown: _said("下一步：帮办做完了就记下来"),
    Act.ACCEPT: _accepting,
    Act.TAKE_DEFERRED: _deferred,
    Act.FINISH: lambda _shown: _said("下一步：当场办结"),
    Act.BEGIN: _by_the_end("下一步：开始办理"),
    Act.APPROVE: _by_the_end("下一步：有了结果就办结"),
    Act.RATE: lambda _shown: _said("这件办完了，可以请群众评价"),
    Act.REPORT_UP: _by_the_end("下一步：初审完了就转报上级"),
}
"""Acts that say more than what is waited for; the others read the same."""
_PLAIN: Mapping[CaseState, str] = {
    CaseState.READY: "下一步：打电话请群众来领，领走时记送达",
    CaseState.DELIVERED: "这件办完了，凭证可以补打",
    CaseState.FINISHED: "这件办完了，凭证可以补打",
    CaseState.ASSISTED: "这件帮办完了，记录可以补打",
    CaseState.REFUSED: "这件没有受理，通知书交给群众",
    CaseState.RETURNED: "这件退了，材料要还给群众",
    CaseState.WITHDRAWN: "这件撤回了，材料要还给群众",
    CaseState.VOIDED: "这件作废了，不算一次办理",
    CaseState.TERMINATED: "这件终止了，材料要还给群众",
    CaseState.ARCHIVED: "这件归档了",
}


def _said(text: str) -> str:
    return QCoreApplication.translate("NextAct", text)
