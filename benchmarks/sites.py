"""Made-up sites to measure: profiles and stores in a folder that goes away."""

from __future__ import annotations

import secrets
from pathlib import Path
from random import Random
from uuid import UUID

from benchmarks.child import NOW
from desk_app.db.catalogue_file import seed_catalogue
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.store import Store
from desk_app.domain.calendar import Calendar
from desk_app.domain.sites import Clerk, Role
from desk_app.exchange.calendar_file import read_calendar
from desk_app.paths import resource
from desk_app.services.demo import ADMIN, PASSWORD, demo_device, demo_site
from desk_app.services.profile import Means, Setup, make_profile
from desk_app.wiring.demo import DemoMeans, make_demo_profile
from desk_app.wiring.desk import CALENDAR
from desk_app.wiring.shelf import CATALOGUE

KEY = bytes(range(32))
SITE, DEVICE = demo_site(UUID(int=11)), demo_device(UUID(int=12))
CLERK = Clerk(UUID(int=13), ADMIN, Role.MANAGER, SITE, DEVICE)


def calendar() -> Calendar:
    """The national calendar."""
    return read_calendar(resource(CALENDAR))


def locked_profile(path: Path) -> Path:
    """An empty site whose password costs what it costs in earnest."""
    means = Means(calendar(), _seed, secrets.token_bytes)
    make_profile(ProfileFolder(path), Setup(SITE, DEVICE, ADMIN, PASSWORD), means, NOW)
    return path


def busy_profile(path: Path) -> Path:
    """The demo site with some hundred cases; nobody who measures waits for its password twice."""
    make_demo_profile(path, DemoMeans(calendar(), secrets.token_bytes, NOW))
    return path


def new_store(path: Path) -> Store:
    """An empty store, encrypted, every commit on disk before it counts."""
    return Store.create(path, KEY, SITE, DEVICE, calendar=calendar(), random=Random(7).randbytes)


def _seed(target: Path) -> None:
    seed_catalogue(resource(CATALOGUE), target)
