"""An account of a profile, by the name or the id a script gives."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.db.profile_file import ProfileFolder
from desk_app.db.vault import Vault
from desk_app.domain.accounts import User, same_name
from desk_app.domain.errors import NotFound


def account_named(name: str, folder: ProfileFolder, random: Callable[[int], bytes]) -> User:
    """The account. Raises NotFound ``unknown_user``."""
    for user in Vault.load(folder.vault_file, random).users():
        if same_name(user.name, name) or str(user.id) == name:
            return user
    raise NotFound("unknown_user")
