"""What stands behind the settings, through the whole program's own wiring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.domain.catalogue import HandlingMode, SiteItem
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import NotAllowed
from desk_app.domain.sites import Right, Role
from desk_app.ui.screens.settings.calls import DeskValues, NewPerson, SettingsCalls
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.wiring.settings import settings_calls
from tests.stories.counter import (
    BENEFIT,
    CLERK,
    MANAGER,
    MANAGER_PASSWORD,
    PASSWORD,
    PROOF,
    Clock,
    Counter,
    copy_of,
)

NEW_PASSWORD = "lingwai-2026"


@pytest.fixture
def counter(made_counter: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(copy_of(made_counter, tmp_path / "profile"), Clock())
    yield desk
    desk.close()


@pytest.fixture
def calls(counter: Counter) -> SettingsCalls:
    counter.open_signed_in(MANAGER_PASSWORD, letter="z")
    return settings_calls(counter.running.program)


def user_id(calls: SettingsCalls, name: str) -> UUID:
    return next(user.id for user in calls.users() if user.name == name)


def test_who_is_in_decides_what_may_be_changed(counter: Counter, calls: SettingsCalls) -> None:
    assert calls.may(Right.MANAGE_SITE)
    assert calls.me() == user_id(calls, MANAGER)
    counter.hands.press("Ctrl+L")
    assert not calls.may(Right.MANAGE_SITE)
    assert calls.me() is None


def test_values_are_kept(counter: Counter, calls: SettingsCalls) -> None:
    folder = str(counter.folder / "backups")
    wanted = DeskValues("dark", True, 9, True, True, folder, str(counter.folder), "move", "高龄津贴")
    calls.save_values(wanted)
    assert calls.values() == wanted
    counter.close()
    counter.open()
    assert counter.running.desk.settings.lock_after_minutes == 9


def test_a_look_is_put_on_at_once_and_kept(counter: Counter, calls: SettingsCalls) -> None:
    calls.apply_look("high_contrast", True)
    look = counter.running.switch.look
    assert (look.scheme.value, look.large) == ("high_contrast", True)
    counter.hands.calm()
    assert counter.running.desk.settings.theme == "high_contrast"


def test_accounts_are_looked_after(counter: Counter, calls: SettingsCalls) -> None:
    calls.add_user(NewPerson("赵某某", Role.AGENT, "05 号窗口"), NEW_PASSWORD)
    zhao = user_id(calls, "赵某某")
    calls.change_role(zhao, Role.CLERK)
    calls.close_account(zhao)
    assert [user.enabled for user in calls.users() if user.id == zhao] == [False]
    calls.reopen_account(zhao, NEW_PASSWORD)
    calls.reset_password(user_id(calls, CLERK), NEW_PASSWORD)
    calls.change_own_password(MANAGER_PASSWORD, "zhuren-2027")
    counter.close()
    counter.open()
    assert not counter.who()
    counter.sign_in(NEW_PASSWORD)
    assert counter.who() == CLERK


def test_a_clerk_may_not(counter: Counter) -> None:
    counter.open_signed_in(PASSWORD)
    calls = settings_calls(counter.running.program)
    with pytest.raises(NotAllowed):
        calls.save_site(replace(calls.site(), name="别的中心"))
    with pytest.raises(NotAllowed):
        calls.back_up()
    with pytest.raises(NotAllowed):
        calls.adopt_release("nothing.json")
    assert counter.running.desk.known.site.name == "示例镇便民服务中心"


def test_the_site_may_have_another_telephone_but_no_other_number(
    counter: Counter, calls: SettingsCalls
) -> None:
    before = calls.site()
    calls.save_site(replace(before, phone="0000-1111111", counter="07 号窗口", point_code="999999"))
    after = calls.site()
    assert (after.phone, after.counter, after.point_code) == ("0000-1111111", "07 号窗口", before.point_code)
    clerk = counter.running.desk.present_clerk
    assert (clerk.site.phone, clerk.device.counter) == ("0000-1111111", "07 号窗口")
    counter.close()
    counter.open_signed_in()
    case = counter.accept(PROOF)
    assert case.number.startswith(before.point_code or "371073")
    assert "0000-1111111" in counter.paper("completion")


def test_another_name_of_the_site_is_shown_at_once(counter: Counter, calls: SettingsCalls) -> None:
    page = counter.running.window.frame.pages.page("settings")
    session = page.findChild(SettingsSession)
    assert session is not None
    calls.save_site(replace(calls.site(), name="示例镇新服务中心"))
    session.site_changed.emit()
    assert counter.running.window.frame.hints.clock_text.startswith("示例镇新服务中心 · ")


def test_what_is_said_of_an_item_holds_at_once(counter: Counter, calls: SettingsCalls) -> None:
    said = calls.override(BENEFIT)
    assert said is not None
    assert calls.override("2-1") is None
    calls.save_item(replace(said, mode=HandlingMode.ADVICE, promised_days=9))
    offered = next(item for item in calls.items() if item.item.id == BENEFIT)
    assert (offered.mode, offered.promised.days) == (HandlingMode.ADVICE, 9)
    calls.save_item(SiteItem(BENEFIT))
    assert calls.override(BENEFIT) == SiteItem(BENEFIT)


def test_printers_sheets_and_the_day_of_checking(counter: Counter, calls: SettingsCalls) -> None:
    calls.save_papers({DocumentKind.RECEIPT: PaperSetting("folder", PaperSize.A4, 1)})
    assert calls.papers()[DocumentKind.RECEIPT].size is PaperSize.A4
    assert calls.test_print(DocumentKind.RECEIPT, calls.papers()[DocumentKind.RECEIPT])
    assert "送去打印" in calls.print_sheet(calls.new_sheet())
    assert calls.verified_today() == (MANAGER, counter.clock.now().date())
    assert calls.initials("高龄津贴")
    assert isinstance(calls.printers(), tuple)
