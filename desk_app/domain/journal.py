"""The append-only journal: entries, the device's dense numbering, and the hash chains.

Each link hashes the link before it, the entry's id and the digest of its canonical content (house.md §6), so
a redaction may empty the body later and the chain still proves itself. No clock decides any order: own order
is ``device_seq``, the order all agree on is ``seq``, given by the head (sync.md §2.5).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

LINK_BYTES = 16
FIRST_LINK = bytes(LINK_BYTES)
"""What the first link of any chain follows."""


class Stream(StrEnum):
    """What an entry is about (house.md §6)."""

    CASE = "case"
    PERSON = "person"
    SITE_ITEM = "site_item"
    SITE = "site"
    WORDING = "wording"
    """What a site says otherwise on its papers; folded when it is asked for, it has no rows."""
    CALENDAR = "calendar"
    HANDOVER = "handover"
    """A batch of cases on its way between two places."""
    CUSTODY = "custody"
    """The originals of one case that an office keeps; the stream has the case's id."""
    ATTACHMENT = "attachment"
    """The pictures of one case; the stream has the case's id."""
    LEDGER = "ledger"
    """One import of an old ledger, and whether it was undone."""
    LEDGER_ROW = "ledger_row"
    """One line of an old ledger: a stream of its own, so that one person's line can be redacted."""
    SHIFT = "shift"
    """One person at one counter, from opening to closing."""
    STAND_IN = "stand_in"
    """One period in which somebody stands in for a colleague (AB岗)."""
    FORM_BLOCK = "form_block"
    """Receipt numbers set aside on paper for an outage, and what became of each."""
    AGENT = "agent"
    """One person on the roster of 代办员."""
    MANDATE = "mandate"
    """One 委托书."""
    ASSIST = "assist"
    """One 帮办代办 case."""
    AUDIT = "audit"
    """Acts that change nothing but must be on record: revealing a number, exporting, signing in."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Everything an entry says besides its body: who, where, when, about what."""

    id: UUID
    stream: Stream
    stream_id: UUID
    kind: str
    version: int
    actor: UUID
    site: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One committed act, exactly as it was written."""

    envelope: Envelope
    device: UUID
    device_seq: int
    link: bytes
    """Device chain up to and including this entry."""
    body: str
    """Canonical JSON of the event; empty after redaction."""
    digest: bytes
    seq: int | None = None
    """Place in the order all agree on; None until a head has sequenced the entry."""

    @property
    def id(self) -> UUID:
        """The entry's own id, the same on every device that holds it."""
        return self.envelope.id


def content_digest(envelope: Envelope, body: str) -> bytes:
    """SHA-256 over an entry's envelope and canonical body; it outlives a redaction of the body."""
    head = (envelope.id, envelope.stream.value, envelope.stream_id, envelope.kind, envelope.version)
    who = (envelope.actor, envelope.site, envelope.at.astimezone(UTC).isoformat())
    return hashlib.sha256("\n".join(map(str, (*head, *who, body))).encode()).digest()


def next_link(previous: bytes, entry_id: UUID, digest: bytes) -> bytes:
    """The chain's next link."""
    return hashlib.blake2b(previous + entry_id.bytes + digest, digest_size=LINK_BYTES).digest()


@dataclass(frozen=True, slots=True)
class ChainFault:
    """Where a device's log does not prove itself, and why."""

    device: UUID
    device_seq: int
    reason: str
    """One of: gap, link, digest."""


def chain_faults(entries: Iterable[Entry]) -> Iterator[ChainFault]:
    """Check one device's entries, given in the order of their numbers, from the first."""
    previous, expected = FIRST_LINK, 1
    for entry in entries:
        if entry.device_seq != expected:
            yield ChainFault(entry.device, expected, "gap")
            expected = entry.device_seq
        elif entry.link != next_link(previous, entry.id, entry.digest):
            yield ChainFault(entry.device, entry.device_seq, "link")
        if entry.body and entry.digest != content_digest(entry.envelope, entry.body):
            yield ChainFault(entry.device, entry.device_seq, "digest")
        previous, expected = entry.link, expected + 1
