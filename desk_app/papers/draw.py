"""The one way in: a request becomes a PDF.

Importing this loads neither reportlab nor segno; the first drawing does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import PaperTrouble
from desk_app.papers import acceptance, checklist, completion, further, notice, receipt, referral, roll_papers
from desk_app.papers.fonts import FontChain
from desk_app.papers.pdf import write_pdf
from desk_app.papers.request import DrawnPaper, PaperRequest, sizes_of
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording

LayOut = Callable[[PaperRequest, Ink, Wording], Sheet]

_ON_PAGES: Mapping[DocumentKind, LayOut] = {
    DocumentKind.RECEIPT: receipt.lay_out,
    DocumentKind.ACCEPTANCE: acceptance.lay_out,
    DocumentKind.NOTICE: notice.lay_out,
    DocumentKind.COMPLETION: completion.lay_out,
    DocumentKind.ASSISTANCE: completion.lay_out_assistance,
    DocumentKind.REFERRAL: referral.lay_out,
    **further.ON_PAGES,
}
_ON_ROLL: Mapping[DocumentKind, LayOut] = {
    DocumentKind.RECEIPT: roll_papers.receipt,
    DocumentKind.NOTICE: roll_papers.notice,
    DocumentKind.COMPLETION: roll_papers.completion,
    DocumentKind.ASSISTANCE: roll_papers.assistance,
    DocumentKind.REFERRAL: roll_papers.referral,
    **further.ON_ROLL,
}


def draw(request: PaperRequest, fonts: FontChain, wording: Wording | None = None) -> DrawnPaper:
    """Draw one paper. A notice without a case is the list printed at look-up.

    Raises:
        PaperTrouble: ``paper_lacks`` when the request lacks what the paper needs, ``size_not_made`` for a
            size this paper does not exist in.
        GlyphMissing: when a character can be drawn by no font; nothing was printed.
        IllegalMove: when the case is not in the state the paper would claim.
    """
    words = wording or Wording()
    ink = Ink(fonts)
    sheet = _lay_out(request)(request, ink, words)
    pdf = write_pdf([sheet], ink, _title(request, words), request.site.name, request.printing.at)
    return DrawnPaper(pdf, len(sheet.pages), request.kind, request.size)


def draw_batch(
    requests: Sequence[PaperRequest], fonts: FontChain, wording: Wording | None = None
) -> DrawnPaper:
    """Several papers as one print job (feature F54): each begins a page of its own, fonts are embedded once.

    Raises:
        ValueError: for no requests at all.
        PaperTrouble, GlyphMissing, IllegalMove: as :func:`draw`, for the first paper that cannot be drawn.
    """
    if not requests:
        raise ValueError("a batch needs at least one paper")
    words = wording or Wording()
    ink = Ink(fonts)
    sheets = [_lay_out(request)(request, ink, words) for request in requests]
    first = requests[0]
    pdf = write_pdf(sheets, ink, _title(first, words), first.site.name, first.printing.at)
    return DrawnPaper(pdf, sum(len(sheet.pages) for sheet in sheets), first.kind, first.size)


def _lay_out(request: PaperRequest) -> LayOut:
    if request.size not in sizes_of(request.kind):
        raise PaperTrouble("size_not_made", kind=request.kind.value, size=request.size.value)
    on_roll = request.size is PaperSize.ROLL80
    if request.kind is DocumentKind.NOTICE and request.case is None:
        return roll_papers.checklist if on_roll else checklist.lay_out
    return (_ON_ROLL if on_roll else _ON_PAGES)[request.kind]


def _title(request: PaperRequest, words: Wording) -> str:
    if request.kind is DocumentKind.NOTICE and request.case is None:
        return checklist.title_of(request, words)
    if request.kind in further.TITLES:
        return further.TITLES[request.kind](request, words)
    return words.say(f"{request.kind.value}.title")
