"""The one door for acts on a standing case: judged by the move table, given back as events to record.

A caller makes the event that says what a person wants (``CaseRefused(...)``, ``SpecialBegun(...)`` …) and
hands it in; whoever is let through here may write it down, and nobody else.
"""

from __future__ import annotations

from datetime import date, datetime

from desk_app.domain.accounts import User
from desk_app.domain.act_contents import Asked, check_contents, current, judged
from desk_app.domain.act_readiness import obstacle
from desk_app.domain.act_rights import objection
from desk_app.domain.calendar import Calendar
from desk_app.domain.case_ends import CaseCorrected, CaseRated, ContactPlanned, StoodIn
from desk_app.domain.case_events import CaseAccepted, MaterialsReceived, NoticeGiven
from desk_app.domain.case_fold import CaseEvent
from desk_app.domain.case_life import Correctable
from desk_app.domain.case_record import Case
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.moves import MOVES, Act, move_of
from desk_app.domain.sites import Clerk
from desk_app.domain.worktime import Limit, due_date, local_day

CALL_BACK_DAYS = 15
"""Working days in which whoever was not satisfied is called back (domain.md §2.6)."""
_BY_INTAKE = (NoticeGiven, MaterialsReceived)
"""These come from a whole form (services/intake.py), never alone."""


def allowed_acts(case: Case, clerk: Clerk, today: date) -> tuple[Act, ...]:
    """What this clerk may do with this case today, in the order of the table.

    An act that is listed may still be refused for what it says: an empty reason, a day in the past.
    """
    found = (
        move.act
        for move in MOVES
        if case.state in move.sources
        and objection(move.who, case, clerk) is None
        and not obstacle(move.act, case, today)
    )
    return tuple(found)


def perform(
    case: Case,
    event: CaseEvent,
    clerk: Clerk,
    calendar: Calendar,
    *,
    approver: User | None = None,
    covering: StoodIn | None = None,
) -> tuple[CaseEvent, ...]:
    """The events to record for an act, in order; the case they are laid over is the one that was judged.

    ``approver`` is the account that agreed, where the table asks for approval; ``covering`` says that the
    clerk acts while a colleague is away (AB岗): the act stays the clerk's own, under the clerk's own rights.

    Raises:
        IllegalMove: the table, the item's mode, or what the act says does not allow it.
        NotAllowed: this user may not, or the approval is missing.
        InvalidIdentity: a corrected name or telephone number does not hold.
    """
    move = move_of(event, case.state)
    if move is None or isinstance(event, _BY_INTAKE):
        raise IllegalMove("no_such_move", state=case.state.value)
    refused = objection(move.who, case, clerk)
    if refused is not None:
        raise refused
    today = local_day(event.at)
    if event.at < case.registered_at:
        raise IllegalMove("before_registration")
    in_the_way = obstacle(move.act, case, today)
    if in_the_way:
        raise IllegalMove(in_the_way)
    check_contents(Asked(case, clerk, calendar, today, approver), event)
    acts = (event, *_call_back(case, event, calendar))
    return acts if covering is None else (_stand_in(covering, clerk, today), *acts)


def _call_back(case: Case, event: CaseEvent, calendar: Calendar) -> tuple[ContactPlanned, ...]:
    """A bad rating opens a call-back with a due date (F83); a call planned for an earlier day stands."""
    if not isinstance(event, CaseRated) or not event.level.bad:
        return ()
    due = due_date(local_day(event.at), Limit(CALL_BACK_DAYS), calendar).due
    planned = case.lived.next_contact
    if due is None or (planned is not None and planned <= due):
        return ()
    return (ContactPlanned(due, event.at),)


def _stand_in(covering: StoodIn, clerk: Clerk, today: date) -> StoodIn:
    if covering.absent == clerk.user_id:
        raise NotAllowed("stands_in_for_self")
    if not covering.first <= today <= covering.last:
        raise NotAllowed("not_standing_in_today")
    return covering


def acceptance_of(case: Case, at: datetime, word: str = "", promise_by: date | None = None) -> CaseAccepted:
    """受理 of a case as it stands: what is deferred is copied from it, the day too unless one is named."""
    deferred = tuple(row.number for row in case.deferred)
    return CaseAccepted(at, deferred, (promise_by or case.promise_by) if deferred else None, word)


def correction_of(
    case: Case, what: Correctable, new: str, reason: str, at: datetime, name: str = ""
) -> CaseCorrected:
    """更正 of a fact as it stands, in its stored shape; ``name`` says which of the item's own fields."""
    found = judged(case, what, new)
    stored = new if found.reason is not None else found.normalised
    return CaseCorrected(what, current(case, what, name), stored, reason, at, name)
