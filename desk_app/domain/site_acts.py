"""Acts of a site that are not about one case: its own changes of items, its calendar, consultations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID, uuid5

from desk_app.domain.calendar import DayMark
from desk_app.domain.catalogue import SiteItem


@dataclass(frozen=True, slots=True)
class SiteItemChanged:
    """The site says how it handles one item; the last word holds."""

    kind: ClassVar[str] = "site_item.changed"
    version: ClassVar[int] = 1

    override: SiteItem


def site_item_stream(site: UUID, item_id: str) -> UUID:
    """The stream of one item at one site: the same id on every desk of the site."""
    return uuid5(site, item_id)


@dataclass(frozen=True, slots=True)
class CalendarEdited:
    """Days of the site's calendar were set or cleared (None clears)."""

    kind: ClassVar[str] = "calendar.edited"
    version: ClassVar[int] = 1

    days: Mapping[date, DayMark | None] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    """Years the edit brings for the first time."""


@dataclass(frozen=True, slots=True)
class ConsultationNoted:
    """记一笔咨询: somebody asked, and was answered. No name is asked for."""

    kind: ClassVar[str] = "consultation.noted"
    version: ClassVar[int] = 1

    question: str
    at: datetime
    item_id: str = ""
