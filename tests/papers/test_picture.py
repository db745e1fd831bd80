"""Pages as pixels: sizes, layout of the bytes, and the golden picture of every paper.

``DESK_APP_NEW_GOLDEN=1 pytest tests/papers/test_picture.py`` draws the golden pictures anew; look at each
before it is committed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desk_app.domain.cases import CaseState, MaterialState
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain
from desk_app.papers.picture import Picture, page_count, page_pictures
from desk_app.papers.request import PaperRequest
from tests.papers import samples
from tests.papers.later_occasions import further_requests
from tests.papers.occasions import DEFERRED, requests_of_every_kind

GOLDEN = Path(__file__).parents[1] / "golden" / "papers"
DPI = 60
MOST_DIFFERENT = 1.5
"""Mean difference of a pixel, of 255: another version of the renderer stays below, a moved line does not."""


def drawn() -> dict[str, PaperRequest]:
    papers = {
        f"{made.kind.value}-{place}-{size.value}": made
        for size in PaperSize
        for place, made in enumerate(requests_of_every_kind(size))
    }
    tolerance = samples.case(item=samples.pin(HandlingMode.ENTRUSTED_ACCEPT), materials=DEFERRED)
    papers["acceptance-tolerance"] = samples.request(DocumentKind.ACCEPTANCE, case=tolerance)
    plain = samples.request(DocumentKind.RECEIPT, case=samples.case())
    papers["receipt-demo"] = replace(plain, printing=replace(plain.printing, demo=True, nth=2))
    noticed = samples.case(CaseState.NOTICED, materials=samples.GAPS)
    large = samples.request(DocumentKind.NOTICE, PaperSize.A4, case=noticed, offered=samples.offered())
    papers["notice-large"] = replace(large, printing=replace(large.printing, large_type=True))
    papers |= {
        f"{made.kind.value}-further-{place}-{size.value}": made
        for size in PaperSize
        for place, made in enumerate(further_requests(size))
    }
    noticed_later = next(made for made in further_requests(PaperSize.A5))
    printing = replace(noticed_later.printing, large_type=True)
    papers["supplement_notice-large"] = replace(noticed_later, printing=printing)
    return papers


def as_image(picture: Picture) -> Image.Image:
    return Image.frombytes("L" if picture.gray else "RGBA", (picture.width, picture.height), picture.data)


@pytest.mark.parametrize("name", list(drawn()))
def test_the_page_looks_as_it_did(name: str, fonts: FontChain) -> None:
    image = as_image(page_pictures(draw(drawn()[name], fonts).pdf, DPI)[0])
    golden = GOLDEN / f"{name}.png"
    if os.environ.get("DESK_APP_NEW_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        image.save(golden, optimize=True)
    assert golden.is_file(), f"{golden.name} is missing: see the top of this file"
    with Image.open(golden) as kept:
        assert kept.size == image.size
        difference = ImageStat.Stat(ImageChops.difference(kept.convert("L"), image)).mean[0]
    assert difference < MOST_DIFFERENT


def test_no_golden_picture_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(drawn())


@pytest.mark.parametrize("gray", [True, False])
@pytest.mark.parametrize("dpi", [60, 61, 203])
def test_pixels_come_without_padding(gray: bool, dpi: int, fonts: FontChain) -> None:
    paper = draw(samples.request(DocumentKind.RECEIPT, case=samples.case()), fonts)
    (picture,) = page_pictures(paper.pdf, dpi, gray)
    assert len(picture.data) == picture.width * picture.height * (1 if gray else 4)
    assert picture.width == pytest.approx(210 / 25.4 * dpi, abs=1)
    assert picture.gray is gray
    image = as_image(picture)
    white, black = (255, 0) if gray else ((255,) * 4, (0, 0, 0, 255))
    assert image.getpixel((0, 0)) == white
    assert black in {pixel for _, pixel in image.getcolors(1 << 20) or ()}


def test_every_page_becomes_a_picture(fonts: FontChain) -> None:
    rows = tuple(samples.row(number, f"材料{number}", MaterialState.COPY) for number in range(1, 41))
    paper = draw(samples.request(DocumentKind.RECEIPT, case=samples.case(materials=rows)), fonts)
    assert len(page_pictures(paper.pdf, 40)) == paper.pages > 1


def test_pages_are_counted_and_what_cannot_be_opened_is_refused(fonts: FontChain) -> None:
    request = next(iter(drawn().values()))
    paper = draw(request, fonts)
    assert page_count(paper.pdf) == paper.pages
    with pytest.raises(ValueError, match="not a readable PDF"):
        page_count(b"%PDF-1.4 broken")
