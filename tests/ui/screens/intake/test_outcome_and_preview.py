"""A case that is open already, marks on the papers, the outcome, and the paper drawn ahead."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.cases import CaseState, MaterialState
from desk_app.domain.errors import GlyphMissing
from desk_app.domain.intake import Outcome
from desk_app.ui.screens.intake.lanes import OpenCaseStrip
from tests.ui.screens.intake.world import (
    OLD_WOMAN,
    Desk,
    World,
    complete,
    known,
)
from tests.ui.screens.late_jobs import LateJobs

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_case_that_is_open_already_is_asked_about(world: World, desk: Desk) -> None:
    known(world, CaseState.NOTICED)
    desk.presenter.moves.start("1-19")
    old_draft = desk.form().id
    desk.type("id_number", OLD_WOMAN)
    assert isinstance(desk.see().strip, OpenCaseStrip)
    assert desk.cursor[0] == "strip"
    assert not desk.presenter.questions.answer(3)
    assert desk.presenter.questions.answer(1)
    assert desk.form().id == world.histories[OLD_WOMAN].cases[0].id
    assert desk.see().strip is None
    assert old_draft not in world.saved
    assert desk.cursor[0] == "materials"


def test_a_second_case_may_be_begun_beside_an_open_one(world: World, desk: Desk) -> None:
    known(world, CaseState.ACCEPTED)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    assert desk.presenter.choose(2)
    assert desk.see().strip is None
    assert desk.cursor[0] == "materials"
    assert not desk.presenter.questions.dismiss()


def test_an_accepted_case_is_opened_and_this_form_held(world: World, desk: Desk) -> None:
    known(world, CaseState.ACCEPTED)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.questions.answer(1)
    assert desk.said("case") == [world.histories[OLD_WOMAN].cases[0]]
    assert desk.idle()
    assert len(desk.tabs) == 1


def test_all_taken_is_acceptance_with_its_due_day(desk: Desk) -> None:
    complete(desk)
    outcome = desk.outcome()
    assert outcome.judgement.outcome is Outcome.ACCEPT
    assert outcome.deadlines is not None
    assert outcome.deadlines.governing is not None
    assert outcome.deadlines.governing.due == date(2026, 12, 8)
    assert desk.cursor[0] == "materials"
    assert [row.state for row in desk.see().rows if row.material.exempt] == [MaterialState.SHARED]


def test_a_promise_gets_its_day_by_itself_and_loses_it_with_the_last_row(desk: Desk) -> None:
    complete(desk)
    desk.presenter.mark(2, MaterialState.DEFERRED)
    assert desk.outcome().judgement.outcome is Outcome.TOLERANCE
    assert desk.form().promise_by == date(2026, 12, 1)
    desk.presenter.promise(date(2026, 11, 30))
    assert [row.promise_by for row in desk.see().rows if row.material.number == 2] == [date(2026, 11, 30)]
    desk.presenter.mark(2, MaterialState.COPY)
    assert desk.form().promise_by is None


def test_grey_parts_do_nothing(desk: Desk) -> None:
    complete(desk)
    before = desk.form().marks
    desk.presenter.mark(1, MaterialState.DEFERRED)
    desk.presenter.mark(7, MaterialState.MISSING)
    desk.presenter.mark(99, MaterialState.MISSING)
    desk.presenter.reason(99, "没有")
    assert desk.form().marks == before


def test_the_same_mark_again_takes_it_back(desk: Desk) -> None:
    complete(desk)
    desk.presenter.mark(1, MaterialState.ORIGINAL)
    assert desk.outcome().judgement.outcome is Outcome.OPEN


def test_a_gap_leads_to_the_notice_and_its_reason_stays_with_the_row(desk: Desk) -> None:
    complete(desk)
    desk.presenter.mark(3, MaterialState.MISSING)
    desk.presenter.reason(3, "卡已过期，需换新卡")
    assert desk.outcome().judgement.outcome is Outcome.NOTICE
    assert [row.reason for row in desk.see().rows if row.material.number == 3] == ["卡已过期，需换新卡"]
    desk.presenter.pick_row(4)
    desk.presenter.pick_row(4)
    assert desk.see().lane.row == 4


def test_who_may_only_receive_is_told_so(world: World, desk: Desk) -> None:
    world.accepts = False
    complete(desk)
    assert not desk.outcome().allowed
    desk.presenter.mark(3, MaterialState.MISSING)
    assert desk.outcome().allowed, "telling what is missing needs no right of acceptance"


@pytest.mark.parametrize(
    ("item", "outcome"),
    [("1-5", Outcome.FINISH), ("1-7", Outcome.RECEIVE), ("1-8", Outcome.ASSIST), ("1-9", Outcome.DECLINE)],
)
def test_the_mode_of_the_item_decides(desk: Desk, item: str, outcome: Outcome) -> None:
    complete(desk, item)
    assert desk.outcome().judgement.outcome is outcome
    assert (desk.outcome().deadlines is None) == (item in ("1-7", "1-8", "1-9"))


def test_the_paper_is_drawn_when_there_is_something_to_draw(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.previews.now()
    assert world.previews == []
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.take_all()
    desk.presenter.previews.now()
    assert len(desk.see().pages) == 1
    desk.presenter.entered("name", 0)
    desk.presenter.previews.now()
    assert len(world.previews) == 1, "moving the cursor changes no paper"
    desk.presenter.mark(1, MaterialState.ORIGINAL)
    desk.presenter.previews.now()
    assert desk.see().pages == ()


def test_a_paper_that_cannot_be_drawn_is_said_before_printing(world: World, desk: Desk) -> None:
    complete(desk)
    world.error = GlyphMissing(code_point=1)
    desk.presenter.previews.now()
    assert isinstance(desk.trouble(), GlyphMissing)


def test_no_paper_without_a_lane(world: World, owner: QObject) -> None:
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.previews.now()
    complete(desk)
    desk.presenter.previews.now()
    desk.presenter.moves.close()
    jobs.release()
    assert desk.presenter.session.pages == {}
