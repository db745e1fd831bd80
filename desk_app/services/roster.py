"""The roster of 代办员 and the mandates they hold; each act one transaction (notice tasks 4 and 9)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.agents import (
    Agent,
    AgentAway,
    AgentChanged,
    AgentEnrolled,
    AgentFacts,
    AgentLeft,
    check_agent,
)
from desk_app.domain.errors import IllegalMove, InputError, NotAllowed
from desk_app.domain.mandates import (
    Mandate,
    MandateEnd,
    MandateEnded,
    MandateGiven,
    MandateRenewed,
    check_mandate,
)
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import local_day

if TYPE_CHECKING:
    from desk_app.db.store import Store


def enrol(store: Store, clerk: Clerk, facts: AgentFacts, now: datetime) -> Agent:
    """Put somebody on the roster. Raises NotAllowed; InputError as :func:`check_agent`."""
    _require(clerk, Right.MANAGE_SITE)
    tidy = check_agent(facts)
    with store.write(clerk, now) as tx:
        agent_id = tx.new_id(now)
        tx.record(AgentEnrolled(tidy, now), agent_id)
        return tx.agents.get(agent_id)


def change_agent(store: Store, clerk: Clerk, agent_id: UUID, facts: AgentFacts, now: datetime) -> Agent:
    """The roster says this of them from now on. Raises NotAllowed, NotFound, InputError, IllegalMove."""
    _require(clerk, Right.MANAGE_SITE)
    tidy = check_agent(facts)
    with store.write(clerk, now) as tx:
        tx.agents.get(agent_id)
        tx.record(AgentChanged(tidy, now), agent_id)
        return tx.agents.get(agent_id)


def send_away(
    store: Store, clerk: Clerk, agent_id: UUID, days: tuple[date, date], stand_in: UUID | None, now: datetime
) -> Agent:
    """They are away on these days, both included; somebody else of the roster takes their place.

    Raises NotAllowed, NotFound; InputError ``agent_days``; IllegalMove ``stand_in_is_self`` and
    ``stand_in_gone``.
    """
    _require(clerk, Right.MANAGE_SITE)
    first, last = days
    if last < first:
        raise InputError("agent_days")
    with store.write(clerk, now) as tx:
        tx.agents.get(agent_id)
        if stand_in == agent_id:
            raise IllegalMove("stand_in_is_self")
        if stand_in is not None and not tx.agents.get(stand_in).serves_on(first):
            raise IllegalMove("stand_in_gone")
        tx.record(AgentAway(first, last, stand_in, now), agent_id)
        return tx.agents.get(agent_id)


def take_off(store: Store, clerk: Clerk, agent_id: UUID, day: date, now: datetime) -> tuple[Mandate, ...]:
    """离岗: off the roster from this day on. Their mandates end with it, and are returned.

    Raises NotAllowed, NotFound, IllegalMove ``agent_gone``.
    """
    _require(clerk, Right.MANAGE_SITE)
    with store.write(clerk, now) as tx:
        tx.agents.get(agent_id)
        tx.record(AgentLeft(day, now), agent_id)
        ended = tx.mandates.of_agent(agent_id)
        for mandate in ended:
            tx.record(MandateEnded(MandateEnd.AGENT_LEFT, now), mandate.id)
        return tuple(tx.mandates.get(mandate.id) for mandate in ended)


def give_mandate(store: Store, clerk: Clerk, given: MandateGiven, now: datetime) -> Mandate:
    """The principal signed. Raises NotAllowed, NotFound, InputError; IllegalMove ``agent_gone``."""
    _require(clerk, Right.RECEIVE)
    check_mandate(given, local_day(now))
    with store.write(clerk, now) as tx:
        if not tx.agents.get(given.agent).serves_on(local_day(now)):
            raise IllegalMove("agent_gone")
        mandate_id = tx.new_id(now)
        tx.record(given, mandate_id)
        return tx.mandates.get(mandate_id)


def renew_mandate(store: Store, clerk: Clerk, mandate_id: UUID, last: date, now: datetime) -> Mandate:
    """续办委托书. Raises NotAllowed, NotFound; InputError ``mandate_days``; IllegalMove ``mandate_over``."""
    _require(clerk, Right.RECEIVE)
    with store.write(clerk, now) as tx:
        before = tx.mandates.get(mandate_id)
        if last < local_day(now) or (before.last is not None and last <= before.last):
            raise InputError("mandate_days")
        tx.record(MandateRenewed(last, now), mandate_id)
        return tx.mandates.get(mandate_id)


def end_mandate(store: Store, clerk: Clerk, mandate_id: UUID, why: MandateEnd, now: datetime) -> Mandate:
    """It ended before its last day. Raises NotAllowed, NotFound, IllegalMove ``mandate_over``."""
    _require(clerk, Right.RECEIVE)
    with store.write(clerk, now) as tx:
        tx.mandates.get(mandate_id)
        tx.record(MandateEnded(why, now), mandate_id)
        return tx.mandates.get(mandate_id)


def _require(clerk: Clerk, right: Right) -> None:
    if not clerk.may(right):
        raise NotAllowed("right_missing", right=right.value)
