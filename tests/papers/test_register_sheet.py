"""A register on paper: headings on every page, every line once, and figures that say what they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk_app.domain.errors import GlyphMissing
from desk_app.papers.fonts import FontChain
from desk_app.papers.register_sheet import RegisterPaper, draw_register
from tests.papers.reading import text_of

PAPER = RegisterPaper(
    title="办件台账",
    subtitle="示例镇便民服务中心　2026 年 11 月",
    columns=(("办件编号", 24), ("事项名称", 28), ("申请人", 10), ("备注", 20)),
    lines=[(f"3710731326328{n:04d}", "最低生活保障审核确认", "张*", "") for n in range(80)],
    figures=(("办件量", "80", "本表所列办件，不含作废"),),
    site="示例镇便民服务中心",
    printed_at=datetime(2026, 11, 24, 2, 0, tzinfo=UTC),
    printed_by="王某某",
)


def read(paper: RegisterPaper, fonts: FontChain) -> tuple[str, int]:
    drawn = draw_register(paper, fonts)
    return text_of(drawn.pdf).replace("\n", "").replace(" ", ""), drawn.pages


def test_a_long_register_goes_on_over_the_page(fonts: FontChain) -> None:
    text, pages = read(PAPER, fonts)
    assert pages > 1
    for n in range(80):
        assert text.count(f"3710731326328{n:04d}") == 1
    assert pages - 1 <= text.count("事项名称") <= pages
    assert text.count("（续）") == pages - 1
    assert [f"第{n}页，共{pages}页" in text for n in range(1, pages + 1)] == [True] * pages
    assert "办件量80（本表所列办件，不含作废）" in text
    assert "制表人：" in text


def test_empty_columns_are_left_out_and_told(fonts: FontChain) -> None:
    text, _ = read(PAPER, fonts)
    assert "备注" not in text
    assert "没有内容的1栏没有印出来" in text


def test_a_month_without_lines_is_a_paper_too(fonts: FontChain) -> None:
    text, pages = read(replace(PAPER, lines=[], figures=()), fonts)
    assert pages == 1
    assert "备注" in text


def test_many_columns_get_smaller_type_and_stay_on_the_page(fonts: FontChain) -> None:
    columns = tuple((f"第{n}栏", 20) for n in range(24))
    lines = [tuple("很长的一格内容要折行" for _ in columns)] * 3
    text, _ = read(replace(PAPER, columns=columns, lines=lines, demo=True), fonts)
    assert text.count("很长的一格") >= 1
    assert "第23栏" in text


def test_the_foot_turns_the_page_when_there_is_no_room(fonts: FontChain) -> None:
    figures = tuple(
        (f"数{n}", "1", "很长的一句说明，说的是数了什么、除以什么，一个字也不能少") for n in range(60)
    )
    text, pages = read(replace(PAPER, lines=PAPER.lines[:20], figures=figures), fonts)
    assert pages > 1
    assert "数59" in text


def test_a_character_no_font_has_prints_nothing(fonts: FontChain) -> None:
    with pytest.raises(GlyphMissing):
        draw_register(replace(PAPER, title="台账\U0010fffd"), fonts)
