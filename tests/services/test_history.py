"""What a new form is told of a citizen, and who looked at a full number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.db.store import Store
from desk_app.domain.accounts import NumberShown
from desk_app.domain.cases import Acting, NumberRevealed
from desk_app.domain.errors import InputError, NotAllowed
from desk_app.domain.identity import IdType
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.domain.streams import decode_event
from desk_app.services.catalogue import Offer
from desk_app.services.history import history_of, note_look, reveal
from desk_app.services.intake import Intake, commit_intake
from tests.services.desk_samples import AUDITOR, CLERK, NOW, ZHANG, form

SON = Party("李某某", id_number="440524188001010014", phone="13900000000", address="示例镇西村 9 号")
NEIGHBOUR = Party("王某某", id_number="110105194912310038", address=ZHANG.address)


def take_in(store: Store, offer: Offer, number: int, who: Party, proxy: Party | None = None) -> None:
    offered = offer.get("1-19")
    filled = form("1-19", number, who)
    if proxy is not None:
        filled = replace(
            filled,
            acting=Acting.PROXY,
            proxy=proxy,
            relation=Relation.CHILD,
            mandate=MandateKind.WRITTEN,
        )
    commit_intake(store, CLERK, Intake(filled.take_all(offered), offered), NOW)


def test_a_stranger_has_no_history(store: Store) -> None:
    found = history_of(store, IdType.RESIDENT_ID, ZHANG.id_number)
    assert found.person is None
    assert found.cases == ()


def test_cases_and_relatives_are_offered_but_never_the_mandate(store: Store, offer: Offer) -> None:
    take_in(store, offer, 1, SON)
    take_in(store, offer, 2, NEIGHBOUR)
    take_in(store, offer, 3, ZHANG, proxy=SON)
    found = history_of(store, IdType.RESIDENT_ID, ZHANG.id_number)
    assert found.person is not None
    assert [case.item.id for case in found.cases] == ["1-19"]
    names = [relative.person.name.value for relative in found.household]
    assert names == ["李某某", "王某某"]
    proxies = [relative.proxy for relative in found.household if relative.proxy]
    assert [proxy.mandate for proxy in proxies] == [MandateKind.NONE]
    assert [proxy.relation for proxy in proxies] == [Relation.CHILD]


def test_somebody_without_an_address_has_no_household(store: Store, offer: Offer) -> None:
    take_in(store, offer, 1, replace(ZHANG, address=""))
    assert history_of(store, IdType.RESIDENT_ID, ZHANG.id_number).household == ()


def test_a_full_number_is_shown_for_a_purpose_and_put_on_record(store: Store, offer: Offer) -> None:
    take_in(store, offer, 1, ZHANG)
    with store.read() as reader:
        case = reader.cases.of_person(history_of(store, IdType.RESIDENT_ID, ZHANG.id_number).person.id, 1)[0]  # type: ignore[union-attr]  # just taken in
    with pytest.raises(InputError, match="purpose_missing"):
        reveal(store, CLERK, case.id, "  ", NOW)
    with pytest.raises(NotAllowed):
        reveal(store, AUDITOR, case.id, "核对", NOW)
    assert reveal(store, CLERK, case.id, "核对 身份", NOW).id_number == ZHANG.id_number
    with store.read() as reader:
        events = [line.event for line in reader.cases.timeline(case.id)]
    assert NumberRevealed("核对 身份", NOW) in events


def test_a_look_before_there_is_a_case_is_on_record_too(store: Store) -> None:
    with pytest.raises(NotAllowed):
        note_look(store, AUDITOR, form("1-19").id, "id_number", NOW)
    note_look(store, CLERK, form("1-19").id, "id_number", NOW)
    with store.read() as reader:
        last = list(reader.journal.all())[-1]
    assert decode_event(last.envelope.kind, last.envelope.version, last.body) == NumberShown("id_number", NOW)
