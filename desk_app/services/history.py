"""What this store knows of a citizen, for the form of a new case."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.accounts import NumberShown
from desk_app.domain.cases import Case, NumberRevealed
from desk_app.domain.errors import InputError, NotAllowed
from desk_app.domain.identity import IdType
from desk_app.domain.people import Party, Person, Proxy
from desk_app.domain.prefill import History, Relative
from desk_app.domain.sites import Clerk, Right

if TYPE_CHECKING:
    from desk_app.db.store import Reader, Store

RECENT_CASES = 20
MOST_RELATIVES = 6


def history_of(store: Store, id_type: IdType, id_number: str) -> History:
    """The person with this id, their latest cases, and who acted for them or lives with them."""
    with store.read() as reader:
        person = reader.people.by_id(id_type, id_number)
        if person is None:
            return History()
        cases = reader.cases.of_person(person.id, RECENT_CASES)
        return History(person, cases, _household(reader, person, cases))


def _household(reader: Reader, person: Person, cases: tuple[Case, ...]) -> tuple[Relative, ...]:
    relatives: dict[UUID, Relative] = {}
    for proxy in (case.proxy for case in cases if case.proxy is not None):
        known = reader.people.by_id(proxy.party.id_type, proxy.party.id_number) or person
        relatives.setdefault(known.id, Relative(known, _without_mandate(proxy)))
    for other in reader.people.at_address(person.address, MOST_RELATIVES) if person.address else ():
        relatives.setdefault(other.id, Relative(other))
    relatives.pop(person.id, None)
    return tuple(relatives.values())[:MOST_RELATIVES]


def _without_mandate(proxy: Proxy) -> Proxy:
    """The relation is offered again, the mandate never: it is asked for each time (F15)."""
    return Proxy(proxy.party, proxy.relation, type(proxy.mandate).NONE)


def reveal(store: Store, clerk: Clerk, case_id: UUID, purpose: str, now: datetime) -> Party:
    """Show a full number, and keep on record who looked and what for (F90)."""
    if not clerk.may(Right.REVEAL):
        raise NotAllowed("right_missing", right=Right.REVEAL.value)
    if not purpose.strip():
        raise InputError("purpose_missing")
    with store.write(clerk, now) as tx:
        case = tx.cases.get(case_id)
        tx.record(NumberRevealed(purpose.strip(), now), case_id)
    return case.applicant


def note_look(store: Store, clerk: Clerk, form_id: UUID, field_name: str, now: datetime) -> None:
    """Put on record that a full number was shown while a form was being filled."""
    if not clerk.may(Right.REVEAL):
        raise NotAllowed("right_missing", right=Right.REVEAL.value)
    with store.write(clerk, now) as tx:
        tx.record(NumberShown(field_name, now), form_id)
