"""One slot of the vault: how a secret wraps the database key, and how a slot's plain part is sealed.

Argon2id (RFC 9106) turns the secret into a key that wraps the database key with ChaCha20-Poly1305 (RFC 8439).
The plain part (name, role, whether open) is sealed with a key derived from the database key and bound to the
wrapping, so that neither an editor nor a neighbour's slot makes anybody a manager.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from desk_app.domain.accounts import FAILURES_ALLOWED, Attempts, User
from desk_app.domain.bodies import from_plain, to_plain
from desk_app.domain.errors import SignInFailed, StoreDamaged, StoreTooNew

Random = Callable[[int], bytes]

FORMAT = 1
KEY_BYTES = 32
RECOVERY_BYTES = 20
LARGEST_FILE = 1 << 20
"""Bytes; a vault of a thousand accounts stays below."""
_SALT_BYTES = 16
_NONCE_BYTES = 12
_WRAPPED_BYTES = KEY_BYTES + 16
_RECOVERY_GROUP = 4
_DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—―−_.", ""))
_LOOK_ALIKES = str.maketrans({"0": "O", "1": "I", "8": "B"})  # digits that the alphabet of the sheet lacks


@dataclass(frozen=True, slots=True)
class Kdf:
    """Argon2id cost. The default is RFC 9106's second recommendation, about 0.1 s on an office computer."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 1

    @property
    def sane(self) -> bool:
        """Whether a desk could pay this: a hostile file must not hang it or eat its memory."""
        return (
            1 <= self.passes <= 16 and 1 <= self.lanes <= 8 and 8 * self.lanes <= self.memory_kib <= 1 << 20
        )

    def derive(self, secret: str, salt: bytes) -> bytes:
        """The key-encryption key of a secret; the same on every keyboard (NFC, as RFC 8265 asks)."""
        from argon2.low_level import Type, hash_secret_raw

        return hash_secret_raw(
            unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass"),
            salt,
            time_cost=self.passes,
            memory_cost=self.memory_kib,
            parallelism=self.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the database key. Binary values are Base64."""

    salt: str
    nonce: str
    wrapped: str
    seal: str = ""
    user: User | None = None
    """None for the recovery sheet."""
    attempts: Attempts = field(default_factory=Attempts)

    @property
    def sane(self) -> bool:
        """Whether every part has the size and range that this program writes."""
        sizes = ((self.salt, _SALT_BYTES), (self.nonce, _NONCE_BYTES), (self.wrapped, _WRAPPED_BYTES))
        until = self.attempts.locked_until
        return (
            all(len(base64.b64decode(text, validate=True)) == size for text, size in sizes)
            and self.seal.isascii()
            and 0 <= self.attempts.failures < FAILURES_ALLOWED
            and (until is None or until.tzinfo is not None)
        )


@dataclass(frozen=True, slots=True)
class Contents:
    """The vault file."""

    format: int
    kdf: Kdf
    slots: tuple[Slot, ...]

    @property
    def sheet(self) -> Slot:
        """The recovery sheet's slot."""
        return next(slot for slot in self.slots if slot.user is None)

    @property
    def users(self) -> tuple[User, ...]:
        """All accounts, in the order they were added."""
        return tuple(slot.user for slot in self.slots if slot.user is not None)

    @property
    def sane(self) -> bool:
        """Whether this is what the program writes: one sheet, every account once, costs that can be paid."""
        ids = {user.id for user in self.users}
        return (
            self.format == FORMAT
            and len(ids) == len(self.users) == len(self.slots) - 1 > 0
            and self.kdf.sane
            and all(slot.sane for slot in self.slots)
        )


def read_contents(data: bytes) -> Contents:
    """The vault in these bytes. Raises StoreDamaged, StoreTooNew."""
    if len(data) > LARGEST_FILE:
        raise StoreDamaged("vault_damaged")
    try:
        plain = json.loads(data)
        if isinstance(plain, dict) and _newer(plain.get("format")):
            raise StoreTooNew("vault_too_new")
        contents = from_plain(Contents, plain)
        sane = contents.sane
    except (ValueError, RecursionError) as fault:
        raise StoreDamaged("vault_damaged") from fault
    if not sane:
        raise StoreDamaged("vault_damaged")
    return contents


def write_contents(contents: Contents) -> bytes:
    """The vault as bytes."""
    return json.dumps(to_plain(contents), indent=1).encode()


def make_slot(kdf: Kdf, key: bytes, secret: str, user: User | None, random: Random) -> Slot:
    """A slot that opens this key with this secret."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = random(_SALT_BYTES), random(_NONCE_BYTES)
    wrapped = ChaCha20Poly1305(kdf.derive(secret, salt)).encrypt(nonce, key, None)
    return sealed(key, Slot(_text(salt), _text(nonce), _text(wrapped), user=user))


def open_slot(kdf: Kdf, slot: Slot, secret: str) -> bytes | None:
    """The key, or None when the secret is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    kek = kdf.derive(secret, base64.b64decode(slot.salt))
    try:
        return ChaCha20Poly1305(kek).decrypt(
            base64.b64decode(slot.nonce), base64.b64decode(slot.wrapped), None
        )
    except InvalidTag:
        return None


def sealed(key: bytes, slot: Slot) -> Slot:
    """The slot with a seal that fits."""
    return replace(slot, seal=_seal(key, slot))


def seal_fits(key: bytes, slot: Slot) -> bool:
    """Whether the plain part is as somebody who holds this key wrote it."""
    return hmac.compare_digest(slot.seal, _seal(key, slot))


def swapped(slots: Iterable[Slot], new: Slot) -> tuple[Slot, ...]:
    """The slots with this one in the place of the same account's, or of the sheet's."""
    return tuple(new if _owner(slot) == _owner(new) else slot for slot in slots)


def _owner(slot: Slot) -> object:
    return slot.user and slot.user.id


def _seal(key: bytes, slot: Slot) -> str:
    sealing_key = hashlib.blake2b(b"key slots", key=key, digest_size=KEY_BYTES).digest()
    stated = [to_plain(slot.user), slot.salt, slot.nonce, slot.wrapped]
    text = json.dumps(stated, sort_keys=True, separators=(",", ":"))
    return hmac.new(sealing_key, text.encode(), hashlib.sha256).hexdigest()


def spell(recovery: bytes) -> str:
    """The recovery secret as it is printed: groups of four letters and digits (RFC 4648 Base32)."""
    letters = base64.b32encode(recovery).decode()
    return "-".join(letters[i : i + _RECOVERY_GROUP] for i in range(0, len(letters), _RECOVERY_GROUP))


def unspell(words: str) -> bytes:
    """The secret typed from the sheet, however it was spaced. Raises SignInFailed when it cannot be one."""
    letters = "".join(unicodedata.normalize("NFKC", words).upper().translate(_DASHES).split())
    try:
        recovery = base64.b32decode(letters.translate(_LOOK_ALIKES))
    except ValueError as fault:
        raise SignInFailed("wrong_recovery_code") from fault
    if len(recovery) != RECOVERY_BYTES:
        raise SignInFailed("wrong_recovery_code")
    return recovery


def _newer(stated: Any) -> bool:
    return isinstance(stated, int) and stated > FORMAT


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
