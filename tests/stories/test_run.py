"""连续登记: one item, one person after the other, and no line lost for another's sake."""

from __future__ import annotations

from desk_app.domain.cases import CaseState
from tests.services.desk_samples import ZHANG
from tests.stories.counter import BENEFIT, PROOF, SUN, WANG, Counter

BEFORE = 3
"""Cases of last month."""


def run(counter: Counter, item: str = PROOF) -> None:
    """To the page, from an item at hand."""
    counter.start(item)
    counter.hands.press("Ctrl+Shift+R")
    assert counter.page() == "quick"
    assert counter.place() == "id_number"


def waits_for(counter: Counter, words: str) -> None:
    counter.hands.wait_until(lambda: words in counter.words(), words)


def test_one_after_the_other_with_a_number_and_a_name(counter: Counter) -> None:
    hands = counter.open_signed_in()
    run(counter)
    for nth, party in enumerate((WANG, SUN), 1):
        hands.type(party.id_number)
        assert counter.place() == "name"
        hands.fill(party.name)
        waits_for(counter, f"已登记 {nth} 位")
        assert counter.place() == "id_number"
    hands.scan(ZHANG.id_number)
    hands.wait_until(lambda: ZHANG.name in counter.words(), "who was here before is known by name")
    hands.press("Return")
    waits_for(counter, "已登记 3 位")
    cases = counter.cases()[BEFORE:]
    assert [case.applicant.name for case in cases] == [WANG.name, SUN.name, ZHANG.name]
    assert {case.state for case in cases} == {CaseState.FINISHED}
    assert len(counter.papers("completion")) == 3
    assert WANG.id_number not in counter.words()


def test_a_wrong_line_is_mended_and_the_others_stand(counter: Counter) -> None:
    hands = counter.open_signed_in()
    run(counter)
    hands.type(WANG.id_number)
    hands.fill(WANG.name)
    waits_for(counter, "已登记 1 位")
    hands.type(SUN.id_number[:-1] + "3")
    hands.press("Return")
    hands.fill(SUN.name)
    waits_for(counter, "末位对不上")
    assert counter.place() == "id_number"
    hands.type(SUN.id_number)
    hands.press("Return")
    waits_for(counter, "已登记 2 位")
    hands.type(SUN.id_number)
    hands.press("Return")
    waits_for(counter, "这位刚才登记过了")
    assert len(counter.cases()) == BEFORE + 2


def test_the_last_one_is_taken_back_within_five_minutes(counter: Counter) -> None:
    hands = counter.open_signed_in()
    run(counter, BENEFIT)
    hands.type(WANG.id_number)
    hands.fill(WANG.name)
    waits_for(counter, "已登记 1 位")
    hands.press("Ctrl+Z")
    hands.type("证件看错了")
    hands.press("Return")
    waits_for(counter, "已撤回")
    assert counter.last_case().state is CaseState.RECEIVED
    assert "已登记 0 位" in counter.words()
    assert counter.place() == "id_number"


def test_slips_may_come_together_at_the_end(counter: Counter) -> None:
    hands = counter.open_signed_in()
    run(counter)
    hands.press("Alt+P")
    for party in (WANG, SUN):
        hands.type(party.id_number)
        hands.fill(party.name)
    waits_for(counter, "已登记 2 位")
    assert not counter.papers("completion")
    hands.press("Ctrl+P")
    hands.wait_until(lambda: len(counter.papers("completion")) == 2, "both slips are printed")


def test_what_was_taken_survives_the_end_of_the_program(counter: Counter) -> None:
    hands = counter.open_signed_in()
    run(counter)
    hands.type(WANG.id_number)
    hands.fill(WANG.name)
    waits_for(counter, "已登记 1 位")
    hands.type(SUN.id_number)
    counter.reopen()
    assert [case.applicant.name for case in counter.cases()[BEFORE:]] == [WANG.name]


def test_what_cannot_be_taken_back_here_is_said(counter: Counter) -> None:
    hands = counter.open_signed_in()
    run(counter)
    hands.press("Ctrl+Z")
    hands.type(WANG.id_number)
    hands.press("Return")
    waits_for(counter, "还没填")
    hands.fill(WANG.name)
    waits_for(counter, "已登记 1 位")
    hands.press("Ctrl+Z")
    waits_for(counter, "不能在这里撤回")
    hands.press("F5", "Alt+M", "Return", "Escape")
    assert counter.place() == "id_number"
    assert counter.last_case().state is CaseState.FINISHED


def test_without_an_item_at_hand_the_page_says_where_to_begin(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+Shift+R")
    waits_for(counter, "先选办什么事")
    assert counter.page() != "quick"


def test_the_same_card_twice_is_taken_when_it_is_meant(counter: Counter) -> None:
    hands = counter.open_signed_in()
    run(counter)
    hands.type(WANG.id_number)
    hands.fill(WANG.name)
    waits_for(counter, "已登记 1 位")
    hands.scan(WANG.id_number)
    hands.press("Ctrl+Return")
    waits_for(counter, "这位刚才登记过了")
    hands.press("Ctrl+Return")
    waits_for(counter, "已登记 2 位")
