"""What a card says beyond its number goes to whose number it is, and to nobody else."""

from __future__ import annotations

import pytest

from desk_app.domain.id_card import CardRead
from tests.ui.screens.intake.world import OLD_WOMAN, SON, Desk

pytestmark = pytest.mark.usefixtures("qapp")
MOTHER = CardRead(OLD_WOMAN, "王某某", address="示例镇东村 1 号")
CHILD = CardRead(SON, "李某某", address="示例镇西村 2 号")


def test_a_card_fills_name_and_address(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    assert desk.presenter.cards.take(MOTHER)
    person = desk.form().applicant
    assert (person.id_number, person.name, person.address) == (OLD_WOMAN, "王某某", "示例镇东村 1 号")


def test_an_address_that_is_known_stays_and_the_name_on_the_card_holds(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.type("address", "示例镇南庄 9 号")
    desk.type("name", "王某")
    assert desk.presenter.cards.take(MOTHER)
    person = desk.form().applicant
    assert (person.name, person.address) == ("王某某", "示例镇南庄 9 号")


def test_a_second_card_waits_for_its_place(desk: Desk) -> None:
    desk.presenter.moves.start("1-19")
    desk.presenter.cards.take(MOTHER)
    assert desk.presenter.cards.take(CHILD)
    assert desk.form().applicant.name == "王某某"
    desk.presenter.choose(2)
    assert desk.form().proxy.name == "李某某"
    assert desk.form().applicant.name == "王某某"


def test_a_card_read_elsewhere_fills_its_bearer_later(desk: Desk) -> None:
    desk.presenter.cards.remember(CHILD)
    desk.presenter.moves.start("1-19", SON)
    assert desk.form().applicant.name == "李某某"


def test_a_card_that_was_forgotten_fills_nobody(desk: Desk) -> None:
    desk.presenter.cards.remember(CHILD)
    desk.presenter.cards.forget()
    desk.presenter.moves.start("1-19", SON)
    assert desk.form().applicant.name == ""


def test_a_card_without_facts_is_a_number(desk: Desk) -> None:
    assert not desk.presenter.cards.take(CardRead(SON))
    desk.presenter.moves.start("1-19")
    assert desk.presenter.cards.take(CardRead(OLD_WOMAN))
    assert desk.form().applicant.name == ""
