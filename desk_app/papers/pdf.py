"""From drawn pages to the bytes of a PDF: the one place that knows reportlab.

The same pages give the same bytes: the date is that of the printing, names and order depend on the content.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desk_app.domain.worktime import SHANGHAI
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink


def write_pdf(sheets: Sequence[Sheet], ink: Ink, title: str, author: str, at: datetime) -> bytes:
    """The document. ``title`` and ``author`` stand in its properties, where no person is named."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # binary streams: a fifth smaller, and every reader since 1993 takes them
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1, lang="zh-CN")
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("desk_app")
    stamp = at.astimezone(SHANGHAI).strftime("D:%Y%m%d%H%M%S+08'00'")
    canvas.setDateFormatter(lambda *_: stamp)
    for page in (page for sheet in sheets for page in sheet.pages):
        canvas.setPageSize((page.width * PT, page.height * PT))
        canvas.addLiteral(f"1 0 0 1 0 {page.height * PT:.2f} cm\n" + "\n".join(page.operators))
        canvas.showPage()
    document: Any = canvas._doc  # type: ignore[attr-defined]  # reportlab's stubs leave it out
    for subset in ink.subsets.values():
        subset.add_to(document)
    canvas.save()
    return buffer.getvalue()
