"""交班一页: what it says, and that a long day takes more than one sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.shifts import Loose, LooseEnd, Shift
from desk_app.domain.worktime import SHANGHAI
from desk_app.papers.fonts import FontChain
from desk_app.papers.shift_page import ShiftPaper, draw_shift_page
from tests.papers.reading import text_of

OPENED = datetime(2026, 11, 24, 8, 30, tzinfo=SHANGHAI)
CLOSED = datetime(2026, 11, 24, 17, 30, tzinfo=SHANGHAI)
DAY = date(2026, 11, 24)
ENDS = (
    LooseEnd(Loose.ORIGINAL, "户口簿", "王*某", "37107332632800192", UUID(int=1), DAY, "周某某，没来取"),
    LooseEnd(Loose.LANE, "老年优待证", "李*某", day=DAY),
    LooseEnd(Loose.CALL, "高龄津贴", "张*某", "37107332632800275", UUID(int=2), DAY),
    LooseEnd(Loose.DUE, "临时救助", "赵*某", "37107332632800358", UUID(int=3), DAY),
    LooseEnd(Loose.UNPRINTED, "医保备案", "孙*某", "37107332632800431", UUID(int=4)),
    LooseEnd(Loose.PARKED, "再生育", "钱*某", "37107332632800514", UUID(int=5), note="unknown_kind"),
)
SHIFT = Shift(UUID(int=9), UUID(int=3), "经办甲", "03 号窗口", OPENED, CLOSED, "明早找王某某签字", ENDS)
PAPER = ShiftPaper("示例镇便民服务中心", SHIFT, CLOSED, "经办甲")


def said(paper: ShiftPaper, fonts: FontChain) -> str:
    return text_of(draw_shift_page(paper, fonts)).replace("\n", "").replace(" ", "")


def test_the_page_lists_what_is_unfinished_and_both_sign(fonts: FontChain) -> None:
    text = said(PAPER, fonts)
    for words in (
        *(
            "交班一页",
            "示例镇便民服务中心",
            "03号窗口经办甲",
            "8:30开窗",
            "17:30收窗",
            "留言：明早找王某某签字",
        ),
        *("未退原件", "户口簿", "在周某某，没来取", "挂着没办完", "老年优待证", "该回访", "11月24日到期"),
        *("文书没打出来", "请管理员看看", "交班（签字）", "接班（签字）"),
    ):
        assert words in text, words
    assert "unknown_kind" not in text


def test_a_quiet_day_says_so(fonts: FontChain) -> None:
    quiet = replace(PAPER, shift=replace(SHIFT, ends=(), note="", closed_at=None))
    text = said(quiet, fonts)
    assert "没有没办完的事" in text
    assert "留言" not in text
    assert "收窗" not in text


def test_a_long_day_takes_another_sheet(fonts: FontChain) -> None:
    many = tuple(replace(ENDS[3], number=f"{n:017d}") for n in range(60))
    text = said(replace(PAPER, shift=replace(SHIFT, ends=many)), fonts)
    assert "第2页" in text
    assert f"{59:017d}" in text
