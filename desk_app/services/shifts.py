"""开窗 and 收窗, and the page a shift leaves behind; each act one transaction (F72, B7, B23)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.case_list import CaseLine, CaseQuery
from desk_app.domain.cases import OPEN_STATES, Case, CaseState
from desk_app.domain.custody import CustodyState, Original
from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.journal import Stream
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.shifts import (
    LONGEST_NOTE,
    Blocking,
    Loose,
    LooseEnd,
    Pace,
    Shift,
    ShiftClosed,
    ShiftOpened,
    ShiftPage,
    begun_at_ms,
    pace,
)
from desk_app.domain.sites import Clerk
from desk_app.domain.worktime import SHANGHAI, local_day

if TYPE_CHECKING:
    from desk_app.db.handover_reader import HeldOriginal
    from desk_app.db.store import Reader, Store


@dataclass(frozen=True, slots=True)
class Known:
    """What only the desk itself knows of its cases."""

    waiting: Callable[[Reader, Case], bool]
    """Whether a case still owes a paper that never came out of the printer."""
    item_name: Callable[[str], str]
    """What an item is called here, by its id."""


MOST = 40
"""Lines of one kind: the page stays a page. What is left out stands in the queues."""
MOST_OF_A_DAY = 500


def open_shift(store: Store, clerk: Clerk, now: datetime) -> Shift:
    """开窗. Raises IllegalMove ``shift_open_already``."""
    with store.write(clerk, now) as tx:
        if tx.shifts.running(clerk.device.id, clerk.user_id) is not None:
            raise IllegalMove("shift_open_already")
        before = tx.shifts.last_closed(clerk.device.id)
        event = ShiftOpened(
            clerk.user_id, clerk.name, clerk.device.counter, now, before.id if before else None
        )
        tx.record(event, tx.new_id(now))
        return _running(tx, clerk)


def close_shift(store: Store, clerk: Clerk, note: str, now: datetime, known: Known) -> Shift:
    """收窗, with the page as it stands at this moment.

    Raises IllegalMove ``shift_not_open``, ``originals_held`` with how many ``n`` keep the counter open;
    InputError ``note_too_long``.
    """
    if len(note.strip()) > LONGEST_NOTE:
        raise InputError("note_too_long", longest=LONGEST_NOTE)
    with store.write(clerk, now) as tx:
        shift = _running(tx, clerk)
        held = blocking(tx, clerk)
        if held:
            raise IllegalMove("originals_held", n=len(held))
        tx.record(ShiftClosed(note.strip(), loose_ends(tx, clerk, now, known), now), shift.id)
        closed = tx.shifts.last_closed(clerk.device.id)
    return closed or shift


def shift_page(store: Store, clerk: Clerk, now: datetime, known: Known) -> ShiftPage:
    """Everything the page shows now."""
    with store.read() as reader:
        return ShiftPage(
            shift=reader.shifts.running(clerk.device.id, clerk.user_id),
            ends=loose_ends(reader, clerk, now, known),
            blocking=blocking(reader, clerk),
            pace=pace_of(reader, clerk, now),
            before=reader.shifts.last_closed(clerk.device.id),
        )


def _running(reader: Reader, clerk: Clerk) -> Shift:
    found = reader.shifts.running(clerk.device.id, clerk.user_id)
    if found is None:
        raise IllegalMove("shift_not_open")
    return found


def blocking(reader: Reader, clerk: Clerk) -> tuple[Blocking, ...]:
    """Originals this person answers for, longest first (原件不过夜)."""
    held = reader.custodies.unreturned(clerk.site.id)
    return tuple(_blocks(reader, found) for found in held if _answers_for(clerk, found.original))


def _answers_for(clerk: Clerk, original: Original) -> bool:
    """Where nobody in particular keeps it, everybody at the site does."""
    if original.state is not CustodyState.HELD:
        return False
    if original.keeper is None:
        return original.holder == clerk.site.name
    return original.keeper == clerk.user_id


def _blocks(reader: Reader, found: HeldOriginal) -> Blocking:
    case = reader.cases.find(found.case)
    number, who = (case.number, _veiled(case)) if case else ("", "")
    return Blocking(found.case, number, who, found.original)


def _veiled(case: Case) -> str:
    return mask(Kind.NAME, case.applicant.name, Profile.LIST)


def loose_ends(reader: Reader, clerk: Clerk, now: datetime, known: Known) -> tuple[LooseEnd, ...]:
    """What is unfinished, in the order of the page."""
    today = local_day(now)
    return (
        *_originals(reader, clerk),
        *_lanes(reader, clerk, known),
        *_calls(reader, today),
        *_dues(reader, today),
        *_unprinted(reader, clerk, today, known),
        *_parked(reader),
    )


def _originals(reader: Reader, clerk: Clerk) -> Iterator[LooseEnd]:
    for found in reader.custodies.unreturned(clerk.site.id)[:MOST]:
        original, case = found.original, reader.cases.find(found.case)
        who, number = (_veiled(case), case.number) if case else ("", "")
        keeps = "，".join(part for part in (original.holder, original.reason) if part)
        since = local_day(original.since)
        yield LooseEnd(Loose.ORIGINAL, original.name, who, number, found.case, since, keeps)


def _lanes(reader: Reader, clerk: Clerk, known: Known) -> Iterator[LooseEnd]:
    for draft in reader.drafts.all():
        form = draft.form
        if form is not None and draft.clerk == clerk.user_id:
            who = mask(Kind.NAME, form.applicant.name, Profile.LIST) if form.applicant.name else ""
            yield LooseEnd(Loose.LANE, known.item_name(form.item_id), who, day=local_day(draft.saved_at))


def _calls(reader: Reader, today: date) -> Iterator[LooseEnd]:
    for line in reader.cases.page(CaseQuery(contact_to=today, limit=MOST)).lines:
        yield _end(Loose.CALL, line, line.next_contact)


def _dues(reader: Reader, today: date) -> Iterator[LooseEnd]:
    running = OPEN_STATES - {CaseState.SUPPLEMENTING}
    query = CaseQuery(open=True, states=running, due_to=today, limit=MOST)
    for line in reader.cases.page(query).lines:
        yield _end(Loose.DUE, line, line.due)


def _unprinted(reader: Reader, clerk: Clerk, today: date, known: Known) -> Iterator[LooseEnd]:
    for line in todays(reader, clerk, today):
        if known.waiting(reader, reader.cases.get(line.id)):
            yield _end(Loose.UNPRINTED, line, None)


def _parked(reader: Reader) -> Iterator[LooseEnd]:
    seen: set[UUID] = set()
    for parked in reader.parked.all():
        if parked.stream is Stream.CASE and parked.stream_id not in seen and len(seen) < MOST:
            seen.add(parked.stream_id)
            case = reader.cases.find(parked.stream_id)
            if case is not None:
                what, who = case.item.name, _veiled(case)
                yield LooseEnd(Loose.PARKED, what, who, case.number, case.id, note=parked.reason)


def _end(kind: Loose, line: CaseLine, day: date | None) -> LooseEnd:
    return LooseEnd(kind, line.item_name, line.applicant, line.number, line.id, day)


def todays(reader: Reader, clerk: Clerk, today: date) -> Iterable[CaseLine]:
    """What this person took in today."""
    midnight = datetime.combine(today, time(), SHANGHAI)
    mine = CaseQuery(clerk=clerk.user_id, registered_from=midnight, limit=MOST_OF_A_DAY)
    return reader.cases.page(mine).lines


def pace_of(reader: Reader, clerk: Clerk, now: datetime) -> Pace:
    """How many, and how long each took from the first key on."""
    return pace(_span(line) for line in todays(reader, clerk, local_day(now)))


def _span(line: CaseLine) -> timedelta:
    begun = datetime.fromtimestamp(begun_at_ms(line.id) / 1000, UTC)
    return line.registered_at - begun
