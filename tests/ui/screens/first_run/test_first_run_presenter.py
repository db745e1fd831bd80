"""Decisions of the first run: what is checked, what is saved when, and how it is taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import Shiboken

from desk_app.domain.accounts import PasswordFlaw
from desk_app.domain.catalogue import HandlingMode, Tier
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import DiskFull, PrinterTrouble
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.first_run.calls import Progress, Step
from desk_app.ui.screens.first_run.presenter import FirstRunPresenter
from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.screens.settings.items.rows import ItemChoice
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.site_facts import Flaw, SiteField
from tests.ui.screens.first_run.machine import FACTS, WORDS, Machine, advice_only, at
from tests.ui.screens.late_jobs import LateJobs

pytestmark = pytest.mark.usefixtures("qapp")
GOOD = "geheim-2026"


@dataclass
class Watched:
    """A presenter and what it said."""

    presenter: FirstRunPresenter
    shown: list[Shown] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter.pictured.connect(self.shown.append)
        session = self.presenter.session
        session.focus_wanted.connect(self.said.append)
        session.finished.connect(lambda: self.said.append("finished"))
        session.demo_ready.connect(lambda: self.said.append("demo"))
        self.presenter.start()

    @property
    def now(self) -> Shown:
        return self.shown[-1]

    def on(self, step: Step) -> bool:
        return self.now.step is step

    def has_items(self) -> bool:
        return self.now.items is not None


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    holder = QObject()
    yield holder
    Shiboken.delete(holder)


def run_of(machine: Machine, owner: QObject) -> Watched:
    return Watched(FirstRunPresenter(machine.calls, InlineJobs(owner), owner))


# 1 这是哪里


def test_it_begins_with_the_site_and_offers_the_demo(owner: QObject) -> None:
    run = run_of(Machine(), owner)
    assert run.on(Step.SITE)
    assert run.now.offers_demo
    assert run.now.reachable == {Step.SITE}
    assert run.now.site.counts[Tier.VILLAGE] == 7
    assert not run.now.site.problems


def test_going_on_says_everything_that_is_missing_and_leads_to_the_first(owner: QObject) -> None:
    run = run_of(Machine(), owner)
    run.presenter.site.type_text(SiteField.PHONE, "abc")
    assert not run.now.site.problems
    run.presenter.next()
    assert run.on(Step.SITE)
    assert run.now.site.problems[SiteField.NAME].flaw is Flaw.EMPTY
    assert run.now.site.problems[SiteField.PHONE].flaw is Flaw.NOT_PHONE
    assert run.said == ["name"]


def test_a_field_is_judged_when_it_is_left_and_forgiven_when_mended(owner: QObject) -> None:
    machine = Machine()
    run = run_of(machine, owner)
    run.presenter.site.leave(SiteField.NAME)
    assert not run.now.site.problems
    run.presenter.site.type_text(SiteField.REGION, "3710730000")
    run.presenter.site.leave(SiteField.REGION)
    assert run.now.site.problems[SiteField.REGION].detail == 2
    assert machine.progress.facts.region_code == "3710730000"
    run.presenter.site.type_text(SiteField.REGION, "371073000000")
    assert not run.now.site.problems


def test_the_kind_of_site_is_kept_at_once(owner: QObject) -> None:
    machine = Machine()
    run = run_of(machine, owner)
    run.presenter.site.set_tier(Tier.TOWN)
    assert machine.progress == Progress()
    run.presenter.site.set_tier(Tier.VILLAGE)
    assert machine.progress.facts.tier is Tier.VILLAGE


def test_progress_that_cannot_be_kept_is_told(owner: QObject) -> None:
    machine = Machine()

    def full(_progress: Progress) -> None:
        raise DiskFull

    calls = replace(machine.calls, save_progress=full)
    run = Watched(FirstRunPresenter(calls, InlineJobs(owner), owner))
    run.presenter.site.leave(SiteField.NAME)
    assert isinstance(run.now.trouble, DiskFull)


# 2 谁来用


def filled(machine: Machine, owner: QObject) -> Watched:
    run = run_of(machine, owner)
    run.presenter.people.type_name("王某某")
    run.presenter.people.type_password(GOOD, GOOD)
    return run


def test_rules_follow_every_key(owner: QObject) -> None:
    run = run_of(at(Step.PEOPLE, made=False), owner)
    run.presenter.people.type_name("王某某")
    run.presenter.people.type_password("王某某", "王某")
    assert PasswordFlaw.CONTAINS_NAME in run.now.people.new.flaws
    assert not run.now.people.new.same
    run.presenter.people.type_password(GOOD, GOOD)
    assert run.now.people.new.good


def test_without_a_name_or_a_good_password_nothing_is_made(owner: QObject) -> None:
    machine = at(Step.PEOPLE, made=False)
    run = run_of(machine, owner)
    run.presenter.people.type_name("  ")
    run.presenter.people.leave_name()
    run.presenter.next()
    assert run.now.people.name_missing
    run.presenter.people.type_name("王某某")
    run.presenter.next()
    assert run.said == ["name", "password"]
    assert machine.made == []


def test_making_the_site_shows_the_sheet_once_and_locks_what_is_fixed(owner: QObject) -> None:
    machine = at(Step.PEOPLE, made=False)
    run = filled(machine, owner)
    run.presenter.people.leave_name()
    assert machine.progress.admin == "王某某"
    run.presenter.next()
    assert machine.made == [(FACTS.tidy, "王某某", GOOD)]
    assert machine.made[0][0].point_code == "371073"
    assert (run.now.people.made, run.now.people.words) == (True, WORDS)
    assert not run.now.people.new.begun
    assert run.now.site.locked
    assert not run.now.offers_demo
    run.presenter.site.type_text(SiteField.NAME, "别处")
    run.presenter.site.leave(SiteField.NAME)
    run.presenter.site.set_tier(Tier.VILLAGE)
    run.presenter.people.leave_name()
    assert machine.progress.facts == FACTS


def test_nothing_goes_on_before_the_sheet_is_kept(owner: QObject) -> None:
    machine = at(Step.PEOPLE, made=False)
    run = filled(machine, owner)
    run.presenter.people.keep_sheet(True)
    assert machine.progress == Progress(Step.PEOPLE, FACTS, "王某某")
    run.presenter.next()
    run.presenter.next()
    assert run.said == ["sheet_kept"]
    assert run.now.reachable == {Step.SITE, Step.PEOPLE}
    run.presenter.people.keep_sheet(True)
    assert run.now.people.sheet_kept
    run.presenter.next()
    assert run.on(Step.ITEMS)
    assert run.now.people.words == ""
    assert run.now.reachable == set(Step)


def test_the_sheet_is_printed_and_saved_and_reported(owner: QObject) -> None:
    machine = at(Step.PEOPLE, made=False)
    run = filled(machine, owner)
    run.presenter.people.print_sheet()
    run.presenter.people.save_sheet()
    assert machine.sheets == []
    run.presenter.next()
    run.presenter.people.print_sheet()
    assert run.now.said == "恢复单已送到打印机"
    machine.trouble = PrinterTrouble("printer_refused", printer="激光")
    run.presenter.people.save_sheet()
    assert machine.sheets == [WORDS]
    assert run.now.said == ""
    assert isinstance(run.now.trouble, PrinterTrouble)


def test_taken_up_again_the_sheet_can_be_ticked_or_renewed(owner: QObject) -> None:
    machine = at(Step.PEOPLE, kept=False)
    run = run_of(machine, owner)
    assert run.now.people.words == ""
    run.presenter.people.renew_sheet()
    assert run.now.people.words == WORDS[::-1]
    run.presenter.people.keep_sheet(True)
    run.presenter.next()
    assert run.on(Step.ITEMS)


def test_a_failure_in_making_keeps_everything_typed(owner: QObject) -> None:
    machine = at(Step.PEOPLE, made=False)
    machine.trouble = DiskFull()
    run = filled(machine, owner)
    run.presenter.next()
    assert isinstance(run.now.trouble, DiskFull)
    assert run.now.people.new.good
    assert not run.now.busy
    machine.trouble = None
    run.presenter.next()
    assert len(machine.made) == 1


def test_a_bug_goes_to_the_crash_handler(owner: QObject) -> None:
    machine = at(Step.PEOPLE, made=False)
    machine.trouble = ZeroDivisionError()
    run = filled(machine, owner)
    with pytest.raises(ZeroDivisionError):
        run.presenter.next()
    assert not run.now.busy


def test_while_something_slow_runs_nothing_else_begins(owner: QObject) -> None:
    machine = at(Step.PEOPLE, made=False)
    jobs = LateJobs()
    run = Watched(FirstRunPresenter(machine.calls, jobs, owner))
    run.presenter.people.type_name("王某某")
    run.presenter.people.type_password(GOOD, GOOD)
    run.presenter.next()
    assert run.now.busy
    run.presenter.next()
    run.presenter.back()
    run.presenter.go(Step.SITE)
    run.presenter.make_demo()
    run.presenter.people.renew_sheet()
    run.presenter.leave()
    run.presenter.people.keep_sheet(True)
    run.presenter.printing.test(DocumentKind.RECEIPT)
    jobs.release()
    assert len(machine.made) == 1
    assert (run.now.step, machine.demos, machine.tested) == (Step.PEOPLE, 0, [])
    jobs.deleteLater()


# 3 办哪些事


def test_the_sites_own_list_is_read_once(owner: QObject) -> None:
    run = run_of(at(Step.ITEMS), owner)
    assert run.now.items is not None
    assert [row.choice.item_id for row in run.now.items] == ["1-1", "1-5", "1-9"]
    run.presenter.back()
    run.presenter.go(Step.ITEMS)
    assert run.on(Step.ITEMS)


def test_only_what_changed_is_saved_and_only_once(owner: QObject) -> None:
    machine = at(Step.ITEMS)
    run = run_of(machine, owner)
    run.presenter.items.decide(advice_only("1-5"))
    run.presenter.items.decide(ItemChoice("1-1", True, HandlingMode.ENTRUSTED_RECEIVE))
    run.presenter.next()
    assert machine.saved_items == [
        (ItemChoice("1-1", True, HandlingMode.ENTRUSTED_RECEIVE), advice_only("1-5"))
    ]
    assert run.on(Step.PRINTING)
    run.presenter.back()
    run.presenter.next()
    assert len(machine.saved_items) == 1


def test_decisions_that_cannot_be_saved_stay_on_the_page(owner: QObject) -> None:
    machine = at(Step.ITEMS)
    run = run_of(machine, owner)
    machine.trouble = DiskFull()
    run.presenter.items.decide(advice_only("1-5"))
    run.presenter.next()
    assert run.on(Step.ITEMS)
    assert isinstance(run.now.trouble, DiskFull)
    assert run.presenter.items.pending == (advice_only("1-5"),)


def test_closing_the_window_saves_what_was_decided(owner: QObject) -> None:
    machine = at(Step.ITEMS)
    run = run_of(machine, owner)
    run.presenter.leave()
    assert machine.saved_items == []
    run.presenter.items.decide(advice_only("1-5"))
    run.presenter.leave()
    assert machine.saved_items == [(advice_only("1-5"),)]


def test_before_the_list_is_read_nothing_can_be_decided(owner: QObject) -> None:
    jobs = LateJobs()
    run = Watched(FirstRunPresenter(at(Step.ITEMS).calls, jobs, owner))
    run.presenter.items.decide(advice_only("1-5"))
    assert not run.has_items()
    jobs.release()
    assert run.has_items()
    jobs.deleteLater()


# 4 打印


def test_printers_are_looked_for_and_a_choice_holds_at_once(owner: QObject) -> None:
    machine = at(Step.PRINTING)
    run = run_of(machine, owner)
    assert run.now.printing.printers == machine.printers
    setting = PaperSetting("柜台热敏机", PaperSize.ROLL80)
    run.presenter.printing.change(DocumentKind.RECEIPT, setting)
    assert machine.saved_papers[-1][DocumentKind.RECEIPT] == setting
    assert machine.saved_papers[-1][DocumentKind.ACCEPTANCE].copies == 2
    run.presenter.printing.test(DocumentKind.RECEIPT)
    assert machine.tested == [(DocumentKind.RECEIPT, setting)]
    assert run.now.said == "试打的纸已送出"
    run.presenter.printing.test(DocumentKind.NOTICE)
    assert machine.tested[-1] == (DocumentKind.NOTICE, PaperSetting())


# 5 试办一件


def test_the_last_page_ends_it(owner: QObject) -> None:
    machine = at(Step.PRINTING)
    run = run_of(machine, owner)
    run.presenter.next()
    assert run.on(Step.TRIAL)
    assert run.now.done == set(Step) - {Step.TRIAL}
    run.presenter.next()
    assert machine.finished == 1
    assert run.said == ["finished"]


def test_the_demo_is_made_with_progress_and_then_opened(owner: QObject) -> None:
    machine = Machine()
    run = run_of(machine, owner)
    run.presenter.make_demo()
    assert (120, 300) in [shown.demo for shown in run.shown]
    assert run.said == ["demo"]
    assert (run.now.busy, run.now.demo) == (False, None)


def test_a_demo_that_fails_leaves_everything_as_it_was(owner: QObject) -> None:
    machine = Machine(trouble=DiskFull())
    run = run_of(machine, owner)
    run.presenter.make_demo()
    assert isinstance(run.now.trouble, DiskFull)
    assert (run.now.busy, run.now.demo, run.said) == (False, None, [])


def test_walking_between_pages(owner: QObject) -> None:
    run = run_of(at(Step.TRIAL), owner)
    run.presenter.go(Step.TRIAL)
    run.presenter.go(Step.SITE)
    assert run.on(Step.SITE)
    run.presenter.back()
    assert run.on(Step.SITE)
    run.presenter.next()
    run.presenter.next()
    assert run.on(Step.ITEMS)
    fresh = run_of(Machine(), owner)
    fresh.presenter.go(Step.ITEMS)
    assert fresh.on(Step.SITE)
