"""What comes next for a case, in one sentence over the buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.worktime import Lamp
from desk_app.ui.screens.cases.standing import CaseShown
from desk_app.ui.words import citizen_date


def next_sentence(shown: CaseShown) -> str:
    """What comes next."""
    state = shown.case.state
    if state in _PLAIN:
        return _said(_PLAIN[state])
    return _TOLD[state](shown)


def _noticed(shown: CaseShown) -> str:
    return _said("下一步：等补齐 {n} 份材料，人来了接着办").format(n=len(shown.case.missing))


def _received(shown: CaseShown) -> str:
    if shown.lamp is Lamp.OVERDUE:
        return _said("下一步：答复已经逾期，先打电话说明，再催办")
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
    text = "下一步：{day}前补来 {n} 份材料，逾期先打电话" if not _late(shown) else _LATE
    return _said(text).format(day=citizen_date(found.due), n=len(found.lines))


_LATE = "下一步：{day}到期没补来，先打电话，再按逾期处理"


def _late(shown: CaseShown) -> bool:
    found = shown.case.lived.round
    return found is not None and shown.moment.today > found.due


def _running(shown: CaseShown) -> str:
    case = shown.case
    if shown.lamp is Lamp.OVERDUE:
        return _said("下一步：已经逾期，先打电话说明，再催办")
    if case.deferred and case.promise_by:
        text = _said("下一步：{day}前补交 {n} 份容缺材料")
        return text.format(day=citizen_date(case.promise_by), n=len(case.deferred))
    due = shown.due.due if shown.due else None
    if due is None:
        return _said("下一步：部门办理，时限以窗口告知为准")
    return _said("下一步：部门办理，最晚 {day}办好").format(day=citizen_date(due))


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
    CaseState.ACCEPTED: _running,
    CaseState.HANDLING: _running,
    CaseState.SUSPENDED: _suspended,
    CaseState.REPORTED: _reported,
}
_PLAIN: Mapping[CaseState, str] = {
    CaseState.READY: "下一步：结果办好了，打电话请群众来领",
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
