"""What verbs need of the shipped resources: the national calendar, the seed catalogue and its index."""

from __future__ import annotations

import json

from desk_app.domain.calendar import Calendar
from desk_app.domain.catalogue import Release, Tier
from desk_app.domain.catalogue_plain import read_document
from desk_app.domain.lookup import Index
from desk_app.domain.lookup_terms import Term
from desk_app.exchange.calendar_file import read_calendar
from desk_app.paths import resource

CALENDAR = "calendars/state-council.json"
CATALOGUE = "catalogue/reference.json"


def national_calendar() -> Calendar:
    """Days off and make-up days by the notices of the State Council."""
    return read_calendar(resource(CALENDAR))


def seed_lookup() -> tuple[Index, dict[str, tuple[str, Tier]]]:
    """The index over the shipped catalogue, and the names and tiers of its items."""
    release, terms = seed()
    names = {item.id: (item.name, item.tier) for item in release.items}
    return Index(terms, {item.id: item.tier for item in release.items}), names


def seed() -> tuple[Release, tuple[Term, ...]]:
    """The release that comes with the program, and its search terms."""
    release, terms, _digest = read_document(json.loads(resource(CATALOGUE).read_text("utf-8")))
    return release, terms
