"""Acts on a standing case, each one transaction: read, judged by the table, written down, all or nothing.

There is one function for all of them: which act it is, and what it says, is the event handed in
(``desk_app.domain.case_acts``, ``case_ends``); who may do it is judged by ``desk_app.domain.performing``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.case_ends import SignatureTaken, StoodIn
from desk_app.domain.case_life import Correctable
from desk_app.domain.cases import Case, CaseEvent
from desk_app.domain.clocks import clock_state_on
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.moves import Act
from desk_app.domain.performing import acceptance_of, allowed_acts, correction_of, perform
from desk_app.domain.phone_lines import PhoneLine, phone_line
from desk_app.domain.sites import Clerk
from desk_app.domain.worktime import ClockState, local_day

if TYPE_CHECKING:
    from desk_app.db.store import Store, Transaction


def act(
    store: Store,
    clerk: Clerk,
    case_id: UUID,
    event: CaseEvent,
    now: datetime,
    *,
    approver: User | None = None,
    covering: StoodIn | None = None,
) -> Case:
    """Do one act; the case after it.

    Raises:
        IllegalMove: the table or the item's mode forbids it, or ``act_in_future``.
        NotAllowed: this user may not, or the approval is missing.
        NotFound: there is no such case.
        InvalidIdentity: a corrected name or telephone number does not hold.
    """
    with store.write(clerk, now) as tx:
        _do(tx, clerk, case_id, event, now, approver, covering)
        return tx.cases.get(case_id)


def act_in_turn(
    store: Store,
    clerk: Clerk,
    case_id: UUID,
    events: Iterable[CaseEvent],
    now: datetime,
    *,
    approver: User | None = None,
) -> Case:
    """Some acts on one case, all or none: a line that notes and plans a call is one act of a person.

    Raises as :func:`act`.
    """
    with store.write(clerk, now) as tx:
        for event in events:
            _do(tx, clerk, case_id, event, now, approver, None)
        return tx.cases.get(case_id)


def act_on_all(
    store: Store, clerk: Clerk, case_ids: Iterable[UUID], event: CaseEvent, now: datetime
) -> tuple[Case, ...]:
    """One act on many cases, all or none: a batch handed over or signed for is one act of a person."""
    with store.write(clerk, now) as tx:
        ids = tuple(case_ids)
        for case_id in ids:
            _do(tx, clerk, case_id, event, now, None, None)
        return tuple(tx.cases.get(case_id) for case_id in ids)


def accept(
    store: Store,
    clerk: Clerk,
    case_id: UUID,
    now: datetime,
    *,
    at: datetime | None = None,
    word: str = "",
    covering: StoodIn | None = None,
) -> Case:
    """受理 of a case received earlier; ``word`` where a department decided. Raises as :func:`act`."""
    with store.write(clerk, now) as tx:
        event = acceptance_of(tx.cases.get(case_id), at or now, word)
        _do(tx, clerk, case_id, event, now, None, covering)
        return tx.cases.get(case_id)


def correct(
    store: Store,
    clerk: Clerk,
    case_id: UUID,
    what: Correctable,
    new: str,
    reason: str,
    now: datetime,
    name: str = "",
) -> Case:
    """更正: put a fact right; what it was is kept beside it. Raises as :func:`act`."""
    with store.write(clerk, now) as tx:
        event = correction_of(tx.cases.get(case_id), what, new, reason, now, name)
        _do(tx, clerk, case_id, event, now, None, None)
        return tx.cases.get(case_id)


def _do(
    tx: Transaction,
    clerk: Clerk,
    case_id: UUID,
    event: CaseEvent,
    now: datetime,
    approver: User | None,
    covering: StoodIn | None,
) -> None:
    if event.at > now:
        raise IllegalMove("act_in_future")
    case = tx.cases.get(case_id)
    if isinstance(event, SignatureTaken):  # its ink has to be kept with it: services/signatures.py
        raise IllegalMove("no_such_move", state=case.state.value)
    covering = _covering(tx, clerk, case_id, event.at, covering)
    for one in perform(case, event, clerk, tx.calendar, approver=approver, covering=covering):
        tx.record(one, case_id)


def _covering(
    tx: Transaction, clerk: Clerk, case_id: UUID, at: datetime, said: StoodIn | None
) -> StoodIn | None:
    """AB岗: a stand-in's act on the absent colleague's case says so by itself; said, it must be true."""
    day = local_day(at)
    if said is None:
        found = tx.stand_ins.on_case(case_id, clerk.user_id, day)
    else:
        given = (period for period in tx.stand_ins.of(clerk.user_id, day) if period.absent == said.absent)
        found = next(given, None)
        if found is None and said.absent != clerk.user_id:
            raise NotAllowed("not_standing_in_today")
    return said if found is None else StoodIn(found.absent, found.first, found.last, at)


def possible_acts(store: Store, clerk: Clerk, case_id: UUID, today: date) -> tuple[Act, ...]:
    """What a screen may offer. Raises NotFound."""
    with store.read() as reader:
        return allowed_acts(reader.cases.get(case_id), clerk, today)


def line_for(store: Store, case_id: UUID, now: datetime) -> PhoneLine:
    """What to tell a citizen who calls (B25). Raises NotFound."""
    with store.read() as reader:
        return phone_line(reader.cases.get(case_id), local_day(now), reader.calendar)


def clock_of(store: Store, case_id: UUID, now: datetime) -> ClockState:
    """What the clock does today; a pause that outlived its longest time runs. Raises NotFound."""
    with store.read() as reader:
        return clock_state_on(reader.cases.get(case_id), local_day(now), reader.calendar)
