"""Accounts of one store: who may sign in, what a password must be, when the door closes for a while.

GB/T 22239 level 2: unique accounts, complexity, lock after failures (domain.md §9.4).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.errors import IllegalMove, InputError, SignInFailed
from desk_app.domain.sites import RIGHTS, Right, Role

LONGEST_NAME = 30
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 128
FAILURES_ALLOWED = 5
LOCKOUT = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class User:
    """An account. It holds no secret: the secret is what opens its key slot."""

    id: UUID
    name: str
    role: Role
    counter: str = ""
    enabled: bool = True

    @property
    def may_manage(self) -> bool:
        """Whether this account can sign in and look after the others."""
        return self.enabled and Right.MANAGE_USERS in RIGHTS[self.role]


def account_name(typed: str) -> str:
    """A name as it is stored: one width, no stray spaces. Raises InputError when it cannot be a name."""
    name = " ".join(unicodedata.normalize("NFKC", typed).split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InputError("user_name_invalid", longest=LONGEST_NAME)
    return name


def same_name(one: str, other: str) -> bool:
    """Whether two typed names mean one account: width, case and spaces make no second person."""
    return _name_key(one) == _name_key(other)


def _name_key(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", typed).casefold().split())


def require_manager_left(users: Iterable[User], changed: User) -> None:
    """Refuse a change after which nobody could look after the accounts. Raises IllegalMove."""
    after = (changed if user.id == changed.id else user for user in users)
    if not any(user.may_manage for user in after):
        raise IllegalMove("last_manager")


class PasswordFlaw(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    ONE_KIND = "one_kind"
    """Only digits, or only letters."""
    CONTAINS_NAME = "contains_name"
    ALL_SAME = "all_same"


def password_flaws(password: str, user_name: str) -> tuple[PasswordFlaw, ...]:
    """Everything that is wrong with a new password, so that nobody has to guess twice."""
    checks = (
        (len(password) < SHORTEST_PASSWORD, PasswordFlaw.TOO_SHORT),
        (len(password) > LONGEST_PASSWORD, PasswordFlaw.TOO_LONG),
        (password.isdigit() or password.isalpha(), PasswordFlaw.ONE_KIND),
        (bool(user_name) and user_name.lower() in password.lower(), PasswordFlaw.CONTAINS_NAME),
        (len(set(password)) == 1, PasswordFlaw.ALL_SAME),
    )
    return tuple(flaw for broken, flaw in checks if broken)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Failures of one account in a row, and until when its door is closed."""

    failures: int = 0
    locked_until: datetime | None = None
    unseen: int = 0
    """All failures since the last sign-in, kept for the audit until the store can be written again."""

    def closed(self, now: datetime) -> bool:
        """Whether the door is closed.

        A door cannot be closed for longer than ``LOCKOUT``: if it seems so, the clock was set back, and a
        clerk must not wait years for it.
        """
        return self.locked_until is not None and now < self.locked_until <= now + LOCKOUT

    def require_open(self, now: datetime) -> None:
        """Raise SignInFailed while the door is closed; ``minutes`` says how long, rounded up."""
        if self.locked_until is not None and self.closed(now):
            raise SignInFailed("locked_out", minutes=-((now - self.locked_until) // timedelta(minutes=1)))

    def failed(self, now: datetime) -> Attempts:
        """One more failure; the fifth closes the door. A try at a closed door leaves it closed."""
        counted = replace(self, unseen=self.unseen + 1)
        if self.closed(now):
            return counted
        if self.failures + 1 >= FAILURES_ALLOWED:
            return replace(counted, failures=0, locked_until=now + LOCKOUT)
        return replace(counted, failures=self.failures + 1, locked_until=None)

    @property
    def left(self) -> int:
        """Tries left before the door closes."""
        return FAILURES_ALLOWED - self.failures


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody opened the store."""

    kind: ClassVar[str] = "audit.signed_in"
    version: ClassVar[int] = 1

    user: UUID
    at: datetime
    failures: int = 0
    """Wrong passwords given for this account since it was last opened."""


class AccountChange(StrEnum):
    """What was done to an account. The values are stored for ever."""

    ADDED = "added"
    CLOSED = "closed"
    REOPENED = "reopened"
    ROLE = "role"
    PASSWORD = "password"  # noqa: S105 - the name of a change, not a secret
    RECOVERED = "recovered"
    """A new password with the recovery sheet."""
    SHEET = "sheet"
    """A new recovery sheet was made; the old one opens nothing any more."""


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """An account was added, changed, closed or given a new password; never the password itself."""

    kind: ClassVar[str] = "audit.account_changed"
    version: ClassVar[int] = 1

    user: UUID
    change: AccountChange
    at: datetime
    role: Role | None = None
    """The role the account has now, where that is what changed."""


@dataclass(frozen=True, slots=True)
class RecordsExported:
    """Data left the store: what, how many rows, masked or not, and what for."""

    kind: ClassVar[str] = "audit.records_exported"
    version: ClassVar[int] = 1

    what: str
    rows: int
    masked: bool
    purpose: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NumberShown:
    """A full number was looked at before there was a case to put it on record with (F90)."""

    kind: ClassVar[str] = "audit.number_shown"
    version: ClassVar[int] = 1

    field: str
    at: datetime


AuditEvent = SignedIn | AccountChanged | RecordsExported | NumberShown
