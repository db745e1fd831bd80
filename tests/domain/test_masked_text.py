"""Numbers inside free text are found however they are written, and nothing else is touched."""

import unicodedata
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk_app.domain.identity import resident_check_character
from desk_app.domain.masked_text import masked_text

ID = "11010519491231002X"
MASKED_ID = "110105********002X"


@st.composite
def resident_ids(draw: st.DrawFn) -> str:
    birth = draw(st.dates(date(1900, 1, 1), date(2026, 1, 1)))
    body = f"{draw(st.integers(110000, 999999))}{birth:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + resident_check_character(body)


mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
cards = st.from_regex(r"62[0-9]{14,17}", fullmatch=True)
gaps = st.text(" -.\u200b\u3000\u00a0\n", max_size=3)


@st.composite
def spaced(draw: st.DrawFn, numbers: st.SearchStrategy[str]) -> tuple[str, str]:
    number = draw(numbers)
    return number, "".join(char + draw(gaps) for char in number[:-1]) + number[-1]


def _leaks(number: str, masked: str, shown: tuple[int, int]) -> bool:
    """Whether four hidden digits in a row are still there. Numbers that repeat themselves prove nothing."""
    head, tail = shown
    hidden = {number[at : at + 4] for at in range(head, len(number) - tail - 3)}
    allowed = (number[:head], number[-tail:])
    assume(not any(piece in part for piece in hidden for part in allowed))
    seen = "".join(char for char in masked if char == "*" or unicodedata.digit(char, None) is not None)
    return any(piece in seen for piece in hidden)


@pytest.mark.parametrize(
    ("value", "masked", "public"),
    [
        (f"身份证{ID}，电话138 0000 5678。", f"身份证{MASKED_ID}，电话138****5678。", "身份证***，电话***。"),
        ("卡6222 0200 0000 0001 234号", "卡***************1234号", "卡***号"),
        ("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 x", MASKED_ID, "***"),
        ("110105 1949-12-31 002×", MASKED_ID, "***"),
        ("１３８００００５６７８", "138****5678", "***"),
        ("①③⑧\u200b0000\u202e5678", "138****5678", "***"),
        ("\u0661\u0663\u0668\u0660\u0660\u0660\u0660\u0665\u0666\u0667\u0668", "138****5678", "***"),
        ("一三八 零零零零 五六七八", "***", "***"),
        ("+86-138-0000-5678", "+86138****5678", "+***"),
        ("13800005678\n13900001234", "138****5678\n139****1234", "***\n***"),
        ("2026 13800005678", "2026 138****5678", "2026 ***"),
        ("123456789 13800005678", "12*****89 138****5678", "*** ***"),
        ("110105491231002", "110105*****1002", "***"),
        ("110105194913310021", "**************0021", "***"),
        ("13800005678x", "138****5678", "***"),
        ("13800005678 x", "138****5678 x", "*** x"),
        (
            "371073-1-26328-001-93 13800005678",
            "371073-1-26328-001-93 138****5678",
            "371073-1-26328-001-93 ***",
        ),
        ("1 " * 3000, "*** ", "*** "),
        ("12345678901234567890", "***", "***"),
        ("护照E12345678", "护照E1*****78", "护照***"),
        ("通行证 H 1234 5678 01", "通行证 H1*******01", "通行证 ***"),
        ("电话 0631-5580078", "电话 06*******78", "电话 ***"),
    ],
)
def test_numbers_inside_a_text_are_masked(value: str, masked: str, public: str) -> None:
    assert masked_text(value, removed=False) == masked
    assert masked_text(value, removed=True) == public


@pytest.mark.parametrize(
    "value",
    [
        "",
        "80周岁以上，每月200元，共3人",
        "2026-11-24 10:30 受理，2026-12-08 前办好",
        "2026-11-24 2026-12-08",
        "PDF 20261124，OK 2026-11-24",
        "收件 371073-1-26328-001-93",
        "统一代码 91350100M000100Y43",
        "二〇二六年十一月二十四日",
    ],
)
def test_what_is_nobodys_number_stays(value: str) -> None:
    assert masked_text(value, removed=False) == value


def test_what_only_looks_like_a_receipt_number_is_masked() -> None:
    assert masked_text("371073-1-26328-001-94", removed=False) == "*************0194"


@given(spaced(resident_ids()), st.booleans())
def test_no_resident_id_leaks_from_a_text(pair: tuple[str, str], removed: bool) -> None:
    number, written = pair
    assert not _leaks(number, masked_text(f"他的号码是{written}，请查", removed=removed), (6, 4))


@given(spaced(mobiles), st.booleans())
def test_no_mobile_leaks_from_a_text(pair: tuple[str, str], removed: bool) -> None:
    number, written = pair
    assert not _leaks(number, masked_text(f"电话：{written}。", removed=removed), (3, 4))


@given(spaced(cards), st.booleans())
def test_no_bank_card_leaks_from_a_text(pair: tuple[str, str], removed: bool) -> None:
    number, written = pair
    assert not _leaks(number, masked_text(f"卡{written}", removed=removed), (6, 4))
