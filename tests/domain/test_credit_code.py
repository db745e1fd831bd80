import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.checked import Checked, Reason
from desk_app.domain.credit_code import check_uscc, credit_code_check_character

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _code(body: str) -> str:
    return body + credit_code_check_character(body)


codes = st.builds(
    lambda kind, region, organisation: _code(kind + region + organisation),
    st.text(ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9).filter(lambda text: text.strip("0")),
)


@pytest.mark.parametrize(
    "value",
    [
        "91350100M000100Y43",
        "91110000600037341L",
        "91110000600037341l",
        "９１１１００００６０００３７３４１Ｌ",
        "91 110000 60003734-1 L",
    ],
)
def test_real_codes_are_accepted(value: str) -> None:
    assert check_uscc(value).normalised in {"91350100M000100Y43", "91110000600037341L"}


@pytest.mark.parametrize("kind", ["A1", "N2", "1A", "Y1"])
def test_types_written_as_letters_are_accepted(kind: str) -> None:
    assert check_uscc(_code(kind + "371073600037341")).valid


@pytest.mark.parametrize(
    ("value", "reason", "detail"),
    [
        ("", Reason.EMPTY, ""),
        ("--", Reason.EMPTY, ""),
        ("0" * 18, Reason.ALL_ZERO, ""),
        ("91350100M000100Y4", Reason.TOO_SHORT, "1"),
        ("91350100M000100Y433", Reason.TOO_LONG, "1"),
        ("91350100M000100Y44", Reason.CHECK_CHARACTER, ""),
        ("91350100I000100Y43", Reason.BAD_CHARACTER, "9"),
        ("9135010AM000100Y43", Reason.BAD_CHARACTER, "8"),
        ("\u0661" * 18, Reason.BAD_CHARACTER, "1"),
        ("9" * 10**6, Reason.TOO_LONG, ""),
    ],
)
def test_a_refusal_says_what_to_mend(value: str, reason: Reason, detail: str) -> None:
    assert check_uscc(value) == Checked(reason=reason, detail=detail)


@given(codes)
def test_every_well_formed_code_is_accepted(code: str) -> None:
    assert check_uscc(code) == Checked(normalised=code)


@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_any_single_wrong_character_is_found(code: str, at: int, char: str) -> None:
    wrong = code[:at] + char + code[at + 1 :]
    assert check_uscc(wrong).valid == (wrong == code)


@given(codes, st.integers(0, 16))
def test_any_two_neighbours_swapped_are_found(code: str, at: int) -> None:
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert check_uscc(wrong).valid == (wrong == code)
