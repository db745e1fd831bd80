"""A citizen who was here before: the fewest keys there are (experience.md §6)."""

from __future__ import annotations

import pytest

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.clocks import case_due
from desk_app.domain.numbers import ReceiptNumber
from tests.services.desk_samples import ZHANG
from tests.stories.counter import ACCOUNT, BENEFIT, BIRTH, LI, Counter

MOST_KEYS = 10
"""Besides one id entry: the promise of the whole program."""


@pytest.fixture
def at_work(counter: Counter) -> Counter:
    counter.open_signed_in().keys = 0
    return counter


def accepted_on_paper(counter: Counter, case: Case) -> None:
    """The citizen leaves with the number, the item and the day on paper."""
    assert case.state is CaseState.ACCEPTED
    receipt, acceptance = counter.paper("receipt"), counter.paper("acceptance")
    number = ReceiptNumber.parse(case.number).formatted.replace(" ", "")
    due = case_due(case, counter.running.desk.calendar)
    assert due is not None
    for text in (receipt, acceptance):
        assert number in text
        assert case.item.name in text
        assert due.isoformat() in text or f"{due.month}月{due.day}日" in text
    assert case.applicant.name in receipt


def test_the_item_first_then_the_card(at_work: Counter) -> None:
    hands = at_work.hands
    hands.type("gljt")
    hands.press("Return")
    hands.scan(ZHANG.id_number)
    assert at_work.place() == "materials"
    hands.press("F4", "Ctrl+Return")
    assert hands.keys == 8 <= MOST_KEYS
    case = at_work.last_case()
    assert (case.item.id, case.applicant, case.fields) == (BENEFIT, ZHANG, {"account": ACCOUNT})
    accepted_on_paper(at_work, case)


def test_the_item_first_without_a_reader(at_work: Counter) -> None:
    hands = at_work.hands
    hands.type("gljt")
    hands.press("Return")
    hands.type(ZHANG.id_number)
    hands.calm()
    assert at_work.place() == "materials", "a whole number moves on by itself"
    hands.press("F4", "Ctrl+Return")
    assert hands.keys - len(ZHANG.id_number) == 8 <= MOST_KEYS
    assert at_work.last_case().applicant == ZHANG
    accepted_on_paper(at_work, at_work.last_case())


def test_the_card_first(at_work: Counter) -> None:
    hands = at_work.hands
    hands.scan(LI.id_number)
    hands.press("Alt+1", "F4", "Ctrl+Return")
    assert hands.keys == 5 <= MOST_KEYS
    case = at_work.last_case()
    assert (case.item.id, case.applicant) == (BENEFIT, LI)
    accepted_on_paper(at_work, case)


def test_one_tolerable_gap(at_work: Counter) -> None:
    hands = at_work.hands
    hands.type("zsyz")
    hands.press("Return")
    hands.scan(ZHANG.id_number)
    hands.press("F4")
    hands.type("2r")
    hands.press("Ctrl+Return")
    assert hands.keys == 10 <= MOST_KEYS
    case = at_work.last_case()
    assert (case.item.id, [row.number for row in case.deferred]) == (BIRTH, [2])
    assert case.promise_by is not None
    accepted_on_paper(at_work, case)


def test_the_same_item_for_the_next_person(at_work: Counter) -> None:
    at_work.accept(BENEFIT, ZHANG)
    hands = at_work.hands
    hands.keys = 0
    hands.press("Ctrl+R")
    assert at_work.form() == {}, "nothing of the last person comes along"
    hands.scan(LI.id_number)
    hands.press("F4", "Ctrl+Return")
    assert hands.keys == 5 <= MOST_KEYS
    case = at_work.last_case()
    assert (case.item.id, case.applicant, case.state) == (BENEFIT, LI, CaseState.ACCEPTED)
    assert len(at_work.papers("receipt")) == 2
