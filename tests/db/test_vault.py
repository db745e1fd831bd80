"""The vault: who opens the store, when the door closes, and what an editor or a power cut cannot do."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desk_app.db.key_slots import unspell
from desk_app.db.vault import Kdf, Unlocked, Vault
from desk_app.domain.accounts import LOCKOUT, User
from desk_app.domain.errors import (
    DiskFull,
    IllegalMove,
    InputError,
    NotFound,
    SignInFailed,
)
from desk_app.domain.sites import Role
from tests.db.vault_samples import ADMIN, CHEAP, CLERK, NOW, OTHER, PASSWORD, code, edit, made


def test_every_account_opens_the_same_key_with_a_password_of_its_own(tmp_path: Path) -> None:
    _, key, _ = made(tmp_path)
    vault = Vault.load(tmp_path / "vault.json")
    assert vault.unlock("站长", PASSWORD, NOW) == Unlocked(ADMIN, key)
    assert vault.unlock(" 张某某", OTHER, NOW) == Unlocked(CLERK, key)
    assert vault.users() == (ADMIN, CLERK)


def test_the_standard_cost_is_what_rfc_9106_recommends(tmp_path: Path) -> None:
    assert Kdf() == Kdf(memory_kib=65536, passes=3, lanes=1)
    _, key, _ = Vault.create(tmp_path / "vault.json", ADMIN, PASSWORD)
    assert Vault.load(tmp_path / "vault.json").unlock("站长", PASSWORD, NOW).key == key


def test_no_secret_stands_in_the_file_or_in_a_representation(tmp_path: Path) -> None:
    vault, key, words = made(tmp_path)
    text = (tmp_path / "vault.json").read_text("utf-8")
    for secret in (PASSWORD, OTHER, key.hex(), words, words.replace("-", ""), unspell(words).hex()):
        assert secret not in text
    assert repr(key) not in repr(vault.unlock("站长", PASSWORD, NOW))


def test_a_vault_is_never_replaced_by_a_new_one(tmp_path: Path) -> None:
    made(tmp_path)
    before = (tmp_path / "vault.json").read_bytes()
    assert code(lambda: Vault.create(tmp_path / "vault.json", ADMIN, PASSWORD, CHEAP))[0] == "profile_exists"
    assert (tmp_path / "vault.json").read_bytes() == before


def test_a_wrong_password_says_how_many_tries_are_left_and_the_fifth_closes_the_door(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    for left in (4, 3, 2, 1):
        assert code(lambda: vault.unlock("张某某", "wrong-1", NOW)) == ("wrong_password", {"left": left})
    assert code(lambda: vault.unlock("张某某", "wrong-1", NOW)) == ("locked_out", {"minutes": 10})
    assert code(lambda: vault.unlock("张某某", OTHER, NOW)) == ("locked_out", {"minutes": 10})
    half = NOW + LOCKOUT / 2
    restarted = Vault.load(tmp_path / "vault.json")
    assert code(lambda: restarted.unlock("张某某", OTHER, half)) == ("locked_out", {"minutes": 5})
    assert restarted.unlock("站长", PASSWORD, half).key == key, (
        "one account's failures close nobody else's door"
    )
    assert restarted.unlock("张某某", OTHER, NOW + LOCKOUT) == Unlocked(CLERK, key, failures=5)
    assert restarted.unlock("张某某", OTHER, NOW + LOCKOUT).failures == 0


def test_failures_are_counted_across_windows(tmp_path: Path) -> None:
    made(tmp_path)
    windows = [Vault.load(tmp_path / "vault.json") for _ in range(5)]
    for window in windows[:4]:
        code(partial(window.unlock, "张某某", "wrong-1", NOW))
    assert code(lambda: windows[4].unlock("张某某", "wrong-1", NOW))[0] == "locked_out"


def test_an_unknown_name_is_told_apart_from_a_wrong_password(tmp_path: Path) -> None:
    vault, _, _ = made(tmp_path)
    assert code(lambda: vault.unlock("王某某", PASSWORD, NOW)) == ("no_such_user", {})


def test_an_empty_or_odd_password_is_only_a_wrong_one(tmp_path: Path) -> None:
    vault, _, _ = made(tmp_path)
    for left, odd in ((4, ""), (3, "\ud800"), (2, "长" * 5000)):
        assert code(partial(vault.unlock, "站长", odd, NOW)) == ("wrong_password", {"left": left})


def test_the_same_letters_typed_on_another_system_are_the_same_password(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    vault.set_password(key, CLERK.id, "caf\u00e9-2026-x")
    assert vault.unlock("张某某", "cafe\u0301-2026-x", NOW).key == key


@pytest.mark.parametrize("bad", ["short1", "12345678", "站长-2026-x"])
def test_a_bad_password_is_refused_and_nothing_changes(tmp_path: Path, bad: str) -> None:
    vault, key, _ = made(tmp_path)
    before = (tmp_path / "vault.json").read_bytes()
    for call in (
        lambda: vault.set_password(key, ADMIN.id, bad),
        lambda: Vault.create(tmp_path / "new.json", ADMIN, bad, CHEAP),
    ):
        assert code(call)[0].startswith("password_")
    assert (tmp_path / "vault.json").read_bytes() == before
    assert not (tmp_path / "new.json").exists()


def test_two_accounts_cannot_bear_one_name(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    double = User(UUID(int=3), " 站长 ", Role.CLERK)
    assert code(lambda: vault.add_user(key, double, PASSWORD))[0] == "name_taken"
    renamed = User(CLERK.id, "站长", Role.CLERK)
    assert code(lambda: vault.change_user(key, renamed))[0] == "name_taken"
    with pytest.raises(InputError, match="user_name_invalid"):
        vault.add_user(key, User(UUID(int=3), "  ", Role.CLERK), PASSWORD)


def test_a_change_of_role_keeps_the_password(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    promoted = User(CLERK.id, "张某某", Role.MANAGER, "01 号窗口")
    vault.change_user(key, promoted)
    assert Vault.load(tmp_path / "vault.json").unlock("张某某", OTHER, NOW) == Unlocked(promoted, key)


def test_a_closed_account_opens_nothing_even_with_an_editor(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    vault.change_user(key, User(CLERK.id, "张某某", Role.CLERK, "03 号窗口", enabled=False))
    assert code(lambda: vault.unlock("张某某", OTHER, NOW)) == ("account_closed", {})
    forced = edit(tmp_path, lambda plain: plain["slots"][2]["user"].update(enabled=True))
    assert code(lambda: forced.unlock("张某某", OTHER, NOW))[0] == "wrong_password"


def test_an_account_that_is_opened_again_needs_a_new_password(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    vault.change_user(key, User(CLERK.id, "张某某", Role.CLERK, enabled=False))
    vault.change_user(key, User(CLERK.id, "张某某", Role.CLERK))
    assert code(lambda: vault.unlock("张某某", OTHER, NOW))[0] == "wrong_password"
    vault.set_password(key, CLERK.id, "new-password-3")
    assert vault.unlock("张某某", "new-password-3", NOW).key == key


def test_a_new_password_replaces_the_old_one_and_opens_the_door(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    for _ in range(5):
        code(lambda: vault.unlock("张某某", "wrong-1", NOW))
    vault.set_password(key, CLERK.id, "new-password-3")
    assert code(lambda: vault.unlock("张某某", OTHER, NOW)) == ("wrong_password", {"left": 4})
    assert vault.unlock("张某某", "new-password-3", NOW).user == CLERK


def test_who_is_not_there_cannot_be_changed(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    nobody = User(UUID(int=9), "王某某", Role.CLERK)
    with pytest.raises(NotFound):
        vault.change_user(key, nobody)
    with pytest.raises(NotFound):
        vault.set_password(key, nobody.id, PASSWORD)


def test_a_wrong_key_in_our_own_code_locks_nobody_out(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    with pytest.raises(ValueError, match="not the key"):
        vault.set_password(bytes(32), CLERK.id, "new-password-3")
    assert vault.unlock("张某某", OTHER, NOW).key == key


@pytest.mark.parametrize(
    "stated", [{"role": "manager"}, {"name": "站员"}, {"counter": "01"}, {"id": str(UUID(int=7))}]
)
def test_what_a_slot_says_cannot_be_changed_with_an_editor(tmp_path: Path, stated: dict[str, str]) -> None:
    _, key, _ = made(tmp_path)
    vault = edit(tmp_path, lambda plain: plain["slots"][2]["user"].update(stated))
    name = stated.get("name", "张某某")
    assert code(lambda: vault.unlock(name, OTHER, NOW)) == ("vault_tampered", {})
    assert vault.unlock("站长", PASSWORD, NOW).key == key


def test_a_clerk_cannot_put_the_managers_name_and_seal_on_their_own_slot(tmp_path: Path) -> None:
    made(tmp_path)

    def steal(plain: Any) -> None:
        manager, clerk = plain["slots"][0], plain["slots"][2]
        clerk["user"], clerk["seal"] = manager["user"], manager["seal"]
        del plain["slots"][0]

    vault = edit(tmp_path, steal)
    assert code(lambda: vault.unlock("站长", OTHER, NOW)) == ("vault_tampered", {})


def test_a_new_password_does_not_seal_what_an_editor_wrote_but_the_manager_can_set_it_right(
    tmp_path: Path,
) -> None:
    _, key, _ = made(tmp_path)
    vault = edit(tmp_path, lambda plain: plain["slots"][2]["user"].update(role="manager"))
    assert code(lambda: vault.set_password(key, CLERK.id, "new-password-3")) == ("vault_tampered", {})
    vault.change_user(key, CLERK)
    assert vault.unlock("张某某", OTHER, NOW).user == CLERK


def test_a_new_sheet_replaces_the_old_one(tmp_path: Path) -> None:
    vault, key, words = made(tmp_path)
    fresh = vault.renew_sheet(key)
    assert vault.unlock_with_sheet(fresh) == key
    assert code(lambda: vault.unlock_with_sheet(words))[0] == "wrong_recovery_code"
    assert vault.unlock("站长", PASSWORD, NOW).key == key


def test_a_sheet_whose_seal_was_changed_is_refused_until_it_is_renewed(tmp_path: Path) -> None:
    _, key, words = made(tmp_path)
    vault = edit(tmp_path, lambda plain: plain["slots"][1].update(seal="0" * 64))
    assert code(lambda: vault.unlock_with_sheet(words))[0] == "vault_tampered"
    assert vault.unlock_with_sheet(vault.renew_sheet(key)) == key


def test_a_power_cut_before_the_rename_leaves_the_old_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, key, _ = made(tmp_path)

    class PowerCut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(PowerCut):
            vault.set_password(key, CLERK.id, "new-password-3")
    assert (tmp_path / "vault.json.new").exists(), "the finished new file lies beside the old one"
    restarted = Vault.load(tmp_path / "vault.json")
    assert restarted.unlock("张某某", OTHER, NOW).key == key
    restarted.set_password(key, CLERK.id, "new-password-4")
    assert restarted.unlock("张某某", "new-password-4", NOW).key == key
    assert not (tmp_path / "vault.json.new").exists()


def test_a_power_cut_in_the_middle_of_writing_leaves_the_old_vault(tmp_path: Path) -> None:
    vault, key, _ = made(tmp_path)
    whole = (tmp_path / "vault.json").read_bytes()
    (tmp_path / "vault.json.new").write_bytes(whole[: len(whole) // 2])
    assert Vault.load(tmp_path / "vault.json").unlock("张某某", OTHER, NOW).key == key
    vault.set_password(key, CLERK.id, "new-password-3")
    assert Vault.load(tmp_path / "vault.json").unlock("张某某", "new-password-3", NOW).key == key


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, key, _ = made(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DiskFull):
            vault.set_password(key, CLERK.id, "new-password-3")
        with pytest.raises(DiskFull):
            vault.unlock("张某某", "wrong-1", NOW)
    assert not (tmp_path / "vault.json.new").exists()
    assert vault.unlock("张某某", OTHER, NOW) == Unlocked(CLERK, key)


def test_many_windows_that_write_at_once_undo_nothing_of_each_other(tmp_path: Path) -> None:
    _, key, _ = made(tmp_path)
    faults: list[BaseException] = []

    def window(number: int) -> None:
        try:
            vault = Vault.load(tmp_path / "vault.json")
            vault.add_user(key, User(UUID(int=100 + number), f"用户{number}", Role.CLERK), PASSWORD)
            code(lambda: vault.unlock("张某某", "wrong-1", NOW))
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=window, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    vault = Vault.load(tmp_path / "vault.json")
    assert {user.name for user in vault.users()} == {"站长", "张某某", *(f"用户{n}" for n in range(4))}
    assert code(lambda: vault.unlock("张某某", "wrong-1", NOW + timedelta(seconds=1)))[0] == "locked_out"
    with pytest.raises(IllegalMove):
        Vault.create(tmp_path / "vault.json", ADMIN, PASSWORD, CHEAP)


def test_a_failed_sign_in_raises_the_error_the_screens_wait_for(tmp_path: Path) -> None:
    vault, _, _ = made(tmp_path)
    with pytest.raises(SignInFailed):
        vault.unlock("站长", "wrong-1", NOW)
