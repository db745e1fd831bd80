"""Drafts are saved by themselves and come back to the very field."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import DiskFull
from desk_app.ui.screens.intake.calls import Draft
from tests.ui.screens.intake.world import NOW, STRANGER, Desk, World

pytestmark = pytest.mark.usefixtures("qapp")


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
    again.presenter.restoring.restore()
    assert again.cursor == ("name", 1)
    assert again.form().applicant.name == "李某"
    assert again.see().boxes["id_number"].masked, "a number that was read stays masked"
    assert len(again.tabs) == 2
    again.presenter.moves.show(0)
    assert again.cursor == ("phone", 2)
    assert again.form().applicant.phone == "1380"
    again.presenter.restoring.restore()
    assert len(again.tabs) == 2, "asked twice, restored once"


def test_restoring_beside_open_lanes_keeps_the_screen_and_the_limit(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("name", "张某")
    for nth in range(1, 8):
        form = replace(desk.form(), id=world.calls().new_id(), remark=str(nth))
        world.saved[form.id] = Draft(form, nth, NOW + timedelta(minutes=nth))
    desk.presenter.restoring.restore()
    assert len(desk.tabs) == 5
    assert desk.form().applicant.name == "张某"
    assert [lane.form.remark for lane in desk.presenter.session.lanes.all] == ["", "4", "5", "6", "7"]
    desk.presenter.restoring.restore()
    assert len(desk.tabs) == 5


def test_a_draft_outlives_an_update_of_the_catalogue_and_says_so(world: World, desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.typed("name", "张某", 2)
    desk.presenter.autosave.now()
    world.items["1-19"] = replace(world.items["1-19"], release="2026.2")
    desk.presenter.moves.hold()
    draft = world.saved.popitem()[1]
    later = Desk(World(items=world.items, saved={draft.form.id: draft}), desk.presenter)
    later.presenter.restoring.restore()
    assert later.see().lane.release_changed


def test_drafts_that_cannot_be_read_are_said(world: World, desk: Desk) -> None:
    world.error = DiskFull()
    desk.presenter.restoring.restore()
    assert desk.said("failed") == [world.error]
