"""A batch of cases between two places: its fold, who may do what with it, and what its acts say.

移交, 签收, 拒收 (domain.md, appendix B) move the cases; this stream keeps the list they travelled on, in two
copies that say the same, and what the receiver found. Nothing here stores, prints or reads a clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from desk_app.domain.bodies import encode
from desk_app.domain.case_life import Carrier
from desk_app.domain.errors import IllegalMove, NotAllowed
from desk_app.domain.handover_events import (
    BatchAddressed,
    BatchDropped,
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
    ManifestIssued,
    ManifestLine,
    ManifestReprinted,
    PaperPart,
)
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
    DROPPED = "dropped"
    """作废: opened, never filled, given up with a reason."""


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
    ADDRESS = "address"
    SEND = "send"
    DROP = "drop"
    RECEIVE = "receive"
    ACCEPT = "accept"
    RETURN = "return"


SETTLED_LINES = frozenset({LineState.ACCEPTED, LineState.RETURNED})

_BY_SENDER: Mapping[BatchAct, frozenset[BatchState]] = {
    BatchAct.ADD: frozenset({BatchState.OPEN}),
    BatchAct.REMOVE: frozenset({BatchState.OPEN}),
    BatchAct.ADDRESS: frozenset({BatchState.OPEN}),
    BatchAct.SEND: frozenset({BatchState.OPEN}),
    BatchAct.DROP: frozenset({BatchState.OPEN}),
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
    absence: str = ""
    """What was said when it did not come; it stays readable once it was found."""


@dataclass(frozen=True, slots=True)
class BatchPaper:
    """One printed part of a manifest, archived under its hash."""

    id: UUID
    part: PaperPart
    number: str
    sha256: str
    pages: int
    at: datetime
    printed: int = 1
    """How often it came out; reprints are counted."""


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
    remark: str = ""
    """What the receiver said of the whole bag."""
    dropped: str = ""
    """Why it was given up."""
    papers: tuple[BatchPaper, ...] = ()

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
    return _FOLLOWS[type(event)](batch, event)


def _issued(batch: Batch, event: ManifestIssued) -> Batch:
    """A paper is a paper in every state."""
    made = BatchPaper(event.document, event.part, event.number, event.sha256, event.pages, event.at)
    return replace(batch, papers=(*batch.papers, made))


def _reprinted(batch: Batch, event: ManifestReprinted) -> Batch:
    papers = tuple(
        replace(paper, printed=event.nth) if paper.id == event.document else paper for paper in batch.papers
    )
    return replace(batch, papers=papers)


def _addressed(batch: Batch, event: BatchAddressed) -> Batch:
    _require_state(batch, BatchAct.ADDRESS)
    return replace(batch, to=event.to, to_site=event.to_site, carrier=event.carrier, express=event.express)


def _dropped(batch: Batch, event: BatchDropped) -> Batch:
    _require_state(batch, BatchAct.DROP)
    if batch.lines:
        raise IllegalMove("batch_not_empty")
    return replace(batch, state=BatchState.DROPPED, dropped=event.reason)


def _accepted(batch: Batch, event: LineAccepted) -> Batch:
    _require_state(batch, BatchAct.ACCEPT)
    return _settled(batch, event.case, LineState.ACCEPTED)


def _returned(batch: Batch, event: LineReturned) -> Batch:
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
    BatchAct.ADDRESS: "batch_not_open",
    BatchAct.SEND: "batch_not_open",
    BatchAct.DROP: "batch_not_open",
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
    lines = tuple(_counted(line, event) for line in batch.lines)
    received = replace(
        batch,
        state=BatchState.RECEIVED,
        received_at=event.at,
        signed_by=event.signed_by,
        extra=event.extra,
        remark=event.remark,
        lines=lines,
    )
    return _closed_if_settled(received)


def _counted(line: BatchLine, event: BatchReceived) -> BatchLine:
    if line.state in SETTLED_LINES:  # it went back before the rest was counted
        return line
    case_id = line.listed.case
    state = LineState.MISSING if case_id in event.missing else LineState.HERE
    return replace(
        line,
        state=state,
        difference=next((found for found in event.differing if found.case == case_id), None),
        absence=next((found.note for found in event.absences if found.case == case_id), ""),
    )


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


_FOLLOWS: Mapping[type[Any], Callable[[Batch, Any], Batch]] = {
    LineAdded: _added,
    LineRemoved: _removed,
    BatchAddressed: _addressed,
    BatchDropped: _dropped,
    BatchSent: _sent,
    BatchReceived: _received,
    LineAccepted: _accepted,
    LineReturned: _returned,
    ManifestIssued: _issued,
    ManifestReprinted: _reprinted,
}


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
