"""What holds for every further paper: its end, its marks, its masks, and what is not drawn at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk_app.domain.case_life import Holder, SupplementLine, Verdict
from desk_app.domain.cases import CaseState
from desk_app.domain.catalogue import CaseKind
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import BadFile, IllegalMove, PaperTrouble
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain
from desk_app.papers.particulars import PLAIN, Mandate, Particulars
from desk_app.papers.request import FURTHER_SIZES, SIZES, PaperRequest, sizes_of
from desk_app.papers.wording import read_wording
from desk_app.services.documents import KIND_WORDS
from tests.papers import later_occasions as later
from tests.papers import samples
from tests.papers.later_occasions import EITHER, FIRST, SITE, D, M, S, further_requests
from tests.papers.occasions import DEFERRED
from tests.papers.reading import boxes_of, text_of
from tests.papers.reading import sizes_of as pages_of
from tests.papers.samples import request
from tests.papers.test_hostile import LONG, MANY

ENDS = ("打印2026-11-2410:45", "打印人李某某", "第1次打印", "咨询0000-0000000", "监督0000-1111111")


def test_every_kind_has_a_size_a_series_and_a_sample() -> None:
    assert {*SIZES, *FURTHER_SIZES} == set(DocumentKind) == set(KIND_WORDS)
    assert len(set(KIND_WORDS.values())) == len(KIND_WORDS)
    for size in PaperSize:
        wanted = {kind for kind, sizes in FURTHER_SIZES.items() if size in sizes}
        assert {made.kind for made in further_requests(size)} == wanted
    assert sizes_of(D.RECEIPT) == SIZES[D.RECEIPT]


@pytest.mark.parametrize("size", list(S))
def test_every_further_slip_ends_as_all_do(size: PaperSize, fonts: FontChain) -> None:
    for made in further_requests(size):
        text = text_of(draw(made, fonts).pdf)
        for words in (
            "打印2026-11-2410:45",
            "打印人李某某",
            "第1次打印",
            "咨询0000-0000000",
            "监督0000-1111111",
        ):
            assert words in text, (made.kind, words)
        again = replace(made, printing=replace(made.printing, nth=3, demo=True))
        text = text_of(draw(again, fonts).pdf)
        assert "第3次打印（补打第2次）" in text
        assert "演示" in text


@pytest.mark.parametrize("size", list(S))
def test_no_further_paper_shows_a_number_or_speaks_of_what_is_not(size: PaperSize, fonts: FontChain) -> None:
    for made in further_requests(size):
        text = text_of(draw(made, fonts).pdf)
        forbidden = ("11010519491231002X", "110105194912310038", "13800000000", "13900000000")
        assert not [words for words in (*forbidden, "行政许可", "失信", "None") if words in text], made.kind


@pytest.mark.parametrize("size", list(S))
def test_a_further_paper_is_the_same_each_time_and_knows_no_person(size: PaperSize, fonts: FontChain) -> None:
    for made in further_requests(size):
        pdf = draw(made, fonts).pdf
        assert pdf == draw(made, fonts).pdf
        assert samples.APPLICANT.name.encode("utf-16-be") not in pdf
    ((width, height),) = pages_of(draw(request(D.BAG_LABEL, S.LABEL, case=samples.case()), fonts).pdf)
    assert (width, height) == (60, 40)


@pytest.mark.parametrize("size", list(S))
@pytest.mark.parametrize("large", [False, True])
def test_every_further_paper_stays_on_its_sheet(size: PaperSize, large: bool, fonts: FontChain) -> None:
    for plain in further_requests(size):
        for made in (plain, hostile(plain)):
            grown = replace(made, printing=replace(made.printing, large_type=large))
            paper = draw(grown, fonts)
            assert all(-0.001 <= edge <= 1.001 for box in boxes_of(paper.pdf) for edge in box), made.kind
            if made.case is not None and made.kind is not D.MANDATE:
                assert made.case.item.name in text_of(paper.pdf), made.kind
            usual = size is not S.A5 or not large
            assert made is not plain or paper.pages == 1 or large or not usual, made.kind


def hostile(made: PaperRequest) -> PaperRequest:
    case, given = made.case, made.particulars
    if case is not None:
        item = replace(case.item, name="很长的事项名称" * 15, department="示例区很长很长的部门名称" * 4)
        rows = MANY
        if case.deferred:
            rows = tuple(replace(row, state=case.deferred[0].state) for row in MANY)
        case = replace(
            case, applicant=Party(LONG, id_number="x" * 60, phone="\u202e\n"), item=item, materials=rows
        )
    if given.manifest is not None:
        lines = tuple(later.line(number) for number in range(1, 60))
        odd = replace(lines[0], item="很长" * 90, applicant=LONG, remark="备注" * 40, number="x")
        given = later.manifest(1, lines=(odd, *lines), differences="少件" * 200, receiver="很长" * 60)
    if given.mandate is not None:
        longer = replace(given.mandate, matters=("很长的事项" * 30,) * 5, reason="腿脚不便" * 40)
        given = Particulars(mandate=longer)
    site = replace(made.site, name="示例市示例区示例街道办事处下属便民服务中心" * 3, address="很远" * 60)
    return replace(
        made, case=case, particulars=given, site=site, clerk_name="李" + "某" * 40, counter="三号" * 20
    )


LACKING: tuple[tuple[DocumentKind, Callable[[], dict[str, object]], str], ...] = (
    (D.SUPPLEMENT_NOTICE, dict, "case"),
    (D.SUPPLEMENT_NOTICE, lambda: {"case": samples.case()}, "round"),
    (D.REFUSAL, lambda: {"case": samples.case()}, "refusal"),
    (D.REFUSAL, lambda: {"case": later.refused()}, "remedy"),
    (D.REFUSAL, lambda: {"case": later.refused(), "particulars": FIRST}, "review_organ"),
    (D.NOT_CONFIRMED, lambda: {"case": later.decided()}, "rejection"),
    (D.NOT_CONFIRMED, lambda: {"case": samples.case()}, "rejection"),
    (D.NOT_CONFIRMED, lambda: {"case": later.decided(Verdict.REJECTED), "site": SITE}, "remedy"),
    (D.DEFERRAL_PROMISE, lambda: {"case": samples.case()}, "deferred"),
    (D.DEFERRAL_NOTICE, lambda: {"case": replace(later.deferred(), promise_by=None)}, "promise_by"),
    (D.MANDATE, dict, "mandate"),
    (D.MANDATE, lambda: {"case": samples.case()}, "mandate"),
    (D.MANDATE, lambda: {"particulars": later.mandate(matters=())}, "mandate"),
    (D.MANDATE, lambda: {"particulars": later.guardian(proof=" ")}, "proof"),
    (D.HANDOVER_MANIFEST, dict, "manifest"),
    (D.HANDOVER_MANIFEST, lambda: {"particulars": later.manifest(0)}, "manifest"),
    (D.RESULT_NOTICE, lambda: {"case": samples.case()}, "approval"),
    (D.RESULT_NOTICE, lambda: {"case": later.decided(Verdict.REJECTED)}, "approval"),
    (D.DELIVERY_RECEIPT, lambda: {"case": samples.case()}, "served"),
    (D.EXTENSION_NOTICE, lambda: {"case": samples.case()}, "extension"),
    (D.EXTENSION_NOTICE, lambda: {"case": later.extended()}, "approver"),
    (D.SPECIAL_PROCEDURE_NOTICE, lambda: {"case": samples.case()}, "special"),
    (D.APPOINTMENT, lambda: {"offered": samples.offered()}, "appointment"),
    (D.APPOINTMENT, lambda: {"particulars": later.BOOKED}, "offered"),
    (D.BAG_LABEL, dict, "case"),
    (D.INFORMED_PROMISE, lambda: {"case": samples.case()}, "promise"),
    (D.RETURN_SLIP, lambda: {"case": later.closed(CaseState.VOIDED)}, "closing"),
    (D.CLOSING_NOTE, lambda: {"case": samples.case()}, "closing"),
    (D.DEFERRAL_OUTCOME, lambda: {"case": later.deferred()}, "promise_by"),
    (D.CROSS_TOWN, lambda: {"case": samples.case()}, "crossing"),
    (D.INFORMED_PROMISE, lambda: {"particulars": later.PROMISE}, "case"),
)


@pytest.mark.parametrize(("kind", "changes", "what"), LACKING)
def test_a_further_paper_that_lacks_something_says_what(
    kind: DocumentKind, changes: Callable[[], dict[str, object]], what: str, fonts: FontChain
) -> None:
    with pytest.raises(PaperTrouble) as told:
        draw(request(kind, sizes_of(kind)[0], **changes()), fonts)
    assert told.value.params == {"what": what}


def test_a_shared_check_is_never_promised(fonts: FontChain) -> None:
    row = replace(DEFERRED[0], number=8, name="存活核验", state=DEFERRED[2].state)
    case = replace(later.deferred(), materials=(row,))
    with pytest.raises(PaperTrouble, match="deferred"):
        draw(request(D.DEFERRAL_PROMISE, S.A4, case=case, offered=samples.offered()), fonts)


@pytest.mark.parametrize(
    "kind", [D.DEFERRAL_PROMISE, D.DEFERRAL_NOTICE, D.EXTENSION_NOTICE, D.SPECIAL_PROCEDURE_NOTICE]
)
def test_what_is_done_on_the_spot_uses_no_such_paper(kind: DocumentKind, fonts: FontChain) -> None:
    case = replace(later.deferred(), item=samples.pin(kind=CaseKind.IMMEDIATE, days=0))
    with pytest.raises(IllegalMove, match="not_for_immediate"):
        draw(request(kind, sizes_of(kind)[0], case=case), fonts)


def test_nobody_without_the_right_refuses_or_accepts(fonts: FontChain) -> None:
    collected = later.refused(mode=M.ENTRUSTED_RECEIVE)
    department = later.refused()
    life = replace(department.lived, holder=Holder(samples.DEPARTMENT))
    for case in (collected, replace(department, life=life)):
        with pytest.raises(IllegalMove, match="cannot_accept"):
            draw(request(D.REFUSAL, site=SITE, case=case, particulars=EITHER), fonts)
    waiting = replace(later.deferred(), state=CaseState.RECEIVED, accepted_at=None)
    for kind in (D.DEFERRAL_NOTICE, D.EXTENSION_NOTICE, D.SPECIAL_PROCEDURE_NOTICE):
        with pytest.raises(IllegalMove, match="not_accepted"):
            draw(request(kind, case=waiting), fonts)


@pytest.mark.parametrize(
    ("kind", "size"),
    [(D.REFUSAL, S.ROLL80), (D.MANDATE, S.A5), (D.BAG_LABEL, S.A4), (D.RECEIPT, S.LABEL)],
)
def test_a_paper_exists_only_in_its_sizes(kind: DocumentKind, size: PaperSize, fonts: FontChain) -> None:
    with pytest.raises(PaperTrouble, match="size_not_made"):
        draw(request(kind, size, case=samples.case()), fonts)


@pytest.mark.parametrize(
    "text",
    [
        '[deferral_promise]\nlead = "材料齐全，并承诺："',
        '[deferral_notice]\nlead = "材料齐全，现容缺受理。"',
        '[not_confirmed]\nlead = "请来领取"',
        '[mandate]\ntitle_guardian = "委托书"',
        '[refusal]\nlead = "不予行政许可"',
    ],
)
def test_a_site_cannot_make_a_further_paper_say_what_it_must_not(text: str) -> None:
    with pytest.raises(BadFile, match="wording_forbidden"):
        read_wording(text)


def test_a_line_asked_for_a_row_that_is_gone_is_still_told(fonts: FontChain) -> None:
    case = replace(later.supplementing(), materials=())
    text = text_of(draw(request(D.SUPPLEMENT_NOTICE, case=case), fonts).pdf)
    assert "缺首页" in text
    assert "复印件看不清" in text


@pytest.mark.parametrize("size", [S.A5, S.ROLL80])
def test_many_rows_are_counted_where_there_is_no_room_to_name_them(size: PaperSize, fonts: FontChain) -> None:
    lines = tuple(SupplementLine(row.number, "看不清") for row in MANY)
    case = later.supplementing(lines=lines)
    text = text_of(draw(request(D.SUPPLEMENT_NOTICE, size, case=replace(case, materials=MANY)), fonts).pdf)
    assert all(f"第{number}份材料" in text for number in range(1, 41))
    assert ("40项，见上联" in text) is (size is S.A5)


def test_hours_nobody_stated_are_not_printed_on_a_roll(fonts: FontChain) -> None:
    site = replace(samples.SITE, hours="")
    text = text_of(draw(request(D.RESULT_NOTICE, S.ROLL80, case=later.decided(), site=site), fonts).pdf)
    assert "领取时间" not in text


def test_nothing_is_said_beyond_the_case_unless_it_is_handed_in() -> None:
    made = request(D.RECEIPT)
    assert made.particulars is PLAIN
    assert MandateKind.WRITTEN is Mandate(Party(), Party(), Relation.OTHER, ()).kind
