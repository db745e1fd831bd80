"""Blank slips for an outage: a number each, read by eye and by scanner, and nothing of anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.numbers import DayCounter, ReceiptNumber, reserve
from desk_app.papers.emergency_form import A_PAGE, Blank, emergency_forms
from desk_app.papers.fonts import FontChain
from tests.papers import samples
from tests.papers.reading import boxes_of, sizes_of, text_of

BLANK = Blank(samples.SITE, samples.AT, "李某某", "03 号窗口")


def taken(count: int) -> tuple[ReceiptNumber, ...]:
    _, numbers = reserve(DayCounter("371073", 1), count, date(2026, 11, 24))
    return numbers


def test_each_number_stands_on_both_parts_two_slips_to_a_page(fonts: FontChain) -> None:
    numbers = taken(3)
    pdf = emergency_forms(numbers, BLANK, fonts)
    assert sizes_of(pdf) == [(210, 297)] * -(-len(numbers) // A_PAGE)
    text = text_of(pdf)
    for number in numbers:
        assert text.count(number.formatted) == 2
    for words in (
        "应急手工登记表",
        "群众联",
        "恢复后24小时内按原编号补录",
        "第3/3张",
        "03号窗口",
        "打印人李某某",
    ):
        assert words in text
    assert "是否受理另行告知" in text


def test_everything_stays_on_the_sheet_whatever_the_site_is_called(fonts: FontChain) -> None:
    site = replace(samples.SITE, name="示例市示例区示例街道办事处便民服务中心", phone="", complaint_phone=" ")
    pdf = emergency_forms(taken(2), replace(BLANK, site=site, clerk_name="", counter=""), fonts)
    assert all(-0.001 <= edge <= 1.001 for box in boxes_of(pdf) for edge in box)
    text = text_of(pdf)
    assert "咨询" not in text
    assert "打印人" not in text


def test_the_same_set_gives_the_same_bytes_and_a_demonstration_says_so(fonts: FontChain) -> None:
    assert emergency_forms(taken(2), BLANK, fonts) == emergency_forms(taken(2), BLANK, fonts)
    assert "演示" in text_of(emergency_forms(taken(2), replace(BLANK, demo=True), fonts))


def test_no_numbers_no_slips(fonts: FontChain) -> None:
    with pytest.raises(ValueError, match="at least one number"):
        emergency_forms((), BLANK, fonts)
