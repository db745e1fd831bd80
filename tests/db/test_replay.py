"""What a whole check finds, and that it changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.db import cipher
from desk_app.db.journal import redact
from desk_app.db.opening import STORE_FILE
from desk_app.db.replay import Fault
from desk_app.db.store import Store
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import DocumentIssued
from desk_app.domain.changes import Changes
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.journal import Stream
from tests.desks import CLERK, KEY, NOW, ZHANG, accept_case, make_store, register_case, reopen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = make_store(tmp_path)
    case_id = accept_case(store)
    register_case(store, ZHANG)
    with store.write(CLERK, NOW) as tx:
        paper = DocumentIssued(
            tx.new_id(NOW), DocumentKind.RECEIPT, PaperSize.A5, "001", tx.documents.put(b"x"), 1, NOW
        )
        tx.record(paper, case_id)
    store.close()
    return tmp_path


def change(folder: Path, *statements: str) -> None:
    """Change a closed store behind the program's back, as somebody with the key could."""
    raw = cipher.connect(folder / STORE_FILE, KEY)
    raw.execute("DROP TRIGGER entry_is_never_changed")
    raw.execute("DROP TRIGGER entry_is_never_deleted")
    for statement in statements:
        raw.execute(statement)
    raw.close()


def faults(folder: Path) -> list[str]:
    store = reopen(folder)
    try:
        verification = store.verify()
        assert verification.ok == (verification.faults == ())
        return sorted({fault.kind for fault in verification.faults})
    finally:
        store.close()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("SELECT 1", []),
        ("DELETE FROM entry WHERE device_seq = 7", ["extra_rows", "rows"]),
        ("DELETE FROM entry WHERE device_seq = 1", ["extra_rows", "gap", "head"]),
        ("UPDATE entry SET body = replace(body, '李', '王') WHERE device_seq = 2", ["digest", "rows"]),
        ("UPDATE entry SET link = x'00' WHERE device_seq = 3", ["link"]),
        ("UPDATE entry SET head = x'00' WHERE seq = 3", ["head"]),
        ("UPDATE entry SET head = NULL WHERE seq = 3", ["head"]),
        ("UPDATE entry SET seq = 100 WHERE seq = 7", ["head", "rows"]),
        ("UPDATE case_row SET state = 'finished' WHERE recent = 2", ["rows"]),
        ("UPDATE case_row SET due = '2026-01-01'", ["rows"]),
        ("UPDATE case_row SET search_name = '王' WHERE recent = 2", ["rows", "search"]),
        ("DELETE FROM case_snapshot", ["extra_rows", "rows"]),
        ("DELETE FROM document_row", ["extra_rows", "rows"]),
        ("INSERT INTO site_item_row VALUES (x'01', x'02', '1-1', '{}')", ["extra_rows"]),
        ("INSERT INTO person_search(rowid, search_name) VALUES (99, '王')", ["search"]),
        ("DELETE FROM blob", ["blob"]),
        ("UPDATE blob SET data = x'00'", ["blob"]),
        (
            "INSERT INTO parked VALUES (x'" + "00" * 16 + "', 'case', x'" + "00" * 16 + "', 'k', 'r', NULL)",
            ["parked"],
        ),
    ],
)
def test_a_change_behind_the_programs_back_is_found(folder: Path, statement: str, found: list[str]) -> None:
    change(folder, statement)
    assert faults(folder) == found


def test_a_check_changes_nothing(folder: Path) -> None:
    store = reopen(folder)
    told: list[Changes] = []
    store.subscribe(told.append)
    first = store.verify()
    assert (first.entries, first.cases, first.parked, first.ok) == (7, 2, 0, True)
    assert store.verify() == first
    assert told == []
    store.close()


def test_rebuilding_mends_the_rows_and_says_so(folder: Path) -> None:
    change(
        folder,
        "UPDATE case_row SET state = 'finished'",
        "DELETE FROM case_snapshot",
        "DELETE FROM person_row",
    )
    store = reopen(folder)
    assert not store.verify().ok
    told: list[Changes] = []
    store.subscribe(told.append)
    assert store.rebuild() == 7
    assert store.verify().ok
    assert told == [Changes(frozenset(Stream), frozenset())]
    store.close()


def test_a_redacted_case_is_shown_as_parked_and_is_no_fault(folder: Path) -> None:
    store = reopen(folder)
    with store.write(CLERK, NOW) as tx:
        entries = list(tx.journal.all())
        redact(tx._connection, [entry.id for entry in entries if entry.envelope.stream is Stream.CASE])
    store.rebuild()
    verification = store.verify()
    assert verification.faults == ()
    assert verification.parked == 5
    with store.read() as reader:
        assert reader.cases.page(CaseQuery()).lines == ()
        assert {parked.reason for parked in reader.parked.all()} == {"redacted"}
    store.close()


def test_a_fault_names_a_place_and_nobody() -> None:
    assert Fault("rows", "case/1") == Fault("rows", "case/1")


def test_a_large_store_is_replayed_in_batches(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    for _ in range(350):
        _many(store)
    with store.read() as reader:
        before = reader.cases.page(CaseQuery(limit=5000)).lines
    assert store.rebuild() == 350 * 3 + 1
    with store.read() as reader:
        assert reader.cases.page(CaseQuery(limit=5000)).lines == before
        assert len(before) == 1050
    store.close()


def _many(store: Store) -> None:
    from tests.desks import registration

    with store.write(CLERK, NOW) as tx:
        for _ in range(3):
            tx.record(registration(tx), tx.new_id(NOW))
