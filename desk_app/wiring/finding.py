"""What the command box finds in the store: cases and people by number, name, initials, phone, id, scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.case_list import CaseLine, CaseQuery
from desk_app.domain.checked import Notice
from desk_app.domain.errors import InputError
from desk_app.domain.identity import IdType, check_resident_id
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.people import Person
from desk_app.domain.prefill import History
from desk_app.domain.worktime import local_day
from desk_app.services.history import history_of
from desk_app.wiring.desk import Desk

if TYPE_CHECKING:
    from desk_app.db.store import Reader

MOST_CASES, MOST_PEOPLE, MOST_ITEMS = 5, 4, 3


@dataclass(frozen=True, slots=True)
class Found:
    """Everything the store has for one text."""

    typed: str
    id_number: str = ""
    """Set when the text is a whole id number that holds."""
    history: History = History()  # noqa: RUF009 - an empty history never changes
    people: tuple[Person, ...] = ()
    cases: tuple[CaseLine, ...] = ()


def find(desk: Desk, typed: str) -> Found:
    """Search cases and people. Slow. A whole id number is looked up as a person with their history."""
    text = typed.strip()
    kind, bare = text[:1], text.lstrip("#@").strip()
    number = whole_id(desk, bare)
    if number:
        return Found(typed, number, history_of(desk.open_store, IdType.RESIDENT_ID, number))
    with desk.open_store.read() as reader:
        cases = reader.cases.page(CaseQuery(text=bare, limit=MOST_CASES)).lines if kind != "@" else ()
        if kind == "#" and not cases:
            cases = cases_of_items(desk, reader, bare)
        people = reader.people.search(bare, MOST_PEOPLE) if kind != "#" else ()
    return Found(typed, people=people, cases=cases)


def cases_of_items(desk: Desk, reader: Reader, text: str) -> tuple[CaseLine, ...]:
    """# and an item: its open cases, the most urgent first."""
    found: list[CaseLine] = []
    for hit in desk.shelf.search(text, MOST_ITEMS):
        found += reader.cases.page(CaseQuery(open=True, item_id=hit.item_id, limit=MOST_CASES)).lines
    return tuple(found[:MOST_CASES])


def whole_id(desk: Desk, text: str) -> str:
    """The resident id this text is, or "". A 15-digit one waits: it may still be growing to 18."""
    checked = check_resident_id(text, local_day(desk.now()))
    return checked.normalised if checked.valid and Notice.OLD_FORM not in checked.notices else ""


def case_of_scan(desk: Desk, scanned: str) -> UUID | None:
    """The case a scanned slip belongs to: by the entry in its QR code, or by the number in its bars. Slow."""
    with desk.open_store.read() as reader:
        try:
            case = reader.cases.by_entry(UUID(scanned))
        except ValueError:
            try:
                cases = reader.cases.by_number(ReceiptNumber.parse(scanned).digits)
            except InputError:
                return None
            return cases[0].id if cases else None
    return case.id if case else None
