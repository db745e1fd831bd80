"""Numbers of people: real vectors, hostile input, and what a check character must find."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.checked import MAX_RAW_LENGTH
from desk_app.domain.identity import (
    ID_TYPE_CODES,
    Checked,
    IdType,
    Notice,
    Reason,
    Sex,
    age_on,
    check_id,
    check_resident_id,
    resident_check_character,
)

TODAY = date(2026, 11, 24)
REAL = "11010519491231002X"
OLD_WOMAN = "440524188001010014"


def _id(body: str) -> str:
    return body + resident_check_character(body)


@st.composite
def resident_ids(draw: st.DrawFn) -> str:
    region = draw(st.text("0123456789", min_size=6, max_size=6))
    birth = draw(st.dates(date(1850, 1, 1), TODAY))
    return _id(f"{region}{birth:%Y%m%d}{draw(st.integers(0, 999)):03d}")


@pytest.mark.parametrize(
    ("value", "birth", "sex"),
    [
        (REAL, date(1949, 12, 31), Sex.FEMALE),
        (OLD_WOMAN, date(1880, 1, 1), Sex.MALE),
        ("11010519491231002x", date(1949, 12, 31), Sex.FEMALE),
        (" 110105 19491231 002X ", date(1949, 12, 31), Sex.FEMALE),
        ("１１０１０５１９４９１２３１００２Ｘ", date(1949, 12, 31), Sex.FEMALE),
        ("\t11010519491231002X\r\n", date(1949, 12, 31), Sex.FEMALE),
    ],
)
def test_real_numbers_are_read(value: str, birth: date, sex: Sex) -> None:
    checked = check_resident_id(value, TODAY)
    assert checked.valid
    assert (checked.birth, checked.sex, checked.notices) == (birth, sex, ())
    assert checked.normalised in {REAL, OLD_WOMAN}


@pytest.mark.parametrize("region", ["000000", "371073", "810000", "830000", "999999", "132930"])
def test_no_number_is_refused_for_its_first_six_digits(region: str) -> None:
    assert check_resident_id(_id(region + "19491231002"), TODAY).valid


@pytest.mark.parametrize(
    ("value", "reason", "detail"),
    [
        ("", Reason.EMPTY, ""),
        (" \u3000", Reason.EMPTY, ""),
        (REAL[:-1], Reason.TOO_SHORT, "1"),
        ("1", Reason.TOO_SHORT, "17"),
        ("X", Reason.TOO_SHORT, "17"),
        ("1101051949123100X", Reason.TOO_SHORT, "1"),
        ("11010549123100X", Reason.TOO_SHORT, "3"),
        (REAL[:15], Reason.TOO_SHORT, "3"),
        (REAL[:-1] + "10", Reason.TOO_LONG, "1"),
        ("1" * 10**6, Reason.TOO_LONG, ""),
        ("1101051949123A002X", Reason.BAD_CHARACTER, "14"),
        ("1101X519491231002X", Reason.BAD_CHARACTER, "5"),
        ("110105-19491231-002X", Reason.BAD_CHARACTER, "7"),
        ("\u0661" * 18, Reason.BAD_CHARACTER, "1"),
        ("1101\x0005194912310023", Reason.BAD_CHARACTER, "5"),
        ("\u202e11010519491231002X", Reason.BAD_CHARACTER, "1"),
        ("110105194912310021", Reason.CHECK_CHARACTER, ""),
        (_id("11010519491331002"), Reason.BAD_DATE, ""),
        (_id("11010519490229002"), Reason.BAD_DATE, ""),
        (_id("11010500000101002"), Reason.BAD_DATE, ""),
        (_id("11010520261125002"), Reason.FUTURE_DATE, ""),
        (_id("11010518491231002"), Reason.TOO_OLD, ""),
    ],
)
def test_a_refusal_says_what_to_mend(value: str, reason: Reason, detail: str) -> None:
    assert check_resident_id(value, TODAY) == Checked(reason=reason, detail=detail)


def test_born_today_is_accepted() -> None:
    assert check_resident_id(_id("11010520261124002"), TODAY).birth == TODAY


@pytest.mark.parametrize(
    ("old", "new", "year"),
    [
        ("110105491231002", REAL, 1949),
        ("440524800101001", "440524198001010013", 1980),
        ("440524800101996", "440524188001019967", 1880),
        ("440524800101995", _id("44052419800101995"), 1980),
        ("440524990101999", _id("44052418990101999"), 1899),
    ],
)
def test_fifteen_digits_are_shown_in_their_18_digit_form(old: str, new: str, year: int) -> None:
    checked = check_resident_id(old, TODAY)
    assert (checked.normalised, checked.notices) == (new, (Notice.OLD_FORM,))
    assert checked.birth is not None
    assert checked.birth.year == year


def test_fifteen_digits_of_somebody_born_before_1850_are_refused() -> None:
    assert check_resident_id("110105491231999", TODAY).reason is Reason.TOO_OLD


@given(resident_ids())
def test_every_well_formed_number_is_accepted_and_stable(number: str) -> None:
    checked = check_resident_id(number, TODAY)
    assert checked.normalised == number
    assert check_resident_id(checked.normalised, TODAY) == checked


@given(resident_ids(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_wrong_character_is_found(number: str, at: int, char: str) -> None:
    wrong = number[:at] + char + number[at + 1 :]
    assert check_resident_id(wrong, TODAY).valid == (wrong == number)


@given(resident_ids(), st.integers(0, 16))
def test_any_two_neighbours_swapped_are_found(number: str, at: int) -> None:
    wrong = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    assert check_resident_id(wrong, TODAY).valid == (wrong == number)


@given(st.text(), st.sampled_from(IdType))
def test_any_text_gets_an_answer(text: str, id_type: IdType) -> None:
    checked = check_id(id_type, text, TODAY)
    assert checked.valid == bool(checked.normalised)


@pytest.mark.parametrize("char", ["1", "\u0301", "\U0001d7ce", " ", "\x00", "\ufdfa", "X"])
def test_a_million_characters_are_refused_at_once(char: str) -> None:
    started = time.perf_counter()
    for id_type in IdType:
        assert not check_id(id_type, char * 10**6, TODAY).valid
        assert not check_id(id_type, char * (MAX_RAW_LENGTH - 1), TODAY).valid
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("id_type", "value", "normalised"),
    [
        (IdType.RESIDENT_ID, REAL, REAL),
        (IdType.HMT_RESIDENCE, _id("81000019800101001"), _id("81000019800101001")),
        (IdType.HMT_RESIDENCE, _id("83000019800101001").lower(), _id("83000019800101001")),
        (IdType.FOREIGNER_PERMIT, _id("93784019800101001"), _id("93784019800101001")),
        (IdType.FOREIGNER_PERMIT, "usa 1101 0580 0101", "USA110105800101"),
        (IdType.HMT_TRAVEL, "h12345678", "H12345678"),
        (IdType.HMT_TRAVEL, "M1234567801", "M1234567801"),
        (IdType.TAIWAN_TRAVEL, "12345678", "12345678"),
        (IdType.TAIWAN_TRAVEL, "1234567801", "1234567801"),
        (IdType.PASSPORT, "e12345678", "E12345678"),
        (IdType.PASSPORT, "ＥＡ1234567", "EA1234567"),
        (IdType.USCC, "91350100M000100Y43", "91350100M000100Y43"),
        (IdType.OTHER, "军字第 123 号", "军字第123号"),
    ],
)
def test_each_paper_is_accepted_by_its_own_rule(id_type: IdType, value: str, normalised: str) -> None:
    checked = check_id(id_type, value, TODAY)
    assert (checked.valid, checked.normalised) == (True, normalised)


@pytest.mark.parametrize(
    ("id_type", "value", "reason", "detail"),
    [
        (IdType.HMT_RESIDENCE, REAL, Reason.WRONG_FORM, ""),
        (IdType.HMT_RESIDENCE, _id("81000019800101001")[:-2], Reason.TOO_SHORT, "2"),
        (IdType.HMT_RESIDENCE, "81000019800101001A", Reason.BAD_CHARACTER, "18"),
        (IdType.HMT_RESIDENCE, "X", Reason.TOO_SHORT, "17"),
        (IdType.FOREIGNER_PERMIT, REAL, Reason.WRONG_FORM, ""),
        (IdType.FOREIGNER_PERMIT, "USA11010580010", Reason.TOO_SHORT, "1"),
        (IdType.FOREIGNER_PERMIT, "US1110105800101", Reason.BAD_CHARACTER, "3"),
        (IdType.FOREIGNER_PERMIT, "USA11010580010A", Reason.BAD_CHARACTER, "15"),
        (IdType.FOREIGNER_PERMIT, "张", Reason.BAD_CHARACTER, "1"),
        (IdType.HMT_TRAVEL, "A12345678", Reason.BAD_CHARACTER, "1"),
        (IdType.HMT_TRAVEL, "H1234567A", Reason.BAD_CHARACTER, "9"),
        (IdType.HMT_TRAVEL, "H1234567", Reason.TOO_SHORT, "1"),
        (IdType.HMT_TRAVEL, "H123456789", Reason.TOO_SHORT, "1"),
        (IdType.HMT_TRAVEL, "H12345678901", Reason.TOO_LONG, "1"),
        (IdType.TAIWAN_TRAVEL, "1234567", Reason.TOO_SHORT, "1"),
        (IdType.TAIWAN_TRAVEL, "T2345678", Reason.BAD_CHARACTER, "1"),
        (IdType.PASSPORT, "E123", Reason.TOO_SHORT, "1"),
        (IdType.PASSPORT, "E" * 21, Reason.TOO_LONG, "1"),
        (IdType.PASSPORT, "E-2345678", Reason.BAD_CHARACTER, "2"),
        (IdType.OTHER, "x" * 51, Reason.TOO_LONG, "1"),
        (IdType.OTHER, "a\u200bb", Reason.BAD_CHARACTER, "2"),
    ],
)
def test_each_paper_is_refused_by_its_own_rule(
    id_type: IdType, value: str, reason: Reason, detail: str
) -> None:
    assert check_id(id_type, value, TODAY) == Checked(reason=reason, detail=detail)


@pytest.mark.parametrize("id_type", IdType)
def test_nothing_is_no_number_of_any_kind(id_type: IdType) -> None:
    assert check_id(id_type, " ", TODAY).reason is Reason.EMPTY
    assert len(ID_TYPE_CODES[id_type]) == 3


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(1946, 11, 24), TODAY, 80),
        (date(1946, 11, 25), TODAY, 79),
        (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22),
        (date(2004, 2, 29), date(2028, 2, 29), 24),
        (TODAY, TODAY, 0),
    ],
)
def test_age_is_in_full_years(birth: date, day: date, age: int) -> None:
    assert age_on(birth, day) == age
