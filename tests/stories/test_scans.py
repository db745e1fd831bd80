"""Scans find their way wherever the cursor is, and never overwrite anything (experience.md §5)."""

from __future__ import annotations

import pytest

from desk_app.domain.cases import Acting, Case
from desk_app.domain.numbers import ReceiptNumber
from tests.services.desk_samples import ZHANG
from tests.stories.counter import BENEFIT, PROOF, RELIEF, SUN, WANG, Counter


def code_of(counter: Counter, case: Case) -> str:
    """What the square code on the slip says."""
    with counter.running.desk.open_store.read() as reader:
        return str(reader.cases.last_act(case.id))


@pytest.mark.parametrize("place", ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+,"])
def test_a_slip_opens_its_case_from_every_page(counter: Counter, place: str) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    code = code_of(counter, case)
    hands.press(place)
    hands.scan(code)
    assert counter.page() == "cases"
    assert ReceiptNumber.parse(case.number).formatted in counter.words()


def test_a_slip_scanned_into_a_half_typed_field_leaves_it_as_it_was(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    counter.start(PROOF)
    hands.scan(SUN.id_number)
    hands.type("孙某")
    hands.scan(case.number)
    assert counter.page() == "cases"
    assert ReceiptNumber.parse(case.number).formatted in counter.words()
    hands.press("Ctrl+2")
    assert (counter.form()["name"], counter.place()) == ("孙某", "name")
    hands.type("某")
    assert counter.form()["name"] == SUN.name


def test_a_code_of_nobody_is_said(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.scan("01a20b48-0000-72ad-8cea-000000000000")
    assert "没认出这个码" in counter.words()
    hands.scan("NOT-A-CODE-AT-ALL")
    assert "没认出这个码" in counter.words()
    assert counter.page() == "lookup"


def half_taken(counter: Counter) -> None:
    counter.open_signed_in()
    counter.start(RELIEF)
    counter.hands.scan(WANG.id_number)
    counter.hands.fill(WANG.name)
    counter.hands.type("137")
    counter.hands.scan(SUN.id_number)
    assert "又读到一张证件" in counter.words()
    assert counter.form()["name"] == WANG.name
    assert counter.form()["phone"] == "137"


def test_a_second_card_may_be_the_next_citizen(counter: Counter) -> None:
    half_taken(counter)
    counter.hands.press("Return")
    assert counter.lanes() == 2
    counter.start(PROOF)
    assert counter.place() == "name"
    counter.hands.fill(SUN.name)
    counter.hands.press("F4", "Ctrl+Return")
    assert counter.last_case().applicant.id_number == SUN.id_number
    counter.hands.press("Ctrl+Tab")
    assert (counter.form()["name"], counter.form()["phone"], counter.place()) == (WANG.name, "137", "phone")


def test_a_second_card_may_be_who_acts_for_the_first(counter: Counter) -> None:
    half_taken(counter)
    counter.hands.press("Alt+2")
    session = counter.running.program.intake_screen().presenter.session
    assert session.lane is not None
    form = session.lane.form
    assert (form.acting, form.proxy.id_number) == (Acting.PROXY, SUN.id_number)
    assert form.applicant.id_number == WANG.id_number


def test_a_second_card_may_be_the_right_applicant(counter: Counter) -> None:
    half_taken(counter)
    counter.hands.press("Alt+3")
    session = counter.running.program.intake_screen().presenter.session
    assert session.lane is not None
    assert session.lane.form.applicant.id_number == SUN.id_number
    assert WANG.name not in counter.form().values(), "the name of one never stands with the number of another"


def test_esc_leaves_everything_as_it_was(counter: Counter) -> None:
    half_taken(counter)
    counter.hands.press("Escape")
    assert (counter.form()["phone"], counter.place(), counter.lanes()) == ("137", "phone", 1)


def test_the_same_card_again_asks_nothing(counter: Counter) -> None:
    counter.open_signed_in()
    counter.start(BENEFIT)
    counter.hands.scan(ZHANG.id_number)
    counter.hands.scan(ZHANG.id_number)
    assert "又读到一张证件" not in counter.words()


def test_the_command_box_finds_people_and_cases_by_what_is_known(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    formatted = ReceiptNumber.parse(case.number).formatted
    for asked in (f"#{case.number[-6:]}", f"#{WANG.name}", case.number):
        hands.press("Ctrl+K")
        hands.type(asked)
        hands.calm()
        assert formatted in counter.words(), asked
        hands.press("Return")
        assert counter.page() == "cases", asked
        hands.press("Ctrl+1")
    hands.press("Ctrl+K")
    hands.type(f"@{WANG.name}")
    hands.calm()
    hands.press("Return")
    assert counter.lanes() == 1
    counter.start(PROOF)
    assert counter.form()["name"] == WANG.name


def test_the_command_box_does_things(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.type(">大字")
    hands.press("Return")
    assert counter.running.switch.look.large
    hands.type(">锁屏")
    hands.press("Return")
    assert counter.running.desk.clerk is None
