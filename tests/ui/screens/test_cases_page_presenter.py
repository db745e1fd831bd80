"""The decisions of one case's page: what is next, what is printed, what may be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError, DiskFull, InputError, NotAllowed, NotFound
from desk_app.domain.worktime import Deadlines, Lamp, soon_until
from desk_app.ui.screens.cases.filters import Moment
from desk_app.ui.screens.cases.standing import Asking, Done, NextStep, lamp_of, main_paper
from tests.ui.screens.cases_desk import Desk, opened
from tests.ui.screens.cases_world import CALENDAR, ME, NOW, Kept, World, met
from tests.ui.screens.late_jobs import LateJobs

TODAY = NOW.date()
MOMENT = Moment(TODAY, soon_until(TODAY, CALENDAR), ME)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


# One case.


def test_opening_a_case_shows_it_and_then_its_code(world: World, owner: QObject) -> None:
    kept = world.add("accepted", 1)
    desk = opened(world, owner, kept)
    assert desk.see().case.id == kept.id
    assert desk.see().qr is not None
    assert desk.said("called") == desk.said("opening") == [kept.id]
    assert (desk.see().lamp, desk.see().days_left) == (Lamp.OK, 9)


def test_only_the_case_that_is_wanted_now_is_shown(world: World, owner: QObject) -> None:
    first, second = world.add(), world.add()
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.page.open(first.id)
    desk.presenter.page.open(second.id)
    jobs.release()
    jobs.release()
    assert desk.see().case.id == second.id


def test_a_case_that_is_not_there_is_told(world: World, owner: QObject) -> None:
    desk = Desk(world, owner)
    desk.presenter.show_case(UUID(int=4))
    (error,) = desk.said("not_opened")
    assert isinstance(error, NotFound)
    assert desk.presenter.page.wanted is None


def test_trouble_of_a_case_nobody_waits_for_is_not_told(world: World, owner: QObject) -> None:
    kept = world.add()
    desk = Desk(world, owner)
    desk.presenter.page.open(kept.id)
    desk.presenter.page._failed(UUID(int=4), DiskFull())
    assert desk.said("not_opened") == []
    with pytest.raises(ZeroDivisionError):
        desk.presenter.page._failed(kept.id, ZeroDivisionError())


@pytest.mark.parametrize(
    ("state", "papers", "step", "paper"),
    [
        ("noticed", (DocumentKind.NOTICE,), NextStep.RESUME, DocumentKind.NOTICE),
        ("received", (DocumentKind.RECEIPT,), NextStep.REPRINT, DocumentKind.RECEIPT),
        ("accepted", (DocumentKind.ACCEPTANCE, DocumentKind.RECEIPT), NextStep.REPRINT, DocumentKind.RECEIPT),
        ("accepted", (DocumentKind.ACCEPTANCE,), NextStep.REPRINT, DocumentKind.ACCEPTANCE),
        ("finished", (DocumentKind.COMPLETION,), NextStep.REPRINT, DocumentKind.COMPLETION),
        ("finished", (DocumentKind.REFERRAL,), NextStep.REPRINT, DocumentKind.REFERRAL),
        ("accepted", (), NextStep.NONE, None),
    ],
)
def test_the_next_step_follows_from_the_state(
    world: World,
    owner: QObject,
    state: str,
    papers: tuple[DocumentKind, ...],
    step: NextStep,
    paper: DocumentKind | None,
) -> None:
    desk = opened(world, owner, world.add(state, 1, papers=papers))
    assert desk.see().step is step
    found = main_paper(desk.see().case)
    assert (found.kind if found else None) is paper


def test_resuming_hands_the_case_on(world: World, owner: QObject) -> None:
    kept = world.add("noticed", 1)
    desk = opened(world, owner, kept)
    desk.presenter.page.acts.primary()
    (case,) = desk.said("resume")
    assert getattr(case, "id", None) == kept.id
    assert getattr(case, "state", None) is CaseState.NOTICED


def test_nothing_to_do_and_nothing_open_do_nothing(world: World, owner: QObject) -> None:
    desk = Desk(world, owner)
    acts, looks = desk.presenter.page.acts, desk.presenter.page.looks
    for act in (acts.primary, acts.reprint, acts.ask_withdraw, looks.hold, looks.veil, looks.drop_question):
        act()
    acts.withdraw("x")
    looks.give_purpose("x")
    looks.preview(UUID(int=1))
    looks.close_preview()
    desk.presenter.show_case(world.add("accepted", 1).id)
    acts.primary()
    acts.reprint()
    acts.ask_withdraw()
    looks.close_preview()
    looks.preview(UUID(int=1))
    assert (world.printed, world.withdrawn, world.revealed, desk.done) == ([], [], [], [])
    assert desk.see().asking is Asking.NOTHING


def test_printing_again_is_told_and_the_case_read_anew(world: World, owner: QObject) -> None:
    kept = world.add("accepted", 1, papers=(DocumentKind.ACCEPTANCE, DocumentKind.RECEIPT))
    desk = opened(world, owner, kept)
    desk.presenter.page.acts.primary()
    receipt = kept.case.document(DocumentKind.RECEIPT)
    assert receipt is not None
    assert world.printed == [("again", receipt.id)]
    assert desk.done == [Done(kept.case.number, (DocumentKind.RECEIPT,))]
    assert not desk.see().busy
    acceptance = kept.case.document(DocumentKind.ACCEPTANCE)
    assert acceptance is not None
    desk.presenter.page.acts.reprint(acceptance.id)
    assert world.printed[-1] == ("again", acceptance.id)


def test_a_second_press_prints_nothing_twice(world: World, owner: QObject) -> None:
    kept = world.add("accepted", 1, papers=(DocumentKind.RECEIPT,))
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.show_case(kept.id)
    jobs.release()
    jobs.release()
    desk.presenter.page.acts.primary()
    assert desk.see().busy
    desk.presenter.page.acts.primary()
    jobs.release()
    assert len(world.printed) == 1
    assert not desk.see().busy


def test_papers_a_power_cut_kept_back_are_the_next_step(world: World, owner: QObject) -> None:
    kept = world.add("accepted", 0, due=(DocumentKind.RECEIPT,))
    desk = opened(world, owner, kept)
    assert desk.see().step is NextStep.PRINT_DUE
    world.problem = "凭证没打出来。看看打印机，再打一次。"
    desk.presenter.page.acts.primary()
    assert world.printed == [("due", kept.id)]
    assert desk.see().trouble == world.problem
    assert desk.done == []
    world.problem, kept.due = None, ()
    desk.presenter.page.acts.primary()
    assert desk.see().trouble is None
    assert desk.see().step is NextStep.NONE
    assert len(desk.done) == 1


@pytest.mark.parametrize("raised", [True, False])
def test_a_print_that_failed_after_the_clerk_went_on_is_told_all_the_same(
    world: World, owner: QObject, *, raised: bool
) -> None:
    kept, other = world.add("accepted", 1, papers=(DocumentKind.RECEIPT,)), world.add("accepted", 2)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.show_case(kept.id)
    jobs.release()
    jobs.release()
    desk.presenter.page.acts.primary()
    (print_job,) = jobs.waiting
    jobs.waiting = []
    desk.presenter.show_case(other.id)
    jobs.release()
    jobs.release()
    world.error, world.problem = (DiskFull(), None) if raised else (None, "没有纸")
    jobs.waiting = [print_job]
    jobs.release()
    (done,) = desk.done
    assert done.number == kept.case.number
    assert done.problem == ("没有纸" if not raised else world.error)
    assert desk.see().trouble is None


def test_an_act_that_is_not_allowed_is_told_at_the_case(world: World, owner: QObject) -> None:
    desk = opened(world, owner, world.add("accepted", 1, papers=(DocumentKind.RECEIPT,)))
    world.error = NotAllowed("right_missing", right="print")
    desk.presenter.page.acts.primary()
    assert isinstance(desk.see().trouble, NotAllowed)
    assert not desk.see().busy
    world.error = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        desk.presenter.page.acts.primary()


# Taking back.


def accepted_now(world: World, seconds_ago: int = 60) -> Kept:
    kept = world.add("accepted", 0)
    moved = [replace(event, at=world.now - timedelta(seconds=seconds_ago)) for event in kept.story]
    kept.story = list(moved)
    return kept


def test_within_five_minutes_an_acceptance_can_be_taken_back_for_a_reason(
    world: World, owner: QObject
) -> None:
    kept = accepted_now(world)
    desk = opened(world, owner, kept)
    acts = desk.presenter.page.acts
    assert desk.see().can_withdraw
    acts.ask_withdraw()
    assert desk.see().asking is Asking.WITHDRAW_REASON
    acts.withdraw("  ")
    assert isinstance(desk.see().trouble, InputError)
    assert desk.see().asking is Asking.WITHDRAW_REASON
    acts.withdraw(" 选错事项 ")
    assert world.withdrawn == [(kept.id, "选错事项")]
    assert desk.see().case.state is CaseState.RECEIVED
    assert desk.see().asking is Asking.NOTHING
    assert desk.done == [Done(kept.case.number, withdrawn=True)]


def test_when_the_five_minutes_are_over_the_offer_and_the_question_go(world: World, owner: QObject) -> None:
    desk = opened(world, owner, accepted_now(world, 299))
    desk.presenter.page.acts.ask_withdraw()
    world.now += timedelta(seconds=2)
    desk.presenter.page.acts._look_at_window()
    assert not desk.see().can_withdraw
    assert desk.see().asking is Asking.NOTHING
    desk.presenter.page.close()
    desk.presenter.page.acts._look_at_window()
    assert desk.case() is None


def test_an_old_acceptance_cannot_be_taken_back(world: World, owner: QObject) -> None:
    desk = opened(world, owner, accepted_now(world, 301))
    assert not desk.see().can_withdraw


# Clocks.


def test_the_notice_timer_is_the_lamp_of_a_case_that_is_only_received(world: World, owner: QObject) -> None:
    desk = opened(world, owner, world.add("received", 1))
    assert desk.see().due is desk.see().view.notice_by
    assert desk.see().days_left == 4


def test_a_clock_that_stands_still_shows_the_lamp_of_a_pause(world: World, owner: QObject) -> None:
    desk = opened(world, owner, world.add("accepted", 1))
    promised = desk.see().view.deadlines.promised
    assert promised is not None
    paused = replace(desk.see().view, deadlines=Deadlines(replace(promised, due=None), None))
    assert lamp_of(paused, MOMENT) is Lamp.PAUSED
    desk.presenter.page.session.put(paused)
    assert (desk.see().lamp, desk.see().days_left) == (Lamp.PAUSED, 0)


def test_the_small_store_of_these_tests_knows_every_field_of_a_question(world: World) -> None:
    line = world.add("tolerated", 1).line()
    assert met(line, CaseQuery(deferred=True))
    assert not met(line, CaseQuery(due_to=date(2026, 1, 1)))
    assert isinstance(DiskFull(), DeskError)
