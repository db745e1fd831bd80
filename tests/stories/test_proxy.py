"""Somebody comes for somebody else: with a mandate, for an item that lets them, never beyond it."""

from __future__ import annotations

from desk_app.domain.cases import Acting, CaseState
from desk_app.domain.people import MandateKind
from tests.stories.case_steps import on_the_page
from tests.stories.counter import BENEFIT, SUN, WANG, Counter


def test_a_neighbour_with_a_mandate_brings_the_papers(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    hands.scan(SUN.id_number)
    assert "又读到一张证件" in counter.words()
    hands.press("Alt+2")
    hands.press("F4", "Ctrl+Return")
    assert len(counter.cases()) == 3, "not without a name and a mandate"
    assert counter.place() == "proxy_name"
    hands.type(SUN.name)
    while counter.place() != "proxy_phone":
        hands.press("Return")
    hands.type(SUN.phone)
    hands.press("Ctrl+Return")
    assert len(counter.cases()) == 3, "a mandate is asked for"
    assert "委托" in counter.words()
    hands.press("Left", "Left", "Ctrl+Return")
    case = counter.last_case()
    assert len(counter.cases()) == 4
    assert (case.applicant, case.acting, case.state) == (WANG, Acting.PROXY, CaseState.ACCEPTED)
    assert case.proxy is not None
    assert (case.proxy.party.name, case.proxy.mandate) == (SUN.name, MandateKind.WRITTEN)
    receipt = counter.paper("receipt")
    assert WANG.name in receipt
    assert SUN.name in receipt
    for number in (WANG.id_number, SUN.id_number, SUN.phone):
        assert number not in receipt
    on_the_page(counter)
    words = counter.words()
    assert f"由{SUN.name}来办" in words
    assert SUN.id_number not in words
    assert SUN.phone not in words
