"""Signing in, and looking after the accounts of a store; every act leaves an audit entry.

Key slots lie in the vault's file, audit entries in the store: two files that no transaction spans. So the
entry is written first and committed last, round the change of the vault: a change that fails leaves no entry,
and only a power cut or a full disk between two neighbouring steps could leave a change without one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from desk_app.db.profile_file import ProfileInfo
from desk_app.db.store import Store
from desk_app.db.vault import Unlocked, Vault
from desk_app.domain.accounts import (
    AccountChange,
    AccountChanged,
    SignedIn,
    User,
    require_manager_left,
    same_name,
)
from desk_app.domain.errors import IllegalMove, NotAllowed, NotFound
from desk_app.domain.sites import Clerk, Right, Role
from desk_app.services.profile import clerk_for

OpenStore = Callable[[bytes], Store]
"""Opens the profile's store with its key; raises StoreTrouble."""


@dataclass(frozen=True, slots=True)
class Session:
    """An open store and who is at the keyboard."""

    info: ProfileInfo
    store: Store
    clerk: Clerk
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewUser:
    """An account to be added."""

    name: str
    role: Role
    counter: str = ""


def sign_in(
    vault: Vault, info: ProfileInfo, open_store: OpenStore, name: str, password: str, now: datetime
) -> Session:
    """Open the store for a user. Slow: the password's cost.

    Raises SignInFailed, StoreDamaged (``vault_tampered``), and what opening and writing the store raise; the
    store is then closed again.
    """
    unlocked = vault.unlock(name, password, now)
    store = open_store(unlocked.key)
    try:
        return _entered(info, store, unlocked, now)
    except BaseException:
        store.close()
        raise


def switch_user(vault: Vault, session: Session, name: str, password: str, now: datetime) -> Session:
    """Another user, or the same after a lock, at the open store. Slow. Raises SignInFailed."""
    return _entered(session.info, session.store, vault.unlock(name, password, now), now)


def use_recovery_sheet(
    vault: Vault,
    info: ProfileInfo,
    open_store: OpenStore,
    words: str,
    name: str,
    password: str,
    now: datetime,
) -> Session:
    """A new password for somebody who looks after the accounts, who is then signed in.

    The sheet stays good: :func:`renew_sheet` makes a new one. Raises SignInFailed for a wrong sheet or name,
    NotAllowed for an account that cannot manage others, InputError for a poor password.
    """
    key = vault.unlock_with_sheet(words)
    user = next((user for user in vault.users() if same_name(user.name, name)), None)
    if user is None:
        raise NotFound("no_such_user")
    if not user.may_manage:
        raise NotAllowed("right_missing", right=Right.MANAGE_USERS.value)
    store = open_store(key)
    try:
        with store.write(clerk_for(info, user), now) as tx:
            tx.record(AccountChanged(user.id, AccountChange.RECOVERED, now), user.id)
            vault.set_password(key, user.id, password)
        return _entered(info, store, Unlocked(user, key), now)
    except BaseException:
        store.close()
        raise


def renew_sheet(vault: Vault, session: Session, now: datetime) -> str:
    """The words of a new recovery sheet, shown once; the old sheet opens nothing any more. Slow."""
    _require_manager(session)
    with session.store.write(session.clerk, now) as tx:
        me = session.clerk.user_id
        tx.record(AccountChanged(me, AccountChange.SHEET, now), me)
        return vault.renew_sheet(session.key)


def add_user(vault: Vault, session: Session, new: NewUser, password: str, now: datetime) -> User:
    """A new account, as it is stored. Slow. Raises NotAllowed, InputError (name or password)."""
    _require_manager(session)
    with session.store.write(session.clerk, now) as tx:
        user = User(tx.new_id(now), new.name, new.role, new.counter)
        tx.record(AccountChanged(user.id, AccountChange.ADDED, now, new.role), user.id)
        return vault.add_user(session.key, user, password)


def change_role(vault: Vault, session: Session, user_id: UUID, role: Role, now: datetime) -> User:
    """Another role for an account. Raises NotAllowed, NotFound, IllegalMove (own account, last manager)."""
    user = replace(_other(vault, session, user_id), role=role)
    return _change(vault, session, user, AccountChange.ROLE, now)


def close_account(vault: Vault, session: Session, user_id: UUID, now: datetime) -> User:
    """Close an account: its password opens nothing any more, its name stays in the records.

    Slow. Raises NotAllowed, NotFound, IllegalMove (own account, last manager).
    """
    user = replace(_other(vault, session, user_id), enabled=False)
    return _change(vault, session, user, AccountChange.CLOSED, now)


def reopen_account(vault: Vault, session: Session, user_id: UUID, password: str, now: datetime) -> User:
    """Open a closed account again, with a new password. Slow. Raises NotAllowed, NotFound, InputError."""
    user = replace(_other(vault, session, user_id), enabled=True)
    with session.store.write(session.clerk, now) as tx:
        tx.record(AccountChanged(user.id, AccountChange.REOPENED, now), user.id)
        vault.set_password(session.key, user.id, password)
        vault.change_user(session.key, user)
    return user


def reset_password(vault: Vault, session: Session, user_id: UUID, password: str, now: datetime) -> None:
    """A new password for somebody else; a locked door opens. Slow.

    Raises NotAllowed, NotFound, InputError, IllegalMove (own account).
    """
    _set_password(vault, session, _other(vault, session, user_id), password, now)


def change_own_password(vault: Vault, session: Session, old: str, new: str, now: datetime) -> None:
    """A new password for who is at the keyboard, who must know the old one. Slow.

    Raises SignInFailed (counted like any wrong password) and InputError.
    """
    user = vault.unlock(session.clerk.name, old, now).user
    _set_password(vault, session, user, new, now)


def _set_password(vault: Vault, session: Session, user: User, password: str, now: datetime) -> None:
    with session.store.write(session.clerk, now) as tx:
        tx.record(AccountChanged(user.id, AccountChange.PASSWORD, now), user.id)
        vault.set_password(session.key, user.id, password)


def _change(vault: Vault, session: Session, user: User, change: AccountChange, now: datetime) -> User:
    require_manager_left(vault.users(), user)
    role = user.role if change is AccountChange.ROLE else None
    with session.store.write(session.clerk, now) as tx:
        tx.record(AccountChanged(user.id, change, now, role), user.id)
        vault.change_user(session.key, user)
    return user


def _entered(info: ProfileInfo, store: Store, unlocked: Unlocked, now: datetime) -> Session:
    clerk = clerk_for(info, unlocked.user)
    with store.write(clerk, now) as tx:
        tx.record(SignedIn(clerk.user_id, now, unlocked.failures), clerk.user_id)
    return Session(info, store, clerk, unlocked.key)


def _other(vault: Vault, session: Session, user_id: UUID) -> User:
    """An account that a manager may change: anybody's but their own."""
    _require_manager(session)
    if user_id == session.clerk.user_id:
        raise IllegalMove("own_account")
    for user in vault.users():
        if user.id == user_id:
            return user
    raise NotFound("no_such_user")


def _require_manager(session: Session) -> None:
    if not session.clerk.may(Right.MANAGE_USERS):
        raise NotAllowed("right_missing", right=Right.MANAGE_USERS.value)
