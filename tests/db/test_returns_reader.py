"""What cases were asked to bring again: by its own index, and without what was set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from desk_app.db.store import Store
from desk_app.domain.bodies import encode
from desk_app.domain.cases import MaterialState, NoticeGiven
from desk_app.domain.journal import FIRST_LINK, Entry, Envelope, Stream, content_digest, next_link
from tests.desks import CLERK, MATERIALS, NOW, SITE, clerk_at, make_store, register_case

MISSING = (replace(MATERIALS[0], state=MaterialState.MISSING), *MATERIALS[1:])
SOON = NOW + timedelta(days=1)


def noticed(store: Store) -> None:
    case_id = register_case(store)
    with store.write(CLERK, NOW) as tx:
        tx.record(NoticeGiven(MISSING, NOW), case_id)


def test_it_is_read_by_its_own_index(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    noticed(store)
    asked: list[Any] = []
    with store.read() as reader:
        engine = reader._connection.engine
        event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
        assert [lack.material for lack in reader.returns.lacks(SITE.id, NOW, SOON)] == ["材料1"]
        statement, values = asked[-1]
        plan = reader._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    assert any("ix_entry_asking" in str(row) for row in plan)
    store.close()


def test_what_another_desk_wrote_in_words_of_tomorrow_is_passed_over(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    noticed(store)
    other = clerk_at(2)
    with store.read() as reader:
        case_id = next(iter(reader.returns.lacks(SITE.id, NOW, SOON))).asked.case
    new_id = store.new_id(NOW)
    envelope = Envelope(*(new_id, Stream.CASE, case_id, NoticeGiven.kind, 99, other.user_id, SITE.id, NOW))
    body = encode(NoticeGiven(MISSING, NOW))
    digest = content_digest(envelope, body)
    link = next_link(FIRST_LINK, new_id, digest)
    store.apply_foreign([Entry(envelope, other.device.id, 1, link, body, digest, None)])
    with store.read() as reader:
        assert reader.journal.count() > 1
        assert len(list(reader.returns.lacks(SITE.id, NOW, SOON))) == 1
    store.close()
