"""The chips over the list: what each asks of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.case_list import PAGE, CaseQuery, CaseSort
from desk_app.domain.cases import OPEN_STATES, CaseState
from desk_app.domain.worktime import SHANGHAI, local_day

if TYPE_CHECKING:
    from desk_app.ui.screens.cases.calls import CasesCalls

SHOWN = "shown"
"""Name, among the chips, of the count of the list as it is narrowed by what was typed."""
_DAY = timedelta(days=1)


class Chip(StrEnum):
    """One ready-made question, in the order in which the chips stand."""

    OPEN = "open"
    MINE = "mine"
    STAND_IN = "stand_in"
    """代 A 办: open cases of the colleagues one stands in for today (AB岗)."""
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    """Lamp 临近: due after today and no later than in three working days."""
    TO_ACCEPT = "to_accept"
    """待接件: taken in or on its way, and nobody has said yet whether it is accepted."""
    SUPPLEMENTS = "supplements"
    """待补正, before acceptance or after."""
    TO_FINISH = "to_finish"
    """待办结: accepted, and in the hands of who decides."""
    PROMISES_DUE = "promises_due"
    """容缺到期: a promised paper was due today or earlier."""
    READY = "ready"
    """待领取."""
    TO_CALL = "to_call"
    """待回访: somebody was to be called today or earlier."""
    ORIGINALS = "originals"
    """未退原件."""
    NOTICED = "noticed"
    DEFERRED = "deferred"
    WAIT_OTHERS = "wait_others"
    """等别人的: in the hands of another office, or of an expert."""
    WAIT_CITIZEN = "wait_citizen"
    """等群众的: papers to be brought, a result to be fetched."""
    RECEIVED_TODAY = "received_today"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Cover:
    """A colleague who is away, and for whom who is at the keyboard stands in today."""

    user: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What the chips depend on besides the store: the day, and who asks."""

    today: date
    soon_until: date
    me: UUID | None
    site: UUID | None = None
    covers: tuple[Cover, ...] = ()


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """What the list shows, as the clerk chose it."""

    chip: Chip = Chip.OPEN
    text: str = ""
    sort: CaseSort = CaseSort.DUE
    descending: bool = False

    def query(self, moment: Moment, limit: int = PAGE) -> CaseQuery:
        """The same for the store."""
        narrowed = chip_query(self.chip, moment)
        return replace(
            narrowed, text=self.text.strip(), sort=self.sort, descending=self.descending, limit=limit
        )


_RUNNING = OPEN_STATES - {CaseState.SUPPLEMENTING}
"""Where the desk owes an answer by a day; while the citizen is waited for it owes none."""

_TO_FINISH = frozenset({CaseState.ACCEPTED, CaseState.HANDLING, CaseState.SUSPENDED, CaseState.REPORTED})
_ENDED = frozenset(CaseState) - OPEN_STATES - {CaseState.READY}

_WAIT_OTHERS = frozenset({CaseState.FORWARDED, CaseState.REPORTED, CaseState.SUSPENDED})
_WAIT_CITIZEN = frozenset({CaseState.NOTICED, CaseState.SUPPLEMENTING, CaseState.AMENDING, CaseState.READY})
_NOBODY = UUID(int=0)

NATURAL_SORT: Mapping[Chip, tuple[CaseSort, bool]] = {
    Chip.RECEIVED_TODAY: (CaseSort.RECEIVED, True),
    Chip.ENDED: (CaseSort.RECEIVED, True),
    Chip.NOTICED: (CaseSort.RECEIVED, True),
    Chip.READY: (CaseSort.RECEIVED, False),
}
"""How a chip's list begins where nothing is due: the latest comes first, or who has waited longest."""


def moment_of(calls: CasesCalls) -> Moment:
    """Today, and who asks."""
    today = local_day(calls.now())
    return Moment(today, calls.soon_until(today), calls.me(), calls.site(), calls.covers())


def chosen(question: ListQuestion, chip: Chip) -> ListQuestion:
    """The question after another chip was picked: what was typed stays, the order is the chip's own."""
    sort, descending = NATURAL_SORT.get(chip, (CaseSort.DUE, False))
    return replace(question, chip=chip, sort=sort, descending=descending)


def chip_query(chip: Chip, moment: Moment) -> CaseQuery:
    """What a chip asks, in its natural order."""
    return _all_queries(moment)[chip]


def _all_queries(moment: Moment) -> dict[Chip, CaseQuery]:
    today = moment.today
    midnight = datetime.combine(today, time(), SHANGHAI)
    return {
        Chip.OPEN: CaseQuery(open=True),
        Chip.MINE: CaseQuery(open=True, clerk=moment.me),
        Chip.STAND_IN: CaseQuery(open=True, clerks=_absent(moment)),
        Chip.OVERDUE: CaseQuery(open=True, states=_RUNNING, due_to=today - _DAY),
        Chip.TODAY: CaseQuery(open=True, states=_RUNNING, due_from=today, due_to=today),
        Chip.SOON: CaseQuery(open=True, states=_RUNNING, due_from=today + _DAY, due_to=moment.soon_until),
        Chip.TO_ACCEPT: _in(CaseState.RECEIVED, CaseState.FORWARDED),
        Chip.SUPPLEMENTS: _in(CaseState.SUPPLEMENTING, CaseState.AMENDING),
        Chip.TO_FINISH: CaseQuery(states=_TO_FINISH),
        Chip.PROMISES_DUE: CaseQuery(open=True, promise_to=today),
        Chip.READY: _in(CaseState.READY),
        Chip.TO_CALL: CaseQuery(contact_to=today),
        Chip.ORIGINALS: CaseQuery(originals_at=moment.site or _NOBODY),
        Chip.NOTICED: _in(CaseState.NOTICED),
        Chip.DEFERRED: CaseQuery(open=True, deferred=True),
        Chip.WAIT_OTHERS: CaseQuery(states=_WAIT_OTHERS),
        Chip.WAIT_CITIZEN: CaseQuery(states=_WAIT_CITIZEN),
        Chip.RECEIVED_TODAY: CaseQuery(registered_from=midnight),
        Chip.ENDED: CaseQuery(states=_ENDED),
    }


def _absent(moment: Moment) -> frozenset[UUID]:
    """Who is away; nobody's cases where one stands in for nobody, not everybody's."""
    return frozenset(cover.user for cover in moment.covers) or frozenset({_NOBODY})


def _in(*states: CaseState) -> CaseQuery:
    return CaseQuery(states=frozenset(states))


def count_queries(question: ListQuestion, moment: Moment) -> dict[str, CaseQuery]:
    """Every chip's question, and that of the list itself when something was typed."""
    queries = {chip.value: query for chip, query in _all_queries(moment).items()}
    return queries | {SHOWN: question.query(moment)} if question.text.strip() else queries
