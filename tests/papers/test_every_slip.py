"""What holds for every slip: its end, its sizes, its marks, and what cannot be printed at all."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.cases import Acting
from desk_app.domain.catalogue import HandlingMode, LegalNature, TimeLimit, Verification
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import IllegalMove, PaperTrouble
from desk_app.domain.people import MandateKind, Party, Proxy, Relation
from desk_app.domain.sites import Site
from desk_app.domain.worktime import Deadlines, Limit, Pause, due_date
from desk_app.papers.draw import draw, draw_batch
from desk_app.papers.fonts import FontChain
from desk_app.papers.wording import read_wording
from tests.papers import samples
from tests.papers.occasions import PROOF, SLIPS, D, M, S, accepted, finished, received, requests_of_every_kind
from tests.papers.reading import sizes_of, text_of
from tests.papers.samples import request


@pytest.mark.parametrize("size", SLIPS)
def test_every_slip_ends_with_time_hand_count_and_telephones(size: PaperSize, fonts: FontChain) -> None:
    for made in requests_of_every_kind(size):
        text = text_of(draw(made, fonts).pdf)
        for words in (
            "打印2026-11-2410:45",
            "打印人李某某",
            "第1次打印",
            "咨询0000-0000000",
            "监督0000-1111111",
        ):
            assert words in text, (made.kind, words)
        assert "补打" not in text
        assert "演示" not in text
        assert "第1/1页" in text


@pytest.mark.parametrize("size", SLIPS)
def test_a_second_print_says_so_and_demo_papers_are_marked(size: PaperSize, fonts: FontChain) -> None:
    for made in requests_of_every_kind(size):
        printing = replace(made.printing, nth=3, demo=True)
        text = text_of(draw(replace(made, printing=printing), fonts).pdf)
        assert "第3次打印（补打第2次）" in text
        assert "演示" in text


@pytest.mark.parametrize("size", SLIPS)
def test_no_paper_shows_a_whole_number_of_a_person(size: PaperSize, fonts: FontChain) -> None:
    for made in requests_of_every_kind(size):
        text = text_of(draw(made, fonts).pdf)
        assert "11010519491231002X" not in text
        assert "13800000000" not in text


@pytest.mark.parametrize("nature", list(LegalNature))
@pytest.mark.parametrize("mode", [M.DIRECT, M.ENTRUSTED_ACCEPT])
def test_no_nature_of_an_item_makes_a_licence_of_it(
    nature: LegalNature, mode: HandlingMode, fonts: FontChain
) -> None:
    case = samples.case(item=samples.pin(mode, nature=nature))
    for kind in (D.RECEIPT, D.ACCEPTANCE):
        assert "许可" not in text_of(draw(request(kind, case=case), fonts).pdf)


@pytest.mark.parametrize(
    ("size", "across", "upright"),
    [(S.A5, (210, 148), (148, 210)), (S.A4, (210, 297), (210, 297))],
)
def test_pages_have_the_size_of_the_paper(
    size: PaperSize, across: tuple[int, int], upright: tuple[int, int], fonts: FontChain
) -> None:
    assert sizes_of(draw(request(D.RECEIPT, size, case=accepted()), fonts).pdf) == [across]
    assert sizes_of(draw(request(D.NOTICE, size, offered=samples.offered()), fonts).pdf) == [upright]


def test_a_roll_is_80_mm_wide_and_as_long_as_its_text(fonts: FontChain) -> None:
    ((width, short),) = sizes_of(draw(request(D.RECEIPT, S.ROLL80, case=accepted()), fonts).pdf)
    rows = [samples.row(number, f"材料{number}") for number in range(1, 41)]
    ((_, long),) = sizes_of(
        draw(request(D.RECEIPT, S.ROLL80, case=accepted(materials=tuple(rows))), fonts).pdf
    )
    assert width == 80
    assert 120 < short < 260 < long


def test_sites_without_telephone_or_stamp_print_neither(fonts: FontChain) -> None:
    bare: Site = replace(samples.SITE, phone="", complaint_phone=" ", seal_name="", hours="", address="")
    for size in SLIPS:
        for made in requests_of_every_kind(size):
            offered = made.offered
            text = text_of(draw(replace(made, site=bare), fonts).pdf)
            assert "监督" not in text
            assert "咨询" not in text or (offered and offered.phone)
            if made.kind is not D.ACCEPTANCE:
                assert "盖" not in text


@pytest.mark.parametrize("size", SLIPS)
def test_the_counting_of_a_date_is_printed_on_request(size: PaperSize, fonts: FontChain) -> None:
    made = request(D.RECEIPT, size, case=accepted())
    assert "怎么来的" not in text_of(draw(made, fonts).pdf)
    text = text_of(draw(replace(made, printing=replace(made.printing, explain_due=True)), fonts).pdf)
    assert "11月24日受理，次日起数10个工作日" in text
    assert "11月28日至11月29日周末不计" in text
    assert "到12月8日办结" in text


def test_the_counting_stands_on_the_acceptance_too(fonts: FontChain) -> None:
    made = request(D.ACCEPTANCE, case=accepted())
    text = text_of(draw(replace(made, printing=replace(made.printing, explain_due=True)), fonts).pdf)
    assert "次日起数10个工作日" in text


def test_a_clock_that_stands_promises_no_day(fonts: FontChain) -> None:
    standing = due_date(samples.AT.date(), Limit(10), samples.CALENDAR, [Pause(date(2026, 11, 26))])
    paused = Deadlines(standing, None)
    assert "暂停计时" in text_of(draw(request(D.RECEIPT, case=accepted(), deadlines=paused), fonts).pdf)
    assert "暂停计时" in text_of(draw(request(D.ACCEPTANCE, case=accepted(), deadlines=paused), fonts).pdf)


def test_who_hands_papers_in_for_another_is_named(fonts: FontChain) -> None:
    other = Proxy(Party("李某某", id_number="110105194912310038"), Relation.CHILD, MandateKind.WRITTEN)
    case = accepted(acting=Acting.PROXY, proxy=other, remark="腿脚不便\n改日补签")
    for size in SLIPS:
        text = text_of(draw(request(D.RECEIPT, size, case=case), fonts).pdf)
        assert "腿脚不便" in text
        assert "改日补签" in text
        if size is not S.ROLL80:
            assert "李某某（子女）" in text


def test_large_type_makes_pages_and_loses_nothing(fonts: FontChain) -> None:
    for size in SLIPS:
        for made in requests_of_every_kind(size):
            large = replace(made, printing=replace(made.printing, large_type=True))
            usual, grown = draw(made, fonts), draw(large, fonts)
            assert grown.pages >= usual.pages
            assert samples.NAME in text_of(grown.pdf)


def test_nobody_can_print_an_acceptance_that_did_not_happen(fonts: FontChain) -> None:
    with pytest.raises(IllegalMove, match="cannot_accept"):
        draw(request(D.ACCEPTANCE, case=accepted(M.ENTRUSTED_RECEIVE)), fonts)
    with pytest.raises(IllegalMove, match="not_accepted"):
        draw(request(D.ACCEPTANCE, case=received(M.DIRECT)), fonts)


@pytest.mark.parametrize("size", SLIPS)
def test_an_end_is_only_printed_of_what_has_ended(size: PaperSize, fonts: FontChain) -> None:
    with pytest.raises(IllegalMove, match="not_finished"):
        draw(request(D.COMPLETION, size, case=accepted()), fonts)
    with pytest.raises(IllegalMove, match="not_assisted"):
        draw(request(D.ASSISTANCE, size, case=finished()), fonts)


@pytest.mark.parametrize(
    ("kind", "changes", "what"),
    [
        (D.RECEIPT, {}, "case"),
        (D.RECEIPT, {"case": received(M.ENTRUSTED_RECEIVE)}, "notice_by"),
        (D.ACCEPTANCE, {}, "case"),
        (D.NOTICE, {}, "offered"),
        (D.REFERRAL, {}, "offered"),
        (D.COMPLETION, {}, "case"),
    ],
)
def test_a_request_that_lacks_something_is_told_what(
    kind: DocumentKind, changes: dict[str, object], what: str, fonts: FontChain
) -> None:
    with pytest.raises(PaperTrouble) as told:
        draw(replace(request(kind), **changes), fonts)  # type: ignore[arg-type]  # any field
    assert told.value.params == {"what": what}


def test_an_acceptance_exists_on_no_roll(fonts: FontChain) -> None:
    with pytest.raises(PaperTrouble, match="size_not_made"):
        draw(request(D.ACCEPTANCE, S.ROLL80, case=accepted()), fonts)


def test_the_same_request_gives_the_same_bytes(fonts: FontChain) -> None:
    for size in SLIPS:
        for made in requests_of_every_kind(size):
            assert draw(made, fonts).pdf == draw(made, fonts).pdf


def test_the_document_knows_its_date_and_no_person(fonts: FontChain) -> None:
    pdf = draw(request(D.RECEIPT, case=accepted()), fonts).pdf
    assert b"D:20261124104500+08'00'" in pdf
    for said in (samples.APPLICANT.name, "李某某"):
        assert said.encode("utf-16-be") not in pdf


def test_a_batch_is_one_document_with_shared_fonts(fonts: FontChain) -> None:
    made = requests_of_every_kind(S.A5)
    batch = draw_batch(made, fonts)
    assert batch.pages == len(made) == len(sizes_of(batch.pdf))
    assert len(batch.pdf) < sum(len(draw(each, fonts).pdf) for each in made) / 2
    assert PROOF in text_of(batch.pdf)
    with pytest.raises(ValueError, match="at least one"):
        draw_batch([], fonts)


def test_a_site_may_choose_its_words(fonts: FontChain) -> None:
    wording = read_wording('[receipt]\ntitle = "收件回执"\n[receipt.direct]\ncounted = "已经点清。"')
    text = text_of(draw(request(D.RECEIPT, case=accepted()), fonts, wording).pdf)
    assert "收件回执" in text
    assert "已经点清。" in text


def test_a_verified_guide_is_no_longer_marked(fonts: FontChain) -> None:
    offered = replace(
        samples.offered(), verified=Verification("王某某", date(2026, 11, 2)), reminder="先取号"
    )
    offered = replace(offered, item=replace(offered.item, status_note="名称有变化"))
    for size in SLIPS:
        text = text_of(draw(request(D.NOTICE, size, offered=offered), fonts).pdf)
        assert "参考" not in text
        assert "名称有变化" in text


def test_asking_for_papers_loads_no_drawing_library() -> None:
    code = (
        "import sys, desk_app.papers.draw, desk_app.papers.picture\n"
        "heavy = [name for name in ('reportlab', 'segno', 'pypdfium2', 'PySide6') if name in sys.modules]\n"
        "sys.exit(', '.join(heavy) or None)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_paper_without_a_number_prints_no_empty_label(fonts: FontChain) -> None:
    for size in SLIPS:
        for made in requests_of_every_kind(size):
            bare = replace(made, printing=replace(made.printing, number="", by=""), counter="", clerk_name="")
            if bare.case is not None:
                bare = replace(bare, case=replace(bare.case, number="", acting=Acting.SELF))
            text = text_of(draw(bare, fonts).pdf)
            assert "编号" not in text.replace("受理编号", "")
            assert "打印人" not in text


def test_phones_on_land_are_masked_as_such(fonts: FontChain) -> None:
    case = accepted(applicant=Party("张某某", phone="0631-5550123"))
    assert "0631-*****23" in text_of(draw(request(D.RECEIPT, case=case), fonts).pdf)


def test_an_item_that_asks_for_nothing_sends_nobody_for_papers(fonts: FontChain) -> None:
    offered = samples.offered()
    bare = replace(offered, item=replace(offered.item, materials=()), promised=TimeLimit(0))
    for size in SLIPS:
        assert "要带什么" not in text_of(draw(request(D.REFERRAL, size, offered=bare), fonts).pdf)
        text = text_of(draw(request(D.NOTICE, size, offered=bare, in_hand=frozenset()), fonts).pdf)
        assert "都带齐了" in text
        assert "当日" in text
