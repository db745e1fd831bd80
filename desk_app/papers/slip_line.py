"""One plain line as a page of its own: for receipt printers whose built-in fonts lack a character."""

from __future__ import annotations

from datetime import UTC, datetime

from desk_app.papers.fonts import FontChain, Role
from desk_app.papers.pdf import write_pdf
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink

_SIZE, _LARGE = 10.5, 21.0
"""Points; about the height of the built-in fonts, and twice that."""
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def line_page(text: str, width_mm: float, fonts: FontChain, *, large: bool = False) -> bytes:
    """A PDF as high as one line. What is too long for the width gets smaller, so that nothing is lost.

    Raises:
        GlyphMissing: when no font draws a character.
    """
    size = _LARGE if large else _SIZE
    wide = fonts.width(text, Role.STRONG, size) / PT
    size *= min(1.0, width_mm / wide) if wide else 1.0
    ink = Ink(fonts)
    sheet = Sheet(ink, width_mm, size * 1.5 / PT)
    sheet.text(0.0, size * 1.1 / PT, text, Role.STRONG, size)
    sheet.check()
    return write_pdf([sheet], ink, "", "", _NO_DAY)
