"""Decisions of the intake screen: typing, history, marking, committing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import Shiboken

from desk_app.domain.cases import Acting, CaseState, MaterialState
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.checked import Reason
from desk_app.domain.errors import DiskFull, GlyphMissing, IllegalMove, NotAllowed
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm, Outcome
from desk_app.domain.people import MandateKind, Proxy, Relation
from desk_app.domain.prefill import History, Relative
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.lanes import ClearStrip, Lane, OpenCaseStrip
from tests.ui.screens.intake_world import (
    NOW,
    OLD_WOMAN,
    SON,
    STRANGER,
    WOMAN,
    Desk,
    LateJobs,
    World,
    case_of,
    person,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def desk(world: World, owner: QObject) -> Desk:
    return Desk(world, owner)


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    holder = QObject()
    yield holder
    Shiboken.delete(holder)


def known(world: World, state: CaseState = CaseState.FINISHED) -> None:
    """The woman has been here before, for the same item."""
    earlier = case_of(WOMAN, world.items["1-19"], state=state, at=NOW - timedelta(days=369))
    world.histories[OLD_WOMAN] = History(WOMAN, (earlier,))


def complete(desk: Desk, item: str = "1-19") -> None:
    desk.presenter.moves.start(item)
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.take_all()


# The number


def test_a_new_intake_starts_in_the_number(desk: Desk) -> None:
    assert desk.presenter.moves.start("1-19")
    assert desk.cursor == ("id_number", 0)
    assert desk.said("opened")


def test_while_it_is_typed_the_number_tells_how_much_is_missing(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN[:17])
    box = desk.see().boxes["id_number"]
    assert box.found is not None
    assert (box.found.reason, box.found.detail) == (Reason.TOO_SHORT, "1")
    assert box.problem is None, "an error is shown on leaving, not before"


def test_an_error_appears_on_leaving_and_vanishes_when_mended(desk: Desk) -> None:
    wrong = OLD_WOMAN[:17] + ("1" if OLD_WOMAN[-1] != "1" else "2")
    desk.presenter.moves.start("1-19")
    desk.type("id_number", wrong)
    desk.presenter.left("id_number")
    problem = desk.see().boxes["id_number"].problem
    assert problem is not None
    assert problem.reason is Reason.CHECK_CHARACTER
    assert desk.see().boxes["id_number"].masked == "", "what has to be mended has to be seen"
    desk.presenter.typed("id_number", OLD_WOMAN, 18)
    assert desk.see().boxes["id_number"].problem is None


def test_an_unknown_citizen_s_number_moves_on_to_the_name(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("id_number", STRANGER)
    assert desk.cursor[0] == "name"
    assert desk.see().sex is not None
    assert desk.see().age == 76


def test_a_known_citizen_s_number_fills_the_form_and_moves_on_to_the_papers(world: World, desk: Desk) -> None:
    known(world)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    assert desk.cursor[0] == "materials"
    assert desk.form().applicant.name == "张某某"
    assert desk.see().boxes["phone"].since == date(2025, 11, 20)
    assert desk.see().boxes["fields.account"].text == "社保卡 尾号 0000"
    assert desk.see().last_visit == date(2025, 11, 20)
    assert desk.see().boxes["id_number"].masked == OLD_WOMAN[:6] + "*" * 8 + OLD_WOMAN[-4:]
    assert [(rule.years, rule.met) for rule in desk.see().age_rules] == [(80, True)]


def test_an_old_number_waits_for_enter_and_is_shown_in_its_long_form(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("id_number", "110105491231002")
    assert desk.cursor[0] == "id_number"
    desk.presenter.advance("id_number")
    assert desk.form().applicant.id_number == STRANGER
    assert desk.cursor[0] == "name"


def test_another_kind_of_paper_has_its_own_rule(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.chose("id_type", "hmt_travel")
    desk.type("id_number", "h12345678")
    desk.presenter.advance("id_number")
    assert desk.form().applicant.id_number == "H12345678"
    assert desk.see().age is None


def test_a_prefilled_value_is_confirmed_by_leaving_it(world: World, desk: Desk) -> None:
    known(world)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.left("phone")
    assert desk.see().boxes["phone"].since is None
    desk.presenter.typed("address", "示例镇西村", 5)
    assert desk.see().boxes["address"].since is None


def test_a_late_answer_for_an_earlier_number_is_not_used(world: World, owner: QObject) -> None:
    known(world)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.typed("id_number", STRANGER, 18)
    jobs.release()
    assert desk.form().applicant.name == ""
    assert desk.see().last_visit is None


def test_an_answer_does_not_pull_the_cursor_away_from_what_is_being_typed(
    world: World, owner: QObject
) -> None:
    known(world)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.advance("id_number")
    desk.type("name", "张")
    jobs.release()
    assert desk.cursor[0] == "name"
    assert desk.form().applicant.name == "张", "what was typed stays"
    assert desk.form().applicant.phone == "13800000000"


def test_an_answer_for_a_lane_that_is_gone_is_dropped(world: World, owner: QObject) -> None:
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.moves.close()
    jobs.release()
    assert desk.idle()


def test_history_that_cannot_be_read_is_said_and_nothing_stops(world: World, desk: Desk) -> None:
    world.error = DiskFull()
    desk.presenter.moves.start("1-19")
    desk.type("id_number", STRANGER)
    assert desk.cursor[0] == "name"
    assert isinstance(desk.trouble(), DiskFull)
    assert desk.form().applicant.id_number == STRANGER


def test_a_bug_is_not_shown_as_a_sentence(world: World, desk: Desk) -> None:
    world.error = ZeroDivisionError()
    desk.presenter.moves.start("1-19")
    with pytest.raises(ZeroDivisionError):
        desk.type("id_number", STRANGER)


def test_history_for_a_lane_that_was_put_aside_waits_in_that_lane(world: World, owner: QObject) -> None:
    known(world)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.moves.start("1-5")
    jobs.release()
    assert desk.form().applicant.empty
    desk.presenter.moves.show(0)
    assert desk.form().applicant.name == "张某某"


def test_history_does_not_change_a_form_that_is_being_committed(world: World, owner: QObject) -> None:
    known(world)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("name", "张某某")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.take_all()
    desk.presenter.submission.submit()
    jobs.release()
    assert world.submitted[0].applicant.phone == ""
    assert desk.idle()


# Found by name or telephone, household


def test_a_name_typed_first_offers_people(world: World, desk: Desk) -> None:
    world.people = (WOMAN, person(STRANGER, "李某某"))
    known(world)
    desk.presenter.moves.start("1-19")
    desk.type("name", "张")
    assert desk.see().found == (), "one character would find half the town"
    desk.type("name", "张某")
    assert desk.see().found == (WOMAN,)
    assert desk.presenter.choose(1)
    assert desk.form().applicant.id_number == OLD_WOMAN
    assert desk.cursor[0] == "materials"
    assert desk.see().boxes["id_number"].masked
    assert desk.see().boxes["name"].since == date(2025, 11, 20)


def test_a_telephone_number_finds_too_and_what_is_whole_stays(world: World, desk: Desk) -> None:
    world.people = (WOMAN,)
    desk.presenter.moves.start("1-19")
    desk.type("phone", "1380")
    assert desk.see().found == (WOMAN,)
    desk.type("address", "示例镇西村")
    desk.type("phone", "13800000000")
    desk.presenter.choose(1)
    assert desk.form().applicant.address == "示例镇西村"
    assert "address" not in desk.form().unconfirmed


def test_a_suggestion_that_comes_after_the_text_changed_is_not_shown(world: World, owner: QObject) -> None:
    world.people = (WOMAN,)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("name", "张某")
    waiting = list(jobs.waiting)
    desk.presenter.typed("name", "李", 1)
    assert waiting
    jobs.release()
    assert desk.see().found == ()


def test_nobody_is_looked_for_once_a_number_is_there(world: World, desk: Desk) -> None:
    world.people = (WOMAN,)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", STRANGER)
    desk.type("name", "张某")
    assert desk.see().found == ()
    assert not desk.presenter.choose(1)


def test_the_household_is_offered_as_proxy_without_a_mandate(world: World, desk: Desk) -> None:
    son = person(SON, "李某某", phone="13900000000")
    before = Proxy(son.party(), Relation.CHILD, MandateKind.WRITTEN)
    world.histories[OLD_WOMAN] = History(WOMAN, (), (Relative(son, before),))
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    assert desk.see().relatives == ()
    desk.presenter.chose("acting", "proxy")
    assert [relative.person.name.value for relative in desk.see().relatives] == ["李某某"]
    assert desk.presenter.choose(1)
    assert desk.form().proxy.id_number == SON
    assert desk.form().mandate is MandateKind.NONE
    assert desk.cursor[0] == "mandate"
    assert 6 in [row.material.number for row in desk.see().rows], "the mandate is on the list now"


def test_a_guardian_needs_no_mandate(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.chose("acting", "proxy")
    desk.presenter.chose("relation", "guardian")
    assert desk.form().mandate is MandateKind.GUARDIANSHIP
    desk.presenter.chose("mandate", "none")
    assert desk.form().mandate is MandateKind.NONE


def test_a_proxy_s_number_moves_on_by_itself(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.chose("acting", "proxy")
    desk.type("proxy_id_number", SON)
    assert desk.cursor[0] == "proxy_phone"
    desk.presenter.chose("proxy_id_type", "passport")
    assert desk.form().proxy.id_type is IdType.PASSPORT


# A case that is open already


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


# Papers and outcome


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


# Preview


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


# Commit


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


# Taking back


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


# Showing a number


def test_a_number_is_shown_once_that_is_on_record_and_only_while_the_key_is_down(
    world: World, desk: Desk
) -> None:
    known(world)
    complete(desk)
    desk.presenter.reveal("id_number")
    desk.presenter.reveal("id_number")
    assert world.revealed == [(desk.form().id, "id_number")]
    assert desk.see().boxes["id_number"].masked == ""
    desk.presenter.veil()
    desk.presenter.veil()
    assert desk.see().boxes["id_number"].masked
    desk.presenter.reveal("name")
    assert len(world.revealed) == 1


def test_a_number_is_not_shown_when_the_key_came_up_before_the_record_was_made(
    world: World, owner: QObject
) -> None:
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    complete(desk)
    jobs.release()
    desk.presenter.reveal("id_number")
    desk.presenter.veil()
    jobs.release()
    assert desk.said("revealed") == []


def test_who_may_not_see_numbers_is_told_so(world: World, desk: Desk) -> None:
    known(world)
    complete(desk)
    world.error = NotAllowed("right_missing", right="reveal")
    desk.presenter.reveal("id_number")
    assert isinstance(desk.trouble(), NotAllowed)
    assert desk.see().boxes["id_number"].masked


# Wishes without a lane, and the small ones


def test_wishes_without_a_lane_do_nothing(desk: Desk) -> None:
    presenter = desk.presenter
    presenter.typed("name", "张", 1)
    presenter.entered("name", 0)
    presenter.left("name")
    presenter.advance("name")
    presenter.chose("acting", "proxy")
    presenter.mark(1, MaterialState.MISSING)
    presenter.reason(1, "x")
    presenter.pick_row(1)
    presenter.take_all()
    presenter.promise(date(2026, 12, 1))
    presenter.reveal("id_number")
    presenter.veil()
    presenter.autosave.now()
    presenter.previews.now()
    presenter.moves.hold()
    presenter.moves.close()
    presenter.moves.go_on_with(case_of(WOMAN, World().items["1-19"], state=CaseState.NOTICED, at=NOW))
    presenter.session.put(Lane(IntakeForm(UUID(int=7))))
    presenter.autosave.soon()
    presenter.autosave.save(UUID(int=7))
    presenter.moves.clear()
    presenter.moves.again()
    presenter.moves.set_item("1-5")
    presenter.moves.step(1)
    presenter.questions.ask_clear()
    assert not presenter.choose(1)
    assert not presenter.questions.answer(1)
    assert not presenter.questions.scan(OLD_WOMAN)
    assert not presenter.questions.dismiss()
    assert desk.idle()
    assert desk.heard == []


def test_enter_goes_through_the_form_in_its_order(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    places = []
    place = "name"
    desk.presenter.entered(place, 0)
    while place != "remark":
        desk.presenter.advance(place)
        place = desk.cursor[0]
        places.append(place)
        desk.presenter.entered(place, 0)
    assert places == ["phone", "address", "acting", "fields.account", "materials", "remark"]
    desk.presenter.advance("remark")
    assert desk.cursor[0] == "remark"


def test_leaving_a_place_that_is_no_box_changes_nothing(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    before = desk.form()
    desk.presenter.left("materials")
    assert desk.form() == before


def test_a_box_that_does_not_exist_is_a_bug(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    with pytest.raises(KeyError):
        desk.presenter.typed("nowhere", "x", 1)
    with pytest.raises(KeyError):
        desk.presenter.chose("nowhere", "x")


def test_an_organisation_has_a_name_of_another_kind(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.chose("id_type", "uscc")
    desk.type("name", "示例镇第1合作社（筹）")
    desk.presenter.left("name")
    assert desk.see().boxes["name"].problem is None


def test_clearing_asks_first(world: World, desk: Desk) -> None:
    known(world)
    complete(desk)
    old = desk.form().id
    desk.presenter.autosave.now()
    assert old in world.saved
    desk.presenter.questions.ask_clear()
    assert isinstance(desk.see().strip, ClearStrip)
    assert not desk.presenter.questions.answer(3)
    desk.presenter.questions.answer(2)
    assert desk.form().id == old
    desk.presenter.questions.ask_clear()
    desk.presenter.questions.answer(1)
    assert desk.form().id != old
    assert desk.form().applicant.empty
    assert desk.form().item_id == "1-19"
    assert old not in world.saved


def test_another_item_keeps_the_person_and_asks_the_old_papers_again(world: World, desk: Desk) -> None:
    known(world)
    complete(desk)
    desk.presenter.moves.set_item("1-19")
    assert desk.form().marks
    desk.presenter.moves.set_item("1-5")
    assert desk.form().applicant.id_number == OLD_WOMAN
    assert desk.form().marks == {}
    assert desk.cursor[0] == "materials"
    desk.presenter.moves.set_item("gone")
    assert desk.see().item is None
    assert desk.see().outcome is None
    desk.presenter.submission.submit()
    assert desk.said("problem") == ["item"]


def test_an_item_the_user_picks_for_someone_else_s_mode_changes_words_only(world: World, desk: Desk) -> None:
    world.items["1-19"] = replace(world.items["1-19"], mode=HandlingMode.ENTRUSTED_ACCEPT)
    known(world)
    complete(desk)
    assert desk.outcome().judgement.outcome is Outcome.ACCEPT


def test_the_acting_person_is_one_of_three(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.chose("acting", "visit")
    assert desk.form().acting is Acting.VISIT
    assert fields.order(desk.form(), ())[4] == "acting"
