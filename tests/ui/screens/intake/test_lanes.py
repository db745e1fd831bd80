"""Several citizens at one desk: nothing typed is lost, nothing of one is seen in the lane of another."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.cases import CaseState
from desk_app.domain.intake import MAX_LANES
from desk_app.domain.prefill import History
from desk_app.ui.screens.intake.lanes import FullStrip, Lanes
from tests.ui.screens.intake.world import NOW, OLD_WOMAN, WOMAN, Desk, World, case_of, five
from tests.ui.screens.late_jobs import LateJobs

pytestmark = pytest.mark.usefixtures("qapp")


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
