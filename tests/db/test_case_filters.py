"""Two questions of the cases screen: what still owes deferred papers, and what came in today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseAccepted, MaterialsReceived, MaterialState
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


def test_what_came_in_since_an_instant_includes_that_instant(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store, now=NOW - timedelta(seconds=1))
    today = accept_case(store, now=NOW)
    with store.read() as reader:
        assert [line.id for line in reader.cases.page(CaseQuery(registered_from=NOW)).lines] == [today]
    store.close()
