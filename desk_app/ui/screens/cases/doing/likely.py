"""Which act comes next most likely, and in what order the others are offered."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desk_app.domain.cases import CaseState
from desk_app.domain.moves import ON_THE_MARGIN, Act

_LIKELY: Mapping[CaseState, tuple[Act, ...]] = {
    CaseState.RECEIVED: (Act.ASSIST, Act.ACCEPT),
    CaseState.SUPPLEMENTING: (Act.TAKE_SUPPLEMENT,),
    CaseState.ACCEPTED: (Act.TAKE_DEFERRED, Act.FINISH, Act.BEGIN),
    CaseState.HANDLING: (Act.TAKE_DEFERRED, Act.APPROVE, Act.REPORT_UP),
    CaseState.SUSPENDED: (Act.END_SPECIAL,),
    CaseState.AMENDING: (Act.TAKE_AMENDMENT,),
    CaseState.REPORTED: (Act.APPROVE,),
    CaseState.READY: (Act.DELIVER,),
    CaseState.DELIVERED: (Act.RATE,),
}
"""By state, the first that is allowed. An ended case mostly wants its paper once more."""

_ELSEWHERE = frozenset(
    {
        *(Act.GIVE_NOTICE, Act.RECEIVE),  # a whole form: 接着办
        *(Act.HAND_OVER, Act.SIGN_HANDOVER, Act.REFUSE_HANDOVER),  # batches: 交接
        Act.WITHDRAW_ACCEPTANCE,  # a key of its own: Ctrl+Z
        *(Act.NOTE, Act.TAG, Act.PLAN_CONTACT, Act.SAY_LINE),  # the note line, the telephone line
        Act.SIGN,  # the customer's screen
    }
)


def likely_act(state: CaseState, acts: Collection[Act]) -> Act | None:
    """What the primary button does; None when nothing stands out."""
    return next((act for act in _LIKELY.get(state, ()) if act in acts), None)


def other_acts(first: Act | None, acts: Collection[Act]) -> tuple[Act, ...]:
    """The rest, numbered in this order: what moves the case on, then what ends it, then corrections."""
    return tuple(act for act in acts if act is not first and act not in _ELSEWHERE)


MARGIN = ON_THE_MARGIN - {Act.CORRECT, Act.SIGN}
"""Acts of the note line and the telephone line."""
