"""Receipt numbers: never twice, never misread; and the other numbers the counter gives out."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.checked import Checked, Reason
from desk_app.domain.errors import InputError
from desk_app.domain.numbers import (
    DayCounter,
    ReceiptNumber,
    check_receipt,
    format_document_number,
    next_number,
    reserve,
    uuid7,
)

TODAY = date(2026, 11, 24)
FIRST = ReceiptNumber("371073", 1, TODAY, 1)
DAYS = st.dates(date(2000, 1, 1), date(2098, 12, 31))

receipt_numbers = st.builds(
    ReceiptNumber,
    st.text("0123456789", min_size=6, max_size=6),
    st.integers(0, 9),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(1, 999),
)


def _checked(body: str) -> str:
    return f"{body}{98 - int(body + '00') % 97:02d}"


def test_a_number_is_printed_in_groups_and_stored_as_seventeen_digits() -> None:
    assert str(FIRST) == FIRST.formatted == "371073-1-26328-001-93"
    assert FIRST.digits == "37107312632800193"
    assert int(FIRST.digits) % 97 == 1


@pytest.mark.parametrize(
    "text",
    [
        "37107312632800193",
        "371073-1-26328-001-93",
        " 371073 1 26328 001 93\n",
        "３７１０７３－１－２６３２８－００１－９３",
        "371073—1—26328—001—93",
    ],
)
def test_a_number_is_read_however_it_is_written(text: str) -> None:
    assert ReceiptNumber.parse(text) == FIRST
    assert check_receipt(text) == Checked(normalised=FIRST.digits)


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        ("", Reason.EMPTY, ""),
        ("-", Reason.EMPTY, ""),
        ("3710731263280019", Reason.TOO_SHORT, "1"),
        ("371073126328001933", Reason.TOO_LONG, "1"),
        ("3" * 10**6, Reason.TOO_LONG, ""),
        ("3710731263280019x", Reason.BAD_CHARACTER, "17"),
        ("\u0663710731263280019", Reason.BAD_CHARACTER, "1"),
        ("37107312632800194", Reason.CHECK_CHARACTER, ""),
        (_checked("371073126366001"), Reason.BAD_DATE, ""),
        (_checked("371073126000001"), Reason.BAD_DATE, ""),
        (_checked("371073199999001"), Reason.BAD_DATE, ""),
        (_checked("371073126328000"), Reason.WRONG_FORM, ""),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(text: str, reason: Reason, detail: str) -> None:
    assert check_receipt(text) == Checked(reason=reason, detail=detail)
    with pytest.raises(InputError) as caught:
        ReceiptNumber.parse(text)
    assert (caught.value.code, caught.value.params) == (f"receipt_{reason.value}", {"detail": detail})


def test_check_digits_that_only_leave_the_same_remainder_are_refused() -> None:
    for n in range(1, 1000):
        number = ReceiptNumber("371073", 1, TODAY, n)
        if number.check in {"97", "98"}:
            twin = number.digits[:-2] + f"{int(number.check) - 97:02d}"
            assert int(twin) % 97 == 1
            assert check_receipt(twin).reason is Reason.CHECK_CHARACTER
            return
    raise AssertionError("no such number among 999")


@given(receipt_numbers)
def test_parsing_what_was_formatted_gives_the_same_number(number: ReceiptNumber) -> None:
    assert ReceiptNumber.parse(number.formatted) == ReceiptNumber.parse(number.digits) == number
    assert "02" <= number.check <= "98"


@given(receipt_numbers, st.integers(0, 16), st.sampled_from("0123456789"))
def test_any_single_wrong_digit_is_found(number: ReceiptNumber, at: int, digit: str) -> None:
    wrong = number.digits[:at] + digit + number.digits[at + 1 :]
    assert check_receipt(wrong).valid == (wrong == number.digits)


@given(receipt_numbers, st.integers(0, 16), st.integers(1, 2))
def test_neighbours_and_next_but_one_swapped_are_found(number: ReceiptNumber, at: int, step: int) -> None:
    digits = list(number.digits)
    other = min(at + step, 16)
    digits[at], digits[other] = digits[other], digits[at]
    assert check_receipt("".join(digits)).valid == ("".join(digits) == number.digits)


@pytest.mark.parametrize(
    ("point", "device", "day", "n"),
    [
        ("37107", 1, TODAY, 1),
        ("37107\u0663", 1, TODAY, 1),
        ("371073", 10, TODAY, 1),
        ("371073", -1, TODAY, 1),
        ("371073", 1, date(1999, 12, 31), 1),
        ("371073", 1, date(2100, 1, 1), 1),
        ("371073", 1, TODAY, 0),
        ("371073", 1, TODAY, 1000),
    ],
)
def test_impossible_parts_make_no_number(point: str, device: int, day: date, n: int) -> None:
    with pytest.raises(ValueError, match=r"receipt number|number of the day|point code|device number"):
        ReceiptNumber(point, device, day, n)


def test_a_counter_counts_and_starts_again_on_the_next_day() -> None:
    counter, first = next_number(DayCounter("371073", 1), TODAY)
    counter, second = next_number(counter, TODAY)
    counter, third = next_number(counter, TODAY + timedelta(days=1))
    assert (first, second) == (FIRST, ReceiptNumber("371073", 1, TODAY, 2))
    assert third == ReceiptNumber("371073", 1, date(2026, 11, 25), 1)
    assert counter == DayCounter("371073", 1, date(2026, 11, 25), 1)


def test_a_clock_set_back_goes_on_in_the_later_series() -> None:
    counter = DayCounter("371073", 1, TODAY, 7)
    _, number = next_number(counter, date(2009, 1, 1))
    assert (number.day, number.n) == (TODAY, 8)


def test_a_full_day_opens_the_next_one_ahead_of_time() -> None:
    counter, number = next_number(DayCounter("371073", 1, TODAY, 999), TODAY)
    assert (number.day, number.n) == (date(2026, 11, 25), 1)
    _, number = next_number(counter, date(2026, 11, 25))
    assert (number.day, number.n) == (date(2026, 11, 25), 2)


@pytest.mark.parametrize(
    ("counter", "today"),
    [
        (DayCounter("371073", 1), date(1980, 1, 1)),
        (DayCounter("371073", 1), date(2100, 1, 1)),
        (DayCounter("371073", 1, TODAY, 999), date(9999, 12, 31)),
        (DayCounter("371073", 1, date(2099, 12, 31), 999), TODAY),
    ],
)
def test_a_clock_beyond_reason_is_refused_and_not_counted(counter: DayCounter, today: date) -> None:
    with pytest.raises(InputError, match="clock_out_of_range"):
        next_number(counter, today)


@pytest.mark.parametrize(("last_day", "n"), [(None, 1), (TODAY, -1), (TODAY, 1000)])
def test_an_impossible_counter_is_refused(last_day: date | None, n: int) -> None:
    with pytest.raises(ValueError, match="day counter"):
        DayCounter("371073", 1, last_day, n)


@given(DAYS, st.integers(0, 999), st.lists(st.tuples(DAYS, st.integers(1, 9)), max_size=20))
def test_no_number_comes_twice_whatever_the_clock_does(
    last_day: date, used: int, acts: list[tuple[date, int]]
) -> None:
    counter = DayCounter("371073", 1, last_day, used)
    given_out: list[ReceiptNumber] = []
    for today, n in acts:
        counter, taken = reserve(counter, n, today)
        given_out += taken
    assert len({number.digits for number in given_out}) == len(given_out)
    assert given_out == sorted(given_out)


def test_a_thousand_forms_run_into_the_next_day() -> None:
    _, forms = reserve(DayCounter("371073", 1), 1500, TODAY)
    assert len({number.digits for number in forms}) == 1500
    assert (forms[998].day, forms[999].day, forms[999].n) == (TODAY, date(2026, 11, 25), 1)


def test_a_reserved_range_is_never_given_out_again() -> None:
    counter, forms = reserve(DayCounter("371073", 1, TODAY, 4), 3, TODAY)
    assert [number.n for number in forms] == [5, 6, 7]
    assert next_number(counter, TODAY)[1].n == 8


@pytest.mark.parametrize("n", [0, -1, 5001])
def test_an_impossible_range_is_refused(n: int) -> None:
    with pytest.raises(InputError, match="reserve_out_of_range"):
        reserve(DayCounter("371073", 1), n, TODAY)


@pytest.mark.parametrize(
    ("n", "number"), [(1, "示例受字〔2026〕第001号"), (1234, "示例受字〔2026〕第1234号")]
)
def test_a_document_number_is_written_as_offices_write_it(n: int, number: str) -> None:
    assert format_document_number("示例", "受", 2026, n) == number


def test_a_further_device_of_a_site_counts_in_a_series_of_its_own() -> None:
    assert format_document_number("示例", "受", 2026, 1, device=2) == "示例受字〔2026〕第2-001号"


@pytest.mark.parametrize(("year", "n"), [(26, 1), (12026, 1), (2026, 0)])
def test_an_impossible_document_number_is_refused(year: int, n: int) -> None:
    with pytest.raises(ValueError, match="document number"):
        format_document_number("示例", "受", year, n)


def test_uuid7_follows_the_example_of_the_standard() -> None:
    """RFC 9562, appendix A.6."""
    made = uuid7(0x017F22E279B0, bytes.fromhex("0cc318c4dc0c0c07398f"))
    assert made == UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_uuid7_has_its_version_variant_and_time(now_ms: int, random_bytes: bytes) -> None:
    made = uuid7(now_ms, random_bytes)
    assert (made.version, made.variant, made.int >> 80) == (7, "specified in RFC 4122", now_ms)


@pytest.mark.parametrize(("now_ms", "size"), [(-1, 10), (2**48, 10), (0, 9), (0, 11)])
def test_uuid7_refuses_parts_that_do_not_fit(now_ms: int, size: int) -> None:
    with pytest.raises(ValueError, match=r"48 bits|ten random bytes"):
        uuid7(now_ms, bytes(size))
