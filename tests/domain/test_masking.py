"""What each profile shows, and that no more of a citizen's number gets out of any value."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.identity import IdType, resident_check_character
from desk_app.domain.masking import Kind, Profile, kind_of, mask

ID = "11010519491231002X"
MASKED_ID = "110105********002X"
ALL = list(Profile)
SHOWN = [profile for profile in Profile if profile is not Profile.PUBLIC_NOTICE]
NUMBERS = [Kind.RESIDENT_ID, Kind.OTHER_ID, Kind.MOBILE, Kind.LANDLINE, Kind.BANK]


@pytest.mark.parametrize(
    ("kind", "value", "masked"),
    [
        (Kind.RESIDENT_ID, ID, MASKED_ID),
        (Kind.RESIDENT_ID, " 110105 19491231 002x ", MASKED_ID),
        (Kind.RESIDENT_ID, "１１０１０５１９４９１２３１００２Ｘ", MASKED_ID),
        (Kind.RESIDENT_ID, "110105491231002", "110105*****1002"),
        (Kind.RESIDENT_ID, "USA110105800101", "USA110*****0101"),
        (Kind.RESIDENT_ID, "11010519491331002X", "110105********002X"),
        (Kind.RESIDENT_ID, ID[:-1], "11*************02"),
        (Kind.RESIDENT_ID, ID + "1", "11***************X1"),
        (Kind.RESIDENT_ID, "1101051", "*******"),
        (Kind.RESIDENT_ID, "\x00\u200b", ""),
        (Kind.OTHER_ID, "E12345678", "E1*****78"),
        (Kind.OTHER_ID, "91350100M000100Y43", "91**************43"),
        (Kind.MOBILE, "13800005678", "138****5678"),
        (Kind.MOBILE, "+86 138-0000-5678", "138****5678"),
        (Kind.MOBILE, "1380000567", "13******67"),
        (Kind.MOBILE, "1380", "****"),
        (Kind.LANDLINE, "06315580078", "0631-*****78"),
        (Kind.LANDLINE, "010-88880078-801", "010-******78"),
        (Kind.LANDLINE, "5580078", "*******"),
        (Kind.BANK, "6222 0200 0000 0001 234", "***************1234"),
        (Kind.BANK, "6222-0200-0000-1234", "************1234"),
        (Kind.BANK, "62220200", "62****00"),
        (Kind.BANK, "6222020000000001234567", "62****************67"),
    ],
)
def test_numbers_keep_what_their_rule_allows(kind: Kind, value: str, masked: str) -> None:
    assert [mask(kind, value, profile) for profile in SHOWN] == [masked] * len(SHOWN)
    assert mask(kind, value) == masked


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_public_notice_shows_no_number_at_all(kind: Kind) -> None:
    assert mask(kind, ID, Profile.PUBLIC_NOTICE) == ""


@pytest.mark.parametrize(
    ("value", "listed", "public"),
    [
        ("张某明", "张*明", "张*"),
        ("张某", "张*", "张*"),
        ("张　某", "张*", "张*"),
        ("张", "*", "*"),
        ("", "", ""),
        ("欧阳某", "欧阳*", "欧阳*"),
        ("欧阳某某", "欧阳*某", "欧阳*"),
        ("欧阳", "欧*", "欧*"),
        ("阿卜杜拉·买买提", "阿*", "阿*"),
        ("阿卜杜拉•买买提", "阿*", "阿*"),
        ("John Smith", "J*", "J*"),
        ("\u202e张某明", "张*明", "张*"),
        ("\U00020bb7某明", "\U00020bb7*明", "\U00020bb7*"),
        ("\U00031350某", "\U00031350*", "\U00031350*"),
        ("\ue863某明", "\ue863*", "\ue863*"),
        ("13800005678", "*", "*"),
        ("张某2", "张*", "张*"),
    ],
)
def test_names_keep_their_surname(value: str, listed: str, public: str) -> None:
    assert mask(Kind.NAME, value, Profile.LIST) == listed
    assert mask(Kind.NAME, value, Profile.PUBLIC_NOTICE) == public
    assert mask(Kind.NAME, value, Profile.EXPORT) == public


@pytest.mark.parametrize("profile", [Profile.DETAIL, Profile.SLIP])
def test_the_owners_own_page_and_slip_bear_the_name_but_no_number_in_its_place(profile: Profile) -> None:
    assert mask(Kind.NAME, "欧阳某某", profile) == "欧阳某某"
    assert mask(Kind.NAME, f"张某{ID}", profile) == f"张某{MASKED_ID}"


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("山东省威海市临港区示例镇北村12号", "山东省威海市临港区示例镇北村***"),
        ("示例镇东村", "示例镇东村"),
        ("示例街道东升社区3号楼2单元", "示例街道东升社区***"),
        ("示例街道东升社区居民委员会", "示例街道东升社区居民委员会"),
        ("示例镇羊村村民委员会旁三号", "示例镇羊村村民委员会***"),
        ("北京市海淀区中关村大街27号", "北京市海淀区***"),
        ("示例市示例县示例镇富民路9号", "示例市示例县示例镇***"),
        ("环翠路12号5单元某社区", "***"),
        ("十二号楼", "***"),
        ("示例镇东村(张某某 13800005678)", "示例镇东村***"),
        ("住在很远的地方", "***"),
        ("甲" * 50 + "村", "***"),
        ("示例镇" + "甲" * 50 + "村", "示例镇***"),
        ("村" * 10**6, "***"),
        ("", ""),
        (" \x00", ""),
    ],
)
def test_an_address_ends_at_the_village(value: str, masked: str) -> None:
    assert [mask(Kind.ADDRESS, value, profile) for profile in ALL] == [masked] * len(ALL)


def test_a_text_loses_its_numbers() -> None:
    assert mask(Kind.TEXT, f"身份证{ID}") == f"身份证{MASKED_ID}"
    assert mask(Kind.TEXT, f"身份证{ID}", Profile.PUBLIC_NOTICE) == "身份证***"


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.sampled_from(ALL))
def test_no_date_of_birth_leaks(birth: date, profile: Profile) -> None:
    body = f"371073{birth:%Y%m%d}456"
    masked = mask(Kind.RESIDENT_ID, body + resident_check_character(body), profile)
    assert f"{birth:%Y%m}" not in masked
    assert re.fullmatch(r"371073\*{8}456[0-9X]|", masked)


@given(st.text("0123456789X \u0661", max_size=40), st.sampled_from(NUMBERS), st.sampled_from(ALL))
def test_a_malformed_number_shows_no_more_than_a_proper_one(value: str, kind: Kind, profile: Profile) -> None:
    shown = re.sub(r"[*\-]", "", mask(kind, value, profile))
    assert len(shown) <= 10
    assert kind is not Kind.BANK or len(shown) <= 4


@given(st.text(), st.sampled_from(Kind), st.sampled_from(ALL))
def test_masking_never_raises(value: str, kind: Kind, profile: Profile) -> None:
    masked = mask(kind, value, profile)
    assert not re.search(r"[0-9]{11}", masked)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("part", ["1", "1 ", "A1", "1" + " " * 1000, "一", "\u0301", "2026-11-24 "])
def test_a_million_characters_are_masked_in_linear_time(kind: Kind, part: str) -> None:
    value = part * (10**6 // len(part))
    started = time.perf_counter()
    assert len(mask(kind, value)) <= len(value)
    assert time.perf_counter() - started < 5


def test_every_paper_has_its_kind() -> None:
    assert kind_of(IdType.HMT_RESIDENCE) is Kind.RESIDENT_ID
    assert {kind_of(id_type) for id_type in IdType} == {Kind.RESIDENT_ID, Kind.OTHER_ID}
