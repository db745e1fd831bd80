"""Who may do an act: the user's right, and what the holder of the case may do with the item (appendix B)."""

from __future__ import annotations

from desk_app.domain.case_record import Case
from desk_app.domain.catalogue import Tier
from desk_app.domain.errors import DeskError, IllegalMove, NotAllowed
from desk_app.domain.moves import Who
from desk_app.domain.sites import Clerk, Right

_BY_RIGHT = frozenset({Who.ACCEPTOR, Who.HANDLER, Who.DECIDER})


def with_a_department(case: Case) -> bool:
    """Whether a department without this program holds the case: its decisions are recorded on its word."""
    holder = case.lived.holder
    return holder is not None and holder.site is None


def objection(who: Who, case: Case, clerk: Clerk) -> DeskError | None:
    """Why this user may not do this here; None when they may."""
    right = Right.ACCEPT if who in _BY_RIGHT else Right.RECEIVE
    if not clerk.may(right):
        return NotAllowed("right_missing", right=right.value)
    if who not in _BY_RIGHT or with_a_department(case):
        return None
    if not _held_here(case, clerk):
        return IllegalMove("held_elsewhere")
    if case.mode is None or not case.mode.may_accept:
        return IllegalMove("mode_may_not_accept")
    if who is Who.DECIDER and clerk.site.tier is not Tier.TOWN:
        return IllegalMove("decided_above")
    return None


def _held_here(case: Case, clerk: Clerk) -> bool:
    holder = case.lived.holder
    if holder is None:
        return clerk.site.tier is case.item.tier
    return holder.site == clerk.site.id
