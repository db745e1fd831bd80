"""The vault: how many passwords open one random database key, and nobody shares a password.

The database key is 32 random bytes and never leaves memory. Each account has a slot of its own, and so has
the recovery sheet (key_slots.py). Every change reads the file anew under a lock, so that two windows never
undo each other. What a vault cannot prevent: an old copy of the file still takes the passwords of its day.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from desk_app.db.durable import one_writer, write_durably
from desk_app.db.key_slots import (
    FORMAT,
    KEY_BYTES,
    LARGEST_FILE,
    RECOVERY_BYTES,
    Contents,
    Kdf,
    Random,
    Slot,
    make_slot,
    open_slot,
    read_contents,
    seal_fits,
    sealed,
    spell,
    swapped,
    unspell,
    write_contents,
)
from desk_app.domain.accounts import Attempts, User, account_name, password_flaws, same_name
from desk_app.domain.errors import (
    IllegalMove,
    InputError,
    NotFound,
    SignInFailed,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
)

__all__ = ["KEY_BYTES", "Kdf", "Unlocked", "Vault", "read_vault", "write_durably"]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A user who proved themselves, and the key."""

    user: User
    key: bytes = field(repr=False)
    failures: int = 0
    """Wrong passwords given for this account since its last sign-in."""


class Vault:
    """The file of key slots beside a store."""

    def __init__(self, path: Path, contents: Contents, random: Random) -> None:
        self._path = path
        self._contents = contents
        self._random = random

    @classmethod
    def create(
        cls, path: Path, admin: User, password: str, kdf: Kdf | None = None, random: Random = os.urandom
    ) -> tuple[Vault, bytes, str]:
        """A new vault: itself, the new database key, and the words for the recovery sheet.

        Never replaces a vault: with it would go the only way to its store. Raises IllegalMove, InputError.
        """
        admin = replace(admin, name=account_name(admin.name))
        _require_good(password, admin.name)
        cost, key, recovery = kdf or Kdf(), random(KEY_BYTES), random(RECOVERY_BYTES)
        slots = (
            make_slot(cost, key, password, admin, random),
            make_slot(cost, key, recovery.hex(), None, random),
        )
        vault = cls(path, Contents(FORMAT, cost, slots), random)
        with one_writer(path):
            if path.exists():
                raise IllegalMove("profile_exists")
            write_durably(path, write_contents(vault._contents))
        return vault, key, spell(recovery)

    @classmethod
    def load(cls, path: Path, random: Random = os.urandom) -> Vault:
        """The vault at this place. Raises StoreMissing, StoreDamaged, StoreTooNew or StoreLocked."""
        return cls(path, read_vault(path), random)

    def users(self) -> tuple[User, ...]:
        """All accounts, in the order they were added, as this window last saw them."""
        return self._contents.users

    def unlock(self, name: str, password: str, now: datetime) -> Unlocked:
        """Open the store's key with a user's password; a failure is on the disk before the answer is given.

        Raises SignInFailed: ``no_such_user``, ``account_closed``, ``locked_out`` (minutes) or
        ``wrong_password`` (left). Raises StoreDamaged when somebody changed the account with an editor.
        """
        self._contents = read_vault(self._path)
        slot, user = self._find(name)
        if not user.enabled:
            raise SignInFailed("account_closed")
        slot.attempts.require_open(now)
        key = open_slot(self._contents.kdf, slot, password)
        if key is None:
            raise self._count_failure(user, now)
        if not seal_fits(key, slot):
            raise StoreDamaged("vault_tampered")
        if slot.attempts != Attempts():
            self._change(user.id, lambda current: replace(current, attempts=Attempts()))
        return Unlocked(user, key, slot.attempts.unseen)

    def unlock_with_sheet(self, words: str) -> bytes:
        """Open the key with what is printed on the recovery sheet. Raises SignInFailed, StoreDamaged."""
        self._contents = read_vault(self._path)
        key = open_slot(self._contents.kdf, self._contents.sheet, unspell(words).hex())
        if key is None:
            raise SignInFailed("wrong_recovery_code")
        if not seal_fits(key, self._contents.sheet):
            raise StoreDamaged("vault_tampered")
        return key

    def renew_sheet(self, key: bytes) -> str:
        """Words for a new recovery sheet; the old sheet opens nothing any more."""
        recovery = self._random(RECOVERY_BYTES)
        sheet = make_slot(self._contents.kdf, key, recovery.hex(), None, self._random)
        self._edit(key, lambda slots: swapped(slots, sheet))
        return spell(recovery)

    def add_user(self, key: bytes, user: User, password: str) -> User:
        """A new account, as it is stored; whoever does it must hold the key. Raises InputError."""
        user = replace(user, name=account_name(user.name))
        _require_good(password, user.name)
        slot = make_slot(self._contents.kdf, key, password, user, self._random)

        def added(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
            _require_free(slots, user)
            return (*slots, slot)

        self._edit(key, added)
        return user

    def change_user(self, key: bytes, user: User) -> None:
        """Another role, counter or name; or closed: then its password opens nothing, not even this file.

        An account that is opened again needs a new password. Raises NotFound, InputError.
        """
        user = replace(user, name=account_name(user.name))

        def changed(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
            _require_free(slots, user)
            old = _slot_of(slots, user.id)
            return swapped(
                slots, sealed(key, replace(old, user=user)) if user.enabled else self._shut(key, user)
            )

        self._edit(key, changed)

    def set_password(self, key: bytes, user_id: UUID, password: str) -> None:
        """A new password for an account; its failures are forgotten. Raises NotFound, InputError."""
        user = next((user for user in self.users() if user.id == user_id), None)
        if user is None:
            raise NotFound("no_such_user")
        _require_good(password, user.name)
        fresh = make_slot(self._contents.kdf, key, password, user, self._random)

        def reset(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
            old = _slot_of(slots, user_id)
            if not seal_fits(key, old):  # or a role set with an editor would be sealed now
                raise StoreDamaged("vault_tampered")
            return swapped(slots, sealed(key, replace(fresh, user=old.user)))

        self._edit(key, reset)

    def _shut(self, key: bytes, user: User) -> Slot:
        """A slot whose secret nobody knows."""
        return make_slot(self._contents.kdf, key, self._random(KEY_BYTES).hex(), user, self._random)

    def _find(self, name: str) -> tuple[Slot, User]:
        for slot in self._contents.slots:
            if slot.user is not None and same_name(slot.user.name, name):
                return slot, slot.user
        raise SignInFailed("no_such_user")

    def _count_failure(self, user: User, now: datetime) -> SignInFailed:
        self._change(user.id, lambda current: replace(current, attempts=current.attempts.failed(now)))
        attempts = _slot_of(self._contents.slots, user.id).attempts
        try:
            attempts.require_open(now)
        except SignInFailed as closed:
            return closed
        return SignInFailed("wrong_password", left=attempts.left)

    def _change(self, user_id: UUID, edit: Callable[[Slot], Slot]) -> None:
        """Change the unsealed part of a slot: nobody needs the key for that."""
        self._write(lambda slots: swapped(slots, edit(_slot_of(slots, user_id))))

    def _edit(self, key: bytes, edit: Callable[[tuple[Slot, ...]], tuple[Slot, ...]]) -> None:
        """Change the slots with the key in hand; a wrong key would lock everybody out."""

        def checked(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
            if not any(seal_fits(key, slot) for slot in slots):
                raise ValueError("not the key of this vault")
            return edit(slots)

        self._write(checked)

    def _write(self, edit: Callable[[tuple[Slot, ...]], tuple[Slot, ...]]) -> None:
        with one_writer(self._path):
            current = read_vault(self._path)
            changed = replace(current, slots=edit(current.slots))
            write_durably(self._path, write_contents(changed))
        self._contents = changed


def read_vault(path: Path) -> Contents:
    """The slots in this file. Raises StoreMissing, StoreDamaged, StoreTooNew or StoreLocked."""
    try:
        with path.open("rb") as handle:
            data = handle.read(LARGEST_FILE + 1)
    except FileNotFoundError as fault:
        raise StoreMissing from fault
    except PermissionError as fault:
        raise StoreLocked("file_not_readable") from fault
    except OSError as fault:
        raise StoreDamaged("vault_damaged") from fault
    return read_contents(data)


def _slot_of(slots: tuple[Slot, ...], user_id: UUID) -> Slot:
    for slot in slots:
        if slot.user is not None and slot.user.id == user_id:
            return slot
    raise NotFound("no_such_user")


def _require_free(slots: tuple[Slot, ...], user: User) -> None:
    others = (slot.user for slot in slots if slot.user is not None and slot.user.id != user.id)
    if any(same_name(other.name, user.name) for other in others):
        raise InputError("name_taken")


def _require_good(password: str, name: str) -> None:
    flaws = password_flaws(password, name)
    if flaws:
        raise InputError(f"password_{flaws[0].value}")
