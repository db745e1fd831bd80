"""The demo centre: invented, reproducible, in every state, and its journal proves itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from uuid import UUID

from desk_app.db.store import Store
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import OPEN_STATES, Case, CaseState
from desk_app.domain.identity import check_resident_id
from desk_app.domain.sites import Clerk, Role
from desk_app.domain.worktime import local_day
from desk_app.services.catalogue import make_offer
from desk_app.services.demo import (
    ADMIN,
    Demo,
    demo_device,
    demo_site,
    fill_demo,
    synthetic_party,
)
from desk_app.services.demo_lives import Lives, send_on, show_every_queue
from tests.services.desk_samples import CALENDAR, KEY, NOW, release

TODAY = local_day(NOW)


def filled(folder: Path) -> tuple[Store, int]:
    site, device = demo_site(UUID(int=11)), demo_device(UUID(int=12))
    store = Store.create(folder, KEY, site, device, calendar=CALENDAR, random=Random(1).randbytes)
    clerk = Clerk(UUID(int=13), ADMIN, Role.MANAGER, site, device)
    offer = make_offer(release(), site.tier)
    told: list[int] = []
    made = fill_demo(Demo(store, clerk, offer, CALENDAR, Random(3)), TODAY, told.append)
    assert told[-1] == made
    return store, made


def test_it_has_hundreds_of_cases_in_every_state(tmp_path: Path) -> None:
    store, made = filled(tmp_path)
    with store.read() as reader:
        states = Counter(line.state for line in reader.cases.page(CaseQuery(limit=1000)).lines)
    assert sum(states.values()) == made
    assert made > 150
    assert set(states) == set(CaseState)
    open_states = [state for state in states if state in OPEN_STATES]
    assert sum(states[state] for state in open_states) > 20
    assert store.verify().ok
    store.close()


def test_people_are_invented_and_their_numbers_hold() -> None:
    rng = Random(5)
    for _ in range(200):
        party = synthetic_party(rng, TODAY)
        assert check_resident_id(party.id_number, TODAY).valid
        assert party.name.endswith("某某")


def test_the_same_seed_tells_the_same_lives(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        store, _ = filled(tmp_path / name)
        with store.read() as reader:
            lines = reader.cases.page(CaseQuery(limit=1000)).lines
        found.append([(line.number, line.state, line.due) for line in lines])
        store.close()
    assert found[0] == found[1]


def test_a_queue_that_chance_left_empty_is_filled_and_an_empty_bag_stays_at_home(tmp_path: Path) -> None:
    store, _ = filled(tmp_path)

    def of(state: CaseState) -> list[Case]:
        with store.read() as reader:
            lines = reader.cases.page(CaseQuery(states=frozenset({state}))).lines
            return [reader.cases.get(line.id) for line in lines]

    site, device = demo_site(UUID(int=11)), demo_device(UUID(int=12))
    clerk = Clerk(UUID(int=13), ADMIN, Role.MANAGER, site, device)
    printed: list[Case] = []
    lives = Lives(store, clerk, CALENDAR, lambda case, _at: printed.append(case))
    ended = of(CaseState.WITHDRAWN)
    assert show_every_queue(lives, ended, TODAY) == ended
    handled = show_every_queue(lives, of(CaseState.HANDLING), TODAY)
    moved = {CaseState.SUSPENDED, CaseState.AMENDING, CaseState.REPORTED, CaseState.READY}
    assert {case.state for case in handled} >= moved
    assert {case.state for case in printed} == moved
    send_on(lives, ended, TODAY)
    with store.read() as reader:
        (batch,) = reader.handovers.page(site.id)
    assert batch.opened_at < NOW, "the one bag of the day before"
    store.close()
