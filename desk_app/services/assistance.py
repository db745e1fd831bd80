"""帮办代办 from the first call to the call back; each act one transaction (domain.md §4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.agents import Duty
from desk_app.domain.assistance import Assistance, check_event, check_opened
from desk_app.domain.assistance_events import (
    AgentAccepted,
    AgentAssigned,
    AssistCaseLinked,
    AssistEvent,
    AssistOpened,
)
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.mandates import Power
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import local_day

if TYPE_CHECKING:
    from desk_app.db.store import Store, Transaction


def open_assistance(store: Store, clerk: Clerk, opened: AssistOpened, now: datetime) -> Assistance:
    """Somebody asked for help; the number is given here. Raises NotAllowed; InputError ``part_needed``."""
    _require(clerk)
    check_opened(opened)
    with store.write(clerk, now) as tx:
        assistance_id = tx.new_id(now)
        tx.record(replace(opened, number=tx.counters.next_assistance(local_day(now))), assistance_id)
        return tx.assistances.get(assistance_id)


def assign(store: Store, clerk: Clerk, assistance_id: UUID, agent_id: UUID, now: datetime) -> Assistance:
    """派单. Raises NotAllowed, NotFound; IllegalMove ``agent_gone``, ``agent_away``, ``duty_missing``."""
    _require(clerk)
    with store.write(clerk, now) as tx:
        agent, found, today = tx.agents.get(agent_id), tx.assistances.get(assistance_id), local_day(now)
        if not agent.serves_on(today):
            raise IllegalMove("agent_gone")
        if agent.away_on(today) is not None:
            raise IllegalMove("agent_away", name=agent.facts.name)
        if found.needs_mandate and Duty.AGENT not in agent.facts.duties:
            raise IllegalMove("duty_missing", name=agent.facts.name)
        tx.record(AgentAssigned(agent_id, agent.facts.name, now), assistance_id)
        return tx.assistances.get(assistance_id)


def take_on(
    store: Store, clerk: Clerk, assistance_id: UUID, mandate_id: UUID | None, now: datetime
) -> Assistance:
    """接单. An errand stands on a mandate that covers each of its matters.

    Raises NotAllowed, NotFound; IllegalMove ``mandate_needed``, ``mandate_gap`` with the ``item`` and ``why``
    (a code of :class:`Uncovered`).
    """
    _require(clerk)
    with store.write(clerk, now) as tx:
        found = tx.assistances.get(assistance_id)
        if mandate_id is not None:
            _check_cover(tx, found, mandate_id, now)
        tx.record(AgentAccepted(now, mandate_id), assistance_id)
        return tx.assistances.get(assistance_id)


def _check_cover(tx: Transaction, found: Assistance, mandate_id: UUID, now: datetime) -> None:
    mandate, agent = tx.mandates.get(mandate_id), found.agent
    if agent is None:
        raise IllegalMove("assist_unassigned")
    if mandate.given.principal.id_number != found.opened.citizen.id_number:
        raise IllegalMove("mandate_of_another")
    for matter in found.opened.matters:
        gap = mandate.gap(agent, matter.item_id, Power.SUBMIT, local_day(now))
        if gap is not None:
            raise IllegalMove("mandate_gap", item=matter.name, why=gap.value)


def link_case(store: Store, clerk: Clerk, assistance_id: UUID, case_id: UUID, now: datetime) -> Assistance:
    """It carries this application from now on. Raises NotAllowed, NotFound, IllegalMove."""
    _require(clerk)
    with store.write(clerk, now) as tx:
        tx.assistances.get(assistance_id)
        tx.record(AssistCaseLinked(case_id, tx.cases.get(case_id).number, now), assistance_id)
        return tx.assistances.get(assistance_id)


def record_step(
    store: Store, clerk: Clerk, assistance_id: UUID, event: AssistEvent, now: datetime
) -> Assistance:
    """Progress, a word to the citizen, suspension, the end, the call back.

    Raises NotAllowed, NotFound; InputError ``part_needed``, ``score_range``; IllegalMove.
    """
    _require(clerk)
    check_event(event)
    with store.write(clerk, now) as tx:
        tx.assistances.get(assistance_id)
        tx.record(event, assistance_id)
        return tx.assistances.get(assistance_id)


def _require(clerk: Clerk) -> None:
    if not clerk.may(Right.RECEIVE):
        raise NotAllowed("right_missing", right=Right.RECEIVE.value)
