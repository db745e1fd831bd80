from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.case_list import CaseLine, CaseQuery, CaseSort
from desk_app.domain.cases import CaseAccepted, CaseRegistered, CaseState, DocumentIssued, NumberRevealed
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import NotFound
from desk_app.domain.identity import IdType
from desk_app.domain.masking import Profile
from desk_app.domain.people import Party
from desk_app.domain.worktime import local_day
from tests.desks import CLERK, LI, NOW, PIN, ZHANG, accept_case, later, make_store, register_case

PASSPORT = Party("WANG MOUMOU", IdType.PASSPORT, "E12345678", "", "")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path)
    yield store
    store.close()


def lines(store: Store, query: CaseQuery) -> list[CaseLine]:
    """All pages of a query, each of two lines."""
    found: list[CaseLine] = []
    query = replace(query, limit=2)
    with store.read() as reader:
        while True:
            page = reader.cases.page(query)
            found += page.lines
            if page.next is None:
                return found
            query = replace(query, after=page.next)


def fill(store: Store) -> list[UUID]:
    """Seven cases over seven days, by two people, of two items, in three states."""
    ids = []
    for n in range(7):
        now = NOW + timedelta(days=n)
        pin = replace(PIN, id="1-2", promised=TimeLimit()) if n % 3 == 2 else PIN
        party = ZHANG if n % 2 else LI
        ids.append(accept_case(store, party, now, pin=pin) if n != 3 else register_case(store, party, now))
    with store.write(CLERK, NOW + timedelta(days=8)) as tx:
        tx.record(tx.cases.get(ids[0]).finish("", NOW + timedelta(days=8)), ids[0])
    return ids


def test_pages_join_without_a_seam_in_every_order(store: Store) -> None:
    ids = fill(store)
    for sort in CaseSort:
        for descending in (False, True):
            shown = lines(store, CaseQuery(sort=sort, descending=descending))
            assert len(shown) == 7
            assert {line.id for line in shown} == set(ids)
            keys = [_key(line, sort) for line in shown]
            assert keys == sorted(keys, reverse=descending)


def _key(line: CaseLine, sort: CaseSort) -> str:
    if sort is CaseSort.DUE:
        return str(line.due or date.max)
    return line.number if sort is CaseSort.NUMBER else line.registered_at.isoformat()


def test_filters_narrow_and_counts_agree(store: Store) -> None:
    ids = fill(store)
    today = local_day(NOW)
    queries = {
        "all": CaseQuery(),
        "open": CaseQuery(open=True),
        "closed": CaseQuery(open=False),
        "accepted": CaseQuery(states=frozenset({CaseState.ACCEPTED})),
        "two states": CaseQuery(states=frozenset({CaseState.ACCEPTED, CaseState.FINISHED})),
        "mine": CaseQuery(clerk=CLERK.user_id),
        "nobody's": CaseQuery(clerk=UUID(int=404)),
        "item": CaseQuery(item_id="1-2"),
        "due": CaseQuery(due_from=today, due_to=today + timedelta(days=8)),
        "text": CaseQuery(text="李"),
        "text, open": CaseQuery(text="lmm", open=True),
        "number": CaseQuery(text="371073-1-26328-001-93"),
        "nothing to ask": CaseQuery(text="！？"),
        "id": CaseQuery(text=ZHANG.id_number),
    }
    with store.read() as reader:
        counts = reader.cases.counts(queries)
        person = reader.cases.get(ids[1]).person
        assert reader.cases.counts({}) == {}
    assert counts == {name: len(lines(store, query)) for name, query in queries.items()}
    assert counts == {
        "all": 7,
        "open": 6,
        "closed": 1,
        "accepted": 5,
        "two states": 6,
        "mine": 7,
        "nobody's": 0,
        "item": 2,
        "due": 1,
        "text": 4,
        "text, open": 3,
        "number": 1,
        "nothing to ask": 0,
        "id": 3,
    }
    assert [line.id for line in lines(store, CaseQuery(text="李"))] == [ids[6], ids[4], ids[2], ids[0]]
    assert [line.id for line in lines(store, CaseQuery(text=ZHANG.id_number))] == [ids[5], ids[3], ids[1]]
    assert [line.id for line in lines(store, CaseQuery(person=person, sort=CaseSort.RECEIVED))] == ids[1::2]


def test_a_line_is_masked_for_lists_and_full_on_demand(store: Store) -> None:
    accept_case(store)
    with store.read() as reader:
        (masked,) = reader.cases.page(CaseQuery()).lines
        (full,) = reader.cases.page(CaseQuery(), None).lines
        (exported,) = reader.cases.page(CaseQuery(), Profile.EXPORT).lines
    assert (masked.applicant, masked.id_number, masked.phone) == (
        "李*某",
        "110105********002X",
        "138****0000",
    )
    assert (full.applicant, full.id_number, full.phone) == (LI.name, LI.id_number, LI.phone)
    assert exported.applicant == "李*"
    assert (masked.clerk, masked.clerk_name) == (CLERK.user_id, CLERK.name)
    assert (masked.due, masked.promised_due, masked.statutory_due) == (
        date(2026, 12, 1),
        date(2026, 12, 1),
        date(2026, 12, 22),
    )
    assert (masked.registered_at, masked.accepted_at, masked.finished_at) == (NOW, NOW, None)


def test_a_foreign_passport_is_found_whole(store: Store) -> None:
    case_id = register_case(store, PASSPORT)
    register_case(store)
    for typed in ("e12345678", "E12345678 ", "wang", "moumou"):
        assert [line.id for line in lines(store, CaseQuery(text=typed))] == [case_id], typed
    assert lines(store, CaseQuery(text="E12345679")) == []


@pytest.mark.parametrize(
    "text", ['"', "*", "a OR b", "NEAR(", "李" * 5000, "\x00", "-1", "x' OR 1=1 --", "１２３"]
)
def test_hostile_text_is_only_text(store: Store, text: str) -> None:
    register_case(store)
    lines(store, CaseQuery(text=text))


def test_cases_are_found_by_number_code_and_paper(store: Store) -> None:
    case_id = accept_case(store)
    with store.write(CLERK, NOW) as tx:
        document = tx.new_id(NOW)
        event = DocumentIssued(
            document,
            DocumentKind.RECEIPT,
            PaperSize.A5,
            "示例收字〔2026〕第001号",
            tx.documents.put(b"x"),
            1,
            NOW,
        )
        act = tx.cases.last_act(case_id)
        tx.record(event, case_id)
        tx.record(NumberRevealed("核对", NOW), case_id)
        assert tx.cases.last_act(case_id) == act
    with store.read() as reader:
        case = reader.cases.get(case_id)
        assert reader.cases.by_number(case.number) == (case,)
        assert reader.cases.by_entry(act) == case
        assert reader.cases.by_entry(case_id) is None
        assert reader.cases.by_document("示例收字〔2026〕第001号") == case
        assert reader.cases.by_document("none") is None
        assert reader.cases.document(document) == (case_id, case.documents[0])
        assert reader.cases.document(case_id) is None
        assert reader.cases.of_person(case.person, 5) == (case,)
        with pytest.raises(NotFound):
            reader.cases.get(document)
        with pytest.raises(NotFound):
            reader.cases.last_act(document)


def test_the_timeline_tells_everything_in_order(store: Store) -> None:
    case_id = accept_case(store)
    with store.write(replace(CLERK, name="经办甲甲"), later(3)) as tx:
        tx.record(tx.cases.get(case_id).withdraw_acceptance("录错", later(3)), case_id)
    with store.read() as reader:
        told = reader.cases.timeline(case_id)
    assert [entry.kind for entry in told] == [
        "case.registered",
        "case.materials_received",
        "case.accepted",
        "case.acceptance_withdrawn",
    ]
    assert isinstance(told[0].event, CaseRegistered)
    assert told[2].event == CaseAccepted(NOW)
    assert {entry.actor_name for entry in told} == {"经办甲甲"}
    assert {entry.device for entry in told} == {CLERK.device.id}
    assert told[3].at == later(3)
