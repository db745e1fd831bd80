"""Batches of cases between places: filled, sent, counted, accepted or sent back; each act one transaction.

The batch, the cases in it and the originals that travel with them are written together, all or nothing: a
manifest never says what the cases do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.case_acts import HandedOver, HandoverRefused, HandoverSigned
from desk_app.domain.case_life import Carrier
from desk_app.domain.cases import CaseEvent
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.clocks import case_due
from desk_app.domain.custody import CustodyState, OriginalArrived, OriginalSent, OriginalTaken
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.handover import (
    SETTLED_LINES,
    Batch,
    BatchAct,
    BatchLine,
    LineState,
    manifest_digest,
    require,
)
from desk_app.domain.handover_events import (
    BatchAddressed,
    BatchDropped,
    BatchOpened,
    BatchSent,
    LineAccepted,
    LineAdded,
    LineRemoved,
    LineReturned,
    Travels,
)
from desk_app.domain.manifests import Count, manifest_line, receipt_of
from desk_app.domain.moves import Act, move_of
from desk_app.domain.performing import allowed_acts, perform
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import local_day
from desk_app.services.catalogue import Offer

if TYPE_CHECKING:
    from desk_app.db.store import Store, Transaction

Modes = Callable[[str], HandlingMode]
"""Item id to what the receiving site may do with it."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a batch goes and how. ``site`` is None for a department without this program."""

    name: str
    carrier: Carrier = Carrier.BY_HAND
    site: UUID | None = None
    express: str = ""


@dataclass(frozen=True, slots=True)
class Counted(Count):
    """What the receiver found in the bag, and what of it goes back at once."""

    refused: Mapping[UUID, str] = field(default_factory=dict)
    """Cases that go back at once, each with its reason."""


def receiving_modes(offer: Offer) -> Modes:
    """What a site may do with items that come to it: by its own list, or by the stage that follows there.

    A village's item and the town's next stage of it are two items (domain.md §1.1); where neither stands in
    the site's list, it only passes the papers on.
    """

    def mode(item_id: str) -> HandlingMode:
        found = offer.items.get(item_id)
        stages = () if found is None else (item_id, *found.item.next_stage)
        offered = (offer.items[stage] for stage in stages if stage in offer.items)
        own = (item.mode for item in offered if item.offered and item.mode.may_receive)
        return next(own, HandlingMode.ENTRUSTED_RECEIVE)

    return mode


def open_batch(store: Store, clerk: Clerk, destination: Destination, now: datetime) -> Batch:
    """Begin a list. Raises NotAllowed; IllegalMove ``part_needed`` (no destination), ``sent_to_self``."""
    if not clerk.may(Right.RECEIVE):
        raise NotAllowed("right_missing", right=Right.RECEIVE.value)
    _check(clerk, destination)
    with store.write(clerk, now) as tx:
        batch_id = tx.new_id(now)
        tx.record(
            BatchOpened(
                number=tx.counters.next_batch(local_day(now)),
                from_site=clerk.site.id,
                from_name=clerk.site.name,
                to=destination.name.strip(),
                carrier=destination.carrier,
                at=now,
                to_site=destination.site,
                express=destination.express.strip(),
            ),
            batch_id,
        )
        return tx.handovers.get(batch_id)


def readdress(store: Store, clerk: Clerk, batch_id: UUID, destination: Destination, now: datetime) -> Batch:
    """Another place or way, before the bag leaves.

    Raises IllegalMove ``batch_not_open``, ``part_needed`` (no destination), ``sent_to_self``.
    """
    _check(clerk, destination)
    with store.write(clerk, now) as tx:
        require(tx.handovers.get(batch_id), clerk, BatchAct.ADDRESS)
        to, express = destination.name.strip(), destination.express.strip()
        tx.record(BatchAddressed(to, destination.carrier, now, destination.site, express), batch_id)
        return tx.handovers.get(batch_id)


def drop_batch(store: Store, clerk: Clerk, batch_id: UUID, reason: str, now: datetime) -> Batch:
    """Give up a bag that was opened and is empty.

    Raises IllegalMove ``batch_not_open``, ``batch_not_empty``, ``reason_needed``.
    """
    if not reason.strip():
        raise IllegalMove("reason_needed")
    with store.write(clerk, now) as tx:
        require(tx.handovers.get(batch_id), clerk, BatchAct.DROP)
        tx.record(BatchDropped(reason.strip(), now), batch_id)
        return tx.handovers.get(batch_id)


def _check(clerk: Clerk, destination: Destination) -> None:
    if not destination.name.strip():
        raise IllegalMove("part_needed", part="to")
    if destination.site == clerk.site.id:
        raise IllegalMove("sent_to_self")


def add_case(
    store: Store, clerk: Clerk, batch_id: UUID, case_id: UUID, now: datetime, remark: str = ""
) -> Batch:
    """Put a case into the bag.

    Raises IllegalMove: ``batch_not_open``, ``already_in_batch``, ``in_another_batch``, ``cannot_hand_over``
    for a case that cannot leave as it stands; NotFound; NotAllowed.
    """
    with store.write(clerk, now) as tx:
        require(tx.handovers.get(batch_id), clerk, BatchAct.ADD)
        case, other = tx.cases.get(case_id), tx.handovers.open_with(case_id)
        if other is not None and other != batch_id:
            raise IllegalMove("in_another_batch")
        if Act.HAND_OVER not in allowed_acts(case, clerk, local_day(now)):
            raise IllegalMove("cannot_hand_over")
        custody, due = tx.custodies.of_case(case_id), case_due(case, tx.calendar)
        tx.record(LineAdded(manifest_line(case, custody, due, remark), now), batch_id)
        return tx.handovers.get(batch_id)


def remove_case(store: Store, clerk: Clerk, batch_id: UUID, case_id: UUID, now: datetime) -> Batch:
    """Take a case out again. Raises IllegalMove ``batch_not_open``, ``not_in_batch``."""
    with store.write(clerk, now) as tx:
        require(tx.handovers.get(batch_id), clerk, BatchAct.REMOVE)
        tx.record(LineRemoved(case_id, now), batch_id)
        return tx.handovers.get(batch_id)


def send(store: Store, clerk: Clerk, batch_id: UUID, now: datetime, express: str = "") -> Batch:
    """移交: the list is closed, every case in it is on its way, and so are its originals.

    Raises IllegalMove ``batch_empty``, ``part_needed`` without a post number, ``line_cannot_go`` (``number``)
    when a case can no longer leave: then nothing leaves.
    """
    with store.write(clerk, now) as tx:
        batch = tx.handovers.get(batch_id)
        require(batch, clerk, BatchAct.SEND)
        if not batch.lines:
            raise IllegalMove("batch_empty")
        by = express.strip() or batch.express
        tx.record(BatchSent(clerk.name, manifest_digest(batch), now, by), batch_id)
        for line in batch.lines:
            case_id, case = line.listed.case, tx.cases.get(line.listed.case)
            if Act.HAND_OVER not in allowed_acts(case, clerk, local_day(now)):
                raise IllegalMove("line_cannot_go", number=line.listed.number)
            _act(tx, clerk, case_id, HandedOver(batch_id, batch.to, batch.carrier, now, by))
            _take_listed(tx, clerk, line, now)
            for original in _with(tx, case_id, CustodyState.HELD):
                tx.record(OriginalSent(original, batch_id, batch.to, now), case_id)
        return tx.handovers.get(batch_id)


def receive(
    store: Store, clerk: Clerk, batch_id: UUID, counted: Counted, now: datetime, modes: Modes
) -> Batch:
    """签收 by scanning: what is here is accepted or sent back; what is not is missing and stays under way.

    Where the batch went to a department without this program, the sender writes down what it signed.
    Raises IllegalMove ``batch_not_under_way``, ``not_the_receiver``, ``not_in_batch``, ``reason_needed``.
    """
    with store.write(clerk, now) as tx:
        batch = tx.handovers.get(batch_id)
        require(batch, clerk, BatchAct.RECEIVE)
        refused = counted.refused
        for case_id in (*counted.seen, *refused):
            batch.line(case_id)
        seen = replace(counted, seen=(*counted.seen, *refused))
        tx.record(receipt_of(batch, seen, now), batch_id)
        for line in tx.handovers.get(batch_id).lines:
            case_id = line.listed.case
            if case_id in refused:
                _send_back(tx, clerk, batch, case_id, refused[case_id], now)
            elif line.state is LineState.HERE:
                _keep(tx, clerk, batch, line, now, modes)
        return tx.handovers.get(batch_id)


def accept_found(
    store: Store, clerk: Clerk, batch_id: UUID, case_id: UUID, signed_by: str, now: datetime, modes: Modes
) -> Batch:
    """What was missing came after all. Raises IllegalMove ``batch_not_received``, ``line_settled``."""
    with store.write(clerk, now) as tx:
        batch = tx.handovers.get(batch_id)
        require(batch, clerk, BatchAct.ACCEPT)
        _keep(tx, clerk, batch, batch.line(case_id), now, modes, signed_by.strip())
        return tx.handovers.get(batch_id)


def return_case(
    store: Store, clerk: Clerk, batch_id: UUID, case_id: UUID, reason: str, now: datetime
) -> Batch:
    """拒收/退回 one case of a batch that is under way, or that never arrived.

    Raises IllegalMove ``reason_needed``, ``line_settled``, ``batch_not_under_way``.
    """
    with store.write(clerk, now) as tx:
        batch = tx.handovers.get(batch_id)
        require(batch, clerk, BatchAct.RETURN)
        _send_back(tx, clerk, batch, case_id, reason, now)
        return tx.handovers.get(batch_id)


def return_batch(store: Store, clerk: Clerk, batch_id: UUID, reason: str, now: datetime) -> Batch:
    """整批退回: everything that is not settled goes back, for one reason. Raises as :func:`return_case`."""
    with store.write(clerk, now) as tx:
        batch = tx.handovers.get(batch_id)
        require(batch, clerk, BatchAct.RETURN)
        for line in batch.lines:
            if line.state not in SETTLED_LINES:
                _send_back(tx, clerk, batch, line.listed.case, reason, now)
        return tx.handovers.get(batch_id)


def _keep(
    tx: Transaction,
    clerk: Clerk,
    batch: Batch,
    line: BatchLine,
    now: datetime,
    modes: Modes,
    signed_by: str = "",
) -> None:
    case_id, case = line.listed.case, tx.cases.get(line.listed.case)
    mode = None if batch.to_site is None else modes(case.item.id)
    tx.record(LineAccepted(case_id, now), batch.id)
    by = signed_by or tx.handovers.get(batch.id).signed_by
    note = line.difference.note if line.difference else ""
    _arrived(tx, clerk, case_id, HandoverSigned(batch.id, by, now, batch.to_site, mode, note))
    _arrive(tx, case_id, batch.to, batch.to_site, now)


def _send_back(
    tx: Transaction, clerk: Clerk, batch: Batch, case_id: UUID, reason: str, now: datetime
) -> None:
    said = reason.strip()
    if not said:
        raise IllegalMove("reason_needed")
    tx.record(LineReturned(case_id, said, now), batch.id)
    _arrived(tx, clerk, case_id, HandoverRefused(batch.id, said, now))
    _arrive(tx, case_id, batch.from_name, batch.from_site, now)


def _take_listed(tx: Transaction, clerk: Clerk, line: BatchLine, now: datetime) -> None:
    """What the manifest says lies in the bag was kept, even where nobody put that on record before."""
    custody, site = tx.custodies.of_case(line.listed.case), clerk.site
    for paper in line.listed.papers:
        if paper.travels is Travels.ORIGINAL and custody.original(paper.row) is None:
            tx.record(OriginalTaken(paper.row, paper.name, site.name, site.id, now), line.listed.case)


def _arrived(tx: Transaction, clerk: Clerk, case_id: UUID, event: HandoverSigned | HandoverRefused) -> None:
    """Move the case, unless it ended on the way: a citizen may withdraw while the bag travels."""
    case = tx.cases.get(case_id)
    leg = case.lived.handover
    if leg is not None and leg.batch == event.batch and move_of(event, case.state) is not None:
        _act(tx, clerk, case_id, event)


def _act(tx: Transaction, clerk: Clerk, case_id: UUID, event: CaseEvent) -> None:
    for one in perform(tx.cases.get(case_id), event, clerk, tx.calendar):
        tx.record(one, case_id)


def _with(tx: Transaction, case_id: UUID, state: CustodyState) -> Iterable[int]:
    originals = tx.custodies.of_case(case_id).originals
    return [original.row for original in originals if original.state is state]


def _arrive(tx: Transaction, case_id: UUID, holder: str, site: UUID | None, now: datetime) -> None:
    for row in _with(tx, case_id, CustodyState.ON_WAY):
        tx.record(OriginalArrived(row, holder, now, site), case_id)
