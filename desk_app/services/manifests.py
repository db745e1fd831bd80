"""The papers of a batch: numbered, archived, and only then handed to a printer; reprints are counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.documents import DocumentKind, PaperSize, Printing
from desk_app.domain.errors import IllegalMove, NotFound
from desk_app.domain.handover import Batch, BatchPaper
from desk_app.domain.handover_events import ManifestIssued, ManifestReprinted, PaperPart
from desk_app.domain.manifests import parts_due
from desk_app.domain.sites import Clerk
from desk_app.papers.batch_manifest import manifest_of_batch
from desk_app.papers.particulars import Particulars
from desk_app.papers.request import DrawnPaper, PaperRequest
from desk_app.services.documents import next_number

if TYPE_CHECKING:
    from desk_app.db.store import Reader, Store

KIND = DocumentKind.HANDOVER_MANIFEST


@dataclass(frozen=True, slots=True)
class ManifestMade:
    """A part of a manifest, ready for the printer."""

    paper: BatchPaper
    pdf: bytes


def manifest_request(
    reader: Reader, clerk: Clerk, batch: Batch, printing: Printing, part: PaperPart | None = None
) -> PaperRequest:
    """What the drawing of a manifest needs; without a part it is a preview of both copies.

    Applicants are named by their cases, where this store knows them: the paper masks them itself.
    """
    cases = ((line.listed.case, reader.cases.find(line.listed.case)) for line in batch.lines)
    names = {case_id: case.applicant.name for case_id, case in cases if case is not None}
    return PaperRequest(
        kind=KIND,
        size=PaperSize.A4,
        site=clerk.site,
        clerk_name=clerk.name,
        counter=clerk.device.counter,
        printing=printing,
        particulars=Particulars(manifest=manifest_of_batch(batch, names, part)),
    )


def issue_part(
    store: Store,
    clerk: Clerk,
    batch_id: UUID,
    part: PaperPart,
    draw: Callable[[PaperRequest], DrawnPaper],
    now: datetime,
    *,
    demo: bool = False,
) -> ManifestMade:
    """Make one part of a committed batch: number, drawing, snapshot and entry are one transaction.

    The code on the paper holds the batch's id and nothing about anybody. Raises IllegalMove ``not_owed`` for
    a part this site does not owe or has made already; PaperTrouble; NotFound.
    """
    with store.write(clerk, now) as tx:
        batch = tx.handovers.get(batch_id)
        if part not in parts_due(batch, clerk.site.id):
            raise IllegalMove("not_owed")
        number = next_number(tx.counters.next_document, clerk, KIND, now)
        printing = Printing(number, batch.id, now, clerk.name, demo=demo)
        drawn = draw(manifest_request(tx, clerk, batch, printing, part))
        document, sha256 = tx.new_id(now), tx.documents.put(drawn.pdf)
        tx.record(ManifestIssued(document, part, number, sha256, drawn.pages, now), batch_id)
        batch = tx.handovers.get(batch_id)
    return ManifestMade(paper_of(batch, part), drawn.pdf)


def archived_part(store: Store, batch_id: UUID, part: PaperPart) -> ManifestMade:
    """A part as it was first printed. Raises NotFound ``no_such_document``."""
    with store.read() as reader:
        paper = paper_of(reader.handovers.get(batch_id), part)
        return ManifestMade(paper, reader.documents.get(paper.sha256))


def reprint_part(
    store: Store,
    clerk: Clerk,
    batch_id: UUID,
    part: PaperPart,
    mark: Callable[[bytes, int], bytes],
    now: datetime,
) -> ManifestMade:
    """The archived part once more, counted; ``mark`` stamps 补打第 n 次 on a copy of it."""
    with store.write(clerk, now) as tx:
        paper = paper_of(tx.handovers.get(batch_id), part)
        again = ManifestReprinted(paper.id, paper.printed + 1, now)
        pdf = mark(tx.documents.get(paper.sha256), again.nth)
        tx.record(again, batch_id)
        paper = paper_of(tx.handovers.get(batch_id), part)
    return ManifestMade(paper, pdf)


def paper_of(batch: Batch, part: PaperPart) -> BatchPaper:
    """The latest paper of a part. Raises NotFound ``no_such_document``."""
    found = next((paper for paper in reversed(batch.papers) if paper.part is part), None)
    if found is None:
        raise NotFound("no_such_document")
    return found
