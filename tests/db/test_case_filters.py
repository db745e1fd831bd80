"""Two questions of the cases screen: what still owes deferred papers, and what came in today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import func, select, text

from desk_app.db.case_reader import _conditions
from desk_app.db.tables import case_row
from desk_app.domain.case_acts import DeferredReceived
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseAccepted, CaseState, MaterialsReceived, MaterialState
from tests.desks import CLERK, MATERIALS, NOW, accept_case, make_store, register_case


def test_deferred_papers_are_asked_for_until_they_are_there(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store)
    owing = register_case(store)
    rows = (replace(MATERIALS[0], state=MaterialState.DEFERRED), *MATERIALS[1:])
    promised = date(2026, 12, 1)
    with store.write(CLERK, NOW) as tx:
        tx.record(MaterialsReceived(rows, NOW, promised), owing)
        tx.record(CaseAccepted(NOW, (rows[0].number,), promised), owing)
    with store.read() as reader:
        assert [line.id for line in reader.cases.page(CaseQuery(deferred=True)).lines] == [owing]
        assert reader.cases.counts({"owing": CaseQuery(deferred=True)}) == {"owing": 1}
    with store.write(CLERK, NOW) as tx:
        tx.record(MaterialsReceived(MATERIALS, NOW), owing)
    with store.read() as reader:
        assert reader.cases.page(CaseQuery(deferred=True)).lines == ()
    store.close()


def test_a_promise_is_asked_for_on_its_day_and_later_and_only_while_it_is_owed(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    rows = (replace(MATERIALS[0], state=MaterialState.DEFERRED), *MATERIALS[1:])
    promised = date(2026, 12, 1)
    accept_case(store)
    owing, kept = register_case(store), register_case(store)
    with store.write(CLERK, NOW) as tx:
        for case_id in (owing, kept):
            tx.record(MaterialsReceived(rows, NOW, promised), case_id)
            tx.record(CaseAccepted(NOW, (rows[0].number,), promised), case_id)
        tx.record(DeferredReceived({rows[0].number: MaterialState.ORIGINAL}, NOW), kept)
    with store.read() as reader:
        due = CaseQuery(open=True, promise_to=promised)
        assert [line.id for line in reader.cases.page(due).lines] == [owing]
        early = CaseQuery(promise_to=promised - timedelta(days=1))
        assert reader.cases.counts({"due": due, "early": early}) == {"due": 1, "early": 0}
    store.close()


def test_the_daily_questions_each_have_an_index(tmp_path: Path) -> None:
    """Without one they would read a million cases to find a handful."""
    store = make_store(tmp_path)
    today = date(2026, 12, 1)
    asked = {
        "ix_case_promise": _conditions(CaseQuery(open=True, promise_to=today)),
        "ix_case_contact": _conditions(CaseQuery(contact_to=today)),
        "ix_case_state": _conditions(CaseQuery(states=frozenset({CaseState.READY}))),
    }
    with store.read() as reader:
        connection = reader.cases._connect()
        for index, conditions in asked.items():
            statement = select(func.count()).select_from(case_row).where(*conditions)
            plain = statement.compile(connection, compile_kwargs={"literal_binds": True})
            plan = connection.execute(text(f"EXPLAIN QUERY PLAN {plain}")).all()
            assert index in str(plan[0])
    store.close()


def test_what_came_in_since_an_instant_includes_that_instant(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store, now=NOW - timedelta(seconds=1))
    today = accept_case(store, now=NOW)
    with store.read() as reader:
        assert [line.id for line in reader.cases.page(CaseQuery(registered_from=NOW)).lines] == [today]
    store.close()
