"""People: what is known of each, found by a keyed hash of the id number, never by name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.journal import position
from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.search import digit_tokens, initials_tokens, name_tokens
from desk_app.db.tables import person_row
from desk_app.domain.bodies import decode, encode
from desk_app.domain.journal import Entry
from desk_app.domain.people import Person, PersonNoted, note_person
from desk_app.domain.worktime import local_day

TABLES = ("person_row",)


@dataclass(frozen=True, slots=True)
class Known:
    """A person, and the position of the entry that met them first."""

    person: Person
    recent: int


def step(state: Known | None, entry: Entry, event: PersonNoted) -> Known:
    """One more note."""
    known = None if state is None else state.person
    person = note_person(entry.envelope.stream_id, known, event, local_day(entry.envelope.at))
    return Known(person, position(entry) if state is None else state.recent)


def load(connection: Connection, person_id: UUID) -> Known | None:
    """What the rows say of a person, or None."""
    wanted = select(person_row.c.recent, person_row.c.body).where(person_row.c.id == person_id)
    row = connection.execute(wanted).first()
    return None if row is None else Known(decode(Person, row.body), row.recent)


def rows(state: Known, rules: Rules) -> Rows:
    """Everything the tables hold of one person."""
    person = state.person
    row = {
        "recent": state.recent,
        "id": person.id,
        "id_key": rules.id_key(person.id_type, person.id_number),
        "name": person.name.value,
        "phone": person.phone,
        "address": person.address,
        "body": encode(person),
        "search_name": name_tokens(person.name.value),
        "search_initials": initials_tokens(person.name.value),
        "search_digits": digit_tokens(person.phone),
    }
    return [("person_row", row)]
