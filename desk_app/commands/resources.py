"""What verbs need of the shipped resources: the national calendar, the seed catalogue and its index."""

from __future__ import annotations

from desk_app.db.catalogue_file import seed_release, seed_terms
from desk_app.domain.calendar import Calendar
from desk_app.domain.catalogue import Tier
from desk_app.domain.lookup import Index
from desk_app.exchange.calendar_file import read_calendar
from desk_app.paths import resource

CALENDAR = "calendars/state-council.json"
CATALOGUE = "catalogue"


def national_calendar() -> Calendar:
    """Days off and make-up days by the notices of the State Council."""
    return read_calendar(resource(CALENDAR))


def seed_lookup() -> tuple[Index, dict[str, tuple[str, Tier]]]:
    """The index over the shipped catalogue, and the names and tiers of its items."""
    release = seed_release(resource(CATALOGUE))
    names = {item.id: (item.name, item.tier) for item in release.items}
    index = Index(seed_terms(resource(CATALOGUE)), {item.id: item.tier for item in release.items})
    return index, names
