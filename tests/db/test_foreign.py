from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.db.foreign import Applied
from desk_app.db.store import Store
from desk_app.domain.cases import CaseAccepted, CaseState
from desk_app.domain.changes import Changes
from desk_app.domain.journal import FIRST_LINK, Entry, Stream, content_digest, next_link
from tests.desks import CLERK, NOW, accept_case, clerk_at, later, make_store, register_case

OTHER = clerk_at(2)


@pytest.fixture
def head(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path / "head")
    yield store
    store.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path / "desk", OTHER, head=False, seed=2)
    yield store
    store.close()


def entries(store: Store) -> list[Entry]:
    with store.read() as reader:
        return list(reader.journal.all())


def reasons(store: Store) -> list[str]:
    with store.read() as reader:
        return sorted(parked.reason for parked in reader.parked.all())


def test_entries_arrive_and_show(head: Store, desk: Store) -> None:
    case_id = accept_case(head)
    told: list[Changes] = []
    desk.subscribe(told.append)
    assert desk.apply_foreign(entries(head)) == Applied(new=4)
    with desk.read() as reader, head.read() as origin:
        assert reader.cases.get(case_id) == origin.cases.get(case_id)
    assert told[0].kinds == {Stream.CASE, Stream.PERSON}
    assert desk.apply_foreign(entries(head)) == Applied(known=4)
    assert len(told) == 1


def test_the_head_gives_places_and_they_come_back(head: Store, desk: Store) -> None:
    register_case(head)
    case_id = accept_case(desk, clerk=OTHER)
    assert head.apply_foreign(entries(desk)) == Applied(new=4)
    assert [entry.seq for entry in entries(head)] == [1, 2, 3, 4, 5, 6]
    assert desk.apply_foreign(entries(head)) == Applied(new=2, placed=4)
    assert entries(desk) == entries(head)
    assert desk.apply_foreign(entries(head)) == Applied(known=6)
    with desk.read() as reader:
        assert reader.cases.get(case_id).state is CaseState.ACCEPTED
    assert desk.verify().ok
    assert head.verify().ok


def test_an_act_before_its_case_waits_and_stops_nothing(head: Store, desk: Store) -> None:
    case_id = accept_case(head)
    other = register_case(head)
    met, registered, received, accepted, *rest = entries(head)
    desk.apply_foreign([accepted, *rest])
    assert reasons(desk) == ["not_registered"]
    with desk.read() as reader:
        assert reader.cases.find(case_id) is None
        assert reader.cases.get(other).state is CaseState.NOTICED
        (told,) = reader.cases.timeline(case_id)
        assert (told.event, told.parked) == (CaseAccepted(NOW), "not_registered")
    assert desk.verify().ok
    desk.apply_foreign([received, registered, met])
    assert reasons(desk) == []
    with desk.read() as reader:
        assert reader.cases.get(case_id).state is CaseState.ACCEPTED
    assert desk.verify().ok


def strange(entry: Entry, seq: int, number: int, **changes: object) -> Entry:
    """An entry of a device we never met, proving itself."""
    body = str(changes.pop("body", entry.body))
    envelope = replace(entry.envelope, id=UUID(int=900 + number), **changes)  # type: ignore[arg-type]
    # a test hands over any field of an envelope
    digest = content_digest(envelope, body)
    return Entry(envelope, UUID(int=99), number, bytes(16), body, digest, seq)


def chained(entries: list[Entry]) -> list[Entry]:
    """The same entries as one device would have linked them."""
    link, linked = FIRST_LINK, []
    for entry in entries:
        link = next_link(link, entry.id, entry.digest)
        linked.append(replace(entry, link=link))
    return linked


def test_what_this_program_does_not_know_is_kept_and_shown(head: Store, desk: Store) -> None:
    case_id = accept_case(head)
    given = entries(head)
    act = given[-1]
    strangers = [
        strange(act, 11, 1, kind="case.flown_to_the_moon"),
        strange(act, 12, 2, version=9),
        strange(act, 13, 3, body="[1]"),
        strange(act, 14, 4, kind="person.noted"),
        strange(act, 15, 5, stream=Stream.AUDIT, kind="audit.of_tomorrow", stream_id=UUID(int=4)),
        strange(act, 16, 6, body=""),
        strange(given[1], 17, 7),
    ]
    news = chained(strangers)
    assert desk.apply_foreign([*news, *given]).refused == 0
    assert reasons(desk) == [
        "malformed",
        "newer_version",
        "redacted",
        "registered_twice",
        "unknown_kind",
        "unknown_kind",
        "wrong_stream",
    ]
    with desk.read() as reader:
        assert reader.cases.get(case_id).state is CaseState.ACCEPTED
        assert reader.journal.get(news[0].id) == news[0]
        unread = {told.parked for told in reader.cases.timeline(case_id) if told.event is None}
        assert unread == {"unknown_kind", "newer_version", "malformed", "wrong_stream", "redacted"}
    assert desk.verify().ok
    desk.rebuild()
    assert len(reasons(desk)) == 7
    assert desk.verify().ok


def test_entries_that_do_not_prove_themselves_are_kept_beside_the_journal(head: Store, desk: Store) -> None:
    accept_case(head)
    first, second, third, fourth = entries(head)
    desk.apply_foreign([first])
    forged = [
        replace(second, body=second.body.replace("李", "王")),
        replace(first, body="", digest=bytes(32)),
        replace(fourth, body="\ud800"),
        strange(second, first.seq or 0, 1),
        replace(strange(second, 50, 2), device=first.device, device_seq=first.device_seq),
        replace(third, seq=None),
    ]
    assert desk.apply_foreign(forged) == Applied(refused=6)
    assert desk.apply_foreign(forged) == Applied(refused=6)
    assert reasons(desk) == ["digest", "digest", "id_taken", "not_sequenced", "number_taken", "place_taken"]
    with desk.read() as reader:
        raw = [json.loads(parked.raw or "") for parked in reader.parked.all() if parked.entry_id == second.id]
        assert reader.journal.count() == 1
    assert "王某某" in raw[0]["body"]
    assert raw[0]["envelope"]["id"] == str(second.id)
    assert desk.apply_foreign([second, third, fourth]) == Applied(new=3)
    assert desk.verify().ok
    desk.rebuild()
    assert len(reasons(desk)) == 6


def test_a_place_given_twice_is_refused(head: Store, desk: Store) -> None:
    register_case(head)
    register_case(desk, clerk=OTHER)
    own = entries(desk)
    taken = entries(head)
    desk.apply_foreign(taken)
    assert desk.apply_foreign([replace(own[0], seq=taken[0].seq)]) == Applied(refused=1)
    assert reasons(desk) == ["place_taken"]


def test_own_entries_come_back_after_a_restore(head: Store, desk: Store, tmp_path: Path) -> None:
    register_case(desk, clerk=OTHER)
    own = entries(desk)
    restored = make_store(tmp_path / "restored", OTHER, head=False, seed=3)
    assert restored.apply_foreign(own) == Applied(new=2)
    register_case(restored, clerk=OTHER)
    assert [entry.device_seq for entry in entries(restored)] == [1, 2, 3]
    assert restored.verify().ok
    restored.close()


def test_two_desks_act_on_one_case_and_agree(head: Store, desk: Store) -> None:
    case_id = register_case(head)
    desk.apply_foreign(entries(head))
    with desk.write(OTHER, later(1)) as tx:
        tx.record(CaseAccepted(later(1)), case_id)
    with head.write(CLERK, later(2)) as tx:
        tx.record(CaseAccepted(later(2)), case_id)
    head.apply_foreign(entries(desk))
    desk.apply_foreign(entries(head))
    with desk.read() as here, head.read() as there:
        assert here.cases.get(case_id) == there.cases.get(case_id)
        assert here.cases.get(case_id).accepted_at == later(1)  # the head saw its own act first
        assert [told.at for told in here.cases.timeline(case_id)] == [NOW, later(2), later(1)]
    assert desk.verify().ok
    assert head.verify().ok
