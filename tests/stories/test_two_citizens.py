"""Two citizens at one counter, and more: held, recalled, never mixed up (experience.md §7)."""

from __future__ import annotations

from desk_app.domain.cases import CaseState
from tests.stories.counter import BENEFIT, LETTERS, PROOF, RELIEF, SUN, WANG, Counter


def test_two_citizens_take_turns_and_nothing_leaks(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.start(BENEFIT)
    hands.scan(WANG.id_number)
    hands.fill(WANG.name)
    hands.type(WANG.phone[:7])
    hands.press("Ctrl+H")
    assert counter.page() == "lookup"
    counter.start(PROOF)
    assert counter.form() == {}
    hands.scan(SUN.id_number)
    hands.fill(SUN.name, SUN.phone)
    hands.type("示例镇北")
    hands.press("Ctrl+Tab")
    assert (counter.place(), counter.form()["phone"]) == ("phone", WANG.phone[:7])
    assert "address" not in counter.form()
    hands.type(WANG.phone[7:])
    hands.press("Return")
    hands.type(WANG.address)
    hands.press("Ctrl+Tab")
    assert (counter.place(), counter.form()["address"]) == ("address", "示例镇北")
    hands.type(SUN.address.removeprefix("示例镇北"))
    hands.press("F4", "Ctrl+Return")
    hands.press("Ctrl+Tab", "F4", "Ctrl+Return")
    second, first = counter.cases()[-2:]
    assert (first.item.id, first.applicant, first.state) == (BENEFIT, WANG, CaseState.ACCEPTED)
    assert (second.item.id, second.applicant, second.state) == (PROOF, SUN, CaseState.FINISHED)
    assert SUN.name not in counter.paper("receipt")
    assert WANG.name not in counter.paper("completion")
    assert counter.lanes() == 0


def test_a_commit_leaves_the_other_citizen_on_the_screen(counter: Counter) -> None:
    """The slip of the first is still being printed when the clerk turns to the second."""
    hands = counter.open_signed_in()
    counter.take_in(PROOF, SUN)
    hands.press("Ctrl+H")
    counter.take_in(BENEFIT, WANG)
    hands.press("F4")
    hands.press_at_once("Ctrl+Return", "Ctrl+Tab")
    hands.calm()
    assert counter.last_case().applicant == WANG
    assert (counter.page(), counter.form()["name"]) == ("intake", SUN.name)


def test_a_tab_shows_no_full_name_and_says_how_long_it_waits(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    hands.press("Ctrl+H")
    counter.clock.pass_by(minutes=12)
    counter.start(PROOF)
    words = counter.words()
    assert WANG.name not in words
    assert "王*某" in words
    assert "挂起 12 分" in words


def test_the_sixth_citizen_waits(counter: Counter) -> None:
    hands = counter.open_signed_in()
    for item, name in zip(LETTERS, "甲乙丙丁戊", strict=True):
        counter.start(item)
        hands.press("Return")
        hands.type(f"{name}某某")
        hands.press("Ctrl+H")
    assert counter.lanes() == 5
    counter.start(RELIEF)
    assert counter.lanes() == 5
    assert "已经同时办着 5 位" in counter.words()
    names = set()
    for _ in range(5):
        hands.press("Ctrl+Tab")
        names.add(counter.form()["name"])
    assert names == {f"{name}某某" for name in "甲乙丙丁戊"}
    counter.start_over_screen(RELIEF)
    assert "已经同时办着 5 位" in counter.words()
    assert counter.lanes() == 5


def test_a_new_customer_holds_the_one_at_hand(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    hands.press("Ctrl+T")
    assert (counter.page(), counter.lanes()) == ("lookup", 1)
    hands.press("Ctrl+Shift+Backtab")
    assert counter.form()["name"] == WANG.name


def test_untouched_lanes_are_not_worth_a_tab(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.start(BENEFIT)
    hands.press("Ctrl+H")
    assert counter.lanes() == 0
