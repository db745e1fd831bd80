"""Committing, taking back, and showing a full number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.cases import MaterialState
from desk_app.domain.checked import Reason
from desk_app.domain.errors import DiskFull, IllegalMove, NotAllowed
from tests.ui.screens.intake.world import (
    OLD_WOMAN,
    SON,
    STRANGER,
    Desk,
    World,
    complete,
    known,
)
from tests.ui.screens.late_jobs import LateJobs

pytestmark = pytest.mark.usefixtures("qapp")


def test_commit_closes_the_lane_and_frees_the_desk(world: World, desk: Desk) -> None:
    known(world)
    complete(desk)
    desk.presenter.submission.submit()
    assert [form.applicant.id_number for form in world.submitted] == [OLD_WOMAN]
    assert desk.said("committed")
    assert desk.said("box"), "the cursor goes back to the command box"
    assert desk.idle()
    assert desk.tabs == ()
    assert world.saved == {}


def test_a_problem_sends_the_cursor_there_and_is_read_out(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.submission.submit()
    assert desk.cursor[0] == "id_number"
    assert desk.said("problem") == ["id_number"]
    problem = desk.see().boxes["id_number"].problem
    assert problem is not None
    assert problem.reason is Reason.EMPTY
    desk.type("id_number", STRANGER)
    assert desk.see().boxes["id_number"].problem is None


def test_problems_are_met_in_the_order_of_the_form(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("id_number", STRANGER)
    desk.type("phone", "123")
    desk.presenter.submission.submit()
    assert desk.cursor[0] == "name"
    desk.type("name", "李某某")
    desk.presenter.submission.submit()
    assert desk.cursor[0] == "phone"
    desk.type("phone", "")
    desk.presenter.typed("phone", "", 0)
    desk.presenter.chose("acting", "proxy")
    for place, text in (("proxy_name", "张某某"), ("proxy_id_number", SON)):
        desk.presenter.submission.submit()
        assert desk.cursor[0] == place
        desk.type(place, text)
    desk.presenter.submission.submit()
    assert desk.cursor[0] == "mandate"
    desk.presenter.chose("mandate", "written")
    desk.presenter.submission.submit()
    assert desk.cursor[0] == "materials"
    assert desk.see().materials_demanded
    desk.presenter.take_all()
    assert not desk.see().materials_demanded
    desk.presenter.submission.submit()
    assert desk.said("committed")


def test_a_second_press_while_committing_does_nothing(world: World, owner: QObject) -> None:
    known(world)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    jobs.release()
    desk.presenter.take_all()
    desk.presenter.submission.submit()
    assert desk.outcome().busy
    desk.presenter.submission.submit()
    desk.presenter.typed("remark", "晚了", 2)
    desk.presenter.mark(1, MaterialState.MISSING)
    jobs.release()
    assert len(world.submitted) == 1
    assert desk.idle()


def test_a_failed_commit_keeps_everything_also_on_the_disk(world: World, desk: Desk) -> None:
    known(world)
    complete(desk)
    desk.type("remark", "行动不便")
    world.error = DiskFull()
    desk.presenter.submission.submit()
    assert isinstance(desk.trouble(), DiskFull)
    assert desk.form().remark == "行动不便"
    assert not desk.outcome().busy
    desk.presenter.entered("name", 0)
    assert desk.trouble() is world.error, "looking round does not make it go away"
    world.error = None
    desk.presenter.autosave.now()
    desk.presenter.typed("remark", "行动不便，上门", 7)
    assert desk.trouble() is None
    desk.presenter.submission.submit()
    assert world.submitted[0].remark == "行动不便，上门"


def test_a_failure_of_a_lane_that_was_left_stays_with_that_lane(world: World, owner: QObject) -> None:
    known(world)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    complete(desk)
    jobs.release()
    desk.presenter.submission.submit()
    world.error = DiskFull()
    desk.presenter.moves.start("1-5")
    jobs.release()
    assert desk.trouble() is None
    desk.presenter.moves.show(0)
    assert isinstance(desk.trouble(), DiskFull)


def test_what_is_not_done_here_cannot_be_committed(world: World, desk: Desk) -> None:
    known(world)
    complete(desk, "1-9")
    desk.presenter.submission.submit()
    assert world.submitted == []


def test_nothing_to_commit_without_a_lane(world: World, desk: Desk) -> None:
    desk.presenter.submission.submit()
    assert world.submitted == []


def test_an_acceptance_is_taken_back_with_a_reason(world: World, desk: Desk) -> None:
    known(world)
    desk.presenter.submission.ask_withdraw()
    desk.presenter.submission.withdraw("没有")
    complete(desk)
    desk.presenter.submission.submit()
    desk.presenter.submission.ask_withdraw()
    assert len(desk.said("why")) == 1
    desk.presenter.submission.withdraw("收错人了")
    assert [reason for _, reason in world.withdrawn] == ["收错人了"]
    assert desk.said("withdrawn")
    desk.presenter.submission.ask_withdraw()
    assert len(desk.said("why")) == 1, "once only"


def test_a_withdrawal_that_comes_too_late_is_said(world: World, desk: Desk) -> None:
    known(world)
    complete(desk)
    desk.presenter.submission.submit()
    world.error = IllegalMove("withdraw_too_late", minutes=5)
    desk.presenter.submission.withdraw("收错人了")
    assert desk.said("failed") == [world.error]


def test_a_number_is_shown_once_that_is_on_record_and_only_while_the_key_is_down(
    world: World, desk: Desk
) -> None:
    known(world)
    complete(desk)
    desk.presenter.revealing.show("id_number")
    desk.presenter.revealing.show("id_number")
    assert world.revealed == [(desk.form().id, "id_number")]
    assert desk.see().boxes["id_number"].masked == ""
    desk.presenter.revealing.hide()
    desk.presenter.revealing.hide()
    assert desk.see().boxes["id_number"].masked
    desk.presenter.revealing.show("name")
    assert len(world.revealed) == 1


def test_a_number_is_not_shown_when_the_key_came_up_before_the_record_was_made(
    world: World, owner: QObject
) -> None:
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    complete(desk)
    jobs.release()
    desk.presenter.revealing.show("id_number")
    desk.presenter.revealing.hide()
    jobs.release()
    assert desk.said("revealed") == []


def test_who_may_not_see_numbers_is_told_so(world: World, desk: Desk) -> None:
    known(world)
    complete(desk)
    world.error = NotAllowed("right_missing", right="reveal")
    desk.presenter.revealing.show("id_number")
    assert isinstance(desk.trouble(), NotAllowed)
    assert desk.see().boxes["id_number"].masked
