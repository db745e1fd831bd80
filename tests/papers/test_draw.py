"""What must and must not stand on each paper (domain.md, appendix A), by table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.catalogue import CaseKind, TimeLimit
from desk_app.domain.identity import IdType
from desk_app.domain.people import Party
from desk_app.domain.worktime import Deadlines
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain
from desk_app.papers.request import Destination, PaperRequest
from tests.papers import samples
from tests.papers.occasions import (
    DEFERRED,
    NOTICE_BY,
    PROOF,
    D,
    M,
    S,
    accepted,
    assisted,
    finished,
    noticed,
    received,
)
from tests.papers.reading import text_of
from tests.papers.samples import request

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
