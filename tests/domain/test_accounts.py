"""Accounts: names, passwords, the door that closes for a while, and who must remain."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.accounts import (
    FAILURES_ALLOWED,
    LOCKOUT,
    AccountChange,
    AccountChanged,
    Attempts,
    PasswordFlaw,
    RecordsExported,
    SignedIn,
    User,
    account_name,
    password_flaws,
    require_manager_left,
    same_name,
)
from desk_app.domain.bodies import decode, encode
from desk_app.domain.errors import IllegalMove, InputError, SignInFailed
from desk_app.domain.sites import Role

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def user(number: int, role: Role = Role.CLERK, enabled: bool = True) -> User:
    return User(UUID(int=number), f"用户{number}", role, enabled=enabled)


@pytest.mark.parametrize(
    ("password", "flaws"),
    [
        ("correct-horse", ()),
        ("便民服务窗口 2026", ()),
        ("short1", (PasswordFlaw.TOO_SHORT,)),
        ("a1" * 65, (PasswordFlaw.TOO_LONG,)),
        ("12345678", (PasswordFlaw.ONE_KIND,)),
        ("abcdefgh", (PasswordFlaw.ONE_KIND,)),
        ("--------", (PasswordFlaw.ALL_SAME,)),
        ("my-ZHANG-2026", (PasswordFlaw.CONTAINS_NAME,)),
        ("1111", (PasswordFlaw.TOO_SHORT, PasswordFlaw.ONE_KIND, PasswordFlaw.ALL_SAME)),
        ("", (PasswordFlaw.TOO_SHORT,)),
    ],
)
def test_a_password_hears_everything_that_is_wrong_with_it(
    password: str, flaws: tuple[PasswordFlaw, ...]
) -> None:
    assert password_flaws(password, "zhang") == flaws


def test_an_account_without_a_name_yet_is_not_contained_in_every_password() -> None:
    assert password_flaws("correct-horse", "") == ()


@pytest.mark.parametrize(
    ("typed", "stored"), [("  张某某 ", "张某某"), ("ａｄｍｉｎ", "admin"), ("3  号\t窗口", "3 号 窗口")]
)
def test_a_name_is_stored_in_one_width_without_stray_spaces(typed: str, stored: str) -> None:
    assert account_name(typed) == stored


@pytest.mark.parametrize("typed", ["", "  ", "a" * 31, "a\x00b", "a\u202eb", "\ud800"])
def test_what_cannot_be_a_name_is_refused(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        account_name(typed)
    assert caught.value.code == "user_name_invalid"


def test_width_case_and_spaces_make_no_second_account() -> None:
    assert same_name("Ａdmin ", "admin")
    assert not same_name("admin", "admin2")


@pytest.mark.parametrize(
    ("users", "changed", "allowed"),
    [
        ((user(1, Role.MANAGER), user(2)), user(2, Role.CLERK, False), True),
        ((user(1, Role.MANAGER), user(2)), user(1, Role.CLERK), False),
        ((user(1, Role.MANAGER), user(2)), user(1, Role.MANAGER, False), False),
        ((user(1, Role.MANAGER), user(2, Role.MANAGER)), user(1, Role.MANAGER, False), True),
        ((user(1, Role.MANAGER), user(2, Role.MANAGER, False)), user(1, Role.AUDITOR), False),
    ],
)
def test_somebody_who_can_look_after_the_accounts_remains(
    users: tuple[User, ...], changed: User, allowed: bool
) -> None:
    if allowed:
        require_manager_left(users, changed)
    else:
        with pytest.raises(IllegalMove, match="last_manager"):
            require_manager_left(users, changed)


def failed_times(count: int) -> Attempts:
    attempts = Attempts()
    for _ in range(count):
        attempts = attempts.failed(NOW)
    return attempts


@pytest.mark.parametrize("count", range(FAILURES_ALLOWED))
def test_the_door_stays_open_up_to_the_fourth_failure(count: int) -> None:
    attempts = failed_times(count)
    attempts.require_open(NOW)
    assert attempts.left == FAILURES_ALLOWED - count


@pytest.mark.parametrize(
    ("waited", "minutes"),
    [(0, 10), (1, 10), (60, 9), (61, 9), (540, 1), (599, 1)],
)
def test_the_fifth_failure_closes_the_door_and_says_how_long(waited: int, minutes: int) -> None:
    attempts = failed_times(FAILURES_ALLOWED)
    with pytest.raises(SignInFailed) as caught:
        attempts.require_open(NOW + timedelta(seconds=waited))
    assert (caught.value.code, caught.value.params) == ("locked_out", {"minutes": minutes})


def test_after_the_wait_the_count_begins_anew() -> None:
    attempts = failed_times(FAILURES_ALLOWED)
    later = NOW + LOCKOUT
    attempts.require_open(later)
    again = attempts.failed(later)
    assert (again.left, again.locked_until, again.unseen) == (FAILURES_ALLOWED - 1, None, 6)


def test_a_try_from_a_second_window_does_not_open_a_closed_door() -> None:
    attempts = failed_times(FAILURES_ALLOWED).failed(NOW + timedelta(minutes=1))
    with pytest.raises(SignInFailed):
        attempts.require_open(NOW + timedelta(minutes=1))


def test_a_clock_that_was_set_back_does_not_close_the_door_for_years() -> None:
    failed_times(FAILURES_ALLOWED).require_open(NOW - timedelta(days=400))


@given(st.lists(st.integers(0, 20), max_size=30))
def test_no_sequence_of_failures_gives_more_than_five_tries_in_ten_minutes(gaps: list[int]) -> None:
    attempts, now, tried = Attempts(), NOW, list[datetime]()
    for gap in gaps:
        now += timedelta(minutes=gap)
        if not attempts.closed(now):
            tried.append(now)
            attempts = attempts.failed(now)
    for first, sixth in zip(tried, tried[FAILURES_ALLOWED:], strict=False):
        assert sixth - first >= LOCKOUT
    assert attempts.unseen == len(tried)


@pytest.mark.parametrize(
    "event",
    [
        SignedIn(UUID(int=1), NOW, 3),
        AccountChanged(UUID(int=1), AccountChange.ROLE, NOW, Role.AUDITOR),
        RecordsExported("cases", 12, True, "月报", NOW),
    ],
)
def test_audit_events_come_back_as_they_were_written(
    event: SignedIn | AccountChanged | RecordsExported,
) -> None:
    assert decode(type(event), encode(event)) == event


def test_entries_written_before_the_newer_fields_still_read() -> None:
    old = f'{{"user":"{UUID(int=1)}","at":"{NOW.isoformat()}"}}'
    assert decode(SignedIn, old) == SignedIn(UUID(int=1), NOW, 0)
