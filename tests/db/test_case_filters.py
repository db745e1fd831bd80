"""Two questions of the cases screen: what still owes deferred papers, and what came in today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from desk_app.domain.case_acts import DeferredReceived
from desk_app.domain.case_ends import ContactPlanned
from desk_app.domain.case_list import CaseQuery, CaseSort
from desk_app.domain.cases import CaseAccepted, CaseState, MaterialsReceived, MaterialState
from desk_app.domain.custody import OriginalGivenBack, OriginalTaken
from tests.desks import CLERK, MATERIALS, NOW, SITE, accept_case, make_store, register_case


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


TODAY = date(2026, 12, 1)
ENDED = frozenset({CaseState.FINISHED, CaseState.DELIVERED, CaseState.ARCHIVED, CaseState.REFUSED})


@pytest.mark.parametrize(
    ("query", "counted_by", "read_by"),
    [
        (CaseQuery(open=True, promise_to=TODAY), "ix_case_promise", "ix_case_promise"),
        (CaseQuery(contact_to=TODAY), "ix_case_contact", "ix_case_contact"),
        (CaseQuery(states=frozenset({CaseState.READY})), "ix_case_state", "ix_case_state"),
        (CaseQuery(open=True, due_to=TODAY), "ix_case_due", "ix_case_due"),
        (CaseQuery(originals_at=SITE.id), "ix_custody_out", "ix_custody_out"),
        (CaseQuery(open=True, clerks=frozenset({CLERK.user_id})), "ix_case_clerk", "ix_case_clerk"),
        (CaseQuery(states=ENDED, sort=CaseSort.RECEIVED), "ix_case_state", "ix_case_registered"),
        (CaseQuery(states=ENDED, sort=CaseSort.NUMBER), "ix_case_state", "ix_case_number"),
    ],
)
def test_no_question_of_the_day_reads_a_million_cases_for_a_handful(
    tmp_path: Path, query: CaseQuery, counted_by: str, read_by: str
) -> None:
    store = make_store(tmp_path)
    plans: list[str] = []
    with store.read() as reader:
        connection = reader.cases._connect()

        def explain(_conn: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
            if not statement.startswith("EXPLAIN"):
                found = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                plans.append(" | ".join(str(row[-1]) for row in found))

        event.listen(connection, "after_cursor_execute", explain)
        reader.cases.counts({"asked": query})
        reader.cases.page(query)
        event.remove(connection, "after_cursor_execute", explain)
    store.close()
    counted, read = plans
    assert counted_by in counted
    assert read_by in read
    if query.states == ENDED:
        assert "TEMP B-TREE" not in read


def test_pages_sorted_afterwards_follow_each_other(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    ids = [register_case(store, now=NOW + timedelta(minutes=at)) for at in range(5)]
    with store.write(CLERK, NOW + timedelta(hours=1)) as tx:
        for case_id in ids:
            tx.record(ContactPlanned(TODAY, NOW), case_id)
    for sort in CaseSort:
        query, found = CaseQuery(contact_to=TODAY, sort=sort, descending=True, limit=2), []
        with store.read() as reader:
            while True:
                page = reader.cases.page(query)
                found += [line.id for line in page.lines]
                if page.next is None:
                    break
                query = replace(query, after=page.next)
        assert found == ids[::-1]
    store.close()


def test_what_came_in_since_an_instant_includes_that_instant(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store, now=NOW - timedelta(seconds=1))
    today = accept_case(store, now=NOW)
    with store.read() as reader:
        assert [line.id for line in reader.cases.page(CaseQuery(registered_from=NOW)).lines] == [today]
    store.close()


def test_unreturned_originals_and_absent_colleagues_are_asked_for(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    other = replace(CLERK, user_id=UUID(int=8), name="经办乙")
    keeping, given, theirs = register_case(store), register_case(store), register_case(store, clerk=other)
    with store.write(CLERK, NOW) as tx:
        for case_id in (keeping, given):
            tx.record(OriginalTaken(1, "户口簿", SITE.name, SITE.id, NOW), case_id)
        tx.record(OriginalTaken(2, "结婚证", SITE.name, SITE.id, NOW), keeping)
        tx.record(OriginalGivenBack(1, "李某某", NOW), given)
    queries = {
        "originals": CaseQuery(originals_at=SITE.id),
        "for": CaseQuery(clerks=frozenset({UUID(int=8)})),
    }
    with store.read() as reader:
        found = {
            name: [line.id for line in reader.cases.page(query).lines] for name, query in queries.items()
        }
        assert found == {"originals": [keeping], "for": [theirs]}
        assert reader.cases.counts(queries) == {"originals": 1, "for": 1}
    store.close()
