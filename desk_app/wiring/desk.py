"""The one open desk: its profile, its catalogue, and its store while somebody is signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.config import DeskSettings, read_settings, write_settings
from desk_app.db.profile_file import ProfileFolder, ProfileInfo
from desk_app.domain.catalogue import OfferedItem, Tier
from desk_app.domain.errors import NotAllowed, StoreMissing
from desk_app.domain.worktime import local_day
from desk_app.paths import resource
from desk_app.wiring.covers import Covers
from desk_app.wiring.shelf import Shelf

if TYPE_CHECKING:
    from desk_app.db.store import Store
    from desk_app.db.vault import Kdf, Vault
    from desk_app.domain.calendar import Calendar
    from desk_app.domain.sites import Clerk
    from desk_app.services.accounts import Session
    from desk_app.services.catalogue import Offer

CALENDAR = "calendars/state-council.json"
SETTINGS_FILE = "desk.json"


class Desk:
    """State that outlives any screen. Reading it is quick; what is slow says so."""

    def __init__(
        self,
        folder: ProfileFolder,
        now: Callable[[], datetime],
        random: Callable[[int], bytes],
        kdf: Kdf | None = None,
    ) -> None:
        self.folder = folder
        self.now = now
        self.random = random
        self.kdf = kdf
        self.info: ProfileInfo | None = folder.read() if folder.exists() else None
        self.settings = read_settings(folder.path / SETTINGS_FILE)
        self.session: Session | None = None
        self.clerk: Clerk | None = None
        self.covers = Covers()
        self._calendar: Calendar | None = None
        self.shelf = _shelf_of(self.folder, self.info)

    @property
    def calendar(self) -> Calendar:
        """National working days; the open store's own, with the site's edits, once it is open."""
        if self._calendar is None:
            from desk_app.exchange.calendar_file import read_calendar

            self._calendar = read_calendar(resource(CALENDAR))
        return self._calendar

    @property
    def offer(self) -> Offer:
        """What this site offers now."""
        return self.shelf.offer

    def item(self, item_id: str) -> OfferedItem | None:
        """An item as the site offers it, or None when the catalogue has lost it."""
        return self.shelf.item(item_id)

    def vault(self) -> Vault:
        """The key slots of this profile; reads a small file."""
        from desk_app.db.vault import Vault

        return Vault.load(self.folder.vault_file, self.random)

    def new_id(self) -> UUID:
        """A fresh id."""
        from desk_app.domain.numbers import uuid7

        return uuid7(int(self.now().timestamp() * 1000), self.random(10))

    @property
    def open_store(self) -> Store:
        """The store, or NotAllowed while nobody is signed in."""
        if self.session is None:
            raise NotAllowed("not_signed_in")
        return self.session.store

    @property
    def present_session(self) -> Session:
        """The open store with who opened it, or NotAllowed while nobody has.

        It outlives a lock: an act that was asked for before is carried out under the name of who asked.
        Whether somebody is at the keyboard now says :attr:`clerk`.
        """
        if self.session is None:
            raise NotAllowed("not_signed_in")
        return self.session

    @property
    def known(self) -> ProfileInfo:
        """Site and device; StoreMissing before the first run is done."""
        if self.info is None:
            raise StoreMissing
        return self.info

    def open_with(self, key: bytes) -> Store:
        """Open this profile's store. Slow."""
        from desk_app.db.store import Store

        return Store.open(self.folder.path, key, calendar=self.calendar, random=self.random)

    @property
    def present_clerk(self) -> Clerk:
        """Who is, or was last, at the keyboard; NotAllowed before anybody was."""
        return self.present_session.clerk

    def enter(self, session: Session) -> None:
        """Somebody signed in: the store's calendar and the site's own changes hold from now on. Slow."""
        from desk_app.services.catalogue import cache_overrides

        with session.store.read() as reader:
            overrides = reader.site_items.all(session.clerk.site.id)
            self._calendar = reader.calendar
            self.covers.read(reader, local_day(self.now()))
            self.shelf.used = dict(reader.usage.counts())
        self.session, self.clerk = session, session.clerk
        cache_overrides(self.folder.overrides_file, overrides)
        self.shelf.lay(overrides)

    def sign_out(self) -> None:
        """Nobody is at the keyboard; the store stays open so that unsaved drafts can still be kept."""
        self.clerk = None

    def change_settings(self, **changes: object) -> DeskSettings:
        """Keep some settings of the desk."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # names are checked by replace
        if self.folder.path.is_dir():
            write_settings(self.folder.path / SETTINGS_FILE, self.settings)
        return self.settings

    def close(self) -> None:
        """The program ends."""
        if self.session is not None:
            self.session.store.close()
        self.session = self.clerk = None

    def reopen(self, folder: Path) -> None:
        """Another profile, or the one just made."""
        self.close()
        self.folder = ProfileFolder(folder)
        self.info = self.folder.read() if self.folder.exists() else None
        self.settings = read_settings(folder / SETTINGS_FILE)
        self._calendar = None
        self.shelf = _shelf_of(self.folder, self.info)


def _shelf_of(folder: ProfileFolder, info: ProfileInfo | None) -> Shelf:
    """The catalogue of a profile; that of a town centre before there is one."""
    return Shelf(folder, info.site.tier if info else Tier.TOWN, has_site=info is not None)
