"""Accounts of one store: who may sign in, what a password must be, when the door closes for a while.

GB/T 22239 level 2: unique accounts, complexity, lock after failures (domain.md §9.4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.errors import SignInFailed
from desk_app.domain.sites import Role

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

    def require_open(self, now: datetime) -> None:
        """Raise while the door is closed; say how long."""
        if self.locked_until is not None and now < self.locked_until:
            left = self.locked_until - now
            raise SignInFailed("locked_out", minutes=1 + int(left.total_seconds() // 60))

    def failed(self, now: datetime) -> Attempts:
        """One more failure; the fifth closes the door."""
        failures = self.failures + 1
        if failures >= FAILURES_ALLOWED:
            return Attempts(0, now + LOCKOUT)
        return replace(self, failures=failures, locked_until=None)

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


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """An account was added, changed, closed or given a new password; never the password itself."""

    kind: ClassVar[str] = "audit.account_changed"
    version: ClassVar[int] = 1

    user: UUID
    change: str
    at: datetime


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


AuditEvent = SignedIn | AccountChanged | RecordsExported
