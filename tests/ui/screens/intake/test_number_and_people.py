"""The number of a paper, what history knows of its bearer, and whom a name may belong to."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.checked import Reason
from desk_app.domain.errors import DiskFull
from desk_app.domain.identity import IdType
from desk_app.domain.people import MandateKind, Proxy, Relation
from desk_app.domain.prefill import History, Relative
from tests.ui.screens.intake.world import (
    OLD_WOMAN,
    SON,
    STRANGER,
    WOMAN,
    Desk,
    World,
    known,
    person,
)
from tests.ui.screens.late_jobs import LateJobs

pytestmark = pytest.mark.usefixtures("qapp")


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
