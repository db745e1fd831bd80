"""Decisions of the settings: what is saved when, who may, what is told."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.catalogue import HandlingMode, SiteItem, Verification
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import DiskFull, PrinterTrouble
from desk_app.ui.screens.settings.calls import DeskValues
from desk_app.ui.screens.settings.items.rows import ItemChoice
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.shown import Said
from desk_app.ui.screens.settings.site_facts import Flaw, SiteField
from tests.ui.screens.late_jobs import LateJobs
from tests.ui.screens.settings.office import BACKUP, NOTED, TODAY, WANG, Office, review
from tests.ui.screens.settings.watching import opened

pytestmark = pytest.mark.usefixtures("qapp")


# 打印、显示


def test_printers_are_looked_for_when_the_page_is_opened(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.PRINTING, owner)
    office.printers = ("激光", "柜台热敏机")
    page.presenter.refresh()
    found = [shown.desk.printers for shown in page.shown]
    assert found[0] == ("柜台热敏机",)
    assert found[-1] == office.printers


def test_a_paper_is_chosen_and_tested(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.PRINTING, owner)
    setting = PaperSetting("柜台热敏机", PaperSize.ROLL80)
    page.presenter.desk.change_paper(DocumentKind.RECEIPT, setting)
    assert office.papers == {DocumentKind.RECEIPT: setting}
    assert page.did(Said.SAVED)
    page.presenter.desk.test(DocumentKind.RECEIPT)
    page.presenter.desk.test(DocumentKind.NOTICE)
    assert office.told[-2:] == [
        ("test", DocumentKind.RECEIPT, setting),
        ("test", DocumentKind.NOTICE, PaperSetting()),
    ]
    assert (page.now.said, page.now.text) == (Said.TEXT, "试打的纸已送出")


def test_a_look_is_put_on_at_once_and_kept(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.DISPLAY, owner)
    page.presenter.desk.change("theme", "dark")
    page.presenter.desk.change("large_type", "1")
    page.presenter.desk.change("lock_after_minutes", "10")
    assert office.looks == [("dark", False), ("dark", True)]
    assert office.values == DeskValues("dark", True, 10)


def test_two_changes_before_the_first_is_saved_both_hold(owner: QObject) -> None:
    office, jobs = Office(), LateJobs()
    page = opened(office, Section.DISPLAY, owner, jobs)
    page.presenter.desk.change("explain_due", "1")
    page.presenter.desk.change("backup_folder", " backups ")
    jobs.release()
    assert (office.values.explain_due, office.values.backup_folder) == (True, "backups")
    jobs.deleteLater()


def test_settings_that_cannot_be_kept_are_told(owner: QObject) -> None:
    office = Office(trouble=DiskFull())
    page = opened(office, Section.DISPLAY, owner)
    page.presenter.desk.change("theme", "dark")
    assert isinstance(page.now.trouble, DiskFull)
    page.presenter.open(Section.PRINTING)
    assert page.now.trouble is None


# 站点


def test_a_fact_is_saved_when_its_line_is_left(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.SITE, owner)
    page.presenter.site.type_text("phone", "0000-1")
    assert office.told == []
    page.presenter.site.change("phone", " 0000-0000001 ")
    assert office.facts.phone == "0000-0000001"
    assert page.said == ["site"]
    page.presenter.site.change("phone", "0000-0000001")
    assert len(office.told) == 1


def test_a_fact_that_does_not_hold_stays_typed_and_is_not_saved(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.SITE, owner)
    page.presenter.site.change("name", "")
    assert page.now.site.problems[SiteField.NAME].flaw is Flaw.EMPTY
    assert office.told == []


def test_a_line_left_while_another_is_being_saved_is_saved_next(owner: QObject) -> None:
    office, jobs = Office(), LateJobs()
    page = opened(office, Section.SITE, owner, jobs)
    page.presenter.site.change("phone", "0000-0000001")
    page.presenter.site.change("hours", "工作日")
    assert page.busy()
    jobs.release()
    jobs.release()
    assert (office.facts.phone, office.facts.hours) == ("0000-0000001", "工作日")
    assert len(office.told) == 2
    jobs.deleteLater()


def test_a_failure_does_not_hold_up_what_waits(owner: QObject) -> None:
    office, jobs = Office(), LateJobs()
    page = opened(office, Section.SITE, owner, jobs)
    page.presenter.site.change("phone", "0000-0000001")
    page.presenter.site.change("hours", "工作日")
    office.trouble = DiskFull()
    jobs.release()
    office.trouble = None
    jobs.release()
    assert office.facts.hours == "工作日"
    jobs.deleteLater()


# 事项


def test_a_tick_and_a_line_are_laid_over_what_was_said_before(owner: QObject) -> None:
    office = Office(overrides={"1-1": SiteItem("1-1", counter="03 号窗口", promised_days=5)})
    page = opened(office, Section.ITEMS, owner)
    items = page.presenter.items
    items.change("phone", "12345")
    items.verify()
    assert office.told == []
    items.choose("1-1")
    assert page.now.items.values["promised_days"] == "5"
    items.decide(ItemChoice("1-1", False, HandlingMode.ASSIST))
    items.change("phone", " 12345 ")
    items.change("promised_days", "10")
    said = office.overrides["1-1"]
    assert said == SiteItem("1-1", False, HandlingMode.ASSIST, 10, counter="03 号窗口", phone="12345")
    assert page.said == ["site"] * 3
    items.change("promised_days", "")
    assert office.overrides["1-1"].promised_days is None


@pytest.mark.parametrize("typed", ["zehn", "367", "-1", "１０", "1.5"])
def test_days_that_are_no_number_are_refused_and_stay(owner: QObject, typed: str) -> None:
    office = Office()
    page = opened(office, Section.ITEMS, owner)
    page.presenter.items.choose("1-1")
    page.presenter.items.change("promised_days", typed)
    assert page.now.items.days_wrong
    assert page.now.items.values["promised_days"] == typed
    assert office.told == []
    page.presenter.items.choose("1-5")
    assert not page.now.items.days_wrong


def test_a_line_that_could_not_be_saved_stays_as_it_was_typed(owner: QObject) -> None:
    office = Office(trouble=DiskFull())
    page = opened(office, Section.ITEMS, owner)
    page.presenter.items.choose("1-1")
    page.presenter.items.change("phone", "12345")
    assert page.now.items.values["phone"] == "12345"
    office.trouble = None
    page.presenter.items.change("phone", "12345")
    assert office.overrides["1-1"].phone == "12345"


def test_verifying_writes_who_and_when(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.ITEMS, owner)
    assert page.now.items.values == {}
    page.presenter.items.choose("1-5")
    page.presenter.items.choose("1-5")
    page.presenter.items.verify()
    assert office.overrides["1-5"].verified == Verification("王某某", TODAY)
    assert page.did(Said.VERIFIED)
    item = page.now.items.item
    assert item is not None
    assert not item.reference_only


def test_two_changes_of_one_item_in_a_row_both_hold(owner: QObject) -> None:
    office, jobs = Office(), LateJobs()
    page = opened(office, Section.ITEMS, owner, jobs)
    jobs.release()
    page.presenter.items.choose("1-1")
    page.presenter.items.change("phone", "12345")
    page.presenter.items.change("counter", "03 号窗口")
    for _ in range(4):
        jobs.release()
    assert (office.overrides["1-1"].phone, office.overrides["1-1"].counter) == ("12345", "03 号窗口")
    jobs.deleteLater()


# 日历、备份、目录、关于


def test_a_calendar_file(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.CALENDAR, owner)
    page.presenter.stock.import_calendar("2027.json")
    assert (page.now.stock.years, page.now.stock.imported) == ((2025, 2026, 2027), (2027,))
    assert page.did(Said.CALENDAR_IMPORTED)
    assert page.said == ["site"]


def test_a_backup(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.BACKUP, owner)
    page.presenter.stock.back_up()
    assert [page.shown[0].stock.backup, page.now.stock.backup] == [None, BACKUP]
    assert page.did(Said.BACKED_UP)


def test_a_release_is_reviewed_before_it_is_put_in_force(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.CATALOGUE, owner)
    catalogue = page.presenter.catalogue
    catalogue.adopt()
    assert len(page.now.catalogue.releases) == 2
    catalogue.review("new.json")
    assert page.now.catalogue.review == review()
    page.presenter.back()
    catalogue.adopt()
    catalogue.review("new.json")
    catalogue.adopt()
    assert office.told == [("review", "new.json"), ("review", "new.json"), ("adopt", "new.json")]
    assert page.did(Said.RELEASE_ADOPTED)
    assert page.said == ["site"]


def test_the_lint_of_what_is_in_force(owner: QObject) -> None:
    page = opened(Office(), Section.CATALOGUE, owner)
    page.presenter.catalogue.lint()
    assert page.now.catalogue.findings == (NOTED,)


def test_about_and_what_is_copied(owner: QObject) -> None:
    page = opened(Office(), Section.ABOUT, owner)
    assert [fact.name for fact in page.now.stock.about] == ["Python", "Qt"]
    page.presenter.stock.copy_diagnostics()
    assert page.said == ["desk-app 0.1.0"]
    assert page.did(Said.COPIED)


# Together


def test_a_bug_goes_to_the_crash_handler(owner: QObject) -> None:
    page = opened(Office(trouble=ZeroDivisionError()), Section.PRINTING, owner)
    with pytest.raises(ZeroDivisionError):
        page.presenter.desk.test(DocumentKind.RECEIPT)
    assert not page.now.busy


def test_only_one_slow_thing_at_a_time(owner: QObject) -> None:
    office, jobs = Office(), LateJobs()
    page = opened(office, Section.PRINTING, owner, jobs)
    page.presenter.desk.test(DocumentKind.RECEIPT)
    page.presenter.desk.test(DocumentKind.RECEIPT)
    jobs.release()
    assert len(office.told) == 1
    jobs.deleteLater()


def test_trouble_with_a_printer_is_told(owner: QObject) -> None:
    page = opened(Office(trouble=PrinterTrouble("printer_gone", printer="激光")), Section.PRINTING, owner)
    page.presenter.desk.test(DocumentKind.RECEIPT)
    assert isinstance(page.now.trouble, PrinterTrouble)


def test_another_person_may_be_missing_after_a_refresh(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.PEOPLE, owner)
    page.presenter.people.choose(UUID(int=2))
    office.users = [replace(WANG, counter="01 号窗口")]
    page.presenter.refresh()
    assert page.now.people.chosen == WANG.id
