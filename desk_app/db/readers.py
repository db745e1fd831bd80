"""Readers and small writers of everything in a store that is not a case."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, column, delete, insert, select, table, update

from desk_app.db.case_reader import IdKey, id_keys
from desk_app.db.rows import instant, micros, pairs
from desk_app.db.search import question
from desk_app.db.tables import actor, blob, counter, draft, parked, person_row, setting, site_item_row, usage
from desk_app.domain.bodies import decode, encode
from desk_app.domain.catalogue import SiteItem
from desk_app.domain.documents import DocumentKind
from desk_app.domain.drafts import Draft
from desk_app.domain.errors import NotFound
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm
from desk_app.domain.journal import Stream
from desk_app.domain.numbers import DayCounter, ReceiptNumber, next_number, reserve
from desk_app.domain.people import Person
from desk_app.domain.sites import Clerk

Connect = Callable[[], Connection]

_PERSON = select(person_row.c.body)
_SEARCH = table("person_search", column("rowid"), column("person_search"))


class People:
    """Citizens this store has met."""

    def __init__(self, connect: Connect, id_key: IdKey) -> None:
        self._connect = connect
        self._id_key = id_key

    def find(self, person_id: UUID) -> Person | None:
        """The person, or None."""
        return next(iter(self._people(_PERSON.where(person_row.c.id == person_id))), None)

    def by_id(self, id_type: IdType, id_number: str) -> Person | None:
        """The person with this id number, in its stored shape; the first met, where two desks met one."""
        wanted = _PERSON.where(person_row.c.id_key == self._id_key(id_type, id_number))
        return next(iter(self._people(wanted.order_by(person_row.c.recent).limit(1))), None)

    def at_address(self, address: str, limit: int) -> tuple[Person, ...]:
        """People who last gave exactly this address, newest first."""
        return self._people(_newest(_PERSON.where(person_row.c.address == address), limit)) if address else ()

    def search(self, typed: str, limit: int) -> tuple[Person, ...]:
        """People by a whole id number, name, initials or telephone, newest first."""
        keys = id_keys(typed, self._id_key)
        if keys:
            return self._people(_newest(_PERSON.where(person_row.c.id_key.in_(keys)), limit))
        asked = question(typed)
        if asked is None:
            return ()
        found = _PERSON.join(_SEARCH, _SEARCH.c.rowid == person_row.c.recent)
        found = found.where(_SEARCH.c.person_search.op("MATCH")(asked))
        return self._people(found.order_by(_SEARCH.c.rowid.desc()).limit(limit))

    def _people(self, statement: Select[Any]) -> tuple[Person, ...]:
        bodies = self._connect().scalars(statement)
        return tuple(decode(Person, body) for body in bodies)


def _newest(statement: Select[Any], limit: int) -> Select[Any]:
    return statement.order_by(person_row.c.recent.desc()).limit(limit)


class Documents:
    """Archived papers and scans, named by the SHA-256 of their content."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def get(self, sha256: str) -> bytes:
        """The bytes with this name. Raises NotFound."""
        found = self._connect().scalar(select(blob.c.data).where(blob.c.sha256 == sha256))
        if found is None:
            raise NotFound("no_such_document")
        return bytes(found)

    def put(self, data: bytes) -> str:
        """Keep these bytes, once; their name. Only inside a writing transaction."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self._connect().scalar(select(blob.c.sha256).where(blob.c.sha256 == sha256)) is None:
            self._connect().execute(insert(blob), {"sha256": sha256, "data": data})
        return sha256


class SiteItems:
    """What each site changes of the catalogue's items."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def all(self, site: UUID) -> tuple[SiteItem, ...]:
        """One site's changes, in the order of item ids."""
        wanted = select(site_item_row.c.body).where(site_item_row.c.site == site)
        bodies = self._connect().scalars(wanted.order_by(site_item_row.c.item_id))
        return tuple(decode(SiteItem, body) for body in bodies)


@dataclass(frozen=True, slots=True)
class Parked:
    """An entry set aside: why, and what it is about. ``raw`` holds it where the journal could not."""

    entry_id: UUID
    stream: Stream
    stream_id: UUID
    kind: str
    reason: str
    raw: str | None


class ParkedEntries:
    """Entries that could not be applied, shown until somebody or an update resolves them (house.md, 5)."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def all(self) -> tuple[Parked, ...]:
        """Every one of them."""
        rows = self._connect().execute(select(parked).order_by(parked.c.entry_id))
        return tuple(
            Parked(row.entry_id, Stream(row.stream), row.stream_id, row.kind, row.reason, row.raw)
            for row in rows
        )


class Counters:
    """Numbers this device gives out. Kept beside the journal, never synced, only ever growing."""

    def __init__(self, connect: Connect, clerk: Clerk) -> None:
        self._connect = connect
        self._clerk = clerk

    def next_receipt(self, today: date) -> ReceiptNumber:
        """The next receipt number of this device in this point's series."""
        return self._next_of_day("receipt", today)

    def reserve_receipts(self, count: int, today: date) -> tuple[ReceiptNumber, ...]:
        """Numbers for forms on paper, out of the same series: never given out again."""
        name, counter = self._counter("receipt")
        after, numbers = reserve(counter, count, today)
        self._write(name, after.last_day, after.n)
        return numbers

    def next_batch(self, today: date) -> str:
        """The next number of a hand-over batch: B and a number like a receipt's, in a series of its own."""
        return "B" + self._next_of_day("batch", today).digits

    def next_assistance(self, today: date) -> str:
        """The next number of an assistance case: D and a number like a receipt's, in its own series."""
        return "D" + self._next_of_day("assistance", today).digits

    def _next_of_day(self, series: str, today: date) -> ReceiptNumber:
        name, counter = self._counter(series)
        after, number = next_number(counter, today)
        self._write(name, after.last_day, after.n)
        return number

    def _counter(self, series: str) -> tuple[str, DayCounter]:
        point, device = self._clerk.site.point_code, self._clerk.device.number
        name = f"{series}/{point}/{device}"
        return name, DayCounter(point, device, *self._read(name))

    def next_document(self, kind: DocumentKind, year: int) -> int:
        """The next number in the series of a kind of paper of this year."""
        name = f"document/{kind.value}/{year}"
        n = self._read(name)[1] + 1
        self._write(name, None, n)
        return n

    def _read(self, name: str) -> tuple[date | None, int]:
        row = (
            self._connect().execute(select(counter.c.day, counter.c.n).where(counter.c.name == name)).first()
        )
        if row is None:
            return None, 0
        return (date.fromisoformat(row.day) if row.day else None), row.n

    def _write(self, name: str, day: date | None, n: int) -> None:
        values = {"day": day.isoformat() if day else None, "n": n}
        replace_row(self._connect(), counter, {"name": name}, values)


class Drafts:
    """Forms begun and not committed. Writing needs a writing transaction."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def put(self, lane: int, form: IntakeForm, clerk: UUID, now: datetime) -> None:
        """Keep a form as it stands; an earlier state of the same form is replaced."""
        values = {"lane": lane, "clerk": clerk, "saved_at": micros(now), "body": encode(form)}
        replace_row(self._connect(), draft, {"id": form.id}, values)

    def all(self) -> tuple[Draft, ...]:
        """Every unfinished form, by lane; those of other versions with their text alone."""
        rows = self._connect().execute(select(draft).order_by(draft.c.lane, draft.c.saved_at))
        return tuple(
            Draft(row.id, row.lane, row.clerk, instant(row.saved_at), _form(row.body), row.body)
            for row in rows
        )

    def drop(self, form_id: UUID) -> None:
        """Forget a form: it was committed, or given up."""
        self._connect().execute(delete(draft).where(draft.c.id == form_id))


def _form(body: str) -> IntakeForm | None:
    try:
        return decode(IntakeForm, body)
    except ValueError:
        return None


class Settings:
    """Small texts this store keeps that may hold personal data or must not leave it; never synced."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def get(self, name: str, default: str = "") -> str:
        """The text under a name."""
        return str(self._connect().scalar(select(setting.c.value).where(setting.c.name == name)) or default)

    def put(self, name: str, value: str) -> None:
        """Keep a text."""
        replace_row(self._connect(), setting, {"name": name}, {"value": value})


class Usage:
    """How often each item was used at this desk: the last word in ranking look-ups."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def counts(self) -> Mapping[str, int]:
        """Uses by item id."""
        return pairs(self._connect(), select(usage.c.item_id, usage.c.n))

    def note(self, item_id: str) -> None:
        """One more use."""
        changed = self._connect().execute(
            update(usage).where(usage.c.item_id == item_id).values(n=usage.c.n + 1)
        )
        if not changed.rowcount:
            self._connect().execute(insert(usage), {"item_id": item_id, "n": 1})


def note_actor(connection: Connection, clerk: Clerk) -> None:
    """Keep the name of who acts here, for the timeline."""
    held = connection.scalar(select(actor.c.name).where(actor.c.id == clerk.user_id))
    if held != clerk.name:
        replace_row(connection, actor, {"id": clerk.user_id}, {"name": clerk.name})


def replace_row(connection: Connection, into: Any, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Change the row with this key, or insert it."""
    conditions = [into.c[name] == value for name, value in key.items()]
    if not connection.execute(update(into).where(*conditions).values(values)).rowcount:
        connection.execute(insert(into), key | values)
