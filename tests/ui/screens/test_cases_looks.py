"""Looking closer at a case: full numbers, on record, and papers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import InputError
from desk_app.domain.worktime import soon_until
from desk_app.ui.screens.cases.filters import Moment
from desk_app.ui.screens.cases.standing import Asking, Preview
from tests.ui.screens.cases_desk import Desk, opened
from tests.ui.screens.cases_world import CALENDAR, ME, NOW, PAGE_PIXELS, World
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


# Looking.


def test_numbers_are_shown_once_it_was_said_what_for(world: World, owner: QObject) -> None:
    kept = world.add()
    desk = opened(world, owner, kept)
    looks = desk.presenter.page.looks
    looks.hold()
    assert desk.see().asking is Asking.PURPOSE
    assert desk.see().in_full is None
    looks.veil()  # the key comes up while the question stands
    looks.give_purpose(" 打电话 ")
    assert world.revealed == [(kept.id, "打电话")]
    assert desk.see().in_full == kept.case.applicant
    assert desk.see().asking is Asking.NOTHING
    looks.veil()
    assert desk.see().in_full is None


def test_the_second_look_is_not_asked_for_again_and_is_on_record_too(world: World, owner: QObject) -> None:
    kept = world.add()
    desk = opened(world, owner, kept)
    looks = desk.presenter.page.looks
    looks.give_purpose("打电话")
    looks.veil()
    looks.hold()
    looks.hold()  # the key repeats
    assert desk.see().in_full is not None
    assert len(world.revealed) == 2
    looks.veil()
    assert desk.see().in_full is None


def test_a_key_that_came_up_before_the_answer_shows_nothing(world: World, owner: QObject) -> None:
    kept = world.add()
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.show_case(kept.id)
    jobs.release()
    jobs.release()
    desk.presenter.page.looks.give_purpose("打电话")
    desk.presenter.page.looks.veil()
    jobs.release()
    assert desk.see().in_full is None
    assert desk.see().purpose_given


def test_without_a_purpose_or_a_right_nothing_is_shown(world: World, owner: QObject) -> None:
    kept = world.add()
    desk = opened(world, owner, kept)
    looks = desk.presenter.page.looks
    looks.hold()
    world.error = InputError("purpose_missing")
    looks.give_purpose(" ")
    assert desk.see().in_full is None
    assert desk.see().trouble is world.error
    assert desk.see().asking is Asking.PURPOSE
    looks.drop_question()
    assert desk.see().asking is Asking.NOTHING
    assert desk.see().trouble is None
    world.error = None
    looks.hold()
    assert desk.see().asking is Asking.PURPOSE


def test_numbers_never_stay_in_sight_for_the_next_case(world: World, owner: QObject) -> None:
    first, second = world.add(), world.add()
    desk = opened(world, owner, first)
    desk.presenter.page.looks.give_purpose("打电话")
    desk.presenter.page.open(second.id)
    assert desk.see().case.id == second.id
    assert desk.see().in_full is None
    assert not desk.see().purpose_given
    desk.presenter.page.open(first.id)
    assert desk.see().in_full is None
    assert desk.see().purpose_given


def test_after_locking_the_purpose_is_asked_for_again(world: World, owner: QObject) -> None:
    kept = world.add()
    desk = opened(world, owner, kept)
    desk.presenter.page.looks.give_purpose("打电话")
    desk.presenter.forget()
    desk.presenter.show_case(kept.id)
    desk.presenter.page.looks.hold()
    assert desk.see().asking is Asking.PURPOSE


def test_a_look_that_comes_back_after_the_case_left_shows_nothing(world: World, owner: QObject) -> None:
    first, second = world.add(), world.add()
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.show_case(first.id)
    jobs.release()
    jobs.release()
    desk.presenter.page.looks.give_purpose("打电话")
    (look,) = jobs.waiting
    jobs.waiting = []
    desk.presenter.page.open(second.id)
    jobs.release()
    jobs.release()
    jobs.waiting = [look]
    jobs.release()
    assert desk.see().in_full is None


def test_a_paper_can_be_looked_at_and_put_away(world: World, owner: QObject) -> None:
    kept = world.add("accepted", 1, papers=(DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE))
    first, second = kept.case.documents
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.show_case(kept.id)
    jobs.release()
    jobs.release()
    looks = desk.presenter.page.looks
    looks.preview(first.id)
    assert desk.see().preview == Preview(first)
    jobs.release()
    assert desk.see().preview == Preview(first, (PAGE_PIXELS,))
    desk.presenter.page.refresh()
    jobs.release()
    assert desk.see().preview is not None
    looks.preview(second.id)
    looks.close_preview()
    jobs.release()
    assert desk.see().preview is None


def test_a_bug_while_looking_goes_on_to_the_crash_handler(world: World, owner: QObject) -> None:
    desk = opened(world, owner, world.add())
    world.error = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        desk.presenter.page.looks.give_purpose("打电话")
