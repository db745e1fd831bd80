"""Doors, where the stories would have to wait for minutes, and ways in that are rarely used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk_app.domain.errors import DiskFull
from desk_app.wiring.demo import DemoMeans
from desk_app.wiring.doors import IdleWatch, demo_password, recover, sign_in
from tests.services.desk_samples import CALENDAR, NOW
from tests.stories.counter import (
    BENEFIT,
    CHEAP,
    CLERK,
    MANAGER,
    MANAGER_PASSWORD,
    WANG,
    Clock,
    Counter,
    copy_of,
    manager,
)


@pytest.fixture
def counter(made_counter: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(copy_of(made_counter, tmp_path / "profile"), Clock())
    yield desk
    desk.close()


def look_at_the_clock(counter: Counter) -> None:
    """What the desk does every few seconds."""
    watch = counter.running.doors.findChild(IdleWatch)
    assert watch is not None
    (timer,) = watch.findChildren(QTimer)
    timer.timeout.emit()
    counter.hands.calm()


@pytest.mark.parametrize("key", ["Ctrl+1", "F5", "Down"])
def test_the_desk_locks_when_nobody_is_there(counter: Counter, key: str) -> None:
    hands = counter.open_signed_in()
    counter.clock.pass_by(minutes=4)
    look_at_the_clock(counter)
    assert counter.who()
    hands.press(key)
    counter.clock.pass_by(minutes=4)
    look_at_the_clock(counter)
    assert counter.who(), "a key counts as life, also one that is a shortcut"
    counter.clock.pass_by(minutes=6)
    look_at_the_clock(counter)
    assert not counter.who()
    assert "经办甲 的口令" in counter.words()


def test_a_shorter_time_holds_as_soon_as_it_is_set(counter: Counter) -> None:
    counter.open_signed_in()
    counter.running.desk.change_settings(lock_after_minutes=3)
    counter.clock.pass_by(minutes=4)
    look_at_the_clock(counter)
    assert not counter.who()


def test_a_desk_that_shall_never_lock_does_not(counter: Counter) -> None:
    counter.open()
    counter.running.desk.change_settings(lock_after_minutes=0)
    counter.sign_in()
    counter.clock.pass_by(hours=9)
    look_at_the_clock(counter)
    assert counter.who()


def test_the_recovery_sheet_lets_in_with_a_new_password(counter: Counter) -> None:
    from desk_app.services.accounts import renew_sheet

    with manager(counter.profile) as session:
        from desk_app.db.vault import Vault

        words = renew_sheet(Vault.load(counter.profile.vault_file), session, NOW)
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    hands.press("Ctrl+L")
    recover(counter.running.desk, words, MANAGER, "xinde-2026")
    assert counter.who() == MANAGER
    counter.close()
    counter.open_signed_in("xinde-2026", letter="z")
    assert counter.lanes() == 1, "what was on hold is there for the next one"


def test_another_person_signs_in_after_a_lock(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+L")
    hands.press("Shift+Backtab", "Shift+Backtab")
    sign_in(counter.running.desk, MANAGER, MANAGER_PASSWORD)
    assert counter.who() == MANAGER != CLERK


def test_only_the_demo_tells_its_password(counter: Counter) -> None:
    counter.open()
    assert demo_password(counter.running.desk) == ""
    assert DemoMeans(CALENDAR, bytes, NOW, CHEAP).kdf == CHEAP


def test_trouble_of_the_store_is_said_and_a_bug_goes_on(counter: Counter) -> None:
    from desk_app.wiring.commanding import Commanding

    counter.open_signed_in()
    boxes = [
        child for child in counter.running.program.findChildren(QObject) if isinstance(child, Commanding)
    ]
    (commanding,) = boxes
    commanding._failed(DiskFull())
    assert "磁盘满了" in counter.words()
    with pytest.raises(ZeroDivisionError):
        commanding._failed(ZeroDivisionError())
