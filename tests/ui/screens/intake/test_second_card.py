"""A second card never overwrites; a person found first is taken along."""

from __future__ import annotations

import pytest

from desk_app.domain.cases import Acting
from desk_app.domain.prefill import History
from desk_app.ui.screens.intake.lanes import FullStrip, SecondIdStrip
from tests.ui.screens.intake.world import OLD_WOMAN, SON, WOMAN, Desk, World, five

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_card_fills_the_empty_number_wherever_the_cursor_is(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.entered("id_number", 0)
    assert desk.presenter.questions.scan(OLD_WOMAN)
    assert desk.form().applicant.id_number == OLD_WOMAN
    assert desk.see().boxes["id_number"].masked
    assert desk.cursor[0] == "name"


def test_the_same_card_again_asks_nothing_and_other_codes_are_not_taken(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.questions.scan(OLD_WOMAN)
    assert desk.presenter.questions.scan(OLD_WOMAN)
    assert desk.see().strip is None
    assert not desk.presenter.questions.scan("37107312632400197")


def asked(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.questions.scan(OLD_WOMAN)
    desk.type("name", "张某某")
    desk.presenter.questions.scan(SON)
    assert desk.see().strip == SecondIdStrip(SON)
    assert desk.cursor[0] == "strip"
    assert desk.form().applicant.id_number == OLD_WOMAN, "a second card never overwrites"


def test_a_second_card_opens_a_lane_of_its_own(desk: Desk) -> None:
    asked(desk)
    assert not desk.presenter.choose(4)
    assert desk.presenter.choose(1)
    assert len(desk.tabs) == 2
    assert desk.form().applicant.id_number == SON
    assert desk.form().applicant.name == ""
    assert desk.said("item") == [SON]
    assert desk.see().item is None
    desk.presenter.moves.start("1-5")
    assert desk.form().item_id == "1-5"
    assert desk.form().applicant.id_number == SON
    desk.presenter.moves.show(0)
    assert desk.form().applicant.name == "张某某"
    assert desk.see().strip is None


def test_a_second_card_may_be_the_proxy_s(desk: Desk) -> None:
    asked(desk)
    desk.presenter.choose(2)
    assert desk.form().acting is Acting.PROXY
    assert desk.form().proxy.id_number == SON
    assert desk.form().applicant.name == "张某某"
    assert desk.cursor[0] == "proxy_name"
    assert desk.see().boxes["proxy_id_number"].masked


def test_a_second_card_may_be_the_right_applicant_s(desk: Desk) -> None:
    asked(desk)
    desk.presenter.choose(3)
    assert desk.form().applicant.id_number == SON
    assert desk.form().applicant.name == "", "nothing of the first person stays"
    assert desk.cursor[0] == "name"
    assert len(desk.tabs) == 1


def test_esc_leaves_everything_as_it_is(desk: Desk) -> None:
    asked(desk)
    assert desk.presenter.questions.dismiss()
    assert desk.form().applicant.id_number == OLD_WOMAN
    assert desk.cursor[0] == "name"


def test_a_card_in_the_proxy_s_empty_number_is_the_proxy_s(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.questions.scan(OLD_WOMAN)
    desk.presenter.chose("acting", "proxy")
    desk.presenter.entered("proxy_id_number", 0)
    desk.presenter.questions.scan(SON)
    assert desk.form().proxy.id_number == SON
    assert desk.see().strip is None


def test_a_second_card_with_a_full_desk_asks_to_finish_one(desk: Desk) -> None:
    five(desk)
    desk.presenter.questions.scan(OLD_WOMAN)
    desk.presenter.questions.scan(SON)
    desk.presenter.choose(1)
    assert isinstance(desk.see().strip, FullStrip)
    assert desk.form().applicant.id_number == OLD_WOMAN


def test_a_person_found_first_is_taken_along_to_the_item(world: World, desk: Desk) -> None:
    world.histories[OLD_WOMAN] = History(WOMAN, ())
    desk.presenter.moves.start("1-19", OLD_WOMAN)
    assert desk.form().applicant.name == "张某某"
    assert desk.cursor[0] == "materials"
