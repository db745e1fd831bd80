"""What happens to a batch of cases on its way between two places, as events (domain.md §3, appendix A7).

A batch is a stream of its own: both ends keep the same trace. The cases in it move by events of their own
(``case.handed_over``, ``case.handover_signed``, ``case.handover_refused``), written in the same act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.case_life import Carrier


class Travels(StrEnum):
    """What of a paper lies in the bag."""

    ORIGINAL = "original"
    COPY = "copy"
    ELECTRONIC = "electronic"
    CHECKED = "checked"
    """已核原件退回: the original was seen and is with its owner; nothing of it travels."""


@dataclass(frozen=True, slots=True)
class ManifestPaper:
    """One paper of a case, as the manifest lists it."""

    row: int
    """Row of the case's paper list."""
    name: str
    travels: Travels
    copies: int


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """One case in a batch, as both copies of the manifest show it: enough to tick off, no number in full."""

    case: UUID
    number: str
    """The receipt number: what the bar code holds and a scanner gives back."""
    applicant: str
    """Surname and a star: the list travels with the bags and is read by many (F70)."""
    item: str
    papers: tuple[ManifestPaper, ...]
    due: date | None = None
    remark: str = ""

    @property
    def copies(self) -> int:
        """Sheets in the bag; what was only looked at is none."""
        return sum(paper.copies for paper in self.papers if paper.travels is not Travels.CHECKED)


@dataclass(frozen=True, slots=True)
class Extra:
    """多: something lay in the bag that the manifest does not name."""

    what: str
    """A receipt number as scanned, or words for a paper without one."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperFound:
    """How many of a paper were really there."""

    row: int
    copies: int


@dataclass(frozen=True, slots=True)
class Difference:
    """不符: the case is here, but not as the manifest lists it."""

    case: UUID
    note: str
    papers: tuple[PaperFound, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchOpened:
    """A list was begun: from where to where, and how it will travel."""

    kind: ClassVar[str] = "handover.batch_opened"
    version: ClassVar[int] = 1

    number: str
    from_site: UUID
    from_name: str
    to: str
    carrier: Carrier
    at: datetime
    to_site: UUID | None = None
    """None for a department without this program."""
    express: str = ""


@dataclass(frozen=True, slots=True)
class LineAdded:
    """A case was put into the bag."""

    kind: ClassVar[str] = "handover.line_added"
    version: ClassVar[int] = 1

    line: ManifestLine
    at: datetime


@dataclass(frozen=True, slots=True)
class LineRemoved:
    """A case was taken out again, before the bag left."""

    kind: ClassVar[str] = "handover.line_removed"
    version: ClassVar[int] = 1

    case: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class BatchAddressed:
    """Another way, or another place, before the bag left."""

    kind: ClassVar[str] = "handover.batch_addressed"
    version: ClassVar[int] = 1

    to: str
    carrier: Carrier
    at: datetime
    to_site: UUID | None = None
    express: str = ""


@dataclass(frozen=True, slots=True)
class BatchDropped:
    """作废: a bag that was opened and never filled; its number is not given out again."""

    kind: ClassVar[str] = "handover.batch_dropped"
    version: ClassVar[int] = 1

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BatchSent:
    """移交: the bag left, with one copy of the manifest; the other stays."""

    kind: ClassVar[str] = "handover.batch_sent"
    version: ClassVar[int] = 1

    handed_by: str
    digest: str
    """SHA-256 of the manifest as it was printed (:func:`desk_app.domain.handover.manifest_digest`)."""
    at: datetime
    express: str = ""


@dataclass(frozen=True, slots=True)
class BatchReceived:
    """签收: what was really in the bag, as the receiver counted it; both ends keep it."""

    kind: ClassVar[str] = "handover.batch_received"
    version: ClassVar[int] = 1

    signed_by: str
    at: datetime
    missing: tuple[UUID, ...] = ()
    """少: cases of the manifest that were not in the bag."""
    extra: tuple[Extra, ...] = ()
    differing: tuple[Difference, ...] = ()
    absences: tuple[Difference, ...] = ()
    """What was said of missing cases: each must be settled, by finding it or by sending it back."""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LineAccepted:
    """The receiver keeps the case."""

    kind: ClassVar[str] = "handover.line_accepted"
    version: ClassVar[int] = 1

    case: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class LineReturned:
    """拒收/退回: the case goes back, with the reason."""

    kind: ClassVar[str] = "handover.line_returned"
    version: ClassVar[int] = 1

    case: UUID
    reason: str
    at: datetime


class PaperPart(StrEnum):
    """The papers of one batch: two copies that say the same, and what the receiver signs for."""

    STUB = "stub"
    """存根联: stays where the bag left."""
    BAG = "bag"
    """随件联: goes with it."""
    RECEIPT = "receipt"
    """接收联: what was found, printed where the bag came."""


@dataclass(frozen=True, slots=True)
class ManifestIssued:
    """A part of the manifest was made, numbered and archived; only then was it printed."""

    kind: ClassVar[str] = "handover.manifest_issued"
    version: ClassVar[int] = 1

    document: UUID
    part: PaperPart
    number: str
    sha256: str
    pages: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ManifestReprinted:
    """补打: the archived paper once more, for the n-th time."""

    kind: ClassVar[str] = "handover.manifest_reprinted"
    version: ClassVar[int] = 1

    document: UUID
    nth: int
    at: datetime


HandoverEvent = (
    BatchOpened
    | LineAdded
    | LineRemoved
    | BatchAddressed
    | BatchDropped
    | BatchSent
    | BatchReceived
    | LineAccepted
    | LineReturned
    | ManifestIssued
    | ManifestReprinted
)
