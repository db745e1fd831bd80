"""帮办代办 in rows: the roster, mandates, and assistance cases with the applications they carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import Connection, select

from desk_app.db.assistance_tables import agent_row, assist_row, mandate_row
from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import micros, micros_or_none
from desk_app.db.tables import NEVER
from desk_app.domain import agents, assistance, mandates
from desk_app.domain.agents import Agent, AgentEvent
from desk_app.domain.assistance import Assistance
from desk_app.domain.assistance_events import AssistEvent
from desk_app.domain.bodies import decode, encode
from desk_app.domain.journal import Entry
from desk_app.domain.mandates import Mandate, MandateEvent

T = TypeVar("T")

AGENT_TABLES = ("agent_row",)
MANDATE_TABLES = ("mandate_row",)
ASSIST_TABLES = ("assist_row", "assist_case_row")


@dataclass(frozen=True, slots=True)
class At(Generic[T]):
    """A thing of the roster or the board, and the site it belongs to: where its first entry was written."""

    site: UUID
    it: T


def step_agent(state: At[Agent] | None, entry: Entry, event: AgentEvent) -> At[Agent]:
    """One more entry of the roster. Raises IllegalMove."""
    known = agents.apply(entry.envelope.stream_id, state.it if state else None, event)
    return At(_site(state, entry), known)


def step_mandate(state: At[Mandate] | None, entry: Entry, event: MandateEvent) -> At[Mandate]:
    """One more entry of a mandate. Raises IllegalMove."""
    known = mandates.apply(entry.envelope.stream_id, state.it if state else None, event)
    return At(_site(state, entry), known)


def step(state: At[Assistance] | None, entry: Entry, event: AssistEvent) -> At[Assistance]:
    """One more entry of an assistance case. Raises IllegalMove."""
    known = assistance.apply(entry.envelope.stream_id, state.it if state else None, event)
    return At(_site(state, entry), known)


def _site(state: At[T] | None, entry: Entry) -> UUID:
    return entry.envelope.site if state is None else state.site


def load_agent(connection: Connection, agent_id: UUID) -> At[Agent] | None:
    """The agent according to their row, or None."""
    row = connection.execute(select(agent_row).where(agent_row.c.id == agent_id)).first()
    return None if row is None else At(row.site, decode(Agent, row.body))


def load_mandate(connection: Connection, mandate_id: UUID) -> At[Mandate] | None:
    """The mandate according to its row, or None."""
    row = connection.execute(select(mandate_row).where(mandate_row.c.id == mandate_id)).first()
    return None if row is None else At(row.site, decode(Mandate, row.body))


def load(connection: Connection, assistance_id: UUID) -> At[Assistance] | None:
    """The assistance case according to its row, or None."""
    row = connection.execute(select(assist_row).where(assist_row.c.id == assistance_id)).first()
    return None if row is None else At(row.site, decode(Assistance, row.body))


def agent_rows(state: At[Agent], _rules: Rules) -> Rows:
    """Everything the table holds of one agent."""
    agent = state.it
    row = {
        "id": agent.id,
        "site": state.site,
        "area": agent.facts.area,
        "gone": int(agent.left_on is not None),
        "body": encode(agent),
    }
    return [("agent_row", row)]


def mandate_rows(state: At[Mandate], _rules: Rules) -> Rows:
    """Everything the table holds of one mandate."""
    mandate = state.it
    row = {
        "id": mandate.id,
        "site": state.site,
        "agent": mandate.given.agent,
        "last": mandate.last.isoformat() if mandate.last else NEVER,
        "ended": int(mandate.ended is not None),
        "body": encode(mandate),
    }
    return [("mandate_row", row)]


def rows(state: At[Assistance], _rules: Rules) -> Rows:
    """Everything the tables hold of one assistance case."""
    found = state.it
    row = {
        "id": found.id,
        "number": found.opened.number,
        "site": state.site,
        "agent": found.agent,
        "stage": found.stage.value,
        "opened_at": micros(found.opened.at),
        "owed_since": micros_or_none(found.owed_since),
        "complaint": int(found.complaint_open),
        "body": encode(found),
    }
    links: Rows = [
        ("assist_case_row", {"id": uuid5(found.id, str(case)), "assist": found.id, "case_id": case})
        for case in found.cases
    ]
    return [("assist_row", row), *links]
