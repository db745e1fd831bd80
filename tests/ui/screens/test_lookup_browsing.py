"""Ways out when nothing was found, departments and life situations, links, Esc, reading anew."""

from __future__ import annotations

from uuid import UUID

import pytest

from desk_app.domain.catalogue import Tier
from desk_app.ui.screens.lookup.finding import nearest
from desk_app.ui.screens.lookup.shown import Page, Primary, Source, Way, WayKind
from tests.ui.screens.lookup_world import HITS, WAITING_ROWS, Desk

pytestmark = pytest.mark.usefixtures("qapp")


def test_nothing_found_has_three_ways_out() -> None:
    desk = Desk()
    desk.presenter.set_query("lnzhhh")
    shown = desk.see()
    assert (shown.page, shown.current) == (Page.NOTHING, 0)
    assert shown.ways == (
        Way(WayKind.SUGGESTION, "老年证", "lnz"),
        Way(WayKind.BROWSE),
        Way(WayKind.NOTE),
    )


def test_before_log_in_there_is_no_note_among_the_ways() -> None:
    desk = Desk(signed_in=False)
    desk.presenter.set_query("没有这事")
    assert [way.kind for way in desk.see().ways] == [WayKind.BROWSE]


def test_the_nearest_is_never_a_guess_and_asks_little() -> None:
    asked: list[str] = []

    def search(text: str) -> tuple:  # type: ignore[type-arg]  # hits of any kind
        asked.append(text)
        return HITS["xiangjin"] if text == "ab" else ()

    assert nearest("ab" + "c" * 200, search) is None
    assert len(asked) == 20
    assert nearest("xzdsh", lambda text: HITS.get(text, ())) == Way(
        WayKind.SUGGESTION, "最低生活保障审核", "zdsh"
    )


def test_the_suggestion_is_put_into_the_command_box() -> None:
    desk = Desk()
    desk.presenter.set_query("lnzhhh")
    assert desk.presenter.pick(1)
    assert desk.said("query_wanted") == ["lnz"]
    assert (desk.page(), desk.item_id()) == (Page.ITEMS, "1-4")


def test_a_window_that_puts_it_into_the_box_searches_once() -> None:
    desk = Desk()
    desk.session.query_wanted.connect(desk.presenter.set_query)
    desk.presenter.set_query("lnzhhh")
    desk.searches.clear()
    desk.presenter.take()
    assert desk.searches == ["lnz"]


def test_what_was_not_found_is_noted_in_the_words_that_were_typed() -> None:
    desk = Desk()
    desk.presenter.set_query("没有这事")
    desk.presenter.pick(2)
    note = desk.see().note
    assert note is not None
    assert (note.about, note.text) == (None, "没有这事")
    desk.acts.write_note(note.text)
    assert desk.done == [("note", None, "没有这事")]
    desk.presenter.pick(2)
    desk.presenter.set_query("")
    assert desk.see().note is None


def test_browsing_by_department_and_back() -> None:
    desk = Desk()
    desk.presenter.browse()
    desk.presenter.browse()
    shown = desk.see()
    assert [(group.source, group.name) for group in shown.groups] == [
        (Source.DEPARTMENT, "民政"),
        (Source.DEPARTMENT, "农业农村"),
        (Source.DEPARTMENT, "撤销的"),
        (Source.SCENE, "老年人"),
    ]
    desk.presenter.take()
    shown = desk.see()
    assert (shown.source, shown.heading, desk.names()) == (
        Source.DEPARTMENT,
        "民政",
        ["最低生活保障审核", "最低生活保障申请"],
    )
    assert desk.presenter.back()
    assert desk.page() is Page.GROUPS
    assert desk.presenter.back()
    assert desk.page() is Page.HOME
    assert not desk.presenter.back()


def test_a_group_whose_items_are_gone_opens_nothing() -> None:
    desk = Desk()
    desk.presenter.browse()
    assert desk.presenter.pick(3)
    assert desk.page() is Page.GROUPS


def test_a_life_scene_opens_its_items() -> None:
    desk = Desk()
    desk.presenter.browse()
    desk.presenter.pick(4)
    assert (desk.see().source, desk.item_id()) == (Source.SCENE, "1-4")


def test_browsing_from_what_was_not_found_leads_back_there() -> None:
    desk = Desk()
    desk.presenter.set_query("没有这事")
    desk.presenter.take()
    assert desk.page() is Page.GROUPS
    desk.presenter.back()
    assert (desk.page(), desk.see().query) == (Page.NOTHING, "没有这事")


def test_a_favourite_opens_its_guide_among_the_favourites() -> None:
    desk = Desk()
    desk.presenter.take()
    assert desk.page() is Page.HOME
    desk.presenter.move(1)
    assert desk.see().current == 0
    assert desk.presenter.pick(2)
    shown = desk.see()
    assert (shown.source, desk.item_id(), shown.current) == (Source.FAVOURITES, "1-1", 1)
    assert desk.presenter.back()
    assert (desk.page(), desk.see().current) == (Page.HOME, -1)


def test_stages_are_linked_both_ways_and_not_named_twice() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    guide = desk.guide()
    assert [link.item_id for link in guide.previous] == ["2-1"]
    assert [link.item_id for link in guide.related] == ["1-2"]
    assert desk.presenter.show_item("2-1")
    guide = desk.guide()
    assert (guide.offered.item.id, guide.came_from) == ("2-1", "最低生活保障审核")
    assert [(link.item_id, link.tier) for link in guide.next] == [("1-1", Tier.TOWN)]


def test_links_are_left_by_esc_one_by_one() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.presenter.show_item("1-2")
    desk.presenter.show_item("2-1")
    assert desk.guide().came_from == "就业登记"
    desk.presenter.back()
    assert desk.item_id() == "1-2"
    desk.presenter.back()
    assert desk.item_id() == "1-1"
    assert not desk.presenter.back()


def test_a_link_that_leads_back_shortens_the_way() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    for item_id in ("1-2", "2-1", "1-2"):
        desk.presenter.show_item(item_id)
    assert list(desk.session.position.trail) == ["1-2"]
    desk.presenter.show_item("1-1")
    assert list(desk.session.position.trail) == []
    assert desk.guide().came_from == ""


def test_choosing_a_row_leaves_the_links() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.presenter.show_item("1-2")
    desk.presenter.select(0)
    assert (desk.item_id(), desk.guide().came_from) == ("1-1", "")


def test_a_guide_asked_for_from_elsewhere() -> None:
    desk = Desk()
    assert desk.presenter.show_item("3-1")
    shown = desk.see()
    assert (shown.heading, desk.item_id(), shown.rows[0].own) == ("小麦补助", "3-1", False)
    desk.presenter.refresh()
    assert desk.item_id() == "3-1"
    assert not desk.presenter.show_item("9-9")


def test_esc_puts_the_note_away_first() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.presenter.show_item("1-2")
    desk.acts.open_note()
    desk.acts.note_typed("半句")
    assert desk.presenter.back()
    assert desk.see().note is None
    assert desk.item_id() == "1-2"
    assert desk.session.note_drafts == {"1-2": "半句"}


def test_reading_anew_keeps_the_place() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.presenter.pick(2)
    desk.presenter.show_item("2-1")
    desk.presenter.refresh()
    assert (desk.see().current, desk.item_id()) == (1, "2-1")
    del desk.items["2-1"]
    desk.presenter.refresh()
    assert (desk.names(), desk.item_id()) == (["最低生活保障审核", "就业登记"], "1-2")
    del desk.items["1-2"]
    desk.presenter.refresh()
    assert (desk.see().current, desk.item_id()) == (0, "1-1")
    desk.items.clear()
    desk.presenter.refresh()
    assert desk.page() is Page.NOTHING


def test_reading_a_browsed_list_anew() -> None:
    desk = Desk()
    desk.presenter.browse()
    desk.presenter.pick(1)
    desk.presenter.pick(2)
    desk.presenter.refresh()
    assert (desk.see().heading, desk.item_id()) == ("民政", "2-1")
    desk.presenter.back()
    desk.presenter.refresh()
    assert desk.page() is Page.GROUPS


def test_reading_anew_finds_what_was_not_there_before() -> None:
    desk = Desk()
    kept = dict(desk.items)
    desk.items.clear()
    desk.presenter.set_query("zdsh")
    assert desk.page() is Page.NOTHING
    desk.items.update(kept)
    desk.presenter.refresh()
    assert (desk.page(), desk.item_id()) == (Page.ITEMS, "1-1")


def test_a_village_has_its_own_list() -> None:
    desk = Desk(tier=Tier.VILLAGE)
    desk.presenter.show_item("3-1")
    assert desk.guide().primary is Primary.START
    desk.presenter.show_item("1-1")
    assert desk.guide().primary is Primary.REFERRAL


def test_a_lost_item_leaves_an_empty_guide() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    del desk.items["1-1"]
    assert desk.see().guide is None


def test_signals_carry_the_case() -> None:
    desk = Desk()
    desk.session.case_requested.emit(WAITING_ROWS[0].case_id)
    assert desk.said("case_requested") == [UUID(int=7)]
