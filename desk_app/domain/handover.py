"""A batch of cases between two places: its fold, who may do what with it, and what its acts say.

移交, 签收, 拒收 (domain.md, appendix B) move the cases; this stream keeps the list they travelled on, in two
copies that say the same, and what the receiver found. Nothing here stores, prints or reads a clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.domain.bodies import encode
from desk_app.domain.case_life import Carrier
from desk_app.domain.cases import Case, CaseMaterial, MaterialState
from desk_app.domain.custody import Custody, CustodyState, never_kept
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.handover_events import (
    BatchOpened,
    BatchReceived,
    BatchSent,
    Difference,
    Extra,
    HandoverEvent,
    LineAccepted,
    LineAdded,
    LineRemoved,
    LineReturned,
    ManifestLine,
    ManifestPaper,
    Travels,
)
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.sites import Clerk, Right

COPIES = 2
"""Copies of a manifest: one stays (存根联), one goes with the bag (随件联)."""

MOST_LINES = 200
"""Cases in one batch: more is no bag any more, and no list that somebody ticks off."""


class BatchState(StrEnum):
    """Where a batch stands."""

    OPEN = "open"
    SENT = "sent"
    RECEIVED = "received"
    """Counted by the receiver; some lines still wait to be accepted, returned or found."""
    SETTLED = "settled"
    """Every line is accepted or returned."""


class LineState(StrEnum):
    """Where one case of a batch stands."""

    LISTED = "listed"
    HERE = "here"
    MISSING = "missing"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class BatchAct(StrEnum):
    """What can be done with a batch."""

    ADD = "add"
    REMOVE = "remove"
    SEND = "send"
    RECEIVE = "receive"
    ACCEPT = "accept"
    RETURN = "return"


SETTLED_LINES = frozenset({LineState.ACCEPTED, LineState.RETURNED})

_BY_SENDER: Mapping[BatchAct, frozenset[BatchState]] = {
    BatchAct.ADD: frozenset({BatchState.OPEN}),
    BatchAct.REMOVE: frozenset({BatchState.OPEN}),
    BatchAct.SEND: frozenset({BatchState.OPEN}),
}
_BY_RECEIVER: Mapping[BatchAct, frozenset[BatchState]] = {
    BatchAct.RECEIVE: frozenset({BatchState.SENT}),
    BatchAct.ACCEPT: frozenset({BatchState.RECEIVED}),
    BatchAct.RETURN: frozenset({BatchState.SENT, BatchState.RECEIVED}),
}
_POSSIBLE = {**_BY_SENDER, **_BY_RECEIVER}


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One case of a batch, and what became of it."""

    listed: ManifestLine
    state: LineState = LineState.LISTED
    reason: str = ""
    """Why it went back."""
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as its events leave it."""

    id: UUID
    number: str
    state: BatchState
    from_site: UUID
    from_name: str
    to: str
    to_site: UUID | None
    carrier: Carrier
    opened_at: datetime
    express: str = ""
    lines: tuple[BatchLine, ...] = ()
    sent_at: datetime | None = None
    handed_by: str = ""
    digest: str = ""
    received_at: datetime | None = None
    signed_by: str = ""
    extra: tuple[Extra, ...] = ()

    def line(self, case_id: UUID) -> BatchLine:
        """The line of a case. Raises IllegalMove ``not_in_batch``."""
        for line in self.lines:
            if line.listed.case == case_id:
                return line
        raise IllegalMove("not_in_batch")

    @property
    def missing(self) -> tuple[BatchLine, ...]:
        """少: what the receiver did not find."""
        return tuple(line for line in self.lines if line.state is LineState.MISSING)

    @property
    def differing(self) -> tuple[BatchLine, ...]:
        """不符: what was there, but not as listed."""
        return tuple(line for line in self.lines if line.difference is not None)

    @property
    def digest_holds(self) -> bool:
        """Whether the list is still the one that was printed: two desks may have filled one bag apart."""
        return not self.digest or self.digest == manifest_digest(self)


def fold(batch_id: UUID, events: Iterable[HandoverEvent]) -> Batch:
    """The batch after these events. Raises IllegalMove for what cannot follow."""
    batch: Batch | None = None
    for event in events:
        batch = apply(batch_id, batch, event)
    if batch is None:
        raise IllegalMove("batch_not_opened")
    return batch


def apply(batch_id: UUID, batch: Batch | None, event: HandoverEvent) -> Batch:
    """One event laid over a batch. Raises IllegalMove for what cannot follow: it is then set aside."""
    if isinstance(event, BatchOpened):
        return _opened(batch_id, batch, event)
    if batch is None:
        raise IllegalMove("batch_not_opened")
    if isinstance(event, LineAccepted | LineReturned):
        return _answered(batch, event)
    match event:
        case LineAdded():
            return _added(batch, event)
        case LineRemoved():
            return _removed(batch, event)
        case BatchSent():
            return _sent(batch, event)
        case _:
            return _received(batch, event)


def _answered(batch: Batch, event: LineAccepted | LineReturned) -> Batch:
    if isinstance(event, LineAccepted):
        _require_state(batch, BatchAct.ACCEPT)
        return _settled(batch, event.case, LineState.ACCEPTED)
    _require_state(batch, BatchAct.RETURN)
    return _settled(batch, event.case, LineState.RETURNED, event.reason)


def _removed(batch: Batch, event: LineRemoved) -> Batch:
    _require_state(batch, BatchAct.REMOVE)
    gone = batch.line(event.case)
    return replace(batch, lines=tuple(line for line in batch.lines if line is not gone))


def _opened(batch_id: UUID, batch: Batch | None, event: BatchOpened) -> Batch:
    if batch is not None:
        raise IllegalMove("batch_opened_twice")
    return Batch(
        batch_id,
        event.number,
        BatchState.OPEN,
        event.from_site,
        event.from_name,
        event.to,
        event.to_site,
        event.carrier,
        event.at,
        event.express,
    )


def _require_state(batch: Batch, act: BatchAct) -> None:
    if batch.state not in _POSSIBLE[act]:
        raise IllegalMove(_WRONG_STATE[act])


_WRONG_STATE = {
    BatchAct.ADD: "batch_not_open",
    BatchAct.REMOVE: "batch_not_open",
    BatchAct.SEND: "batch_not_open",
    BatchAct.RECEIVE: "batch_not_under_way",
    BatchAct.ACCEPT: "batch_not_received",
    BatchAct.RETURN: "batch_not_under_way",
}


def _added(batch: Batch, event: LineAdded) -> Batch:
    _require_state(batch, BatchAct.ADD)
    if any(line.listed.case == event.line.case for line in batch.lines):
        raise IllegalMove("already_in_batch")
    if len(batch.lines) >= MOST_LINES:
        raise IllegalMove("batch_full", most=MOST_LINES)
    return replace(batch, lines=(*batch.lines, BatchLine(event.line)))


def _sent(batch: Batch, event: BatchSent) -> Batch:
    _require_state(batch, BatchAct.SEND)
    return replace(
        batch,
        state=BatchState.SENT,
        sent_at=event.at,
        handed_by=event.handed_by,
        digest=event.digest,
        express=event.express or batch.express,
    )


def _received(batch: Batch, event: BatchReceived) -> Batch:
    _require_state(batch, BatchAct.RECEIVE)
    differing = {found.case: found for found in event.differing}
    lines = tuple(_counted(line, frozenset(event.missing), differing) for line in batch.lines)
    received = replace(
        batch,
        state=BatchState.RECEIVED,
        received_at=event.at,
        signed_by=event.signed_by,
        extra=event.extra,
        lines=lines,
    )
    return _closed_if_settled(received)


def _counted(line: BatchLine, missing: frozenset[UUID], differing: Mapping[UUID, Difference]) -> BatchLine:
    if line.state in SETTLED_LINES:  # it went back before the rest was counted
        return line
    case_id = line.listed.case
    state = LineState.MISSING if case_id in missing else LineState.HERE
    return replace(line, state=state, difference=differing.get(case_id))


def _settled(batch: Batch, case_id: UUID, state: LineState, reason: str = "") -> Batch:
    wanted = batch.line(case_id)
    if wanted.state in SETTLED_LINES:
        raise IllegalMove("line_settled")
    after = replace(wanted, state=state, reason=reason)
    lines = tuple(after if line is wanted else line for line in batch.lines)
    return _closed_if_settled(replace(batch, lines=lines))


def _closed_if_settled(batch: Batch) -> Batch:
    done = all(line.state in SETTLED_LINES for line in batch.lines)
    return replace(batch, state=BatchState.SETTLED) if done else batch


def allowed_acts(batch: Batch, clerk: Clerk) -> tuple[BatchAct, ...]:
    """What this clerk may do with this batch now."""
    return tuple(
        act for act in BatchAct if batch.state in _POSSIBLE[act] and _objection(batch, clerk, act) is None
    )


def require(batch: Batch, clerk: Clerk, act: BatchAct) -> None:
    """Raise IllegalMove or NotAllowed for who, or what, cannot be."""
    refused = _objection(batch, clerk, act)
    if refused is not None:
        raise refused
    _require_state(batch, act)


def _objection(batch: Batch, clerk: Clerk, act: BatchAct) -> IllegalMove | NotAllowed | None:
    if not clerk.may(Right.RECEIVE):
        return NotAllowed("right_missing", right=Right.RECEIVE.value)
    if act in _BY_SENDER and clerk.site.id != batch.from_site:
        return IllegalMove("batch_of_another")
    # What a department without this program signed for, the sender writes down from its paper.
    receiver = batch.to_site or batch.from_site
    if act in _BY_RECEIVER and clerk.site.id != receiver:
        return IllegalMove("not_the_receiver")
    return None


def manifest_digest(batch: Batch) -> str:
    """SHA-256 over everything both copies of the manifest say: two papers with one digest are one list."""
    text = "\n".join(
        [batch.number, batch.from_name, batch.to, *(encode(line.listed) for line in batch.lines)]
    )
    return hashlib.sha256(text.encode()).hexdigest()


def manifest_line(case: Case, custody: Custody, due: date | None, remark: str = "") -> ManifestLine:
    """What the manifest says of a case: what really lies in the bag, and a name that gives nobody away."""
    papers = tuple(_paper(row, custody) for row in case.materials if row.state in _TRAVELS)
    return ManifestLine(
        case=case.id,
        number=case.number,
        applicant=mask(Kind.NAME, case.applicant.name, Profile.EXPORT),
        item=case.item.name,
        papers=papers,
        due=due,
        remark=remark.strip(),
    )


_TRAVELS: Mapping[MaterialState | None, Travels] = {
    MaterialState.ORIGINAL: Travels.ORIGINAL,
    MaterialState.COPY: Travels.COPY,
    MaterialState.E_LICENCE: Travels.ELECTRONIC,
}


def _paper(row: CaseMaterial, custody: Custody) -> ManifestPaper:
    travels = _TRAVELS[row.state]
    if travels is Travels.ORIGINAL and not _original_travels(row, custody):
        travels = Travels.CHECKED
    return ManifestPaper(row.number, row.name, travels, row.copies)


def _original_travels(row: CaseMaterial, custody: Custody) -> bool:
    """What was taken into custody; without a word on it, every original nobody forbids to keep."""
    original = custody.original(row.number)
    if original is not None:
        return original.state is CustodyState.HELD
    return not never_kept(row.name)


def receipt_of(
    batch: Batch,
    seen: Iterable[UUID],
    signed_by: str,
    at: datetime,
    extra: Iterable[Extra] = (),
    differing: Iterable[Difference] = (),
) -> BatchReceived:
    """签收 as the scanner found it: what the manifest names and nobody scanned is missing.

    Raises IllegalMove ``part_needed`` without a signature or a word on a difference, ``not_in_batch`` for a
    difference of a case that is not listed.
    """
    there, found = frozenset(seen), tuple(differing)
    if not signed_by.strip():
        raise IllegalMove("part_needed", part="signed_by")
    for difference in found:
        batch.line(difference.case)
        if not difference.note.strip():
            raise IllegalMove("part_needed", part="note")
    there |= {difference.case for difference in found}
    waiting = [line.listed.case for line in batch.lines if line.state not in SETTLED_LINES]
    missing = tuple(case_id for case_id in waiting if case_id not in there)
    return BatchReceived(signed_by.strip(), at, missing, tuple(extra), found)
