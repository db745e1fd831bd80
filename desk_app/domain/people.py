"""Citizens as the counter knows them, and the snapshot a case keeps of them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.identity import IdType


@dataclass(frozen=True, slots=True)
class Party:
    """A citizen as given on one day: what stands in a case never changes with the person's later life."""

    name: str = ""
    id_type: IdType = IdType.RESIDENT_ID
    id_number: str = ""
    phone: str = ""
    address: str = ""

    @property
    def empty(self) -> bool:
        """True while nothing has been given."""
        return not (self.name or self.id_number or self.phone or self.address)


class Relation(StrEnum):
    """What the proxy is to the applicant."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    RELATIVE = "relative"
    GUARDIAN = "guardian"
    NEIGHBOUR = "neighbour"
    AGENT = "agent"
    OTHER = "other"


class MandateKind(StrEnum):
    """What the proxy acts on. A guardian needs proof of the relation, not a mandate (appendix A6)."""

    WRITTEN = "written"
    GUARDIANSHIP = "guardianship"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Proxy:
    """The citizen's own representative. Never the clerk, never the 代办员 of this program."""

    party: Party
    relation: Relation
    mandate: MandateKind


@dataclass(frozen=True, slots=True)
class PersonNoted:
    """A citizen was met for the first time, or gave facts that differ from what was known."""

    kind: ClassVar[str] = "person.noted"
    version: ClassVar[int] = 1

    party: Party


PersonEvent = PersonNoted


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A fact with the day it was last given, so that a form can say 上次 2026-03-02."""

    value: str
    on: date


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of a citizen: each fact with its own date."""

    id: UUID
    name: DatedValue
    id_type: IdType
    id_number: str
    facts: Mapping[str, DatedValue] = field(default_factory=dict)

    @property
    def phone(self) -> str:
        """The last telephone number given, or an empty string."""
        return self._fact("phone")

    @property
    def address(self) -> str:
        """The last address given, or an empty string."""
        return self._fact("address")

    def _fact(self, name: str) -> str:
        known = self.facts.get(name)
        return known.value if known else ""

    def party(self) -> Party:
        """The person as a new case would take them in."""
        return Party(self.name.value, self.id_type, self.id_number, self.phone, self.address)


def fold_person(person_id: UUID, noted: Iterable[tuple[PersonNoted, date]]) -> Person | None:
    """What is known after these notes, in their order. Facts left empty do not wipe earlier ones."""
    person: Person | None = None
    for event, on in noted:
        person = note_person(person_id, person, event, on)
    return person


def note_person(person_id: UUID, known: Person | None, event: PersonNoted, on: date) -> Person:
    """What is known after one more note."""
    return _first_met(person_id, event.party, on) if known is None else _noted(known, event.party, on)


def _first_met(person_id: UUID, party: Party, on: date) -> Person:
    blank = Person(person_id, DatedValue(party.name, on), party.id_type, party.id_number)
    return _noted(blank, party, on)


def _noted(person: Person, party: Party, on: date) -> Person:
    given = {"phone": party.phone, "address": party.address}
    facts = dict(person.facts) | {name: DatedValue(value, on) for name, value in given.items() if value}
    name = DatedValue(party.name, on) if party.name else person.name
    return replace(person, name=name, facts=facts)


def tells_something_new(person: Person, party: Party) -> bool:
    """Whether these facts differ from what is known, so that a note is worth an entry."""
    known = person.party()
    return any(
        given and given != before
        for given, before in (
            (party.name, known.name),
            (party.phone, known.phone),
            (party.address, known.address),
        )
    )


def id_key(secret: bytes, id_type: IdType, id_number: str) -> bytes:
    """The keyed hash a person is matched by: equal ids meet, a stolen index tells nothing."""
    return hmac.new(secret, f"{id_type.value}\0{id_number}".encode(), hashlib.sha256).digest()
