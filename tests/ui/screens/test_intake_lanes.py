"""Several citizens at one desk: nothing typed is lost, and nothing of one is seen in another's lane."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desk_app.domain.cases import Acting, CaseState
from desk_app.domain.errors import DiskFull
from desk_app.domain.intake import MAX_LANES
from desk_app.domain.prefill import History
from desk_app.ui.screens.intake.calls import Draft
from desk_app.ui.screens.intake.lanes import FullStrip, Lanes, SecondIdStrip
from tests.ui.screens.intake_world import NOW, OLD_WOMAN, SON, STRANGER, WOMAN, Desk, LateJobs, World, case_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    holder = QObject()
    yield holder
    Shiboken.delete(holder)


@pytest.fixture
def desk(world: World, owner: QObject) -> Desk:
    return Desk(world, owner)


def five(desk: Desk) -> None:
    for nth in range(MAX_LANES):
        desk.presenter.moves.start("1-19")
        desk.type("name", "张李王赵钱"[nth] + "某某")


def test_an_untouched_lane_is_used_before_a_new_one_is_opened(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.moves.start("1-5")
    desk.presenter.moves.start("1-5")
    assert [tab.item_name for tab in desk.tabs] == ["就业登记"]
    desk.type("name", "张")
    desk.presenter.moves.start("1-19")
    assert len(desk.tabs) == 2


def test_a_tab_shows_the_name_masked_and_how_long_it_waits(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("name", "张晓明")
    desk.presenter.moves.hold()
    world.pass_minutes(12)
    desk.presenter.session.refresh()
    assert [(tab.name_masked, tab.held_minutes, tab.current) for tab in desk.tabs] == [("张*明", 12, False)]
    desk.presenter.moves.show(0)
    assert desk.tabs[0].held_minutes is None


def test_holding_frees_the_desk_and_returning_comes_back_to_the_very_place(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.typed("address", "示例镇东", 2)
    desk.presenter.moves.hold()
    assert desk.idle()
    assert desk.said("box")
    desk.presenter.moves.step(1)
    assert desk.cursor == ("address", 2)
    assert desk.form().applicant.address == "示例镇东"


def test_an_untouched_lane_is_not_worth_holding(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.moves.hold()
    assert desk.tabs == ()
    assert desk.said("box")
    desk.presenter.moves.again()
    assert desk.form().item_id == "1-19"


def test_the_sixth_lane_asks_to_finish_one(desk: Desk) -> None:
    five(desk)
    assert not desk.presenter.moves.start("1-5")
    assert len(desk.tabs) == 5
    assert isinstance(desk.see().strip, FullStrip)
    assert desk.said("full")
    assert desk.presenter.choose(1)
    assert desk.see().strip is None
    desk.presenter.moves.hold()
    assert not desk.presenter.moves.start("1-5")
    assert len(desk.said("full")) == 2


def test_next_and_previous_go_round_in_a_ring(desk: Desk) -> None:
    five(desk)
    desk.presenter.moves.step(1)
    assert [tab.current for tab in desk.tabs].index(True) == 0
    desk.presenter.moves.step(-1)
    assert [tab.current for tab in desk.tabs].index(True) == 4
    desk.presenter.moves.hold()
    desk.presenter.moves.step(-1)
    assert [tab.current for tab in desk.tabs].index(True) == 4
    desk.presenter.moves.show(4)
    desk.presenter.moves.show(9)
    assert [tab.current for tab in desk.tabs].index(True) == 4


def test_a_hundred_random_switches_leak_and_lose_nothing(world: World, desk: Desk) -> None:
    chance = random.Random(20261124)
    names = ("name", "phone", "address", "remark", "fields.account", "proxy_name")
    five(desk)
    expected = [{"name": "张李王赵钱"[nth] + "某某"} for nth in range(MAX_LANES)]
    at = MAX_LANES - 1
    for step in range(100):
        move = chance.choice(("type", "type", "next", "previous", "show", "hold"))
        if move == "type":
            name = chance.choice(names)
            text = f"{at}号车道第{step}次{name}"
            desk.presenter.entered(name, 0)
            desk.presenter.typed(name, text, 3)
            expected[at][name] = text
        elif move == "show":
            at = chance.randrange(MAX_LANES)
            desk.presenter.moves.show(at)
        elif move == "hold":
            desk.presenter.moves.hold()
            desk.presenter.moves.step(1)
            at = 0
        else:
            by = 1 if move == "next" else -1
            desk.presenter.moves.step(by)
            at = (at + by) % MAX_LANES
        assert {name: box.text for name, box in desk.see().boxes.items() if box.text} == expected[at]
    desk.presenter.moves.hold()
    saved = sorted(world.saved.values(), key=lambda draft: draft.lane_index)
    assert [draft.form.applicant.name for draft in saved] == [told["name"] for told in expected]
    assert [draft.form.remark for draft in saved] == [told.get("remark", "") for told in expected]


def test_the_same_item_for_the_next_person_takes_nothing_of_the_last_along(world: World, desk: Desk) -> None:
    earlier = case_of(WOMAN, world.items["1-19"], state=CaseState.FINISHED, at=NOW - timedelta(days=9))
    world.histories[OLD_WOMAN] = History(WOMAN, (earlier,))
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.take_all()
    desk.presenter.submission.submit()
    desk.presenter.moves.again()
    assert desk.form().item_id == "1-19"
    assert desk.form().applicant.empty
    assert desk.form().fields == {}
    assert desk.see().last_visit is None
    desk.type("name", "李")
    desk.presenter.moves.again()
    assert len(desk.tabs) == 2


def test_closing_forgets_the_draft(world: World, desk: Desk) -> None:
    five(desk)
    desk.presenter.moves.show(1)
    gone = desk.form().id
    desk.presenter.moves.close()
    assert gone not in world.saved
    assert [tab.name_masked[0] for tab in desk.tabs] == ["张", "王", "赵", "钱"]
    assert desk.idle()


def test_lanes_after_a_closed_one_move_up_and_the_screen_stays() -> None:
    lanes = Lanes((), None)
    assert lanes.lane is None
    assert lanes.stepped(1, NOW) == lanes
    assert lanes.held(NOW) == lanes


def test_a_commit_that_ends_later_leaves_the_other_lane_on_the_screen(world: World, owner: QObject) -> None:
    earlier = case_of(WOMAN, world.items["1-19"], state=CaseState.FINISHED, at=NOW - timedelta(days=9))
    world.histories[OLD_WOMAN] = History(WOMAN, (earlier,))
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.moves.start("1-19")
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.take_all()
    jobs.release()
    desk.presenter.submission.submit()
    desk.presenter.moves.start("1-5")
    desk.type("name", "李某")
    jobs.release()
    assert len(desk.tabs) == 1
    assert desk.form().applicant.name == "李某"


# A second card


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


# A person found first


def test_a_person_found_first_is_taken_along_to_the_item(world: World, desk: Desk) -> None:
    world.histories[OLD_WOMAN] = History(WOMAN, ())
    desk.presenter.moves.start("1-19", OLD_WOMAN)
    assert desk.form().applicant.name == "张某某"
    assert desk.cursor[0] == "materials"


# Saving


def test_leaving_a_field_saves_the_draft_with_the_place(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("address", "示例镇")
    assert world.saves == 0
    desk.presenter.left("address")
    draft = world.saved[desk.form().id]
    assert (draft.form.applicant.address, draft.form.cursor, draft.lane_index) == ("示例镇", "address:3", 0)


def test_half_typed_text_is_saved_a_moment_after_the_last_key(world: World, desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("address", "示例")
    qtbot.waitUntil(lambda: bool(world.saved), timeout=5000)
    assert world.saved[desk.form().id].form.applicant.address == "示例"
    saves = world.saves
    desk.presenter.autosave.save(desk.form().id)
    assert world.saves == saves, "the disk has it as it is"


def test_the_paper_is_drawn_a_moment_after_the_last_key(world: World, desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.take_all()
    qtbot.waitUntil(lambda: bool(world.previews), timeout=5000)
    assert len(desk.see().pages) == 1


def test_a_draft_that_could_not_be_saved_is_said_and_tried_again(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    world.error = DiskFull()
    desk.presenter.typed("address", "示例镇", 3)
    desk.presenter.autosave.now()
    assert isinstance(desk.trouble(), DiskFull)
    world.error = None
    desk.presenter.autosave.save(desk.form().id)
    assert world.saved[desk.form().id].form.applicant.address == "示例镇"


def test_switching_saves_the_lane_that_is_left(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.typed("address", "示例镇", 3)
    first = desk.form().id
    desk.presenter.moves.start("1-5")
    assert world.saved[first].form.applicant.address == "示例镇"


def test_a_restart_comes_back_to_the_field_the_clerk_was_in(world: World, desk: Desk, owner: QObject) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.typed("phone", "1380", 2)
    desk.presenter.autosave.now()
    world.pass_minutes(1)
    desk.presenter.moves.start("1-5")
    desk.presenter.questions.scan(STRANGER)
    desk.presenter.typed("name", "李某", 1)
    desk.presenter.autosave.now()

    again = Desk(world, owner)
    again.presenter.moves.restore()
    assert again.cursor == ("name", 1)
    assert again.form().applicant.name == "李某"
    assert again.see().boxes["id_number"].masked, "a number that was read stays masked"
    assert len(again.tabs) == 2
    again.presenter.moves.show(0)
    assert again.cursor == ("phone", 2)
    assert again.form().applicant.phone == "1380"
    again.presenter.moves.restore()
    assert len(again.tabs) == 2, "asked twice, restored once"


def test_restoring_beside_open_lanes_keeps_the_screen_and_the_limit(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("name", "张某")
    for nth in range(1, 8):
        form = replace(desk.form(), id=world.calls().new_id(), remark=str(nth))
        world.saved[form.id] = Draft(form, nth, NOW + timedelta(minutes=nth))
    desk.presenter.moves.restore()
    assert len(desk.tabs) == 5
    assert desk.form().applicant.name == "张某"
    assert [lane.form.remark for lane in desk.presenter.session.lanes.all] == ["", "4", "5", "6", "7"]
    desk.presenter.moves.restore()
    assert len(desk.tabs) == 5


def test_a_draft_outlives_an_update_of_the_catalogue_and_says_so(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.typed("name", "张某", 2)
    desk.presenter.autosave.now()
    world.items["1-19"] = replace(world.items["1-19"], release="2026.2")
    desk.presenter.moves.hold()
    draft = world.saved.popitem()[1]
    later = Desk(World(items=world.items, saved={draft.form.id: draft}), desk.presenter)
    later.presenter.moves.restore()
    assert later.see().lane.release_changed


def test_drafts_that_cannot_be_read_are_said(world: World, desk: Desk) -> None:
    world.error = DiskFull()
    desk.presenter.moves.restore()
    assert desk.said("failed") == [world.error]
