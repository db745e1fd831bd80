"""A profile opened from the command line: the same services as the window, without one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.commands.resources import national_calendar
from desk_app.commands.verb import Arguments, Surroundings, text
from desk_app.db.catalogue_file import CatalogueFile
from desk_app.db.profile_file import ProfileFolder, ProfileInfo
from desk_app.db.store import Store
from desk_app.db.vault import Vault
from desk_app.domain.calendar import Calendar
from desk_app.domain.errors import InputError, StoreMissing
from desk_app.domain.sites import Clerk
from desk_app.services.accounts import sign_in
from desk_app.services.catalogue import Offer, make_offer


@dataclass(frozen=True, slots=True)
class Session:
    """An open store, who opened it, and what the site offers."""

    folder: ProfileFolder
    info: ProfileInfo
    store: Store
    clerk: Clerk
    calendar: Calendar
    offer: Offer
    key: bytes


def password_of(arguments: Arguments, around: Surroundings) -> str:
    """The password from a file, or asked for; never an argument."""
    name = arguments.get("password-file")
    if name is None:
        return around.ask_password()
    try:
        return Path(name).read_text("utf-8").rstrip("\r\n")
    except (OSError, ValueError) as fault:
        raise InputError("password_file_unreadable") from fault


def folder_of(arguments: Arguments, around: Surroundings) -> ProfileFolder:
    """The profile a verb is about: named in the arguments, or the default one."""
    return ProfileFolder(Path(text(arguments, "profile", str(around.profile))))


@contextmanager
def open_session(arguments: Arguments, around: Surroundings) -> Iterator[Session]:
    """Sign in and open the store, once for all lines of a batch; closed when the verb is done."""
    folder = folder_of(arguments, around)
    who = (str(folder.path), arguments.get("user"), arguments.get("password-file"))
    session: Session | None = around.opened.get(who)
    if session is None:
        for other in list(around.opened):
            around.opened.pop(other).store.close()
        session = around.opened[who] = _open(folder, arguments, around)
        around.closing.callback(session.store.close)
    yield session


def _open(folder: ProfileFolder, arguments: Arguments, around: Surroundings) -> Session:
    if not folder.exists():
        raise StoreMissing
    info = folder.read()
    vault = Vault.load(folder.vault_file, around.random)
    name = text(arguments, "user", vault.users()[0].name)
    opened = sign_in(
        vault,
        info,
        lambda key: Store.open(folder.path, key, calendar=national_calendar(), random=around.random),
        name,
        password_of(arguments, around),
        around.now(),
    )
    store = opened.store
    with store.read() as reader:
        overrides, calendar = reader.site_items.all(info.site.id), reader.calendar
    offer = make_offer(CatalogueFile.open(folder.catalogue_file).current(), info.site.tier, overrides)
    return Session(folder, info, store, opened.clerk, calendar, offer, opened.key)
