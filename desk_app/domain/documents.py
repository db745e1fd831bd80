"""Papers as the program knows them: which exist, who numbers them, what stands on every one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DocumentKind(StrEnum):
    """The papers of appendix A that exist so far."""

    RECEIPT = "receipt"
    """A1 收件凭证."""
    ACCEPTANCE = "acceptance"
    """A2 受理通知书."""
    NOTICE = "notice"
    """A4a 一次性告知单: nothing was received, so no deadline and no consequence."""
    COMPLETION = "completion"
    """A8a in its short form: what a 即办件 leaves in the citizen's hand."""
    ASSISTANCE = "assistance"
    """帮办记录: help given on the spot; it is no acceptance."""
    REFERRAL = "referral"
    """指路条: where it can be done, with what, when, whom to call."""


class PaperSize(StrEnum):
    """What the printer of a desk holds."""

    A4 = "A4"
    A5 = "A5"
    ROLL80 = "80mm"


@dataclass(frozen=True, slots=True)
class Printing:
    """What every slip ends with (appendix A): when, by whom, for the n-th time."""

    number: str
    """The document's own number, in the series of its kind."""
    event_id: UUID
    """What the QR code holds: an id and nothing about the person."""
    at: datetime
    by: str
    nth: int = 1
    demo: bool = False
    """Papers of the demo profile are marked 演示."""
    large_type: bool = False
    explain_due: bool = False
    """Whether the counted days stand on the slip (B5)."""


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A paper that was made: its snapshot is archived with the case and never changes."""

    id: UUID
    kind: DocumentKind
    size: PaperSize
    number: str
    sha256: str
    """Name of the archived PDF in the encrypted store."""
    pages: int
    at: datetime
    printed: int = 1
