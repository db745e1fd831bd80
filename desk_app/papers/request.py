"""What a paper is drawn from, and what comes out. Loads nothing heavy, so that start-up may import it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.domain.cases import Case
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.documents import DocumentKind, PaperSize, Printing
from desk_app.domain.sites import Site
from desk_app.domain.worktime import Deadlines
from desk_app.papers.particulars import PLAIN, Particulars


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a citizen is sent (指路条); an empty field is not printed."""

    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""
    distance: str = ""
    """How far, in the words of the place: 往东 2 里地，村委会隔壁."""


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """One paper to draw. Its module says which fields a kind needs; a missing one raises PaperTrouble."""

    kind: DocumentKind
    size: PaperSize
    site: Site
    printing: Printing
    clerk_name: str = ""
    counter: str = ""
    case: Case | None = None
    deadlines: Deadlines | None = None
    offered: OfferedItem | None = None
    notice_by: date | None = None
    """委托收件: until when the applicant is told whether the case is accepted."""
    forward_by: date | None = None
    """委托收件: until when the papers go on to the deciding body."""
    in_hand: frozenset[int] | None = None
    """A notice without a case: the rows ticked at look-up; None prints the whole list (要带什么)."""
    destination: Destination | None = None
    result: str = ""
    """A completion: what came of it; an assistance: what was done."""
    often: tuple[str, ...] = ()
    """Papers that people most often had to come again for with this item, most often first."""
    particulars: Particulars = PLAIN
    """What a further paper says that neither case nor site knows."""


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """A PDF in memory. The same request gives the same bytes."""

    pdf: bytes
    pages: int
    kind: DocumentKind
    size: PaperSize


SIZES: dict[DocumentKind, tuple[PaperSize, ...]] = {
    DocumentKind.RECEIPT: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.ACCEPTANCE: (PaperSize.A5, PaperSize.A4),
    DocumentKind.NOTICE: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.COMPLETION: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.ASSISTANCE: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.REFERRAL: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
}
"""Which papers exist in which size, the usual one first. An acceptance bears a seal: no roll."""

FURTHER_SIZES: dict[DocumentKind, tuple[PaperSize, ...]] = {
    DocumentKind.SUPPLEMENT_NOTICE: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.REFUSAL: (PaperSize.A5, PaperSize.A4),
    DocumentKind.DEFERRAL_PROMISE: (PaperSize.A4, PaperSize.A5),
    DocumentKind.DEFERRAL_NOTICE: (PaperSize.A5, PaperSize.A4),
    DocumentKind.MANDATE: (PaperSize.A4,),
    DocumentKind.HANDOVER_MANIFEST: (PaperSize.A4,),
    DocumentKind.RESULT_NOTICE: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.NOT_CONFIRMED: (PaperSize.A4, PaperSize.A5),
    DocumentKind.DELIVERY_RECEIPT: (PaperSize.A5, PaperSize.A4),
    DocumentKind.EXTENSION_NOTICE: (PaperSize.A5, PaperSize.A4),
    DocumentKind.SPECIAL_PROCEDURE_NOTICE: (PaperSize.A5, PaperSize.A4),
    DocumentKind.APPOINTMENT: (PaperSize.ROLL80, PaperSize.A5, PaperSize.A4),
    DocumentKind.BAG_LABEL: (PaperSize.LABEL,),
    DocumentKind.INFORMED_PROMISE: (PaperSize.A4,),
    DocumentKind.CROSS_TOWN: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.RETURN_SLIP: (PaperSize.A5, PaperSize.A4),
    DocumentKind.CLOSING_NOTE: (PaperSize.A5, PaperSize.A4),
    DocumentKind.DEFERRAL_OUTCOME: (PaperSize.A5, PaperSize.A4),
}
"""The papers of a case's later life. Apart from :data:`SIZES`: the first run only asks for the papers of a
case's first day."""

ALL_SIZES = {**SIZES, **FURTHER_SIZES}
"""Every paper: what the settings list."""


def sizes_of(kind: DocumentKind) -> tuple[PaperSize, ...]:
    """The sizes a paper exists in, the usual one first."""
    return SIZES.get(kind) or FURTHER_SIZES[kind]
