"""The demo centre: invented, reproducible, in every state, and its journal proves itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from uuid import UUID

from desk_app.db.store import Store
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseState
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
    first_day = {CaseState.NOTICED, CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.FINISHED}
    assert set(states) == first_day | {CaseState.ASSISTED, CaseState.DELIVERED}
    assert store.verify().ok
    store.close()


def test_people_are_invented_and_their_numbers_hold() -> None:
    rng = Random(5)
    for _ in range(200):
        party = synthetic_party(rng, TODAY)
        assert check_resident_id(party.id_number, TODAY).valid
        assert party.name.endswith("某某")
