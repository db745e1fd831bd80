"""套打: what the PDF holds, measured in millimetres."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.overprint import SHEETS, Fact, Form, Offset, Spot
from desk_app.domain.people import MandateKind, Proxy, Relation
from desk_app.papers.fonts import FontChain
from desk_app.papers.overprint import calibration_page, draw_overprint, facts_of
from tests.papers.later_occasions import AGENT
from tests.papers.reading import MM, sizes_of, text_of
from tests.papers.samples import AT, case, request

SPOTS = (
    Spot(Fact.APPLICANT, 40.0, 50.0),
    Spot(Fact.DUE, 120.5, 90.0, 14.0),
    Spot(Fact.ITEM, 30.0, 120.0, 12.0, 40.0),
)
FORM = Form(DocumentKind.ACCEPTANCE, PaperSize.FANFOLD, SPOTS, in_use=True)


def places(pdf: bytes) -> dict[str, tuple[float, float]]:
    """Where each character first stands: millimetres from the left, and its origin from the top."""
    document = pypdfium2.PdfDocument(pdf)
    found: dict[str, tuple[float, float]] = {}
    try:
        page = document[0]
        text, height = page.get_textpage(), page.get_height()
        for index in range(text.count_chars()):
            left, bottom, _, _ = text.get_charbox(index, loose=True)
            found.setdefault(text.get_text_range(index, 1), (left / MM, (height - bottom) / MM))
    finally:
        document.close()
    return found


@pytest.mark.parametrize("size", list(SHEETS))
def test_the_sheet_is_that_of_the_form(size: PaperSize, fonts: FontChain) -> None:
    drawn = draw_overprint(request(DocumentKind.ACCEPTANCE, case=case()), FORM.on(size), Offset(), fonts)
    assert sizes_of(drawn.pdf) == [tuple(round(side) for side in SHEETS[size])]
    assert (drawn.size, drawn.kind, drawn.pages) == (size, DocumentKind.ACCEPTANCE, 1)


def test_each_fact_stands_where_it_was_put_and_nothing_else_is_printed(fonts: FontChain) -> None:
    made = request(DocumentKind.ACCEPTANCE, case=case())
    drawn = draw_overprint(made, FORM, Offset(), fonts)
    found = places(drawn.pdf)
    assert found["张"][0] == pytest.approx(40.0, abs=0.1)
    year = found["2"]
    assert year[0] == pytest.approx(120.5, abs=0.1)
    text = text_of(drawn.pdf)
    assert text.startswith("张某某2026年")
    assert "受理通知书" not in text
    assert "打印" not in text


def test_a_printer_that_prints_too_far_right_and_down_is_met(fonts: FontChain) -> None:
    made = request(DocumentKind.ACCEPTANCE, case=case())
    straight = places(draw_overprint(made, FORM, Offset(), fonts).pdf)["张"]
    aimed = places(draw_overprint(made, FORM, Offset(1.3, -0.7), fonts).pdf)["张"]
    assert straight[0] - aimed[0] == pytest.approx(1.3, abs=0.05)
    assert straight[1] - aimed[1] == pytest.approx(-0.7, abs=0.05)


def test_what_is_too_wide_for_its_place_goes_on_below(fonts: FontChain) -> None:
    made = request(DocumentKind.ACCEPTANCE, case=case())
    found = places(draw_overprint(made, FORM, Offset(), fonts).pdf)
    assert 30.0 < found["周"][0] < 45.0
    assert found["津"][0] < 70.0
    assert found["津"][1] > found["周"][1] + 3.0


def test_a_paper_without_a_case_still_has_its_day_and_site() -> None:
    facts = facts_of(replace(request(DocumentKind.APPOINTMENT), case=None))
    assert (facts[Fact.YEAR], facts[Fact.MONTH], facts[Fact.DAY_OF_MONTH]) == ("2026", "11", "24")
    assert facts[Fact.APPLICANT] == ""


def test_numbers_are_masked_and_a_proxy_is_named() -> None:
    proxy = Proxy(AGENT, Relation.CHILD, MandateKind.WRITTEN)
    facts = facts_of(request(DocumentKind.RECEIPT, case=replace(case(), proxy=proxy)))
    assert "19491231" not in facts[Fact.ID_NUMBER]
    assert facts[Fact.PROXY] == AGENT.name
    assert set(facts) == set(Fact)
    assert facts_of(request(DocumentKind.RECEIPT, case=case(), deadlines=None))[Fact.DUE] == ""


def test_a_demonstration_says_so(fonts: FontChain) -> None:
    made = request(DocumentKind.ACCEPTANCE, case=case())
    demo = replace(made, printing=replace(made.printing, demo=True))
    assert "演示" in text_of(draw_overprint(demo, FORM, Offset(), fonts).pdf)


def test_the_page_that_calibrates_tells_what_to_do(fonts: FontChain) -> None:
    pdf = calibration_page(FORM, Offset(0.3, -0.1), "LQ-630", fonts, AT)
    assert sizes_of(pdf) == [(241, 279)]
    text = text_of(pdf)
    assert "左右+0.3，上下-0.1" in text
    assert "LQ-630" in text
    assert "20毫米" in text
