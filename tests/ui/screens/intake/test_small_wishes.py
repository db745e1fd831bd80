"""Wishes without a lane, the order of places, clearing, another item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desk_app.domain.cases import Acting, CaseState, MaterialState
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.intake import IntakeForm, Outcome
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.lanes import ClearStrip, Lane
from tests.ui.screens.intake.world import (
    NOW,
    OLD_WOMAN,
    WOMAN,
    Desk,
    World,
    case_of,
    complete,
    known,
)

pytestmark = pytest.mark.usefixtures("qapp")


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
    presenter.revealing.show("id_number")
    presenter.revealing.hide()
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
