"""A restored profile never gives a number out twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from desk_app.db.backup import RESTORED, Restored
from desk_app.db.restored import GAP_A_DAY
from desk_app.db.store import Store
from desk_app.domain.bodies import encode
from desk_app.domain.documents import DocumentKind
from desk_app.domain.worktime import local_day
from tests.services.desk_samples import CALENDAR, CLERK, KEY, NOW, new_store


def numbers(store: Store) -> tuple[str, int]:
    with store.write(CLERK, NOW) as tx:
        return tx.counters.next_receipt(local_day(NOW)).digits, tx.counters.next_document(
            DocumentKind.RECEIPT, 2026
        )


def test_numbers_go_on_beyond_what_may_have_been_given_out(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    assert numbers(store)[0][7:15] == "26328001"
    store.close()
    note = Restored(NOW - timedelta(days=2), NOW)
    (tmp_path / RESTORED).write_text(encode(note), encoding="utf-8")
    store = Store.open(tmp_path, KEY, calendar=CALENDAR)
    receipt, document = numbers(store)
    assert receipt[7:15] == "26329001", "the series of the next day"
    assert document == 1 + 3 * GAP_A_DAY + 1
    store.close()
    assert not (tmp_path / RESTORED).exists()
    store = Store.open(tmp_path, KEY, calendar=CALENDAR)
    assert numbers(store)[0][7:15] == "26329002", "the gap is left once"
    store.close()


def test_an_unreadable_note_is_left_alone(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    (tmp_path / RESTORED).write_text("{", encoding="utf-8")
    store = Store.open(tmp_path, KEY, calendar=CALENDAR)
    assert numbers(store)[0][7:15] == "26328001"
    store.close()
