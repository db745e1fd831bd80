"""Reading cases: one, a page of many, a search, a history."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    column,
    false,
    func,
    literal_column,
    select,
    table,
    tuple_,
)

from desk_app.db.journal import Journal
from desk_app.db.projections.folds import read_event
from desk_app.db.rows import day_or_none, instant, instant_or_none, micros_or_none, pairs
from desk_app.db.search import question
from desk_app.db.tables import NEVER, actor, case_row, case_snapshot, custody_row, document_row, entry
from desk_app.db.tables import parked as parked_table
from desk_app.domain.back_entry import BackSource
from desk_app.domain.bodies import decode
from desk_app.domain.case_list import CaseCursor, CaseLine, CasePage, CaseQuery, CaseSort, TimelineEntry
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.custody import OUT_OF_HAND
from desk_app.domain.documents import IssuedDocument
from desk_app.domain.errors import NotFound
from desk_app.domain.identity import IdType, check_id
from desk_app.domain.journal import Entry, Stream
from desk_app.domain.masking import Kind, Profile, kind_of, mask
from desk_app.domain.streams import Undecodable
from desk_app.domain.worktime import ClockState

IdKey = Callable[[IdType, str], bytes]

_SNAPSHOT = select(case_snapshot.c.body)
_LINE = select(case_row, actor.c.name.label("clerk_name")).outerjoin(actor, actor.c.id == case_row.c.clerk)
_SORT_COLUMNS = {
    CaseSort.DUE: case_row.c.due,
    CaseSort.NUMBER: case_row.c.number,
    CaseSort.RECEIVED: case_row.c.registered_at,
}
_ID_NUMBER = re.compile(r"(?=[A-Z]*[0-9])[A-Z0-9]{8,18}", re.ASCII | re.IGNORECASE)
_OWING = case_row.c.deferred > literal_column("0")
"""In the words of the index over it: a bound number would not be recognised."""
_SEARCH = table("case_search", column("rowid"), column("case_search"))


class Cases:
    """Cases of this store, as of the transaction's moment."""

    def __init__(
        self,
        connect: Callable[[], Connection],
        id_key: IdKey,
        in_hand: Callable[[UUID], Case | None] = lambda _: None,
    ) -> None:
        self._connect = connect
        self._id_key = id_key
        self._in_hand = in_hand
        """Cases this very transaction has folded already."""

    def find(self, case_id: UUID) -> Case | None:
        """The case, or None."""
        held = self._in_hand(case_id)
        if held is not None:
            return held
        body = self._connect().scalar(_SNAPSHOT.where(case_snapshot.c.id == case_id))
        return None if body is None else decode(Case, body)

    def get(self, case_id: UUID) -> Case:
        """The case. Raises NotFound."""
        found = self.find(case_id)
        if found is None:
            raise NotFound("no_such_case")
        return found

    def by_number(self, digits: str) -> tuple[Case, ...]:
        """Cases with this receipt number: two after a desk was cloned, for a clerk to see (sync.md §2.1)."""
        return self._cases(case_row.c.number == digits, 10)

    def by_entry(self, entry_id: UUID) -> Case | None:
        """The case whose entry a slip's QR code names, or None."""
        mine = (entry.c.id == entry_id) & (entry.c.stream == Stream.CASE.value)
        case_id = self._connect().scalar(select(entry.c.stream_id).where(mine))
        return None if case_id is None else self.find(case_id)

    def by_document(self, number: str) -> Case | None:
        """The case a paper of this number was made for, or None."""
        case_id = self._connect().scalar(
            select(document_row.c.case_id).where(document_row.c.number == number)
        )
        return None if case_id is None else self.find(case_id)

    def document(self, document_id: UUID) -> tuple[UUID, IssuedDocument] | None:
        """A paper and the case it belongs to, or None."""
        case_id = self._connect().scalar(
            select(document_row.c.case_id).where(document_row.c.id == document_id)
        )
        if case_id is None:
            return None
        return next((case_id, paper) for paper in self.get(case_id).documents if paper.id == document_id)

    def of_person(self, person_id: UUID, limit: int) -> tuple[Case, ...]:
        """A person's cases, newest first."""
        return self._cases(case_row.c.person == person_id, limit)

    def last_act(self, case_id: UUID) -> UUID:
        """The entry of the last act on a case (papers and looks are none). Raises NotFound."""
        found = self._connect().scalar(select(case_row.c.last_act).where(case_row.c.id == case_id))
        if not isinstance(found, UUID):
            raise NotFound("no_such_case")
        return found

    def count(self) -> int:
        """How many cases there are."""
        return int(self._connect().scalar(select(func.count()).select_from(case_row)) or 0)

    def page(self, query: CaseQuery, profile: Profile | None = Profile.LIST) -> CasePage:
        """One page of a list. ``profile`` None shows names and numbers in full: ask for the right first."""
        by_recency = bool(query.text.strip())
        conditions, asked = self._asked(query, in_order=True)
        key = case_row.c.recent if by_recency else _SORT_COLUMNS[query.sort]
        # A search runs along its own index, from the newest row on, so that it can stop after one page.
        order = (_SEARCH.c.rowid,) if asked else (_walked(key) if _few(query) else key, case_row.c.recent)
        statement = _matching(_LINE, asked).where(*conditions)
        statement = _ordered(statement, order, query.after, descending=by_recency or query.descending)
        found = self._connect().execute(statement.limit(query.limit + 1)).mappings().all()
        shown = found[: query.limit]
        more = len(found) > query.limit
        cursor = CaseCursor(shown[-1][key.name], shown[-1]["recent"]) if more and shown else None
        return CasePage(tuple(_line(row, profile) for row in shown), cursor)

    def counts(self, queries: Mapping[str, CaseQuery]) -> dict[str, int]:
        """How many cases each query finds, in one statement; each part uses its own index."""
        if not queries:
            return {}
        parts = [self._counting(query).label(f"n{at}") for at, query in enumerate(queries.values())]
        row = self._connect().execute(select(*parts)).one()
        return dict(zip(queries, map(int, row), strict=True))

    def timeline(self, case_id: UUID) -> tuple[TimelineEntry, ...]:
        """Everything that happened to a case, in order, unreadable entries included."""
        connection = self._connect()
        entries = Journal(connection).of_stream(Stream.CASE, case_id)
        names = pairs(connection, select(actor.c.id, actor.c.name))
        mine = select(parked_table.c.entry_id, parked_table.c.reason).where(
            parked_table.c.stream_id == case_id
        )
        parked = pairs(connection, mine)
        return tuple(_told(item, names, parked) for item in entries)

    def _cases(self, condition: ColumnElement[bool], limit: int) -> tuple[Case, ...]:
        wanted = _SNAPSHOT.join(case_row, case_row.c.id == case_snapshot.c.id).where(condition)
        bodies = self._connect().scalars(wanted.order_by(case_row.c.recent.desc()).limit(limit))
        return tuple(decode(Case, body) for body in bodies)

    def _counting(self, query: CaseQuery) -> ScalarSelect[Any]:
        conditions, asked = self._asked(query)
        counting = select(func.count()).select_from(case_row)
        return _matching(counting, asked).where(*conditions).scalar_subquery()

    def _asked(self, query: CaseQuery, *, in_order: bool = False) -> tuple[list[ColumnElement[bool]], str]:
        """The conditions of a query, and the full-text question it puts; empty when it puts none."""
        conditions = _conditions(query, in_order=in_order)
        typed = query.text.strip()
        if not typed:
            return conditions, ""
        keys = id_keys(typed, self._id_key)
        if keys:
            return [*conditions, case_row.c.id_key.in_(keys)], ""
        asked = question(typed)
        return ([*conditions, false()], "") if asked is None else (conditions, asked)


def _matching(statement: Select[Any], asked: str) -> Select[Any]:
    if not asked:
        return statement
    found = statement.join(_SEARCH, _SEARCH.c.rowid == case_row.c.recent)
    return found.where(_SEARCH.c.case_search.op("MATCH")(asked))


def id_keys(typed: str, id_key: IdKey) -> list[bytes]:
    """The hashes a typed text could stand for, when it is a whole id number of some kind.

    Digits alone are an id only at its two lengths: shorter ones are parts of receipt or telephone numbers.
    """
    compact = "".join(typed.split())
    if not _ID_NUMBER.fullmatch(compact) or (compact.isdigit() and len(compact) not in (15, 18)):
        return []
    found = ((id_type, check_id(id_type, compact, date.max)) for id_type in IdType)
    return [id_key(id_type, checked.normalised) for id_type, checked in found if checked.reason is None]


_BULK = frozenset({CaseState.FINISHED, CaseState.DELIVERED, CaseState.ARCHIVED})
"""States in which nearly all cases of an old store stand."""


def _few(query: CaseQuery) -> bool:
    """Whether the question finds a handful: then it is asked by its own index and sorted afterwards."""
    return any(each is not None for each in (query.contact_to, query.promise_to, query.originals_at))


def _walked(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column by which no index is to be chosen: SQLite would walk a million rows along it for a few."""
    return column + 0 if isinstance(column.type, BigInteger) else column.concat("")


def _conditions(query: CaseQuery, *, in_order: bool = False) -> list[ColumnElement[bool]]:
    """``in_order``: a page is read along its order, not by state, where nearly every case is meant."""
    columns, since = case_row.c, micros_or_none(query.registered_from)
    state = _walked(columns.state) if in_order and query.states & _BULK else columns.state
    given: list[tuple[bool, Callable[[], ColumnElement[bool]]]] = [
        (bool(query.states), lambda: state.in_(sorted(state.value for state in query.states))),
        (query.open is not None, lambda: columns.is_open == int(bool(query.open))),
        (query.due_from is not None, lambda: columns.due >= str(query.due_from)),
        (query.due_to is not None, lambda: columns.due <= str(query.due_to)),
        (query.clerk is not None, lambda: columns.clerk == query.clerk),
        (bool(query.clerks), lambda: columns.clerk.in_(sorted(query.clerks))),
        (query.originals_at is not None, lambda: columns.id.in_(_with_originals(query.originals_at))),
        (bool(query.item_id), lambda: columns.item_id == query.item_id),
        (query.person is not None, lambda: columns.person == query.person),
        (query.deferred, lambda: _OWING),
        (query.promise_to is not None, lambda: _OWING & (columns.promise_by <= str(query.promise_to))),
        (query.contact_to is not None, lambda: columns.next_contact <= str(query.contact_to)),
        (since is not None, lambda: columns.registered_at >= since),
        (query.back is not None, lambda: _from_ledger(bool(query.back))),
    ]
    return [make() for wanted, make in given if wanted]


def _with_originals(site: UUID | None) -> Select[Any]:
    out = sorted(state.value for state in OUT_OF_HAND)
    return select(custody_row.c.case_id).where(custody_row.c.site == site, custody_row.c.state.in_(out))


def _from_ledger(wanted: bool) -> ColumnElement[bool]:
    ledger = BackSource.LEDGER.value
    return case_row.c.back == ledger if wanted else case_row.c.back.is_distinct_from(ledger)


def _ordered(
    statement: Select[Any], order: tuple[Any, ...], after: CaseCursor | None, *, descending: bool
) -> Select[Any]:
    """In this order, from behind the last line of the page before."""
    if after is not None:
        here = tuple_(*order) if len(order) > 1 else order[0]
        last = tuple_(after.key, after.recent) if len(order) > 1 else after.recent
        statement = statement.where(here < last if descending else here > last)
    return statement.order_by(*(part.desc() for part in order) if descending else order)


def _line(row: Any, profile: Profile | None) -> CaseLine:
    id_kind = kind_of(IdType(row["id_type"]))
    due = None if row["due"] == NEVER else date.fromisoformat(row["due"])
    return CaseLine(
        id=row["id"],
        number=row["number"],
        item_id=row["item_id"],
        item_name=row["item_name"],
        person=row["person"],
        applicant=_shown(Kind.NAME, row["name"], profile),
        id_number=_shown(id_kind, row["id_number"], profile),
        phone=_shown(Kind.MOBILE, row["phone"], profile),
        state=CaseState(row["state"]),
        mode=HandlingMode(row["mode"]),
        kind=CaseKind(row["kind"]),
        registered_at=instant(row["registered_at"]),
        received_at=instant_or_none(row["received_at"]),
        accepted_at=instant_or_none(row["accepted_at"]),
        finished_at=instant_or_none(row["finished_at"]),
        due=due,
        promised_due=day_or_none(row["promised_due"]),
        statutory_due=day_or_none(row["statutory_due"]),
        promise_by=day_or_none(row["promise_by"]),
        missing=row["missing"],
        deferred=row["deferred"],
        clerk=row["clerk"],
        clerk_name=row["clerk_name"] or "",
        device=row["device"],
        clock=ClockState(row["clock"]),
        next_contact=day_or_none(row["next_contact"]),
        back=BackSource(row["back"]) if row["back"] else None,
    )


def _shown(kind: Kind, value: str, profile: Profile | None) -> str:
    return value if profile is None else mask(kind, value, profile)


def _told(item: Entry, names: Mapping[UUID, str], parked: Mapping[UUID, str]) -> TimelineEntry:
    envelope = item.envelope
    try:
        event, reason = read_event(item), ""
    except Undecodable as fault:
        event, reason = None, fault.reason
    return TimelineEntry(
        id=item.id,
        kind=envelope.kind,
        at=envelope.at,
        actor=envelope.actor,
        actor_name=names.get(envelope.actor, ""),
        device=item.device,
        event=event,
        parked=parked.get(item.id, reason),
    )
