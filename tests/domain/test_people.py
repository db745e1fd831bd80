"""People: what is known of a citizen, each fact with its own day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.identity import IdType
from desk_app.domain.people import (
    DatedValue,
    Party,
    Person,
    PersonNoted,
    fold_person,
    id_key,
    tells_something_new,
)

ID = UUID(int=1)
NUMBER = "11010519491231002X"
MARCH, MAY = date(2026, 3, 2), date(2026, 5, 4)
SECRET = b"k" * 32


def party(name: str = "张某某", phone: str = "", address: str = "") -> Party:
    return Party(name, IdType.RESIDENT_ID, NUMBER, phone, address)


def known(*noted: tuple[Party, date]) -> Person:
    person = fold_person(ID, [(PersonNoted(given), on) for given, on in noted])
    assert person is not None
    return person


@pytest.mark.parametrize(
    ("given_party", "empty"),
    [
        (Party(), True),
        (Party(id_type=IdType.RESIDENT_ID), True),
        (Party(name="张某某"), False),
        (Party(id_number=NUMBER), False),
        (Party(phone="13800000000"), False),
        (Party(address="示例镇"), False),
    ],
)
def test_a_party_is_empty_until_something_is_given(given_party: Party, empty: bool) -> None:
    assert given_party.empty is empty


def test_nobody_is_known_without_a_note() -> None:
    assert fold_person(ID, []) is None


def test_the_first_note_dates_every_fact() -> None:
    person = known((party(phone="13800000000"), MARCH))
    assert person.name == DatedValue("张某某", MARCH)
    assert person.facts == {"phone": DatedValue("13800000000", MARCH)}
    assert (person.phone, person.address) == ("13800000000", "")


def test_a_later_note_renews_what_it_says_and_keeps_the_rest() -> None:
    person = known(
        (party(phone="13800000000", address="示例镇一村"), MARCH), (party(name="", phone="13900000000"), MAY)
    )
    assert person.name == DatedValue("张某某", MARCH)
    assert person.facts == {
        "phone": DatedValue("13900000000", MAY),
        "address": DatedValue("示例镇一村", MARCH),
    }
    assert person.party() == party(phone="13900000000", address="示例镇一村")


@pytest.mark.parametrize(
    ("given_party", "new"),
    [
        (party(phone="13800000000"), False),
        (party(), False),
        (party(name=""), False),
        (party(name="张某"), True),
        (party(phone="13900000000"), True),
        (party(address="示例镇二村"), True),
    ],
)
def test_only_what_differs_is_worth_an_entry(given_party: Party, new: bool) -> None:
    person = known((party(phone="13800000000", address="示例镇一村"), MARCH))
    assert tells_something_new(person, given_party) is new


parties = st.builds(
    party,
    name=st.sampled_from(["", "张某某", "张某"]),
    phone=st.sampled_from(["", "13800000000", "13900000000"]),
    address=st.sampled_from(["", "示例镇一村", "示例镇二村"]),
)
notes = st.lists(st.tuples(st.builds(PersonNoted, parties), st.dates(MARCH, MAY)), min_size=1, max_size=8)


@given(notes, parties)
def test_a_note_that_tells_nothing_new_changes_no_value(
    noted: list[tuple[PersonNoted, date]], given_party: Party
) -> None:
    person, later = fold_person(ID, noted), fold_person(ID, [*noted, (PersonNoted(given_party), MAY)])
    assert person is not None
    assert later is not None
    assert (person.party() == later.party()) is not tells_something_new(person, given_party)


@given(notes)
def test_a_fact_once_given_is_never_lost(noted: list[tuple[PersonNoted, date]]) -> None:
    for end in range(1, len(noted)):
        before, now = fold_person(ID, noted[:end]), fold_person(ID, noted)
        assert before is not None
        assert now is not None
        assert before.facts.keys() <= now.facts.keys()


@given(notes)
def test_every_value_carries_the_day_of_the_note_it_came_from(
    noted: list[tuple[PersonNoted, date]],
) -> None:
    person = fold_person(ID, noted)
    assert person is not None
    for fact in ("phone", "address"):
        said = [(getattr(event.party, fact), on) for event, on in noted if getattr(event.party, fact)]
        assert person.facts.get(fact) == (DatedValue(*said[-1]) if said else None)


def test_equal_ids_meet_and_different_ones_do_not() -> None:
    key = id_key(SECRET, IdType.RESIDENT_ID, NUMBER)
    assert key == id_key(SECRET, IdType.RESIDENT_ID, NUMBER)
    assert len(key) == 32
    assert NUMBER.encode() not in key
    others = {
        id_key(b"x" * 32, IdType.RESIDENT_ID, NUMBER),
        id_key(SECRET, IdType.PASSPORT, NUMBER),
        id_key(SECRET, IdType.RESIDENT_ID, "110105194912310038"),
    }
    assert key not in others
    assert len(others) == 3
