"""Making, opening and checking a profile: the folder with everything one desk knows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from desk_app.db.profile_file import ProfileFolder, ProfileInfo
from desk_app.db.store import Store
from desk_app.db.vault import Kdf, Vault
from desk_app.domain.accounts import User
from desk_app.domain.calendar import Calendar
from desk_app.domain.numbers import uuid7
from desk_app.domain.sites import Clerk, Device, Role, Site

Random = Callable[[int], bytes]

UUID_RANDOM_BYTES = 10
STORE_FILE = "store.db"


@dataclass(frozen=True, slots=True)
class Setup:
    """What the first-run wizard asks, or ``init`` is told."""

    site: Site
    device: Device
    admin_name: str
    password: str
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A new profile and the words of its recovery sheet, shown once and kept nowhere."""

    info: ProfileInfo
    recovery_words: str


@dataclass(frozen=True, slots=True)
class Means:
    """What making a profile needs from outside."""

    calendar: Calendar
    seed_catalogue: Callable[[Path], None]
    random: Random
    kdf: Kdf | None = None


def new_id(now: datetime, random: Random) -> UUID:
    """A fresh id."""
    return uuid7(int(now.timestamp() * 1000), random(UUID_RANDOM_BYTES))


def make_profile(folder: ProfileFolder, setup: Setup, means: Means, now: datetime) -> Made:
    """Make a profile, whole or not at all: it is built beside its place and moved there last.

    Raises IllegalMove when there is one already, InputError for a poor password.
    """
    folder.require_absent()
    draft = ProfileFolder(folder.path.with_name(folder.path.name + ".new"))
    shutil.rmtree(draft.path, ignore_errors=True)
    draft.path.mkdir(parents=True)
    admin = User(new_id(now, means.random), setup.admin_name, Role.MANAGER, setup.device.counter)
    _vault, key, words = Vault.create(draft.vault_file, admin, setup.password, means.kdf, means.random)
    Store.create(
        draft.path, key, setup.site, setup.device, calendar=means.calendar, random=means.random
    ).close()
    means.seed_catalogue(draft.catalogue_file)
    info = ProfileInfo(setup.site, setup.device, setup.demo)
    draft.write(info)
    _move_into_place(draft.path, folder.path)
    return Made(info, words)


def _move_into_place(draft: Path, target: Path) -> None:
    """An empty folder in the way is no profile; anything else was refused before."""
    if target.is_dir() and not any(target.iterdir()):
        target.rmdir()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        for made in draft.iterdir():
            made.replace(target / made.name)
        draft.rmdir()
    else:
        draft.replace(target)


def clerk_for(info: ProfileInfo, user: User) -> Clerk:
    """A signed-in user at this desk."""
    return Clerk(user.id, user.name, user.role, info.site, info.device)
