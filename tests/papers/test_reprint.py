"""A second print bears its mark on every page, and the archived paper stays as it was."""

from __future__ import annotations

import pytest

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain
from desk_app.papers.reprint import mark_reprint
from tests.papers import samples
from tests.papers.occasions import SLIPS
from tests.papers.reading import boxes_of, sizes_of, text_of


@pytest.mark.parametrize("size", SLIPS)
def test_every_page_of_the_copy_is_marked(size: PaperSize, fonts: FontChain) -> None:
    rows = tuple(samples.row(number, f"材料{number}𪚥") for number in range(1, 41))
    paper = draw(samples.request(DocumentKind.RECEIPT, size, case=samples.case(materials=rows)), fonts)
    before = paper.pdf
    copy = mark_reprint(paper.pdf, 3, fonts)
    assert paper.pdf == before
    assert sizes_of(copy) == sizes_of(paper.pdf)
    text = text_of(copy)
    assert text.count("补打第2次（第3次打印）") == paper.pages
    assert text.replace("补打第2次（第3次打印）", "") == text_of(paper.pdf)
    assert all(0 <= edge <= 1 for box in boxes_of(copy) for edge in box)
