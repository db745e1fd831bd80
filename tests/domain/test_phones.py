import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.checked import Checked, Reason
from desk_app.domain.phones import check_landline, check_mobile, check_phone


@pytest.mark.parametrize(
    "value",
    [
        "13800005678",
        "138 0000 5678",
        "138-0000-5678",
        "138—0000—5678",
        "１３８００００５６７８",
        "+86 138 0000 5678",
        "＋8613800005678",
        "0086-138-0000-5678",
        "8613800005678",
        "86-13800005678",
    ],
)
def test_one_mobile_however_it_is_written(value: str) -> None:
    assert check_mobile(value) == Checked(normalised="13800005678")
    assert check_phone(value) == Checked(normalised="13800005678")


@pytest.mark.parametrize(
    ("value", "reason", "detail"),
    [
        ("", Reason.EMPTY, ""),
        ("-", Reason.EMPTY, ""),
        ("+86", Reason.EMPTY, ""),
        ("1", Reason.TOO_SHORT, "10"),
        ("1380000567", Reason.TOO_SHORT, "1"),
        ("138000056789", Reason.TOO_LONG, "1"),
        ("12800005678", Reason.WRONG_FORM, ""),
        ("5580000", Reason.WRONG_FORM, ""),
        ("1380000567a", Reason.BAD_CHARACTER, "11"),
        ("\u0661\u0663800005678", Reason.BAD_CHARACTER, "1"),
        ("1" * 10**6, Reason.TOO_LONG, ""),
    ],
)
def test_a_refused_mobile_says_what_to_mend(value: str, reason: Reason, detail: str) -> None:
    assert check_mobile(value) == Checked(reason=reason, detail=detail)


@pytest.mark.parametrize(
    ("value", "normalised"),
    [
        ("0631-5580000", "0631-5580000"),
        ("06315580000", "0631-5580000"),
        ("(0631) 558 0000", "0631-5580000"),
        ("（0631）5580000转801", "0631-5580000-801"),
        ("0631-558-0000-801", "0631-5580000-801"),
        ("0631–5580000 ext. 801", "0631-5580000-801"),
        ("+86 631 5580000", "0631-5580000"),
        ("+86-0631-5580000", "0631-5580000"),
        ("010 8888 0000", "010-88880000"),
        ("021-88880000", "021-88880000"),
        ("0531-88880000", "0531-88880000"),
    ],
)
def test_a_landline_with_its_area_code(value: str, normalised: str) -> None:
    assert check_landline(value) == Checked(normalised=normalised)
    assert check_phone(value) == Checked(normalised=normalised)


@pytest.mark.parametrize(
    ("value", "reason", "detail"),
    [
        (" ", Reason.EMPTY, ""),
        ("()", Reason.WRONG_FORM, ""),
        ("0631-558000", Reason.TOO_SHORT, "1"),
        ("0631-1580000", Reason.WRONG_FORM, ""),
        ("5580000", Reason.WRONG_FORM, ""),
        ("0631-55800a0", Reason.BAD_CHARACTER, "11"),
        ("0" * 10**6, Reason.TOO_LONG, ""),
    ],
)
def test_a_refused_landline_says_what_to_mend(value: str, reason: Reason, detail: str) -> None:
    assert check_landline(value) == Checked(reason=reason, detail=detail)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", Reason.EMPTY),
        ("1380000567", Reason.TOO_SHORT),
        ("0631-558000", Reason.TOO_SHORT),
        ("（0631-1580000", Reason.WRONG_FORM),
    ],
)
def test_a_contact_number_is_judged_by_what_it_starts_like(value: str, reason: Reason) -> None:
    assert check_phone(value).reason is reason


@given(st.text("0123456789+-() 转１\u0661abc"))
def test_any_text_gets_an_answer(text: str) -> None:
    checked = check_phone(text)
    assert checked.valid == bool(checked.normalised)
    assert check_phone(checked.normalised) == checked or not checked.valid
