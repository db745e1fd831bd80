"""A made-up site, its people and their cases, for every test that needs a store with something in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk_app.db.store import Store, Transaction
from desk_app.domain.calendar import Calendar, weekday_rule
from desk_app.domain.cases import (
    Acting,
    CaseAccepted,
    CaseMaterial,
    CaseRegistered,
    Channel,
    ItemPin,
    MaterialsReceived,
    MaterialState,
)
from desk_app.domain.catalogue import (
    CaseKind,
    HandlingMode,
    LegalNature,
    MaterialForm,
    Need,
    Tier,
    TimeLimit,
)
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.identity import IdType
from desk_app.domain.people import Party, PersonNoted
from desk_app.domain.sites import Clerk, Device, Role, Site
from desk_app.domain.worktime import local_day

KEY = bytes(range(32))
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
CALENDAR = weekday_rule((2026, 2027))
SITE = Site(UUID(int=1), "示例镇便民服务中心", Tier.TOWN, "371073000000", "371073")
DEVICE = Device(UUID(int=2), 1)
CLERK = Clerk(UUID(int=3), "经办甲", Role.CLERK, SITE, DEVICE)
LI = Party("李某某", IdType.RESIDENT_ID, "11010519491231002X", "13800000000", "示例镇东村")
ZHANG = Party("张某某", IdType.RESIDENT_ID, "371073198001010016", "13900001111", "示例镇东村")
PIN = ItemPin(
    "1-1",
    "2026.11-1",
    "最低生活保障审核",
    Tier.TOWN,
    HandlingMode.DIRECT,
    CaseKind.PROMISED,
    LegalNature.BENEFIT,
    "民政部门",
    TimeLimit(5),
    TimeLimit(20),
)
MATERIALS = tuple(
    CaseMaterial(n, f"材料{n}", MaterialForm.ORIGINAL, 1, Need.REQUIRED, MaterialState.ORIGINAL)
    for n in range(1, 4)
)


def steady_random(seed: int = 0) -> Callable[[int], bytes]:
    """Bytes that never repeat and are the same in every run."""
    drawn = 0

    def draw(size: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return hashlib.shake_256(f"{seed}/{drawn}".encode()).digest(size)

    return draw


def clerk_at(number: int) -> Clerk:
    """The clerk at another desk of the same site."""
    return replace(CLERK, user_id=UUID(int=30 + number), device=Device(UUID(int=20 + number), number))


def make_store(
    folder: Path, clerk: Clerk = CLERK, *, head: bool = True, calendar: Calendar = CALENDAR, seed: int = 0
) -> Store:
    """A new, empty store. Its id secret depends on nothing, so that two stores show the same rows."""
    drawn = steady_random(seed)

    def draw(size: int) -> bytes:
        return bytes(32) if size == 32 else drawn(size)

    return Store.create(folder, KEY, clerk.site, clerk.device, calendar=calendar, random=draw, head=head)


def reopen(folder: Path, calendar: Calendar = CALENDAR) -> Store:
    """The store of a folder."""
    return Store.open(folder, KEY, calendar=calendar)


def meet(tx: Transaction, party: Party, now: datetime = NOW) -> UUID:
    """The person with this id, noted when new."""
    known = tx.people.by_id(party.id_type, party.id_number)
    if known is not None:
        return known.id
    person = tx.new_id(now)
    tx.record(PersonNoted(party), person)
    return person


def registration(
    tx: Transaction, party: Party = LI, now: datetime = NOW, pin: ItemPin = PIN
) -> CaseRegistered:
    """The first event of a case."""
    number = tx.counters.next_receipt(local_day(now)).digits
    return CaseRegistered(number, pin, meet(tx, party, now), party, Acting.SELF, Channel.COUNTER, now)


def accept_case(
    store: Store, party: Party = LI, now: datetime = NOW, clerk: Clerk = CLERK, pin: ItemPin = PIN
) -> UUID:
    """A case taken in and accepted, in one act."""
    with store.write(clerk, now) as tx:
        case_id = tx.new_id(now)
        tx.record(registration(tx, party, now, pin), case_id)
        tx.record(MaterialsReceived(MATERIALS, now), case_id)
        tx.record(CaseAccepted(now), case_id)
    return case_id


def register_case(store: Store, party: Party = LI, now: datetime = NOW, clerk: Clerk = CLERK) -> UUID:
    """A case that was only registered."""
    with store.write(clerk, now) as tx:
        case_id = tx.new_id(now)
        tx.record(registration(tx, party, now), case_id)
    return case_id


def later(minutes: int) -> datetime:
    """So many minutes after NOW."""
    return NOW + timedelta(minutes=minutes)


RECEIPT = (DocumentKind.RECEIPT, PaperSize.A5)
