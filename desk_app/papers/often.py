"""别人常漏: what others most often had to come again for, as one bold line (features F10 and B16).

It is counted at the site and names no person; it stands only where enough people lacked the same paper.
"""

from __future__ import annotations

from desk_app.papers.fonts import Role
from desk_app.papers.furniture import Layout
from desk_app.papers.request import PaperRequest

_WORDS = "别人常漏的：{names}。来之前请再看一眼。"


def often_words(request: PaperRequest) -> str:
    """The line, or nothing."""
    return _WORDS.format(names="、".join(request.often)) if request.often else ""


def often_line(layout: Layout) -> None:
    """The line where it is read first: right below the sentence that opens the paper."""
    words = often_words(layout.request)
    if words:
        layout.flow.paragraph(words, layout.type.table, 1.5, role=Role.STRONG)
        layout.flow.y += 1.0
