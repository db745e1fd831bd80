from __future__ import annotations

import logging
import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.accounts import SignedIn
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseAccepted, CaseFinished, CaseState, MaterialsReceived
from desk_app.domain.catalogue import HandlingMode, SiteItem
from desk_app.domain.changes import Changes
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import IllegalMove, NotFound, StoreDamaged
from desk_app.domain.intake import IntakeForm
from desk_app.domain.journal import Stream
from desk_app.domain.people import PersonNoted
from desk_app.domain.site_acts import SiteItemChanged, site_item_stream
from tests.desks import (
    CLERK,
    LI,
    MATERIALS,
    NOW,
    SITE,
    ZHANG,
    accept_case,
    clerk_at,
    later,
    make_store,
    meet,
    register_case,
    registration,
    reopen,
)


def test_an_act_is_there_after_reopening(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    case_id = accept_case(store)
    store.close()
    store = reopen(tmp_path)
    with store.read() as reader:
        case = reader.cases.get(case_id)
        assert (case.state, case.applicant, case.number) == (CaseState.ACCEPTED, LI, "37107312632800193")
        assert [entry.envelope.kind for entry in reader.journal.of_stream(Stream.CASE, case_id)] == [
            "case.registered",
            "case.materials_received",
            "case.accepted",
        ]
    store.close()


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    told: list[Changes] = []
    store.subscribe(told.append)
    with pytest.raises(IllegalMove):
        _register_twice(store)
    with store.read() as reader:
        assert reader.journal.count() == 0
        assert reader.cases.count() == 0
        assert reader.people.by_id(LI.id_type, LI.id_number) is None
    assert told == []
    register_case(store)  # and the store goes on, with the first number
    with store.read() as reader:
        assert reader.cases.page(CaseQuery()).lines[0].number == "37107312632800193"
    store.close()


def _register_twice(store: Store) -> None:
    with store.write(CLERK, NOW) as tx:
        case_id = tx.new_id(NOW)
        tx.record(registration(tx), case_id)
        tx.documents.put(b"paper")
        tx.record(registration(tx), case_id)


def test_a_refused_event_writes_nothing_even_when_the_act_goes_on(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    case_id = register_case(store)
    with store.write(CLERK, NOW) as tx:
        with pytest.raises(IllegalMove):
            tx.record(registration(tx), case_id)
        with pytest.raises(IllegalMove):
            tx.record(CaseAccepted(NOW), tx.new_id(NOW))
        tx.record(MaterialsReceived(MATERIALS, NOW), case_id)
    with store.read() as reader:
        assert reader.journal.count() == 3
    assert store.verify().ok
    store.close()


def test_reading_inside_an_act_sees_the_act(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.write(CLERK, NOW) as tx:
        case_id = tx.new_id(NOW)
        tx.record(registration(tx), case_id)
        assert tx.cases.get(case_id).state is CaseState.NOTICED
        tx.record(MaterialsReceived(MATERIALS, NOW), case_id)
        assert tx.cases.page(CaseQuery()).lines[0].state is CaseState.RECEIVED
        with store.read() as reader:
            assert reader.cases.find(case_id) is None
    store.close()


def test_changes_name_kinds_and_ids_after_the_commit(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    told: list[Changes] = []

    def look(changes: Changes) -> None:
        told.append(changes)
        with store.write(CLERK, later(1)) as tx:  # the lock is free again
            tx.record(SignedIn(CLERK.user_id, later(1)), tx.new_id(later(1))) if len(told) == 1 else None

    end = store.subscribe(look)
    case_id = register_case(store)
    end()
    register_case(store, ZHANG)
    assert told[0].kinds == {Stream.CASE, Stream.PERSON}
    assert case_id in told[0].ids
    assert told[1].kinds == {Stream.AUDIT}
    assert len(told) == 2
    store.close()


def test_a_failing_subscriber_harms_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = make_store(tmp_path)
    told: list[Changes] = []

    def fail(_: Changes) -> None:
        raise ValueError(LI.id_number)

    store.subscribe(fail)
    store.subscribe(told.append)
    with caplog.at_level(logging.ERROR):
        case_id = register_case(store)
    assert len(told) == 1
    assert "ValueError" in caplog.text
    assert LI.id_number not in caplog.text
    with store.read() as reader:
        assert reader.cases.get(case_id).applicant == LI
    store.close()


def test_one_act_is_one_transaction(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.write(CLERK, NOW), pytest.raises(RuntimeError), store.write(CLERK, NOW):
        raise AssertionError("never entered")
    register_case(store)
    store.close()


def test_many_threads_write_one_after_the_other(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    threads = [threading.Thread(target=lambda: [register_case(store) for _ in range(5)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as reader:
        numbers = [line.number for line in reader.cases.page(CaseQuery()).lines]
    assert len(set(numbers)) == len(numbers) == 20
    assert store.verify().ok
    store.close()


def test_a_clerk_of_another_desk_cannot_write_here(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with pytest.raises(StoreDamaged), store.write(clerk_at(5), NOW):
        raise AssertionError("never entered")
    store.close()


def test_readers_cannot_write(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with pytest.raises(Exception, match="store_read_only"), store.read() as reader:
        reader.documents.put(b"x")
    store.close()


def test_papers_are_kept_once_by_their_content(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.write(CLERK, NOW) as tx:
        first, second = tx.documents.put(b"one"), tx.documents.put(b"one")
    assert first == second
    with store.read() as reader:
        assert reader.documents.get(first) == b"one"
        with pytest.raises(NotFound):
            reader.documents.get("00")
    store.close()


def test_document_numbers_count_by_kind_and_year(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.write(CLERK, NOW) as tx:
        drawn = [tx.counters.next_document(DocumentKind.RECEIPT, 2026) for _ in range(3)]
        other = (
            tx.counters.next_document(DocumentKind.NOTICE, 2026),
            tx.counters.next_document(DocumentKind.RECEIPT, 2027),
        )
    assert drawn == [1, 2, 3]
    assert other == (1, 1)
    store.close()


def test_receipt_numbers_survive_a_clock_set_back(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.write(CLERK, NOW) as tx:
        first = tx.counters.next_receipt(date(2026, 11, 25))
    with store.write(CLERK, NOW) as tx:
        second = tx.counters.next_receipt(date(2026, 11, 24))
    assert (second.day, second.n) == (first.day, 2)
    store.close()


def test_people_are_found_by_id_address_name_initials_and_telephone(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.write(CLERK, NOW) as tx:
        li, zhang = meet(tx, LI), meet(tx, ZHANG)
        tx.record(PersonNoted(replace(LI, phone="13700002222")), li)
    with store.read() as reader:
        known = reader.people.by_id(LI.id_type, LI.id_number)
        assert known is not None
        assert (known.id, known.phone) == (li, "13700002222")
        assert [p.id for p in reader.people.at_address("示例镇东村", 5)] == [zhang, li]
        assert reader.people.at_address("", 5) == ()
        found = {text: [p.id for p in reader.people.search(text, 5)] for text in ("李", "lmm", "mm", "2222")}
        assert found == {"李": [li], "lmm": [li], "mm": [zhang, li], "2222": [li]}
        assert [p.id for p in reader.people.search(" 11010519491231002x", 5)] == [li]
        assert reader.people.search("0000", 5) == ()  # the telephone of before
        assert reader.people.search("…", 5) == ()
        assert reader.people.find(li) == known
        assert reader.people.find(UUID(int=9)) is None
    store.close()


def test_the_last_word_on_an_item_holds(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    for mode in (HandlingMode.ADVICE, HandlingMode.ENTRUSTED_RECEIVE):
        with store.write(CLERK, NOW) as tx:
            for item in ("1-2", "1-1"):
                tx.record(SiteItemChanged(SiteItem(item, mode=mode)), site_item_stream(SITE.id, item))
    with store.read() as reader:
        assert [(i.item_id, i.mode) for i in reader.site_items.all(SITE.id)] == [
            ("1-1", HandlingMode.ENTRUSTED_RECEIVE),
            ("1-2", HandlingMode.ENTRUSTED_RECEIVE),
        ]
        assert reader.site_items.all(UUID(int=77)) == ()
    assert store.verify().ok
    store.close()


def test_drafts_come_back_field_by_field(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    form = IntakeForm(UUID(int=8), item_id="1-1", applicant=LI, cursor="phone", promise_by=date(2026, 12, 1))
    with store.scratch() as scratch:
        scratch.drafts.put(2, form, CLERK.user_id, NOW)
        scratch.drafts.put(1, replace(form, id=UUID(int=9)), CLERK.user_id, NOW)
        scratch.drafts.put(2, replace(form, cursor="address"), CLERK.user_id, NOW + timedelta(seconds=3))
    store.close()
    store = reopen(tmp_path)
    with store.read() as reader:
        drafts = reader.drafts.all()
    assert [(draft.lane, draft.id) for draft in drafts] == [(1, UUID(int=9)), (2, UUID(int=8))]
    assert drafts[1].form == replace(form, cursor="address")
    assert drafts[1].saved_at == NOW + timedelta(seconds=3)
    with store.write(CLERK, NOW) as tx:
        tx.drafts.drop(UUID(int=8))
    with store.read() as reader:
        assert [draft.lane for draft in reader.drafts.all()] == [1]
    store.close()


def test_a_draft_of_another_version_is_kept_as_text(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.scratch() as scratch:
        scratch.drafts.put(1, IntakeForm(UUID(int=8)), CLERK.user_id, NOW)
    with store.write(CLERK, NOW) as tx:
        tx._connection.exec_driver_sql("UPDATE draft SET body = '{\"id\": 7}'")
    with store.read() as reader:
        (draft,) = reader.drafts.all()
    assert (draft.form, draft.text) == (None, '{"id": 7}')
    store.close()


def test_settings_and_usage(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.scratch() as scratch:
        scratch.settings.put("a", "1")
        scratch.settings.put("a", "2")
        for item in ("1-1", "1-2", "1-1"):
            scratch.usage.note(item)
    with store.read() as reader:
        assert (reader.settings.get("a"), reader.settings.get("b", "none")) == ("2", "none")
        assert reader.usage.counts() == {"1-1": 2, "1-2": 1}
    store.close()


def test_a_second_act_on_a_case_starts_from_its_snapshot(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    case_id = accept_case(store)
    with store.write(CLERK, later(5)) as tx:
        tx.record(tx.cases.get(case_id).finish("发放", later(5)), case_id)
    with store.write(CLERK, later(6)) as tx, pytest.raises(IllegalMove):
        tx.cases.get(case_id).finish("again", later(6))
    with store.read() as reader:
        assert reader.cases.get(case_id).state is CaseState.FINISHED
        last = reader.journal.of_stream(Stream.CASE, case_id)[-1]
        assert reader.cases.last_act(case_id) == last.id
        assert last.envelope.kind == CaseFinished.kind
    assert store.verify().ok
    store.close()


def test_a_store_knows_its_device_and_gives_ids(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    assert store.device == CLERK.device.id
    assert store.calendar.years == {2026, 2027}
    first, second = store.new_id(NOW), store.new_id(NOW)
    assert first != second
    assert first.version == 7
    store.close()
