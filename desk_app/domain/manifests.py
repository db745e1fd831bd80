"""What a manifest says of a case, and a receiver's count of a manifest (domain.md, appendix A7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.cases import Case, CaseMaterial, MaterialState
from desk_app.domain.custody import Custody, CustodyState, never_kept
from desk_app.domain.errors import IllegalMove
from desk_app.domain.handover import SETTLED_LINES, Batch, LineState
from desk_app.domain.handover_events import (
    BatchReceived,
    Difference,
    Extra,
    ManifestLine,
    ManifestPaper,
    PaperPart,
    Travels,
)
from desk_app.domain.masking import Kind, Profile, mask


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


@dataclass(frozen=True, slots=True)
class Count:
    """What the receiver found in the bag, and says of it."""

    signed_by: str
    seen: tuple[UUID, ...]
    """Cases that were scanned; what the manifest names besides them is missing."""
    extra: tuple[Extra, ...] = ()
    differing: tuple[Difference, ...] = ()
    absences: Mapping[UUID, str] | None = None
    """What is said of a missing case: who was called, until when it is to come."""
    remark: str = ""


def receipt_of(batch: Batch, count: Count, at: datetime) -> BatchReceived:
    """签收 as the scanner found it: what the manifest names and nobody scanned is missing.

    Raises IllegalMove ``part_needed`` without a signature or a word on a difference, ``not_in_batch`` for a
    difference of a case that is not listed.
    """
    if not count.signed_by.strip():
        raise IllegalMove("part_needed", part="signed_by")
    for difference in count.differing:
        batch.line(difference.case)
        if not difference.note.strip():
            raise IllegalMove("part_needed", part="note")
    there = frozenset(count.seen) | {difference.case for difference in count.differing}
    waiting = [line.listed.case for line in batch.lines if line.state not in SETTLED_LINES]
    missing = tuple(case_id for case_id in waiting if case_id not in there)
    said = count.absences or {}
    absences = tuple(Difference(case_id, said[case_id].strip()) for case_id in missing if case_id in said)
    signed, remark = count.signed_by.strip(), count.remark.strip()
    return BatchReceived(signed, at, missing, count.extra, count.differing, absences, remark)


def parts_due(batch: Batch, site: UUID) -> tuple[PaperPart, ...]:
    """Papers this site owes the batch and has not made: two copies where it left, a receipt where it came.

    What a department without this program signed is its own paper: nobody prints it again.
    """
    owed: list[PaperPart] = []
    if batch.from_site == site and batch.sent_at is not None:
        owed += [PaperPart.STUB, PaperPart.BAG]
    answered = batch.received_at is not None or any(line.state is LineState.RETURNED for line in batch.lines)
    if batch.to_site == site and answered:
        owed.append(PaperPart.RECEIPT)
    made = {paper.part for paper in batch.papers}
    return tuple(part for part in owed if part not in made)
