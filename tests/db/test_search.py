from __future__ import annotations

import pytest

from desk_app.db.initials import initials_of
from desk_app.db.search import digit_tokens, initials_tokens, name_tokens, question


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("张某某", ("zmm",)),
        ("曾某", ("cm", "zm")),
        ("单某", ("dm", "cm", "sm")),
        ("欧阳某", ("oym",)),
        ("买某·明", ("mmm",)),
        ("𠮷某", ("m",)),  # the rare character has no reading here; the rest is still found
        ("WANG 某", ("wangm",)),
        ("…", ()),
        ("", ()),
    ],
)
def test_initials_of_names(name: str, spelled: tuple[str, ...]) -> None:
    assert initials_of(name) == spelled


def test_many_readings_stay_few_spellings() -> None:
    assert len(initials_of("单曾仇解查乐重长" * 3)) <= 16
    assert all(len(spelled) == 12 for spelled in initials_of("单曾仇解查乐重长" * 3))


def test_tokens() -> None:
    assert name_tokens("张某某") == "张 某 某"
    assert name_tokens("ＷＡＮＧ Moumou·某") == "wang moumou 某"
    assert initials_tokens("张某某") == "m mm zmm"
    assert initials_tokens("…") == ""
    assert digit_tokens("37107312632800193", "") == "37107312632800193 800193 00193 0193"
    assert digit_tokens("0631-5581234") == "06315581234 581234 81234 1234"
    assert digit_tokens("12") == "12"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("张某", 'search_name : "张 某"'),
        ("zm", '(search_initials : "zm" * OR search_name : "zm" *)'),
        ("１２３４", 'search_digits : "1234" *'),
        ("371073-1-26328-001-93", 'search_digits : "37107312632800193" *'),
        ("138 0000 0000", 'search_digits : "13800000000" *'),
        ("张1234", 'search_name : "张" AND search_digits : "1234" *'),
        ("", None),
        (' "*() - ', None),
    ],
)
def test_questions(typed: str, asked: str | None) -> None:
    assert question(typed) == asked


def test_a_question_stays_small() -> None:
    asked = question("张 " * 1000)
    assert asked is not None
    assert asked.count("AND") == 7
