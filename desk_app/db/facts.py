"""What a store knows of itself, and which calendar its dates were counted by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from desk_app.db.rows import pairs
from desk_app.db.tables import meta
from desk_app.domain.agents import Agent
from desk_app.domain.assistance import Assistance
from desk_app.domain.attachments import Attachment
from desk_app.domain.bodies import shape
from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Case
from desk_app.domain.catalogue import SiteItem
from desk_app.domain.custody import Original
from desk_app.domain.errors import StoreDamaged
from desk_app.domain.handover import Batch
from desk_app.domain.ledger_events import LedgerImport, LedgerLine
from desk_app.domain.mandates import Mandate
from desk_app.domain.people import Person
from desk_app.domain.shifts import Shift
from desk_app.domain.stand_ins import StandIn

FOLDING = 2
"""Raised by one whenever a fold or a row changes its meaning: older stores are then replayed once."""


@cache
def projection() -> str:
    """What rows are made by: the fold's number, and the shape of all that is kept folded."""
    kept = (
        Case,
        Person,
        SiteItem,
        Batch,
        Original,
        Attachment,
        LedgerImport,
        LedgerLine,
        Shift,
        StandIn,
        Agent,
        Mandate,
        Assistance,
    )
    shapes = "\n".join(map(shape, kept))
    return f"{FOLDING}/{hashlib.sha256(shapes.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Facts:
    """Set when the store is made."""

    site: UUID
    device: UUID
    head: bool
    """Whether this store gives the order itself: a desk that stands alone is its own head (house.md §6)."""
    id_secret: bytes

    @classmethod
    def read(cls, connection: Connection) -> Facts:
        """The facts of an open store. Raises StoreDamaged."""
        found = pairs(connection, select(meta.c.name, meta.c.value))
        try:
            site, device = UUID(found["site"]), UUID(found["device"])
            return cls(site, device, found["head"] == "1", bytes.fromhex(found["id_secret"]))
        except (KeyError, ValueError):
            raise StoreDamaged from None

    def write(self, connection: Connection, calendar: Calendar) -> None:
        """Keep the facts of a new store."""
        facts = {
            "site": str(self.site),
            "device": str(self.device),
            "head": "1" if self.head else "0",
            "id_secret": self.id_secret.hex(),
            "projection": projection(),
            "calendar": calendar_text(calendar),
        }
        connection.execute(insert(meta), [{"name": name, "value": value} for name, value in facts.items()])


def calendar_text(calendar: Calendar) -> str:
    """The marks of a calendar, so that the next start sees which day differs. Years alone move no date."""
    marks = {day.isoformat(): [mark.kind.value, mark.name] for day, mark in calendar.days.items()}
    return json.dumps(marks, ensure_ascii=False, sort_keys=True)


def first_difference(kept: str, calendar: Calendar) -> date | None:
    """The first day on which the calendar differs from the one kept, or None."""
    before: Mapping[str, object] = json.loads(kept)
    after: Mapping[str, object] = json.loads(calendar_text(calendar))
    moved = (day for day in before.keys() | after.keys() if before.get(day) != after.get(day))
    return min((date.fromisoformat(day) for day in moved), default=None)


def read_fact(connection: Connection, name: str) -> str:
    """One fact as text; empty when it was never kept."""
    return str(connection.scalar(select(meta.c.value).where(meta.c.name == name)) or "")


def change_fact(connection: Connection, name: str, value: str) -> None:
    """Keep another value of a fact."""
    connection.execute(update(meta).where(meta.c.name == name).values(value=value))
