"""Key slots: how many passwords open one random database key, and nobody shares a password.

The database key is 32 random bytes and never leaves memory. Each account has a slot: Argon2id (RFC 9106) of
its password wraps the key with ChaCha20-Poly1305 (RFC 8439). The recovery sheet is a slot of its own. What a slot
says in plain (name, role, counter) is sealed with a key derived from the database key, so that nobody with an
editor becomes a manager.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from desk_app.domain.accounts import Attempts, User, password_flaws
from desk_app.domain.bodies import encode, from_plain, to_plain
from desk_app.domain.errors import InputError, NotFound, SignInFailed, StoreDamaged, StoreMissing

Random = Callable[[int], bytes]

KEY_BYTES = 32
FORMAT = 1
_SALT_BYTES = 16
_NONCE_BYTES = 12
_RECOVERY_BYTES = 20
_RECOVERY_GROUP = 4


@dataclass(frozen=True, slots=True)
class Kdf:
    """Argon2id cost. The default is RFC 9106's second recommendation, about 0.1 s on an office computer."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 1

    def derive(self, secret: str, salt: bytes) -> bytes:
        """The key-encryption key of a secret."""
        from argon2.low_level import Type, hash_secret_raw

        return hash_secret_raw(
            secret.encode(),
            salt,
            time_cost=self.passes,
            memory_cost=self.memory_kib,
            parallelism=self.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the database key."""

    salt: str
    nonce: str
    wrapped: str
    seal: str = ""
    user: User | None = None
    """None for the recovery sheet."""
    attempts: Attempts = field(default_factory=Attempts)


@dataclass(frozen=True, slots=True)
class Contents:
    """The vault file."""

    format: int
    kdf: Kdf
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A user who proved themselves, and the key."""

    user: User
    key: bytes


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
        """A new vault: itself, the new database key, and the words for the recovery sheet."""
        _require_good(password, admin.name)
        key, recovery = random(KEY_BYTES), random(_RECOVERY_BYTES)
        vault = cls(path, Contents(FORMAT, kdf or Kdf(), ()), random)
        sheet = vault._slot(key, recovery.hex(), None)
        vault._save((vault._slot(key, password, admin), sheet))
        return vault, key, _spell(recovery)

    @classmethod
    def load(cls, path: Path, random: Random = os.urandom) -> Vault:
        """The vault at this place. Raises StoreMissing or StoreDamaged."""
        try:
            plain = json.loads(path.read_text("utf-8"))
        except FileNotFoundError as fault:
            raise StoreMissing from fault
        except (OSError, ValueError) as fault:
            raise StoreDamaged("vault_damaged") from fault
        try:
            return cls(path, from_plain(Contents, plain), random)
        except ValueError as fault:
            raise StoreDamaged("vault_damaged") from fault

    def users(self) -> tuple[User, ...]:
        """All accounts, in the order they were added."""
        return tuple(slot.user for slot in self._contents.slots if slot.user is not None)

    def unlock(self, name: str, password: str, now: datetime) -> Unlocked:
        """Open the store's key with a user's password; failures are counted before the answer is given."""
        slot, user = self._find(name)
        if not user.enabled:
            raise SignInFailed("account_closed")
        slot.attempts.require_open(now)
        key = self._open(slot, password)
        if key is None:
            raise self._note_failure(slot, now)
        if not hmac.compare_digest(slot.seal, _seal(key, user)):
            raise StoreDamaged("vault_tampered")
        if slot.attempts != Attempts():
            self._replace(slot, replace(slot, attempts=Attempts()))
        return Unlocked(user, key)

    def unlock_with_sheet(self, words: str) -> bytes:
        """Open the key with what is printed on the recovery sheet."""
        sheet = next(slot for slot in self._contents.slots if slot.user is None)
        key = self._open(sheet, _unspell(words).hex())
        if key is None:
            raise SignInFailed("wrong_recovery_code")
        return key

    def add_user(self, key: bytes, user: User, password: str) -> None:
        """A new account; whoever does it must hold the key."""
        if any(other.name == user.name for other in self.users()):
            raise InputError("name_taken")
        _require_good(password, user.name)
        self._save((*self._contents.slots, self._slot(key, password, user)))

    def change_user(self, key: bytes, user: User) -> None:
        """Another role, counter or name, or a closed account."""
        slot = self._by_id(user.id)
        self._replace(slot, replace(slot, user=user, seal=_seal(key, user)))

    def set_password(self, key: bytes, user_id: UUID, password: str) -> None:
        """A new password for an account; its failures are forgotten."""
        slot = self._by_id(user_id)
        if slot.user is None:
            raise NotFound("no_such_user")
        _require_good(password, slot.user.name)
        self._replace(slot, self._slot(key, password, slot.user))

    def _find(self, name: str) -> tuple[Slot, User]:
        for slot in self._contents.slots:
            if slot.user is not None and slot.user.name == name:
                return slot, slot.user
        raise SignInFailed("no_such_user")

    def _by_id(self, user_id: UUID) -> Slot:
        for slot in self._contents.slots:
            if slot.user is not None and slot.user.id == user_id:
                return slot
        raise NotFound("no_such_user")

    def _slot(self, key: bytes, secret: str, user: User | None) -> Slot:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        salt, nonce = self._random(_SALT_BYTES), self._random(_NONCE_BYTES)
        wrapped = ChaCha20Poly1305(self._contents.kdf.derive(secret, salt)).encrypt(nonce, key, None)
        seal = _seal(key, user) if user else ""
        return Slot(_text(salt), _text(nonce), _text(wrapped), seal, user)

    def _open(self, slot: Slot, secret: str) -> bytes | None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        kek = self._contents.kdf.derive(secret, _bytes(slot.salt))
        try:
            return ChaCha20Poly1305(kek).decrypt(_bytes(slot.nonce), _bytes(slot.wrapped), None)
        except InvalidTag:
            return None

    def _note_failure(self, slot: Slot, now: datetime) -> SignInFailed:
        attempts = slot.attempts.failed(now)
        self._replace(slot, replace(slot, attempts=attempts))
        if attempts.locked_until is not None:
            closed_for = attempts.locked_until - now
            return SignInFailed("locked_out", minutes=int(closed_for.total_seconds() // 60))
        return SignInFailed("wrong_password", left=attempts.left)

    def _replace(self, old: Slot, new: Slot) -> None:
        self._save(tuple(new if slot is old else slot for slot in self._contents.slots))

    def _save(self, slots: tuple[Slot, ...]) -> None:
        self._contents = replace(self._contents, slots=slots)
        write_durably(self._path, json.dumps(to_plain(self._contents), ensure_ascii=False, indent=1).encode())


def write_durably(path: Path, data: bytes) -> None:
    """Replace a small file so that a power cut leaves the old or the new one, never half of either."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)


def _require_good(password: str, name: str) -> None:
    flaws = password_flaws(password, name)
    if flaws:
        raise InputError(f"password_{flaws[0].value}")


def _seal(key: bytes, user: User) -> str:
    sealing_key = hashlib.blake2b(b"key slots", key=key, digest_size=KEY_BYTES).digest()
    return hmac.new(sealing_key, encode(user).encode(), hashlib.sha256).hexdigest()


def _spell(recovery: bytes) -> str:
    letters = base64.b32encode(recovery).decode()
    return "-".join(letters[i : i + _RECOVERY_GROUP] for i in range(0, len(letters), _RECOVERY_GROUP))


def _unspell(words: str) -> bytes:
    letters = "".join(words.upper().split()).replace("-", "").replace("0", "O").replace("1", "I")
    try:
        recovery = base64.b32decode(letters)
    except ValueError as fault:
        raise SignInFailed("wrong_recovery_code") from fault
    if len(recovery) != _RECOVERY_BYTES:
        raise SignInFailed("wrong_recovery_code")
    return recovery


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: Any) -> bytes:
    return base64.b64decode(text)
