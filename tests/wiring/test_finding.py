"""What the command box finds among many rows: number, its end, name, initials, id, telephone, item, scan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from desk_app.domain.cases import Case
from desk_app.domain.identity import resident_check_character
from desk_app.domain.people import Party
from desk_app.services.intake import Intake, commit_intake
from desk_app.wiring.desk import Desk
from desk_app.wiring.finding import Found, case_of_scan, find
from tests.services.desk_samples import form
from tests.stories.counter import BENEFIT, PENSION, WANG

MANY = 150


@pytest.fixture
def wanted(desk: Desk) -> Case:
    """One case among many of other people."""
    offered, other = desk.offer.get(BENEFIT), desk.offer.get(PENSION)
    for nth in range(MANY):
        body = f"37107319700101{nth:03d}"
        party = Party("钱某某", id_number=body + resident_check_character(body), phone=f"135{nth:08d}")
        taken = replace(form(PENSION, 1000 + nth, party)).take_all(other)
        commit(desk, taken, other)
    return commit(desk, form(BENEFIT, 999, WANG).take_all(offered), offered)


def commit(desk: Desk, taken: object, offered: object) -> Case:
    now = desk.now() + timedelta(seconds=1)
    return commit_intake(desk.open_store, desk.present_clerk, Intake(taken, offered), now)  # type: ignore[arg-type]


def ids(found: Found) -> list[UUID]:
    return [line.id for line in found.cases]


def test_a_case_is_found_by_everything_that_is_known_of_it(desk: Desk, wanted: Case) -> None:
    for typed in (wanted.number, "王某", "wmm", WANG.phone, WANG.phone[-4:]):
        assert wanted.id in ids(find(desk, typed)), typed
    assert ids(find(desk, wanted.number[-6:])) == [wanted.id]
    assert ids(find(desk, f"#{wanted.number}")) == [wanted.id]
    assert [case.id for case in find(desk, WANG.id_number).history.cases] == [wanted.id]
    assert case_of_scan(desk, wanted.number) == wanted.id
    with desk.open_store.read() as reader:
        entry = reader.cases.last_act(wanted.id)
    assert case_of_scan(desk, str(entry)) == wanted.id


def test_cases_of_an_item_are_asked_for_with_a_sign(desk: Desk, wanted: Case) -> None:
    name = wanted.item.name
    assert ids(find(desk, f"#{name}")) == [wanted.id]
    assert ids(find(desk, name)) == []
    assert len(ids(find(desk, "#参保登记"))) <= 5
    assert find(desk, f"@{name}").cases == ()
