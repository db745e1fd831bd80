"""Decisions of the lock page: who is chosen, what a password leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import Shiboken

from desk_app.domain.accounts import PasswordFlaw
from desk_app.domain.errors import SignInFailed, StoreDamaged
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.unlock.presenter import UnlockPresenter
from desk_app.ui.screens.unlock.shown import DayTime, Page, Shown, day_time
from tests.ui.screens.late_jobs import LateJobs
from tests.ui.screens.unlock.door import ADMIN, NOW, WANG, ZHAO, Door

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Watched:
    """A presenter and what it said."""

    presenter: UnlockPresenter
    shown: list[Shown] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter.pictured.connect(self.shown.append)
        self.presenter.entered.connect(lambda: self.said.append("entered"))
        self.presenter.refused.connect(lambda: self.said.append("refused"))

    @property
    def now(self) -> Shown:
        return self.shown[-1]


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    holder = QObject()
    yield holder
    Shiboken.delete(holder)


def opened(door: Door, owner: QObject) -> Watched:
    watched = Watched(UnlockPresenter(door.calls, InlineJobs(owner), owner))
    watched.presenter.open()
    return watched


def test_closed_accounts_have_no_tile_and_nobody_is_chosen_for_them(owner: QObject) -> None:
    page = opened(Door(), owner)
    assert [person.name for person in page.now.people] == ["王某某", "赵某某", "管理员"]
    assert page.now.chosen is None
    assert page.now.person is None
    page.presenter.enter("geheim-2026")
    assert page.said == []


def test_who_was_here_last_is_chosen_unless_the_account_was_closed(owner: QObject) -> None:
    door = Door(last=ZHAO.id)
    assert opened(door, owner).now.chosen == ZHAO.id
    door.users = (WANG, replace(ZHAO, enabled=False), ADMIN)
    assert opened(door, owner).now.chosen is None


def test_a_single_person_need_not_be_chosen(owner: QObject) -> None:
    assert opened(Door(users=(WANG,)), owner).now.chosen == WANG.id


def test_the_right_password_opens(owner: QObject) -> None:
    door = Door(last=WANG.id)
    page = opened(door, owner)
    page.presenter.enter("geheim-2026")
    assert door.tried == [("王某某", "geheim-2026")]
    assert page.said == ["entered"]
    assert not page.now.busy


def test_an_empty_password_is_not_tried(owner: QObject) -> None:
    door = Door(last=WANG.id)
    opened(door, owner).presenter.enter("")
    assert door.tried == []


def test_a_wrong_password_is_told_and_another_person_starts_afresh(owner: QObject) -> None:
    door = Door(last=WANG.id, trouble=SignInFailed("wrong_password", left=4))
    page = opened(door, owner)
    page.presenter.enter("falsch-2026")
    assert page.said == ["refused"]
    assert page.now.trouble is door.trouble
    page.presenter.choose(WANG.id)
    assert page.now.trouble is door.trouble
    page.presenter.choose(ZHAO.id)
    assert page.now.trouble is None


def test_while_a_key_is_derived_nothing_else_happens(owner: QObject) -> None:
    door = Door(last=WANG.id)
    jobs = LateJobs()
    page = Watched(UnlockPresenter(door.calls, jobs, owner))
    page.presenter.open()
    page.presenter.enter("geheim-2026")
    assert page.now.busy
    page.presenter.enter("geheim-2026")
    page.presenter.choose(ZHAO.id)
    page.presenter.open_recovery()
    assert not page.presenter.back()
    page.presenter.recover("ABCD", "geheim-2026", "geheim-2026")
    jobs.release()
    assert door.tried == [("王某某", "geheim-2026")]
    assert (page.now.chosen, page.now.page) == (WANG.id, Page.PASSWORD)
    jobs.deleteLater()


def test_a_bug_goes_to_the_crash_handler_and_the_page_is_usable(owner: QObject) -> None:
    page = opened(Door(last=WANG.id, trouble=ZeroDivisionError()), owner)
    with pytest.raises(ZeroDivisionError):
        page.presenter.enter("geheim-2026")
    assert not page.now.busy
    assert page.said == []


def test_accounts_that_cannot_be_read_are_told(owner: QObject) -> None:
    page = opened(Door(users_trouble=StoreDamaged("vault_damaged")), owner)
    assert page.now.people == ()
    assert isinstance(page.now.trouble, StoreDamaged)


def test_the_recovery_sheet_waits_for_words_and_a_good_password(owner: QObject) -> None:
    door = Door(last=ADMIN.id)
    page = opened(door, owner)
    page.presenter.open_recovery()
    assert page.now.page is Page.RECOVERY
    page.presenter.recover("", "geheim-2026", "geheim-2026")
    page.presenter.recover("ABCD", "geheim-2026", "geheim-2027")
    page.presenter.recover("ABCD", "kurz", "kurz")
    assert PasswordFlaw.TOO_SHORT in page.now.new_password.flaws
    assert door.tried == []
    page.presenter.recover("ABCD", "geheim-2026", "geheim-2026")
    assert door.tried == [("ABCD", "管理员", "geheim-2026")]
    assert page.said == ["entered"]


def test_the_sheet_needs_somebody_whose_account_it_opens(owner: QObject) -> None:
    door = Door()
    page = opened(door, owner)
    page.presenter.open_recovery()
    page.presenter.recover("ABCD", "geheim-2026", "geheim-2026")
    assert door.tried == []


def test_going_back_forgets_how_the_new_password_stood(owner: QObject) -> None:
    page = opened(Door(last=ADMIN.id), owner)
    assert page.presenter.back() is False
    page.presenter.open_recovery()
    page.presenter.judge("ABCD", "kurz", "kurz")
    before = page.now
    assert (before.words_given, before.new_password.begun) == (True, True)
    assert page.presenter.back() is True
    assert (page.now.words_given, page.now.new_password.begun) == (False, False)


def test_held_work_is_counted_when_the_page_comes_up(owner: QObject) -> None:
    door = Door(held=2)
    page = opened(door, owner)
    assert page.now.held == 2
    door.held = 0
    page.presenter.open()
    assert page.now.held == 0


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (6, DayTime.MORNING),
        (10, DayTime.MORNING),
        (11, DayTime.NOON),
        (13, DayTime.AFTERNOON),
        (17, DayTime.AFTERNOON),
        (18, DayTime.EVENING),
    ],
)
def test_the_greeting_follows_the_hour_at_the_counter(hour: int, part: DayTime, owner: QObject) -> None:
    assert day_time(hour) is part
    assert opened(Door(now=NOW.replace(hour=hour)), owner).now.greeting is part
