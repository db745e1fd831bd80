"""The demo profile: made beside the real one, opened like any other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from desk_app.db.catalogue_file import CatalogueFile, seed_catalogue
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.store import Store
from desk_app.db.vault import Kdf, Vault
from desk_app.domain.calendar import Calendar
from desk_app.domain.worktime import local_day
from desk_app.papers.draw import draw
from desk_app.papers.fonts import find_fonts
from desk_app.paths import font_dirs, resource
from desk_app.services.catalogue import make_offer
from desk_app.services.demo import ADMIN, PASSWORD, Demo, demo_device, demo_site, fill_demo
from desk_app.services.profile import Means, Setup, clerk_for, make_profile, new_id
from desk_app.wiring.shelf import CATALOGUE

SEED = 20211122
"""The day the notice set for its first report; any number would do."""


class Stopped(Exception):
    """Nobody waits for the demo any more."""


@dataclass(frozen=True, slots=True)
class DemoMeans:
    """What making the demo needs from outside."""

    calendar: Calendar
    random: Callable[[int], bytes]
    now: datetime
    kdf: Kdf | None = None
    seed: int = SEED


def make_demo_profile(
    path: Path, means: DemoMeans, progress: Callable[[int], None] = lambda _made: None
) -> ProfileFolder:
    """A profile full of invented cases; made whole or not at all. Raises IllegalMove when one is there."""
    ProfileFolder(path).require_absent()
    folder = ProfileFolder(path.with_name(path.name + ".making"))
    shutil.rmtree(folder.path, ignore_errors=True)
    site = demo_site(new_id(means.now, means.random))
    device = demo_device(new_id(means.now, means.random))
    setup = Setup(site, device, ADMIN, PASSWORD, demo=True)
    seed = Means(means.calendar, _seed, means.random, means.kdf)
    make_profile(folder, setup, seed, means.now)
    unlocked = Vault.load(folder.vault_file, means.random).unlock(ADMIN, PASSWORD, means.now)
    store = Store.open(folder.path, unlocked.key, calendar=means.calendar, random=means.random)
    try:
        offer = make_offer(CatalogueFile.open(folder.catalogue_file).current(), site.tier)
        clerk = clerk_for(folder.read(), unlocked.user)
        chance = Random(means.seed)  # noqa: S311 - an invented town, not a secret
        fonts = find_fonts(font_dirs())
        demo = Demo(store, clerk, offer, means.calendar, chance, lambda request: draw(request, fonts))
        fill_demo(demo, local_day(means.now), progress)
    finally:
        store.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    folder.path.replace(path)
    return ProfileFolder(path)


def _seed(target: Path) -> None:
    seed_catalogue(resource(CATALOGUE), target)
