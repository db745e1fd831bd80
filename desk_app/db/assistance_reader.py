"""Reading the roster, mandates and assistance cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from desk_app.db.assistance_tables import agent_row, assist_case_row, assist_row, mandate_row
from desk_app.domain.agents import Agent
from desk_app.domain.assistance import Assistance, Stage
from desk_app.domain.bodies import decode
from desk_app.domain.errors import NotFound
from desk_app.domain.mandates import Mandate

Connect = Callable[[], Connection]

MOST = 500
"""Cards of one column: a board with more is worked from the list."""


class Agents:
    """Who is on the roster."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def get(self, agent_id: UUID) -> Agent:
        """One of them. Raises NotFound ``no_such_agent``."""
        body = self._connect().scalar(select(agent_row.c.body).where(agent_row.c.id == agent_id))
        if body is None:
            raise NotFound("no_such_agent")
        return decode(Agent, body)

    def of_site(self, site: UUID, *, with_gone: bool = False) -> tuple[Agent, ...]:
        """The roster of a site, by area and name."""
        wanted = select(agent_row.c.body).where(agent_row.c.site == site)
        if not with_gone:
            wanted = wanted.where(agent_row.c.gone == 0)
        found = (decode(Agent, body) for body in self._connect().scalars(wanted))
        return tuple(sorted(found, key=lambda agent: (agent.facts.area, agent.facts.name, agent.id)))

    def load(self, site: UUID) -> dict[UUID, int]:
        """How many assistance cases each agent of a site has in hand."""
        rows = assist_row.c
        open_ones = (Stage.WAITING.value, Stage.UNDER_WAY.value, Stage.FEEDBACK_DUE.value)
        counted = (
            select(rows.agent, func.count())
            .where(rows.site == site, rows.agent.is_not(None), rows.stage.in_(open_ones))
            .group_by(rows.agent)
        )
        return {row[0]: row[1] for row in self._connect().execute(counted)}


class Mandates:
    """委托书 of this store."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def get(self, mandate_id: UUID) -> Mandate:
        """One of them. Raises NotFound ``no_such_mandate``."""
        body = self._connect().scalar(select(mandate_row.c.body).where(mandate_row.c.id == mandate_id))
        if body is None:
            raise NotFound("no_such_mandate")
        return decode(Mandate, body)

    def of_agent(self, agent: UUID) -> tuple[Mandate, ...]:
        """What an agent holds that has not been ended."""
        rows = mandate_row.c
        return self._all(select(rows.body).where(rows.agent == agent, rows.ended == 0))

    def ending(self, site: UUID, first: date, last: date) -> tuple[Mandate, ...]:
        """Those whose last day lies between two days, both included; the earliest first."""
        rows = mandate_row.c
        between = (rows.last >= first.isoformat(), rows.last <= last.isoformat())
        wanted = select(rows.body).where(rows.site == site, rows.ended == 0, *between)
        return self._all(wanted.order_by(rows.last, rows.id))

    def _all(self, wanted: Select[Any]) -> tuple[Mandate, ...]:
        return tuple(decode(Mandate, body) for body in self._connect().scalars(wanted))


class Assistances:
    """帮办代办 cases of this store."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def get(self, assistance_id: UUID) -> Assistance:
        """One of them. Raises NotFound ``no_such_assistance``."""
        wanted = select(assist_row.c.body).where(assist_row.c.id == assistance_id)
        return self._one(wanted)

    def by_number(self, number: str) -> Assistance:
        """The one with a number. Raises NotFound ``no_such_assistance``."""
        return self._one(select(assist_row.c.body).where(assist_row.c.number == number))

    def column(self, site: UUID, stage: Stage, agent: UUID | None = None) -> tuple[Assistance, ...]:
        """A column of the board: who waits longest for a word first, of what is done the latest first."""
        rows = assist_row.c
        wanted = select(rows.body).where(rows.site == site, rows.stage == stage.value)
        if agent is not None:
            wanted = wanted.where(rows.agent == agent)
        order = (
            rows.opened_at.desc() if stage is Stage.DONE else func.coalesce(rows.owed_since, rows.opened_at)
        )
        return self._all(wanted.order_by(order, rows.id).limit(MOST))

    def complaints(self, site: UUID) -> tuple[Assistance, ...]:
        """Those with a bad score that nobody has settled."""
        rows = assist_row.c
        wanted = select(rows.body).where(rows.site == site, rows.complaint == 1)
        return self._all(wanted.order_by(rows.opened_at, rows.id))

    def of_case(self, case_id: UUID) -> tuple[Assistance, ...]:
        """Those that carry an application."""
        links = assist_case_row.c
        wanted = (
            select(assist_row.c.body)
            .join(assist_case_row, links.assist == assist_row.c.id)
            .where(links.case_id == case_id)
        )
        return self._all(wanted.order_by(assist_row.c.opened_at))

    def _one(self, wanted: Select[Any]) -> Assistance:
        body = self._connect().scalar(wanted)
        if body is None:
            raise NotFound("no_such_assistance")
        return decode(Assistance, body)

    def _all(self, wanted: Select[Any]) -> tuple[Assistance, ...]:
        return tuple(decode(Assistance, body) for body in self._connect().scalars(wanted))
