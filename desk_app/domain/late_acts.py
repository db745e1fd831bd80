"""Acts that are put on record after the day on which they happened: a letter that lay, a parcel signed for.

The act carries its real time and a reason stands beside it. Only what somebody else did may be told late;
what the counter itself does (an acceptance, a notice, a pause) happens when it is recorded.
"""

from __future__ import annotations

from datetime import datetime

from desk_app.domain.case_record import Case
from desk_app.domain.errors import IllegalMove
from desk_app.domain.moves import Act
from desk_app.domain.worktime import local_day

MAY_BE_TOLD_LATE = frozenset(
    {
        *(Act.TAKE_SUPPLEMENT, Act.TAKE_DEFERRED, Act.TAKE_AMENDMENT),  # came by post
        *(Act.WITHDRAW, Act.END_SPECIAL, Act.APPROVE, Act.REJECT),  # a letter, a department's paper
        Act.DELIVER,  # a parcel, an agent at the door
    }
)


def last_moved(case: Case) -> datetime:
    """The latest act that moved the case; nothing that follows it can have happened before."""
    life = case.lived
    moments = [case.registered_at, case.received_at, case.accepted_at, case.finished_at]
    for found in life.rounds:
        moments += [found.asked_at, found.received_at, found.missed_at]
    for special in life.specials:
        moments += [special.began_at, special.ended_at]
    for leg in life.handovers:
        moments += [leg.sent_at, leg.signed_at, leg.refused_at]
    return max(moment for moment in moments if moment is not None)


def is_late(happened: datetime, now: datetime) -> bool:
    """Whether it belongs to an earlier day at the counter."""
    return local_day(happened) < local_day(now)


def check_late(act: Act, case: Case, happened: datetime, reason: str, now: datetime) -> None:
    """Let an act be told late, or not.

    Raises:
        IllegalMove: ``act_in_future``; ``not_told_late`` for an act of the counter's own; ``before_last_act``
            for a day on which the case had not come so far; ``late_reason_needed``.
    """
    if happened > now:
        raise IllegalMove("act_in_future")
    if not is_late(happened, now):
        return
    if act not in MAY_BE_TOLD_LATE:
        raise IllegalMove("not_told_late")
    if local_day(happened) < local_day(last_moved(case)):
        raise IllegalMove("before_last_act", day=local_day(last_moved(case)).isoformat())
    if not reason.strip():
        raise IllegalMove("late_reason_needed")
