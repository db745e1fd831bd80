from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from desk_app.db.journal import UNSEQUENCED, position, redact
from desk_app.db.store import Store
from desk_app.domain.journal import FIRST_LINK, Stream, chain_faults, next_link
from tests.desks import CLERK, DEVICE, NOW, ZHANG, accept_case, make_store, register_case


def tamper(store: Store, statement: str) -> None:
    with store.write(CLERK, NOW) as tx:
        tx._connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry",
        "UPDATE entry SET body = '{}'",
        "UPDATE entry SET kind = 'x'",
        "UPDATE entry SET seq = seq + 100",
        "UPDATE entry SET seq = NULL",
        "UPDATE entry SET link = x'00'",
        "UPDATE entry SET head = x'00'",
        "UPDATE entry SET at = 0",
        "UPDATE entry SET actor = x'00', body = ''",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry",
    ],
)
def test_the_journal_cannot_be_changed(tmp_path: Path, statement: str) -> None:
    store = make_store(tmp_path)
    accept_case(store)
    with store.read() as reader:
        before = list(reader.journal.all())
    with pytest.raises(IntegrityError):
        tamper(store, statement)
    with store.read() as reader:
        assert list(reader.journal.all()) == before
    store.close()


def test_a_redacted_body_is_gone_and_the_chain_still_holds(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store)
    with store.write(CLERK, NOW) as tx:
        last = list(tx.journal.all())[-1]
        redact(tx._connection, [last.id])
    with store.read() as reader:
        held = reader.journal.get(last.id)
        assert held == replace(last, body="")
        assert list(chain_faults(reader.journal.of_device(DEVICE.id))) == []
    store.close()


def test_numbers_are_dense_and_both_chains_hold(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store)
    register_case(store, ZHANG)
    with store.read() as reader:
        entries = list(reader.journal.all())
        assert [entry.device_seq for entry in entries] == list(range(1, 7))
        assert [entry.seq for entry in entries] == list(range(1, 7))
        head = FIRST_LINK
        for entry, kept in reader.journal.heads():
            head = next_link(head, entry.id, entry.digest)
            assert kept == head
        assert reader.journal.devices() == (DEVICE.id,)
        assert reader.journal.by_number(DEVICE.id, 3) == entries[2] == reader.journal.by_seq(3)
        assert reader.journal.by_number(DEVICE.id, 30) is None
        assert reader.journal.get(UUID(int=5)) is None
        assert [e.envelope.stream for e in reader.journal.of_kind(Stream.PERSON)] == [Stream.PERSON] * 2
    store.close()


def test_a_desk_that_is_not_the_head_leaves_the_order_open(tmp_path: Path) -> None:
    store = make_store(tmp_path, head=False)
    accept_case(store)
    with store.read() as reader:
        entries = list(reader.journal.all())
    assert [entry.seq for entry in entries] == [None] * 4
    assert position(entries[0]) == UNSEQUENCED + 1
    assert store.verify().ok
    store.close()
