import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.checked import Checked, Notice, Reason
from desk_app.domain.names import check_name, check_organisation_name

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\u00ad\u3164\u034f\uffa0"
LOOK_ALIKES = "•・．·‧∙⋅･﹒·."


@pytest.mark.parametrize("dot", list(LOOK_ALIKES))
def test_every_look_alike_becomes_the_middle_dot(dot: str) -> None:
    assert check_name(f"阿卜杜拉{dot}买买提") == Checked(normalised="阿卜杜拉\u00b7买买提")


@pytest.mark.parametrize(
    ("value", "normalised"),
    [
        ("张某某", "张某某"),
        ("  张某某\r\n", "张某某"),
        ("张　某", "张某"),
        ("张 某 某", "张某某"),
        ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉··买买提", "阿卜杜拉·买买提"),
        ("Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith"),
        ("John   Smith", "John Smith"),
        ("John\u00a0Smith", "John Smith"),
        ("J. O'Brien-Smith", "J. O'Brien-Smith"),
        ("Jose\u0301", "José"),
        ("\u5f20\u3007", "张〇"),
        ("\u2f2d某", "\u5c71某"),
        ("བསྟན་འཛིན", "བསྟན་འཛིན"),
        ("张", "张"),
        ("张" * 100, "张" * 100),
    ],
)
def test_a_name_is_tidied(value: str, normalised: str) -> None:
    assert check_name(value) == Checked(normalised=normalised)


@pytest.mark.parametrize(
    "char",
    [
        "\uf92c",
        "\ufa0e",
        "\U0002f800",
        "\u3400",
        "\U00020bb7",
        "\U0002ebe0",
        "\U00031350",
        "\U000323b0",
        "\u9fff",
    ],
)
def test_the_characters_of_the_card_are_kept(char: str) -> None:
    assert check_name(f"{char}某") == Checked(normalised=f"{char}某")


def test_the_variant_behind_an_ideograph_is_kept() -> None:
    assert check_name("\u845b\U000e0100某").normalised == "\u845b\U000e0100某"


@pytest.mark.parametrize(
    ("value", "notices"),
    [
        ("张\ue863", (Notice.PRIVATE_USE,)),
        ("张\U000f0000", (Notice.PRIVATE_USE,)),
        ("张⿰王某", (Notice.STAND_IN,)),
        ("\ue863⿰王某", (Notice.PRIVATE_USE, Notice.STAND_IN)),
    ],
)
def test_what_needs_a_look_is_accepted_and_flagged(value: str, notices: tuple[Notice, ...]) -> None:
    assert check_name(value) == Checked(normalised=value, notices=notices)


@pytest.mark.parametrize(
    ("value", "reason", "detail"),
    [
        ("", Reason.EMPTY, ""),
        ("　 ", Reason.EMPTY, ""),
        ("张" * 101, Reason.TOO_LONG, "1"),
        ("张" * 10**6, Reason.TOO_LONG, ""),
        ("张\x00某", Reason.CONTROL_CHARACTER, "2"),
        ("张\n某", Reason.CONTROL_CHARACTER, "2"),
        ("张\x85某", Reason.CONTROL_CHARACTER, "2"),
        ("张\u2028某", Reason.CONTROL_CHARACTER, "2"),
        ("张\ud842", Reason.CONTROL_CHARACTER, "2"),
        *[(f"张{char}某", Reason.INVISIBLE_CHARACTER, "2") for char in UNSEEN],
        ("a\ufe0f", Reason.INVISIBLE_CHARACTER, "2"),
        ("张某1", Reason.BAD_CHARACTER, "3"),
        ("张某١", Reason.BAD_CHARACTER, "3"),
        ("张<某>", Reason.BAD_CHARACTER, "2"),
        ("张□", Reason.BAD_CHARACTER, "2"),
        ("张\uffff", Reason.BAD_CHARACTER, "2"),
        ("张\U0002ffff", Reason.BAD_CHARACTER, "2"),
        ("张\u0378", Reason.BAD_CHARACTER, "2"),
        ("·张", Reason.BAD_CHARACTER, "1"),
        ("张某·", Reason.BAD_CHARACTER, "3"),
        ("-", Reason.BAD_CHARACTER, "1"),
    ],
)
def test_a_refusal_says_where(value: str, reason: Reason, detail: str) -> None:
    assert check_name(value) == Checked(reason=reason, detail=detail)


def test_an_organisation_may_have_digits_and_brackets() -> None:
    assert check_organisation_name("示例镇（360）服务有限公司").normalised == "示例镇(360)服务有限公司"
    assert check_organisation_name("示例\u200b公司").reason is Reason.INVISIBLE_CHARACTER


@given(st.text("张某欧阳阿买·•.． -aZé\u3000\uf92c\U00020bb7\ue863", max_size=120))
def test_tidying_a_tidy_name_changes_nothing(text: str) -> None:
    checked = check_name(text)
    assert checked.valid == bool(checked.normalised)
    if checked.valid:
        assert check_name(checked.normalised) == checked


@given(st.text(max_size=60))
def test_no_accepted_name_holds_what_cannot_be_seen(text: str) -> None:
    accepted = check_name(text).normalised
    assert not {unicodedata.category(char) for char in accepted} & {"Cc", "Cf", "Cs", "Zl", "Zp", "Nd"}


@pytest.mark.parametrize("char", ["\u0301", "·", " ", "\ufdfa"])
def test_a_million_characters_are_refused_at_once(char: str) -> None:
    started = time.perf_counter()
    assert not check_name("a" + char * 10**6 + "a").valid
    assert time.perf_counter() - started < 2
