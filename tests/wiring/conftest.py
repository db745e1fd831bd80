"""A desk without a window: the real profile of the stories, with somebody signed in."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.services.accounts import sign_in
from desk_app.wiring.desk import Desk
from desk_app.wiring.printing import Printing
from tests.stories.counter import (
    CHEAP,
    CLERK,
    MANAGER,
    MANAGER_PASSWORD,
    PASSWORD,
    Clock,
    copy_of,
    make_counter,
)

Enter = Callable[[str, str], Desk]


@pytest.fixture(scope="session")
def made_counter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_counter(tmp_path_factory.mktemp("made") / "profile").path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def locked(made_counter: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Nobody is in yet."""
    from desk_app.db.profile_file import ProfileFolder

    folder = ProfileFolder(copy_of(made_counter, tmp_path / "profile"))
    desk = Desk(folder, clock.now, secrets.token_bytes, CHEAP)
    yield desk
    desk.close()


def let_in(desk: Desk, name: str, password: str) -> Desk:
    desk.enter(sign_in(desk.vault(), desk.known, desk.open_with, name, password, desk.now()))
    return desk


@pytest.fixture
def desk(locked: Desk) -> Desk:
    """The clerk is in."""
    return let_in(locked, CLERK, PASSWORD)


@pytest.fixture
def office(locked: Desk) -> Desk:
    """The manager is in."""
    return let_in(locked, MANAGER, MANAGER_PASSWORD)


@pytest.fixture
def printing(desk: Desk) -> Printing:
    return Printing(desk)


@pytest.fixture
def qt(qapp: QApplication) -> QApplication:
    """Where Qt's print system is asked."""
    return qapp
