"""What must and must not stand on each paper (domain.md, appendix A), by table."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.cases import Acting, Case, CaseState, MaterialState
from desk_app.domain.catalogue import CaseKind, HandlingMode, LegalNature, TimeLimit, Verification
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import IllegalMove, PaperTrouble
from desk_app.domain.identity import IdType
from desk_app.domain.people import MandateKind, Party, Proxy, Relation
from desk_app.domain.sites import Site
from desk_app.domain.worktime import Deadlines, Limit, Pause, due_date
from desk_app.papers.draw import draw, draw_batch
from desk_app.papers.fonts import FontChain
from desk_app.papers.request import SIZES, Destination, PaperRequest
from desk_app.papers.wording import read_wording
from tests.papers import samples
from tests.papers.reading import sizes_of, text_of
from tests.papers.samples import request

D, S, M = DocumentKind, PaperSize, HandlingMode
NOTICE_BY = date(2026, 12, 1)
PROOF = f"本凭证仅证明收到材料，是否受理由{samples.DEPARTMENT}决定，最迟于2026年12月1日前告知。"
DEFERRED = tuple(
    replace(row, state=MaterialState.DEFERRED) if row.number == 3 else row for row in samples.ROWS
)


def accepted(mode: HandlingMode = M.DIRECT, **changes: object) -> Case:
    return replace(samples.case(item=samples.pin(mode)), **changes)  # type: ignore[arg-type]  # any field


def received(mode: HandlingMode) -> Case:
    return samples.case(CaseState.RECEIVED, samples.pin(mode))


def finished() -> Case:
    return samples.case(CaseState.FINISHED, samples.pin(kind=CaseKind.IMMEDIATE, days=0))


def assisted() -> Case:
    return samples.case(CaseState.ASSISTED, samples.pin(M.ASSIST))


def noticed() -> Case:
    return samples.case(CaseState.NOTICED, materials=samples.GAPS)


def requests_of_every_kind(size: PaperSize) -> list[PaperRequest]:
    offered = samples.offered()
    return [
        made
        for made in (
            request(D.RECEIPT, size, case=accepted()),
            request(D.RECEIPT, size, case=received(M.ENTRUSTED_RECEIVE), notice_by=NOTICE_BY),
            request(D.ACCEPTANCE, size, case=accepted(M.ENTRUSTED_ACCEPT)),
            request(D.NOTICE, size, case=noticed(), offered=offered),
            request(D.NOTICE, size, offered=offered),
            request(D.NOTICE, size, offered=offered, in_hand=frozenset({1, 4})),
            request(D.COMPLETION, size, case=finished()),
            request(D.ASSISTANCE, size, case=assisted(), result="手机上完成资格认证"),
            request(D.REFERRAL, size, offered=offered),
        )
        if made.size in SIZES[made.kind]
    ]


CASES: tuple[tuple[str, Callable[[], PaperRequest], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "a receipt of an accepted case tells the due date and claims no more",
        lambda: request(D.RECEIPT, case=accepted()),
        ("收件凭证", "张某某", "110105********002X", "138****0000", "2026-12-08前", "☑直接受理", "□委托收件",
         "以上材料已当面点清", "371073-1-26328-042-67", "居民身份证", "群众存根", "12月8日前", "5项",
         "我中心已收到", "编号：示例收字〔2026〕第042号"),
        ("仅证明收到材料", "行政许可", "11010519491231002X", "13800000000"),
    ),
    (
        "委托收件 proves receipt only, in the very words of A1",
        lambda: request(D.RECEIPT, case=received(M.ENTRUSTED_RECEIVE), notice_by=NOTICE_BY,
                        forward_by=date(2026, 11, 26)),
        (PROOF, "☑委托收件", "2026-12-01前告知是否受理", "12月1日前", "2026年11月26日前转送示例区民政局"),
        ("予以受理", "现予受理", "应办结", "12月8日"),
    ),
    (
        "代办 is received, not accepted",
        lambda: request(D.RECEIPT, case=received(M.ASSIST), notice_by=NOTICE_BY),
        (PROOF, "☑代办"),
        ("应办结",),
    ),
    (
        "a receipt on a roll says the same",
        lambda: request(D.RECEIPT, S.ROLL80, case=received(M.ENTRUSTED_RECEIVE), notice_by=NOTICE_BY),
        (PROOF, "最迟告知是否受理", "12月1日周二", "委托收件", "371073-1-26328-042-67"),
        ("最晚办好",),
    ),
    (
        "a roll tells the day by name",
        lambda: request(D.RECEIPT, S.ROLL80, case=accepted()),
        ("最晚办好", "12月8日周二", "收到材料5项", "看过，已还", "138****0000"),
        ("仅证明", "微信"),
    ),
    (
        "an unknown limit is never no limit",
        lambda: request(D.RECEIPT, case=accepted(), deadlines=None),
        ("以窗口告知为准",),
        ("无期限", "None"),
    ),
    (
        "an unknown limit on a roll",
        lambda: request(D.RECEIPT, S.ROLL80, case=accepted(), deadlines=None),
        ("以窗口告知为准",),
        ("None",),
    ),
    (
        "the acceptance promises and deducts nothing",
        lambda: request(D.ACCEPTANCE, case=accepted()),
        ("受理通知书", "材料齐全、符合要求，现予受理", "本事项承诺10个工作日内办结（截止2026年12月8日）",
         "示例镇便民服务中心",
         "结果领取方式：直接发放到社会保障卡", "一式两份", "盖收件专用章"),
        ("不计", "公示", "入户", "行政许可", "容缺", "受委托"),
    ),
    (
        "an entrusted acceptance speaks in the name of the department",
        lambda: request(D.ACCEPTANCE, S.A4, case=accepted(M.ENTRUSTED_ACCEPT)),
        ("示例区民政局2026年11月24日", "受委托受理单位：示例镇便民服务中心", "盖受理专用章"),
        ("容缺",),
    ),
    (
        "容缺 never claims that all papers are there",
        lambda: request(D.ACCEPTANCE, case=accepted(materials=DEFERRED, promise_by=date(2026, 12, 3))),
        ("主要材料齐全，缺《社会保障卡》，现容缺受理", "请于2026年12月3日前补齐"),
        ("材料齐全、符合要求", "失信"),
    ),
    (
        "容缺 without a day still says what follows",
        lambda: request(D.ACCEPTANCE, case=accepted(materials=DEFERRED)),
        ("请按承诺的日期补齐",),
        ("None",),
    ),
    (
        "a statutory limit stands in where nothing was promised",
        lambda: request(D.ACCEPTANCE, case=accepted(),
                        deadlines=Deadlines(None, samples.deadlines(20).promised)),
        ("法定办结时限为20个工作日",),
        ("承诺",),
    ),
    (
        "no limit at all",
        lambda: request(D.ACCEPTANCE, case=accepted(), deadlines=None),
        ("办结时限以窗口告知为准",),
        ("截止",),
    ),
    (
        "a 即办件 is finished the same day",
        lambda: request(D.ACCEPTANCE, case=replace(accepted(), item=samples.pin(kind=CaseKind.IMMEDIATE))),
        ("当日办结",),
        ("截止",),
    ),
    (
        "a firm is spoken to as a firm",
        lambda: request(D.ACCEPTANCE, case=accepted(
            applicant=Party("示例合作社", IdType.USCC, "91110105MA0000000X"))),
        ("你单位于2026年11月24日",),
        ("您于",),
    ),
    (
        "a notice lists only what is missing, with no deadline and no consequence",
        lambda: request(D.NOTICE, case=noticed(), offered=samples.offered()),
        ("一次性告知书", "张某某", "户口簿（首页、本人页）", "未带", "也可用手机出示居民户口簿电子证照",
         "原卡已过期", "☑居民身份证", "除此以外，不再要求其他材料", "参考", "裁切线", "代办员上门",
         "中华人民共和国老年人权益保障法第三十三条"),
        ("逾期", "截止", "终止", "退还", "示例〔2020〕1号", "行政许可"),
    ),
    (
        "a notice without a guide in hand says when the limit is unknown",
        lambda: request(D.NOTICE, case=replace(noticed(), item=replace(samples.pin(), promised=TimeLimit()))),
        ("办结时限以窗口告知为准", "先问清楚再出门"),
        ("，办结。", "None"),
    ),
    (
        "the list of look-up names nobody",
        lambda: request(D.NOTICE, offered=samples.offered()),
        ("要带什么", "参考", "□", "别人代办时带", "符合时带", "可以后补", "看一眼就还您",
         "窗口领取，当场填写", "不收费"),
        ("张某某", "存活核验", "身份证号码"),
    ),
    (
        "the ticked list asks only for the rest",
        lambda: request(D.NOTICE, offered=samples.offered(), in_hand=frozenset({1, 4})),
        ("一次性告知书", "户口簿", "社会保障卡", "☑居民身份证", "☑高龄津贴申请表"),
        ("授权委托书", "残疾人证"),
    ),
    (
        "everything ticked is good news",
        lambda: request(D.NOTICE, offered=samples.offered(), in_hand=frozenset(range(1, 9))),
        ("要的材料都带齐了",),
        ("还要补的材料",),
    ),
    (
        "a completion",
        lambda: request(D.COMPLETION, case=finished()),
        ("办结凭单", "张某某", "110105********002X", "高龄津贴", "非常满意", "签收人"),
        ("行政许可",),
    ),
    (
        "an assistance is no acceptance",
        lambda: request(D.ASSISTANCE, case=assisted(), result="手机上完成资格认证"),
        ("帮办记录", "不是受理凭证", "手机上完成资格认证", "帮办不收费"),
        ("现予受理", "盖"),
    ),
    (
        "a referral tells the way and no person",
        lambda: request(D.REFERRAL, offered=samples.offered(),
                        destination=Destination("示例区医疗保障局", "示例路8号", "0000-2222222", "9:00–17:00",
                                                "往东300米")),
        ("指路条", "示例区医疗保障局", "示例路8号", "0000-2222222", "往东300米", "户口簿", "参考"),
        ("张某某", "请先打电话问清楚"),
    ),
    (
        "a referral without a place falls back on the department and the telephone",
        lambda: request(D.REFERRAL, offered=replace(samples.offered(), phone="0000-3333333")),
        (samples.DEPARTMENT, "0000-3333333", "请先打电话问清楚"),
        ("None",),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("says", "made", "demanded", "forbidden"), CASES, ids=[row[0] for row in CASES])
def test_a_paper_says_what_it_must_and_nothing_it_must_not(
    says: str,
    made: Callable[[], PaperRequest],
    demanded: tuple[str, ...],
    forbidden: tuple[str, ...],
    fonts: FontChain,
) -> None:
    text = text_of(draw(made(), fonts).pdf)
    assert [words for words in demanded if words not in text] == []
    assert [words for words in forbidden if words in text] == []


@pytest.mark.parametrize("size", list(S))
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


@pytest.mark.parametrize("size", list(S))
def test_a_second_print_says_so_and_demo_papers_are_marked(size: PaperSize, fonts: FontChain) -> None:
    for made in requests_of_every_kind(size):
        printing = replace(made.printing, nth=3, demo=True)
        text = text_of(draw(replace(made, printing=printing), fonts).pdf)
        assert "第3次打印（补打第2次）" in text
        assert "演示" in text


@pytest.mark.parametrize("size", list(S))
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
    for size in S:
        for made in requests_of_every_kind(size):
            offered = made.offered
            text = text_of(draw(replace(made, site=bare), fonts).pdf)
            assert "监督" not in text
            assert "咨询" not in text or (offered and offered.phone)
            if made.kind is not D.ACCEPTANCE:
                assert "盖" not in text


@pytest.mark.parametrize("size", list(S))
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
    for size in S:
        text = text_of(draw(request(D.RECEIPT, size, case=case), fonts).pdf)
        assert "腿脚不便" in text
        assert "改日补签" in text
        if size is not S.ROLL80:
            assert "李某某（子女）" in text


def test_large_type_makes_pages_and_loses_nothing(fonts: FontChain) -> None:
    for size in S:
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


@pytest.mark.parametrize("size", list(S))
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
    for size in S:
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
    for size in S:
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
