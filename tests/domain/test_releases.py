"""What changed between two releases, and what a draft has to be told."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.catalogue import Code, HandlingMode, Tier, TimeLimit
from desk_app.domain.releases import Fate, Match, PaperChange, changes_for, diff, plain_name
from tests.catalogue_samples import BILL, CARD, CHECK, FORM, RELEASE, STAGE_ITEM, item, release

OLD = release(item(), STAGE_ITEM, version="2026.11-1")


def test_the_same_release_has_no_difference() -> None:
    found = diff(RELEASE, RELEASE)
    assert found.is_empty
    assert found.pairs == {"1-1": "1-1", "2-1": "2-1"}


def test_changed_bundles_are_a_difference_too() -> None:
    found = diff(RELEASE, replace(RELEASE, bundles=()))
    assert found.bundles_changed
    assert not found.is_empty


def test_a_changed_field_is_shown_with_both_values() -> None:
    found = diff(OLD, release(item(fee="收费"), STAGE_ITEM))
    (change,) = found.changed
    (field,) = change.fields
    assert (field.field, field.before, field.after) == ("fee", "不收费", "收费")
    assert not found.renamed
    assert not found.moved
    assert not found.is_empty


def test_added_and_removed_items() -> None:
    new_item = item(id="1-2", seq=2, name="小麦一喷三防补助")
    found = diff(OLD, release(item(), new_item))
    assert (found.added, found.removed, found.suggestions) == (("1-2",), ("2-1",), ())


def test_a_row_put_in_front_moves_numbers_but_changes_no_item() -> None:
    first = item(id="1-1", name="生育登记服务", seq=1)
    found = diff(OLD, release(first, item(id="1-2", seq=2), STAGE_ITEM))
    assert found.pairs == {"1-1": "1-2", "2-1": "2-1"}
    assert found.added == ("1-1",)
    assert found.removed == ()
    assert [(change.old_id, change.new_id, change.fields) for change in found.moved] == [("1-1", "1-2", ())]


def test_names_that_differ_by_one_word_are_not_mixed_up_when_numbers_move() -> None:
    residents, workers = "转外就医备案（参保居民）", "转外就医备案（参保职工）"
    old = release(item(name=residents), item(id="1-2", name=workers))
    new = release(item(name=workers), item(id="1-2", name=residents))
    assert diff(old, new).pairs == {"1-1": "1-2", "1-2": "1-1"}


def test_a_new_name_under_the_same_number_is_a_rename() -> None:
    found = diff(OLD, release(item(name="高龄老年人津贴"), STAGE_ITEM))
    assert [change.new_id for change in found.renamed] == ["1-1"]
    assert found.added == found.removed == ()


def test_width_and_blanks_are_no_rename_of_meaning() -> None:
    assert plain_name(" 转外(参保 居民)Ａ") == plain_name("转外（参保居民）a")
    found = diff(release(item(name="津贴(居民)")), release(item(id="1-9", name="津贴（居民）")))
    assert found.pairs == {"1-1": "1-9"}


def test_a_number_given_to_something_else_is_an_end_and_a_beginning() -> None:
    found = diff(OLD, release(item(name="兵役登记"), STAGE_ITEM))
    assert (found.added, found.removed, found.suggestions) == (("1-1",), ("1-1",), ())


def test_a_likely_successor_is_suggested_not_assumed() -> None:
    new = release(
        item(id="1-7", name="高龄老年人津贴"), item(id="1-8", name="高龄津贴与补贴发放"), STAGE_ITEM
    )
    found = diff(OLD, new)
    assert found.suggestions == (Match("1-1", "1-7", 73),)
    assert found.removed == ("1-1",)


def test_each_item_is_suggested_once_and_only_in_its_own_tier_and_category() -> None:
    old = release(item(), item(id="1-2", name="高龄津贴二"))
    others = (
        item(id="1-5", name="高龄津贴三"),
        item(id="3-1", tier=Tier.VILLAGE, name="高龄津贴四"),
        item(id="1-6", category=Code("national", "05", ""), name="高龄津贴二号"),
    )
    found = diff(old, release(*others))
    assert [match.new_id for match in found.suggestions] == ["1-5"]


def test_a_name_that_stands_twice_proves_nothing() -> None:
    old = release(item(), item(id="1-2"))
    new = release(item(id="1-2"), item(id="1-3"))
    found = diff(old, new)
    assert found.pairs == {"1-2": "1-2"}
    assert found.suggestions == (Match("1-1", "1-3", 100),)


def test_an_equal_number_in_another_tier_is_another_item() -> None:
    found = diff(release(item()), release(item(tier=Tier.VILLAGE)))
    assert found.pairs == {}


def test_a_number_already_taken_by_name_is_not_taken_again() -> None:
    old = release(item(name="高龄津贴申领"), item(id="1-2", name="高龄津贴"))
    new = release(item(name="高龄津贴"))
    found = diff(old, new)
    assert found.pairs == {"1-2": "1-1"}
    assert found.removed == ("1-1",)


def test_a_draft_of_an_unchanged_item_hears_nothing() -> None:
    news = changes_for("1-1", OLD, release(item(aliases=("别名",)), STAGE_ITEM))
    assert (news.fate, news.new_id, news.points, news.papers) == (Fate.SAME, "1-1", (), ())
    assert news.numbers == ((1, 1), (2, 2), (3, 3), (4, 4))


def test_a_draft_is_told_what_changed_papers_first() -> None:
    photo = replace(CARD, number=1, name="照片")
    card = replace(CARD, number=2, copies=2)
    new = item(
        name="高龄津贴",
        mode=HandlingMode.ASSIST,
        promised=TimeLimit(5),
        materials=(photo, card, replace(FORM, number=3), replace(CHECK, number=4)),
    )
    news = changes_for("1-1", OLD, release(new, STAGE_ITEM))
    assert news.fate is Fate.CHANGED
    assert [point.field for point in news.points] == ["materials", "mode", "promised"]
    assert news.papers == (PaperChange(CARD, card), PaperChange(BILL, None), PaperChange(None, photo))
    assert news.numbers == ((1, 3), (2, 2), (3, None), (4, 4))


def test_papers_in_another_order_are_no_news_but_their_ticks_move() -> None:
    turned = (replace(CARD, number=1), replace(FORM, number=2), BILL, CHECK)
    news = changes_for("1-1", OLD, release(item(materials=turned), STAGE_ITEM))
    assert (news.fate, news.points) == (Fate.SAME, ())
    assert news.numbers == ((1, 2), (2, 1), (3, 3), (4, 4))


def test_a_draft_follows_its_item_to_a_new_number() -> None:
    news = changes_for("1-1", OLD, release(item(id="1-9"), STAGE_ITEM))
    assert (news.fate, news.new_id) == (Fate.SAME, "1-9")


def test_a_draft_of_a_dropped_item_is_told_so_with_a_suggestion() -> None:
    news = changes_for("1-1", OLD, release(item(id="1-7", name="高龄老年人津贴"), STAGE_ITEM))
    assert (news.fate, news.new_id, news.suggestion) == (Fate.REMOVED, None, Match("1-1", "1-7", 73))
    assert changes_for("1-1", OLD, release(STAGE_ITEM)).suggestion is None
    assert changes_for("9-9", OLD, OLD).fate is Fate.REMOVED
