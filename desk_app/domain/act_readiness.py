"""Whether a case is ready for an act, whatever the act will say: what a screen asks before it offers one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from desk_app.domain.case_record import Case
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.moves import Act
from desk_app.domain.worktime import local_day

Answer = str
"""Code of what is in the way; empty when nothing is."""


def obstacle(act: Act, case: Case, today: date) -> Answer:
    """What is in the way of this act today; empty when nothing is."""
    for check in _CHECKS.get(act, ()):
        found = check(case, today)
        if found:
            return found
    return ""


def _nothing_missing(case: Case, _today: date) -> Answer:
    return "papers_missing" if case.missing else ""


def _assisting(case: Case, _today: date) -> Answer:
    return "" if case.mode is HandlingMode.ASSIST else "not_assisting"


def _round_over(case: Case, today: date) -> Answer:
    found = case.lived.round
    return "" if found is not None and today > found.due else "not_due_yet"


def _asked_in_time(case: Case, today: date) -> Answer:
    found = case.lived.round
    return "" if found is not None and today <= found.due else "asked_too_late"


def _round_not_extended(case: Case, _today: date) -> Answer:
    found = case.lived.round
    return "already_extended" if found is not None and found.extended else ""


def _at_rest(case: Case, _today: date) -> Answer:
    return "under_way" if case.lived.handover else ""


def _travelling(case: Case, _today: date) -> Answer:
    return "" if case.lived.handover else "not_under_way"


def _not_across(case: Case, _today: date) -> Answer:
    return "already_across" if case.lived.crossing else ""


def _across(case: Case, _today: date) -> Answer:
    return "" if case.lived.crossing else "not_across"


def _owes(case: Case, _today: date) -> Answer:
    return "" if case.deferred else "nothing_deferred"


def _promise_over(case: Case, today: date) -> Answer:
    return "" if case.promise_by is not None and today > case.promise_by else "not_due_yet"


def _deferral_once(case: Case, _today: date) -> Answer:
    return "already_extended" if case.lived.deferral_extended else ""


def _promised_kind(case: Case, _today: date) -> Answer:
    return "not_for_immediate" if case.item.kind is CaseKind.IMMEDIATE else ""


def _immediate_kind(case: Case, _today: date) -> Answer:
    return "" if case.item.kind is CaseKind.IMMEDIATE else "immediate_only"


def _extended_once(case: Case, _today: date) -> Answer:
    return "already_extended" if case.lived.extensions else ""


def _unrated(case: Case, _today: date) -> Answer:
    return "already_rated" if case.lived.rating else ""


def _accepted_just_now(case: Case, today: date) -> Answer:
    """The minutes are counted when it is done; a screen only needs to know that it may still be possible."""
    accepted = case.accepted_at
    return "" if accepted is not None and today <= local_day(accepted) else "withdraw_too_late"


_CHECKS: Mapping[Act, tuple[Callable[[Case, date], Answer], ...]] = {
    Act.ASSIST: (_assisting, _nothing_missing),
    Act.ACCEPT: (_nothing_missing,),
    Act.WITHDRAW_ACCEPTANCE: (_accepted_just_now, _at_rest),
    Act.EXTEND_SUPPLEMENT: (_asked_in_time, _round_not_extended),
    Act.RETURN: (_round_over,),
    Act.HAND_OVER: (_at_rest,),
    Act.SIGN_HANDOVER: (_travelling,),
    Act.REFUSE_HANDOVER: (_travelling,),
    Act.SEND_ACROSS: (_at_rest, _promised_kind, _not_across),
    Act.HEAR_ACROSS: (_across,),
    Act.BEGIN: (_at_rest,),
    Act.TAKE_DEFERRED: (_owes,),
    Act.EXTEND_DEFERRAL: (_owes, _promise_over, _deferral_once),
    Act.BREAK_DEFERRAL: (_owes, _promise_over),
    Act.ASK_AMENDMENT: (_promised_kind, _at_rest),
    Act.WAIVE_AMENDMENT: (_round_over,),
    Act.MISS_AMENDMENT: (_round_over,),
    Act.BEGIN_SPECIAL: (_promised_kind, _at_rest),
    Act.EXTEND: (_promised_kind, _extended_once),
    Act.FINISH: (_immediate_kind, _at_rest),
    Act.RATE: (_unrated,),
}
