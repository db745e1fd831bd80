"""The later life of the demo's cases: day by day some move on, so that every queue has something in it.

Which case does what follows from its number alone: the same demo has the same lives, whoever fills it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from desk_app.domain.accounts import User
from desk_app.domain.calendar import Calendar
from desk_app.domain.case_acts import (
    AmendmentAsked,
    AmendmentReceived,
    DeferredReceived,
    HandlingBegun,
    ReportedUp,
    SpecialBegun,
    SpecialEnded,
    SupplementAsked,
    SupplementReceived,
)
from desk_app.domain.case_ends import (
    CaseApproved,
    CaseArchived,
    CaseRated,
    CaseRefused,
    CaseRejected,
    CaseReturned,
    CaseTerminated,
    CaseVoided,
    CaseWithdrawn,
    ContactPlanned,
    DeferralBroken,
    NoteWritten,
    ResultDelivered,
    TagsChanged,
)
from desk_app.domain.case_life import (
    Carrier,
    DeliveryWay,
    RatingChannel,
    Refusal,
    Satisfaction,
    Special,
    SupplementLine,
)
from desk_app.domain.cases import AcceptanceWithdrawn, Case, CaseEvent, CaseState, MaterialState
from desk_app.domain.moves import Act
from desk_app.domain.performing import acceptance_of, allowed_acts
from desk_app.domain.sites import Clerk, Role
from desk_app.domain.worktime import SHANGHAI
from desk_app.services.case_acts import act, act_in_turn
from desk_app.services.handover import Destination, add_case, open_batch, send

if TYPE_CHECKING:
    from desk_app.db.store import Store

DEPARTMENT = "示例区民政部门"
_ROUND_DAYS, _SPECIAL_DAYS, _ONE_IN = 5, 20, 7
_ORGAN, _BASIS = "示例区主管部门", "办事指南"


@dataclass(frozen=True, slots=True)
class Lives:
    """What the lives are led with."""

    store: Store
    clerk: Clerk
    calendar: Calendar
    print_due: Callable[[Case, datetime], None]

    @property
    def leader(self) -> User:
        """Who agrees where the table asks for it: the invented site has one account, and it leads."""
        return User(self.clerk.user_id, self.clerk.name, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class _Moment:
    """One case on one day, and its own dice."""

    case: Case
    at: datetime
    lives: Lives
    dice: Random

    def day(self, ahead: int) -> date:
        """So many working days on."""
        return self.lives.calendar.working_day_after(self.at.date(), ahead)


_Maker = Callable[[_Moment], CaseEvent]


def lead_on(lives: Lives, cases: Sequence[Case], day: date) -> list[Case]:
    """The cases as this day leaves them; most of them wait."""
    at = datetime(day.year, day.month, day.day, 17, 10, tzinfo=SHANGHAI)
    return [_one_day(lives, case, at) for case in cases]


def second_look(lives: Lives, case: Case, at: datetime) -> Case:
    """One acceptance in some twenty is taken back at once: something was not right with a paper."""
    if case.state is not CaseState.ACCEPTED or case.deferred or dice_of(case, "look").randrange(_ONE_IN):
        return case
    soon = at + timedelta(minutes=2)
    return act(lives.store, lives.clerk, case.id, AcceptanceWithdrawn("有一份看不清，先补正", soon), soon)


def show_every_queue(lives: Lives, cases: Sequence[Case], day: date) -> list[Case]:
    """Chance left a queue empty: a case in hand goes there."""
    at = datetime(day.year, day.month, day.day, 17, 15, tzinfo=SHANGHAI)
    found = list(cases)
    for state, (source, make) in _WAYS_THERE.items():
        donor = next((n for n, case in enumerate(found) if case.state is source), None)
        if donor is not None and all(case.state is not state for case in found):
            moment = _Moment(found[donor], at, lives, dice_of(found[donor], state.value))
            found[donor] = _do(moment, make(moment))
    return found


def send_on(lives: Lives, cases: Sequence[Case], day: date) -> None:
    """What was only received goes to the department in one bag."""
    at = datetime(day.year, day.month, day.day, 17, 20, tzinfo=SHANGHAI)
    going = [case for case in cases if not _decided_here(case)][::2]
    if not going:
        return
    batch = open_batch(lives.store, lives.clerk, Destination(DEPARTMENT, Carrier.BY_HAND), at)
    for case in going:
        add_case(lives.store, lives.clerk, batch.id, case.id, at)
    send(lives.store, lives.clerk, batch.id, at)


def _decided_here(case: Case) -> bool:
    """What is only received waits for the bag."""
    return case.mode is None or case.mode.may_accept or case.state is not CaseState.RECEIVED


def dice_of(case: Case, word: str) -> Random:
    """The chances of one case; the same for the same case and word."""
    return Random(zlib.crc32(f"{case.number}{word}".encode()))  # noqa: S311 - an invented town, not a secret


def _one_day(lives: Lives, case: Case, at: datetime) -> Case:
    dice = dice_of(case, str(at.date()))
    if at <= case.registered_at or not _decided_here(case):
        return case
    moment = _Moment(case, at, lives, dice)
    for chance, of_act, make in _NEXT.get(case.state, ()):
        if dice.random() < chance and of_act in allowed_acts(case, lives.clerk, at.date()):
            return _do(moment, make(moment))
    if case.open and dice.random() < _CALLED:
        events = (ContactPlanned(moment.day(1), at), NoteWritten("群众来电问进度，约好再回电话", at))
        return act_in_turn(lives.store, lives.clerk, case.id, events, at)
    return case


_CALLED = 0.008


def _do(moment: _Moment, event: CaseEvent) -> Case:
    lives = moment.lives
    after = act(lives.store, lives.clerk, moment.case.id, event, moment.at, approver=lives.leader)
    lives.print_due(after, moment.at)
    return after


def _line(case: Case) -> SupplementLine:
    row = next(row for row in case.materials if row.state is not None)
    return SupplementLine(row.number, "复印件看不清", "重新复印一份", _BASIS)


def _came(case: Case) -> dict[int, MaterialState]:
    waiting = case.lived.round
    return {line.number: MaterialState.COPY for line in waiting.lines} if waiting else {}


def _rated(moment: _Moment) -> CaseEvent:
    level = moment.dice.choices(tuple(Satisfaction), (60, 25, 10, 3, 2))[0]
    return CaseRated(level, RatingChannel.QR, moment.at)


def _fetched(moment: _Moment) -> CaseEvent:
    if moment.dice.random() < _BY_POST:
        number = f"EX{moment.dice.randrange(10**6):06d}"
        return ResultDelivered(DeliveryWay.POST, moment.case.applicant.name, moment.at, express=number)
    return ResultDelivered(DeliveryWay.COUNTER, moment.case.applicant.name, moment.at, id_checked=True)


_BY_POST = 0.2


def _paused(moment: _Moment) -> CaseEvent:
    return SpecialBegun(Special.APPRAISAL, _BASIS, "等医院评定等级", _SPECIAL_DAYS, moment.at)


def _amended(moment: _Moment) -> CaseEvent:
    return AmendmentAsked((_line(moment.case),), moment.day(_ROUND_DAYS), True, moment.at)


def _reported(moment: _Moment) -> CaseEvent:
    return ReportedUp(DEPARTMENT, moment.at)


def _approved(moment: _Moment) -> CaseEvent:
    item = moment.case.item
    return CaseApproved(item.result or item.name, True, moment.at, organ=_ORGAN)


def _asked(moment: _Moment) -> CaseEvent:
    return SupplementAsked((_line(moment.case),), moment.day(_ROUND_DAYS), moment.at)


_WAYS_THERE: Mapping[CaseState, tuple[CaseState, _Maker]] = {
    CaseState.SUPPLEMENTING: (CaseState.RECEIVED, _asked),
    CaseState.SUSPENDED: (CaseState.HANDLING, _paused),
    CaseState.AMENDING: (CaseState.HANDLING, _amended),
    CaseState.REPORTED: (CaseState.HANDLING, _reported),
    CaseState.READY: (CaseState.HANDLING, _approved),
}

_NEXT: Mapping[CaseState, tuple[tuple[float, Act, _Maker], ...]] = {
    CaseState.RECEIVED: (
        (0.4, Act.ASK_SUPPLEMENT, _asked),
        (
            *(0.15, Act.REFUSE),
            lambda m: CaseRefused(Refusal.NOT_COMPETENT, "户籍不在本镇", _BASIS, m.at, DEPARTMENT),
        ),
        (0.3, Act.ACCEPT, lambda m: acceptance_of(m.case, m.at)),
    ),
    CaseState.SUPPLEMENTING: (
        (0.2, Act.RETURN, lambda m: CaseReturned("两次电话，说先不办了", m.at)),
        (0.08, Act.TAKE_SUPPLEMENT, lambda m: SupplementReceived(_came(m.case), m.at)),
    ),
    CaseState.ACCEPTED: (
        (0.1, Act.BREAK_DEFERRAL, lambda m: DeferralBroken("三次电话，没有送来", m.at)),
        (
            *(0.15, Act.TAKE_DEFERRED),
            lambda m: DeferredReceived({row.number: MaterialState.ORIGINAL for row in m.case.deferred}, m.at),
        ),
        (0.01, Act.WITHDRAW, lambda m: CaseWithdrawn("改由子女在外地办", m.at)),
        (0.01, Act.VOID, lambda m: CaseVoided("录错人了", m.lives.clerk.user_id, m.at)),
        (0.15, Act.BEGIN, lambda m: HandlingBegun(m.at)),
    ),
    CaseState.HANDLING: (
        (0.05, Act.BEGIN_SPECIAL, _paused),
        (0.05, Act.ASK_AMENDMENT, _amended),
        (0.06, Act.REPORT_UP, _reported),
        (0.02, Act.REJECT, lambda m: CaseRejected("年龄未满", "不在发放范围", _BASIS, _ORGAN, m.at)),
        (0.01, Act.TERMINATE, lambda m: CaseTerminated("申请人去世", m.lives.clerk.user_id, m.at)),
        (0.12, Act.APPROVE, _approved),
        (0.05, Act.TAG, lambda m: TagsChanged(m.at, ("加急",))),
    ),
    CaseState.SUSPENDED: ((0.08, Act.END_SPECIAL, lambda m: SpecialEnded("评定完了", m.at)),),
    CaseState.AMENDING: ((0.15, Act.TAKE_AMENDMENT, lambda m: AmendmentReceived(_came(m.case), m.at)),),
    CaseState.REPORTED: ((0.06, Act.APPROVE, _approved),),
    CaseState.READY: ((0.15, Act.DELIVER, _fetched),),
    CaseState.DELIVERED: (
        (0.25, Act.RATE, _rated),
        (0.02, Act.ARCHIVE, lambda m: CaseArchived(f"{m.at.year}-{m.at.month:02d}", m.at)),
    ),
    CaseState.FINISHED: ((0.05, Act.RATE, _rated),),
}
"""By state: how likely on a day, which act, and what it says; the first that the table allows is done."""
