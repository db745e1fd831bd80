"""What a register may tell of a case's later life: its last round, leg and delivery, and its originals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.domain.case_life import Carrier, DeliveryWay
from desk_app.domain.cases import Case, MaterialState
from desk_app.domain.custody import CustodyState, Original
from desk_app.domain.worktime import local_day


@dataclass(frozen=True, slots=True)
class Later:
    """Plain facts for columns; empty where a case never came so far."""

    asked_on: date | None = None
    asked: str = ""
    """Every paper that was asked for again, with what was wrong with it."""
    supplement_due: date | None = None
    supplemented_on: date | None = None
    owed: str = ""
    """Deferred papers that are not here yet."""
    promise_by: date | None = None
    sent_on: date | None = None
    sent_to: str = ""
    carrier: Carrier | None = None
    signed_on: date | None = None
    signed_by: str = ""
    differences: str = ""
    sent_back_on: date | None = None
    sent_back_why: str = ""
    delivered_on: date | None = None
    delivery: DeliveryWay | None = None
    id_checked: bool | None = None
    express: str = ""
    ended_on: date | None = None
    originals: str = ""
    originals_out: int | None = None
    """How many are not back in the citizen's hand."""


NOTHING = Later()


def later_of(case: Case, originals: Sequence[Original] = ()) -> Later:
    """The later life of a case and of the originals an office took for it."""
    life = case.lived
    asked = life.rounds[-1] if life.rounds else None
    leg = life.handovers[-1] if life.handovers else None
    delivery = life.deliveries[-1] if life.deliveries else None
    kept = [one for one in originals if one.state is not CustodyState.CHECKED]
    names = {row.number: row.name for row in case.materials}
    owed = (row.name for row in case.materials if row.state is MaterialState.DEFERRED)
    return Later(
        asked_on=_day(asked.asked_at) if asked else None,
        asked="；".join(f"{names.get(line.number, '')}：{line.problem}" for line in asked.lines)
        if asked
        else "",
        supplement_due=asked.due if asked else None,
        supplemented_on=_day(asked.received_at) if asked else None,
        owed="、".join(owed),
        promise_by=case.promise_by,
        sent_on=_day(leg.sent_at) if leg else None,
        sent_to=leg.to if leg else "",
        carrier=leg.carrier if leg else None,
        signed_on=_day(leg.signed_at) if leg else None,
        signed_by=leg.signed_by if leg else "",
        differences=leg.differences if leg else "",
        sent_back_on=_day(leg.refused_at) if leg else None,
        sent_back_why=leg.refusal if leg else "",
        delivered_on=_day(delivery.at) if delivery else None,
        delivery=delivery.way if delivery else None,
        id_checked=delivery.id_checked if delivery else None,
        express=delivery.express if delivery else "",
        ended_on=_day(life.closing.at) if life.closing else None,
        originals="、".join(one.name for one in kept),
        originals_out=sum(one.state is not CustodyState.GIVEN_BACK for one in kept) if kept else None,
    )


def _day(at: datetime | None) -> date | None:
    return None if at is None else local_day(at)
