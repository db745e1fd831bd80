"""Accounts: who may do what to whom, what is on record afterwards, and nothing after an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.db.profile_file import ProfileInfo
from desk_app.db.store import Store
from desk_app.db.vault import Kdf, Vault
from desk_app.domain.accounts import AccountChange, AccountChanged, SignedIn, User
from desk_app.domain.errors import (
    DeskError,
    IllegalMove,
    InputError,
    NotAllowed,
    NotFound,
    SignInFailed,
    StoreDamaged,
    StoreLocked,
)
from desk_app.domain.journal import Stream
from desk_app.domain.sites import Device, Role
from desk_app.domain.streams import decode_event
from desk_app.services import accounts
from desk_app.services.accounts import NewUser, Session
from tests.services.desk_samples import CALENDAR, DEVICE, NOW, SITE

ADMIN = User(UUID(int=1), "站长", Role.MANAGER)
PASSWORD, OTHER, FRESH = "correct-horse-1", "battery-staple-2", "brand-new-3"
INFO = ProfileInfo(SITE, DEVICE)


class Desk:
    """A profile in a folder: vault, store, and who signed in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault, key, self.words = Vault.create(
            folder / "vault.json", ADMIN, PASSWORD, Kdf(memory_kib=64, passes=1)
        )
        Store.create(folder, key, SITE, DEVICE, calendar=CALENDAR).close()
        self.manager = self.enter("站长", PASSWORD)
        self.clerk = self.add("张某某", Role.CLERK)

    def open(self, key: bytes) -> Store:
        return Store.open(self.folder, key, calendar=CALENDAR)

    def enter(self, name: str, password: str) -> Session:
        return accounts.sign_in(self.vault, INFO, self.open, name, password, NOW)

    def add(self, name: str, role: Role) -> User:
        return accounts.add_user(self.vault, self.manager, NewUser(name, role, "03 号窗口"), OTHER, NOW)

    def as_user(self, name: str) -> Session:
        return accounts.switch_user(self.vault, self.manager, name, OTHER, NOW)

    def audit(self) -> list[tuple[object, UUID]]:
        """Every audit event with its actor."""
        with self.manager.store.read() as reader:
            entries = list(reader.journal.of_kind(Stream.AUDIT))
        return [
            (decode_event(e.envelope.kind, e.envelope.version, e.body), e.envelope.actor) for e in entries
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.manager.store.close()


def changed(user: User, change: AccountChange, role: Role | None = None) -> tuple[object, UUID]:
    return AccountChanged(user.id, change, NOW, role), ADMIN.id


def test_signing_in_opens_the_store_and_is_on_record(desk: Desk) -> None:
    session = desk.manager
    assert (session.clerk.name, session.clerk.role, session.clerk.site) == ("站长", Role.MANAGER, SITE)
    assert desk.audit()[0] == (SignedIn(ADMIN.id, NOW, 0), ADMIN.id)
    assert repr(session.key) not in repr(session)


def test_failures_before_a_sign_in_are_on_record(desk: Desk) -> None:
    for _ in range(2):
        with pytest.raises(SignInFailed):
            accounts.switch_user(desk.vault, desk.manager, "张某某", "wrong-1", NOW)
    before = desk.audit()
    assert desk.as_user("张某某").clerk.user_id == desk.clerk.id
    assert desk.audit() == [*before, (SignedIn(desk.clerk.id, NOW, 2), desk.clerk.id)]


def test_a_wrong_password_never_touches_the_store(desk: Desk) -> None:
    def forbidden(_: bytes) -> Store:
        pytest.fail("the store was opened")

    with pytest.raises(SignInFailed, match="wrong_password"):
        accounts.sign_in(desk.vault, INFO, forbidden, "站长", "wrong-1", NOW)


def test_a_store_in_use_is_said_so(desk: Desk) -> None:
    with pytest.raises(StoreLocked):
        desk.enter("站长", PASSWORD)


def test_a_store_that_cannot_take_the_record_is_closed_again(desk: Desk) -> None:
    desk.manager.store.close()
    foreign = replace(INFO, device=Device(UUID(int=99), 1))
    with pytest.raises(StoreDamaged, match="profile_mismatch"):
        accounts.sign_in(desk.vault, foreign, desk.open, "站长", PASSWORD, NOW)
    with pytest.raises(StoreDamaged, match="profile_mismatch"):
        accounts.use_recovery_sheet(desk.vault, foreign, desk.open, desk.words, "站长", FRESH, NOW)
    desk.manager = desk.enter("站长", PASSWORD)


def test_a_new_account_can_sign_in(desk: Desk) -> None:
    assert desk.audit()[-1] == changed(desk.clerk, AccountChange.ADDED, Role.CLERK)
    assert desk.clerk in desk.vault.users()
    clerk = desk.as_user("张某某").clerk
    assert (clerk.user_id, clerk.role) == (desk.clerk.id, Role.CLERK)


def test_another_role_holds_from_the_next_sign_in(desk: Desk) -> None:
    agent = accounts.change_role(desk.vault, desk.manager, desk.clerk.id, Role.AGENT, NOW)
    assert agent == replace(desk.clerk, role=Role.AGENT)
    assert desk.audit()[-1] == changed(desk.clerk, AccountChange.ROLE, Role.AGENT)
    assert desk.as_user("张某某").clerk.role is Role.AGENT


def test_a_closed_account_cannot_sign_in_until_it_is_opened_with_a_new_password(desk: Desk) -> None:
    closed = accounts.close_account(desk.vault, desk.manager, desk.clerk.id, NOW)
    assert not closed.enabled
    assert desk.audit()[-1] == changed(desk.clerk, AccountChange.CLOSED)
    with pytest.raises(SignInFailed, match="account_closed"):
        desk.as_user("张某某")
    assert accounts.reopen_account(desk.vault, desk.manager, desk.clerk.id, FRESH, NOW) == desk.clerk
    assert desk.audit()[-1] == changed(desk.clerk, AccountChange.REOPENED)
    with pytest.raises(SignInFailed, match="wrong_password"):
        desk.as_user("张某某")
    session = accounts.switch_user(desk.vault, desk.manager, "张某某", FRESH, NOW)
    assert session.clerk.user_id == desk.clerk.id


def test_a_manager_resets_a_forgotten_password(desk: Desk) -> None:
    accounts.reset_password(desk.vault, desk.manager, desk.clerk.id, FRESH, NOW)
    assert desk.audit()[-1] == changed(desk.clerk, AccountChange.PASSWORD)
    assert accounts.switch_user(desk.vault, desk.manager, "张某某", FRESH, NOW).clerk.name == "张某某"


def test_everybody_changes_their_own_password_knowing_the_old_one(desk: Desk) -> None:
    session = desk.as_user("张某某")
    before = desk.audit()
    with pytest.raises(SignInFailed, match="wrong_password"):
        accounts.change_own_password(desk.vault, session, "wrong-1", FRESH, NOW)
    assert desk.audit() == before
    accounts.change_own_password(desk.vault, session, OTHER, FRESH, NOW)
    assert desk.audit()[-1] == (AccountChanged(desk.clerk.id, AccountChange.PASSWORD, NOW), desk.clerk.id)
    assert accounts.switch_user(desk.vault, session, "张某某", FRESH, NOW).clerk.name == "张某某"


def test_the_recovery_sheet_gives_a_manager_a_new_password(desk: Desk) -> None:
    desk.manager.store.close()
    desk.manager = accounts.use_recovery_sheet(
        desk.vault, INFO, desk.open, desk.words.lower(), "站长", FRESH, NOW
    )
    assert desk.manager.clerk.role is Role.MANAGER
    assert desk.audit()[-2:] == [
        changed(ADMIN, AccountChange.RECOVERED),
        (SignedIn(ADMIN.id, NOW, 0), ADMIN.id),
    ]
    assert accounts.switch_user(desk.vault, desk.manager, "站长", FRESH, NOW).clerk.name == "站长"


@pytest.mark.parametrize(
    ("spoil", "name", "password", "trouble"),
    [
        (str.swapcase, "王某某", FRESH, NotFound),
        (str.swapcase, "张某某", FRESH, NotAllowed),
        (str.swapcase, "站长", "short1", InputError),
        (lambda words: words[4:], "站长", FRESH, SignInFailed),
    ],
)
def test_the_recovery_sheet_gives_nobody_else_anything(
    desk: Desk, spoil: Callable[[str], str], name: str, password: str, trouble: type[DeskError]
) -> None:
    before = desk.audit()
    desk.manager.store.close()
    with pytest.raises(trouble):
        accounts.use_recovery_sheet(desk.vault, INFO, desk.open, spoil(desk.words), name, password, NOW)
    desk.manager = desk.enter("站长", PASSWORD)
    assert desk.audit()[:-1] == before


def test_a_new_sheet_replaces_the_old_one_and_is_on_record(desk: Desk) -> None:
    words = accounts.renew_sheet(desk.vault, desk.manager, NOW)
    assert desk.audit()[-1] == changed(ADMIN, AccountChange.SHEET)
    assert desk.vault.unlock_with_sheet(words) == desk.manager.key
    with pytest.raises(SignInFailed):
        desk.vault.unlock_with_sheet(desk.words)


Act = Callable[[Vault, Session, UUID], object]
ACTS: dict[str, Act] = {
    "add": lambda vault, s, _: accounts.add_user(vault, s, NewUser("李某某", Role.CLERK), FRESH, NOW),
    "role": lambda vault, s, user: accounts.change_role(vault, s, user, Role.AGENT, NOW),
    "close": lambda vault, s, user: accounts.close_account(vault, s, user, NOW),
    "reopen": lambda vault, s, user: accounts.reopen_account(vault, s, user, FRESH, NOW),
    "reset": lambda vault, s, user: accounts.reset_password(vault, s, user, FRESH, NOW),
    "sheet": lambda vault, s, _: accounts.renew_sheet(vault, s, NOW),
}
ABOUT_SOMEBODY = ("role", "close", "reopen", "reset")


def nothing_happens(desk: Desk, session: Session, act: Act, user: UUID, trouble: type[DeskError]) -> str:
    """The code of the refusal; the vault's file and the journal are as they were."""
    audit, file = desk.audit(), (desk.folder / "vault.json").read_bytes()
    with pytest.raises(trouble) as caught:
        act(desk.vault, session, user)
    assert (desk.folder / "vault.json").read_bytes() == file
    assert desk.audit() == audit
    return caught.value.code


@pytest.mark.parametrize("role", [Role.CLERK, Role.AGENT, Role.AUDITOR])
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_only_a_manager_looks_after_accounts(desk: Desk, role: Role, act: Act) -> None:
    desk.add("陈某某", role)
    session = desk.as_user("陈某某")
    assert nothing_happens(desk, session, act, desk.clerk.id, NotAllowed) == "right_missing"


@pytest.mark.parametrize("act", ABOUT_SOMEBODY)
def test_nobody_changes_their_own_account_or_one_that_is_not_there(desk: Desk, act: str) -> None:
    assert nothing_happens(desk, desk.manager, ACTS[act], ADMIN.id, IllegalMove) == "own_account"
    assert nothing_happens(desk, desk.manager, ACTS[act], UUID(int=99), NotFound) == "no_such_user"


@pytest.mark.parametrize("act", ["role", "close"])
def test_a_manager_who_was_demoted_meanwhile_cannot_remove_the_last_one(desk: Desk, act: str) -> None:
    second = desk.add("周某某", Role.MANAGER)
    stale = desk.as_user("周某某")
    accounts.change_role(desk.vault, desk.manager, second.id, Role.CLERK, NOW)
    assert nothing_happens(desk, stale, ACTS[act], ADMIN.id, IllegalMove) == "last_manager"


@pytest.mark.parametrize("act", ["reopen", "reset"])
def test_a_poor_password_leaves_no_entry(desk: Desk, act: str) -> None:
    poor: dict[str, Act] = {
        "reopen": lambda vault, s, user: accounts.reopen_account(vault, s, user, "short1", NOW),
        "reset": lambda vault, s, user: accounts.reset_password(vault, s, user, "short1", NOW),
    }
    code = nothing_happens(desk, desk.manager, poor[act], desk.clerk.id, InputError)
    assert code == "password_too_short"


def test_a_name_that_is_taken_leaves_no_entry(desk: Desk) -> None:
    def again(vault: Vault, session: Session, _: UUID) -> object:
        return accounts.add_user(vault, session, NewUser(" 张某某", Role.CLERK), FRESH, NOW)

    assert nothing_happens(desk, desk.manager, again, desk.clerk.id, InputError) == "name_taken"


def test_the_journal_with_audit_entries_proves_itself(desk: Desk) -> None:
    accounts.close_account(desk.vault, desk.manager, desk.clerk.id, NOW)
    assert desk.manager.store.verify().ok
