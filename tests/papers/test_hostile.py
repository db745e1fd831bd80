"""Long, many, empty and strange: everything stays on the paper and nothing is cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.domain.cases import Case, CaseState, MaterialState
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.people import Party
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain
from desk_app.papers.request import SIZES, PaperRequest
from tests.papers import samples
from tests.papers.occasions import SLIPS, requests_of_every_kind
from tests.papers.reading import boxes_of, text_of

LONG = "张" + "某" * 98 + "终"
MANY = tuple(samples.row(number, f"第{number}份材料（{'很长的说明' * 4}）") for number in range(1, 41))


def on_the_paper(pdf: bytes) -> bool:
    return all(-0.001 <= edge <= 1.001 for box in boxes_of(pdf) for edge in box)


def hostile(made: PaperRequest) -> PaperRequest:
    case = made.case
    if case is not None:
        rows = MANY
        if case.state is CaseState.NOTICED:
            rows = tuple(replace(row, state=MaterialState.MISSING, reason="没带\n来") for row in MANY)
        item = replace(case.item, name="很长的事项名称" * 15, department="示例区很长很长的部门名称" * 4)
        case = replace(
            case,
            applicant=Party(LONG, id_number="x" * 60, phone="\u202e\n"),
            item=item,
            materials=rows,
            remark="第一行\n第二行\u202e\x00" + "备注" * 300,
        )
    site = replace(
        made.site, name="示例市示例区示例街道办事处下属便民服务中心" * 3, phone="", address="很远" * 60
    )
    return replace(made, case=case, site=site, clerk_name="李" + "某" * 40, counter="三号" * 20)


@pytest.mark.parametrize("size", SLIPS)
def test_long_and_many_stay_on_the_paper(size: PaperSize, fonts: FontChain) -> None:
    for plain in requests_of_every_kind(size):
        for large in (False, True):
            made = hostile(plain)
            made = replace(made, printing=replace(made.printing, large_type=large))
            paper = draw(made, fonts)
            text = text_of(paper.pdf)
            assert on_the_paper(paper.pdf), (made.kind, large)
            if made.case and made.kind is not DocumentKind.ACCEPTANCE:
                assert made.case.item.name in text.replace("\n", ""), made.kind
            if made.kind in (DocumentKind.RECEIPT, DocumentKind.NOTICE) and made.case:
                assert all(f"第{number}份材料" in text for number in range(1, 41))
                assert size is PaperSize.ROLL80 or f"第{paper.pages}/{paper.pages}页" in text


def test_a_hundred_characters_of_a_name_are_all_there(fonts: FontChain) -> None:
    case: Case = replace(samples.case(), applicant=Party(LONG))
    for kind in (DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE):
        for size in SIZES[kind]:
            assert LONG in text_of(draw(samples.request(kind, size, case=case), fonts).pdf)


def test_an_item_without_papers_says_so(fonts: FontChain) -> None:
    text = text_of(draw(samples.request(DocumentKind.RECEIPT, case=samples.case(materials=())), fonts).pdf)
    assert "本事项不用交材料" in text
    assert "0项" in text


def test_the_header_is_repeated_on_every_page(fonts: FontChain) -> None:
    paper = draw(samples.request(DocumentKind.RECEIPT, case=samples.case(materials=MANY)), fonts)
    assert paper.pages > 2
    text = text_of(paper.pdf)
    assert text.count("收到材料") == paper.pages or text.count("收到材料") == paper.pages - 1
    assert text.count("收件凭证（续）") == paper.pages - 1


def test_one_cell_taller_than_a_page_flows_on(fonts: FontChain) -> None:
    rows = (samples.row(1, "长" * 3000),)
    paper = draw(samples.request(DocumentKind.RECEIPT, case=samples.case(materials=rows)), fonts)
    assert text_of(paper.pdf).count("长") >= 3000
    assert on_the_paper(paper.pdf)
