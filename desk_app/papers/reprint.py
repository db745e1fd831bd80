"""补打第 n 次: the mark on a copy of an archived paper. The archived bytes stay as they are."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from desk_app.papers.fonts import FontChain, Role
from desk_app.papers.pdf import write_pdf
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink

_SIZE = 9.0
_ON_PAGE, _ON_ROLL = 6.4, 4.2
"""Baseline in millimetres from the top edge: above the title, below what a laser printer cannot reach."""
_ROLL_WIDTH = 81.0
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""The mark's own file is merged and gone at once; its date is seen by nobody."""


def mark_reprint(pdf: bytes, nth: int, fonts: FontChain) -> bytes:
    """A copy of a paper, marked at the top of each page; ``nth`` counts the prints, this one included."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            width, height = page.get_size()
            stamp = pypdfium2.PdfDocument(_stamp(width / PT, height / PT, nth, fonts))
            mark = stamp.page_as_xobject(0, document)
            page.insert_obj(mark.as_pageobject())
            page.gen_content()
            mark.close()
            stamp.close()
        copy = BytesIO()
        document.save(copy)
        return copy.getvalue()
    finally:
        document.close()


def _stamp(width: float, height: float, nth: int, fonts: FontChain) -> bytes:
    ink = Ink(fonts)
    sheet = Sheet(ink, width, height)
    words = f"补打第 {nth - 1} 次（第 {nth} 次打印）"
    baseline = _ON_ROLL if width < _ROLL_WIDTH else _ON_PAGE
    wide = sheet.width_of(words, Role.STRONG, _SIZE)
    sheet.box(width / 2 - wide / 2 - 1.5, baseline - 3.2, wide + 3.0, 4.2, 0.6)
    sheet.centred(width / 2, baseline, words, Role.STRONG, _SIZE)
    return write_pdf([sheet], ink, "", "", _EPOCH)
